"""The matcher on a small lexicon of its own."""

import json

import pytest

from hypecheck.lexicon import Lexicon, read_entries, read_exclusions
from hypecheck.spans import LexiconMatcher
from hypecheck.text import make_document


def row(entry_id, label, patterns, extend="none", **more):
    return {
        "id": entry_id, "label": label, "patterns": patterns, "intensity": 2, "extend": extend,
        "flags": ["x"], "ignores": ["y"], **more,
    }  # fmt: skip


ROWS = [
    row("game-changer", "transformation", ["game-changer/n"], "of"),
    row("revolutionize", "transformation", ["revolutionize/v"], "object"),
    row("revolution", "transformation", ["revolution/n"], unless=["industrial revolution/n"]),
    row("innovative", "praise", ["innovative"], "head"),
    row("first", "priority", ["first"], "priority"),
    row("best", "superlative", ["best"], "superlative", pos="ADJ"),
    row("apple", "praise", ["wonder/n"], case="capital"),
    row("killer", "rivalry", ["(chip [killer]|rival killer)"]),
    row("crush", "rivalry", ["crush/v"], needs=["rival/n", "benchmark/n"]),
]
EXCLUSIONS = [{"id": "first-aid", "patterns": ["first aid"], "hides": ["He gave first aid."]}]


@pytest.fixture(scope="module")
def matcher():
    entries = read_entries("\n".join(map(json.dumps, ROWS)), "rows")
    exclusions = read_exclusions("\n".join(map(json.dumps, EXCLUSIONS)), "rows")
    return LexiconMatcher(Lexicon(tuple(entries), tuple(exclusions)))


def found(matcher, text, pos=None):
    hits = matcher.find(make_document(text), pos)
    return [(text[hit.start_char : hit.end_char], hit.label) for hit in hits]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Game–Changers.", [("Game–Changers", "transformation")]),
        ("An industrial revolution.", []),
        ("A revolution.", [("revolution", "transformation")]),
        ("He gave first aid.", []),
        ("It crushes sugar.", []),
        ("It crushes rivals.", [("crushes", "rivalry")]),
        ("No wonder.", []),
        ("A Wonder.", [("Wonder", "praise")]),
        ("A chip killer.", [("killer", "rivalry")]),
        ("A rival killer.", [("rival killer", "rivalry")]),
        ("Nothing here.", []),
        ("", []),
    ],
)
def test_phrases_are_found(matcher, text, expected):
    assert found(matcher, text) == expected


def test_object_never_swallows_another_overclaim(matcher):
    spans = found(matcher, "It will revolutionize the world's first innovative bank.")
    assert spans == [("revolutionize", "transformation"), ("first innovative bank", "priority")]


def test_complement_never_swallows_another_overclaim(matcher):
    spans = found(matcher, "the first bank with innovative cards")
    assert spans == [("first bank", "priority"), ("innovative cards", "praise")]


def test_head_and_modifiers_are_one_span(matcher):
    assert found(matcher, "the first innovative bank") == [("first innovative bank", "priority")]


def test_sentences_are_matched_by_themselves(matcher):
    hits = matcher.find(make_document("A revolution. The game. Changer."))
    assert [hit.sentence for hit in hits] == [0]


def test_part_of_speech_counts_where_a_tagger_has_run(matcher):
    text = "the best phone"
    assert found(matcher, text, {4: "ADJ"})
    assert not found(matcher, text, {4: "ADV"})
    assert found(matcher, text)
