"""From the scores of sentences and title to the score of a text, again as a plain sum."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from hypecheck.scoring.features import FLAGGED, Feature
from hypecheck.scoring.register import words_of
from hypecheck.scoring.scorer import ScoredSentence, SentenceScorer, probability
from hypecheck.types import STANCES, Stance, StanceMark, Term

#: So many sentences stand for a text's peaks, however long it is: readers remember the loudest.
PEAKS = 3
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
    tones : mapping of str to float
        Mean value of each register over the body, where the score needed it.
    """

    score: float
    terms: tuple[Term, ...]
    own_voice: float = 0.0
    quoted_voice: float = 0.0
    tones: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sums:
    """What the features of a text are made from.

    Attributes
    ----------
    count : int
        Sentences of the body.
    total : float
        How far their probabilities lie above the floor, all together.
    peaks : list of (float, int)
        The strongest of them with their numbers, strongest first, and one more than count.
    told : list of str
        Words of those.
    title : float
        How far the title's lies above the floor.
    stances : mapping of str to int
        Spans of each stance, those of the title included.
    """

    count: int
    total: float
    peaks: list[tuple[float, int]]
    told: list[str]
    title: float
    stances: Mapping[Stance, int]


def document_score(
    scorer: SentenceScorer,
    sentences: Sequence[ScoredSentence],
    title: Sequence[ScoredSentence] = (),
    words: Callable[[], Iterable[Set[str]]] | None = None,
) -> DocumentScore:
    """Score of a text from its sentences and title.

    Parameters
    ----------
    scorer : SentenceScorer
    sentences : sequence of ScoredSentence
        All sentences of the body, also those without spans.
    title : sequence of ScoredSentence
        Sentences of the title.
    words : callable, optional
        Gives the different words of each sentence of the body outside its spans, where that is
        cheaper than to read them from `sentences`.

    Returns
    -------
    DocumentScore
        For a body of one sentence, the score and terms of that sentence.
    """
    tones = _tones(scorer, sentences, title, words)
    terms = _terms(scorer, sentences, title, tones)
    score = probability(terms)
    stances = {mark.stance for part in (*sentences, *title) for mark in part.marks}
    if stances == {"asserted"}:  # the writer's own words are all there are
        return DocumentScore(score, terms, score, tones=tones)
    return DocumentScore(
        score=score,
        terms=terms,
        own_voice=_voice(scorer, sentences, title, tones, "asserted"),
        quoted_voice=_voice(scorer, sentences, title, tones, "attributed"),
        tones=tones,
    )


def document_features(
    scorer: SentenceScorer,
    sentences: Sequence[ScoredSentence],
    title: Sequence[ScoredSentence],
    tones: Mapping[str, float] | None = None,
) -> tuple[Feature, ...]:
    """Features of a text; none at all for a text without any span.

    Parameters
    ----------
    scorer : SentenceScorer
    sentences, title : sequence of ScoredSentence
    tones : mapping of str to float, optional
        Mean value of each register over the body; read from `sentences` if not given.
    """
    if not any(sentence.hits for sentence in (*sentences, *title)):
        return ()
    tones = _tones(scorer, sentences, title) if tones is None else tones
    return summed_features(sums_of(scorer, sentences, title), tones)


def sums_of(
    scorer: SentenceScorer, sentences: Sequence[ScoredSentence], title: Sequence[ScoredSentence]
) -> Sums:
    """What a text's features are made from, summed over its sentences."""
    floor = probability([Term("", scorer.floor)])
    excess = [excess_of(sentence, floor) for sentence in sentences]
    order = sorted(range(len(excess)), key=lambda number: -excess[number])[: PEAKS + 1]
    return Sums(
        count=len(excess),
        total=math.fsum(excess),
        peaks=[(excess[number], number) for number in order],
        told=[sentences[number].text for number in order[:PEAKS] if excess[number]],
        title=max((excess_of(part, floor) for part in title), default=0.0),
        stances=Counter(mark.stance for part in (*sentences, *title) for mark in part.marks),
    )


def summed_features(sums: Sums, tones: Mapping[str, float]) -> tuple[Feature, ...]:
    """Features of a text with at least one span, from its sums and its registers."""
    strongest = math.fsum(value for value, _ in sums.peaks[:PEAKS])
    found = [
        Feature(FLAGGED, 1.0),
        # Roots, because the step from no hype to a little counts more than a step further up.
        Feature("density of hype", math.sqrt(max(0.0, sums.total) / max(1, sums.count))),
        Feature(
            "strongest sentences",
            math.sqrt(strongest / PEAKS),
            _shortened(" / ".join(sums.told)),
        ),
        Feature("title", sums.title),
        *_stances(sums.stances),
    ]
    # A launch post's register makes its own hype worse, but not the hype that it only reports.
    own = next((f.value for f in found if f.name == "share asserted"), 0.0)
    return (*found, *(Feature(name, value * own) for name, value in tones.items()))


def _tones(
    scorer: SentenceScorer,
    sentences: Sequence[ScoredSentence],
    title: Sequence[ScoredSentence],
    words: Callable[[], Iterable[Set[str]]] | None = None,
) -> Mapping[str, float]:
    """Registers of the body; not read where the score is that of a sentence or the floor."""
    if len(sentences) == 1 or not any(part.hits for part in (*sentences, *title)):
        return {}
    found = words() if words else (words_of(part.text, part.hits) for part in sentences)
    return scorer.tones.means(found)


def _terms(
    scorer: SentenceScorer,
    sentences: Sequence[ScoredSentence],
    title: Sequence[ScoredSentence],
    tones: Mapping[str, float],
) -> tuple[Term, ...]:
    if len(sentences) == 1:
        return sentences[0].terms
    features = document_features(scorer, sentences, title, tones)
    if not features:
        return (Term("floor", scorer.floor),)
    return scorer.document.terms(features)


def _stances(stances: Mapping[Stance, int]) -> list[Feature]:
    """How much of what is flagged is the writer's own, and how much is kept at arm's length."""
    count = sum(stances.values())
    return [
        Feature(f"share {stance}", stances[stance] / (count + _FEW))
        for stance in STANCES
        if stances.get(stance)
    ]


def _voice(
    scorer: SentenceScorer,
    sentences: Sequence[ScoredSentence],
    title: Sequence[ScoredSentence],
    tones: Mapping[str, float],
    stance: Stance,
) -> float:
    """Score of the text if only the spans of one stance stood in it, said by the writer."""
    if not any(mark.stance == stance for part in (*sentences, *title) for mark in part.marks):
        return 0.0
    body = [_only(scorer, sentence, stance) for sentence in sentences]
    head = [_only(scorer, part, stance) for part in title]
    return probability(_terms(scorer, body, head, tones))


def _only(scorer: SentenceScorer, sentence: ScoredSentence, stance: Stance) -> ScoredSentence:
    if not sentence.hits:
        return sentence
    hits = [
        hit
        for hit, mark in zip(sentence.hits, sentence.marks, strict=True)
        if mark.stance == stance
    ]
    if hits == sentence.hits and all(mark.stance == "asserted" for mark in sentence.marks):
        return sentence
    return scorer.score_sentence(sentence.text, hits, [_ASSERTED] * len(hits))


def excess_of(sentence: ScoredSentence, floor: float) -> float:
    """How far a sentence's probability lies above the floor, 0 to 1."""
    if not sentence.hits:
        return 0.0
    return max(0.0, sentence.score - floor) / (1.0 - floor)


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
