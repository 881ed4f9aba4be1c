"""What a text would score without one of its spans, in a time that doesn't grow with the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property

from hypecheck.scoring.aggregate import (
    PEAKS,
    DocumentScore,
    Sums,
    excess_of,
    summed_features,
    sums_of,
)
from hypecheck.scoring.register import words_of
from hypecheck.scoring.scorer import ScoredSentence, SentenceScorer, probability
from hypecheck.scoring.tones import FEW_SENTENCES
from hypecheck.types import Part, Term


class Without:
    """Scores of a text in which one sentence has lost a span; all else stays.

    Parameters
    ----------
    scorer : SentenceScorer
    sentences, title : sequence of ScoredSentence
        As they were scored.
    total : DocumentScore
        Score of the whole.
    """

    def __init__(
        self,
        scorer: SentenceScorer,
        sentences: Sequence[ScoredSentence],
        title: Sequence[ScoredSentence],
        total: DocumentScore,
    ) -> None:
        self._scorer = scorer
        self._parts = {"text": sentences, "title": title}
        self._total = total
        self._floor = probability([Term("", scorer.floor)])

    @cached_property
    def _sums(self) -> Sums:
        return sums_of(self._scorer, self._parts["text"], self._parts["title"])

    def score(self, part: Part, number: int, left: ScoredSentence) -> float:
        """Score of the text with `left` in place of one of its sentences.

        Parameters
        ----------
        part : {"text", "title"}
        number : int
            Which sentence of it.
        left : ScoredSentence
            The sentence without the span.
        """
        before = self._parts[part][number]
        if len(self._parts["text"]) == 1:
            return left.score if part == "text" else self._total.score
        if sum(self._sums.stances.values()) == len(before.hits) - len(left.hits):
            return self._floor
        sums = self._changed(part, number, before, left)
        tones = self._tones(before, left) if part == "text" else self._total.tones
        return probability(self._scorer.document.terms(summed_features(sums, tones)))

    def _changed(self, part: Part, number: int, old: ScoredSentence, new: ScoredSentence) -> Sums:
        sums, excess = self._sums, excess_of(new, self._floor)
        stances = Counter(sums.stances)
        stances.subtract(mark.stance for mark in old.marks)
        stances.update(mark.stance for mark in new.marks)
        if part == "title":
            others = [one for at, one in enumerate(self._parts[part]) if at != number]
            head = max(excess, *(excess_of(one, self._floor) for one in others), 0.0)
            return Sums(sums.count, sums.total, sums.peaks, sums.told, head, stances)
        total = sums.total - excess_of(old, self._floor) + excess
        rest = [(value, at) for value, at in sums.peaks if at != number]
        peaks = sorted([*rest, (excess, number)], reverse=True)[:PEAKS]
        return Sums(sums.count, total, peaks, [], sums.title, stances)

    def _tones(self, old: ScoredSentence, new: ScoredSentence) -> Mapping[str, float]:
        """Mean registers, where the words of the span count as words again."""
        share = 1.0 / (self._sums.count + FEW_SENTENCES)
        was, now = words_of(old.text, old.hits), words_of(new.text, new.hits)
        return {
            name: mean + share * (register.value_of(now) - register.value_of(was))
            for name, mean in self._total.tones.items()
            for register in (self._scorer.registers[name],)
        }
