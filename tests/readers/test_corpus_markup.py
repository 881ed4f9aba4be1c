"""Inline markup becomes plain text and offsets, and goes back again."""

import random

import pytest

from hypecheck.errors import CorpusError
from hypecheck.readers.markup import parse_markup, to_markup, vocabulary
from hypecheck.types import STANCES


@pytest.mark.parametrize(
    "markup",
    [
        "No tags at all.",
        "R&D costs < 3% of <b>sales</b>, see <https://example.org>.",
        "<scope:hedged>limitless</scope>",
        "A <praise:asserted>superb</praise>, <priority:rejected>first ever</priority> one.",
        "A <key:value> pair and </other> tags are text.",
    ],
)
def test_markup_round_trips(markup):
    assert to_markup(*parse_markup(markup)) == markup


def test_offsets_count_in_the_text_without_tags():
    text, spans = parse_markup("é <praise:asserted>ünï</praise> <scope:hedged>all</scope>")
    assert text == "é ünï all"
    assert [text[span.start_char : span.end_char] for span in spans] == ["ünï", "all"]


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        ("<prase:asserted>x</praise>", r"m:1: <prase:asserted> has label 'prase'. Allowed: transf"),
        ("<praise:claimed>x</praise>", r"has stance 'claimed'. Allowed: asserted, attributed"),
        ("<praise:asserted>x", r"<praise> is never closed. Add </praise>"),
        ("x</praise>", r"</praise> closes nothing"),
        ("<praise:asserted>x</scope>", r"</scope> closes nothing"),
        ("<praise:asserted></praise>", r"<praise:asserted> is empty"),
        ("<praise:asserted>a <scope:hedged>b</scope></praise>", r"stands inside <praise>"),
    ],
)
def test_half_a_tag_is_an_error(markup, complaint):
    with pytest.raises(CorpusError, match=complaint):
        parse_markup(markup, "m:1")


def test_labels_are_those_of_the_guidelines():
    assert len(vocabulary()["label"]) == 8


LETTERS = "ab &é“<>/:.\u2028"


@pytest.mark.parametrize("seed", range(40))
def test_any_text_round_trips(seed):
    draw = random.Random(seed)
    markup = ""
    for _ in range(draw.randrange(6)):
        words = "".join(draw.choices(LETTERS, k=draw.randrange(1, 9)))
        label, stance = draw.choice(vocabulary()["label"]), draw.choice(STANCES)
        markup += f"{words}<{label}:{stance}>{words}</{label}>"
    text, spans = parse_markup(markup)
    assert to_markup(text, spans) == markup
