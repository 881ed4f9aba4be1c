"""Plain-text files, one article each; its name is its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from hypecheck.bulk.files import open_bytes
from hypecheck.bulk.readers.record import Record
from hypecheck.bulk.sources import Source
from hypecheck.errors import InputError
from hypecheck.readers.plain import MAX_BYTES, decode


class TextFiles:
    """Reader of a list of text files."""

    jumps = True

    def length(self, source: Source) -> int:
        """One article a file."""
        return len(source.paths)

    def records(self, source: Source, first: int) -> Iterator[Record]:
        """Files, not yet opened."""
        for path in source.paths[first:]:
            yield Record(path, 1, path)

    def fields(self, record: Record) -> Mapping[str, Any]:
        """Text, and the file's name as id."""
        path = record.value
        return {"id": PurePath(path).name, "text": decode(read_whole(path), path)}


def read_whole(path: str) -> bytes:
    """Content of a file of at most 16 MB.

    Raises
    ------
    InputError
        It can't be opened. A larger file is cut, one byte over the limit.
    """
    try:
        with open_bytes(path) as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(
            f"{path} can't be read: {getattr(error, 'strerror', None) or error}."
        ) from None
