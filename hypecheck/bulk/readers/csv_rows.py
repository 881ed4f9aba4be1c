"""CSV and TSV with a header line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from hypecheck.bulk.files import open_bytes
from hypecheck.bulk.readers.json_lines import MAX_LINE
from hypecheck.bulk.readers.record import Record
from hypecheck.bulk.sources import Source, bare_suffix
from hypecheck.errors import InputError


class CsvRows:
    """Reader of CSV files; the delimiter is a tab in .tsv files and a comma in others."""

    jumps = False

    def length(self, source: Source) -> None:
        """None: line breaks stand inside of quotes, so only a pass tells."""

    def records(self, source: Source, first: int) -> Iterator[Record]:
        """Rows that aren't blank, each with the header."""
        csv.field_size_limit(MAX_LINE)
        delimiter = "\t" if bare_suffix(source.path) == ".tsv" else ","
        with (
            open_bytes(source.path) as raw,
            # A byte that is no UTF-8 becomes a surrogate, so that only its row is refused.
            io.TextIOWrapper(raw, "utf-8-sig", "surrogateescape", newline="") as file,
        ):
            rows = csv.reader(_lines(file), delimiter=delimiter)
            header = next(rows, [])
            filled = ((row, cells) for row, cells in enumerate(rows, start=1) if cells)
            for row, cells in islice(filled, first, None):
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


def _lines(file: io.TextIOWrapper) -> Iterator[str]:
    """Lines of a file; one without an end, as in a compressed bomb, must not fill the memory."""
    while line := file.readline(MAX_LINE):
        if len(line) == MAX_LINE and not line.endswith(("\n", "\r")):
            raise InputError(f"A line is longer than {MAX_LINE} characters. Split the text.")
        yield line
