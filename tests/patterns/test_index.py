"""Many patterns at once: none that can match is left out, and few others are tried."""

import pytest

from hypecheck.lexicon import load_lexicon
from hypecheck.patterns import PatternIndex, compile_pattern, normalize
from hypecheck.text import make_document
from hypecheck.types.words import WORDS

SOURCES = [
    "game-changer/n",
    "the best *2 ever",
    "(first|only) of its kind",
    "* matters",
    '" magic "',
]
INDEX = PatternIndex((source, compile_pattern(source)) for source in SOURCES)


def named(text):
    return [source for source, _ in INDEX.candidates(WORDS.findall(normalize(text)))]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Two game changers.", "game-changer/n"),
        ("One gamechanger.", "game-changer/n"),
        ("The best small phone ever.", "the best *2 ever"),
        ("The only of its kind.", "(first|only) of its kind"),
        ("Nothing matters.", "* matters"),
        ("It is “magic”.", '" magic "'),
    ],
)
def test_a_pattern_that_matches_is_a_candidate(text, source):
    assert source in named(text)


@pytest.mark.parametrize(
    "text", ["The game of a changer.", "Best of all.", "Its kind is first.", ""]
)
def test_words_in_the_wrong_company_start_no_look(text):
    assert named(text) == []


def test_candidates_come_sentence_by_sentence():
    document = make_document("It rains. A game-changer came. It snows. Nothing matters.")
    found = [(n, [s for s, _ in c]) for n, c in INDEX.sentences(document.words)]
    assert found == [(1, ["game-changer/n"]), (3, ["* matters"])]


def test_pattern_without_a_sure_word_is_always_a_candidate():
    index = PatternIndex((source, compile_pattern(source)) for source in ["*2", "no way"])
    document = make_document("It rains. No way.")
    assert [source for source, _ in index.candidates(["it", "rains"])] == ["*2"]
    assert [
        (number, [source for source, _ in found])
        for number, found in index.sentences(document.words)
    ] == [(0, ["*2"]), (1, ["*2", "no way"])]


@pytest.mark.parametrize("entry", load_lexicon().entries, ids=lambda entry: entry.id)
def test_no_match_of_the_lexicon_is_overlooked(entry):
    for sentence in entry.flags:
        norm = normalize(sentence)
        words = WORDS.findall(norm)
        index = PatternIndex((pattern, pattern) for pattern in entry.patterns)
        kept = {pattern for pattern, _ in index.candidates(words)}
        for pattern in entry.patterns:
            spans = [match.span() for match in pattern.finditer(norm)]
            assert not spans or pattern in kept
            assert [m.span() for m in pattern.find(norm, 0, len(norm), set(words))] == spans
