"""The register of a text: how far its words, hype aside, are those of promotion or of criticism."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from hypecheck.patterns import normalize
from hypecheck.types import Hit

#: Speaks as texts do that oversell: launch posts, press releases, coin promotions.
PROMOTIONAL = "promotional register"
#: Speaks as sceptical essays and analyses do.
CRITICAL = "critical register"
NUMBER = "0"
_SHORT = 8  # added to the number of words, so that a few of them don't decide in short sentences
_FEW = 5  # added to the number of sentences, because a few say little about a text's register
_TOKEN = re.compile(r"[^\W\d_]+(?:['\-][^\W_]+)*|[!?®™]")
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Register:
    """Weights of words, learnt from whole texts.

    Attributes
    ----------
    weights : mapping of str to float
        Lower-case words and single signs; `NUMBER` stands for every number.

    Examples
    --------
    >>> register = Register({"proud": 1.0, "announce": 3.0, "said": -2.0})
    >>> register.value("We are proud to announce it.")
    1.0690449676496976
    >>> register.telling("We are proud to announce it.")
    ['announce', 'proud']
    """

    weights: Mapping[str, float]

    def value(self, text: str, hits: Sequence[Hit] = ()) -> float:
        """Sum of the weights of a text's words, by (nearly) the root of their number.

        Parameters
        ----------
        text : str
            A sentence.
        hits : sequence of Hit
            Spans of it, which don't count: they are judged elsewhere, by their stance.
        """
        return self.value_of(words_of(text, hits))

    def value_of(self, words: Set[str]) -> float:
        """Sum of the weights of words, by (nearly) the root of their number."""
        total = math.fsum(self.weights[word] for word in words if word in self.weights)
        return total * share_of(len(words))

    def telling(self, text: str, hits: Sequence[Hit] = (), count: int = 3) -> list[str]:
        """Words that did most for the value, in its direction, strongest first."""
        words = words_of(text, hits)
        sign = math.copysign(1.0, math.fsum(self.weights.get(word, 0.0) for word in words))
        ranked = sorted(words, key=lambda word: (-sign * self.weights.get(word, 0.0), word))
        return [word for word in ranked[:count] if sign * self.weights.get(word, 0.0) > 0.0]


Registers = Mapping[str, Register]


def mean_values(
    registers: Registers, sentences: Iterable[tuple[str, Sequence[Hit]]]
) -> dict[str, float]:
    """Mean value of each register over sentences with their spans, drawn to 0 if they are few."""
    words = [words_of(text, hits) for text, hits in sentences]
    return {
        name: math.fsum(register.value_of(found) for found in words) / (len(words) + _FEW)
        for name, register in registers.items()
    }


def share_of(count: int) -> float:
    """What each of so many words counts for."""
    return 1.0 / math.sqrt(count + _SHORT)


def words_of(text: str, hits: Sequence[Hit] = ()) -> set[str]:
    """Different words of a text outside its spans."""
    norm = normalize(text)
    for hit in hits:
        blank = " " * (hit.end_char - hit.start_char)
        norm = norm[: hit.start_char] + blank + norm[hit.end_char :]
    words = set(_TOKEN.findall(norm))
    if _DIGIT.search(norm):
        words.add(NUMBER)
    return words
