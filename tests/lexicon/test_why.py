"""What keeps an entry from firing, and which entries are near."""

import json

import pytest

from hypecheck.lexicon import Lexicon, own_lexicon, read_entries, read_exclusions
from hypecheck.lexicon.why import kept_out, nearest, shown

ROWS = [
    {"id": "killer", "label": "rivalry", "patterns": ["killer/n"], "unless": ["serial killer/n"]},
    {"id": "first", "label": "priority", "patterns": ["[first] to *"], "needs": ["ever"]},
    {"id": "Mecca", "label": "praise", "patterns": ["mecca"], "case": "lower"},
    {"id": "Titan", "label": "praise", "patterns": ["titan"], "case": "capital"},
    {"id": "aid", "label": "praise", "patterns": ["aid"]},
]


@pytest.fixture(scope="module")
def lexicon():
    rows = [{"intensity": 1, "flags": ["x"], "ignores": ["y"], **row} for row in ROWS]
    hidden = {"id": "first-aid", "patterns": ["first aid"], "hides": ["x"]}
    return Lexicon(
        tuple(read_entries("\n".join(map(json.dumps, rows)), "w.jsonl")),
        tuple(read_exclusions(json.dumps(hidden), "x.jsonl")),
    )


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("A serial killer.", "“killer”: entry 'killer' (rivalry) would fire, but “serial killer” is literal use (unless 'serial killer/n')"),
        ("The first to sing.", "“first”: entry 'first' (priority) would fire, but it needs 'ever' in the sentence"),
        ("He went to Mecca.", "it needs a small letter"),
        ("The titan sank.", "it needs a capital letter"),
        ("A killer app by a serial killer.", "“serial killer” is literal use"),
        ("Aid came with first aid.", "“aid”: entry 'aid' (praise) would fire, but exclusion"),
        ("Take first aid.", "exclusion 'first-aid' takes the words as literal"),
    ],
)  # fmt: skip
def test_reason_is_named(lexicon, sentence, words):
    (line,) = kept_out(lexicon, sentence)
    assert words in line


@pytest.mark.parametrize(
    "sentence",
    [
        "A killer app.",
        "The first to ever sing.",
        "A mecca.",
        "Plain.",
    ],
)
def test_what_fires_or_has_no_word_of_an_entry_is_not_kept_out(lexicon, sentence):
    assert list(kept_out(lexicon, sentence)) == []


def test_allowed_and_switched_off_are_told_apart(tmp_path):
    path = tmp_path / "mine.jsonl"
    path.write_text('{"id": "revolutionary", "off": true}\n{"allow": "game-changer"}')
    lines = list(kept_out(own_lexicon([path]), "A revolutionary game-changer."))
    assert any("'revolutionary' (transformation) would fire, but it is switched off" in line for line in lines)  # fmt: skip
    assert any("the phrase is allowed ('game-changer')" in line for line in lines)


@pytest.mark.parametrize("phrase", ["gamechagner killers", "a killer"])
def test_nearest_shares_words_misspelt_ones_too(lexicon, phrase):
    assert nearest(lexicon, phrase)[0].id == "killer"


def test_nothing_is_near_to_other_words(lexicon):
    assert nearest(lexicon, "zebra crossing") == []


def test_entry_is_shown_on_one_line_of_bounded_width(lexicon):
    assert shown(lexicon["killer"]) == "killer (rivalry): killer/n; flags: x"
    long = own_lexicon()
    assert max(len(shown(entry)) for entry in long.entries) < 400
