"""Forms that hedge by themselves: questions, purposes in headlines, conditions, afterthoughts."""

import pytest

from hypecheck.stance.forms import (
    afterthought,
    condition,
    headline_purpose,
    is_caption,
    is_headline,
    question,
)
from hypecheck.text import make_document
from hypecheck.types import Cue, Hit


def cue_of(form, marked, part="text", lead="", tail=""):
    """The cue that a form gives for the [[marked]] span of a sentence between other words."""
    before, rest = (lead + marked).split("[[")
    span, after = rest.split("]]")
    document = make_document(before + span + after + tail, part=part)
    hit = Hit(len(before), len(before) + len(span), "praise", "test", 2, 0)
    return form(document, len(lead), len(before + span + after), hit)


def test_question_mark_right_behind_a_span():
    assert cue_of(question, "[[Magic]]? Ask again.") == Cue("?", 5, 6, "hedged")
    assert cue_of(question, "Why [[magic]]? Ask again.") is None


def test_question_mark_at_the_end():
    assert cue_of(question, "Is it [[magic]] for us?") == Cue("?", 18, 19, "hedged")


def test_question_leaves_what_follows_its_mark():
    assert cue_of(question, "Is it so? It is [[magic]].") is None


CONDITIONS = {
    "plain": ("If it sells, it will be [[magic]].", 0),
    "behind-but": ("But if it sells, it will be [[magic]].", 4),
    "forecast-in-the-span": ("If it sells, it [[will dazzle]].", 0),
    "forecast-before-the-comma-only": ("If it will rain, the mill stays [[magic]].", None),
    "forecast-behind-the-span": ("If it sells, the mill is [[magic]], as we will see.", None),
    "comma-behind-the-span": ("If it sells they stay [[magic]], and it will rain.", None),
    "no-comma": ("If it sells they stay [[magic]].", None),
    "in-the-middle": ("The mill, if it sells, will be [[magic]].", None),
}


@pytest.mark.parametrize(("marked", "at"), CONDITIONS.values(), ids=CONDITIONS.keys())
def test_condition_is_its_if(marked, at):
    wanted = None if at is None else Cue(marked[at : at + 2], at, at + 2, "hedged")
    assert cue_of(condition, marked) == wanted


PURPOSES = {
    "one-word": ("Acme Raises Money to [[reinvent]] Lunch", 18),
    "adverb": ("Acme Raises Money to quickly [[reinvent Lunch]]", 18),
    "no-full-sentence": ("Acme Raises Money to [[reinvent]] Lunch.", None),
    "participle": ("Acme Raises Money to [[stunning Success]]", None),
    "no-purpose-verb": ("Acme Says Hello to [[reinvent]] Lunch", None),
    "no-to": ("Acme Raises [[superb]] Lunch Money", None),
}


@pytest.mark.parametrize(("marked", "at"), PURPOSES.values(), ids=PURPOSES.keys())
def test_purpose_in_a_headline_is_its_to(marked, at):
    wanted = None if at is None else Cue("to", at, at + 2, "hedged")
    assert cue_of(headline_purpose, marked) == wanted


def test_afterthought_is_the_last_word():
    assert cue_of(afterthought, "The end of [[magic]], maybe.") == Cue("maybe", 18, 23, "hedged")
    assert cue_of(afterthought, "The end, maybe, of [[magic]].") is None


HEADLINES = {
    "three-capitals-in-five": ("Acme Sells Bread from mills", True),
    "two-capitals-in-five": ("Acme sells Bread from mills", False),
    "two-capitals-in-four": ("Acme sells Bread everywhere", False),
    "two-of-two": ("Acme Sells", True),
    "one-word": ("Acme", False),
    "short-words-don-t-count": ("Acme Sells Bread to you and to us all", True),
    "full-stop": ("Acme Sells Bread From Mills.", False),
    "200-characters": ("Breads " * 28 + "Mill", True),
    "longer": ("Breads " * 28 + "Mills", False),
}


@pytest.mark.parametrize(("text", "wanted"), HEADLINES.values(), ids=HEADLINES.keys())
def test_headline_by_its_capitals(text, wanted):
    assert is_headline(make_document(text), 0, len(text)) is wanted


def test_headline_by_its_place():
    assert is_headline(make_document("Acme sells bread.", part="title"), 0, 17)


CAPTIONS = {
    "short": ("bread from mills", True),
    "full-stop": ("bread from mills.", False),
    "100-characters": ("breads " * 14 + "to", True),
    "longer": ("breads " * 14 + "too", False),
}


@pytest.mark.parametrize(("text", "wanted"), CAPTIONS.values(), ids=CAPTIONS.keys())
def test_caption_is_a_short_line_without_full_stop(text, wanted):
    assert is_caption(make_document(text), 0, len(text)) is wanted


def test_caption_far_down_in_a_text():
    text = "It was sold to a mill.\n\n" * 9 + "bread from mills"
    assert is_caption(make_document(text), len(text) - 16, len(text))


#: A form, a sentence that has it, and the same without.
ALONE = [
    (question, "Is it [[magic]] for us?", "It is [[magic]] for us."),
    (question, "Is it [[magic]]? Ask.", "Why [[magic]]? Ask."),
    (condition, "If it sells, it will be [[magic]].", "It will, perhaps, be [[magic]]."),
    (headline_purpose, "Acme Raises Money to [[reinvent]] Lunch", "Acme Says Hello to [[reinvent]]"),
    (afterthought, "It is [[magic]], perhaps.", "It is [[magic]]."),
]  # fmt: skip
AROUND = "Why? If Acme raises it, to launch — it will; perhaps, is it rain, perhaps? "


@pytest.mark.parametrize(("form", "marked", "other"), ALONE)
def test_forms_read_their_own_sentence_only(form, marked, other):
    alone = cue_of(form, marked)
    cue = cue_of(form, marked, lead=AROUND, tail=f" {AROUND}")
    at = len(AROUND) + alone.start_char
    assert cue == Cue(alone.text, at, at + len(alone.text), "hedged")
    assert cue_of(form, other, lead=AROUND, tail=f" {AROUND}") is None


def test_caption_looks_at_its_own_end_only():
    text = "bread from mills\n\nIt was sold."
    assert is_caption(make_document(text), 0, 16)
