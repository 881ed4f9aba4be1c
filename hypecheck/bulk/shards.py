"""Shards: the pieces of the input that are read, scored and written in one go."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from hypecheck.bulk.readers import Broken, Record, reader_of, records_of
from hypecheck.bulk.sources import Source


@dataclass(frozen=True, slots=True)
class Shard:
    """Rows `first` to `first + count` of a source."""

    number: int
    source: Source
    first: int
    count: int

    @property
    def name(self) -> str:
        """Name of its files, without a suffix."""
        return f"part-{self.number:06d}"


def shards_of(sources: Sequence[Source], rows: Sequence[int], size: int) -> Iterator[Shard]:
    """Shards of some sources in order, by the number of rows that each source has."""
    number = 0
    for source, length in zip(sources, rows, strict=True):
        for first in range(0, length, size):
            count = min(size, length - first)
            if len(source.paths) > 1:  # a worker gets the names of its own files only
                part = replace(source, paths=source.paths[first : first + count])
                yield Shard(number, part, 0, count)
            else:
                yield Shard(number, source, first, count)
            number += 1


@dataclass(slots=True)
class _Cursor:
    source: Source
    position: int
    records: Iterator[Record | Broken]


_local = threading.local()


def read_shard(shard: Shard) -> Iterator[Record | Broken]:
    """Records of a shard.

    Shards are handed out in order, so a worker goes on in the file where it has left off: a
    compressed file is read once by each worker, however many shards it has.
    """
    cursor: _Cursor | None = getattr(_local, "cursor", None)
    _local.cursor = None
    if not _can_go_on(cursor, shard):
        cursor = _Cursor(shard.source, shard.first, records_of(shard.source, shard.first))
    assert cursor is not None
    for _ in islice(cursor.records, shard.first - cursor.position):
        pass
    yield from islice(cursor.records, shard.count)
    cursor.position = shard.first + shard.count
    _local.cursor = cursor


def _can_go_on(cursor: _Cursor | None, shard: Shard) -> bool:
    if cursor is None or cursor.source != shard.source:
        return False
    if reader_of(shard.source.kind).jumps:
        return cursor.position == shard.first
    return cursor.position <= shard.first
