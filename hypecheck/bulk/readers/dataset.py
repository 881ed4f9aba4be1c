"""Folders that `Dataset.save_to_disk` and `DatasetDict.save_to_disk` of Hugging Face have made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hypecheck.bulk.readers.record import Record
from hypecheck.bulk.sources import Source
from hypecheck.errors import MissingExtraError


class DatasetRows:
    """Reader of dataset folders; the splits of a `DatasetDict` follow each other by name."""

    jumps = True

    def length(self, source: Source) -> int:
        """Rows of all splits."""
        return sum(len(split) for _, split in _splits(source))

    def records(self, source: Source, first: int) -> Iterator[Record]:
        """Rows as dicts, read from the memory map."""
        before = 0
        for name, split in _splits(source):
            for row in range(max(0, first - before), len(split)):
                yield Record(name, row + 1, split[row])
            before += len(split)

    def fields(self, record: Record) -> Mapping[str, Any]:
        """Cells by the name of their column."""
        row: Mapping[str, Any] = record.value
        return row


def _splits(source: Source) -> list[tuple[str, Any]]:
    try:
        import datasets
    except ImportError:
        raise MissingExtraError("datasets", "data") from None
    found = datasets.load_from_disk(source.path)
    if isinstance(found, datasets.DatasetDict):
        return [(f"{source.name}/{name}", found[name]) for name in sorted(found)]
    return [(source.name, found)]
