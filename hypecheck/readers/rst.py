"""Prose of a reStructuredText file, with its place in the file."""

from __future__ import annotations

import re

from hypecheck.readers.front_matter import day_of, title_at
from hypecheck.readers.lines import indent, lines
from hypecheck.readers.notes import note_of, prose_of
from hypecheck.readers.prose import Block, Note, Prose
from hypecheck.readers.rst_inline import rst_blocks
from hypecheck.readers.rst_tables import TableReader
from hypecheck.readers.tags import words

Line = tuple[int, int]

#: Directives whose body is the writer's words; what stands in others is no prose.
_PROSE = words(
    "admonition attention caution centered class compound container danger deprecated error"
    " figure glossary hint important note only rubric seealso sidebar tip todo topic versionadded"
    " versionchanged versionremoved warning dropdown card grid-item grid grid-item-card tab-set"
    " tab-item tab tabs module function method classmethod staticmethod property attribute data"
    " exception decorator describe option confval envvar"
)
#: Of these the words behind the marks are a name or number.
_NAMED = words(
    "class container figure only grid glossary tab-set tabs module function method classmethod"
    " staticmethod property attribute data exception decorator describe option confval envvar"
)
_DIRECTIVE = re.compile(r"\.\.[ \t]+([A-Za-z][\w:+.-]*?)::(?=\s|$)[ \t]*+")
_FOOTNOTE = re.compile(r"\.\.[ \t]+\[[^\]\s]{1,80}\][ \t]*+")
_EXPLICIT = re.compile(r"\.\.(?=\s|$)")
_ITEM = re.compile(r"(?:[-+*•]|\(?(?:\d{1,4}|#|[A-Za-z])\)|(?:\d{1,4}|#)\.)(?:[ \t]+|$)")
_FIELD = re.compile(r":([^:\s`](?:[^:`\r\n]|:(?=\S)){0,80}):(?:[ \t]+|$)")
_LINE_BLOCK = re.compile(r"\|(?:[ \t]+|$)")
#: Marks of lists on one line that are told apart.
_DEEPEST = 20
_BORDER = re.compile(r"([!-/:-@\[-`{-~])\1+[ \t]*+$")


def read_rst(source: str) -> Prose:
    r"""Prose of a reStructuredText; offsets point into `source`.

    Parameters
    ----------
    source : str
        The file. Literals, code, quotes of others, targets, comments and directives are left
        out; notes, warnings and the like are the writer's own words and stay.

    Examples
    --------
    >>> prose = read_rst("A parser\n========\n\nIt reads ``CSV``.\n\n    It's magic!\n")
    >>> prose.title.start, prose.blanked().split()
    (0, ['It', 'reads', '.'])
    """
    reader = _Reader(source)
    reader.read()
    return prose_of(source, reader.blocks, reader.title, reader.date, reader.notes)


