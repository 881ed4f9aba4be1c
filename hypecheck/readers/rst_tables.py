"""Cells of the tables of a reStructuredText file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

Line = tuple[int, int]

_GRID = re.compile(r"\+[-=+]+\+[ \t]*+$")
_SIMPLE = re.compile(r"=++(?:[ \t]++=++)++[ \t]*+$")
_UNDER = re.compile(r"[-=][-= \t]*+$")
_COLUMN = re.compile(r"=+")


@dataclass(frozen=True, slots=True)
class Table:
    """A table's cells, each as its lines, and the number of the line behind it."""

    cells: tuple[tuple[Line, ...], ...]
    end: int


class TableReader:
    """Finds tables by the line that they begin with.

    Parameters
    ----------
    source : str
    found : sequence of (int, int)
        Offsets of all lines.
    """

    def __init__(self, source: str, found: Sequence[Line]) -> None:
        self._source = source
        self._lines = found
        self._closers = [
            number
            for number, (start, end) in enumerate(found)
            if "= " in source[start:end]
            and _SIMPLE.match(source, self._at(number), end)
            and (number + 1 == len(found) or self._at(number + 1) == found[number + 1][1])
        ]

    def at(self, number: int, at: int) -> Table | None:
        """Table whose first line has that number and begins at that offset, or None."""
        end = self._lines[number][1]
        if _GRID.match(self._source, at, end):
            return self._grid(number)
        if _SIMPLE.match(self._source, at, end):
            closer = bisect_right(self._closers, number)
            if closer < len(self._closers):
                return self._simple(number, self._closers[closer])
        return None

    def _at(self, number: int) -> int:
        start, end = self._lines[number]
        return start + len(self._source[start:end]) - len(self._source[start:end].lstrip(" \t"))

    def _grid(self, number: int) -> Table:
        cells: list[tuple[Line, ...]] = []
        rows: list[list[Line]] = []
        while number < len(self._lines) and self._source.startswith(("+", "|"), self._at(number)):
            start, end = self._at(number), self._lines[number][1]
            if self._source[start] == "+":
                cells += _columns(rows)
                rows = []
            else:
                rows.append(list(self._parted(start, end)))
            number += 1
        return Table((*cells, *_columns(rows)), number)

    def _parted(self, start: int, end: int) -> Iterator[Line]:
        """Yield what stands between the bars of a line."""
        while (bar := self._source.find("|", start + 1, end)) >= 0:
            yield start + 1, bar
            start = bar

    def _simple(self, first: int, last: int) -> Table:
        at = self._at(first)
        start, end = self._lines[first]
        columns = [match.start() - start for match in _COLUMN.finditer(self._source, at, end)]
        cells: list[tuple[Line, ...]] = []
        row: list[list[Line]] = []
        for number in range(first + 1, last):
            start, end = self._lines[number]
            if _UNDER.match(self._source, self._at(number), end):
                continue
            found = list(_slices(columns, start, end))
            goes_on = row and found and self._source[slice(*found[0])].isspace()
            if not goes_on:
                cells += [tuple(cell) for cell in row]
                row = []
            for place, cell in enumerate(found):
                row[place : place + 1] = [[*row[place], cell] if place < len(row) else [cell]]
        return Table((*cells, *(tuple(cell) for cell in row)), last + 1)


def _columns(rows: Sequence[Sequence[Line]]) -> list[tuple[Line, ...]]:
    """Cells of a row, each from the lines of its column; single lines where bars don't match."""
    if len({len(row) for row in rows}) > 1:
        return [(cell,) for row in rows for cell in row]
    return list(zip(*rows, strict=True))


def _slices(columns: Sequence[int], start: int, end: int) -> Iterator[Line]:
    for number, column in enumerate(columns):
        if start + column >= end:
            return
        following = columns[number + 1] if number + 1 < len(columns) else end - start
        yield start + column, min(start + following, end)
