"""Reading and writing the release table: JSONL, a header line, then one release a line.

::

    {"format": "hypecheck-releases", "version": 1, "snapshot": "2026-08-31", "rows": 2, ...}
    {"id": "gpt-2", "name": "GPT-2", "date": "2019-02-14", "events": [{"kind": "weights", ...}]}
    {"id": "gpt-2-xl-1.5b", "name": "GPT-2 XL (1.5B)", "stage_of": "gpt-2", ...}

A field at its default is left out. An event without sources of its own has the release's.
``stage_of`` names the release of which this one is a size, stage, or new name; ``other_dates`` has
the dates that other sources give (see `hypecheck.evidence.conflicts`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from hypecheck.errors import HypecheckError, ReleaseDBError
from hypecheck.evidence.conflicts import OtherDate, other_dates_of, rows_of
from hypecheck.evidence.misfits import is_unicode, refuse_misfits, refuse_rings
from hypecheck.resources import parse_json, parse_jsonl, read_text, text_at_most
from hypecheck.types import Event, Release, to_row

FORMAT = "hypecheck-releases"
VERSION = 1
BUNDLED = "releases/releases.jsonl"
#: Bytes of the largest table that is read; ten thousand releases take five million.
LARGEST = 200_000_000
#: Fields of a row: those of a release, and what is known of it that a release doesn't carry.
FIELDS = frozenset(fact.name for fact in fields(Release)) | {"stage_of", "other_dates"}
_LISTS = ("aliases", "traits", "inputs", "outputs", "sources")


@dataclass(frozen=True, slots=True)
class Table:
    """A release table as it was read.

    Attributes
    ----------
    header : mapping
        Format, version, snapshot, rows, licence …
    releases : tuple of Release
    stage_of : mapping
        Release id to the id of the release that it is a stage of.
    other_dates : mapping
        Release id to the dates that other sources give.
    """

    header: Mapping[str, Any]
    releases: tuple[Release, ...]
    stage_of: Mapping[str, str]
    other_dates: Mapping[str, tuple[OtherDate, ...]] = field(default_factory=dict)

    @property
    def snapshot(self) -> str:
        """Day up to which the table reaches."""
        return str(self.header["snapshot"])

    def row_of(self, release: Release) -> dict[str, Any]:
        """Row of one of its releases, as the table's file has it."""
        key = release.id
        return row_of_release(release, self.stage_of.get(key, ""), self.other_dates.get(key, ()))


def read_table(path: Path | str | None = None) -> Table:
    """Release table of a file; without one, of the package.

    Raises
    ------
    ReleaseDBError
        The file is missing or a line of it is no release; the message names file and line.
    """
    text, where = read_source(path)
    rows = _rows(text, where)
    header = _header(rows, where)
    return table_of(header, list(enumerate(rows[1:], start=2)), where, checked=path is None)


def table_of(
    header: Mapping[str, Any],
    rows: Iterable[tuple[int, dict[str, Any]]],
    where: str,
    *,
    checked: bool = False,
) -> Table:
    """Table of a header and of rows with the lines they stand on.

    Parameters
    ----------
    header : mapping
    rows : iterable of (int, dict)
    where : str
        Name of the file, for messages.
    checked : bool
        The rows are known to be in order, as those of the package are by its tests.

    Raises
    ------
    ReleaseDBError
        A row is no release; the message names file and line.
    """
    releases: list[Release] = []
    stages: dict[str, str] = {}
    others: dict[str, tuple[OtherDate, ...]] = {}
    for number, row in rows:
        try:
            if not checked:
                refuse_misfits(row)
            stage = row.pop("stage_of", None)
            dates = other_dates_of(row.pop("other_dates", ()))
            releases.append(release_of_row(row))
        except (TypeError, KeyError, AttributeError, ValueError) as error:
            raise ReleaseDBError(f"{where}:{number} is no release: {explain(row, error)}") from None
        if stage:
            stages[releases[-1].id] = stage
        if dates:
            others[releases[-1].id] = dates
    refuse_rings(stages, where)
    return Table(header, tuple(releases), stages, others)


def release_of_row(row: dict[str, Any]) -> Release:
    """Release of a row; lists become tuples, events get the release's sources."""
    for name in _LISTS:
        if name in row:
            row[name] = tuple(row[name])
    sources = row.get("sources", ())
    row["events"] = tuple(
        Event(event["kind"], event["date"], tuple(event.get("sources", sources)))
        for event in row.get("events", ())
    )
    return Release(**row)


def row_of_release(
    release: Release, stage_of: str = "", other_dates: Iterable[OtherDate] = ()
) -> dict[str, Any]:
    """Row of a release, as the table's file has it."""
    row = to_row(release)
    for event in row.get("events", ()):
        if event.get("sources") == row.get("sources"):
            event.pop("sources", None)
    if stage_of:
        row["stage_of"] = stage_of
    if other_dates:
        row["other_dates"] = rows_of(other_dates)
    return row


def write_table(table: Table, path: Path) -> None:
    """Write a table, sorted by id, so that a change shows as one line of a diff."""
    rows: list[Mapping[str, Any]] = [{**table.header, "rows": len(table.releases)}]
    for release in sorted(table.releases, key=lambda release: release.id):
        rows.append(table.row_of(release))
    try:
        path.write_text(dump_lines(rows), encoding="utf-8")
    except OSError as error:
        raise ReleaseDBError(f"{path} can't be written: {error.strerror}.") from None


def dump_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """JSONL text of rows."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def explain(row: Mapping[str, Any], error: Exception) -> str:
    """Explain what is wrong with a row, and what is allowed."""
    unknown = sorted(set(row) - FIELDS)
    if unknown:
        return f"it has the field {unknown[0]!r}. Allowed: {', '.join(sorted(FIELDS))}."
    missing = [name for name in ("id", "name") if name not in row]
    if missing:
        return f"it has no {missing[0]!r}. Every release needs an id and a name."
    return f"{error}. See the fields of hypecheck.Release."


def read_source(path: Path | str | None) -> tuple[str, str]:
    """Text of a table file and how messages name it; without a path, those of the package."""
    if path is None:
        return read_text(BUNDLED), f"hypecheck/data/{BUNDLED}"
    try:
        return text_at_most(Path(path), LARGEST), str(path)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise ReleaseDBError(
            f"{path} can't be read: {reason}. Give a release table (JSONL)."
        ) from None


def _rows(text: str, where: str) -> list[dict[str, Any]]:
    lines = text.rstrip("\n").split("\n")
    try:
        # One call for the whole file takes a third of the time of a call a line.
        rows = parse_json(f"[{','.join(lines)}]")
        if len(rows) == len(lines) and all(type(row) is dict for row in rows):
            return list(rows)
    except ValueError:
        pass
    try:
        return [row for _, row in parse_jsonl(text, where)]
    except HypecheckError as error:
        raise ReleaseDBError(str(error)) from None


def _header(rows: list[dict[str, Any]], where: str) -> dict[str, Any]:
    header = rows[0] if rows else {}
    if header.get("format") != FORMAT or header.get("version") != VERSION:
        found = f"{header.get('format')!r} version {header.get('version')!r}"
        raise ReleaseDBError(
            f"{where}:1 is the header of {found}. Allowed: {FORMAT!r} version {VERSION}."
            " Write the header line first."
        )
    if "snapshot" not in header:
        raise ReleaseDBError(f"{where}:1 has no 'snapshot'. Give the day the table reaches to.")
    if not is_unicode(json.dumps(header, ensure_ascii=False)):
        raise ReleaseDBError(f"{where}:1 has half a character (a lone surrogate). Take it out.")
    return header
