"""Registers of a whole text: exactly the mean of what each sentence has."""

import math
import random

import pytest

from hypecheck.patterns import normalize
from hypecheck.scoring import SentenceWords, load_scorer, words_of
from hypecheck.scoring.register import NUMBER, Register
from hypecheck.scoring.tones import Tones

REGISTER = Register({"proud": 1.0, "announce": 3.0, "said": -2.0, NUMBER: -0.5, "!": 0.5})


def plainly(registers, sentences):
    """Means as one would write them down: a sum of floats for each sentence and register."""
    return {
        name: math.fsum(register.value_of(words) for words in sentences) / (len(sentences) + 5)
        for name, register in registers.items()
    }


def test_mean_of_many_sentences_is_their_mean():
    found = Tones({"x": REGISTER}).means([{"proud"}, {"toaster"}, {"said"}] * 400)
    assert found == {"x": pytest.approx(-1 / 9, abs=0.01)}


def test_mean_of_few_sentences_is_drawn_to_nothing():
    assert Tones({"x": REGISTER}).means([]) == {"x": 0.0}
    one, ten = (Tones({"x": REGISTER}).means([{"proud"}] * n)["x"] for n in (1, 10))
    assert 0 < one < ten < 1


def test_without_registers_there_are_no_means():
    assert Tones({}).means([{"proud"}]) == {}


@pytest.mark.parametrize("seed", range(5))
def test_registers_beside_each_other_are_read_to_the_last_bit(seed):
    draw = random.Random(seed)
    words = [f"w{number}" for number in range(300)]
    registers = {
        name: Register({word: draw.uniform(-3, 3) * 10.0 ** draw.randint(-9, 2) for word in some})
        for name, some in (("a", words[:200]), ("b", words[100:]), ("c", words[50:60]))
    }
    sentences = [set(draw.sample(words, draw.randint(0, 60))) for _ in range(200)]
    assert Tones(registers).means(sentences) == plainly(registers, sentences)


def test_shipped_registers_are_read_to_the_last_bit():
    registers = load_scorer().registers
    words = sorted({word for register in registers.values() for word in register.weights})
    sentences = [set(words[start : start + 40]) for start in range(0, len(words), 40)]
    assert Tones(registers).means(sentences) == plainly(registers, sentences)


@pytest.mark.parametrize(
    "text",
    [
        "We're proud, PROUD!",
        "We’re open-weight now – really – and 'that' is it",
        "Up 4.5% in 2024, gpt-4 and 4x and covid19",
        "Acme™ and Ünal® … — 、 “quoted” words_with_lines",
        "Řehoř runs it 🔥 in Plzeň",
        "x² of ª and ½, rock-'n'-roll --- o'clock'",
        "",
    ],
)
def test_words_of_a_sentence_are_those_of_the_text_by_itself(text):
    around = f"Before it! {text} After it."
    cut = SentenceWords(normalize(around))
    assert cut.of(11, 11 + len(text)) == words_of(text)
