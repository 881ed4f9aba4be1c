"""What quotation marks mean: someone's words, a name, a raised eyebrow, or nothing."""

import pytest

from hypecheck.stance.quoted import quoted_stance
from hypecheck.stance.quotes import find_quotes
from hypecheck.text import make_document
from hypecheck.types import Hit


def quoted(marked, label="praise", attributed=False, headline=False):
    """Quotation and stance for the [[marked]] span of a text, or None."""
    before, rest = marked.split("[[")
    span, after = rest.split("]]")
    document = make_document(before + span + after)
    hit = Hit(len(before), len(before) + len(span), label, "test", 2, 0)
    quotes = find_quotes(document.text)
    found = quoted_stance(document, hit, quotes, attributed=attributed, headline=headline)
    return found and (document.text[found.quote.start : found.quote.end], found.stance)


HELD = {
    "span-inside": ("A “[[magic]]” pen.", "“magic”"),
    "whole-span": ("A [[“magic”]] pen.", "“magic”"),
    "third-of-a-span-at-its-start": ("They saw the [[“super” magic old pen]] then.", "“super”"),
    "less-than-a-third": ("They saw the [[“super” magic old pens]] then.", None),
    "one-character-before-it": ("They saw [[$“super” pens]] then.", "“super”"),
    "two-characters-before-it": ("They saw [[a “leap” forwards]] then.", None),
    "three-fifths-at-the-end": ("They saw [[any “that”]] then.", "“that”"),
    "less-than-three-fifths": ("They saw [[the new “magic pen”]] then.", None),
    "one-character-behind-it": ("They saw [[a “magical”s]] then.", "“magical”"),
    "two-characters-behind-it": ("They saw [[a “magical”ly]] then.", None),
    "name-in-the-span": ("They saw [[stunning 'Sky' engines]] then.", None),
    "outside": ("They saw [[magic]] and “mill”.", None),
}


@pytest.mark.parametrize(("marked", "wanted"), HELD.values(), ids=HELD.keys())
def test_quotation_holds_a_span_or_its_better_part(marked, wanted):
    assert quoted(marked) == (wanted and (wanted, "rejected"))


def test_quotation_around_one_that_does_not_count():
    marked = "“They saw [[stunning 'Sky' engines]] then.”"
    assert quoted(marked) == ("“They saw stunning 'Sky' engines then.”", "attributed")


EYEBROWS = {
    "three-words": ("A “[[magic]] pen case” came.", "rejected"),
    "four-words": ("A “[[magic]] pen case here” came.", "attributed"),
    "title": ("The “Redefine [[Magic]]” tour.", "attributed"),
    "title-with-small-words": ("The “[[Magic]] for You” tour.", "attributed"),
    "four-letters-in-lower-case": ("The “[[Magic]] with You” tour.", "rejected"),
    "one-capital-word": ("The “[[Magic]]” tour.", "rejected"),
    "behind-a-colon": ("In a word: “[[magic]]” and done.", "attributed"),
    "behind-a-comma": ("They call, “[[magic]]” and go.", "attributed"),
    "colon-opens-the-text": (":“[[magic]]” and done.", "attributed"),
    "comma-inside": ("The “[[magic]],” in short, is gone.", "attributed"),
    "dash-behind": ("The “[[magic]]”—in short—is gone.", "attributed"),
    "letter-before-the-mark": ("The “[[magic]] is” in short, gone.", "rejected"),
    "not-opened": ("It is [[magic]],” said he.", "attributed"),
    "block": ("> [[magic]]", "attributed"),
}


@pytest.mark.parametrize(("marked", "wanted"), EYEBROWS.values(), ids=EYEBROWS.keys())
def test_quoted_words_are_mocked_or_said(marked, wanted):
    found = quoted(marked)
    assert found
    assert found[1] == wanted


@pytest.mark.parametrize("who", ["attributed", "headline"])
def test_quoted_words_of_somebody_are_said(who):
    assert quoted("A “[[magic]]” pen.", **{who: True}) == ("“magic”", "attributed")


@pytest.mark.parametrize(
    ("label", "wanted"),
    [("superlative", "attributed"), ("priority", "attributed"), ("praise", "rejected")],
)
def test_quoted_rank_of_three_words_is_said(label, wanted):
    assert quoted("A “[[fastest rollout]] ever” came.", label) == ("“fastest rollout ever”", wanted)
