"""Facts of the bundled table that claims turn on."""

import json
import re

import pytest

from hypecheck.evidence.corrections import read_corrections
from hypecheck.evidence.releases import ReleaseDB
from hypecheck.resources import data_path, read_text

DB = ReleaseDB.load()
#: How the reason of a correction ends whose source nobody read, or that says more than its source.
UNREAD = ("the source was not opened.", "is from general knowledge.")


@pytest.mark.parametrize(
    ("name", "event", "date"),
    [
        ("GPT-2", "weights", "2019-02-14"),
        ("GPT-2 Medium", "weights", "2019-05-03"),
        ("GPT-2 Large", "weights", "2019-08-20"),
        ("GPT-2 XL", "weights", "2019-11-05"),
        ("GPT-3", "api", "2020-05-28"),
        ("GPT-4", "api", "2023-03-14"),
        ("gpt-oss", "weights", "2025-08-05"),
        ("Whisper", "weights", "2022-09-21"),
        ("Whisper large-v3", "weights", "2023-11-06"),
        ("BERT", "weights", "2018-10-31"),
        ("Llama 2", "weights", "2023-07-18"),
        ("Mixtral", "weights", "2023-12-11"),
        ("DeepSeek-V3", "weights", "2024-12-26"),
        ("Kimi K2", "weights", "2025-07-11"),
        ("Claude 3.5 Sonnet", "api", "2024-06-20"),
        ("AlphaFold 2", "announced", "2020-11-30"),
        ("Switch", "weights", "2022-11"),
        ("Mixtral 8x22B", "weights", "2024-04-10"),
        ("Mixtral 8x22B", "announced", "2024-04-17"),
        ("Florence-2", "weights", "2024-06"),
        ("Multilingual BERT", "weights", "2018-11-03"),
        ("Yi-Coder-9B", "weights", "2024-09-05"),
        ("WaveCoder-Ultra-6.7B", "weights", "2024-04-10"),
        ("BEiT", "weights", "2021-07"),
        ("LayoutLM", "weights", "2020-02-18"),
        ("TextNet", "weights", "2023-01-10"),
        ("T5Gemma 2", "weights", "2025-12-18"),
        ("RITA-XLarge", "paper", "2022-05"),
    ],
)
def test_famous_releases_have_their_dates(name, event, date):
    assert DB.lookup(name)[0].event(event).date == date


@pytest.mark.parametrize(
    ("id", "field", "value"),
    [
        ("kimi-k2-0905", "context_tokens", 262_144),
        ("exaone-4.0", "context_tokens", 131_072),
        ("pangu-alpha", "parameters", 13_000_000_000),
        ("sarvam-105b", "parameters", 105_000_000_000),
        ("codegeex", "kind", "code-llm"),
        ("esm-cambrian", "kind", "protein"),
        ("blenderbot-3", "organization", "Meta"),
        ("stable-audio-2.0", "openness", "closed"),
        ("imagen", "openness", "closed"),
        ("audioldm", "openness", "open-weights"),
        ("ling-1t", "licence", "MIT"),
        ("jais", "country", "United Arab Emirates"),
        ("aurora", "openness", "open-weights"),
        ("florence-2-l-large", "openness", "open-weights"),
        ("teuken-7b", "terms", "unrestricted"),
        ("bloomz", "terms", "restricted-use"),
        ("doubao-1.5-pro", "openness", "api"),
        ("deeplabv3-plus", "openness", "open-weights"),
        ("ling-2.6-flash", "parameters", 104_000_000_000),
        ("microsoft-megatron-lm", "purpose", "component"),
    ],
)
def test_corrected_facts_are_in_the_table(id, field, value):
    assert getattr(DB[id], field) == value


def test_mixtures_of_experts_are_marked_and_others_are_not():
    for id in ("switch", "olmoe", "hunyuan-large", "kimi-k2-0905", "minimax-m2.5"):
        assert "moe" in DB[id].traits, id
    assert "reasoning" not in DB["phi-4"].traits


@pytest.mark.parametrize(
    ("trait", "ids"),
    [
        ("fully-open", ("pythia", "gpt-neox-20b", "gpt-j-6b", "gpt-neo", "amber", "olmo-1.7-7b")),
        ("instruction", ("t0-plus-plus", "flan-t5-11b", "flan-ul2")),
        ("moe", ("m6-t", "m6-10t")),
        ("medical", ("meditron", "biogpt", "med-palm-2")),
        ("finance", ("bloomberggpt", "fingpt-13b")),
        ("science", ("scibert", "galactica")),
    ],
)
def test_traits_that_claims_turn_on_are_marked(trait, ids):
    assert [id for id in ids if trait not in DB[id].traits] == []


