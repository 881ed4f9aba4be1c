"""Words of a text, cut at the speed of `str.split`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

#: What stands in a text as a word of its own for those who look words up.
WORDS = re.compile(r"[^\W_]+")
_MARK = re.compile(r"[\W_]")
#: Beyond Latin-1: letters need the slow way, marks and emoji become blanks.
_WIDE = re.compile(r"[^\x00-\xff]")
_BLANKED = bytes(code if chr(code).isalnum() else 32 for code in range(256))


class Token(NamedTuple):
    """A word or a mark of punctuation, in lower case, with its offsets."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """True for words and numbers."""
        return self.text[0].isalnum()


def tokens_by(pattern: re.Pattern[str], norm: str, start: int, end: int) -> Iterator[Token]:
    """Words and marks of a stretch of normalised text, one by one, as a pattern cuts them."""
    for match in pattern.finditer(norm, start, end):
        yield Token(match.group(), match.start(), match.end())


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a document, sentence by sentence.

    Attributes
    ----------
    flat : sequence of str
        Runs of letters and digits, normalised, in order.
    starts : sequence of int
        Where each sentence's words begin in `flat`; behind them the number of all.
    """

    flat: Sequence[str]
    starts: Sequence[int]

    def of(self, sentence: int) -> Sequence[str]:
        """Words of one sentence."""
        return self.flat[self.starts[sentence] : self.starts[sentence + 1]]


def cut_words(norm: str, sentences: Sequence[tuple[int, int]]) -> Words:
    """Words (runs of letters and digits) of each sentence.

    Examples
    --------
    >>> cut_words("it's gpt-4. yes.", [(0, 11), (12, 16)]).flat
    ['it', 's', 'gpt', '4', 'yes']
    """
    bare = blanked(norm, _BLANKED)
    bare = _MARK.sub(" ", norm) if bare is None else bare
    flat: list[str] = []
    starts = []
    for start, end in sentences:
        starts.append(len(flat))
        flat += bare[start:end].split()
    return Words(flat, (*starts, len(flat)))


def blanked(norm: str, table: bytes) -> str | None:
    """Text of the same length, each character replaced as a table of 256 says.

    Marks beyond Latin-1 become blanks. None where letters stand there, for which the table has
    no place.
    """
    try:
        narrow = norm.encode("latin-1")
    except UnicodeEncodeError:
        if any(char.isalnum() for char in _WIDE.findall(norm)):
            return None
        narrow = _WIDE.sub(" ", norm).encode("latin-1")
    return narrow.translate(table).decode("latin-1")
