"""Many patterns at once: which of them can match among the words of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, product
from typing import Generic, NamedTuple, TypeVar

from hypecheck.patterns.compiler import Pattern
from hypecheck.patterns.keys import Key, rarer
from hypecheck.types.words import Words

Item = TypeVar("Item")
#: Keys of up to so many pairs of neighbours are looked up by pair; the rest word by word.
_PAIRS = 200


class _Look(NamedTuple):
    """Patterns that wait for a word, by number.

    Attributes
    ----------
    alone : list of int
        They need no neighbour.
    behind, ahead : mapping of str to list of int
        They need this word right before, or right behind.
    sets : list
        They need one of many words right before and one of many right behind.
    """

    alone: list[int]
    behind: dict[str, list[int]]
    ahead: dict[str, list[int]]
    sets: list[tuple[int, frozenset[str] | None, frozenset[str] | None]]


class PatternIndex(Generic[Item]):
    """Patterns by the words that start a look.

    Parameters
    ----------
    items : iterable of (Item, Pattern)
        Patterns with what they belong to.

    Notes
    -----
    Cost grows with the number of words in a text that some pattern waits for, hardly with the
    number of patterns: most wait for two words beside each other, found with one lookup.
    """

    def __init__(self, items: Iterable[tuple[Item, Pattern]]) -> None:
        self._items = list(items)
        self._always = [n for n, (_, pattern) in enumerate(self._items) if not pattern.keys]
        self._looks: dict[str, _Look] = {}
        for number, (_, pattern) in enumerate(self._items):
            for key in pattern.keys:
                self._add(number, key)

    def _add(self, number: int, key: Key) -> None:
        """File a key under its pairs of neighbours where they are few, else under its words."""
        if key.after and len(key.words) * len(key.after) <= _PAIRS:
            pairs = product(key.words, key.after)
        elif key.before and len(key.words) * len(key.before) <= _PAIRS:
            pairs = product(key.before, key.words)
        else:
            for word in key.words:
                look = self._look(word)
                if key.before is None and key.after is None:
                    look.alone.append(number)
                else:
                    look.sets.append((number, key.before, key.after))
            return
        for first, second in pairs:
            # Under the rarer of the two, so that few words of a text are looked at.
            if rarer(first, second):
                self._look(first).ahead.setdefault(second, []).append(number)
            else:
                self._look(second).behind.setdefault(first, []).append(number)

    def _look(self, word: str) -> _Look:
        if word not in self._looks:
            self._looks[word] = _Look([], {}, {}, [])
        return self._looks[word]

    def candidates(self, words: Sequence[str]) -> list[tuple[Item, Pattern]]:
        """Items whose patterns can match, each pattern once, in the order they came.

        Parameters
        ----------
        words : sequence of str
            Runs of letters and digits of a stretch of normalised text, in order.
        """
        numbers = next((numbers for _, numbers in self._waiting(words, (0, len(words)))), [])
        if self._always:
            numbers = [*numbers, *self._always]
        return self._possible(numbers, words) if numbers else []

    def sentences(self, words: Words) -> Iterator[tuple[int, list[tuple[Item, Pattern]]]]:
        """Sentences in which patterns can match, by number, with those patterns."""
        found = self._waiting(words.flat, words.starts)
        if self._always:
            some = dict(found)
            count_of = len(words.starts) - 1
            found = ((n, [*some.get(n, ()), *self._always]) for n in range(count_of))
        for sentence, numbers in found:
            candidates = self._possible(numbers, words.of(sentence))
            if candidates:
                yield sentence, candidates

    def _waiting(
        self, words: Sequence[str], starts: Sequence[int]
    ) -> Iterator[tuple[int, list[int]]]:
        """Yield sentences with the patterns that wait for what stands there.

        Every word of a text passes here: those that nothing waits for without a loop in Python.
        """
        looks, last = self._looks, len(words) - 1
        sentence, end = 0, 0
        here: list[int] = []
        for at in compress(count(), map(looks.__contains__, words)):
            if at >= end:
                if here:
                    yield sentence, here
                    here = []
                sentence = bisect_right(starts, at, sentence) - 1
                end = starts[sentence + 1]
            alone, behind, ahead, sets = looks[words[at]]
            if alone:
                here += alone
            if behind and at and (before := words[at - 1]) in behind:
                here += behind[before]
            if ahead and at < last and (after := words[at + 1]) in ahead:
                here += ahead[after]
            if sets:
                before = words[at - 1] if at else ""
                after = words[at + 1] if at < last else ""
                here += [
                    number
                    for number, befores, afters in sets
                    if (befores is None or before in befores)
                    and (afters is None or after in afters)
                ]
        if here:
            yield sentence, here

    def _possible(self, numbers: Sequence[int], words: Sequence[str]) -> list[tuple[Item, Pattern]]:
        """Those patterns all of whose words stand there."""
        items, held = self._items, set(words)
        kept = []
        for number in sorted(set(numbers)) if len(numbers) > 1 else numbers:
            item = items[number]
            for need in item[1].needs:
                if need.isdisjoint(held):
                    break
            else:
                kept.append(item)
        return kept
