"""Comments to hypecheck in a file's markup, and what each of them speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypecheck.readers.lines import lines
from hypecheck.readers.prose import Block, Note, Piece, Prose

_CALL = re.compile(r"\s*+hypecheck\s*+:(.*)", re.S)


def note_of(comment: str, start: int, end: int) -> Note | None:
    """Note that a comment holds, or None.

    Parameters
    ----------
    comment : str
        Text of the comment, without its marks.
    start, end : int
        Offsets of the comment with its marks.
    """
    call = _CALL.fullmatch(comment)
    return Note(start, end, " ".join(call[1].split())) if call else None


def placed(
    notes: Iterable[Note], blocks: Sequence[Block], source: str, *, by_line: bool = True
) -> tuple[Note, ...]:
    """Notes with what they cover: their own line, or the next block where that has no prose.

    Parameters
    ----------
    blocks : sequence of Block
        In file order.
    by_line : bool
        Lines mean something, as in Markdown; else a comment covers the paragraph that it stands
        in, or that ends before it on its line.
    """
    found = list(notes)
    if not found:
        return ()
    layout = _Layout(blocks, source)
    return tuple(replace(note, covers=layout.covered(note, by_line)) for note in found)


def prose_of(
    source: str, blocks: Sequence[Block], title: Block | None, date: str, notes: Iterable[Note]
) -> Prose:
    """Prose of a file whose blocks are read; its first heading is the title if it names none.

    Parameters
    ----------
    source : str
    blocks : sequence of Block
        In file order.
    title : Block or None
        Title of the front matter.
    date : str
    notes : iterable of Note
        Not yet placed.
    """
    every = [title, *blocks] if title else blocks
    title = title or next((block for block in blocks if block.heading), None)
    return Prose(
        source=source,
        blocks=tuple(block for block in blocks if block is not title),
        title=title,
        date=date,
        notes=placed(notes, every, source),
    )


class _Layout:
    """Where prose stands, without the blanks around it."""

    def __init__(self, blocks: Sequence[Block], source: str) -> None:
        self._lines = list(lines(source))
        stretches = sorted(
            (*_trimmed(source, piece), number)
            for number, block in enumerate(blocks)
            for piece in block.pieces
        )
        inked = [stretch for stretch in stretches if stretch[0] < stretch[1]]
        self._starts = [start for start, _, _ in inked]
        self._ends = [end for _, end, _ in inked]
        self._blocks = [blocks[number] for _, _, number in inked]

    def covered(self, note: Note, by_line: bool) -> tuple[int, int]:
        first, last = self._line(note.start)[0], self._line(note.end)[1]
        after = bisect_left(self._starts, note.end)
        before = bisect_left(self._starts, note.start) - 1
        led = before >= 0 and self._ends[before] > first
        followed = after < len(self._starts) and self._starts[after] < last
        if by_line and (led or followed):
            return first, last
        if led:
            return self._blocks[before].start, max(self._blocks[before].end, note.end)
        if after < len(self._starts):
            return self._blocks[after].start, self._blocks[after].end
        return note.end, note.end

    def _line(self, offset: int) -> tuple[int, int]:
        return self._lines[bisect_right(self._lines, offset, key=lambda line: line[0]) - 1]


def _trimmed(source: str, piece: Piece) -> tuple[int, int]:
    text = source[piece.start : piece.end]
    lead = len(text) - len(text.lstrip())
    return piece.start + lead, piece.start + len(text.rstrip())
