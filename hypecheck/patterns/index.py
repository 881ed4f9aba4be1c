"""Many patterns at once: which of them can match among the words of a text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from typing import Generic, TypeVar

from hypecheck.patterns.compiler import Pattern
from hypecheck.patterns.keys import Key
from hypecheck.types.texts import Words

Item = TypeVar("Item")
_Look = tuple[int, frozenset[str] | None, frozenset[str] | None]
#: Keys of up to so many pairs of neighbours are looked up by pair; the rest word by word.
_PAIRS = 200


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
        self._pairs: dict[tuple[str, str], list[int]] = {}
        #: Per word: patterns that wait for it alone, and those that want to know its neighbours.
        self._looks: dict[str, tuple[list[int], list[_Look]]] = {}
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
                free, waiting = self._looks.setdefault(word, ([], []))
                if key.before is None and key.after is None:
                    free.append(number)
                else:
                    waiting.append((number, key.before, key.after))
            return
        for pair in pairs:
            self._pairs.setdefault(pair, []).append(number)

    def candidates(self, words: Sequence[str]) -> list[tuple[Item, Pattern]]:
        """Items whose patterns can match, each pattern once, in the order they came.

        Parameters
        ----------
        words : sequence of str
            Runs of letters and digits of a stretch of normalised text, in order.
        """
        numbers = set(self._always).union(*[numbers for _, numbers in self._found(words)])
        return self._possible(numbers, words) if numbers else []

    def sentences(self, words: Words) -> Iterator[tuple[int, list[tuple[Item, Pattern]]]]:
        """Sentences in which patterns can match, by number, with those patterns."""
        found: dict[int, set[int]] = {}
        starts = words.starts
        sentence, begin, end = -1, 0, 0
        here: set[int] = set()
        for at, numbers in self._found(words.flat):
            if not begin <= at < end:
                sentence = bisect_right(starts, at) - 1
                begin, end = starts[sentence], starts[sentence + 1]
                here = found.setdefault(sentence, set())
            here.update(numbers)
        if self._always:
            for sentence in range(len(starts) - 1):
                found.setdefault(sentence, set()).update(self._always)
        for sentence in sorted(found):
            candidates = self._possible(found[sentence], words.of(sentence))
            if candidates:
                yield sentence, candidates

    def _found(self, words: Sequence[str]) -> Iterator[tuple[int, Iterable[int]]]:
        """Yield places with the patterns that wait for the words there.

        Comprehensions, since these two look at every word of a text.
        """
        pairs, looks = self._pairs, self._looks
        beside = pairwise(words)
        yield from [(at, pairs[pair]) for at, pair in enumerate(beside) if pair in pairs]
        for at, word in [(at, word) for at, word in enumerate(words) if word in looks]:
            before = words[at - 1] if at else ""
            after = words[at + 1] if at + 1 < len(words) else ""
            numbers, waiting = looks[word]
            if numbers:
                yield at, numbers
            for number, befores, afters in waiting:
                if (befores is None or before in befores) and (afters is None or after in afters):
                    yield at, (number,)

    def _possible(self, numbers: Iterable[int], words: Sequence[str]) -> list[tuple[Item, Pattern]]:
        held, items = frozenset(words), self._items
        return [items[number] for number in sorted(numbers) if items[number][1].possible(held)]
