"""Partial ISO dates, and the two calendar days between which each one lies."""

from __future__ import annotations

import calendar
import re
from datetime import date, datetime
from functools import lru_cache

from hypecheck.errors import InputError

#: Years in which a text can have been written.
YEARS = range(1900, 2201)
_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@lru_cache(maxsize=8192)
def earliest(text: str) -> date:
    """First day of a partial date.

    Parameters
    ----------
    text : str
        "YYYY", "YYYY-MM" or "YYYY-MM-DD".

    Examples
    --------
    >>> earliest("2022-09")
    datetime.date(2022, 9, 1)
    """
    year, month, day = _parts(text)
    return date(year, month or 1, day or 1)


@lru_cache(maxsize=8192)
def latest(text: str) -> date:
    """Last day of a partial date.

    Examples
    --------
    >>> latest("2024-02")
    datetime.date(2024, 2, 29)
    """
    year, month, day = _parts(text)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1])


def as_day(value: date | str) -> date:
    """One calendar day for an as-of value; a partial date means the last day of its period.

    Parameters
    ----------
    value : date or str
        A date, a datetime, or "YYYY[-MM[-DD]]".

    Raises
    ------
    InputError
        The text is no such date, or its year is far from any that a text was written in.
    """
    if isinstance(value, datetime):
        value = value.date()
    day = value if isinstance(value, date) else latest(value)
    if day.year not in YEARS:
        raise InputError(f"{value} is out of reach. Allowed: years {YEARS[0]} to {YEARS[-1]}.")
    return day


def is_partial_date(text: str) -> bool:
    """Tell whether `text` is "YYYY", "YYYY-MM" or "YYYY-MM-DD" and exists in the calendar."""
    try:
        _parts(text)
    except InputError:
        return False
    return True


def _parts(text: str) -> tuple[int, int | None, int | None]:
    match = _PARTIAL.fullmatch(text.strip()) if isinstance(text, str) else None
    if match is None:
        raise InputError(
            f"{text!r} is not a date. Allowed: YYYY, YYYY-MM or YYYY-MM-DD, for example 2025-04-03."
        )
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        date(year, month or 1, day or 1)
    except ValueError as error:
        raise InputError(f"{text!r} is not a date of the calendar ({error}).") from None
    return year, month, day


def share_of_time(day: date, start: date, end: date) -> float:
    """How much of the time from `start` to `end` has passed on a day: 0 at the start, 1 at the end.

    Examples
    --------
    >>> share_of_time(date(2024, 1, 6), date(2024, 1, 1), date(2024, 1, 11))
    0.5
    """
    return (day - start).days / max(1, (end - start).days)
