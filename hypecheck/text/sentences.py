"""Sentence boundaries found on characters, in one pass, with no tokens."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache

from hypecheck.resources import read_text

_STOP = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=[ \t\r\f\v\u00a0]+\S)")
_WORD_BEFORE = re.compile(r"[\w.&'’-]+$")
_BULLET = re.compile(r"\s*(?:[-*•·‣▪–—>]|\d{1,3}[.)])\s+")
#: A line this long that stops without punctuation was wrapped by a mail program, not by its writer.
_WRAPPED = range(45, 121)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the sentences of a text, in order, without blanks around them.

    Parameters
    ----------
    text : str
        Any text. Lines are paragraphs, unless a block of lines is plainly hard-wrapped.

    Returns
    -------
    tuple of (int, int)
        Character offsets; together they cover every character that isn't blank.

    Examples
    --------
    >>> text = "Acme Inc. shipped it. Dr. Lee agreed."
    >>> [text[start:end] for start, end in split_sentences(text)]
    ['Acme Inc. shipped it.', 'Dr. Lee agreed.']
    """
    sentences: list[tuple[int, int]] = []
    for start, end in _paragraphs(text):
        first = start
        for stop in _STOP.finditer(text, start, end):
            if _ends(text, stop):
                _add(sentences, text, first, stop.end())
                first = stop.end()
        _add(sentences, text, first, end)
    return tuple(sentences)


def _add(sentences: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a stretch, which is never all blank, without the blanks around it."""
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    sentences.append((start, end))


def _ends(text: str, stop: re.Match[str]) -> bool:
    """Tell whether the punctuation at `stop`, behind which there are words, closes a sentence."""
    after = stop.end()
    while text[after].isspace():
        after += 1
    following = text[after : after + 24]
    if following[0].islower() or following[0] in ",;:)":
        return False
    marks = stop.group()
    if marks[0] != "." or marks.startswith(".."):
        return True
    before = _WORD_BEFORE.search(text, max(0, stop.start() - 24), stop.start())
    return not (before and _abbreviated(before.group(), following))


def _abbreviated(word: str, following: str) -> bool:
    words = _words()
    bare = word.lower().strip("'’.")
    opener = re.match(r"[\"'“‘(]?([A-Za-z']+)", following)
    opens = opener is not None and opener.group(1) in words["openers"]
    if bare in words["inside"] or (bare in words["before_numbers"] and following[0].isdigit()):
        return True
    if len(bare) == 1 and word[0].isupper() and bare != "i":
        return not opens
    return bare in words["abbreviations"] and not opens


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Lines, those of a hard-wrapped block joined."""
    block: list[tuple[int, int]] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            block.append((start, end))
        else:
            yield from _unwrap(text, block)
            block = []
        start = end + 1
    yield from _unwrap(text, block)


def _unwrap(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not block:
        return
    wrapped = len(block) > 1 and all(end - start in _WRAPPED for start, end in block[:-1])
    first, last = block[0]
    for start, end in block[1:]:
        if _continues(text, last, start, wrapped):
            last = end
        else:
            yield first, last
            first, last = start, end
    yield first, last


def _continues(text: str, last: int, start: int, wrapped: bool) -> bool:
    """Tell whether the line at `start` goes on with the sentence of the line before."""
    tail = text[max(0, last - 8) : last].rstrip()
    if not tail or tail[-1] in '.!?…:;"”' or _BULLET.match(text, start):
        return False
    head = text[start : start + 8].lstrip()
    return wrapped or head[:1].islower()


@cache
def _words() -> dict[str, frozenset[str]]:
    """Word lists from ``data/text/sentences.json``.

    "inside" never ends a sentence ("Dr."); "abbreviations" ("Inc.") and single letters end one
    only where the next word is among the "openers", which start one.
    """
    data: dict[str, list[str]] = json.loads(read_text("text/sentences.json"))
    return {name: frozenset(words) for name, words in data.items()}
