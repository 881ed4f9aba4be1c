"""Words that start a look for a pattern, chosen so that few looks are in vain.

A key is a set of words one of which every match holds, where possible with the words that must
stand right before or behind it: "game" before "changer" is far rarer than either.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from hypecheck.resources import read_text

if TYPE_CHECKING:
    from hypecheck.patterns.parts import Part

#: What it costs to look at a word, and to run an expression, in the same unit.
_LOOK, _RUN = 0.3, 2.0
#: Words that belong together stand together so much more often than by chance.
_TOGETHER = 5.0
#: Zipf's law for English: the share of the word of rank r is about 1 / (12 r).
_ZIPF = 12.0


@dataclass(frozen=True, slots=True)
class Key:
    """Words to look for.

    Attributes
    ----------
    words : frozenset of str
        Lower-case runs of letters and digits.
    before, after : frozenset of str or None
        One of these must be the run right before, or right behind.
    """

    words: frozenset[str]
    before: frozenset[str] | None = None
    after: frozenset[str] | None = None


def best_keys(parts: Sequence[Part]) -> tuple[Key, ...] | None:
    """Keys of a row of parts that cost least to look for; None where no word is sure."""
    if len(parts) == 1:
        return None if parts[0].optional or parts[0].nullable else parts[0].keys
    choices: list[tuple[Key, ...]] = []
    for index, part in enumerate(parts):
        if part.optional or part.nullable:
            continue
        if part.keys:
            choices.append(part.keys)
        if part.last and (after := _beyond(parts[index + 1 :], last=False)):
            choices.append((Key(part.last, after=after),))
        if part.first and (before := _beyond(parts[:index][::-1], last=True)):
            choices.append((Key(part.first, before=before),))
    return cheaper(choices) if choices else None


def _beyond(parts: Sequence[Part], *, last: bool) -> frozenset[str] | None:
    """Words that can stand right beside, or None where it can be any."""
    found: set[str] = set()
    for part in parts:
        words = part.last if last else part.first
        if words is None:
            return None
        found |= words
        if not part.nullable:
            return frozenset(found)
    return None


def cheaper(choices: Sequence[tuple[Key, ...]]) -> tuple[Key, ...]:
    """The keys that cost least."""
    if len(choices) == 1:
        return choices[0]
    return min(choices, key=lambda keys: sum(map(_cost, keys)))


@cache
def _cost(key: Key) -> float:
    """Cost of looking for a key in running text, by word."""
    beside = key.before if key.after is None else key.after
    hit = 1.0 if beside is None else min(1.0, _TOGETHER * share(beside))
    return share(key.words) * (_LOOK + _RUN * hit)


@cache
def share(words: frozenset[str]) -> float:
    """Share of a text's words that are among these."""
    ranks = _ranks()
    beyond = len(ranks)
    return sum([1.0 / (_ZIPF * (ranks.get(word, beyond) + 1)) for word in words])


def rarer(one: str, other: str) -> bool:
    """Tell whether the first word has fewer uses than the second; of two unknown ones, neither."""
    ranks = _ranks()
    return ranks.get(one, len(ranks)) > ranks.get(other, len(ranks))


def worth(words: frozenset[str]) -> tuple[int, int]:
    """How rarely a text holds one of the words, judged by their length."""
    return min(0 if word in _common() else len(word) for word in words), -len(words)


@cache
def _ranks() -> dict[str, int]:
    """Frequent words of the project's own corpora, by rank."""
    return {word: rank for rank, word in enumerate(read_text("lexicon/frequent.txt").split())}


@cache
def _common() -> frozenset[str]:
    """Words too frequent to start a look at: any other word is a better anchor."""
    return frozenset(read_text("lexicon/common.txt").split())
