import pytest

from hypecheck.evidence.purpose import read_purpose_rules
from hypecheck.evidence.releases import ReleaseDB
from hypecheck.types import Release

RULES = read_purpose_rules()
DB = ReleaseDB.load()


@pytest.mark.parametrize(
    ("release", "purpose"),
    [
        (Release("a", "Any", kind="llm"), "general"),
        (Release("a", "Any", kind="asr"), "task"),
        (Release("a", "Any", kind="llm", traits=("rlhf",)), "task"),
        (Release("a", "Any", kind="other", traits=("detector",)), "component"),
        (Release("a", "Any Guard 8B", kind="llm"), "task"),
        (Release("a", "Avant-garde", kind="llm"), "general"),
        (Release("a", "Some Autoencoder", kind="vlm"), "component"),
        (Release("a", "Any", kind="new-kind"), "unknown"),
    ],
)
def test_a_purpose_is_guessed_from_traits_name_and_kind(release, purpose):
    assert RULES.purpose_of(release) == purpose


@pytest.mark.parametrize(
    ("purpose", "ids"),
    [
        ("general", "gpt-1 gpt-2 gpt-2-xl-1.5b gpt-oss gpt-4 llama llama-3 bert t5 mistral-7b"),
        ("general", "deepseek-r1 qwen2.5 gpt-4o claude-2 kimi-vl olmo phi-4 chatgpt"),
        ("task", "whisper summarization-from-human-feedback-1.3b jukebox clip glide-filtered"),
        ("task", "gpt-2-fine-tuned-from-human-preferences gpt-oss-safeguard starcoder llama-guard"),
        ("task", "deepseek-ocr med-palm-2 bloomberggpt m2m100 qwen2.5-math alphafold-2"),
        ("component", "dall-e-discrete-vae consistency-decoder gpt-2-output-detector encodec"),
        ("component", "sparse-autoencoders-for-gpt-2-small circuit-sparsity"),
    ],
)
def test_well_known_releases_have_the_right_purpose(purpose, ids):
    assert {id: DB[id].purpose for id in ids.split()} == dict.fromkeys(ids.split(), purpose)


def test_every_release_has_a_purpose():
    assert [release.id for release in DB if release.purpose == "unknown"] == []


def test_openai_opened_no_general_language_model_between_gpt_2_and_gpt_oss():
    found = DB.search(organization="OpenAI", openness="open", kind="llm", purpose="general")
    between = [release.id for release in found if "2019-12" < release.date < "2025-08-05"]
    assert between == []
