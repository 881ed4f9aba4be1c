"""A file as prose, by its ending, and a report on it with offsets into the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TypeVar

from hypecheck.errors import InputError
from hypecheck.readers.plain import decode, read_bytes
from hypecheck.readers.prose import Block, Piece, Prose, Reading
from hypecheck.types import Claim, Comparison, Cue, HypeSpan, Report, SentenceScore

Found = TypeVar("Found", Claim, Comparison, Cue, HypeSpan, SentenceScore)


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
    r"""A plain text as it stands: its lines and blanks mean what they mean to `hypecheck.check`.

    Examples
    --------
    >>> one, = read_plain("A heading\n\nA text.").blocks
    >>> one.start, one.end
    (0, 18)
    """
    whole = Piece(0, len(source))
    return Prose(source, (Block((whole,), plain=True),) if source.strip() else ())


#: Module and function that read each markup; taken when a file needs them.
_READERS = {
    ".md": ("hypecheck.readers.markdown", "read_markdown"),
    ".markdown": ("hypecheck.readers.markdown", "read_markdown"),
    ".rst": ("hypecheck.readers.rst", "read_rst"),
    ".html": ("hypecheck.readers.html_prose", "read_html"),
    ".htm": ("hypecheck.readers.html_prose", "read_html"),
}


def has_markup(path: str) -> bool:
    """Tell by a file's ending whether it is written in a markup that is read."""
    return Path(path).suffix.lower() in _READERS


def read_prose(path: str, source: str) -> Prose:
    """Prose of a file, read by its ending; what has none of the known ones is plain text."""
    reader = _READERS.get(Path(path).suffix.lower())
    if reader is None:
        return read_plain(source)
    module, name = reader
    prose: Prose = getattr(import_module(module), name)(source)
    return prose


def is_held(path: str) -> bool:
    """Tell whether an HTML file has comments to hypecheck, so that it is no page of others."""
    data = read_bytes(Path(path))
    try:
        return b"hypecheck:" in data and bool(read_prose("a.html", source_of(data, path)).notes)
    except InputError:
        return False  # a page may have any encoding


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
