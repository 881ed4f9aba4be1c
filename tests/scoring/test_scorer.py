"""A sentence's score is a sum whose terms can be shown."""

import math

import pytest

from hypecheck.protocols import TextScorer
from hypecheck.scoring import SentenceScorer, load_scorer, probability
from hypecheck.scoring.scorer import Weights
from hypecheck.types import Hit, StanceMark, Term

TEXT = "Our stunning toaster!"
HIT = Hit(4, 12, "praise", "stunning", 2, 0)
SENTENCE = Weights(
    -3.0, {"flagged": 1.0, "asserted": 2.0, "exclamation mark": 0.5, "rejected": -2.0}
)


@pytest.fixture
def scorer():
    return SentenceScorer(SENTENCE, Weights(-3.0, {}))


def test_scorer_has_the_shape_of_the_protocol(scorer):
    assert isinstance(scorer, TextScorer)


def test_no_trigger_scores_the_floor_alone(scorer):
    assert scorer.sentence_terms("A revolution!", [], []) == (Term("floor", -3.0),)
    assert scorer.floor == -3.0


def test_terms_name_what_they_come_from(scorer):
    terms = scorer.sentence_terms(TEXT, [HIT], [StanceMark()])
    assert [(term.name, term.value, term.text) for term in terms] == [
        ("floor", -3.0, ""),
        ("flagged", 1.0, "stunning"),
        ("asserted", 2.0, "stunning"),
        ("exclamation mark", 0.5, "!"),
    ]


def test_sum_of_terms_is_the_log_odds_of_the_score(scorer):
    scored = scorer.score_sentence(TEXT, [HIT], [StanceMark()])
    total = math.log(scored.score / (1 - scored.score))
    assert total == pytest.approx(sum(term.value for term in scored.terms), abs=1e-9)


def test_rejected_hype_scores_below_the_floor_if_learnt_so(scorer):
    scored = scorer.score_sentence(TEXT, [HIT], [StanceMark("rejected")])
    assert scored.score < probability([Term("floor", -3.0)])


@pytest.mark.parametrize("value", [-800.0, -30.0, 0.0, 30.0, 800.0])
def test_probability_never_overflows(value):
    assert 0.0 <= probability([Term("x", value)]) <= 1.0


STANCES = ("asserted", "attributed", "hedged", "rejected")


@pytest.fixture(scope="module")
def shipped():
    return load_scorer()


def shipped_scores(shipped, intensity):
    hit = Hit(4, 12, "praise", "stunning", intensity, 0)
    return {s: shipped.score_sentence(TEXT, [hit], [StanceMark(s)]).score for s in STANCES}


@pytest.mark.parametrize("intensity", [1, 2, 3])
def test_shipped_model_orders_the_stances(shipped, intensity):
    scores = shipped_scores(shipped, intensity)
    assert scores["asserted"] > max(scores["attributed"], scores["hedged"])
    assert min(scores["attributed"], scores["hedged"]) > scores["rejected"]


def test_shipped_model_rises_with_intensity(shipped):
    mild, clear, extreme = (shipped_scores(shipped, i)["asserted"] for i in (1, 2, 3))
    assert mild < clear < extreme


def test_shipped_model_calls_no_distanced_span_clear_hype(shipped):
    scores = shipped_scores(shipped, 3)
    assert max(scores["attributed"], scores["hedged"], scores["rejected"]) < 0.5


@pytest.mark.parametrize("label", ["transformation", "priority", "rivalry", "new-label"])
def test_shipped_model_adds_for_every_further_own_span(shipped, label):
    text = "A stunning, magical toaster."
    hits = [Hit(2, 10, "praise", "a", 2, 0), Hit(12, 19, label, "b", 2, 0)]
    marks = [StanceMark(), StanceMark()]
    two = shipped.score_sentence(text, hits, marks).score
    assert two > shipped.score_sentence(text, hits[:1], marks[:1]).score


def test_shipped_floor_is_low(shipped):
    assert probability([Term("floor", shipped.floor)]) < 0.1
