"""From the scores of sentences and title to the score of a text, again as a plain sum."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hypecheck.scoring.features import FLAGGED, Feature
from hypecheck.scoring.scorer import ScoredSentence, SentenceScorer, probability
from hypecheck.types import Stance, StanceMark, Term

#: One sentence in so many stands for a text's peaks, but never fewer than two of them.
_PEAKS = 5
#: Added to the number of spans, so that one span alone does not decide what share is rejected.
_FEW = 3
_ASSERTED = StanceMark("asserted")


@dataclass(frozen=True, slots=True)
class DocumentScore:
    """A text's probability of being clear hype, and how it comes about.

    Attributes
    ----------
    terms : tuple of Term
        Summands of the score's log-odds, the floor first.
    own_voice, quoted_voice : float
        The score that the writer's own words alone would have, and the one that the words of
        others would have if they were the writer's; 0 where there are none.
    """

    score: float
    terms: tuple[Term, ...]
    own_voice: float = 0.0
    quoted_voice: float = 0.0


def document_score(
    scorer: SentenceScorer,
    sentences: Sequence[ScoredSentence],
    title: Sequence[ScoredSentence] = (),
) -> DocumentScore:
    """Score of a text from its sentences and title.

    Parameters
    ----------
    scorer : SentenceScorer
    sentences : sequence of ScoredSentence
        All sentences of the body, also those without spans.
    title : sequence of ScoredSentence
        Sentences of the title.

    Returns
    -------
    DocumentScore
        For a body of one sentence, the score and terms of that sentence.
    """
    terms = _terms(scorer, sentences, title)
    return DocumentScore(
        score=probability(terms),
        terms=terms,
        own_voice=_voice(scorer, sentences, title, "asserted"),
        quoted_voice=_voice(scorer, sentences, title, "attributed"),
    )


def document_features(
    scorer: SentenceScorer, sentences: Sequence[ScoredSentence], title: Sequence[ScoredSentence]
) -> tuple[Feature, ...]:
    """Features of a text; none at all for a text without any span."""
    if not any(sentence.hits for sentence in (*sentences, *title)):
        return ()
    floor = probability([Term("", scorer.floor)])
    excess = [_excess(sentence, floor) for sentence in sentences]
    density = math.sqrt(sum(value * value for value in excess) / max(1, len(excess)))
    strongest = max(range(len(excess)), key=excess.__getitem__, default=None)
    found = (
        Feature(FLAGGED, 1.0),
        Feature("density of hype", density),
        Feature(
            "strongest fifth",
            _peak(excess),
            "" if strongest is None else _shortened(sentences[strongest].text),
        ),
        Feature("title", max((_excess(part, floor) for part in title), default=0.0)),
    )
    return (*found, *_distance((*sentences, *title)))


def _terms(
    scorer: SentenceScorer, sentences: Sequence[ScoredSentence], title: Sequence[ScoredSentence]
) -> tuple[Term, ...]:
    if len(sentences) == 1:
        return sentences[0].terms
    floor = Term("floor", scorer.floor)
    features = document_features(scorer, sentences, title)
    if not features:
        return (floor,)
    return scorer.document.terms(features)


def _distance(sentences: Iterable[ScoredSentence]) -> list[Feature]:
    """How much of what is flagged the writer keeps at arm's length."""
    stances = [mark.stance for sentence in sentences for mark in sentence.marks]
    return [
        Feature(f"share {stance}", stances.count(stance) / (len(stances) + _FEW))
        for stance in ("attributed", "hedged", "rejected")
        if stance in stances
    ]


def _voice(
    scorer: SentenceScorer,
    sentences: Sequence[ScoredSentence],
    title: Sequence[ScoredSentence],
    stance: Stance,
) -> float:
    """Score of the text if only the spans of one stance stood in it, said by the writer."""
    if not any(mark.stance == stance for part in (*sentences, *title) for mark in part.marks):
        return 0.0
    body = [_only(scorer, sentence, stance) for sentence in sentences]
    return probability(_terms(scorer, body, [_only(scorer, part, stance) for part in title]))


def _only(scorer: SentenceScorer, sentence: ScoredSentence, stance: Stance) -> ScoredSentence:
    if not sentence.hits:
        return sentence
    hits = [
        hit
        for hit, mark in zip(sentence.hits, sentence.marks, strict=True)
        if mark.stance == stance
    ]
    return scorer.score_sentence(sentence.text, hits, [_ASSERTED] * len(hits))


def _excess(sentence: ScoredSentence, floor: float) -> float:
    """How far a sentence's probability lies above the floor, 0 to 1."""
    if not sentence.hits:
        return 0.0
    return max(0.0, sentence.score - floor) / (1.0 - floor)


def _peak(excess: Sequence[float]) -> float:
    """Mean of the strongest fifth: a share, so that long texts don't peak by their length."""
    count = max(2, math.ceil(len(excess) / _PEAKS))
    return sum(sorted(excess, reverse=True)[:count]) / count


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
