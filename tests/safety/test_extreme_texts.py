"""Texts that nobody writes: they cost as much as their length, and break nothing."""

import sys

import pytest

import hypecheck
from hypecheck.patterns import normalize
from hypecheck.text import make_document
from hypecheck.text.document import LONGEST

HYPE = "It is a game-changer. "
SCRIPTS = [
    "これは革命的な製品です。", "Это революция. ", "هذا المنتج ثوري. ", "מוצר מהפכני. ", "यह एक क्रांति है। ",
    "👩‍🔬🚀🔥" * 3, "e\u0301\u0302\u0303" * 8, "\u202egnihton\u202c ", "\x00\x01\x02\x1b[31m", "\ud800\udfff\udc00",
    "\u200b\u200c\u200d\u2060", "\ufeff", "𝐠𝐚𝐦𝐞", "ﬁﬂ", "İıŞ", "\u2028\u2029\x85\x0b\x0c",
]  # fmt: skip


@pytest.mark.parametrize("strange", SCRIPTS)
def test_text_of_any_script_beside_hype_leaves_the_finding(strange):
    text = f"{strange}\n\n{HYPE}\n\n{strange}"
    (span,) = hypecheck.check(text, as_of="2025-08-06").spans
    assert text[span.start_char : span.end_char] == span.text == "game-changer"


@pytest.mark.parametrize("strange", SCRIPTS)
def test_normal_form_keeps_every_character_in_its_place(strange):
    assert len(normalize(strange)) == len(strange)


@pytest.mark.parametrize(
    "text",
    [
        "“" * 20_000,
        '"' * 20_000,
        "(" * 20_000,
        "'" * 20_001,
        "<" * 20_000,
        "“a " * 10_000,
        "- " * 10_000,
    ],
    ids=["curly", "straight", "brackets", "apostrophes", "tags", "opened", "dashes"],
)
def test_marks_without_end_are_read(text):
    report = hypecheck.check(text + HYPE, as_of="2025-08-06")
    assert 0 <= report.score <= 1


def test_a_line_without_full_stops_is_cut_into_pieces():
    document = make_document("word " * 50_000)
    assert max(end - start for start, end in document.sentences) <= LONGEST


def work(text):
    """Calls of Python functions that a check makes: what it costs, whatever the machine does."""
    calls = 0

    def count(frame, event, argument):
        nonlocal calls
        calls += event in ("call", "c_call")

    hypecheck.check(text, as_of="2025-08-06")  # fills the caches
    sys.setprofile(count)
    try:
        hypecheck.check(text, as_of="2025-08-06")
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize(
    "unit",
    [
        HYPE,
        "She said “it is a game-changer”. ",
        "“It is a game-changer ",
        "It reads CSV, ",
        "A so-called revolution. ",
        "\n\nAcme says its chip will change everything.",
        "(",
        "\u200d",
    ],
)
def test_four_times_the_text_costs_no_more_than_five_times_the_work(unit):
    # Within one stretch, which has an end, hits are weighed against each other.
    many = max(60, 2 * LONGEST // len(unit))
    once, four = work(unit * many), work(unit * 4 * many)
    assert four <= 5 * once + 500


@pytest.mark.parametrize("unit", ["1", "1.", "1,234.5", "7x", "2024-", "٣"])
def test_a_row_of_digits_is_read_once(unit):
    """Expressions that begin anew at every digit took 1,000 s for half a million of them."""
    report = hypecheck.check(f"{unit * 200_000} It is a game-changer.")
    assert [span.text for span in report.spans] == ["game-changer"]


@pytest.mark.parametrize("unseen", "\u200b\u200c\u200d\u2060\ufeff\u00ad")
@pytest.mark.parametrize(
    "text", ["It is a game{}changer.", "It is a {} game-changer.", "It is a{} game-changer{}."]
)
def test_characters_that_nobody_sees_hide_no_phrase(text, unseen):
    (span,) = hypecheck.check(text.replace("{}", unseen), as_of="2025-08-06").spans
    assert span.label == "transformation"
    assert span.text.replace(unseen, "-") in ("game-changer", "game-changer-")
