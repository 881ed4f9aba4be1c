"""Bulk and pipeline say the same of a text, field by field.

Texts of one's own are compared with ``HYPECHECK_GOLD=FOLDER``: the "text" of every row of its
``bench/*.jsonl`` and ``bench/*.jsonl.gz``.
"""

import gzip
import json
import os
from pathlib import Path

import pytest

import hypecheck
from hypecheck.types import Article, Report

CORPUS = Path(__file__).parents[2] / "corpora" / "hypecheck-v1"
GOLD = os.environ.get("HYPECHECK_GOLD")


def rows_of(path):
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode()
    return [json.loads(line) for line in text.split("\n") if line.strip()]


@pytest.fixture(scope="module")
def nlp():
    return hypecheck.load()


def in_pipeline(nlp, row):
    doc = nlp.make_doc(row["text"])
    doc._.hype_as_of, doc._.hype_title = "2026-01-01", row.get("title")
    return nlp(doc)._.hype


def in_bulk(rows):
    articles = [
        Article(row["text"], title=row.get("title"), published="2026-01-01") for row in rows
    ]
    return hypecheck.score_articles(articles)


def assert_same(nlp, rows):
    assert rows
    for row, bulk in zip(rows, in_bulk(rows), strict=True):
        piped = in_pipeline(nlp, row).to_dict()
        for name, value in bulk.to_dict().items():
            assert piped.pop(name) == value, f"{name} of {row['text'][:60]!r}"
        assert not piped


def test_articles_of_the_corpus_get_one_answer(nlp):
    rows = rows_of(CORPUS / "articles-train.jsonl")[::10]
    assert len(rows) > 10
    assert_same(nlp, rows)


def test_some_answers_have_spans_claims_and_silent_sentences(nlp):
    text = "It is the first open model from France. It rains. A game-changer, Lee said. It snows."
    report = in_pipeline(nlp, {"text": text})
    assert report.spans
    assert report.claims
    assert len({one.score for one in report.sentences if not one.terms}) == 1
    assert_same(nlp, [{"text": text, "title": "A revolution"}])


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "🔥", "Řehoř — “best ever”!"])
def test_odd_texts_get_one_answer(nlp, text):
    assert_same(nlp, [{"text": text}])


def test_a_report_comes_back_from_its_row(nlp):
    (report,) = in_bulk([{"text": "A game-changer. It rains.", "title": "The first of its kind"}])
    assert Report.from_dict(report.to_dict()) == report


@pytest.mark.skipif(not GOLD, reason="HYPECHECK_GOLD names no folder")
def test_articles_of_the_folder_get_one_answer(nlp):
    folder = Path(GOLD) / "bench"
    for path in sorted([*folder.glob("*.jsonl"), *folder.glob("*.jsonl.gz")]):
        assert_same(nlp, rows_of(path))