class _Reader:
    """One walk over lines; how far each is indented decides what it belongs to."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.title: Block | None = None
        self.date = ""
        self._lines = list(lines(source))
        self._tables = TableReader(source, self._lines)
        self._indents = [0]  # of the bodies that are open
        self._paragraph: list[Line] = []
        self._left_out: int | None = None  # lines indented by more are no prose
        self._comment: Line | None = None
        self._expect = ""  # what an indented line would begin: "literal" or "body"
        self._hanging = False  # the paragraph goes on with lines that are indented further
        self._options = False  # fields are options of a directive
        self._doctest = False
        self._blank = True
        self._table_until = 0

    def read(self) -> None:
        """Read all lines."""
        for number, (start, end) in enumerate(self._lines):
            if number >= self._table_until:
                self._line(number, start, end)
        self._end_comment()
        self._flush()

    def _line(self, number: int, start: int, end: int) -> None:
        column, at = indent(self.source, start, end)
        if at == end:
            self._flush()
            self._blank = True
            self._options = self._doctest = False
        elif self._doctest:
            return
        elif self._left_out is None or column <= self._left_out:
            self._end_comment()
            self._left_out = None
            self._shown(number, column, at, end)
            self._blank = False
        elif self._comment:
            self._comment = (self._comment[0], end)

    def _shown(self, number: int, column: int, at: int, end: int) -> None:
        while len(self._indents) > 1 and column < self._indents[-1]:
            self._flush()
            self._indents.pop()
        if column > self._indents[-1] and not self._deeper(column, at, end):
            return
        self._expect = ""
        if self._options and _FIELD.match(self.source, at, end):
            self._left_out = column
            return
        if self._blank or not self._paragraph:
            if self._heading(number, at, end) or self._table(number, at):
                return
        elif self._underlined(number, at, end):
            return
        if not self._marked(column, at, end):
            self._paragraph.append((at, end))

    def _deeper(self, column: int, at: int, end: int) -> bool:
        """Tell whether a line that is indented further is prose, and open what it belongs to."""
        if self._paragraph and self._hanging:
            self._indents[-1] = column
            self._hanging = False
            return True
        if self._paragraph:
            if len(self._paragraph) == 1:  # a term and what it means
                self._flush()
                self._indents.append(column)
            return True
        literal, body = self._expect == "literal", self._expect == "body"
        listed = _ITEM.match(self.source, at, end) or _EXPLICIT.match(self.source, at, end)
        if literal or not (body or listed or _FIELD.match(self.source, at, end)):
            self._left_out = self._indents[-1]  # a literal block or a quote
            self._expect = ""
            return False
        self._indents.append(column)
        return True

    def _heading(self, number: int, at: int, end: int) -> bool:
        """Read a title with a line above and below it, and lines of signs alone."""
        if not _BORDER.match(self.source, at, end):
            return False
        following = self._lines[number + 1 : number + 3]
        if len(following) == 2:
            (start, last), below = following
            over = self.source[at:end].rstrip()
            if over == self.source[slice(*below)].rstrip() and self.source[start:last].strip():
                self.blocks += rst_blocks(self.source, [(start, last)], heading=True)
                self._table_until = number + 3
                return True
        return end - at >= 4

    def _underlined(self, number: int, at: int, end: int) -> bool:
        """End a title where a line of signs stands below its one line."""
        if len(self._paragraph) != 1 or not _BORDER.match(self.source, at, end):
            return False
        start, last = self._paragraph[0]
        if end - at < min(4, last - start):
            return False
        self._flush(heading=True)
        return True

    def _table(self, number: int, at: int) -> bool:
        table = self._tables.at(number, at)
        if table is None:
            return False
        for cell in table.cells:
            self.blocks += rst_blocks(self.source, cell)
        self._table_until = table.end
        self._blank = True
        return True

    def _marked(self, column: int, at: int, end: int, depth: int = 0) -> bool:
        """Read a line that begins with a mark; tell whether it does."""
        if self._paragraph:
            return False
        source = self.source
        item = _ITEM.match(source, at, end)
        field = _FIELD.match(source, at, end)
        line = _LINE_BLOCK.match(source, at, end)
        if _EXPLICIT.match(source, at, end):
            self._explicit(column, at, end)
        elif source.startswith(">>> ", at):
            self._doctest = True
        elif field:
            self._field(column, field, end)
        elif item and depth < _DEEPEST:
            self._item(column, item, end, depth)
        elif line:
            self.blocks += rst_blocks(source, [(line.end(), end)])
        else:
            return False
        return True

    def _item(self, column: int, item: re.Match[str], end: int, depth: int) -> None:
        mark = len(item.group().rstrip())
        inner, text = indent(self.source, item.start() + mark, end, column + mark)
        self._indents.append(inner if text < end else column + mark + 1)
        if text < end and not self._marked(inner, text, end, depth + 1):
            self._paragraph.append((text, end))

    def _field(self, column: int, field: re.Match[str], end: int) -> None:
        """Leave a field's name out; at the head of a file also what it says."""
        name, value = field[1].lower(), self.source[field.end() : end]
        if len(self.blocks) <= 1 and self._indents == [0]:
            if name in ("date", "published"):
                self.date = self.date or day_of(value)
            elif name == "title":
                self.title = title_at(self.source, field.end(), end)
            self._left_out = column
            return
        self._expect = "body"
        self._hang(column, field.end(), end)

    def _explicit(self, column: int, at: int, end: int) -> None:
        """Read a directive, footnote, target or comment."""
        directive = _DIRECTIVE.match(self.source, at, end)
        footnote = _FOOTNOTE.match(self.source, at, end)
        name = directive[1].rpartition(":")[2].lower() if directive else ""
        if footnote or name in _PROSE:
            self._expect = "body"
            self._options = bool(directive)
            text = (footnote or directive).end()  # type: ignore[union-attr]  # one of them is
            self._hang(column, end if name in _NAMED else text, end)
            return
        self._left_out = column
        if not directive:
            self._comment = (at, end)

    def _hang(self, column: int, start: int, end: int) -> None:
        """Begin a body of which some words stand behind the mark, and the rest anywhere below."""
        self._indents.append(column + 1)
        if start < end:
            self._paragraph.append((start, end))
            self._hanging = True

    def _end_comment(self) -> None:
        if self._comment:
            start, end = self._comment
            self._comment = None
            note = note_of(self.source[start + 2 : end], start, end)
            self.notes += [note] if note else []

    def _flush(self, *, heading: bool = False) -> None:
        found, self._paragraph = self._paragraph, []
        self._hanging = False
        if not found:
            return
        if self.source[slice(*found[-1])].rstrip().endswith("::"):
            self._expect = "literal"
        self.blocks += rst_blocks(self.source, found, heading=heading)
