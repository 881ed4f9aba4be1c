"""What stands before a colon and behind a semicolon or a dash is no part of a claim."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from hypecheck.claims import ClaimReader
from hypecheck.patterns import normalize
from hypecheck.types import Document

TABLE = Path(__file__).parents[2] / "corpora" / "claims" / "test.jsonl"
#: Sentences that point beyond themselves, or speak of time in their first words.
_POINTING = re.compile(
    r"\bthere\b|\btheir country\b|^(?:Until|Since|(?:The|Our) (?:first|largest))\b|[.!?] [A-Z“\"]|[^.]$"
)
SENTENCES = [
    text
    for text in (
        json.loads(line)["text"] for line in TABLE.read_text(encoding="utf-8").splitlines()
    )
    if not _POINTING.search(text)
]
LEADS = (
    "Two billion tokens of context were a lot in Japan in May 2024, some labs said; ",
    "Some labs in France, with a speech family of their own, had talked of a licence in all of 2023: ",
)
TAILS = (
    "; in all of 2023 some said that a trillion tokens of context under these terms in Japan, built on"
    " the weights of a small speech family, were a lot for labs there, if anything.",
    " — and since May 2024 they all talk of more than two billion parameters, with a licence that"
    " others, in France or not, may read.",
)


def claims(text, names, start, end):
    """Claims between two offsets of a text of one sentence, counted from the first offset."""
    document = Document(text, normalize(text), ((0, len(text)),))
    return [
        (c.text, c.start_char - start, c.quantifier, c.ordinal, c.subject, c.anchor, c.since, c.as_of, c.facets)
        for c in ClaimReader().extract(document, names, date(2025, 9, 30))
        if start <= c.start_char < end
    ]  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES)
def test_a_claim_is_the_same_whatever_stands_around_it(names, text):
    alone = claims(text, names, 0, len(text))
    for lead in LEADS:
        assert claims(lead + text, names, len(lead), len(lead + text)) == alone
    for tail in TAILS:
        assert claims(text[:-1] + tail, names, 0, len(text)) == alone


def test_most_of_the_sentences_make_a_claim(names):
    found = [text for text in SENTENCES if claims(text, names, 0, len(text))]
    assert 4 * len(found) > 3 * len(SENTENCES) > 900
