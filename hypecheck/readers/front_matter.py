"""Title and date in the front matter of a Markdown or reStructuredText file."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypecheck.dates import is_partial_date
from hypecheck.readers.prose import Block, Piece

_FENCE = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
#: Its first line with anything on it: a key, a comment or a brace.
_FIRST = re.compile(r"\s*(?:[\w\"'.-]+[ \t]*[:=]|#|\[)")
_LINE = re.compile(
    r"^[ \t]{0,2}(title|headline|date|published|publish[-_]?date|pub[-_]?date|pubdatetime)"
    r"[ \t]*[:=][ \t]*([^\r\n]*)",
    re.I | re.M,
)
_DAY = re.compile(r"[\"']?(\d{4}-\d\d(?:-\d\d)?)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a file says of itself before its text begins.

    Attributes
    ----------
    end : int
        Offset of the text.
    """

    end: int = 0
    title: Block | None = None
    date: str = ""


def read_front_matter(source: str) -> FrontMatter:
    r"""Front matter in YAML (``---``) or TOML (``+++``); an empty one where there is none.

    Examples
    --------
    >>> read_front_matter("---\ntitle: A parser\ndate: 2025-04-03\n---\nText.").date
    '2025-04-03'
    """
    fence = _FENCE.match(source)
    if fence is None or not _FIRST.match(source, fence.end()):
        return FrontMatter()
    mark = re.escape(fence[1])
    close = re.compile(rf"^(?:{mark}|\.\.\.)[ \t]*$", re.M).search(
        source.replace("\r", "\n"), fence.end()
    )
    if close is None:
        return FrontMatter()
    title, date = None, ""
    for line in _LINE.finditer(source, fence.end(), close.start()):
        if line[1].lower() in ("title", "headline"):
            title = title or title_at(source, *line.span(2))
        else:
            date = date or day_of(line[2])
    return FrontMatter(close.end(), title, date)


def title_at(source: str, start: int, end: int) -> Block | None:
    """Title between two offsets, without the quotation marks around it."""
    text = source[start:end].rstrip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        start, text = start + 1, text[1:-1]
    return Block((Piece(start, start + len(text)),), heading=True) if text.strip() else None


def day_of(value: str) -> str:
    """Day that a value begins with, or ""."""
    day = _DAY.match(value.strip())
    return day[1] if day and is_partial_date(day[1]) else ""
