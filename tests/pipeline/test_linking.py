"""Claims and spans that belong together."""

import pytest

from hypecheck.linking import claim_hits, overlapping, rationale
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


@pytest.mark.parametrize(
    ("quantifier", "label"),
    [
        ("first", "priority"),
        ("only", "priority"),
        ("largest", "superlative"),
        ("longest-context", "superlative"),
    ],
)
def test_claim_that_nothing_flagged_becomes_a_hit(quantifier, label):
    (found,) = claim_hits([claim(0, 9, quantifier)], [])
    assert (found.label, found.entry) == (label, f"claim:{quantifier}")


@pytest.mark.parametrize("quantifier", ["absence", "nth", "quality"])
def test_claim_that_is_no_hype_stays_a_claim(quantifier):
    assert claim_hits([claim(0, 9, quantifier)], []) == []


def test_claim_that_is_flagged_already_gives_no_second_hit():
    assert claim_hits([claim(0, 9)], [hit(4, 30)]) == []


def test_rationale_names_entry_and_cues():
    mark = StanceMark("rejected", (Cue("not", 0, 3),))
    assert (
        rationale(hit(0, 4), mark) == "priority by lexicon entry 'first'; rejected because of “not”"
    )


def test_rationale_of_a_claim_names_its_quantifier():
    words = rationale(Hit(0, 4, "priority", "claim:only", 2, 0), StanceMark())
    assert "quantifier 'only'" in words
    assert "no cue" in words
