"""The card's text: hand-written prose, then tables of the figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_MEASURES = ("auroc", "f1", "spearman", "brier", "calibration_error")
_NAMES = {
    "auroc": "AUROC",
    "f1": "F1 at 0.5",
    "spearman": "Spearman",
    "brier": "Brier",
    "calibration_error": "ECE",
}


def card_text(prose: str, found: Mapping[str, Any]) -> str:
    """Whole card: the prose as it is, then what was measured.

    Parameters
    ----------
    prose : str
        Markdown, from the title on.
    found : mapping
        As `figures` gives it, rounded.
    """
    sections = (
        prose.rstrip(),
        "## Measured\n\nMade by `hypecheck evaluate --card` from `evaluation.json`; do not edit.",
        _validation(found),
        "### Reliability\n\n![Reliability](reliability.svg)\n\nLarger marks are more cases.",
        _curve(found["learning curve"]),
        _ablation(found["ablation"]),
        _genres(found["genres"]),
    )
    return "\n\n".join(sections) + "\n"


def _validation(found: Mapping[str, Any]) -> str:
    rows = [
        [f"{part}, {way}", measured["count"], measured["clear"]]
        + [measured[name] for name in _MEASURES]
        for way in ("by document", "by author")
        for part, measured in found[way].items()
    ]
    head = ["held out", "cases", "clear", *(_NAMES[name] for name in _MEASURES)]
    return (
        "### Cross-validation on the corpus\n\nEach case is scored by a model trained without its"
        " document (five parts), or without all documents of its author.\n\n" + _table(head, rows)
    )


def _curve(points: Sequence[Mapping[str, float]]) -> str:
    rows = [[int(p["documents"]), p["sentences"], p["texts"]] for p in points]
    head = ["documents", "AUROC, sentences with a span", "Spearman, texts"]
    return "### Learning curve\n\n![Learning curve](learning-curve.svg)\n\n" + _table(head, rows)


def _ablation(found: Mapping[str, Mapping[str, float]]) -> str:
    rows = [[name, row["sentences"], row["texts"]] for name, row in found.items()]
    head = ["left out", "AUROC lost, sentences", "Spearman lost, texts"]
    return (
        "### Ablation\n\n![Ablation](ablation.svg)\n\nA loss below 0 is a gain. Differences of"
        " less than 0.005 are noise.\n\n" + _table(head, rows)
    )


def _genres(found: Mapping[str, Mapping[str, Any]]) -> str:
    names = [
        f"{part}{measure}"
        for part in ("sentences", "texts")
        for measure in ("", ": auroc", ": spearman", ": brier")
    ]
    rows = [[genre, *(row[name] for name in names)] for genre, row in found.items()]
    head = [
        "genre",
        *(name.replace("auroc", "AUROC").replace("spearman", "Spearman") for name in names),
    ]
    return "### By genre\n\n![Genres](genres.svg)\n\n" + _table(head, rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    lines = [head, ["---"] * len(head), *([_cell(value) for value in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(value: Any) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}" if isinstance(value, float) else str(value)
