"""The register of a text: how far its words, hype aside, are those of promotion or of criticism."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from hypecheck.patterns import normalize
from hypecheck.types import Hit
from hypecheck.types.words import blanked

#: Speaks as texts do that oversell: launch posts, press releases, coin promotions.
PROMOTIONAL = "promotional register"
#: Speaks as sceptical essays and analyses do.
CRITICAL = "critical register"
NUMBER = "0"
_SHORT = 8  # added to the number of words, so that a few of them don't decide in short sentences
_TOKEN = re.compile(r"[^\W\d_]+(?:['\-][^\W_]+)*|[!?®™]")
_DIGIT = re.compile(r"\d")
#: What can be part of a word stays, and so do the single signs; all else becomes a blank.
_KEPT = bytes(code if chr(code).isalnum() or chr(code) in "'-" else 32 for code in range(256))
_SIGNS = "!?®™"


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
        weights = self.weights
        total = math.fsum([weights[word] for word in words if word in weights])
        return total * share_of(len(words))

    def telling(self, text: str, hits: Sequence[Hit] = (), count: int = 3) -> list[str]:
        """Words that did most for the value, in its direction, strongest first."""
        words = words_of(text, hits)
        weights = {word: self.weights[word] for word in words if word in self.weights}
        sign = math.copysign(1.0, math.fsum(weights.values()))
        told = [(-sign * weight, word) for word, weight in weights.items() if sign * weight > 0.0]
        return [word for _, word in sorted(told)[:count]]


Registers = Mapping[str, Register]


def share_of(count: int) -> float:
    """What each of so many words counts for."""
    return 1.0 / math.sqrt(count + _SHORT)


def words_of(text: str, hits: Sequence[Hit] = ()) -> Set[str]:
    """Different words of a text outside its spans.

    Parameters
    ----------
    text : str
    hits : sequence of Hit
    """
    if not hits:
        return _words(normalize(text))
    return _words_outside(text, tuple((hit.start_char, hit.end_char) for hit in hits))


@lru_cache(maxsize=64)  # a sentence is scored several times in a row: with and without each span
def _words_outside(text: str, spans: tuple[tuple[int, int], ...]) -> Set[str]:
    norm = normalize(text)
    for start, end in spans:
        norm = norm[:start] + " " * (end - start) + norm[end:]
    return _words(norm)


def _words(norm: str) -> set[str]:
    words = set(_TOKEN.findall(norm))
    if _DIGIT.search(norm):
        words.add(NUMBER)
    return words


class SentenceWords:
    """Different words of the sentences of one text, as `words_of` has them, but sooner.

    Parameters
    ----------
    norm : str
        The text normalised.
    """

    def __init__(self, norm: str) -> None:
        self._norm = norm
        self._kept = blanked(norm, _KEPT)
        self._signs = [sign for sign in _SIGNS if sign in norm]

    def of(self, start: int, end: int) -> Set[str]:
        """Words between two offsets."""
        if self._kept is None:
            return _words(self._norm[start:end])
        words = set(self._kept[start:end].split())
        for word in [word for word in words if not word.isalpha()]:
            words.remove(word)
            words.update(_TOKEN.findall(word))
            if _DIGIT.search(word):
                words.add(NUMBER)
        for sign in self._signs:
            if self._norm.find(sign, start, end) >= 0:
                words.add(sign)
        return words
