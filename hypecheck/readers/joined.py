"""Lines of a file that belong together, as one text with the way back into the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from hypecheck.readers.prose import BlockList


class Joined:
    """A paragraph's lines.

    Parameters
    ----------
    source : str
    found : sequence of (int, int)
        Offsets of the lines, at least one, in order.

    Attributes
    ----------
    text : str
        The lines with newlines between them.
    """

    def __init__(self, source: str, found: Sequence[tuple[int, int]]) -> None:
        self.text = "\n".join(source[start:end] for start, end in found)
        self._found = found
        self._starts = [start for start, _ in found]
        self._bases = [0]
        for start, end in found[:-1]:
            self._bases.append(self._bases[-1] + end - start + 1)

    def place(self, offset: int) -> int:
        """Offset in the source of a character of the text."""
        line = bisect_right(self._bases, offset) - 1
        return self._found[line][0] + offset - self._bases[line]

    def offset(self, place: int) -> int:
        """Offset in the text of a place in the source."""
        line = max(0, bisect_right(self._starts, place) - 1)
        first, last = self._found[line]
        return self._bases[line] + min(place, last) - first

    def keep(self, blocks: BlockList, start: int, end: int) -> None:
        """Add a stretch of the text to the open block, a piece for each line."""
        line = bisect_right(self._bases, start) - 1
        while start < end:
            first, last = self._found[line]
            stop = min(end, self._bases[line] + last - first)
            blocks.add(self.place(start), first + stop - self._bases[line])
            line += 1
            start = self._bases[line] if line < len(self._bases) else end
