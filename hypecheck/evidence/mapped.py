"""Tables of one's own in CSV, with a mapping file that says which column holds which fact.

The mapping of ``rockets.csv`` is ``rockets.mapping.json`` beside it::

    {"snapshot": "2025-12-31",
     "columns": {"name": "Rocket", "organization": "Maker", "sources": "Source"},
     "events": {"orbit": "First in orbit"},
     "values": {"country": {"USA": "United States"}},
     "defaults": {"kind": "rocket"},
     "separator": ";",
     "vocabulary": {"kind": ["rocket"], "event": ["orbit"]}}

``columns`` maps fields of a release to columns, ``events`` kinds of event to the columns with their
dates, ``values`` what stands in cells to what is meant, ``defaults`` fields to the value of empty
cells. An id is made of the name where no column has it, and ``date`` is the earliest event's. The
other keys become the table's header.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypecheck.dates import earliest, is_partial_date
from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.load import FIELDS, FORMAT, LARGEST, VERSION, Table, table_of
from hypecheck.evidence.naming import tokens_of
from hypecheck.resources import parse_json, text_at_most

SUFFIX = ".mapping.json"
_KEYS = (
    "snapshot",
    "columns",
    "events",
    "values",
    "defaults",
    "separator",
    "vocabulary",
    "licence",
)
_LISTS = frozenset(["aliases", "traits", "inputs", "outputs", "sources"])
_COUNTS = frozenset(["parameters", "active_parameters", "context_tokens", "prominence"])
_NOT_CELLS = frozenset(["events", "other_dates"])


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a mapping file says."""

    columns: Mapping[str, str]
    events: Mapping[str, str]
    values: Mapping[str, Mapping[str, Any]]
    defaults: Mapping[str, Any]
    separator: str
    header: Mapping[str, Any]


def is_mapped(path: Path | str) -> bool:
    """Tell whether a path is that of a CSV table."""
    return str(path).lower().endswith(".csv")


def read_mapped(path: Path) -> Table:
    """Release table of a CSV file and the mapping file beside it.

    Raises
    ------
    ReleaseDBError
        A file is missing, the mapping is wrong, or a cell can't be read; the message names file
        and line, what came in and what is allowed.
    """
    header, rows = mapped_rows(path)
    return table_of(header, rows, str(path))


def mapped_rows(path: Path) -> tuple[dict[str, Any], list[tuple[int, dict[str, Any]]]]:
    """Header of the table that a CSV makes, and its rows with the lines they stand on."""
    mapping = read_mapping(path.with_suffix(SUFFIX))
    try:
        table = io.StringIO(text_at_most(path, LARGEST, "utf-8-sig"))
        rows = list(_rows(csv.DictReader(table), mapping, path))
    except csv.Error as error:
        raise ReleaseDBError(f"{path} can't be read as CSV: {error}.") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise ReleaseDBError(f"{path} can't be read: {reason}. Give a CSV in UTF-8.") from None
    return {**mapping.header, "rows": len(rows)}, rows


def read_mapping(path: Path) -> Mapped:
    """Mapping of a file.

    Raises
    ------
    ReleaseDBError
        The file is missing or says something that a mapping can't.
    """
    try:
        data = parse_json(text_at_most(path, LARGEST))
    except OSError:
        raise ReleaseDBError(
            f"{path} is missing. A CSV table needs a mapping file beside it that says which column"
            " holds which field."
        ) from None
    except ValueError as error:
        raise ReleaseDBError(f"{path} is not JSON ({error}). Write one JSON object.") from None
    _check(data, path)
    return Mapped(
        data["columns"],
        data.get("events", {}),
        data.get("values", {}),
        data.get("defaults", {}),
        data.get("separator", "|"),
        {
            **{key: data[key] for key in ("snapshot", "vocabulary", "licence") if key in data},
            "format": FORMAT,
            "version": VERSION,
        },
    )


