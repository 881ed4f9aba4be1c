"""Sizes, context lengths, dates and durations in words."""

from datetime import date

import pytest

from hypecheck.claims.bounds import read_bounds, read_size
from hypecheck.claims.time import days_in, period, read_date

AS_OF = date(2025, 7, 30)

SIZES = [
    ("with over 100 billion parameters", 10**11, None),
    ("above a hundred billion parameters", 10**11, None),
    ("more than half a trillion parameters", 5 * 10**11, None),
    ("a trillion-parameter model", 10**12, None),
    ("a two-trillion-parameter model", 2 * 10**12, None),
    ("to pass half a trillion", 5 * 10**11, None),
    ("under three billion parameters", None, 3 * 10**9),
    ("with at most 3 billion parameters", None, 3 * 10**9),
    ("a sub-2 billion parameter model", None, 2 * 10**9),
    ("at the 2B parameter scale", 1_800_000_000, 2_200_000_000),
    ("a 7B model", 6_300_000_000, 7_700_000_000),
    ("a 1T model", 10**12, None),
]


@pytest.mark.parametrize(("text", "low", "high"), SIZES, ids=[row[0] for row in SIZES])
def test_size_is_read(text, low, high):
    norm = text.lower()
    bounds = read_bounds(norm, 0, len(norm))
    assert (bounds.min_parameters, bounds.max_parameters) == (low, high)


CONTEXTS = [
    ("a two-million-token context window", 2_000_000),
    ("a context window of 128,000 tokens", 128_000),
    ("a 128k context", 128_000),
    ("1m-token contexts", 1_000_000),
    ("a million tokens of context", 1_000_000),
    ("a context length of 32k tokens", 32_000),
]


@pytest.mark.parametrize(("text", "tokens"), CONTEXTS, ids=[row[0] for row in CONTEXTS])
def test_context_is_read(text, tokens):
    assert read_bounds(text, 0, len(text)).min_context == tokens


@pytest.mark.parametrize(
    "text",
    ["30 trillion tokens", "a billion dollars", "two models", "in 2019", "gpt-4", "the m model"],
)
def test_other_numbers_are_no_bounds(text):
    bounds = read_bounds(text, 0, len(text))
    assert bounds.spans == ()


@pytest.mark.parametrize(
    ("text", "size"),
    [("180-billion-parameter", 180 * 10**9), ("70b", 70 * 10**9), ("the small", None)],
)
def test_size_of_a_name_is_read(text, size):
    assert read_size(text) == size


DATES = [
    ("2019", "2019"),
    ("march 2019", "2019-03"),
    ("march", "2025-03"),
    ("october", "2024-10"),
    ("last september", "2024-09"),
    ("last year", "2024"),
    ("last month", "2025-06"),
    ("early 2023", "2023"),
    ("5 march 2024", "2024-03-05"),
    ("march 5, 2024", "2024-03-05"),
    ("spring 2024", "2024-05"),
    ("the storm", ""),
]


@pytest.mark.parametrize(("text", "iso"), DATES, ids=[row[0] for row in DATES])
def test_date_is_read(text, iso):
    assert read_date(text, AS_OF) == iso


DURATIONS = [
    ("five years", 1826),
    ("over five years", 1826),
    ("half a decade", 1826),
    ("a year", 365),
    ("18 months", 548),
    ("a full year", 365),
    ("two-and-a-half years", 913),
    ("a decade", 3652),
]


@pytest.mark.parametrize(("text", "days"), DURATIONS, ids=[row[0] for row in DURATIONS])
def test_duration_is_read(text, days):
    assert days_in(text) == pytest.approx(days, abs=1)


def test_words_without_duration_have_none():
    assert days_in("in the house") is None


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("2024", ("2023-12-31", "2024-12-31")),
        ("last year", ("2023-12-31", "2024-12-31")),
        ("this year", ("2024-12-31", "2025-07-30")),
    ],
)
def test_period_has_two_ends(text, bounds):
    assert period(text, AS_OF) == bounds
