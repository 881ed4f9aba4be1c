"""Claim words that can't make a claim about models are left unread, and no others."""

from datetime import date

import pytest

from hypecheck.claims import ClaimReader
from hypecheck.claims.promise import is_promising, speaks_of_models
from hypecheck.claims.quantifiers import find_heads
from hypecheck.claims.sentence import Sentence
from hypecheck.evidence import ReleaseDB
from hypecheck.text import make_document

DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def db():
    return ReleaseDB.load()


def promising(text, db):
    sentence = Sentence(make_document(text), 0, db, DAY)
    (head,) = find_heads(sentence)
    return is_promising(sentence, head)


@pytest.mark.parametrize(
    "text",
    [
        "It was the first morning of a long summer.",
        "This is the only bakery in the village.",
        "She wore the largest hat at the wedding.",
    ],
)
def test_a_rank_among_other_things_is_no_promise(text, db):
    assert not promising(text, db)


@pytest.mark.parametrize(
    "text",
    [
        "This is the first open model from France.",
        "It is the only language model that they have.",
        "It is the first with 70 billion parameters.",
        "The world's first solar ferry left at noon.",
        "It is the first of its family.",
        "Google says that it is the first Large on a phone.",
        "This is the first bakery ever.",
    ],
)
def test_words_of_models_proof_and_names_are_a_promise(text, db):
    assert promising(text, db)


@pytest.mark.parametrize(
    ("text", "speaks"),
    [("An open model.", True), ("A 7B download.", True), ("A loaf from France.", False)],
)
def test_what_speaks_of_models(text, speaks, db):
    assert speaks_of_models(Sentence(make_document(text), 0, db, DAY)) is speaks


def test_what_promises_nothing_holds_no_claim(db, monkeypatch):
    text = (
        "It was the first morning of a long summer. The only bakery had closed. We had the largest"
        " garden, the smallest house and the second key. The first to wake made tea."
    )
    document = make_document(text)
    kept = ClaimReader().extract(document, db, DAY)
    monkeypatch.setattr("hypecheck.claims.extract.is_promising", lambda *_: True)
    assert ClaimReader().extract(document, db, DAY) == kept == []
