"""How good scores are: the usual measures, each on plain sequences of numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

#: From this mean intensity on, a sentence or text counts as clear hype (guidelines, section 3).
CLEAR = 1.5


@dataclass(frozen=True, slots=True)
class Bin:
    """Scores that lie close together, and how often they were right."""

    count: int
    mean_score: float
    rate: float


def measures(scores: Sequence[float], intensities: Sequence[float]) -> dict[str, float]:
    """All measures of some scores against mean intensities.

    Parameters
    ----------
    scores : sequence of float
        Probabilities of clear hype.
    intensities : sequence of float
        0 to 3.

    Returns
    -------
    dict of str to float
        auroc, f1 (at 0.5), spearman, brier, calibration_error, count, clear.
    """
    clear = [value >= CLEAR for value in intensities]
    return {
        "count": len(scores),
        "clear": sum(clear),
        "auroc": auroc(scores, clear),
        "f1": f1(scores, clear),
        "spearman": spearman(scores, intensities),
        "brier": brier(scores, clear),
        "calibration_error": calibration_error(scores, clear),
    }


def auroc(scores: Sequence[float], clear: Sequence[bool]) -> float:
    """Chance that a clear case scores above another one; nan if a class is missing.

    Examples
    --------
    >>> auroc([0.1, 0.4, 0.4, 0.9], [False, False, True, True])
    0.875
    """
    positives = sum(clear)
    negatives = len(clear) - positives
    if not positives or not negatives:
        return math.nan
    total = sum(rank for rank, hit in zip(ranks(scores), clear, strict=True) if hit)
    return (total - positives * (positives + 1) / 2) / (positives * negatives)


def f1(scores: Sequence[float], clear: Sequence[bool], cut: float = 0.5) -> float:
    """Harmonic mean of precision and recall of "score at or above `cut`"."""
    flagged = [score >= cut for score in scores]
    both = sum(hit and flag for hit, flag in zip(clear, flagged, strict=True))
    return 2 * both / max(1, sum(flagged) + sum(clear))


def spearman(scores: Sequence[float], values: Sequence[float]) -> float:
    """Rank correlation; nan if either side is constant.

    Examples
    --------
    >>> round(spearman([1, 2, 3, 4], [1, 3, 2, 4]), 3)
    0.8
    """
    return correlation(ranks(scores), ranks(values))


def brier(scores: Sequence[float], clear: Sequence[bool]) -> float:
    """Mean squared distance of the scores from the truth."""
    return sum((s - hit) ** 2 for s, hit in zip(scores, clear, strict=True)) / max(1, len(scores))


def calibration_error(scores: Sequence[float], clear: Sequence[bool], bins: int = 10) -> float:
    """Mean distance of score and rate over `reliability` bins, weighted by their counts."""
    found = reliability(scores, clear, bins)
    return sum(b.count * abs(b.mean_score - b.rate) for b in found) / max(1, len(scores))


def reliability(scores: Sequence[float], clear: Sequence[bool], bins: int = 10) -> list[Bin]:
    """Bins of equal width with their mean score and rate of clear hype; empty ones left out."""
    groups: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for score, hit in zip(scores, clear, strict=True):
        groups[min(bins - 1, int(score * bins))].append((score, hit))
    return [
        Bin(
            count=len(group),
            mean_score=sum(score for score, _ in group) / len(group),
            rate=sum(hit for _, hit in group) / len(group),
        )
        for group in groups
        if group
    ]


def ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 1 on; equal values share their mean rank."""
    order = sorted(range(len(values)), key=values.__getitem__)
    found = [0.0] * len(values)
    first = 0
    while first < len(order):
        last = first
        while last + 1 < len(order) and values[order[last + 1]] == values[order[first]]:
            last += 1
        for place in range(first, last + 1):
            found[order[place]] = (first + last) / 2 + 1
        first = last + 1
    return found


def correlation(left: Sequence[float], right: Sequence[float]) -> float:
    """Pearson's correlation; nan if either side is constant."""
    mean_left = math.fsum(left) / max(1, len(left))
    mean_right = math.fsum(right) / max(1, len(right))
    shared = math.fsum((a - mean_left) * (b - mean_right) for a, b in zip(left, right, strict=True))
    spread = math.fsum((a - mean_left) ** 2 for a in left)
    spread *= math.fsum((b - mean_right) ** 2 for b in right)
    return shared / math.sqrt(spread) if spread else math.nan
