"""The vocabulary files: every row shows what it flags, and a bad row is named."""

import re
from types import SimpleNamespace

import pytest

from hypecheck.claims import validate, vocabulary
from hypecheck.claims.validate import problems
from hypecheck.claims.vocabulary import (
    FACETS,
    FORMS,
    claim_word,
    class_word,
    load_claim_words,
    load_class_words,
    load_metonyms,
    load_words,
)
from hypecheck.errors import LexiconError
from hypecheck.text import make_document

ROW = {"id": "open", "facet": "openness", "value": "open", "patterns": ["open"],
       "flags": ["an open model"], "ignores": ["a shut model"]}  # fmt: skip
CLAIM = {"id": "first", "form": "noun", "quantifier": "first", "ordinal": 1,
         "patterns": ["first"], "flags": ["the first"], "ignores": ["the last"]}  # fmt: skip


def test_shipped_examples_hold():
    assert list(problems(load_class_words().items, "facets.jsonl")) == []
    assert list(problems(load_claim_words().items, "quantifiers.jsonl")) == []


def test_validator_says_how_many_rows_it_read(capsys):
    assert validate.main() == 0
    assert re.fullmatch(r"\d+ rows, 0 problems\n", capsys.readouterr().out)


def test_row_keeps_what_its_file_says():
    word, claim = class_word(ROW, "facets.jsonl:1"), claim_word(CLAIM, "quantifiers.jsonl:1")
    assert (word.id, word.facet, word.value) == ("open", "openness", "open")
    assert (word.flags, word.ignores) == (("an open model",), ("a shut model",))
    assert (claim.id, claim.form, claim.quantifier, claim.ordinal) == ("first", "noun", "first", 1)
    assert (claim.flags, claim.ignores) == (("the first",), ("the last",))


def test_wrong_examples_are_named():
    row = ROW | {"flags": ["a shut model"], "ignores": ["an open model"]}
    found = list(problems((class_word(row, "facets.jsonl:1"),), "facets.jsonl"))
    assert found == [
        "facets.jsonl: 'open' must flag, and doesn't: a shut model",
        "facets.jsonl: 'open' must not flag, and does: an open model",
    ]


def test_validator_lists_wrong_examples(capsys, monkeypatch):
    wrong = class_word(ROW | {"flags": ["a shut model"]}, "facets.jsonl:1")
    monkeypatch.setattr(validate, "load_class_words", lambda: SimpleNamespace(items=(wrong,)))
    assert validate.main() == 3
    first, last = capsys.readouterr().out.splitlines()
    assert first == "facets.jsonl: 'open' must flag, and doesn't: a shut model"
    assert last.endswith(" rows, 1 problems")


def test_validator_names_a_row_that_can_not_be_read(capsys, monkeypatch):
    monkeypatch.setattr(
        validate, "load_class_words", lambda: class_word(ROW | {"flags": []}, "facets.jsonl:7")
    )
    assert validate.main() == 3
    (line,) = capsys.readouterr().out.splitlines()
    assert "facets.jsonl:7" in line


def test_id_that_stands_twice_is_refused(monkeypatch):
    monkeypatch.setattr(vocabulary, "read_jsonl", lambda name: [(1, ROW), (2, ROW)])
    with pytest.raises(LexiconError, match=r"facets\.jsonl:2 repeats the id 'open'"):
        list(vocabulary._read("claims/facets.jsonl", class_word))


BAD_ROWS = [
    ({"facet": "colour"}, "has the facet 'colour'. Allowed: openness, kind"),
    ({"flags": []}, "lacks an example"),
    ({"ignores": []}, "lacks an example"),
    ({"patterns": ["open/x"]}, "/x"),
    ({"patterns": ["*"]}, "without a sure word"),
    ({"note": "hi"}, "has the fields"),
]


@pytest.mark.parametrize(("change", "message"), BAD_ROWS, ids=[row[1] for row in BAD_ROWS])
def test_bad_class_row_is_refused(change, message):
    with pytest.raises(LexiconError, match=re.escape(message)) as caught:
        class_word(ROW | change, "facets.jsonl:7")
    assert str(caught.value).startswith("facets.jsonl:7")


@pytest.mark.parametrize(
    ("change", "message"),
    [({"form": "poem"}, "Allowed: noun, clause"), ({"quantifier": "best"}, "Allowed: first, only")],
)
def test_bad_claim_row_is_refused(change, message):
    with pytest.raises(LexiconError, match=message):
        claim_word(CLAIM | change, "quantifiers.jsonl:3")


def test_every_form_and_facet_is_used():
    assert {word.form for word in load_claim_words().items} == set(FORMS)
    assert {word.facet for word in load_class_words().items} == set(FACETS)


def test_closed_lists_are_lower_case_words():
    words = load_words()
    lists = [getattr(words, name) for name in words.__dataclass_fields__]
    assert all(word == word.lower().strip() for word in set().union(*lists))


def test_nicknames_are_found_in_lower_case():
    assert load_metonyms()["redmond"] == "Microsoft"


@pytest.mark.parametrize("text", ["The first of its kind.", "It has the largest context window."])
def test_a_sentence_with_claim_words_is_looked_at(text):
    document = make_document(text)
    assert list(load_claim_words().sentences(document.words)) == [0]


def test_a_part_of_a_word_is_no_claim_word():
    document = make_document("thirsty, firstborn, bonly, seconds")
    assert list(load_claim_words().sentences(document.words)) == []
