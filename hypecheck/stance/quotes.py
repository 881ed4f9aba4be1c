"""Quoted stretches of a text: double, single and block quotations, also those left open."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

_MARK = re.compile(r'["“”„«»]')
_OPENERS, _CLOSERS = "“„«", "”»"
#: Characters that a quotation without its opening mark is looked for.
_REACH = 4000
_BEFORE_OPENING = " \t\r\n\u00a0([{—–-/>*_‘'"
_AFTER_CLOSING = " \t\r\n\u00a0)]}—–-/<*_’'.,;:!?…"
#: After these a closing mark with no opening one still ends a quotation; an inch mark has a figure.
_SPEECH_END = ",.!?…—-"
_BLOCK = re.compile(r"^[ \t]*>[^\n]*", re.MULTILINE)
#: An apostrophe inside a word is none; nor is one that stands for letters left out.
_SINGLE = re.compile(
    r"(?<![\w'’.,])['‘](?!(?:em|til|tis|twas|cause|n|bout|round)\b)(?=[^\W\d_])"
    r"(?:[^\n'’‘]|['’](?=\w)|(?<=s)['’](?= [a-z])){1,400}?"
    r"(?<=[\w.,!?…%)])['’](?!\w)"
    # "farmers' best day'": the first mark is a plural's where another one closes soon after.
    r"(?!(?<=s['’]) [a-z][^\n'’‘]{0,80}[\w.,!?]['’](?!\w))"
)
_WORD = re.compile(r"[\w$€£%.,'’-]*\w[\w%'’-]*")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch, its marks included.

    Attributes
    ----------
    kind : {"double", "single", "block"}
    opened, closed : bool
        Whether a mark stands at that end.
    """

    start: int
    end: int
    kind: Literal["double", "single", "block"]
    opened: bool = True
    closed: bool = True

    def words(self, text: str) -> list[str]:
        """Return the words between the marks."""
        return _WORD.findall(text, self.start + self.opened, self.end)


def find_quotes(text: str) -> list[Quote]:
    """Quotations of a text, by start; a single-quoted one may lie inside a double-quoted one.

    Parameters
    ----------
    text : str
        As written, with straight or curly marks.

    Examples
    --------
    >>> [text[q.start:q.end] for text in ["It's “new”, the 'best'."] for q in find_quotes(text)]
    ['“new”', "'best'"]
    """
    quotes = [*_double(text)]
    if "'" in text or "‘" in text:
        quotes.extend(Quote(m.start(), m.end(), "single") for m in _SINGLE.finditer(text))
    if ">" in text:
        quotes.extend(Quote(m.start(), m.end(), "block") for m in _BLOCK.finditer(text))
    return sorted(quotes, key=lambda quote: (quote.start, -quote.end))


def overlapping(quotes: Sequence[Quote], start: int, end: int) -> Iterator[Quote]:
    """Quotations that share a character with a stretch, innermost first."""
    first = bisect_left(quotes, start, key=lambda quote: quote.start)
    last = bisect_left(quotes, end, key=lambda quote: quote.start)
    # A quotation seldom holds more than a few others: look back over a handful only.
    for quote in reversed(quotes[max(0, first - 8) : last]):
        if quote.end > start:
            yield quote


def _double(text: str) -> Iterator[Quote]:
    start = -1  # where the quotation that is open began
    last = 0
    for match in _MARK.finditer(text):
        here = match.start()
        if start >= 0 and _blank_line(text, start, here):
            last = _line_end(text, start)
            yield Quote(start, last, "double", closed=False)
            start = -1
        side = _side(text, here)
        opens = start < 0 if side == "either" else side == "opens"
        if opens:
            if start >= 0:
                last = _line_end(text, start, here)
                yield Quote(start, last, "double", closed=False)
            start = here
        elif start >= 0:
            last = here + 1
            yield Quote(start, last, "double")
            start = -1
        elif _ends_speech(text, here) and (first := _line_start(text, here, last)) >= last:
            last = here + 1
            yield Quote(first, last, "double", opened=False)
    if start >= 0:
        yield Quote(start, _line_end(text, start), "double", closed=False)


def _side(text: str, here: int) -> Literal["opens", "closes", "either"]:
    mark = text[here]
    if mark in _OPENERS:
        return "opens"
    if mark in _CLOSERS:
        return "closes"
    before, after = text[here - 1 : here] or "\n", text[here + 1 : here + 2] or "\n"
    opens = before in _BEFORE_OPENING and not after.isspace()
    closes = after in _AFTER_CLOSING and not before.isspace()
    if opens == closes:
        return "either"
    return "opens" if opens else "closes"


def _ends_speech(text: str, here: int) -> bool:
    before = text[here - 1 : here]
    return before in _SPEECH_END if before else False


def _blank_line(text: str, start: int, end: int) -> bool:
    return "\n\n" in text[start:end] or "\n\r\n" in text[start:end]


def _line_start(text: str, here: int, last: int) -> int:
    """Start of the line, or -1 where it lies before `last` or out of reach."""
    floor = max(last - 1, here - _REACH, 0)
    found = text.rfind("\n", floor, here)
    return 0 if found < 0 and floor == last == 0 else found + 1 if found >= 0 else -1


def _line_end(text: str, here: int, limit: int | None = None) -> int:
    """End of the line, at most `limit`."""
    end = text.find("\n", here, limit)
    return end if end >= 0 else len(text) if limit is None else limit
