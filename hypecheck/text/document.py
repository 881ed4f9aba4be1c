"""Documents from raw text."""

from __future__ import annotations

from collections.abc import Sequence

from hypecheck.patterns import normalize
from hypecheck.text.sentences import split_sentences
from hypecheck.types import Document, Part


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
    found = split_sentences(text) if sentences is None else tuple(sentences)
    return Document(text=text, norm=normalize(text), sentences=found, part=part)
