"""JSONL: one object a line, blank lines left out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import IO, Any

from hypecheck.bulk.files import open_bytes
from hypecheck.bulk.readers.record import Record
from hypecheck.bulk.sources import Source
from hypecheck.errors import InputError

#: Longest line, in bytes: a text of 16 MB with every character escaped fits.
MAX_LINE = 112_000_000


class JsonLines:
    """Reader of JSONL files."""

    jumps = False

    def length(self, source: Source) -> None:
        """None: only a pass tells."""

    def records(self, source: Source, first: int) -> Iterator[Record]:
        """Lines that aren't blank, as bytes; None stands for a line that is too long."""
        with open_bytes(source.path) as file:
            numbered = enumerate(_lines(file), start=1)
            filled = ((row, line) for row, line in numbered if line is None or line.strip())
            for row, line in islice(filled, first, None):
                yield Record(source.name, row, line)

    def fields(self, record: Record) -> Mapping[str, Any]:
        """Fields of a line."""
        if record.value is None:
            raise InputError(f"The line is longer than {MAX_LINE} bytes. Split the text.")
        try:
            row = json.loads(record.value.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise InputError(f"The line is not UTF-8 (at byte {error.start}).") from None
        except (ValueError, RecursionError) as error:
            raise InputError(
                f"The line is not JSON ({error}). Write one object on each line."
            ) from None
        if not isinstance(row, dict):
            raise InputError(
                f"The line is a {type(row).__name__}. Write one JSON object on each line."
            )
        return row


def _lines(file: IO[bytes]) -> Iterator[bytes | None]:
    while line := file.readline(MAX_LINE):
        if len(line) < MAX_LINE or line.endswith(b"\n"):
            yield line
            continue
        while (rest := file.readline(MAX_LINE)) and not rest.endswith(b"\n"):
            pass
        yield None
