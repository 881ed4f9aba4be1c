"""Prose of an HTML page, with its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypecheck.dates import is_partial_date
from hypecheck.readers.notes import note_of, placed
from hypecheck.readers.prose import Block, BlockList, Note, Prose
from hypecheck.readers.tags import BLOCKS, ENTITY, HEADINGS, LEFT_OUT, RAW, Ends, attributes, meant

#: A tag; one that isn't closed takes the rest of the file, as in browsers.
_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*+)((?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+)>")
_ISO_DAY = re.compile(r"\s*(\d{4}-\d\d(?:-\d\d)?)")
_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
#: Names that pages give the day of their publication, the surest first.
_DATES = (
    "article:published_time", "datepublished", "linked data", "date", "dc.date", "dcterms.date",
    "dc.date.issued", "pubdate", "publish-date", "publish_date", "parsely-pub-date", "time",
)  # fmt: skip
#: Part of a page's prose that an element must hold to be taken for the article.
_SHARE = 0.5


def read_html(source: str) -> Prose:
    """Prose of a page; offsets point into `source`.

    Parameters
    ----------
    source : str
        The page. Scripts, code, quotes of others, navigation, footers and forms are left out,
        and what stands outside its one ``main`` or ``article``.

    Examples
    --------
    >>> prose = read_html("<p>A <b>bold</b> word &amp; <code>code</code>.</p>")
    >>> prose.blanked()
    '     A    bold     word &                     .    '
    """
    page = _Page(source)
    page.read()
    blocks = page.article()
    headings = [block for block in blocks if block in page.tops]
    title = next(iter([*headings, *page.tops, *page.named]), None)
    return Prose(
        source=source,
        blocks=tuple(block for block in blocks if block != title),
        title=title,
        date=page.date(),
        date_from="page",
        notes=placed(page.notes, blocks, source, by_line=False),
    )


class _Page:
    """One walk over a page."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.notes: list[Note] = []
        self.tops: list[Block] = []
        self.named: list[Block] = []
        self._blocks = BlockList(source)
        self._ends = Ends(source)
        self._dates: dict[str, str] = {}
        self._skip, self._depth = "", 0
        self._parts: dict[str, list[tuple[int, int]]] = {"main": [], "article": []}
        self._inside: dict[str, tuple[int, int]] = {}
        self._broken = False

    def read(self) -> None:
        """Walk from tag to tag."""
        at = 0
        while at < len(self.source):
            mark = self.source.find("<", at)
            self._text(at, len(self.source) if mark < 0 else mark)
            if mark < 0:
                break
            at = self._markup(mark)
        self._blocks.end()

    def _text(self, start: int, end: int) -> None:
        if self._skip or start == end:
            return
        if self._broken and not self.source[start:end].isspace():
            self._broken = False
        for entity in ENTITY.finditer(self.source, start, end):
            self._blocks.add(start, entity.start())
            self._blocks.add(entity.start(), entity.end(), meant(entity.group()))
            start = entity.end()
        self._blocks.add(start, end)

    def _markup(self, start: int) -> int:
        """Offset behind the markup at `start`."""
        if self.source.startswith("<!--", start):
            return self._comment(start)
        if self.source.startswith(("<!", "<?", "</ "), start):
            return self._behind(">", start)
        if not self.source[start + 1 : start + 2].isalpha() and self.source[start + 1 :][:1] != "/":
            self._text(start, start + 1)
            return start + 1
        tag = _TAG.match(self.source, start)
        if tag is None:
            return len(self.source)
        return self._tag(tag)

    def _behind(self, mark: str, start: int) -> int:
        end = self.source.find(mark, start)
        return len(self.source) if end < 0 else end + len(mark)

    def _comment(self, start: int) -> int:
        end = self._behind("-->", start + 2)
        note = note_of(self.source[start + 4 : end].removesuffix("-->"), start, end)
        if note and not self._skip:
            self.notes.append(note)
        return end

    def _tag(self, tag: re.Match[str]) -> int:
        name, closing = tag[2].lower(), bool(tag[1])
        if name in RAW and not closing:
            return self._raw(name, tag)
        if self._skip:
            self._deeper(name, -1 if closing else 1)
        elif name in LEFT_OUT and not closing and not tag[3].endswith("/"):
            self._break(name)
            self._skip, self._depth = name, 1
        else:
            self._open(name, closing, tag)
        return tag.end()

    def _deeper(self, name: str, step: int) -> None:
        if name == self._skip:
            self._depth += step
            if not self._depth:
                self._skip = ""

    def _open(self, name: str, closing: bool, tag: re.Match[str]) -> None:
        if name in ("meta", "time") and not closing:
            self._dated(name, attributes(tag[3]))
        if name == "q":
            self._blocks.add(tag.start(), tag.end(), "”" if closing else "“")
        if name == "br":
            self._line_end(tag.start())
        self._break(name, heading=closing and name in HEADINGS)
        if name in self._parts:
            self._part(name, closing, tag.start())

    def _line_end(self, at: int) -> None:
        """One line's end parts words, two a paragraph."""
        if self._broken:
            self._blocks.end()
        else:
            self._blocks.add(at, at + 1, " ")
        self._broken = True

    def _break(self, name: str, *, heading: bool = False) -> None:
        if name in BLOCKS and self._blocks.end(heading=heading) and heading and name == "h1":
            self.tops.append(self._blocks.done[-1])

    def _part(self, name: str, closing: bool, at: int) -> None:
        """Note where the outermost ``main`` and ``article`` elements begin and end."""
        depth, start = self._inside.get(name, (0, at))
        depth += -1 if closing else 1
        if depth > 0:
            self._inside[name] = depth, start
        elif self._inside.pop(name, None):
            self._parts[name].append((start, at))

    def _raw(self, name: str, tag: re.Match[str]) -> int:
        start = tag.end()
        end = self._ends.after(name, start) or len(self.source)
        close = self.source.rfind("<", start, end)
        close = end if close < 0 else close
        if name == "title" and not self._skip and not self.named:
            self._blocks.end()
            self._text(start, close)
            if self._blocks.end(heading=True):
                self.named.append(self._blocks.done.pop())
        elif name == "script" and "ld+json" in tag[3]:
            found = _LINKED_DATA.search(self.source, start, close)
            self._keep("linked data", found[1] if found else "")
        return end

    def _dated(self, name: str, given: dict[str, str]) -> None:
        names = [given.get(key, "").lower() for key in ("property", "name", "itemprop")]
        value = given.get("content") or given.get("datetime") or ""
        for key in [*names, *(["time"] if name == "time" else [])]:
            if key in _DATES:
                self._keep(key, value)

    def _keep(self, key: str, value: str) -> None:
        day = _ISO_DAY.match(value)
        if day and is_partial_date(day[1]):
            self._dates.setdefault(key, day[1])

    def date(self) -> str:
        """Day of publication by the surest of the page's own words, or ""."""
        return next((self._dates[key] for key in _DATES if key in self._dates), "")

    def article(self) -> list[Block]:
        """Blocks of the page's one main part, where there is one; else all."""
        blocks = self._blocks.done
        for name in ("main", "article"):
            parts = [*self._parts[name], *self._unclosed(name)]
            if len(parts) == 1:
                start, end = parts[0]
                inside = [block for block in blocks if start <= block.start < end]
                if (name == "main" and inside) or _ink(inside) >= _SHARE * _ink(blocks):
                    blocks = inside
        return blocks

    def _unclosed(self, name: str) -> Iterator[tuple[int, int]]:
        if name in self._inside:
            yield self._inside[name][1], len(self.source)


def _ink(blocks: list[Block]) -> int:
    return sum(block.end - block.start for block in blocks)
