"""Parquet files, a row group at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hypecheck.bulk.files import open_raw, size_of
from hypecheck.bulk.readers.parquet_pages import (
    LARGEST,
    read_groups,
    refuse_bomb,
    refuse_too_many_rows,
)
from hypecheck.bulk.readers.record import Record
from hypecheck.bulk.sources import Source
from hypecheck.errors import MissingExtraError

#: Rows that are decoded at once.
_ROWS = 64


class ParquetRows:
    """Reader of Parquet files; nested columns are left out.

    A few kilobytes can unpack to gigabytes, so every row group is looked at before it is unpacked.
    """

    jumps = True

    def length(self, source: Source) -> int:
        """Rows by the file's footer."""
        with open_raw(source.path) as raw:
            rows = int(_parquet().ParquetFile(raw).metadata.num_rows)
            refuse_too_many_rows(rows, size_of(source.path))
            return rows

    def records(self, source: Source, first: int) -> Iterator[Record]:
        """Rows as dicts."""
        with open_raw(source.path) as raw:
            file = _parquet().ParquetFile(raw)
            refuse_too_many_rows(file.metadata.num_rows, size_of(source.path))
            columns = _flat(file)
            groups = read_groups(raw)
            group, row = _group_of(file.metadata, first)
            for number in range(group, file.metadata.num_row_groups):
                largest = refuse_bomb(raw, groups[number], columns)
                # A cell may be as large as the page that it, or its dictionary, stands in.
                rows = max(1, min(_ROWS, LARGEST // max(1, largest)))
                for batch in file.iter_batches(rows, row_groups=[number], columns=columns):
                    if row + batch.num_rows > first:
                        for at, value in enumerate(batch.to_pylist(), start=row + 1):
                            if at > first:
                                yield Record(source.name, at, value)
                    row += batch.num_rows

    def fields(self, record: Record) -> Mapping[str, Any]:
        """Cells by the name of their column."""
        row: Mapping[str, Any] = record.value
        return row


def _group_of(metadata: Any, first: int) -> tuple[int, int]:
    """Row group that holds a row, and the number of rows before it."""
    before = 0
    for group in range(metadata.num_row_groups):
        rows = metadata.row_group(group).num_rows
        if before + rows > first:
            return group, before
        before += rows
    return metadata.num_row_groups, before


def _flat(file: Any) -> list[str]:
    import pyarrow as pa

    return [column.name for column in file.schema_arrow if not pa.types.is_nested(column.type)]


def _parquet() -> Any:
    try:
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError("pyarrow", "data") from None
    return pyarrow.parquet
