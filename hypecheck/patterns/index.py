"""Many patterns at once: which of them can match among the words of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from hypecheck.patterns.compiler import Pattern

Item = TypeVar("Item")
_Look = tuple[int, frozenset[str] | None, frozenset[str] | None]


class PatternIndex(Generic[Item]):
    """Patterns by the words that start a look.

    Parameters
    ----------
    items : iterable of (Item, Pattern)
        Patterns with what they belong to.

    Notes
    -----
    Cost grows with the number of words in a text that some pattern waits for, hardly with the
    number of patterns: each waits for its rarest words, and for their neighbours.
    """

    def __init__(self, items: Iterable[tuple[Item, Pattern]]) -> None:
        self._items = list(items)
        self._always = [n for n, (_, pattern) in enumerate(self._items) if not pattern.keys]
        self._looks: dict[str, list[_Look]] = {}
        for number, (_, pattern) in enumerate(self._items):
            for key in pattern.keys:
                look = (number, key.before, key.after)
                for word in key.words:
                    self._looks.setdefault(word, []).append(look)

    def candidates(self, words: Sequence[str]) -> list[tuple[Item, Pattern]]:
        """Items whose patterns can match, each pattern once, in the order they came.

        Parameters
        ----------
        words : sequence of str
            Runs of letters and digits of a stretch of normalised text, in order.
        """
        looks = self._looks
        found = set(self._always)
        for at, word in enumerate(words):
            if word in looks:
                before = words[at - 1] if at else ""
                after = words[at + 1] if at + 1 < len(words) else ""
                for number, befores, afters in looks[word]:
                    if (befores is None or before in befores) and (
                        afters is None or after in afters
                    ):
                        found.add(number)
        if not found:
            return []
        held = frozenset(words)
        items = self._items
        return [items[number] for number in sorted(found) if items[number][1].possible(held)]
