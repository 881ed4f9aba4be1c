"""The day a text says it was written on: a wire's date line, or a date on a line by itself."""

from __future__ import annotations

import re
from datetime import date

from hypecheck.types import AsOfSource

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_US = rf"(?P<m1>{_MONTH})\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>20\d\d)"
_EU = rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_MONTH})\.?,? (?P<y2>20\d\d)"
_ISO = r"(?P<y3>20\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)"
_DATE = rf"(?:{_US}|{_EU}|{_ISO})"
#: "SAN FRANCISCO, April 3, 2025 (GLOBE NEWSWIRE) --", "Berlin – 3 April 2025 –".
_DATE_LINE = re.compile(
    rf"^[^\n]{{0,60}}?\b{_DATE}\s*(?:/[^/\n]{{2,40}}/|\([^()\n]{{2,40}}\))?\s*(?:--|[-–—:|])",
    re.I | re.M,
)
#: A line with a date and at most a word or two: "Published: 2025-04-03".
_ALONE = re.compile(
    rf"^(?:(?:published|posted|updated|date|last updated)(?: on)?:?\s*)?(?:\w+day,? )?{_DATE}\s*$",
    re.I | re.M,
)
#: Where a date line can stand.
_HEAD = 600


def find_dateline(text: str) -> date | None:
    """Day named by the text's date line, or None.

    Parameters
    ----------
    text : str
        Only its first 600 characters are looked at.

    Examples
    --------
    >>> find_dateline("BERLIN, April 3, 2025 -- Acme shipped a parser.")
    datetime.date(2025, 4, 3)
    """
    head = text[:_HEAD]
    for pattern in (_DATE_LINE, _ALONE):
        match = pattern.search(head)
        if match and (day := _day(match)):
            return day
    return None


def _day(match: re.Match[str]) -> date | None:
    form = next(form for form in "123" if match[f"m{form}"])
    month = match[f"m{form}"].lower()
    try:
        return date(
            int(match[f"y{form}"]), _MONTHS.get(month) or int(month), int(match[f"d{form}"])
        )
    except ValueError:
        return None


def day_of(text: str, given: date | None) -> tuple[date, AsOfSource]:
    """Day up to which releases count, and where it comes from."""
    if given is not None:
        return given, "given"
    written = find_dateline(text)
    return (written, "date line") if written is not None else (date.today(), "today")
