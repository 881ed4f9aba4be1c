"""Vocabulary matched on text: words first, patterns only where their words stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from hypecheck.patterns import Pattern, PatternIndex
from hypecheck.protocols import Vocabulary, VocabularyEntry
from hypecheck.spans.ends import finished, quoted
from hypecheck.spans.extend import reach, trimmed
from hypecheck.spans.overlaps import Found, resolve
from hypecheck.spans.tagged import contradicted
from hypecheck.types import Document, Hit


class LexiconMatcher:
    """Finds the phrases of a lexicon in a document.

    Parameters
    ----------
    lexicon : Vocabulary
        Entries and exclusions, compiled.

    Notes
    -----
    A pattern is tried on a sentence only where the words it needs stand there, beside each
    other where it says so. Time is linear in the text's length.
    """

    def __init__(self, lexicon: Vocabulary) -> None:
        self.lexicon = lexicon
        self._entries = PatternIndex(
            (number, pattern)
            for number, entry in enumerate(lexicon.entries)
            for pattern in entry.patterns
        )
        self._exclusions = PatternIndex(
            (item, pattern) for item in lexicon.exclusions for pattern in item.patterns
        )
        self._anchors: dict[int, frozenset[str]] = {}

    def find(self, document: Document, pos: Mapping[int, str] | None = None) -> list[Hit]:
        """Hits in text order, not overlapping.

        Parameters
        ----------
        document : Document
        pos : mapping of int to str, optional
            Universal part of speech by the offset a word starts at, from a tagger.
        """
        hits: list[Hit] = []
        for index, candidates in self._entries.sentences(document.words):
            hits.extend(self._sentence(document, index, candidates, pos or {}))
        return hits

    def _sentence(
        self,
        document: Document,
        index: int,
        candidates: Sequence[tuple[int, Pattern]],
        pos: Mapping[int, str],
    ) -> Iterable[Hit]:
        start, end = document.sentences[index]
        words = frozenset(document.words.of(index))
        matches: dict[int, list[re.Match[str]]] = {}
        for number, pattern in candidates:
            for match in pattern.find(document.norm, start, end, words):
                if not pos or not contradicted(pattern.source, match, pos):
                    matches.setdefault(number, []).append(match)
        if not matches:
            return
        where = (document.text, document.norm, start, end, words)
        found = [
            Found(first, *reach(entry.extend, document.norm, first, last, end), entry)
            for number in self._in_order(matches, words)
            for entry in (self.lexicon.entries[number],)
            for first, last in entry.kept(matches[number], *where)
            if _fits(entry, pos.get(first, ""))
        ]
        if not found:
            return
        hidden: list[tuple[int, int]] = []
        allowed: list[tuple[int, int]] = []
        for item, pattern in self._exclusions.candidates(document.words.of(index)):
            stretches = [match.span() for match in pattern.find(document.norm, start, end, words)]
            (allowed if item.allows else hidden).extend(stretches)
        kept = [
            one
            for one in found
            if not _inside(one.start, one.core_end, hidden)
            and not _inside(one.start, one.start + 1, allowed)
        ]
        spans = resolve(kept)
        before = start
        for number, one in enumerate(spans, 1):
            entry, first = one.entry, trimmed(document.norm, one.start, one.end)
            upcoming = spans[number].start if number < len(spans) else None
            last = finished(document.norm, first, one.end, end, upcoming)
            first, last = quoted(document.norm, first, last, before)
            before = last
            yield Hit(first, last, entry.label, entry.id, entry.intensity, index)

    def _in_order(self, numbers: Iterable[int], words: Set[str]) -> list[int]:
        """Entries in the order in which the first is named where their spans tie.

        That is by the alphabet of their anchors in the sentence, then by file.
        """
        entries = list(numbers)
        if len(entries) > 1:
            entries.sort(key=lambda number: (min(self._anchors_of(number) & words), number))
        return entries

    def _anchors_of(self, number: int) -> frozenset[str]:
        if number not in self._anchors:
            found = (pattern.anchors for pattern in self.lexicon.entries[number].patterns)
            self._anchors[number] = frozenset().union(*found)
        return self._anchors[number]


def _fits(entry: VocabularyEntry, tag: str) -> bool:
    """Part of speech counts only where the entry names one and a tagger has run."""
    return not entry.pos or not tag or tag == entry.pos


def _inside(start: int, end: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(first <= start and end <= last for first, last in stretches)
