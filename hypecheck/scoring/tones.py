"""Mean registers of a long text, exact to the last bit and without a float for every word."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Set
from itertools import repeat

from hypecheck.scoring.register import Register, share_of

#: Added to the number of sentences, because a few say little about a text's register.
FEW_SENTENCES = 5
#: Bits by which the sums of two registers are kept apart, above what a weight needs.
_SPARE = 32


class Tones:
    """Several registers read at once.

    The exactly rounded sum of a sentence's weights is wanted, as `math.fsum` gives it. Weights are
    therefore whole numbers here, all in one unit; those that a word has in each register lie side
    by side in one number, so that one addition serves them all.

    Parameters
    ----------
    registers : mapping of str to Register
    """

    def __init__(self, registers: Mapping[str, Register]) -> None:
        self._names = list(registers)
        exact = [
            {word: weight.as_integer_ratio() for word, weight in register.weights.items()}
            for register in registers.values()
        ]
        units = [unit for weights in exact for _, unit in weights.values()]
        self._unit = max(units, default=1)
        sizes = [abs(count) * self._unit // unit for w in exact for count, unit in w.values()]
        self._bits = max(sizes, default=1).bit_length() + _SPARE
        self._packed: dict[str, int] = {}
        for place, weights in enumerate(exact):
            for word, (count, unit) in weights.items():
                whole = count * (self._unit // unit) << place * self._bits
                self._packed[word] = self._packed.get(word, 0) + whole

    def means(self, sentences: Iterable[Set[str]]) -> dict[str, float]:
        """Mean value of each register over sentences, drawn to 0 if they are few.

        Parameters
        ----------
        sentences : iterable of set of str
            Words of each sentence outside its spans.
        """
        values: list[list[float]] = [[] for _ in self._names]
        weigh, count = self._packed.get, 0
        for words in sentences:
            count += 1
            total = sum(map(weigh, words, repeat(0)))
            share = share_of(len(words))
            for found, whole in zip(values, self._apart(total), strict=True):
                found.append(whole / self._unit * share)
        return {
            name: math.fsum(found) / (count + FEW_SENTENCES)
            for name, found in zip(self._names, values, strict=True)
        }

    def _apart(self, total: int) -> list[int]:
        """The sum of each register in a sum of packed numbers."""
        sums, bits = [], self._bits
        for _ in self._names:
            low = total & ((1 << bits) - 1)
            low -= low >> (bits - 1) << bits  # the upper half stands for what is negative
            sums.append(low)
            total = (total - low) >> bits
        return sums
