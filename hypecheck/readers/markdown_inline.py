"""What of a Markdown paragraph is prose: code, link targets, pictures and tags are cut out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from hypecheck.readers.joined import Joined
from hypecheck.readers.notes import note_of
from hypecheck.readers.prose import Block, BlockList, Note
from hypecheck.readers.tags import BLOCKS, ENTITY, LEFT_OUT, Ends, meant

#: Everything in a paragraph that may be no prose. Lengths are bounded where a mark may be
#: unclosed, so that the time stays linear in the length of the text.
_TOKEN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~]|\\(?=\n))"
    r"|(?P<code>`++)"
    r"|(?P<comment><!--)"
    r"|(?P<target><(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>"
    r"|\{\{[^{}\n]{0,500}\}\}|\{%[^%\n]{0,500}%\}|\{[:#.][^{}\n]{0,200}\}"
    r"|(?<![\w:]):[a-z0-9_+-]{2,40}:(?![\w:]))"
    r"|(?P<tag></?[A-Za-z][\w:.-]*+(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+>)"
    r"|(?P<open>!?\[)"
    r"|(?P<close>\])"
    r"|(?P<url>(?:https?|ftp)://[^\s<>\]]++|\bwww\.[^\s<>\]]++)"
    rf"|(?P<entity>{ENTITY.pattern})"
    r"|(?P<strike>~~)"
    r"|(?P<stars>\*++)"
    r"|(?P<bars>_++)"
)
_LINK = re.compile(
    r"\(\s{0,9}+(?:<[^<>\n]{0,2000}+>|[^\s()<]{0,2000}+(?:\([^\s()]{0,500}+\)[^\s()]{0,2000}+){0,9}+)"
    r"(?:\s{1,9}(?:\"[^\"]{0,1000}+\"|'[^']{0,1000}+'|\([^()]{0,1000}+\)))?+\s{0,9}+\)"
)
_LABEL = re.compile(r"\[([^\[\]]{0,999}+)\]")
_TAG_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_BACKTICKS = re.compile("`++")
#: Elements of code that may hold empty lines.
_CODE = frozenset(("pre", "script", "style", "textarea", "svg"))
_LONGEST_LABEL = 999


class InlineReader:
    """Cuts paragraphs.

    Parameters
    ----------
    source : str
    references : frozenset of str
        Labels that links can name, in lower case.
    """

    def __init__(self, source: str, references: frozenset[str]) -> None:
        self.notes: list[Note] = []
        self.source = source
        self.references = references
        self.ends = Ends(source)
        self.hidden_until = 0  # end of an element that reaches over paragraphs

    def blocks(self, found: Sequence[tuple[int, int]], *, heading: bool = False) -> list[Block]:
        """Prose of some lines that belong together, as one block or, where tags part it, more."""
        kept = [(max(start, self.hidden_until), end) for start, end in found]
        kept = [(start, end) for start, end in kept if start < end]
        return _Paragraph(self, kept).read(heading) if kept else []


@dataclass(frozen=True, slots=True)
class _Cut:
    start: int
    end: int
    text: str | None = None
    parts: bool = False  # what stands before and behind it are two blocks


class _Paragraph:
    """One walk over a paragraph's tokens."""

    def __init__(self, reader: InlineReader, found: Sequence[tuple[int, int]]) -> None:
        self._reader = reader
        self._joined = Joined(reader.source, found)
        self._text = self._joined.text
        self._cuts: list[_Cut] = []
        self._brackets: list[tuple[int, int]] = []
        self._ends = Ends(self._text)
        self._none: set[str] = set()  # marks that don't come again
        self._runs: dict[int, list[int]] = {}  # of backticks, by their length
        for run in _BACKTICKS.finditer(self._text):
            self._runs.setdefault(run.end() - run.start(), []).append(run.start())

    def read(self, heading: bool) -> list[Block]:
        """Blocks of the paragraph."""
        at = 0
        while token := _TOKEN.search(self._text, at):
            at = max(getattr(self, f"_on_{token.lastgroup}")(token), token.start() + 1)
        return self._kept(heading)

    def _cut(self, start: int, end: int, text: str | None = None, *, parts: bool = False) -> int:
        self._cuts.append(_Cut(start, end, text, parts))
        return end

    def _find(self, mark: str, start: int) -> int:
        """Offset of the next `mark`, or -1; looked for in vain only once."""
        found = -1 if mark in self._none else self._text.find(mark, start)
        if found < 0:
            self._none.add(mark)
        return found

    def _on_escape(self, token: re.Match[str]) -> int:
        self._cut(token.start(), token.start() + 1)
        return token.end()

    def _on_code(self, token: re.Match[str]) -> int:
        length = token.end() - token.start()
        places = self._runs.get(length, [])
        number = bisect_left(places, token.end())
        if number == len(places):
            return token.end()
        return self._cut(token.start(), places[number] + length)

    def _on_comment(self, token: re.Match[str]) -> int:
        close = self._find("-->", token.end() - 2)
        if close < 0:
            return token.end()
        start, end = self._joined.place(token.start()), self._joined.place(close + 2) + 1
        note = note_of(self._text[token.end() : max(close, token.end())], start, end)
        self._reader.notes += [note] if note else []
        return self._cut(token.start(), close + 3)

    def _on_target(self, token: re.Match[str]) -> int:
        return self._cut(token.start(), token.end())

    def _on_tag(self, token: re.Match[str]) -> int:
        named = _TAG_NAME.match(token.group())
        assert named is not None
        name, closing = named[1].lower(), token.group().startswith("</")
        text = ("”" if closing else "“") if name == "q" else None
        parts = name in BLOCKS or name == "br"
        hidden = name in LEFT_OUT or name in _CODE
        if hidden and not closing and not token.group().endswith("/>"):
            return self._element(name, token, parts)
        return self._cut(token.start(), token.end(), text, parts=parts)

    def _element(self, name: str, token: re.Match[str], parts: bool) -> int:
        """Leave an element out to its end, which may stand in a later paragraph."""
        if name in BLOCKS or name in _CODE:
            last = self._reader.ends.after(name, self._joined.place(token.end() - 1) + 1)
            self._reader.hidden_until = max(self._reader.hidden_until, last or 0)
            end = None if last is None else self._joined.offset(last)
        else:
            end = self._ends.after(name, token.end())
        return self._cut(token.start(), token.end() if end is None else end, parts=parts)

    def _on_open(self, token: re.Match[str]) -> int:
        self._brackets.append(token.span())
        return token.end()

    def _on_close(self, token: re.Match[str]) -> int:
        if not self._brackets:
            return token.end()
        start, inner = self._brackets.pop()
        end = self._led_to(inner, token)
        if end is None:
            return token.end()
        if inner - start == 2 or self._text.startswith("^", inner):
            return self._cut(start, end)  # a picture, or the number of a footnote
        self._cut(start, inner)
        return self._cut(token.start(), end)

    def _led_to(self, inner: int, token: re.Match[str]) -> int | None:
        """Offset behind what a bracket leads to; None where it is no link."""
        link = _LINK.match(self._text, token.end())
        if link:
            return link.end()
        label = _LABEL.match(self._text, token.end())
        if label and (not label[1] or self._known(label[1])):
            return label.end()
        if token.start() - inner > _LONGEST_LABEL:
            return None
        text = self._text[inner : token.start()]
        return token.end() if text.startswith("^") or self._known(text) else None

    def _known(self, label: str) -> bool:
        return " ".join(label.lower().split()) in self._reader.references

    def _on_url(self, token: re.Match[str]) -> int:
        address = token.group().rstrip(".,;:!?'\"*_~)")
        return self._cut(token.start(), token.start() + len(address))

    def _on_entity(self, token: re.Match[str]) -> int:
        text = meant(token.group())
        return token.end() if text is None else self._cut(*token.span(), text)

    def _on_strike(self, token: re.Match[str]) -> int:
        close = self._find("~~", token.end())
        return token.end() if close < 0 else self._cut(token.start(), close + 2)

    def _on_stars(self, token: re.Match[str]) -> int:
        before = self._text[token.start() - 1 : token.start()].strip()
        after = self._text[token.end() : token.end() + 1].strip()
        return self._cut(*token.span()) if before or after else token.end()

    def _on_bars(self, token: re.Match[str]) -> int:
        before = self._text[token.start() - 1 : token.start()]
        after = self._text[token.end() : token.end() + 1]
        inside = before.isalnum() and after.isalnum()
        return token.end() if inside else self._cut(*token.span())

    def _kept(self, heading: bool) -> list[Block]:
        """What no cut has taken, as blocks in the source."""
        blocks, reached = BlockList(self._reader.source), 0
        for cut in sorted(self._cuts, key=lambda cut: (cut.start, -cut.end)):
            if cut.end <= reached:
                continue
            self._joined.keep(blocks, reached, max(cut.start, reached))
            if cut.parts:
                blocks.end(heading=heading)
            if cut.text is not None:
                blocks.add(
                    self._joined.place(cut.start), self._joined.place(cut.end - 1) + 1, cut.text
                )
            reached = cut.end
        self._joined.keep(blocks, reached, len(self._text))
        blocks.end(heading=heading)
        return blocks.done