def test_dates_from_general_knowledge_are_not_trusted():
    unread = [release for release in DB if "date from general knowledge" in release.note]
    assert unread
    assert {release.confidence for release in unread} == {"low"}


def test_a_correction_that_nobody_read_a_source_for_raises_no_confidence():
    unread = [item for item in read_corrections() if item.reason.endswith(UNREAD)]
    assert unread
    assert [item.id for item in unread if item.changes.get("confidence", "low") != "low"] == []


@pytest.mark.parametrize(
    "name", ["ShieldGemma", "Gemma Scope", "DeepSeek-V2.5-1210", "Llama Guard 2", "GLM-4-Voice"]
)
def test_releases_of_the_famous_lines_are_there(name):
    assert DB.lookup(name)[0].event("weights") is not None


@pytest.mark.parametrize(
    "name", ["Marco-o1", "YOLOv6", "Riffusion", "Kimi-VL", "GLM-4-9B-1M", "LeoLM", "word2vec"]
)
def test_releases_the_import_lacked_are_there(name):
    release = DB.lookup(name)[0]
    assert release.sources
    assert all(event.sources for event in release.events)


@pytest.mark.parametrize(
    "name",
    [
        *("DiffusionGemma", "Muse Glimmer", "Stable Audio 3", "TimesFM 2.5", "UniLMv2", "Fara1.5"),
        *("Olmo Hybrid", "Qwen3-Reranker", "DeepSeek-V4-Flash-0731", "Magenta RealTime 2"),
        "YAMNet",
    ],
)
def test_releases_on_the_makers_own_listings_are_there(name):
    release = DB.lookup(name)[0]
    assert release.event("weights") is not None
    assert all(event.sources for event in release.events)


@pytest.mark.parametrize(
    ("name", "maker"),
    [
        ("ALBERT", "Google"),
        ("ELECTRA", "Google"),
        ("XLNet", "Google"),
        ("TrOCR", "Microsoft"),
        ("Ferret", "Apple"),
        ("Llemma", "EleutherAI"),
        ("Tk-Instruct", "Ai2"),
    ],
)
def test_every_maker_of_a_joint_release_is_one(name, maker):
    assert DB.lookup(name)[0] in DB.search(organization=maker)


def test_no_family_is_cut_at_a_digit():
    cut = [
        release.id
        for release in DB
        if release.family != "Command R"  # its "Command R7B" is no "Command" 7
        if release.family and re.match(rf"{re.escape(release.family)}\d", release.name)
        if re.search(r"(?:^|[-_ ])[A-Za-z]$|[a-z][Vv]$", release.family)
    ]
    assert cut == []


@pytest.mark.parametrize(
    "name", ["Gemma 3", "Kimi K2.5", "Qwen3.5", "Llama 4", "Mistral Small 3.1", "Muse Glimmer"]
)
def test_a_general_model_that_takes_pictures_is_a_language_and_a_vision_model(name):
    release = DB.lookup(name)[0]
    assert release in DB.search(kind="llm")
    assert release in DB.search(kind="vlm")


def test_openai_s_history_of_open_weights_is_complete():
    found = DB.search(organization="OpenAI", openness="open")
    assert len(found) >= 38
    assert all(release.sources for release in found)


def test_every_open_release_says_when_its_weights_became_public():
    for release in DB.search(openness="open"):
        assert release.event("weights") is not None, release.id


def test_the_header_states_licence_and_rows():
    header = json.loads(read_text("releases/releases.jsonl").split("\n", 1)[0])
    assert header["licence"] == "CC-BY-4.0"
    assert header["rows"] == len(DB)


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("LICENSE", "CC BY 4.0"),
        ("NOTICE", "Epoch AI"),
        ("NOTICE", "epoch.ai"),
        ("NOTICE", "European Open Source AI Index"),
        ("NOTICE", "osai-index.eu"),
        ("NOTICE", "Liesenfeld"),
    ],
)
def test_licence_and_notice_ship_with_the_data(file, words):
    assert words in data_path(f"releases/{file}").read_text(encoding="utf-8")
