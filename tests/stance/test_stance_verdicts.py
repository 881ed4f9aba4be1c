"""The sentence behind a span is read only where it may judge the one before."""

import pytest

from hypecheck.stance import ContextStance
from hypecheck.text import make_document
from hypecheck.types import Hit

FIRST = "Lee calls it a breakthrough."
HIT = Hit(15, 27, "transformation", "breakthrough", 2, 0)


@pytest.mark.parametrize(
    ("following", "stance"),
    [
        ("He is wrong.", "rejected"),
        ("That is nonsense.", "rejected"),
        ("He is a baker.", "attributed"),
        ("It rains.", "attributed"),
    ],
)
def test_a_verdict_behind_a_span_counts(following, stance):
    (mark,) = ContextStance().tag(make_document(f"{FIRST} {following}"), [HIT])
    assert mark.stance == stance


def test_a_sentence_that_judges_nothing_is_not_searched_for_cues(monkeypatch):
    tagger = ContextStance()
    searched = []
    find = tagger._finder.find

    def noted(norm, start, end):
        searched.append(norm[start:end])
        return find(norm, start, end)

    monkeypatch.setattr(tagger._finder, "find", noted)
    tagger.tag(make_document(f"{FIRST} It rains."), [HIT])
    assert searched == [FIRST.lower()]
