"""Cues found in one sentence, by anchors first and regular expressions second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hypecheck.patterns import PatternIndex
from hypecheck.stance.cues import CueRule
from hypecheck.types import Cue
from hypecheck.types.words import WORDS


@dataclass(frozen=True, slots=True)
class Found:
    """A rule that fired, and where its cue stands."""

    rule: CueRule
    start: int
    end: int

    def cue(self, text: str) -> Cue:
        """Return the cue as the answer carries it."""
        return Cue(text[self.start : self.end], self.start, self.end, self.rule.category)


class CueFinder:
    """Finds the cues of a set of rules.

    Parameters
    ----------
    rules : iterable of CueRule
    """

    def __init__(self, rules: Iterable[CueRule]) -> None:
        pairs = [(rule, pattern) for rule in rules for pattern in rule.patterns]
        self._index = PatternIndex(pairs)
        self._verdicts = PatternIndex(pair for pair in pairs if pair[0].scope == "previous")

    def may_look_back(self, words: Sequence[str]) -> bool:
        """Tell whether cues that speak about the sentence before can stand among these words."""
        return bool(self._verdicts.candidates(words))

    def find(self, norm: str, start: int, end: int) -> list[Found]:
        """Cues and terminators in a stretch of normalised text, by place.

        A cue that a pseudo cue overlaps is left out, unless it is a denial that holds the pseudo
        cue and says more ("tempting to think", where "to think" counts for nothing). So are the
        pseudo cue and a cue that is part of a longer one ("believe" in "I don't believe").
        """
        found = [*self._matches(norm, start, end)]
        masks = [(f.start, f.end) for f in found if f.rule.category == "pseudo"]
        seen = [f for f in found if f.rule.category != "pseudo" and not _hidden(f, masks)]
        seen = [f for f in seen if not any(_swallows(other, f) for other in seen)]
        return sorted(seen, key=lambda f: (f.start, f.end, f.rule.id))

    def _matches(self, norm: str, start: int, end: int) -> Iterator[Found]:
        words = WORDS.findall(norm, start, end)
        held = frozenset(words)
        for rule, pattern in self._index.candidates(words):
            for match in pattern.find(norm, start, end, held):
                group = "span" if "span" in match.re.groupindex else 0
                yield Found(rule, *match.span(group))


def _hidden(found: Found, masks: list[tuple[int, int]]) -> bool:
    """Tell whether a pseudo cue overlaps a cue, one that says more by holding it left out."""
    return any(
        start < found.end
        and found.start < end
        and not (found.rule.category == "rejected" and _holds(found, start, end))
        for start, end in masks
    )


def _holds(found: Found, start: int, end: int) -> bool:
    """Tell whether a cue holds all of a stretch and more."""
    inside = found.start <= start and end <= found.end
    return inside and end - start < found.end - found.start


def _swallows(longer: Found, found: Found) -> bool:
    """Tell whether a cue of another category holds all of `found` and more."""
    kinds = {longer.rule.category, found.rule.category}
    return len(kinds) == 2 and "terminator" not in kinds and _holds(longer, found.start, found.end)
