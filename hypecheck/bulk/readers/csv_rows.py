"""CSV and TSV with a header line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any

from hypecheck.bulk.files import Damaged, open_bytes
from hypecheck.bulk.readers.json_lines import MAX_LINE
from hypecheck.bulk.readers.record import Record
from hypecheck.bulk.sources import Source, bare_suffix
from hypecheck.errors import InputError

#: Delimiters by precedence: programs of some countries write a semicolon into their CSV.
_SIGNS = (",", ";", "\t", "|")


class CsvRows:
    """Reader of CSV files; the delimiter is a tab in .tsv files, in others what the header has."""

    jumps = False

    def length(self, source: Source) -> None:
        """None: line breaks stand inside of quotes, so only a pass tells."""

    def records(self, source: Source, first: int) -> Iterator[Record]:
        """Rows that aren't blank, each with the header.

        Raises
        ------
        Damaged
            The file ends inside of quotes; its last row is left out.
        """
        csv.field_size_limit(MAX_LINE)
        with (
            open_bytes(source.path) as raw,
            # A byte that is no UTF-8 becomes a surrogate, so that only its row is refused.
            io.TextIOWrapper(raw, "utf-8-sig", "surrogateescape", newline="") as file,
        ):
            lines = _Lines(file)
            head = next(lines, "")
            tabs = bare_suffix(source.path) == ".tsv"
            rows = csv.reader(chain([head], lines), delimiter="\t" if tabs else delimiter_of(head))
            header = next(rows, [])
            if head and lines.ended:
                raise Damaged("its header has a quoted cell without an end")
            filled = ((row, cells) for row, cells in enumerate(rows, start=1) if cells)
            for row, cells in islice(filled, first, None):
                if lines.ended:  # only a row that isn't whole asks for a line more
                    raise Damaged(f"row {row} has a quoted cell without an end")
                yield Record(source.name, row, (header, cells))

    def fields(self, record: Record) -> Mapping[str, Any]:
        """Cells by the name of their column."""
        header, cells = record.value
        if len(cells) != len(header):
            raise InputError(
                f"The row has {len(cells)} cells and the header {len(header)}."
                " Quote cells that hold a delimiter."
            )
        return dict(zip(header, cells, strict=True))


def delimiter_of(head: str) -> str:
    """What stands between the cells of a header line: the comma, else another usual sign."""
    return next((sign for sign in _SIGNS if len(next(csv.reader([head], delimiter=sign))) > 1), ",")


class _Lines(Iterator[str]):
    """Lines of a file; one without an end, as in a compressed bomb, must not fill the memory.

    Attributes
    ----------
    ended : bool
        Somebody has asked for a line after the last one.
    """

    def __init__(self, file: io.TextIOWrapper) -> None:
        self._file = file
        self.ended = False

    def __next__(self) -> str:
        line = self._file.readline(MAX_LINE)
        if len(line) == MAX_LINE and not line.endswith(("\n", "\r")):
            raise InputError(f"A line is longer than {MAX_LINE} characters. Split the text.")
        if not line:
            self.ended = True
            raise StopIteration
        return line
