"""From a sentence and its marked spans to a score that is a plain sum."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hypecheck.scoring.features import Feature, sentence_features
from hypecheck.scoring.register import Registers
from hypecheck.scoring.tones import Tones
from hypecheck.types import Hit, StanceMark, Term

#: Name of the first term of every sum.
FLOOR = "floor"


@dataclass(frozen=True, slots=True)
class Weights:
    """A fitted classifier as plain numbers.

    Attributes
    ----------
    intercept : float
        Log-odds of a text with no features.
    coefficients : mapping of str to float
        Feature name to what one unit of it adds.
    """

    intercept: float
    coefficients: Mapping[str, float]

    def terms(self, features: Sequence[Feature]) -> tuple[Term, ...]:
        """Summands of the log-odds, the intercept first; features without weight stay out."""
        found = [Term(FLOOR, self.intercept)]
        for feature in features:
            weight = self.coefficients.get(feature.name, 0.0)
            if weight and feature.value:
                found.append(Term(feature.name, weight * feature.value, feature.text))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence with its spans, their voices, and the terms of its score.

    Attributes
    ----------
    hits : sequence of Hit
        Offsets count from the start of `text`.
    """

    text: str
    hits: Sequence[Hit]
    marks: Sequence[StanceMark]
    terms: tuple[Term, ...]

    @property
    def score(self) -> float:
        """Probability of clear hype."""
        return probability(self.terms)


class SentenceScorer:
    """Turns the spans of a sentence into a calibrated probability of clear hype.

    Parameters
    ----------
    sentence : Weights
        For sentences.
    document : Weights
        For texts of more than one sentence.
    registers : mapping of str to Register, optional
        What the words around the spans are held against.
    """

    def __init__(
        self, sentence: Weights, document: Weights, registers: Registers | None = None
    ) -> None:
        self.sentence = sentence
        self.document = document
        self.registers = registers or {}
        self.tones = Tones(self.registers)
        #: Stands for any sentence without a span, since those all score the same.
        self.silent = ScoredSentence("", (), (), sentence.terms(()))

    @property
    def floor(self) -> float:
        """Log-odds of a sentence without any trigger."""
        return self.sentence.intercept

    def sentence_terms(
        self, text: str, hits: Sequence[Hit], marks: Sequence[StanceMark]
    ) -> tuple[Term, ...]:
        """Summands of a sentence's log-odds, the intercept first.

        Parameters
        ----------
        text : str
            The sentence.
        hits : sequence of Hit
            Offsets count from the start of `text`.
        marks : sequence of StanceMark
            One for each hit.
        """
        return self.sentence.terms(sentence_features(text, hits, marks, self.registers))

    def score_sentence(
        self,
        text: str,
        hits: Sequence[Hit] = (),
        marks: Sequence[StanceMark] = (),
    ) -> ScoredSentence:
        """Sentence with the terms of its score.

        Parameters
        ----------
        text, hits, marks
            As for `sentence_terms`.
        """
        if not hits:
            return ScoredSentence(text, (), (), self.silent.terms)
        return ScoredSentence(text, hits, marks, self.sentence_terms(text, hits, marks))


def probability(terms: Sequence[Term]) -> float:
    """Sigmoid of the sum of the terms."""
    return 0.5 * (1.0 + math.tanh(0.5 * math.fsum(term.value for term in terms)))
