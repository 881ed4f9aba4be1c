"""One sentence with what the reader asks of it again and again: words, names, clause edges."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from hypecheck.claims.vocabulary import ClassWord, load_class_words
from hypecheck.protocols import Gazetteer, Mention
from hypecheck.types import Document
from hypecheck.types.words import Token, tokens_by

_TOKEN = re.compile(r"\w[\w.,'&+/-]*\w%?|\w|[^\w\s]+")
_CLAUSE_EDGE = re.compile(
    r"[;:—(\"]|,(?=\s)|\s--?\s|\s(?:but|while|because|although|and yet|yet)\s"
)
_BLANKS = str.maketrans("\n\r\t\f\v", "     ")


@dataclass
class Sentence:
    """A sentence of a document; its offsets count from its own first character.

    Blanks in a row count as one, so that "7  billion" is read as "7 billion"; `place` leads an
    offset back to the document.

    Parameters
    ----------
    document : Document
    index : int
        Which of its sentences.
    names : Gazetteer
        Asked once, and only if someone wants the names.
    as_of : date
        Day on which the text is read: "last year" is counted from it.
    """

    document: Document
    index: int
    names: Gazetteer
    as_of: date

    @cached_property
    def _kept(self) -> Sequence[int] | None:
        """Offsets of the characters that are read; None where that is all of them."""
        start, end = self.document.sentences[self.index]
        norm = self.document.norm[start:end].translate(_BLANKS)
        if "  " not in norm:
            return None
        return [at for at, mark in enumerate(norm) if norm[at - 1 : at] + mark != "  "]

    @cached_property
    def text(self) -> str:
        """The sentence as written."""
        return self._read(self.document.text)

    @cached_property
    def norm(self) -> str:
        """The sentence normalised, of the same length; a line break is a blank like any other."""
        return self._read(self.document.norm).translate(_BLANKS)

    def _read(self, written: str) -> str:
        start, end = self.document.sentences[self.index]
        if self._kept is None:
            return written[start:end]
        return "".join(written[start + at] for at in self._kept)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters between two offsets of the sentence stand in the document."""
        first = self.document.sentences[self.index][0]
        if self._kept is None:
            return first + start, first + end
        return first + self._kept[start], first + self._kept[end - 1] + 1

    @property
    def words(self) -> Sequence[str]:
        """Runs of letters and digits of `norm`."""
        return self.document.words.of(self.index)

    @cached_property
    def mentions(self) -> list[Mention]:
        """Names in the sentence, in order."""
        start, end = self.document.sentences[self.index]
        found = self.names.find_names(self.document.text, start, end)
        kept = range(end - start) if self._kept is None else self._kept
        return [
            replace(
                name,
                start_char=bisect_left(kept, name.start_char - start),
                end_char=bisect_left(kept, name.end_char - start),
            )
            for name in found
        ]

    @property
    def models(self) -> list[Mention]:
        """Names of releases and families."""
        return [name for name in self.mentions if name.kind in ("release", "family")]

    @property
    def organizations(self) -> list[Mention]:
        """Names of organisations."""
        return [name for name in self.mentions if name.kind == "organization"]

    @cached_property
    def class_words(self) -> list[tuple[ClassWord, re.Match[str]]]:
        """Words of a class anywhere in the sentence."""
        return list(load_class_words().find(self.norm, 0, len(self.norm), self.words))

    @cached_property
    def before(self) -> Sentence | None:
        """The sentence before this one, if there is one."""
        if self.index == 0:
            return None
        return Sentence(self.document, self.index - 1, self.names, self.as_of)

    def tokens(self, start: int, end: int | None = None) -> Iterator[Token]:
        """Words and marks between two offsets."""
        return tokens(self.norm, start, len(self.norm) if end is None else end)

    def clause_start(self, position: int) -> int:
        """Where the clause that holds `position` begins."""
        edges = [edge.end() for edge in _CLAUSE_EDGE.finditer(self.norm, 0, position)]
        return edges[-1] if edges else 0


def tokens(norm: str, start: int, end: int) -> Iterator[Token]:
    """Words and marks of normalised text; a word keeps inner hyphens, dots and apostrophes."""
    return tokens_by(_TOKEN, norm, start, end)
