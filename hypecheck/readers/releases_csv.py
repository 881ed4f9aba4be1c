"""Releases from a CSV with one release a row: the columns below, in any order.

``id, name, aliases, family, organization, organization_country, release_date, openness, licence,
modalities (in>out), kind, traits, parameters, active_parameters, context_tokens, sources,
n_sources, confidence, notes, weights_date, weights_terms``; several values in a cell are divided
by ``|``. Other columns are not read. An apostrophe before what a spreadsheet would take for a
formula (``'=…``, ``'+…``, ``'-…``, ``'@…``) is taken off: an export puts it there.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from hypecheck.dates import is_partial_date
from hypecheck.errors import ReleaseDBError
from hypecheck.resources import from_cell
from hypecheck.types import Event, Release

NEEDED = (
    *("id", "name", "aliases", "family", "organization", "organization_country"),
    *("release_date", "openness", "licence", "modalities", "kind", "traits", "parameters"),
    *("active_parameters", "context_tokens", "sources", "n_sources", "confidence", "notes"),
    *("weights_date", "weights_terms"),
)
OPENNESS = {"closed/unreleased": "closed"}
OPEN = frozenset(["open-weights", "open-source"])
_PAPER = re.compile(r"paper dated (\d{4}(?:-\d\d){0,2})")
_PAPER_IS_DATE = "date is that of the paper"


def read_releases_csv(path: Path) -> list[Release]:
    """Releases of a CSV, in its order, purpose still unknown.

    Raises
    ------
    ReleaseDBError
        A column is missing or a cell can't be read; the message names file and line.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(_releases(csv.DictReader(file), path))
    except csv.Error as error:
        raise ReleaseDBError(f"{path} can't be read as CSV: {error}.") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise ReleaseDBError(f"{path} can't be read: {reason}. Give a CSV in UTF-8.") from None


def _releases(reader: csv.DictReader[str], path: Path) -> Iterator[Release]:
    missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
    if missing:
        raise ReleaseDBError(f"{path}:1 has no column {missing[0]!r}. Needed: {', '.join(NEEDED)}.")
    for row in reader:
        if None in row or None in row.values():
            raise ReleaseDBError(
                f"{path}:{reader.line_num} has more or fewer cells than the header."
                " Quote cells that hold a comma."
            )
        cells = {name: from_cell(cell) for name, cell in row.items()}
        yield _release(cells, f"{path}:{reader.line_num}")


def _release(row: Mapping[str, str], where: str) -> Release:
    inputs, _, outputs = row["modalities"].partition(">")
    sources = _split(row["sources"])
    openness = OPENNESS.get(row["openness"], row["openness"])
    return Release(
        id=row["id"],
        name=row["name"],
        aliases=_split(row["aliases"]),
        family=row["family"],
        organization=row["organization"],
        country=row["organization_country"],
        date=_date(row, "release_date", where),
        events=tuple(_events(row, openness, sources, where)),
        openness=openness,
        kind=row["kind"],
        traits=_split(row["traits"]),
        inputs=_split(inputs, "+"),
        outputs=_split(outputs, "+"),
        parameters=_count(row, "parameters", where),
        active_parameters=_count(row, "active_parameters", where),
        context_tokens=_count(row, "context_tokens", where),
        licence=row["licence"],
        terms=row["weights_terms"],
        prominence=_count(row, "n_sources", where) or 1,
        confidence=row["confidence"],
        sources=sources,
        note=row["notes"],
    )


def _events(
    row: Mapping[str, str], openness: str, sources: tuple[str, ...], where: str
) -> Iterator[Event]:
    """First public event, then the weights where they came later; the paper where one is dated."""
    day = _date(row, "release_date", where)
    weights = _date(row, "weights_date", where) if row["weights_date"] else day
    paper = _PAPER.search(row["notes"])
    if paper and paper[1] != day:
        yield Event("paper", paper[1], sources)
    if openness in OPEN:
        if weights != day:
            yield Event("announced", day, sources)
        yield Event("weights", weights, sources)
    elif openness == "api":
        yield Event("api", day, sources)
    else:
        yield Event("paper" if _PAPER_IS_DATE in row["notes"] else "announced", day, sources)


def _split(cell: str, mark: str = "|") -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in cell.split(mark) if part.strip()))


def _date(row: Mapping[str, str], column: str, where: str) -> str:
    value = row[column]
    if not is_partial_date(value):
        raise ReleaseDBError(
            f"{where} has {column} {value!r}. Allowed: YYYY, YYYY-MM or YYYY-MM-DD."
        )
    return value


def _count(row: Mapping[str, str], column: str, where: str) -> int | None:
    value = row[column]
    if not value:
        return None
    try:
        return int(float(value))
    except (ValueError, OverflowError):
        raise ReleaseDBError(f"{where} has {column} {value!r}. Allowed: a number.") from None
