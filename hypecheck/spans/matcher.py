"""Vocabulary matched on text: anchors first, patterns only where an anchor stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from hypecheck.patterns import Pattern
from hypecheck.protocols import Vocabulary, VocabularyEntry, VocabularyItem
from hypecheck.spans.extend import reach, trimmed
from hypecheck.spans.overlaps import Found, resolve
from hypecheck.types import Document, Hit

Item = TypeVar("Item", bound=VocabularyItem)

_ANCHOR = re.compile(r"[^\W_]+")


class LexiconMatcher:
    """Finds the phrases of a lexicon in a document.

    Parameters
    ----------
    lexicon : Vocabulary
        Entries and exclusions, compiled.

    Notes
    -----
    A sentence is looked at only where it holds an anchor word of some entry; then only the
    entries of that word are tried. Time is linear in the text's length.
    """

    def __init__(self, lexicon: Vocabulary) -> None:
        self.lexicon = lexicon
        self._entries = _index(lexicon.entries)
        self._exclusions = _index(lexicon.exclusions)
        self._anchors = self._entries.keys()

    def find(self, document: Document, pos: Mapping[int, str] | None = None) -> list[Hit]:
        """Hits in text order, not overlapping.

        Parameters
        ----------
        document : Document
        pos : mapping of int to str, optional
            Universal part of speech by the offset a word starts at, from a tagger.
        """
        if self._anchors.isdisjoint(_ANCHOR.findall(document.norm)):
            return []
        hits: list[Hit] = []
        for index, (start, end) in enumerate(document.sentences):
            words = set(_ANCHOR.findall(document.norm, start, end))
            if not self._anchors.isdisjoint(words):
                hits.extend(self._sentence(document, index, words, pos or {}))
        return hits

    def _sentence(
        self, document: Document, index: int, words: set[str], pos: Mapping[int, str]
    ) -> Iterable[Hit]:
        start, end = document.sentences[index]
        found = [
            Found(first, *reach(entry.extend, document.norm, first, last, end), entry)
            for entry, patterns in _candidates(self._entries, words)
            for first, last in entry.find(document.text, document.norm, start, end, patterns)
            if _fits(entry, pos.get(first, ""))
        ]
        if not found:
            return
        hidden = [
            match.span()
            for _, patterns in _candidates(self._exclusions, words)
            for pattern in patterns
            for match in pattern.finditer(document.norm, start, end)
        ]
        kept = [one for one in found if not _inside(one.start, one.core_end, hidden)]
        for one in resolve(kept):
            entry, first = one.entry, trimmed(document.norm, one.start, one.end)
            yield Hit(first, one.end, entry.label, entry.id, entry.intensity, index)


def _index(items: Sequence[Item]) -> dict[str, list[tuple[Item, Pattern]]]:
    """Items with those of their patterns that have the word as an anchor."""
    index: dict[str, list[tuple[Item, Pattern]]] = {}
    for item in items:
        for pattern in item.patterns:
            for anchor in pattern.anchors:
                index.setdefault(anchor, []).append((item, pattern))
    return index


def _candidates(
    index: Mapping[str, list[tuple[Item, Pattern]]], words: set[str]
) -> list[tuple[Item, list[Pattern]]]:
    """Items with the patterns that can match among the words, each once, in a fixed order."""
    found: dict[int, tuple[Item, dict[str, Pattern]]] = {}
    for word in sorted(index.keys() & words):
        for item, pattern in index[word]:
            found.setdefault(id(item), (item, {}))[1][pattern.source] = pattern
    return [(item, list(patterns.values())) for item, patterns in found.values()]


def _fits(entry: VocabularyEntry, tag: str) -> bool:
    """Part of speech counts only where the entry names one and a tagger has run."""
    return not entry.pos or not tag or tag == entry.pos


def _inside(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in stretches)
