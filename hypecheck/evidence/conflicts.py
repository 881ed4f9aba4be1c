"""Dates that other sources give for a release: kept beside the one that the table holds for true.

A row has them in ``other_dates``::

    {"id": "gpt-2", "date": "2019-02-14", …,
     "other_dates": [{"source": "ecosystem-graphs", "date": "2019-11-01"}]}

Imports bring them in notes ("date disagreement: kept 2019-02-14; other sources: ecosystem-graphs
2019-11-01; Epoch-ECI(2026-05) lists 2019-11-05"), from which `split_note` takes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hypecheck.dates import earliest, is_partial_date, latest

_DAY = r"(?P<date>\d{4}(?:-\d\d){0,2})"
_SOURCE = r"(?P<source>[A-Za-z][\w.-]*(?:\([\d-]+\))?)"
_KEPT = re.compile(rf"date disagreement:(?: kept {_DAY})?")
_OPENING = re.compile(r"(?:date disagreement: )?other sources: ")
_LISTED = re.compile(rf"{_SOURCE} {_DAY}")
_SAYING = re.compile(rf"{_SOURCE} (?:lists|has) {_DAY}")


@dataclass(frozen=True, slots=True)
class OtherDate:
    """A date that one source gives for a release and the table doesn't hold for true.

    Attributes
    ----------
    source : str
        Short name of the source, as ``data/releases/publishers.json`` explains it.
    date : str
        ISO text, "YYYY[-MM[-DD]]".
    """

    source: str
    date: str

    def days_from(self, day: str) -> int:
        """Days between this date and another one at least; 0 where they may be the same."""
        if earliest(self.date) > latest(day):
            return (earliest(self.date) - latest(day)).days
        return max(0, (earliest(day) - latest(self.date)).days)


def split_note(note: str) -> tuple[str, tuple[OtherDate, ...]]:
    """Note without the dates of other sources, and these.

    Examples
    --------
    >>> split_note("124M only; date disagreement: kept 2019-02; other sources: LLMSurvey 2019-11")
    ('124M only', (OtherDate(source='LLMSurvey', date='2019-11'),))
    """
    kept, found, listing = [], [], False
    for clause in filter(None, note.split("; ")):
        if _KEPT.fullmatch(clause):
            continue
        words = _OPENING.sub("", clause, count=1)
        listing = words != clause or listing
        match = (listing and _LISTED.fullmatch(words)) or _SAYING.fullmatch(words)
        if match and is_partial_date(match["date"]):
            found.append(OtherDate(match["source"], match["date"]))
        else:
            kept.append(words)
            listing = False
    return "; ".join(kept), tuple(dict.fromkeys(found))


def other_dates_of(row: Iterable[Mapping[str, Any]]) -> tuple[OtherDate, ...]:
    """Dates of a row's ``other_dates``."""
    return tuple(OtherDate(item["source"], item["date"]) for item in row)


def rows_of(dates: Iterable[OtherDate]) -> list[dict[str, str]]:
    """Dates as a row has them, in the order of time."""
    ordered = sorted(dates, key=lambda other: (other.date, other.source))
    return [{"source": other.source, "date": other.date} for other in ordered]
