"""How the stages' results belong together: claims to spans, topics to prior art."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from hypecheck.lexicon import LABELS, Lexicon
from hypecheck.scoring import ScoredSentence, SentenceWords, words_of
from hypecheck.types import (
    Claim,
    Comparison,
    Document,
    Hit,
    HypeSpan,
    SentenceScore,
    StanceMark,
    Verdict,
)

#: Categories whose spans get prior art: they speak of a model's place among others.
PRIOR_ART_LABELS = frozenset(["transformation", "superlative", "priority", "rivalry"])
#: Category of a claim that the vocabulary did not flag.
_LABELS = {
    "first": "priority",
    "only": "priority",
    "among": "priority",
    "largest": "superlative",
    "longest-context": "superlative",
}
_INTENSITY = 2
#: How such a claim begins. What begins otherwise is a whole sentence, whose boast is elsewhere …
_BOAST = re.compile(
    r"(?:the )?(?:world's )?(?:very )?(?:debut|for the (?:very )?first time|only|one of|among"
    r"|(?:larg|bigg|long)(?:est|er)"
    # … and these count or date ("first five minutes", "first installed in 1961"), nothing more.
    r"|first(?! (?:\d+ [a-z]+s\b|[a-z]\b|[a-z]+ed\b|few|two|three|four|five|half|checkpoint|version"
    r"|batch|part|in a\b|and second)))\b"
)
#: "The only one", not "is only a part".
_THE_ONLY = re.compile(r"(?:\bthe|\bits|\bour|\btheir|\bhis|\bher|['’]s?)\s+$", re.IGNORECASE)
#: What the table makes of a claim that the writer rejects.
_CORRECTED: dict[Verdict, str] = {
    "REFUTED": "the writer corrects this, and the table agrees",
    "SUPPORTED": "the writer rejects this, and the table supports it",
    "NOT_ENOUGH_INFO": "the writer rejects this, and the table leaves it open",
}


def overlapping(claims: Iterable[Claim], start: int, end: int) -> Claim | None:
    """The claim that shares most characters with a stretch, or None."""
    best, most = None, 0
    for claim in claims:
        shared = min(end, claim.end_char) - max(start, claim.start_char)
        if shared > most:
            best, most = claim, shared
    return best


def claim_hits(claims: Sequence[Claim], hits: Sequence[Hit], document: Document) -> list[Hit]:
    """Hits for claims to be first, only or largest that no entry of the vocabulary flagged."""
    found = []
    for claim in claims:
        label = _LABELS.get(claim.quantifier)
        free = not any(
            h.start_char < claim.end_char and claim.start_char < h.end_char for h in hits
        )
        if label and free and _boasts(claim, document):
            entry = f"claim:{claim.quantifier}"
            found.append(
                Hit(claim.start_char, claim.end_char, label, entry, _INTENSITY, claim.sentence)
            )
    return found


def _boasts(claim: Claim, document: Document) -> bool:
    """Tell whether a claim has the form of a boast, not of a count, a date or an aside."""
    if not _BOAST.match(document.norm, claim.start_char, claim.end_char):
        return False
    before = document.text[max(0, claim.start_char - 12) : claim.start_char]
    return claim.quantifier != "only" or bool(_THE_ONLY.search(before))


def wanted(hits: list[Hit], document: Document, lexicon: Lexicon) -> list[Hit]:
    """Hits of claims, less those that a user's vocabulary does not want."""
    if not (lexicon.allowed or lexicon.off_names):
        return hits
    return [
        hit
        for hit in hits
        if not lexicon.silences(
            (hit.label, hit.entry),
            document.norm,
            document.sentences[hit.sentence],
            hit.start_char,
        )
    ]


def in_voice(claim: Claim) -> Claim:
    """Claim whose reason says whose it is, where it isn't the writer's own.

    A claim that the writer rejects and the table refutes is the writer's correction, so the two
    agree and nobody is accused.
    """
    if claim.verdict is None:
        return claim
    if claim.stance == "rejected":
        lead = _CORRECTED[claim.verdict]
    elif claim.stance == "attributed":
        lead = f"said by {claim.speaker or 'someone else'}, not by the writer"
    else:
        return claim
    return replace(claim, reason=f"{lead}: {claim.reason}")


def rationale(hit: Hit, mark: StanceMark) -> str:
    """Which entry fired and which cue set the stance, in words."""
    if hit.entry.startswith("claim:"):
        why = f"read as a claim with the quantifier {hit.entry.removeprefix('claim:')!r}"
    else:
        why = f"lexicon entry {hit.entry!r}"
    cues = " and ".join(f"“{cue.text}”" for cue in mark.cues)
    if hit.label not in LABELS:
        why += ", in a category of your own, which counts by its intensity and voice"
    voice = (
        f"{mark.stance} because of {cues}" if cues else f"{mark.stance}: no cue speaks against it"
    )
    return f"{hit.label} by {why}; {voice}"


def noted(spans: Iterable[HypeSpan], comparisons: Sequence[Comparison]) -> tuple[HypeSpan, ...]:
    """Spans whose rationale says what a comparison inside them leaves out."""
    return tuple(_noted(span, comparisons) for span in spans) if comparisons else tuple(spans)


def _noted(span: HypeSpan, comparisons: Iterable[Comparison]) -> HypeSpan:
    for one in comparisons:
        inside = one.start_char < span.end_char and span.start_char < one.end_char
        if inside and one.part == span.part:
            return replace(span, rationale=f"{span.rationale}; “{one.text}” {one.words}")
    return span


def sentence_scores(
    document: Document, scored: Sequence[ScoredSentence], floor: float
) -> tuple[SentenceScore, ...]:
    """Scores of a document's sentences, with terms where something was flagged."""
    return tuple(
        SentenceScore(start, end, one.score, one.terms)
        if one.hits
        else SentenceScore(start, end, floor)
        for (start, end), one in zip(document.sentences, scored, strict=True)
    )


def words_outside(document: Document, scored: Sequence[ScoredSentence]) -> Iterator[Set[str]]:
    """Yield the words of each sentence outside its spans."""
    cut = SentenceWords(document.norm)
    for (start, end), one in zip(document.sentences, scored, strict=True):
        yield words_of(one.text, one.hits) if one.hits else cut.of(start, end)


def moved(hit: Hit, by: int) -> Hit:
    """The hit with its offsets moved."""
    return Hit(
        hit.start_char + by, hit.end_char + by, hit.label, hit.entry, hit.intensity, hit.sentence
    )
