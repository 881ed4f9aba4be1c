"""Claims and spans that belong together."""

import pytest

from hypecheck.linking import claim_hits, overlapping, rationale
from hypecheck.text import make_document
from hypecheck.types import Claim, Cue, Hit, StanceMark


def claim(start, end, quantifier="first"):
    return Claim("x", start, end, quantifier)


def hit(start, end):
    return Hit(start, end, "priority", "first", 2, 0)


def test_claim_with_most_shared_characters_belongs_to_a_span():
    near, far = claim(0, 4), claim(3, 20)
    assert overlapping([near, far], 2, 18) is far


def test_claim_beside_a_span_does_not():
    assert overlapping([claim(0, 4)], 4, 9) is None


def boasted(marked, quantifier="first", hits=()):
    """Hits that a claim brings, where it stands between [ and ] in a sentence."""
    start = marked.index("[")
    end = marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return claim_hits([claim(start, end, quantifier)], list(hits), make_document(text))


@pytest.mark.parametrize(
    ("marked", "quantifier", "label"),
    [
        ("Meet Lark, the [first open model from Oslo].", "first", "priority"),
        ("It is our [first 70B parameter run].", "first", "priority"),
        ("[For the first time, an open model reads maps].", "first", "priority"),
        ("It made its [debut with open weights].", "first", "priority"),
        ("They are the [only lab with weights].", "only", "priority"),
        ("It is [one of the first open models].", "among", "priority"),
        ("We ship our [largest open model].", "largest", "superlative"),
        ("It has the [longest context of any model].", "longest-context", "superlative"),
    ],
)
def test_claim_that_nothing_flagged_becomes_a_hit(marked, quantifier, label):
    (found,) = boasted(marked, quantifier)
    assert (found.label, found.entry) == (label, f"claim:{quantifier}")


@pytest.mark.parametrize(
    ("marked", "quantifier"),
    [
        ("Watch the [first 5 minutes of the talk].", "first"),
        ("It was [first installed in 1961].", "first"),
        ("Here is the [first checkpoint of our model].", "first"),
        ("[The face that I see for the first time is a model].", "first"),
        ("The ink is [only one part of the effort].", "only"),
        ("They were [only trained against two models].", "only"),
        ("It came [three months since the model's release].", "gap"),
    ],
)
def test_claim_that_counts_dates_or_mentions_is_no_boast(marked, quantifier):
    assert boasted(marked, quantifier) == []


@pytest.mark.parametrize("quantifier", ["absence", "nth", "quality"])
def test_claim_that_is_no_hype_stays_a_claim(quantifier):
    assert boasted("It is the [first open model].", quantifier) == []


def test_claim_that_is_flagged_already_gives_no_second_hit():
    assert boasted("Lark is the [first open model].", hits=[hit(12, 30)]) == []


def test_rationale_names_entry_and_cues():
    mark = StanceMark("rejected", (Cue("not", 0, 3),))
    assert (
        rationale(hit(0, 4), mark) == "priority by lexicon entry 'first'; rejected because of “not”"
    )


def test_rationale_of_a_claim_names_its_quantifier():
    words = rationale(Hit(0, 4, "priority", "claim:only", 2, 0), StanceMark())
    assert "quantifier 'only'" in words
    assert "no cue" in words
