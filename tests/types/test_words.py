"""Words are runs of letters and digits, however they are cut."""

import re

import pytest

from hypecheck.patterns import normalize
from hypecheck.types.words import WORDS, Token, cut_words, tokens_by

TEXTS = [
    "It's GPT-4's 1,024-token window_size!",
    "Ünal naïvely said: “¼ of x² is ª µ”.",
    "Řehoř — 漢字 and العربية ٣ words",
    "🔥🔥 Game 👩‍🔬 changer… e\u0301 ™",
    "tabs\tand\x1cseparators\x85and\u2028lines",
    "",
    "...",
]


@pytest.mark.parametrize("text", TEXTS)
def test_words_are_what_the_expression_finds(text):
    norm = normalize(text)
    assert list(cut_words(norm, [(0, len(norm))]).flat) == WORDS.findall(norm)


def test_words_come_sentence_by_sentence():
    words = cut_words("it rains. . so what.", [(0, 9), (10, 11), (12, 20)])
    assert [list(words.of(number)) for number in range(3)] == [["it", "rains"], [], ["so", "what"]]


def test_a_cut_through_a_word_makes_two():
    assert list(cut_words("gamechanger", [(0, 4), (4, 11)]).flat) == ["game", "changer"]


def test_no_sentences_have_no_words():
    words = cut_words("", [])
    assert (list(words.flat), tuple(words.starts)) == ([], (0,))


def test_tokens_keep_their_places():
    found = list(tokens_by(re.compile(r"\w+|[^\w\s]"), "so, what", 0, 8))
    assert found == [Token("so", 0, 2), Token(",", 2, 3), Token("what", 4, 8)]
    assert [token.is_word for token in found] == [True, False, True]
