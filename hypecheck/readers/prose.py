"""A file's prose with its place: what the writer wrote, without code, markup and quotes.

A reader of markup gives the blocks (paragraphs, headings, list items, cells) as pieces of the
source. From them come a text that reads as if there had been no markup, with the way back to the
source, and a copy of the source in which all the rest is blank.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from hypecheck.types import AsOfSource

_NEWLINES = frozenset("\r\n")
#: Words with single spaces between them: what is the same in the source and without its markup.
_RUN = re.compile(r"\S++(?: \S++)*+")
_INK = re.compile(r"[^\r\n]")
#: A plain text in stretches of which each stands for itself or, as an end of line, for one sign.
_LINES = re.compile(r"\r\n|[^\r]+|\r")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source that is prose.

    Attributes
    ----------
    text : str or None
        What it stands for, where that isn't what stands there: "’" for "&rsquo;".
    """

    start: int
    end: int
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell.

    Attributes
    ----------
    plain : bool
        Whether it is a whole plain text, in which lines and blanks mean something.
    """

    pieces: tuple[Piece, ...]
    heading: bool = False
    plain: bool = False

    @property
    def start(self) -> int:
        """Offset of its first character in the source."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.pieces[-1].end


@dataclass(frozen=True, slots=True)
class Note:
    """A comment to hypecheck in a file.

    Attributes
    ----------
    words : str
        What stands behind "hypecheck:".
    covers : tuple of (int, int)
        Offsets of what it speaks of, where it names no other end.
    """

    start: int
    end: int
    words: str
    covers: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Prose:
    """What a file says, in its writer's words.

    Attributes
    ----------
    source : str
        The whole file.
    blocks : tuple of Block
        In file order, without the title.
    title : Block or None
        Title of the front matter, else the first heading.
    date : str
        Day that the file gives itself, "YYYY[-MM[-DD]]", or "".
    date_from : str
        Where that stands, as a report names it.
    """

    source: str
    blocks: tuple[Block, ...]
    title: Block | None = None
    date: str = ""
    date_from: AsOfSource = "front matter"
    notes: tuple[Note, ...] = ()

    def blanked(self) -> str:
        """The source with all but the blocks blank: every offset means the same in both."""
        parts, reached = [], 0
        pieces = (piece for block in self.blocks for piece in block.pieces)
        for piece in sorted(pieces, key=lambda piece: piece.start):  # cells lie side by side
            parts.append(_INK.sub(" ", self.source[reached : piece.start]))
            parts.append(_shown(self.source, piece))
            reached = piece.end
        parts.append(_INK.sub(" ", self.source[reached:]))
        return "".join(parts)


def _shown(source: str, piece: Piece) -> str:
    if piece.text is None:
        return source[piece.start : piece.end]
    width = piece.end - piece.start
    return piece.text[:width].ljust(width)


class Reading:
    """Blocks as one text without markup, and the way back into the source.

    Parameters
    ----------
    source : str
    blocks : iterable of Block
    """

    def __init__(self, source: str, blocks: Iterable[Block]) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._at, self._from, self._to = array("q"), array("q"), array("q")
        for block in blocks:
            if block.plain:
                self._read_plain(source, block)
            else:
                self._read(source, block.pieces)
        self.text = "".join(self._parts)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the source of a stretch of the text that isn't empty."""
        first = bisect_right(self._at, start) - 1
        last = bisect_right(self._at, end - 1) - 1
        return self._source(first, start, 0), self._source(last, end - 1, 1)

    def _source(self, run: int, offset: int, after: int) -> int:
        """Where a character stands in the source, or the character behind it."""
        start, end = self._from[run], self._to[run]
        following = self._at[run + 1] if run + 1 < len(self._at) else self._length
        if end - start > following - self._at[run]:  # one sign for several, such as an entity
            return end if after else start
        return min(start + offset - self._at[run] + after, end)

    def _read_plain(self, source: str, block: Block) -> None:
        for run in _LINES.finditer(source, block.start, block.end):
            text = run.group()
            self._mark("\n" if text == "\r\n" else text, run.start(), run.end())

    def _read(self, source: str, pieces: Iterable[Piece]) -> None:
        begun, apart, reached = False, False, 0
        for piece in pieces:
            whole = piece.text is not None
            text = source[piece.start : piece.end] if piece.text is None else piece.text
            apart |= begun and not _NEWLINES.isdisjoint(source[reached : piece.start])
            end = 0
            for run in _RUN.finditer(text):
                apart |= run.start() > end
                if begun:
                    self._put(" " if apart else "")
                else:
                    self._put("\n\n" if self._parts else "")
                first = piece.start + (0 if whole else run.start())
                self._mark(run.group(), first, piece.end if whole else piece.start + run.end())
                begun, apart, end = True, False, run.end()
            apart |= end < len(text)
            reached = piece.end

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def _mark(self, text: str, start: int, end: int) -> None:
        self._at.append(self._length)
        self._from.append(start)
        self._to.append(end)
        self._put(text)


class BlockList:
    """Blocks while they are being read."""

    def __init__(self, source: str) -> None:
        self.done: list[Block] = []
        self._source = source
        self._open: list[Piece] = []

    def add(self, start: int, end: int, text: str | None = None) -> None:
        """Go on with the open block."""
        if start < end:
            self._open.append(Piece(start, end, text))

    def end(self, *, heading: bool = False) -> bool:
        """End the open block; tell whether there was anything in it."""
        pieces, self._open = self._open, []
        inked = any(
            not (self._source[piece.start : piece.end] if piece.text is None else piece.text)
            .isspace()
            for piece in pieces
        )  # fmt: skip
        if inked:
            self.done.append(Block(tuple(pieces), heading))
        return inked
