"""Partial dates."""

from datetime import date, datetime

import pytest

from hypecheck.dates import as_day, earliest, is_partial_date, latest, share_of_time
from hypecheck.errors import InputError


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-04-03", date(2025, 4, 3), date(2025, 4, 3)),
    ],
)
def test_partial_date_lies_between_two_days(text, first, last):
    assert (earliest(text), latest(text)) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "25", "2025-13", "2025-02-30", "April 2025", "2025-4-3", "2025-04-03T10:00"]
)
def test_text_that_is_no_date_says_what_is_allowed(text):
    assert not is_partial_date(text)
    with pytest.raises(InputError, match=r"not a date"):
        as_day(text)


@pytest.mark.parametrize("value", [date(2025, 4, 3), datetime(2025, 4, 3, 12), "2025-04-03"])
def test_as_of_is_a_day(value):
    assert as_day(value) == date(2025, 4, 3)


def test_partial_as_of_is_the_last_day_of_its_period():
    assert as_day("2025") == date(2025, 12, 31)


@pytest.mark.parametrize("value", ["0001", "1899-12-31", "2201", date.max, date.min])
def test_as_of_far_from_any_text_is_refused(value):
    with pytest.raises(InputError, match="years 1900 to 2200"):
        as_day(value)


@pytest.mark.parametrize(
    ("day", "share"),
    [("2024-01-01", 0.0), ("2024-01-06", 0.5), ("2024-01-11", 1.0), ("2024-01-21", 2.0)],
)
def test_share_of_time_that_has_passed(day, share):
    assert share_of_time(as_day(day), as_day("2024-01-01"), as_day("2024-01-11")) == share


def test_share_of_no_time_at_all_is_nothing():
    assert share_of_time(as_day("2024-01-01"), as_day("2024-01-01"), as_day("2024-01-01")) == 0
