"""Inflected forms by rule and by exception."""

import pytest

from hypecheck.patterns.inflection import adjective_forms, noun_forms, spellings, verb_forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("crush", {"crush", "crushes", "crushed", "crushing"}),
        ("redefine", {"redefine", "redefines", "redefined", "redefining"}),
        ("defy", {"defy", "defies", "defied", "defying"}),
        ("destroy", {"destroy", "destroys", "destroyed", "destroying"}),
        ("top", {"top", "tops", "topped", "topping"}),
        ("offer", {"offer", "offers", "offered", "offering"}),
        ("leave", {"leave", "leaves", "left", "leaving"}),
        ("go", {"go", "goes", "went", "gone", "going"}),
        ("see", {"see", "sees", "saw", "seen", "seeing"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("transfer", {"transfer", "transfers", "transferred", "transferring"}),
    ],
)
def test_verb(lemma, forms):
    assert verb_forms(lemma) == forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("breakthrough", {"breakthrough", "breakthroughs"}),
        ("possibility", {"possibility", "possibilities"}),
        ("hero", {"hero", "heroes"}),
        ("life", {"life", "lives"}),
        ("box", {"box", "boxes"}),
    ],
)
def test_noun(lemma, forms):
    assert noun_forms(lemma) == forms


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("fast", {"fast", "faster", "fastest"}),
        ("large", {"large", "larger", "largest"}),
        ("big", {"big", "bigger", "biggest"}),
        ("mighty", {"mighty", "mightier", "mightiest"}),
        ("good", {"good", "better", "best"}),
    ],
)
def test_adjective(lemma, forms):
    assert adjective_forms(lemma) == forms


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("revolutionize", "revolutionise"),
        ("unparalleled", "unparallelled"),
        ("color", "colour"),
        ("analyze", "analyse"),
    ],
)
def test_british_and_american_spelling(word, other):
    assert other in spellings(word)


@pytest.mark.parametrize("word", ["size", "prize", "seize"])
def test_short_words_keep_their_z(word):
    assert spellings(word) == {word}
