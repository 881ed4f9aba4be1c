"""A text without the characters that nobody sees, and the way back to where they stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hypecheck.text.unseen import UNSEEN, SeenText, has_unseen

texts = st.lists(st.sampled_from(["game", "-", " ", "ö", "🚀", "\n", *UNSEEN]), max_size=30).map(
    "".join
)


@pytest.mark.parametrize("unseen", UNSEEN, ids=[f"U+{ord(char):04X}" for char in UNSEEN])
def test_a_character_that_nobody_sees_is_noticed_and_left_out(unseen):
    assert has_unseen(f"break{unseen}through")
    assert SeenText(f"break{unseen}through").text == "breakthrough"


@pytest.mark.parametrize(
    "text", ["", "A plain text.", "Café — “naïve” ½", "中文。これは", "\x00\x1f\x7f", "🚀"]
)
def test_a_text_that_hides_nothing_stays_as_it_is(text):
    assert not has_unseen(text)
    assert SeenText(text).text == text
    assert SeenText(text).back(0, len(text)) == (0, len(text))


def test_a_stretch_begins_and_ends_with_characters_that_are_seen():
    seen = SeenText("\u200ba\u200b\u200bgame\u00adchanger\u200b.")
    start, end = seen.back(1, 12)
    assert seen.text[1:12] == "gamechanger"
    assert seen.source[start:end] == "game\u00adchanger"


def test_an_empty_stretch_stays_empty():
    assert SeenText("\u200b\u200ba").back(0, 0) == (2, 2)


@given(texts, st.data())
def test_every_stretch_goes_back_to_what_looks_the_same(text, data):
    seen = SeenText(text)
    start = data.draw(st.integers(0, len(seen.text)))
    end = data.draw(st.integers(start, len(seen.text)))
    first, last = seen.back(start, end)
    assert SeenText(text[first:last]).text == seen.text[start:end]
    if start < end:
        assert text[first] == seen.text[start]
        assert text[last - 1] == seen.text[end - 1]


@given(texts)
def test_offsets_there_are_those_of_the_same_characters(text):
    seen = SeenText(text)
    for place, char in enumerate(text):
        if char not in UNSEEN:
            assert seen.text[seen.offset(place)] == char
            assert seen.back(seen.offset(place), seen.offset(place) + 1) == (place, place + 1)
    assert seen.offset(len(text)) == len(seen.text)
