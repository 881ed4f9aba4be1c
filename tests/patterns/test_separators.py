"""What stands between two parts is as short an expression as the place allows."""

import pytest

from hypecheck.patterns import compile_pattern


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("the world 's first", "the world's first"),
        ('a "? revolution', 'a "revolution'),
        ('" magic " indeed', '"magic" indeed'),
        ('(so|") called (magic|")', '"called magic'),
        ("one , two", "one, two"),
        (", which (nobody|few) believe/v", ", which few believe"),
        ("one ,? two", "one two"),
        ("one ,? two", "one, two"),
        ("first (# years)? , then", "first, then"),
        ("[ the best ] (of all)? .", "the best."),
        ("not *2 .", "not at all."),
    ],
)
def test_marks_need_no_blank_before_or_behind_them(source, text):
    match = compile_pattern(source).regex.search(text)
    assert match is not None
    assert match.group() == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("game changer", "game, changer"),
        ("game changer", 'game"changer'),
        ("world first", "world's first"),
        ("no *2 end", "no: end"),
    ],
)
def test_words_have_a_blank_or_hyphen_between_them(source, text):
    assert compile_pattern(source).regex.search(text) is None


@pytest.mark.parametrize(
    "text", ["game changer", "game-changer", "game\nchanger", "game   changer"]
)
def test_blanks_and_hyphens_are_alike(text):
    assert compile_pattern("game changer").regex.search(text)


@pytest.mark.parametrize("text", ['the "best" mop', 'the "best mop"', '"the best" mop'])
def test_quotation_marks_around_some_of_the_words_do_not_count(text):
    assert compile_pattern("the best mop").regex.search(text)


def test_plain_words_get_the_short_expression():
    assert "?=" not in compile_pattern("state of the art").regex.pattern
    assert "?=" in compile_pattern("the world 's first").regex.pattern
