"""A file as prose, by its ending, and a report on it with offsets into the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from hypecheck.readers.html_prose import read_html
from hypecheck.readers.markdown import read_markdown
from hypecheck.readers.plain import decode, read_bytes
from hypecheck.readers.prose import Block, Piece, Prose, Reading
from hypecheck.readers.rst import read_rst
from hypecheck.types import Claim, Comparison, Cue, HypeSpan, Report, SentenceScore

Found = TypeVar("Found", Claim, Comparison, Cue, HypeSpan, SentenceScore)

_PARAGRAPH = re.compile(r"\S(?:.*\S)?", re.S)
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")


def read_source(path: str) -> str:
    """Text of a file as it stands there: its ends of lines are kept, so that offsets hold.

    Raises
    ------
    InputError
        The file is missing, too large, binary, not UTF-8, or empty.
    """
    return source_of(read_bytes(Path(path)), path)


def source_of(data: bytes, name: str) -> str:
    """Text of bytes; raises `InputError` like `read_source`."""
    decode(data, name)
    return data.decode("utf-8-sig")


def read_plain(source: str) -> Prose:
    r"""Paragraphs of a plain text.

    Examples
    --------
    >>> len(read_plain("One\nline.\n\nTwo.").blocks)
    2
    """
    blocks, start = [], 0
    for end, after in [*((m.start(), m.end()) for m in _BLANK.finditer(source)), (len(source), 0)]:
        words = _PARAGRAPH.search(source, start, end)
        if words:
            blocks.append(Block((Piece(words.start(), words.end()),)))
        start = after
    return Prose(source, tuple(blocks))


_READERS: dict[str, Callable[[str], Prose]] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".rst": read_rst,
    ".html": read_html,
    ".htm": read_html,
}


def has_markup(path: str) -> bool:
    """Tell by a file's ending whether it is written in a markup that is read."""
    return Path(path).suffix.lower() in _READERS


def read_prose(path: str, source: str) -> Prose:
    """Prose of a file, read by its ending; what has none of the known ones is plain text."""
    return _READERS.get(Path(path).suffix.lower(), read_plain)(source)


def in_file(report: Report, reading: Reading, prose: Prose) -> Report:
    """A report on prose as one on its file: every offset into the text points into the file."""

    def cues(found: Sequence[Cue]) -> tuple[Cue, ...]:
        return tuple(_moved(cue, reading) for cue in found)

    def claim(one: Claim) -> Claim:
        return _moved(one, reading) if one.part == "text" else one

    def span(one: HypeSpan) -> HypeSpan:
        own = claim(one.claim) if one.claim else None
        if one.part == "title":
            return replace(one, claim=own)
        return replace(_moved(one, reading), cues=cues(one.cues), claim=own)

    def comparison(one: Comparison) -> Comparison:
        return _moved(one, reading) if one.part == "text" else one

    return replace(
        report,
        text=prose.blanked(),
        spans=tuple(span(one) for one in report.spans),
        claims=tuple(claim(one) for one in report.claims),
        sentences=tuple(_moved(one, reading) for one in report.sentences),
        comparisons=tuple(comparison(one) for one in report.comparisons),
    )


def _moved(found: Found, reading: Reading) -> Found:
    start, end = reading.place(found.start_char, found.end_char)
    return replace(found, start_char=start, end_char=end)
