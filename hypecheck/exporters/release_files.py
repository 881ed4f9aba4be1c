"""Releases as CSV, SQLite, Parquet and Arrow, for SQL, spreadsheets and notebooks."""

from __future__ import annotations

import csv
import os
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any

from hypecheck.errors import InputError, MissingExtraError
from hypecheck.exporters.release_rows import csv_row, typed_row
from hypecheck.resources import to_cell
from hypecheck.types import Release

_TEXTS = (
    *("id", "name", "family", "organization", "country", "date", "openness", "kind", "purpose"),
    *("licence", "terms", "confidence", "note"),
)
_LISTS = ("aliases", "traits", "inputs", "outputs", "sources")
_COUNTS = ("parameters", "active_parameters", "context_tokens", "prominence")
_DAYS = ("earliest", "latest")
_SCHEMA = f"""
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE releases (
  {", ".join(f"{name} TEXT" for name in (*_TEXTS, *_DAYS))},
  {", ".join(f"{name} INTEGER" for name in _COUNTS)},
  PRIMARY KEY (id)
);
CREATE TABLE events (release TEXT REFERENCES releases (id), kind TEXT, date TEXT);
CREATE TABLE lists (release TEXT REFERENCES releases (id), field TEXT, value TEXT);
CREATE INDEX events_of ON events (release, kind);
CREATE INDEX lists_of ON lists (release, field);
CREATE INDEX values_of ON lists (field, value);
"""


def write_csv(releases: Sequence[Release], path: Path, about: Mapping[str, str]) -> None:
    """Write one release a row, in the columns that an import reads.

    A CSV has no place for `about`; the other formats keep it. A cell that a spreadsheet would take
    for a formula gets an apostrophe before it, which an import takes off again.
    """
    rows = [
        {name: to_cell(cell) if isinstance(cell, str) else cell for name, cell in row.items()}
        for row in map(csv_row, releases)
    ]
    columns = list(csv_row(Release("", "")))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\r\n")
        writer.writeheader()
        writer.writerows(rows)


def write_sqlite(releases: Sequence[Release], path: Path, about: Mapping[str, str]) -> None:
    """Write a database with the tables releases, events, lists and meta.

    ``lists`` holds aliases, traits, inputs, outputs and sources, one value a row: releases with a
    trait are ``SELECT release FROM lists WHERE field = 'traits' AND value = 'moe'``.
    """
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(_SCHEMA)
        database.executemany("INSERT INTO meta VALUES (?, ?)", about.items())
        columns = (*_TEXTS, *_DAYS, *_COUNTS)
        marks = ", ".join("?" * len(columns))
        rows = [typed_row(release) for release in releases]
        database.executemany(
            f"INSERT INTO releases ({', '.join(columns)}) VALUES ({marks})",
            ([_cell(row[name]) for name in columns] for row in rows),
        )
        database.executemany("INSERT INTO events VALUES (?, ?, ?)", _events(rows))
        database.executemany("INSERT INTO lists VALUES (?, ?, ?)", _lists(rows))


def write_parquet(releases: Sequence[Release], path: Path, about: Mapping[str, str]) -> None:
    """Write a Parquet file with the columns of `arrow_table`.

    Raises
    ------
    MissingExtraError
        pyarrow isn't installed.
    """
    table = arrow_table(releases, about)
    _pyarrow("pyarrow.parquet").write_table(table, os.fspath(path))


def arrow_table(releases: Iterable[Release], about: Mapping[str, str] | None = None) -> Any:
    """Arrow table of releases, one a row; ``.to_pandas()`` makes a data frame of it.

    Parameters
    ----------
    about : mapping, optional
        Snapshot, licence and the like, kept as the schema's metadata.

    Raises
    ------
    MissingExtraError
        pyarrow isn't installed.
    """
    pa = _pyarrow("pyarrow")
    event = pa.struct(
        [("kind", pa.string()), ("date", pa.string()), ("sources", pa.list_(pa.string()))]
    )
    types = {
        **dict.fromkeys(_TEXTS, pa.string()),
        **dict.fromkeys(_LISTS, pa.list_(pa.string())),
        **dict.fromkeys(_COUNTS, pa.int64()),
        **dict.fromkeys(_DAYS, pa.date32()),
        "events": pa.list_(event),
    }
    schema = pa.schema(
        [(name, types[name]) for name in typed_row(Release("", ""))], dict(about or {})
    )
    return pa.Table.from_pylist([typed_row(release) for release in releases], schema=schema)


#: File formats by name.
WRITERS: dict[str, Callable[[Sequence[Release], Path, Mapping[str, str]], None]] = {
    "csv": write_csv,
    "sqlite": write_sqlite,
    "parquet": write_parquet,
}


def write_releases(
    releases: Iterable[Release], path: Path, form: str, about: Mapping[str, str] | None = None
) -> None:
    """Write releases to a file in one of the formats of `WRITERS`.

    Raises
    ------
    InputError
        The format is unknown or the file can't be written.
    """
    if form not in WRITERS:
        raise InputError(f"{form!r} is no export format. Allowed: {', '.join(sorted(WRITERS))}.")
    try:
        WRITERS[form](list(releases), path, about or {})
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path} can't be written: {reason}. Give a file to write.") from None


def _events(rows: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, str, str]]:
    return ((row["id"], event["kind"], event["date"]) for row in rows for event in row["events"])


def _lists(rows: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, str, str]]:
    return ((row["id"], name, value) for row in rows for name in _LISTS for value in row[name])


def _cell(value: Any) -> Any:
    """Value as SQLite stores it: days as ISO text."""
    return value if value is None or isinstance(value, int) else str(value)


def _pyarrow(module: str) -> Any:
    try:
        return import_module(module)
    except ImportError:
        raise MissingExtraError("pyarrow", "data") from None
