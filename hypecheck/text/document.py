"""Documents from raw text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypecheck.patterns import normalize
from hypecheck.text.sentences import split_sentences
from hypecheck.types import Document, Part

#: Characters of the longest sentence; of 110,000 in 3,000 real articles the longest has 1,302.
LONGEST = 2000


def make_document(
    text: str,
    *,
    sentences: Sequence[tuple[int, int]] | None = None,
    part: Part = "text",
) -> Document:
    """Document with normalised text and sentence boundaries.

    Parameters
    ----------
    text : str
    sentences : sequence of (int, int), optional
        Boundaries found by someone else, such as a pipeline; found here if not given.
    part : {"text", "title"}
    """
    found = split_sentences(text) if sentences is None else sentences
    pieces = tuple(piece for start, end in found for piece in _pieces(text, start, end))
    return Document(text=text, norm=normalize(text), sentences=pieces, part=part)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a sentence, or what a stretch without an end to its sentences is cut into.

    What is said of a sentence costs the square of its spans; a table or log of a megabyte without
    a full stop must not.
    """
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end
