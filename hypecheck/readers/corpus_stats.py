"""What is in a corpus, in numbers, and how far two annotations of it agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hypecheck.errors import CorpusError
from hypecheck.readers.corpus import CorpusDocument, CorpusSentence
from hypecheck.readers.markup import CorpusSpan
from hypecheck.types import STANCES


@dataclass(frozen=True, slots=True)
class CorpusStats:
    """Counts of one corpus; sentences include titles.

    Attributes
    ----------
    voices : mapping
        Share of sentences by what they hold: no span, none asserted, or some asserted.
    """

    documents: int
    sentences: int
    spans: int
    words: int
    genre: Mapping[str, int]
    field: Mapping[str, int]
    voice: Mapping[str, int]
    author: Mapping[str, int]
    label: Mapping[str, int]
    stance: Mapping[str, int]
    sentence_hype: Mapping[str, int]
    document_hype: Mapping[str, int]
    voices: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far a second annotation agrees with the first.

    Attributes
    ----------
    span_f1 : float
        Spans match where at least half of the shorter lies inside the other.
    label, stance : float
        Share of matched spans with the same category or stance.
    by_label, by_stance : mapping of str to (int, int)
        For the first annotation's spans: matched with equal category (stance), and all.
    intensity_exact, intensity_within_half : float
        Share of sentences whose intensities are equal, or differ by at most a half.
    clear : float
        Share of sentences on whose being clear hype (1.5 or more) both agree.
    """

    sentences: int
    span_f1: float
    label: float
    stance: float
    by_label: Mapping[str, tuple[int, int]]
    by_stance: Mapping[str, tuple[int, int]]
    intensity_exact: float
    intensity_within_half: float
    clear: float


def corpus_stats(documents: Sequence[CorpusDocument]) -> CorpusStats:
    """Count documents, sentences and spans, and what they are labelled with."""
    sentences = [sentence for document in documents for sentence in document.parts]
    spans = [span for sentence in sentences for span in sentence.spans]
    return CorpusStats(
        documents=len(documents),
        sentences=len(sentences),
        spans=len(spans),
        words=sum(len(sentence.text.split()) for sentence in sentences),
        genre=_counts(document.genre for document in documents),
        field=_counts(document.field for document in documents),
        voice=_counts(document.voice for document in documents),
        author=_counts(document.author for document in documents),
        label=_counts(span.label for span in spans),
        stance=_counts(span.stance for span in spans),
        sentence_hype=_counts(f"{sentence.hype:g}" for sentence in sentences),
        document_hype=_counts(f"{document.hype:g}" for document in documents),
        voices=_shares(_kind(sentence) for sentence in sentences),
    )


def agreement(first: Iterable[CorpusDocument], second: Iterable[CorpusDocument]) -> Agreement:
    """Agreement of a second annotation with the first, over the documents of the second.

    Raises
    ------
    CorpusError
        The second has a document or a sentence that the first doesn't have.
    """
    pairs = list(_pairs({document.id: document for document in first}, second))
    matched = [pair for a, b in pairs for pair in matching(a.spans, b.spans)]
    total = sum(len(a.spans) + len(b.spans) for a, b in pairs)
    gaps = [abs(a.hype - b.hype) for a, b in pairs]
    spans = [span for a, _ in pairs for span in a.spans]
    labels = Counter(a.label for a, b in matched if a.label == b.label)
    stances = Counter(a.stance for a, b in matched if a.stance == b.stance)
    return Agreement(
        sentences=len(pairs),
        span_f1=_share(2 * len(matched), total),
        label=_share(labels.total(), len(matched)),
        stance=_share(stances.total(), len(matched)),
        by_label={k: (labels[k], n) for k, n in _counts(s.label for s in spans).items()},
        by_stance={k: (stances[k], sum(s.stance == k for s in spans)) for k in STANCES},
        intensity_exact=_share(sum(gap == 0 for gap in gaps), len(gaps)),
        intensity_within_half=_share(sum(gap <= 0.5 for gap in gaps), len(gaps)),
        clear=_share(sum((a.hype >= 1.5) == (b.hype >= 1.5) for a, b in pairs), len(pairs)),
    )


def matching(
    left: Sequence[CorpusSpan], right: Sequence[CorpusSpan]
) -> list[tuple[CorpusSpan, CorpusSpan]]:
    """One-to-one pairs of spans that overlap by half of the shorter, largest overlap first."""
    options = sorted(
        (-shared, i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if 2 * (shared := _overlap(a, b))
        >= min(a.end_char - a.start_char, b.end_char - b.start_char)
    )
    pairs: dict[int, int] = {}
    for _, i, j in options:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return [(left[i], right[j]) for i, j in sorted(pairs.items())]


def _pairs(
    first: Mapping[str, CorpusDocument], second: Iterable[CorpusDocument]
) -> Iterable[tuple[CorpusSentence, CorpusSentence]]:
    for document in second:
        if document.id not in first:
            raise CorpusError(f"The second annotation has {document.id!r}, the first has not.")
        ours, theirs = first[document.id].sentences, document.sentences  # titles may be left out
        if [part.text for part in ours] != [part.text for part in theirs]:
            raise CorpusError(f"{document.id!r} has other sentences in the second annotation.")
        yield from zip(ours, theirs, strict=True)


def _overlap(a: CorpusSpan, b: CorpusSpan) -> int:
    return min(a.end_char, b.end_char) - max(a.start_char, b.start_char)


def _kind(sentence: CorpusSentence) -> str:
    if not sentence.spans:
        return "no span"
    asserted = any(span.stance == "asserted" for span in sentence.spans)
    return "some asserted" if asserted else "none asserted"


def _counts(values: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(values).items()))


def _shares(values: Iterable[str]) -> dict[str, float]:
    counts = _counts(values)
    return {name: _share(count, sum(counts.values())) for name, count in counts.items()}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0