def _check(data: Any, path: Path) -> None:
    if not isinstance(data, dict) or not {"snapshot", "columns"} <= set(data):
        raise ReleaseDBError(f"{path} lacks 'snapshot' or 'columns'. Every mapping needs both.")
    unknown = sorted(set(data) - set(_KEYS))
    if unknown:
        raise ReleaseDBError(f"{path} has the key {unknown[0]!r}. Allowed: {', '.join(_KEYS)}.")
    for part in ("columns", "events", "values", "defaults"):
        if not isinstance(data.get(part, {}), dict):
            raise ReleaseDBError(f"{path} has {part} {data[part]!r:.60}. Allowed: an object.")
    for part in ("columns", "events"):
        for column in data.get(part, {}).values():
            if not isinstance(column, str):
                raise ReleaseDBError(f"{path} maps to {column!r:.60}. Allowed: a column's name.")
    for field, meanings in data.get("values", {}).items():
        if not isinstance(meanings, dict):
            raise ReleaseDBError(f"{path} has for {field} {meanings!r:.60}. Allowed: an object.")
    separator = data.get("separator", "|")
    if not isinstance(separator, str) or not separator:
        raise ReleaseDBError(f"{path} has the separator {separator!r:.60}. Allowed: a text.")
    if not is_partial_date(str(data["snapshot"])):
        raise ReleaseDBError(f"{path} has the snapshot {data['snapshot']!r}. Allowed: YYYY-MM-DD.")
    allowed = FIELDS - _NOT_CELLS
    for part in ("columns", "values", "defaults"):
        strange = sorted(set(data.get(part, {})) - allowed)
        if strange:
            fields = ", ".join(sorted(allowed))
            raise ReleaseDBError(f"{path} maps the field {strange[0]!r}. Allowed: {fields}.")
    if "name" not in data["columns"]:
        raise ReleaseDBError(f"{path} has no column for 'name'. Every release needs a name.")


def _rows(
    reader: csv.DictReader[str], mapping: Mapped, path: Path
) -> Iterator[tuple[int, dict[str, Any]]]:
    found = reader.fieldnames or ()
    for column in (*mapping.columns.values(), *mapping.events.values()):
        if column not in found:
            raise ReleaseDBError(f"{path}:1 has no column {column!r}. It has: {', '.join(found)}.")
    for cells in reader:
        if None in cells or None in cells.values():
            raise ReleaseDBError(
                f"{path}:{reader.line_num} has more or fewer cells than the header."
                " Quote cells that hold a comma."
            )
        yield reader.line_num, _row(cells, mapping, f"{path}:{reader.line_num}")


def _row(cells: Mapping[str, str], mapping: Mapped, where: str) -> dict[str, Any]:
    row: dict[str, Any] = dict(mapping.defaults)
    for field, column in mapping.columns.items():
        cell = (cells[column] or "").strip()
        if cell:
            row[field] = _value(field, cell, mapping, where)
    row["events"] = [
        {"kind": kind, "date": _day((cells[column] or "").strip(), column, where)}
        for kind, column in mapping.events.items()
        if (cells[column] or "").strip()
    ]
    row.setdefault("id", slug(str(row.get("name", ""))))
    if row["events"]:
        days = [event["date"] for event in row["events"]]
        row.setdefault("date", min(days, key=earliest))
    return row


def _value(field: str, cell: str, mapping: Mapped, where: str) -> Any:
    meanings = mapping.values.get(field, {})
    if field in _LISTS:
        parts = [part.strip() for part in cell.split(mapping.separator)]
        return [meanings.get(part, part) for part in parts if part]
    value = meanings.get(cell, cell)
    if field == "date":
        return _day(value, mapping.columns[field], where)
    if field not in _COUNTS:
        return value
    try:
        return int(float(value))
    except (TypeError, ValueError, OverflowError):
        column = mapping.columns[field]
        raise ReleaseDBError(f"{where} has {column} {cell!r}. Allowed: a number.") from None


def _day(cell: str, column: str, where: str) -> str:
    if not is_partial_date(cell):
        raise ReleaseDBError(
            f"{where} has {column} {cell!r}. Allowed: YYYY, YYYY-MM or YYYY-MM-DD."
        )
    return cell


def slug(name: str) -> str:
    """Id made of a name.

    Examples
    --------
    >>> slug("Falcon 9 (v1.0)")
    'falcon-9-v-1.0'
    """
    return re.sub(r"-+", "-", "-".join(tokens_of(name)))
