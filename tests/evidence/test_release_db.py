import json

import pytest

from hypecheck.errors import InputError, ReleaseDBError
from hypecheck.evidence.releases import ReleaseDB

DB = ReleaseDB.load()


def ids(releases):
    return [release.id for release in releases]


def test_the_bundled_table_is_read_once():
    assert ReleaseDB.load() is DB


def test_it_is_a_collection():
    assert len(DB) == len(list(DB)) > 2000
    assert "gpt-2" in DB
    assert "gpt-0" not in DB
    assert DB["gpt-2"].name == "GPT-2"
    with pytest.raises(KeyError):
        DB["gpt-0"]


def test_it_says_how_far_it_reaches():
    assert DB.snapshot == "2026-08-31"
    assert max(event.date for release in DB for event in release.events) <= DB.snapshot


def test_a_table_of_ones_own_is_read_from_a_path(tmp_path):
    header = {"format": "hypecheck-releases", "version": 1, "snapshot": "2020-01-01", "rows": 1}
    row = {"id": "v2", "name": "V2", "organization": "Peenemünde", "date": "1942-10-03"}
    path = tmp_path / "rockets.jsonl"
    path.write_text(f"{json.dumps(header)}\n{json.dumps(row)}\n", encoding="utf-8")
    db = ReleaseDB.load(path)
    assert ids(db.lookup("V-2")) == ["v2"]
    assert db.snapshot == "2020-01-01"


def test_a_bad_table_is_a_clear_error(tmp_path):
    (tmp_path / "t.jsonl").write_text("{}\n", encoding="utf-8")
    with pytest.raises(ReleaseDBError, match=r"t\.jsonl:1 .*Write the header line first"):
        ReleaseDB.load(tmp_path / "t.jsonl")


# --- search


def test_search_counts_the_labs_of_a_company_and_takes_any_of_its_names():
    facebook = DB.search(organization="Facebook", openness="open", until="2023-03")
    assert "llama" in ids(facebook)
    assert "gemma" in ids(DB.search(organization="Google", text="gemma"))
    assert "bert" not in ids(DB.search(organization="DeepMind"))


def test_search_takes_each_facet_for_itself():
    assert {release.family for release in DB.search(family="Gemma")} == {"Gemma"}
    assert {release.purpose for release in DB.search(purpose="component")} == {"component"}
    assert {release.kind for release in DB.search(kind="music")} == {"music"}
    assert all("reasoning" in release.traits for release in DB.search(traits=["reasoning"]))
    assert len(DB.search()) == len(DB)


def test_search_is_in_order_of_date():
    dates = [release.date for release in DB.search(organization="OpenAI")]
    assert dates == sorted(dates)


@pytest.mark.parametrize("country", ["United Kingdom", "United States", "Europe"])
def test_search_finds_a_maker_with_two_homes_under_both(country):
    assert "gemma" in ids(DB.search(country=country, family="Gemma"))


def test_search_by_region_takes_its_countries():
    found = DB.search(country="Gulf", kind="llm", openness="open")
    assert {"falcon-40b", "jais"} <= set(ids(found))


@pytest.mark.parametrize(
    ("facets", "id"),
    [
        ({"kind": "asr", "organization": "OpenAI", "openness": "open"}, "whisper"),
        ({"kind": ["asr", "tts"], "organization": "OpenAI", "openness": "api"}, "tts-1"),
        ({"traits": ["moe"], "organization": "Mistral", "openness": "open"}, "mixtral-8x7b"),
        ({"purpose": "general", "organization": "OpenAI", "openness": "open"}, "gpt-oss"),
        ({"min_parameters": 400_000_000_000, "openness": "open-weights"}, "llama-3.1"),
        ({"max_parameters": 200_000_000, "organization": "OpenAI"}, "gpt-1"),
        ({"since": "2019-02-14", "until": "2019-02-14"}, "gpt-2"),
        ({"text": "xl gpt-2"}, "gpt-2-xl-1.5b"),
    ],
)
def test_search_by_facet(facets, id):
    assert id in ids(DB.search(**facets))


@pytest.mark.parametrize(
    ("facets", "id"),
    [
        ({"kind": "llm"}, "whisper"),
        ({"openness": "open"}, "gpt-4"),
        ({"purpose": "general"}, "summarization-from-human-feedback-1.3b"),
        ({"since": "2019-02-15"}, "gpt-2"),
        ({"until": "2019-02-13"}, "gpt-2"),
        ({"min_parameters": 1}, "claude-2"),
        ({"traits": ["moe"]}, "llama-2"),
    ],
)
def test_search_leaves_out_what_lacks_a_facet(facets, id):
    assert id in DB
    assert id not in ids(DB.search(**facets))


def test_search_says_when_a_date_is_none():
    with pytest.raises(InputError, match="is not a date"):
        DB.search(since="yesterday")


# --- events and stages


@pytest.mark.parametrize(
    ("id", "event", "as_of", "admitted"),
    [
        ("grok-1", "announced", "2023-11-04", True),
        ("grok-1", "weights", "2024-03-01", False),
        ("grok-1", "weights", "2024-03-31", True),
        ("alphafold-2", "weights", "2021-07-14", False),
        ("alphafold-2", "weights", "2021-07-15", True),
        ("gpt-4", "weights", "2026-01-01", False),
    ],
)
def test_admits_goes_by_the_event_that_is_asked_for(id, event, as_of, admitted):
    assert DB.admits(DB[id], event, as_of) is admitted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gpt-2", "gpt-2-xl-1.5b"),
        ("gpt-2-medium-355m", "gpt-2-large-774m"),
        ("qwen1.5", "qwen1.5-110b"),
        ("claude-opus-4", "claude-sonnet-4"),
    ],
)
def test_sizes_and_stages_are_one_release(one, other):
    assert DB.same_release(DB[one], DB[other])
    assert DB.same_release(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("gpt-2", "gpt-3"),
        ("whisper", "whisper-large-v3"),
        ("gpt-2", "gpt-2-fine-tuned-from-human-preferences"),
        ("gpt-2", "gpt-2-output-detector"),
        ("llama-3", "llama-3.1"),
    ],
)
def test_successors_and_derivatives_are_other_releases(one, other):
    assert not DB.same_release(DB[one], DB[other])


def test_the_root_of_a_stage_is_the_first_release():
    assert DB.stage_of("gpt-2-xl-1.5b") == "gpt-2"
    assert DB.stage_of(DB["whisper"]) == "whisper"
