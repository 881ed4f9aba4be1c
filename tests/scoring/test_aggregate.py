"""A text's score comes from its sentences, its title, and whose words they are."""

import math
import random

import pytest

from hypecheck.scoring import document_score, load_scorer, probability
from hypecheck.types import Hit, StanceMark, Term


@pytest.fixture(scope="module")
def scorer():
    return load_scorer()


def sentence(scorer, stance=None, intensity=3, label="transformation"):
    if stance is None:
        return scorer.score_sentence("The toaster has two slots.")
    text = "This toaster is revolutionary."
    return scorer.score_sentence(
        text, [Hit(16, 29, label, "revolutionary", intensity, 0)], [StanceMark(stance)]
    )


def score(scorer, stances, title=()):
    return document_score(
        scorer, [sentence(scorer, s) for s in stances], [sentence(scorer, s) for s in title]
    )


@pytest.mark.parametrize("stance", [None, "asserted", "attributed", "hedged", "rejected"])
@pytest.mark.parametrize("title", [(), ("asserted",)])
def test_text_of_one_sentence_scores_like_the_sentence(scorer, stance, title):
    alone = sentence(scorer, stance)
    whole = score(scorer, [stance], title)
    assert whole.score == alone.score
    assert whole.terms == alone.terms


@pytest.mark.parametrize("count", [0, 1, 2, 50])
def test_text_without_spans_scores_the_floor(scorer, count):
    whole = score(scorer, [None] * count)
    assert whole.terms == (Term("floor", scorer.floor),)
    assert whole.score == probability(whole.terms)


@pytest.mark.parametrize(
    "stances", [["asserted"] * 4 + [None] * 9, ["rejected", "attributed", None]]
)
def test_sum_of_terms_is_the_log_odds_of_the_score(scorer, stances):
    whole = score(scorer, stances, ["hedged"])
    total = math.log(whole.score / (1 - whole.score))
    assert total == pytest.approx(sum(term.value for term in whole.terms), abs=1e-9)
    assert whole.terms[0] == Term("floor", scorer.floor)


@pytest.mark.parametrize("length", [2, 3, 5, 12])
def test_hyped_paragraph_scores_high(scorer, length):
    assert score(scorer, ["asserted"] * length).score > 0.7


@pytest.mark.parametrize("quoted", ["attributed", "rejected"])
@pytest.mark.parametrize("length", [4, 20])
def test_text_that_quotes_hype_scores_low(scorer, quoted, length):
    assert score(scorer, [quoted, None] * (length // 2), [quoted]).score < 0.35


def test_stances_order_whole_texts(scorer):
    own, passed_on, denied = (
        score(scorer, [s, s, None, None]).score for s in ("asserted", "attributed", "rejected")
    )
    assert own > passed_on >= denied


def test_one_hyped_sentence_in_a_long_sober_text_is_not_clear_hype(scorer):
    assert score(scorer, [None] * 10_000 + ["asserted"]).score < 0.35


def test_more_hype_never_lowers_the_score(scorer):
    scores = [score(scorer, ["asserted"] * n + [None] * (20 - n)).score for n in range(21)]
    assert scores == sorted(scores)


def test_hyped_title_never_lowers_the_score(scorer):
    body = ["asserted", None, None, None, None, None]
    assert score(scorer, body, ["asserted"]).score >= score(scorer, body).score


def test_order_does_not_matter(scorer):
    stances = ["asserted"] * 5 + ["attributed"] * 2 + [None] * 10
    given = score(scorer, stances).score
    random.Random(4).shuffle(stances)
    assert score(scorer, stances).score == pytest.approx(given, abs=1e-12)


def test_text_of_the_same_mixture_scores_much_alike_at_any_length(scorer):
    short, *longer = (score(scorer, (["asserted"] * 2 + [None] * 8) * n).score for n in (1, 2, 20))
    assert longer[0] == pytest.approx(longer[1], abs=0.06)
    assert short <= longer[0] < short + 0.15


def test_words_around_the_spans_count_in_whole_texts(scorer):
    hyped = sentence(scorer, "asserted")
    loud = scorer.score_sentence("Join us today and discover what we're building for you!")
    sober = scorer.score_sentence("The committee said that the figures were not audited.")
    first, second = (document_score(scorer, [hyped, other, other]).score for other in (loud, sober))
    assert first > second


def test_own_and_quoted_voice_are_told_apart(scorer):
    quoted = score(scorer, ["attributed"] * 4)
    own = score(scorer, ["asserted"] * 4)
    assert quoted.own_voice == own.quoted_voice == 0.0
    assert quoted.quoted_voice == own.own_voice > 0.7


def test_rejected_hype_is_nobodys_voice(scorer):
    whole = score(scorer, ["rejected"] * 3)
    assert (whole.own_voice, whole.quoted_voice) == (0.0, 0.0)


def test_own_voice_leaves_out_what_others_say(scorer):
    own, quoted = (sentence(scorer, stance) for stance in ("asserted", "attributed"))
    silent = scorer.score_sentence(quoted.text)
    rest = [sentence(scorer)] * 2
    mixed = document_score(scorer, [own, quoted, *rest])
    alone = document_score(scorer, [own, silent, *rest])
    assert mixed.own_voice == pytest.approx(alone.score, abs=0.02), "but for the register"
