"""Lines of a file with their offsets, whatever ends them, and how far they are indented."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"\r\n|\r|\n")
#: Columns between tab stops.
_TAB = 4


def lines(source: str) -> Iterator[tuple[int, int]]:
    r"""Offsets of the lines of a text, without what ends them.

    Examples
    --------
    >>> list(lines("one\r\n\ntwo"))
    [(0, 3), (5, 5), (6, 9)]
    """
    start = 0
    for end in _END.finditer(source):
        yield start, end.start()
        start = end.end()
    yield start, len(source)


def indent(source: str, start: int, end: int, column: int = 0) -> tuple[int, int]:
    """Column and offset of a line's first character that is neither a space nor a tab.

    Parameters
    ----------
    column : int
        Column that `start` stands at.
    """
    while start < end:
        if source[start] == " ":
            column += 1
        elif source[start] == "\t":
            column += _TAB - column % _TAB
        else:
            break
        start += 1
    return column, start
