"""What holds of every report, whatever text comes in."""

import itertools
import json
from datetime import date

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import hypecheck
from hypecheck.exporters.json_schema import read_schema
from hypecheck.pipeline import default_analyzer
from hypecheck.types import Report

AS_OF = date(2025, 8, 6)
SCHEMA = jsonschema.Draft202012Validator(json.loads(read_schema()))

#: Words that fire, words that set a stance, and all that stands around them in real text.
PIECES = [
    *("a game-changer", "revolutionary", "the first open-weight model since GPT-2", "seamless"),
    *("state-of-the-art", "world-class", "will replace every lawyer", "the best phone ever"),
    *("unprecedented", "a GPT-4 killer", "superhuman", "10x faster", "no other lab has"),
    *("not", "hardly", "so-called", "could be", "aims to be", "according to", "said", "if"),
    *("OpenAI", "Whisper", "Llama 3.1 405B", "the company", "Meta’s", "in 2023", "v3"),
    *(".", ",", ";", ":", "—", "-", "(", ")", "“", "”", '"', "'", "?", "!", "…", "\n", "\n\n"),
    *("é", "👩‍🔬", "\u200d", "\u202e", "\ud800", "\x00", "\ufeff", "ß", "İ", "中文。", "#1", "%"),
]
prose = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
texts = st.one_of(prose, st.text(max_size=200), st.tuples(prose, st.text(max_size=20)).map("".join))
thorough = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def report_on(text: str, as_of: date = AS_OF) -> Report:
    return default_analyzer().analyze(text, as_of=as_of)


@thorough
@given(texts)
def test_offsets_slice_to_the_text_of_what_they_point_at(text):
    report = report_on(text)
    for found in [*report.spans, *report.claims]:
        assert text[found.start_char : found.end_char] == found.text
        assert 0 <= found.start_char < found.end_char <= len(text)
    for span in report.spans:
        for cue in span.cues:
            assert text[cue.start_char : cue.end_char] == cue.text


@thorough
@given(texts)
def test_sentences_cover_every_span_and_never_overlap(text):
    report = report_on(text)
    for one, other in zip(report.sentences, report.sentences[1:], strict=False):
        assert one.end_char <= other.start_char
    for span in report.spans:
        assert any(
            s.start_char <= span.start_char and span.end_char <= s.end_char
            for s in report.sentences
        )


@thorough
@given(texts)
def test_spans_stand_in_order_and_share_no_character(text):
    spans = report_on(text).spans
    for one, other in itertools.pairwise(spans):
        assert one.end_char <= other.start_char


@thorough
@given(texts)
def test_every_score_is_a_probability(text):
    report = report_on(text)
    scores = [report.score, report.own_voice, report.quoted_voice]
    scores += [sentence.score for sentence in report.sentences]
    assert all(0 <= score <= 1 for score in scores)


@thorough
@given(texts)
def test_the_same_text_gives_the_same_report(text):
    assert report_on(text) == report_on(text)


@thorough
@given(texts)
def test_a_report_survives_json_and_fits_its_schema(text):
    report = report_on(text)
    row = json.loads(json.dumps(report.to_dict()))
    assert Report.from_dict(row) == report
    SCHEMA.validate(row)


@thorough
@given(texts, st.dates(date(2018, 1, 1), date(2026, 11, 1)))
def test_no_evidence_is_younger_than_as_of(text, day):
    report = report_on(text, day)
    for found in [*report.spans, *report.claims]:
        for evidence in found.evidence:
            assert evidence.date <= day.isoformat()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(prose.filter(lambda text: text.strip()))
def test_a_neutral_paragraph_changes_no_other_paragraph(text):
    """Blank lines are walls: nothing reaches over one, except that an article gets longer."""
    text = text.replace("“", '"').replace("”", '"')
    if text.count('"') % 2:
        text += '"'
    neutral = "\n\nThe office opens at nine and closes at five.\n"
    alone, followed = report_on(text), report_on(text + neutral)
    key = lambda span: (span.start_char, span.end_char, span.label, span.stance)  # noqa: E731
    assert [key(s) for s in alone.spans] == [key(s) for s in followed.spans]


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(prose, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_order_and_company_change_no_score(articles, random):
    shuffled = random.sample(articles, len(articles))
    assert sorted(scored(articles)) == sorted(scored(shuffled))


def scored(articles):
    """Text and score of each article, as a bulk run gives them."""
    dated = [hypecheck.Article(text, published=AS_OF) for text in articles]
    reports = hypecheck.score_articles(dated, batch_size=2)
    return [(text, report.score) for text, report in zip(articles, reports, strict=True)]


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\x00", "\ud800", "\u200b", "…"])
def test_a_text_without_words_scores_the_floor(text):
    report = report_on(text)
    assert not report.spans
    assert report.score == report_on("The office opens at nine.").score
