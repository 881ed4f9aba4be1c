"""Rows into files, JSONL or Parquet, a few at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from hypecheck.bulk.schema import arrow_schema
from hypecheck.bulk.settings import Form

#: Rows that wait for a Parquet row group; a long text makes a row of some hundred kilobytes.
_WAITING = 250


class Writer(Protocol):
    """Something that takes rows."""

    def add(self, row: Mapping[str, Any]) -> None:
        """Take one row."""


class JsonlWriter:
    """Rows as JSON text, one a line."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="\n")

    def add(self, row: Mapping[str, Any]) -> None:
        """Write one row."""
        self._file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


class ParquetWriter:
    """Rows as row groups of a Parquet file."""

    def __init__(self, path: Path, table: Mapping[str, Any]) -> None:
        self._schema = arrow_schema(table)  # says what to install where Arrow is missing
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._arrow = pa
        self._file = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._waiting: list[Mapping[str, Any]] = []

    def add(self, row: Mapping[str, Any]) -> None:
        """Write one row, or keep it until there are more."""
        self._waiting.append(row)
        if len(self._waiting) == _WAITING:
            self._flush()

    def close(self) -> None:
        """Finish the file."""
        self._flush()
        self._file.close()

    def _flush(self) -> None:
        table = self._arrow.Table.from_pylist(self._waiting, schema=self._schema)
        self._file.write_table(table)
        self._waiting.clear()


@contextmanager
def open_writer(path: Path, table: Mapping[str, Any], form: Form) -> Iterator[Writer]:
    """Writer of one of the tables of `hypecheck.bulk.schema`; closed when the block ends."""
    writer = JsonlWriter(path) if form == "jsonl" else ParquetWriter(path, table)
    try:
        yield writer
    finally:
        writer.close()
