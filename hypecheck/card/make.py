"""Writes the card, its pictures and its figures into the record of the shipped model."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hypecheck.card.figures import Progress, Study, figures
from hypecheck.card.svg import Line, bar_chart, line_chart
from hypecheck.card.text import card_text
from hypecheck.readers.corpus import SPLITS, read_corpus
from hypecheck.training import RECORD, Annotator, examples, read_config

#: Hand-written part of the card; the figures are put after it.
PROSE = "about.md"


def make_card(
    checkout: Path, *, annotate: Annotator | None = None, progress: Progress = iter
) -> Path:
    """Path of the model card, made again from the corpus and the training configuration.

    Parameters
    ----------
    checkout : Path
        Root of the repository.
    annotate : callable, optional
        The shipped pipeline's matcher and stance tagger if not given.
    progress : callable, optional
        Wraps the names of the trainings.

    Raises
    ------
    ConfigError
        The folder is no checkout.
    """
    if annotate is None:
        from hypecheck.annotating import build_annotator

        annotate = build_annotator()
    record = checkout / RECORD
    config = read_config(record / "train.json")
    corpus = checkout / config["corpus"]
    documents = [document for split in SPLITS for document in read_corpus(corpus, split)]
    by_id = {document.id: document for document in documents}
    study = Study(*examples(documents, annotate), by_id, config)
    found = _rounded(figures(study, progress=progress))
    _write(record / "evaluation.json", json.dumps(found, indent=1) + "\n")
    for name, picture in pictures(found).items():
        _write(record / f"{name}.svg", picture)
    prose = (record / PROSE).read_text(encoding="utf-8")
    _write(record / "card.md", card_text(prose, found))
    return record / "card.md"


def pictures(found: Mapping[str, Any]) -> dict[str, str]:
    """SVG pictures of the card's figures, by name."""
    curve = found["learning curve"]
    most = max(point["documents"] for point in curve)
    return {
        "reliability": line_chart(
            "How often scores are right",
            ("score", "share of clear hype"),
            [_reliability(found, part) for part in ("sentences", "texts")],
            x_range=(0.0, 1.0),
            diagonal=True,
        ),
        "learning-curve": line_chart(
            "How much more corpus would help",
            ("documents to learn from", "held-out documents"),
            [
                Line(name, [(point["documents"], point[part]) for point in curve])
                for name, part in (
                    ("sentences: AUROC", "sentences"),
                    ("texts: Spearman", "texts"),
                )
            ],
            x_range=(0.0, most),
            y_range=(0.5, 1.0),
        ),
        "ablation": bar_chart(
            "What is lost without a group of features",
            [
                (name, row["texts" if "(text)" in name else "sentences"])
                for name, row in found["ablation"].items()
            ],
            digits=3,
        ),
        "genres": bar_chart(
            "Rank correlation of sentences by genre",
            [
                (genre, row["sentences: spearman"])
                for genre, row in found["genres"].items()
                if row["sentences: spearman"] is not None
            ],
        ),
    }


def _reliability(found: Mapping[str, Any], part: str) -> Line:
    bins = found["reliability"][part]
    return Line(
        part,
        [(one["mean_score"], one["rate"]) for one in bins],
        [2.0 + math.log10(one["count"]) for one in bins],
    )


def _rounded(value: Any) -> Any:
    """The figures to four digits; what can't be measured, such as nan, as None."""
    if isinstance(value, float):
        return round(value, 4) if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {name: _rounded(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_rounded(inner) for inner in value]
    return value


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
