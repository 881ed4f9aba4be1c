"""Blocks of a Markdown file that are prose.

Found as CommonMark and GitHub's tables have them, so far as it matters for what is prose: where
code begins and ends, what belongs to a quote, what is one paragraph. Beside them the extensions
that documentation is written with: alerts, admonitions, containers, footnotes, definitions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from hypecheck.readers.lines import indent
from hypecheck.readers.markdown_inline import InlineReader
from hypecheck.readers.markdown_lines import (
    ADMONITION,
    ALERT,
    CELL,
    CONTAINER,
    DEFINITION,
    DELIMITERS,
    FENCE,
    FOOTNOTE,
    HEADING,
    ITEM,
    RAW,
    REFERENCE,
    RULE,
    TASK,
    UNDERLINE,
    heading_text,
    raw_end,
    starts,
)
from hypecheck.readers.notes import note_of
from hypecheck.readers.prose import Block, Note

Line = tuple[int, int]

#: Marks of lists on one line that are told apart, and alerts in each other.
_DEEPEST = 40
_NESTED_ALERTS = 3
#: Columns by which code is indented, and the body of an admonition or footnote.
_CODE = 4


class BlockReader:
    """One walk over lines; what is open at each line decides what the line is.

    Parameters
    ----------
    source : str
    references : frozenset of str
        Labels that links can name.
    depth : int
        Alerts around these lines.
    """

    def __init__(self, source: str, references: frozenset[str], depth: int = 0) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self._references = references
        self._depth = depth
        self._inline = InlineReader(source, references)
        self._items: list[int] = []  # columns of what open list items hold
        self._paragraph: list[Line] = []
        self._fence = ""
        self._raw: tuple[str, int] | None = None  # what ends it, and where it began
        self._table = False
        self._quote = False  # the line before was text of a quote, which goes on without ">"
        self._alert: list[Line] | None = None

    def read(self, found: Iterable[Line]) -> None:
        """Read lines to their end."""
        for start, end in found:
            self._line(start, end)
        self._end_alert()
        self._flush()
        self.notes = sorted([*self.notes, *self._inline.notes], key=lambda note: note.start)

    def _line(self, start: int, end: int) -> None:
        column, at = indent(self.source, start, end)
        if self._raw is not None:
            self._in_raw(at, end)
        elif self._fence and (at == end or column >= self._base()):
            self._in_fence(column, at, end)
        elif at == end:
            self._end_alert()
            self._flush()
            self._table = self._quote = False
        else:
            self._fence = ""
            self._text_line(column, at, end)

    def _base(self) -> int:
        return self._items[-1] if self._items else 0

    def _in_raw(self, at: int, end: int) -> None:
        """Go on with a comment, a script or the like; what stands behind a comment is text."""
        assert self._raw is not None
        mark, start = self._raw
        close = self.source[at:end].lower().find(mark)
        if close < 0:
            return
        self._raw, behind = None, at + close + len(mark)
        if mark == "-->":
            note = note_of(self.source[start + 4 : behind - 3], start, behind)
            self.notes += [note] if note else []
            if self.source[behind:end].strip():
                self._paragraph.append((behind, end))

    def _in_fence(self, column: int, at: int, end: int) -> None:
        line = self.source[at:end].rstrip()
        closes = len(line) >= len(self._fence) and not line.strip(self._fence[0])
        if closes and column - self._base() < _CODE:
            self._fence = ""

    def _text_line(self, column: int, at: int, end: int) -> None:
        begins = starts(self.source, at, end, in_list=bool(self._items))
        if begins or not self._paragraph:
            self._close_items(column)
        if self._quote and not begins:
            return
        if not self.source.startswith(">", at):
            self._quote = False
            self._end_alert()
        if column - self._base() < _CODE or self._table:
            self._start(column, at, end)
        elif self._paragraph:
            self._paragraph.append((at, end))
        # What is left is indented code.

    def _close_items(self, column: int) -> None:
        while self._items and column < self._items[-1]:
            self._flush()
            self._table = False
            self._items.pop()

    def _start(self, column: int, at: int, end: int) -> None:
        """Read a line from its first character on: markers of lists first, then what they hold."""
        for _ in range(_DEEPEST):
            item = ITEM.match(self.source, at, end)
            within = self._paragraph and not starts(self.source, at, end, in_list=False)
            if not item or RULE.match(self.source, at, end) or (within and not self._items):
                break
            self._flush()
            self._table = False
            column, at = self._enter(column, item, end)
            if at == end or column - self._base() >= _CODE:
                return
        if self.source.startswith(">", at):
            self._quoted(at, end)
        elif not self._leaf(column, at, end):
            self._prose(at, end)

    def _enter(self, column: int, item: re.Match[str], end: int) -> tuple[int, int]:
        """Open a list item; give column and offset of what it holds."""
        width = item.end() - item.start()
        inner, at = indent(self.source, item.end(), end, column + width)
        gap = inner - column - width
        self._items.append(column + width + (gap if 0 < gap <= _CODE and at < end else 1))
        task = TASK.match(self.source, at, end)
        return inner, task.end() if task else at

    def _quoted(self, at: int, end: int) -> None:
        """Leave a line of a quote out, unless the quote is an alert."""
        self._flush()
        self._table = False
        alert = ALERT.match(self.source, at, end)
        if self._alert is not None:
            self._alert.append((at + 1 + self.source.startswith(" ", at + 1, end), end))
        elif alert and self._depth < _NESTED_ALERTS and not self._quote:
            self._alert = [(alert.end(), end)]
        else:
            inner = indent(self.source, at + 1, end)[1]
            self._quote = inner < end and self.source[inner] not in "#`~|"

    def _end_alert(self) -> None:
        if self._alert is not None:
            found, self._alert = self._alert, None
            inner = BlockReader(self.source, self._references, self._depth + 1)
            inner.read(found)
            self.blocks += inner.blocks
            self.notes += inner.notes

    def _leaf(self, column: int, at: int, end: int) -> bool:
        """Read a line that is a block of its own; tell whether it was one."""
        if self._paragraph and UNDERLINE.match(self.source, at, end):
            self._flush(heading=True)
            return True
        return (
            self._delimits(at, end)
            or self._marked(at, end)
            or self._hidden(at, end)
            or self._labelled(column, at, end)
        )

    def _delimits(self, at: int, end: int) -> bool:
        """Begin a table where this line stands below its head."""
        if not self._paragraph or "|" not in self.source[at:end]:
            return False
        head = self._paragraph[-1]
        if "|" not in self.source[slice(*head)] or not DELIMITERS.match(self.source, at, end):
            return False
        self._paragraph.pop()
        self._flush()
        self._table = True
        self._row(*head)
        return True

    def _marked(self, at: int, end: int) -> bool:
        """Fences, headings, rules and the marks of containers."""
        fence = FENCE.match(self.source, at, end)
        heading = HEADING.match(self.source, at, end)
        if fence:
            self._flush()
            self._fence = fence[1] or fence[2] or fence[3]
        elif heading:
            self._flush()
            self._add([heading_text(self.source, heading.end(), end)], heading=True)
        elif RULE.match(self.source, at, end) or CONTAINER.match(self.source, at, end):
            self._flush()
        else:
            return False
        self._table = False
        return True

    def _hidden(self, at: int, end: int) -> bool:
        """Comments, scripts and the like that begin a line."""
        raw = RAW.match(self.source, at, end)
        if raw is None:
            return False
        mark = raw_end(raw)
        close = self.source.find(mark, at, end)
        if mark == "-->" and close >= 0 and self.source[close + 3 : end].strip():
            return False  # text goes on behind it
        self._flush()
        self._raw = (mark, at)
        self._in_raw(at + 2, end)
        return True

    def _labelled(self, column: int, at: int, end: int) -> bool:
        """Footnotes, targets of links, admonitions, definitions."""
        footnote = FOOTNOTE.match(self.source, at, end)
        admonition = ADMONITION.match(self.source, at, end)
        definition = DEFINITION.match(self.source, at, end)
        if footnote or definition:
            self._flush()
            self._items.append(column + (_CODE if footnote else 2))
            self._prose((footnote or definition).end(), end)  # type: ignore[union-attr]  # one is
        elif admonition:
            self._flush()
            self._items.append(column + _CODE)
            self._add([admonition.span(1)])
        else:
            return not self._paragraph and bool(REFERENCE.match(self.source, at, end))
        return True

    def _prose(self, at: int, end: int) -> None:
        if self._table:
            self._row(at, end)
        else:
            self._paragraph.append((at, end))

    def _row(self, start: int, end: int) -> None:
        for cell in CELL.finditer(self.source, start, end):
            self._add([(start, cell.start())])
            start = cell.end()
        self._add([(start, end)])

    def _flush(self, *, heading: bool = False) -> None:
        found, self._paragraph = self._paragraph, []
        if found:
            self._add(found, heading=heading)

    def _add(self, found: list[Line], *, heading: bool = False) -> None:
        self.blocks += self._inline.blocks(found, heading=heading)
