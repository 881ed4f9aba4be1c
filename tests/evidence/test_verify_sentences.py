"""Sentences that were judged wrongly once, and what the shipped table says of them."""

from datetime import date

import pytest

from hypecheck.claims import ClaimReader
from hypecheck.evidence import ReleaseDB, ReleaseVerifier
from hypecheck.text import make_document

N = "NOT_ENOUGH_INFO"
DB = ReleaseDB.load()
VERIFIER = ReleaseVerifier(DB)


def verdict(text, day):
    """The one claim of a sentence, checked as of a day."""
    as_of = date.fromisoformat(day)
    read = ClaimReader().extract(make_document(text), DB, as_of)
    (claim,) = [VERIFIER.verify(claim, as_of) for claim in read]
    return claim


#: A tag says that a hosted model uses tools, not since when.
TOOLS = [
    ("Mistral Large is Mistral's first model with tool use.", "2024-02-27"),
    ("Llama 3.1 is Meta's first open model with tool use.", "2024-08-01"),
    ("o3 is OpenAI's first reasoning model that can use tools.", "2025-04-17"),
]


@pytest.mark.parametrize(("text", "day"), TOOLS)
def test_tool_use_decides_nothing(text, day):
    assert verdict(text, day).verdict == N


@pytest.mark.parametrize("adverb", ["openly", "freely", "in the open"])
def test_closed_models_do_not_refute_that_none_was_released_openly(adverb):
    claim = verdict(f"Anthropic has never released a model {adverb}.", "2025-09-01")
    assert claim.verdict == "SUPPORTED"


def test_grok_1_5_was_not_released_openly():
    claim = verdict("xAI hasn't shipped a model openly since Grok-1.", "2024-07-01")
    assert claim.verdict == "SUPPORTED"


def test_a_model_for_free_is_no_question_of_releases():
    claim = verdict("Anthropic has never released a model free of charge.", "2025-09-01")
    assert claim.verdict == N


#: Nobody before a maker: its own releases never count.
BEFORE = [
    ("No company had released a reasoning model before OpenAI.", "2025-01-10", "SUPPORTED"),
    ("No one had shipped a reasoning model until OpenAI did.", "2025-01-10", "SUPPORTED"),
    ("No European lab had opened a language model before Mistral.", "2023-09-30", "REFUTED"),
    ("OpenAI had not opened a reasoning model before DeepSeek did.", "2025-09-30", N),
]


@pytest.mark.parametrize(("text", "day", "expected"), BEFORE)
def test_what_nobody_had_done_before_a_maker(text, day, expected):
    claim = verdict(text, day)
    assert claim.verdict == expected, claim.reason
    against = [record for record in claim.evidence if record.relation == "counterexample"]
    assert not {"Mistral AI", "OpenAI"} & {record.release.organization for record in against}


#: The paper is dated to November, the weights to its 13th.
MARCO = [
    "QwQ-32B-Preview is Alibaba's first reasoning model.",
    "QwQ-32B-Preview is China's first reasoning model.",
    "QwQ-32B-Preview is Alibaba's first open reasoning model.",
]


@pytest.mark.parametrize("text", MARCO)
def test_the_exact_one_of_two_dates_counts(text):
    claim = verdict(text, "2024-11-28")
    assert claim.verdict == "REFUTED"
    assert [record.release.id for record in claim.evidence] == ["marco-o1"]


#: Untagged models may be multilingual all the same.
MULTILINGUAL = [
    ("Mistral Large is Mistral's first multilingual model.", "2024-02-27"),
    ("Mistral NeMo is Mistral's first multilingual model.", "2024-07-19"),
]


@pytest.mark.parametrize(("text", "day"), MULTILINGUAL)
def test_a_missing_tag_for_languages_decides_nothing(text, day):
    assert verdict(text, day).verdict == N


#: A reasoning model came out beside Gemini 2.0 Flash, under a longer name.
THINKING = [
    ("Gemini 2.5 Pro is Google's first reasoning model.", "2025-03-26", "REFUTED"),
    ("Google has never released a reasoning model.", "2025-02-01", "REFUTED"),
    ("Gemini 2.0 Flash Thinking is Google's first reasoning model.", "2025-02-01", "SUPPORTED"),
]


@pytest.mark.parametrize(("text", "day", "expected"), THINKING)
def test_a_variant_with_another_trait_is_a_release_of_its_own(text, day, expected):
    claim = verdict(text, day)
    assert claim.verdict == expected, claim.reason
    assert claim.evidence[0].release.id == "gemini-2.0-flash-thinking"


#: Longer contexts were announced before, for models that few could try.
LONGEST = [
    ("Gemini 1.5 Pro has the longest context window of any model.", "2024-02-16"),
    ("Claude 2.1 has the longest context window of any model.", "2023-11-22"),
    ("Llama 4 Scout has the longest context window of any model.", "2025-04-06"),
    ("LTM-2-mini has the longest context window of any model.", "2024-09-01"),
]


@pytest.mark.parametrize(("text", "day"), LONGEST)
def test_the_longest_of_all_contexts_is_open(text, day):
    assert verdict(text, day).verdict == N


def test_the_longest_open_context_is_known():
    claim = verdict("Llama 4 Scout has the longest context window of any open model.", "2025-04-06")
    assert claim.verdict == "SUPPORTED"


#: Nothing earlier stands against these, but neither is the subject what they say.
UNLIKE = [
    ("GPT-4o is OpenAI's first reasoning model.", "2024-05-14"),
    ("GPT-4 is OpenAI's first mixture-of-experts model.", "2023-03-15"),
]


@pytest.mark.parametrize(("text", "day"), UNLIKE)
def test_a_well_known_subject_without_the_trait_supports_nothing(text, day):
    claim = verdict(text, day)
    assert claim.verdict == N
    assert "doesn't have" in claim.reason


#: Image GPT drew pictures, though not from a text.
PICTURES = [
    ("DALL-E is OpenAI's first image model.", "2021-01-06", N),
    ("DALL-E is OpenAI's first image generator.", "2021-01-06", N),
    ("CLIP is OpenAI's first vision model.", "2021-01-06", N),
    ("DALL-E is OpenAI's first text-to-image model.", "2021-01-06", "SUPPORTED"),
]


@pytest.mark.parametrize(("text", "day", "expected"), PICTURES)
def test_what_goes_in_and_comes_out_counts_beside_the_kind(text, day, expected):
    claim = verdict(text, day)
    assert claim.verdict == expected, claim.reason


@pytest.mark.parametrize("noun", ["video model", "video generator"])
def test_what_stands_under_the_company_may_be_its_labs(noun):
    claim = verdict(f"Veo is Google DeepMind's first {noun}.", "2024-05-15")
    assert claim.verdict == N
    assert "Google counts" in claim.reason
