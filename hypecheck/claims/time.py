"""Times that claims name: years, months, "last September", "in over five years"."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS |= {"sept": 9}
#: A season ends with its last month: "since spring 2024" is since the end of May.
_SEASONS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11, "winter": 2}
_MONTH = "|".join(sorted({*_MONTHS, *_SEASONS}, key=len, reverse=True))
_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18,
    "twenty": 20, "half": 0.5,
}  # fmt: skip
_DAYS = {"year": 365.25, "month": 30.44, "decade": 3652.5, "week": 7.0}
_AMOUNT = rf"(?P<amount>\d+(?:\.\d+)?|(?:{'|'.join(_NUMBERS)})\b)"

#: "over five years", "half a decade", "two-and-a-half years", "a full year".
DURATION = (
    r"(?:(?:just |well |far |little |barely )?(?:over|more than|almost|nearly|about|around"
    r"|some|roughly|at least|under|close to) )?"
    rf"(?:half a |{_AMOUNT}[ -](?:and[ -]a[ -]half[ -]|full |whole |long )?)"
    r"(?P<unit>year|month|decade|week)s?\b"
)
_DURATION = re.compile(DURATION)
#: A day, month or year, in full or relative to the as-of day.
DATE = (
    r"(?:(?:early|late|mid|the (?:end|start|beginning|middle) of|back in)[ -])?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? )?"
    rf"(?:(?P<month>{_MONTH})\.?(?: (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?)?"
    r"(?:,? (?:of )?(?P<year>20\d\d)| of (?P<told_year>last|this) year)?"
    r"|(?P<only_year>20\d\d)"
    rf"|last (?P<last_month>{_MONTH})|(?P<last>last (?:year|month)))\b"
)
_DATE = re.compile(DATE)


def read_date(text: str, as_of: date) -> str:
    """Partial ISO date for the words of a date, or "" where there is none.

    Parameters
    ----------
    text : str
        Normalised words.
    as_of : date
        Day on which they were written.

    Examples
    --------
    >>> read_date("last september", date(2025, 7, 30)), read_date("march 2019", date(2025, 7, 30))
    ('2024-09', '2019-03')
    """
    match = _DATE.search(text)
    if match is None:
        return ""
    if match["only_year"]:
        return match["only_year"]
    if match["last"]:
        return _last(match["last"], as_of)
    month = _month(match["month"] or match["last_month"])
    year = int(match["year"]) if match["year"] else _recent_year(month, as_of)
    if match["told_year"]:
        year = as_of.year - (match["told_year"] == "last")
    day = match["day"] or match["day2"]
    return f"{year:04}-{month:02}" + (f"-{int(day):02}" if day and 0 < int(day) < 29 else "")


def days_in(text: str) -> float | None:
    """Length in days of the words of a duration, or None.

    Examples
    --------
    >>> round(days_in("over five years"))
    1826
    """
    match = _DURATION.search(text)
    if match is None:
        return None
    amount = match["amount"]
    count = 0.5 if amount is None else _NUMBERS.get(amount) or float(amount)
    if "half" in match.group() and amount not in (None, "half"):
        count += 0.5
    return count * _DAYS[match["unit"]]


def before(as_of: date, days: float) -> str:
    """ISO day that lies so many days before `as_of`."""
    reach = (as_of - date.min).days  # the calendar begins in year 1
    return (as_of - timedelta(days=round(min(days, reach)))).isoformat()


def period(text: str, as_of: date) -> tuple[str, str]:
    """Last day before a period and last day of it, both ISO, for "2024", "this year", "last year".

    Examples
    --------
    >>> period("2024", date(2025, 1, 4))
    ('2023-12-31', '2024-12-31')
    """
    if "this year" in text or "the year" in text:
        return f"{as_of.year - 1}-12-31", as_of.isoformat()
    stated = read_date(text, as_of)
    if len(stated) == 4:
        return f"{int(stated) - 1}-12-31", f"{stated}-12-31"
    year, month = int(stated[:4]), int(stated[5:7])
    last = calendar.monthrange(year, month)[1]
    return (date(year, month, 1) - timedelta(days=1)).isoformat(), f"{year}-{month:02}-{last}"


def _last(text: str, as_of: date) -> str:
    if text == "last year":
        return f"{as_of.year - 1}"
    first = as_of.replace(day=1) - timedelta(days=1)
    return f"{first.year}-{first.month:02}"


def _month(name: str) -> int:
    return _MONTHS.get(name) or _SEASONS[name]


def _recent_year(month: int, as_of: date) -> int:
    """Year of a month without one: the latest such month that has begun."""
    return as_of.year if month <= as_of.month else as_of.year - 1
