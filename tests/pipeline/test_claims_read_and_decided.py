"""Sentences from text to verdict: anchors by their family, what the table has as another kind."""

import pytest

from hypecheck import check

DAY = "2025-09-01"


def claim_of(sentence):
    (claim,) = check(sentence, as_of=DAY).claims
    return claim


@pytest.mark.parametrize(
    ("sentence", "text", "anchor"),
    [
        (
            "It is Meta's first open-weight model since Llama.",
            "first open-weight model since Llama",
            "llama",
        ),
        (
            "It is xAI's first open-weight model since Grok-1's release.",
            "first open-weight model since Grok-1's release",
            "grok-1",
        ),
    ],
    ids=["a family stands for its first release", "a name with something behind it"],
)
def test_anchor_is_a_release(sentence, text, anchor):
    claim = claim_of(sentence)
    assert (claim.text, claim.anchor) == (text, anchor)


@pytest.mark.parametrize(
    "sentence",
    [
        "France has its first open-weight model.",
        "The country has its first open-weight model, made in France.",
        "The nation has its first open-weight model, and France is proud.",
    ],
)
def test_country_that_has_its_first_is_that_of_the_class(sentence):
    assert claim_of(sentence).facets.country == "France"


def test_country_that_nobody_names_is_left_open():
    claim = claim_of("The continent has its first open-weight language model.")
    assert claim.facets.country == ""
    assert claim.reason == "the table has no facet for 'which country'"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Whisper is the largest open-weight language model.", "have Whisper as open-weight language model"),
        ("gpt-oss is the largest speech model.", "have gpt-oss as speech model"),
        ("gpt-oss is OpenAI's third speech model.", "have gpt-oss as speech model from OpenAI"),
        ("Whisper is OpenAI's third open-weight language model.", "have Whisper as open-weight language model"),
    ],
)  # fmt: skip
def test_subject_that_is_no_member_of_its_class_is_said_to_be_none(sentence, words):
    claim = claim_of(sentence)
    assert claim.verdict == "NOT_ENOUGH_INFO"
    assert words in claim.reason


def test_first_of_a_name_counts_whoever_bears_it():
    claim = claim_of("It is OpenAI's first open-weight model by the GPT name since GPT-2.")
    assert claim.verdict == "REFUTED"
    assert {one.release.id for one in claim.evidence if one.relation == "counterexample"} == {
        "image-gpt"
    }


def test_address_with_a_name_in_it_is_no_release():
    report = check("See gpt-2.com for the first open-weight model.", as_of=DAY)
    assert [claim.subject for claim in report.claims] == [""]
