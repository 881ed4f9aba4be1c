"""A stretch without any full stop is cut, so that no text costs the square of its length."""

import itertools

import pytest

from hypecheck.pipeline import default_analyzer
from hypecheck.text import make_document
from hypecheck.text.document import LONGEST


@pytest.mark.parametrize(
    "text",
    ["word " * 10_000, "x" * 50_000, "a\u00a0" * 9_000, f"{'long ' * 900}end. Short one."],
    ids=["words", "one word", "no-break spaces", "and a short one"],
)
def test_pieces_cover_the_text_and_are_short(text):
    pieces = make_document(text).sentences
    assert all(0 < end - start <= LONGEST for start, end in pieces)
    assert sum(end - start for start, end in pieces) >= len(text.replace(" ", "")) / 2
    for (_, end), (start, _) in itertools.pairwise(pieces):
        assert not text[end:start].strip()


def test_words_stay_whole():
    text = "supercalifragilistic " * 500
    assert all(text[start:end].endswith("c") for start, end in make_document(text).sentences)


def test_boundaries_of_a_pipeline_are_cut_too():
    text = "word " * 1_000
    assert len(make_document(text, sentences=[(0, len(text))]).sentences) > 1


def test_blanks_at_its_end_are_no_piece():
    text = "x" * (LONGEST - 10) + " " * 500
    (piece,) = make_document(text, sentences=[(0, len(text))]).sentences
    assert text[slice(*piece)].strip() == text.strip()


def test_an_ordinary_sentence_is_left_alone():
    text = f"{'It is a long sentence and goes on ' * 40}until here. Then another."
    assert [text[start:end] for start, end in make_document(text).sentences][1] == "Then another."


def test_every_trigger_of_a_run_of_triggers_is_found():
    text = "It is a " + "game-changer and a revolutionary " * 2_000 + "thing."
    report = default_analyzer().analyze(text)
    assert len(report.spans) >= 1_990
