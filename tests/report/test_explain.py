"""The score as a sum, in words: every number true, every span with what it does."""

import re

import pytest

import hypecheck
from hypecheck.types import HypeSpan, Report, SentenceScore, Term

ARTICLE = (
    "Our unprecedented platform is a game-changer. The office opens at nine. "
    "Critics doubt that it is revolutionary."
)


@pytest.fixture(scope="module")
def report():
    return hypecheck.check(ARTICLE, as_of="2025-04-03", title="A world-class toaster")


def sums(text):
    """Each sum of an explanation: its terms, its log-odds and its score."""
    for block in re.findall(r"((?:^  [+-]\d.*\n)+)  = ([+-]\d+\.\d+), a score of (\d\.\d+)", text, re.M):  # fmt: skip
        terms = [float(value) for value in re.findall(r"^  ([+-]\d+\.\d+)", block[0], re.M)]
        yield terms, float(block[1]), float(block[2])


def test_terms_of_text_and_flagged_sentences_add_up(report):
    found = list(sums(report.explain()))
    assert len(found) == 4  # text, title, two sentences
    for terms, total, _ in found:
        assert sum(terms) == pytest.approx(total, abs=0.0006 * len(terms))
    assert found[0][2] == pytest.approx(report.score, abs=0.0006)


def test_each_span_has_its_counterfactual(report):
    text = report.explain()
    for span in report.spans:
        line = next(line for line in text.splitlines() if f"without “{span.text}”" in line)
        before, after = re.search(r"text (\d\.\d\d) → (\d\.\d\d)", line).groups()
        assert float(before) == pytest.approx(report.score, abs=0.006)
        assert float(after) == pytest.approx(span.text_without, abs=0.006)


def test_sober_sentences_are_left_out(report):
    assert "The office opens" not in report.explain()


def test_text_of_one_sentence_shows_its_sum_once():
    text = hypecheck.check("It is a game-changer.", as_of="2025").explain()
    assert len(list(sums(text))) == 1
    assert "the text's only sentence" in text


def test_text_without_hype_is_its_floor():
    text = hypecheck.check("The office opens at nine. It closes at five.").explain()
    (found,) = sums(text)
    assert found[0] == [found[1]]


def test_words_of_the_issue():
    """A hand-made report: without the span the sentence would score 0.44."""
    span = HypeSpan(3, 16, "unprecedented", "praise", score=0.37, text_without=0.5)
    sentence = SentenceScore(0, 17, 0.81, (Term("floor", -4.0), Term("asserted", 5.45, "x")))
    report = Report("Is unprecedented.", 0.6, (span,), (), (sentence,), terms=(Term("floor", 0.4),))
    assert "without “unprecedented”: sentence 0.81 → 0.44, text 0.60 → 0.50" in report.explain()


def test_report_of_an_older_version_says_what_it_knows():
    span = HypeSpan(0, 4, "best", "praise", score=0.3)
    report = Report("best", 0.5, (span,), (), (SentenceScore(0, 4, 0.5, (Term("floor", 0.0),)),))
    line = next(line for line in report.explain().splitlines() if "without" in line)
    assert line.endswith("sentence 0.50 → 0.20")
