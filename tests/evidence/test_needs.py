"""What a spelling needs before it counts as a name."""

import pytest

from hypecheck.evidence.naming import tokens_of
from hypecheck.evidence.needs import Need, names_something, need_of, read_words

WORDS = read_words()


@pytest.mark.parametrize(
    ("form", "need"),
    [
        # coined, with a number: in any case
        ("GPT-4", Need.FREE),
        ("Qwen2.5", Need.FREE),
        ("Mixtral 8x7B", Need.FREE),
        ("OLMo 2", Need.FREE),
        # coined, or with a capital inside: with its capital
        ("Mixtral", Need.CAPITAL),
        ("StarCoder", Need.CAPITAL),
        ("SeamlessM4T", Need.FREE),
        ("DeepSeek LLM", Need.CAPITAL),
        # an acronym nobody else uses: letter by letter
        ("BERT", Need.VERBATIM),
        ("GPT", Need.VERBATIM),
        # everyday words: a text about models
        ("Whisper", Need.CONTEXT),
        ("Falcon", Need.CONTEXT),
        ("Orca 2", Need.CONTEXT),
        # everyday words with a telling number: the capital is enough
        ("Falcon 180B", Need.CAPITAL),
        ("Claude 3.5 Sonnet", Need.CAPITAL),
        # acronyms and short names: letter by letter in such a text
        ("CLIP", Need.EXACT),
        ("SAM", Need.EXACT),
        ("o1", Need.EXACT),
        ("T5", Need.EXACT),
        ("Yi", Need.EXACT),
        ("PaLM", Need.EXACT),
    ],
)
def test_need_of_a_spelling(form, need):
    assert need_of(form, tokens_of(form), WORDS) is need


@pytest.mark.parametrize(
    ("need", "strict"),
    [
        (Need.CONTEXT, Need.MAKER),
        (Need.EXACT, Need.EXACT_MAKER),
        (Need.FREE, Need.FREE),
        (Need.CAPITAL, Need.CAPITAL),
    ],
)
def test_a_strict_need_asks_for_the_maker(need, strict):
    assert need.strict is strict


def test_exact_needs_are_those_that_go_by_the_letter():
    assert {need for need in Need if need.exact} == {Need.VERBATIM, Need.EXACT, Need.EXACT_MAKER}


@pytest.mark.parametrize("form", ["GPT-2", "Whisper", "Step-2", "Segment Anything", "T5"])
def test_names_something(form):
    assert names_something(tokens_of(form), WORDS)


@pytest.mark.parametrize("form", ["2", "model", "Large", "Base model", "x", "Large 2"])
def test_numbers_letters_and_general_words_name_nothing(form):
    assert not names_something(tokens_of(form), WORDS)


def test_word_lists_are_small_letters_and_apart():
    for words in (WORDS.everyday, WORDS.coined, WORDS.generic, WORDS.counted):
        assert all(word == word.lower() for word in words)
    assert not WORDS.coined & WORDS.everyday
    assert not WORDS.coined & WORDS.generic
