"""When a candidate is written and surrounded as its spelling needs it."""

import pytest

from hypecheck.evidence.context import REACH, Context
from hypecheck.evidence.needs import Need
from hypecheck.evidence.spellings import Spelling


def chosen(text, word, need, form=None, makers=(), kind="release"):
    spelling = Spelling(form or word, kind, "key", need, (0, 0), makers)
    begin = text.index(word)
    return Context(text).choose([spelling], begin, begin + len(word)) is spelling


@pytest.mark.parametrize(
    ("word", "form", "need", "allowed"),
    [
        ("gpt-4", "GPT-4", Need.FREE, True),
        ("Stable Diffusion", "Stable Diffusion", Need.CAPITAL, True),
        ("Stable diffusion", "Stable Diffusion", Need.CAPITAL, False),
        ("LLaMA", "Llama", Need.CAPITAL, True),
        ("LLAMA", "Llama", Need.CAPITAL, False),
        ("us", "US", Need.VERBATIM, False),
        ("US", "US", Need.VERBATIM, True),
        ("GLM 4", "GLM-4", Need.VERBATIM, True),
    ],
)
def test_letters_and_capitals(word, form, need, allowed):
    assert chosen(f"We saw {word} there.", word, need, form) is allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Whisper, the speech model, is open.", True),
        ("We ran it on Whisper with fewer parameters.", True),
        ("A bird called Whisper flew off.", False),
        ("Then Alan Whisper joined the AI lab.", False),
        ("Whisper Jones trains a neural network.", False),
        ("It is over. Whisper became a chatbot.", True),
    ],
)
def test_an_everyday_word_needs_the_field_around_it(text, allowed):
    assert chosen(text, "Whisper", Need.CONTEXT) is allowed


def test_the_field_must_be_near():
    near, far = " word" * 10, " word" * (REACH // 5 + 5)
    assert chosen(f"The AI{near} called Whisper", "Whisper", Need.CONTEXT)
    assert not chosen(f"The AI{far} called Whisper", "Whisper", Need.CONTEXT)


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("Acme's Prometheus is out.", True),
        ("Prometheus is an AI model.", False),
    ],
)
def test_a_little_known_word_needs_its_maker(text, allowed):
    assert chosen(text, "Prometheus", Need.MAKER, makers=("Acme",)) is allowed


def test_a_maker_is_not_written_apart():
    assert not chosen("with x AI help", "x AI", Need.CAPITAL, "xAI", kind="organization")
    assert chosen("with xAI help", "xAI", Need.CAPITAL, "xAI", kind="organization")


@pytest.mark.parametrize(
    ("text", "makers", "index"),
    [
        ("Acme met Bolt. The French company won.", ("Acme", "Bolt"), 1),
        ("Bolt met Acme. The French company won.", ("Acme", "Bolt"), 0),
        ("Nobody. The French company won.", ("Acme", "Bolt"), None),
        ("Acme is a French company.", ("Acme", "Bolt"), None),
    ],
)
def test_an_epithet_is_of_the_maker_named_last_before_it(text, makers, index):
    spellings = [
        Spelling("French company", "epithet", maker, Need.CAPITAL, (0, 2), (maker,))
        for maker in makers
    ]
    begin = text.index("French company")
    found = Context(text).choose(spellings, begin, begin + len("French company"))
    assert found is (None if index is None else spellings[index])
