"""Sizes, context lengths, dates and durations in words."""

from datetime import date

import pytest

from hypecheck.claims.bounds import read_bounds, read_size
from hypecheck.claims.time import before, days_in, period, read_date

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


BILLION = 10**9
#: Words, least and most parameters, least context, the words that say so.
BOUNDS = [
    ("it has at least 70b in all", 70 * BILLION, None, None, ["at least 70b"]),
    ("it has up to 3b in all", None, 3 * BILLION, None, ["up to 3b"]),
    ("fewer than 3 billion parameters", None, 3 * BILLION, None, ["fewer than 3 billion parameters"]),
    ("less than 1b parameters", None, BILLION, None, ["less than 1b parameters"]),
    ("7.5bn parameters", 6_750_000_000, 8_250_000_000, None, ["7.5bn parameters"]),
    ("1,000 million parameters", 900_000_000, 1_100_000_000, None, ["1,000 million parameters"]),
    ("a 270m model", 243_000_000, 297_000_000, None, ["a 270m"]),
    ("a 99b model", 89_100_000_000, 108_900_000_000, None, ["a 99b"]),
    ("a 100b model", 100 * BILLION, None, None, ["a 100b"]),
    ("half a trillion parameters", 500 * BILLION, None, None, ["half a trillion parameters"]),
    ("a model of a billion", None, None, None, []),
    ("an 8x7b model", None, None, None, []),
    ("200,000 tokens", None, None, 200_000, ["200,000 tokens"]),
    ("a 32k-token window", None, None, 32_000, ["a 32k-token window"]),
    ("12 tokens", None, None, 12, ["12 tokens"]),
    ("a window of context", None, None, None, []),
    ("10 million tokens and 7b parameters", 6_300_000_000, 7_700_000_000, 10**7, ["10 million tokens", "7b parameters"]),
    ("7b parameters and 10 million tokens", 6_300_000_000, 7_700_000_000, 10**7, ["10 million tokens", "7b parameters"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high", "tokens", "words"), BOUNDS)
def test_bounds_with_the_words_that_state_them(text, low, high, tokens, words):
    read = read_bounds(text, 0, len(text))
    assert (read.min_parameters, read.max_parameters, read.min_context) == (low, high, tokens)
    assert [text[start:end] for start, end in read.spans] == words


def test_bounds_outside_a_stretch_are_not_read():
    text = "with 2m tokens and 7b parameters, it has 9b parameters and 4m tokens"
    read = read_bounds(text, 15, 33)
    assert (read.min_parameters, read.min_context) == (6_300_000_000, None)
    assert read_bounds(text, 33, 40).spans == ()


MONTHS = "january february march april may june july august september october november december"


@pytest.mark.parametrize(("number", "month"), [*enumerate(MONTHS.split(), 1)])
def test_a_month_without_a_year_is_the_latest_that_has_begun(number, month):
    year = 2025 if number <= 7 else 2024
    assert read_date(month, AS_OF) == f"{year}-{number:02}"
    assert read_date(f"{month[:3]}. 2023", AS_OF) == f"2023-{number:02}"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("sept 2024", "2024-09"), ("3 may 2024", "2024-05-03"), ("may 3, 2024", "2024-05-03"),
        ("may 3rd 2024", "2024-05-03"), ("1st july 2024", "2024-07-01"), ("may 31 2024", "2024-05"),
        ("spring 2024", "2024-05"), ("summer", "2024-08"), ("autumn 2023", "2023-11"),
        ("fall 2023", "2023-11"), ("winter 2023", "2023-02"), ("last year", "2024"),
        ("last month", "2025-06"), ("last march", "2025-03"), ("last september", "2024-09"),
        ("march of last year", "2024-03"), ("march of this year", "2025-03"), ("early 2021", "2021"),
        ("the end of 2021", "2021"), ("no day at all", ""), ("1999", ""),
    ],
)  # fmt: skip
def test_dates_in_words(text, iso):
    assert read_date(text, AS_OF) == iso


def test_the_month_before_january_is_in_the_year_before():
    assert read_date("last month", date(2025, 1, 10)) == "2024-12"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("half a decade", 1826.25), ("two-and-a-half years", 2.5 * 365.25), ("a full year", 365.25),
        ("18 months", 18 * 30.44), ("three weeks", 21), ("a decade", 3652.5), ("1.5 years", 1.5 * 365.25),
        ("a half year", 365.25 / 2), ("half a week", 3.5), ("for ages", None),
    ],
)  # fmt: skip
def test_durations_in_words(text, days):
    assert days_in(text) == days


@pytest.mark.parametrize(
    ("days", "iso"), [(0, "2025-07-30"), (1.4, "2025-07-29"), (1.6, "2025-07-28"), (10**9, "0001-01-01")]
)  # fmt: skip
def test_a_day_before_another(days, iso):
    assert before(AS_OF, days) == iso


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("this year", "2024-12-31", "2025-07-30"), ("the year", "2024-12-31", "2025-07-30"),
        ("last year", "2023-12-31", "2024-12-31"), ("2021", "2020-12-31", "2021-12-31"),
        ("december 2024", "2024-11-30", "2024-12-31"), ("january 2024", "2023-12-31", "2024-01-31"),
        ("february 2024", "2024-01-31", "2024-02-29"),
    ],
)  # fmt: skip
def test_periods_with_the_day_before_and_the_last_one(text, since, until):
    assert period(text, AS_OF) == (since, until)
