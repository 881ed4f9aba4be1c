"""What a text would score without a span: the same as scoring it anew, only sooner."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hypecheck.pipeline import default_analyzer
from hypecheck.scoring import Without, document_score, load_scorer
from hypecheck.types import Hit, Report, StanceMark

SCORER = load_scorer()
WORDS = ["revolutionary", "seamless", "unprecedented"]
STANCES = ["asserted", "attributed", "hedged", "rejected"]


def sentence(*stances):
    """A sentence with one flagged word for each stance."""
    words = [WORDS[number % 3] for number in range(len(stances))]
    text = f"This toaster is {' and '.join(words)}." if words else "The toaster has two slots."
    hits, at = [], 16
    for word in words:
        hits.append(Hit(at, at + len(word), "transformation", word, 2, 0))
        at += len(word) + 5
    return SCORER.score_sentence(text, hits, [StanceMark(stance) for stance in stances])


def left_of(scored, number):
    """The sentence without one of its spans."""
    keep = [at for at in range(len(scored.hits)) if at != number]
    return SCORER.score_sentence(
        scored.text, [scored.hits[at] for at in keep], [scored.marks[at] for at in keep]
    )


def assert_same_as_anew(body, title):
    without = Without(SCORER, body, title, document_score(SCORER, body, title))
    for part, sentences in (("text", body), ("title", title)):
        for number, scored in enumerate(sentences):
            for span in range(len(scored.hits)):
                left = left_of(scored, span)
                anew = [*sentences[:number], left, *sentences[number + 1 :]]
                parts = (anew, title) if part == "text" else (body, anew)
                expected = document_score(SCORER, *parts).score
                assert without.score(part, number, left) == pytest.approx(expected, abs=1e-12)


CASES = [
    ([["asserted"]], []),
    ([["asserted", "rejected"]], [["asserted"]]),
    ([["asserted"], []], []),
    ([[], ["hedged"], []], []),
    ([["asserted", "asserted", "asserted"], ["attributed"], []], [["rejected"]]),
    ([["asserted"]] * 5 + [[]] * 3, [["asserted"], ["asserted", "hedged"]]),
    ([[], []], [["asserted"]]),
    ([], [["asserted"]]),
]


@pytest.mark.parametrize(("body", "title"), CASES)
def test_score_without_a_span_is_that_of_the_text_scored_anew(body, title):
    assert_same_as_anew([sentence(*s) for s in body], [sentence(*s) for s in title])


stances = st.lists(st.sampled_from(STANCES), max_size=3)


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(stances, max_size=8), st.lists(stances, max_size=2))
def test_so_it_is_for_any_mix_of_voices(body, title):
    assert_same_as_anew([sentence(*s) for s in body], [sentence(*s) for s in title])


ARTICLE = (
    "Our platform is unprecedented and truly revolutionary. The office opens at nine. "
    "Critics doubt that it is a game-changer. It is the most powerful model ever built! "
    "It will transform every industry, the founder said. Nothing else is new."
)


def report(text=ARTICLE, title="A seamless game-changer"):
    return default_analyzer().analyze(text, as_of=date(2025, 4, 3), title=title)


class TestReport:
    """The whole way: the analyzer with an entry that finds nothing, against what a span says."""

    def test_every_span_says_what_sentence_and_text_would_score(self):
        found = report()
        assert {span.part for span in found.spans} == {"text", "title"}
        for span in found.spans:
            expected = scored_without(found, span)
            assert span.text_without == pytest.approx(expected.score, abs=1e-9), span.text
            where = expected.sentences if span.part == "text" else expected.title_sentences
            after = score_at(where, span)
            before = score_at(found.sentences if span.part == "text" else found.title_sentences, span)  # fmt: skip
            assert span.score == pytest.approx(before - after, abs=1e-9)

    def test_text_of_one_sentence_loses_what_its_sentence_loses(self):
        found = report("It is a revolutionary, seamless toaster.", title=None)
        for span in found.spans:
            assert found.score - span.text_without == pytest.approx(span.score, abs=1e-12)

    def test_title_says_the_scores_of_its_sentences(self):
        found = report()
        (head,) = found.title_sentences
        assert (head.start_char, head.end_char) == (0, len(found.title))
        assert head.score > 0.3
        assert sum(term.value for term in head.terms) > -1
        assert report(title=None).title_sentences == ()

    def test_numbers_survive_a_row(self):
        found = report()
        assert Report.from_dict(found.to_dict()) == found
        assert Report.from_dict({"text": "", "score": 0.0}).title_sentences == ()


def scored_without(found, span):
    """Report of an analyzer whose matcher misses that one span."""
    analyzer = default_analyzer()
    missing = (span.part, span.start_char)

    class Blind:
        lexicon = analyzer.matcher.lexicon

        def find(self, document, pos=None):
            hits = analyzer.matcher.find(document, pos)
            return [hit for hit in hits if (document.part, hit.start_char) != missing]

    other = type(analyzer)(analyzer.matcher.lexicon, analyzer.db, analyzer.scorer)
    other.matcher = Blind()
    return other.analyze(found.text, as_of=date(2025, 4, 3), title=found.title)


def score_at(sentences, span):
    return next(s.score for s in sentences if s.start_char <= span.start_char < s.end_char)


def test_left_out_span_can_raise_the_score():
    """A rejection lowers the score of what stands beside it, so that leaving it out raises it."""
    body = [sentence("asserted"), sentence("rejected"), sentence()]
    total = document_score(SCORER, body)
    without = Without(SCORER, body, [], total)
    assert without.score("text", 1, replace(sentence(), text=body[1].text)) > total.score
