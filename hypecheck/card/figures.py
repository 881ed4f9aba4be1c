"""The card's figures: cross-validation, learning curve, ablation, results per genre."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from hypecheck.lexicon import LABELS
from hypecheck.readers.corpus import CorpusDocument
from hypecheck.scoring.crossval import (
    HeldOut,
    Outcome,
    cross_validate,
    fifth,
    outcomes,
    pairs,
    summary,
)
from hypecheck.scoring.evaluate import auroc, reliability, spearman
from hypecheck.scoring.train import Example, TextExample, train

#: Shares of the training documents at which the learning curve is measured.
SHARES = (0.125, 0.25, 0.5, 0.75, 1.0)
#: Feature groups of the ablation, by the beginnings of their names.
GROUPS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "register (sentence)": ("sentence", ("promotional register",)),
    "intensity": (
        "sentence",
        ("asserted strongly", "asserted extremely", "attributed strongly", "hedged strongly"),
    ),
    "category": ("sentence", tuple(f"asserted {label}" for label in LABELS)),
    "stacking": ("sentence", ("asserted spans", "attributed spans", "hedged spans", "also ")),
    "setting": (
        "sentence",
        (
            "share of",
            "length",
            "number",
            "exclamation",
            "hedge word",
            "first person",
            "second person",
            "measured",
            "contrast",
        ),
    ),
    "headline form": ("sentence", ("headline", "no full stop")),
    "register (text)": ("document", ("promotional register", "critical register")),
    "stances (text)": ("document", ("share ",)),
    "title (text)": ("document", ("title",)),
    "peaks (text)": ("document", ("strongest",)),
}
#: Wraps the names of the trainings to show how far it has come.
Progress = Callable[[Sequence[str]], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Study:
    """What all measurements share.

    Attributes
    ----------
    documents : mapping of str to CorpusDocument
        By their ids.
    """

    sentences: Sequence[Example]
    texts: Sequence[TextExample]
    documents: Mapping[str, CorpusDocument]
    config: Mapping[str, Any]


def figures(study: Study, *, progress: Progress = iter) -> dict[str, Any]:
    """All figures of the card, as plain numbers that JSON can hold.

    Parameters
    ----------
    study : Study
    progress : callable, optional
        Wraps the names of the trainings of each part.
    """
    by_document = cross_validate(study.sentences, study.texts, study.config, progress=progress)
    by_author = cross_validate(
        study.sentences,
        study.texts,
        study.config,
        part_of=lambda group: study.documents[group].author,
        progress=progress,
    )
    return {
        "by document": _both(by_document),
        "by author": _both(by_author),
        "reliability": {
            "sentences": [asdict(part) for part in reliability(*pairs(by_document.sentences))],
            "texts": [asdict(part) for part in reliability(*pairs(by_document.texts))],
        },
        "genres": _genres(study, by_document),
        "learning curve": learning_curve(study, progress),
        "ablation": ablation(study, progress),
    }


def learning_curve(study: Study, progress: Progress = iter) -> list[dict[str, float]]:
    """Measures on two fifths of the documents, learnt from growing shares of the others."""
    names = sorted({e.group for e in study.sentences if not _held_out(e.group)})
    found = []
    for share in progress([str(share) for share in SHARES]):
        kept = {name for number, name in enumerate(names) if _early(number, float(share))}
        sentences, texts = _measured(study, study.config, kept)
        found.append({"documents": float(len(kept)), "sentences": sentences, "texts": texts})
    return found


def ablation(study: Study, progress: Progress = iter) -> dict[str, dict[str, float]]:
    """What each group of features adds, on two fifths of the documents."""
    kept = {e.group for e in study.sentences if not _held_out(e.group)}
    full = _measured(study, study.config, kept)
    found = {}
    for name in progress(list(GROUPS)):
        part, dropped = GROUPS[name]
        config = copy.deepcopy(dict(study.config))
        config[part]["without"] = list(dropped)
        sentences, texts = _measured(study, config, kept)
        found[name] = {"sentences": full[0] - sentences, "texts": full[1] - texts}
    return found


def _measured(study: Study, config: Mapping[str, Any], kept: set[str]) -> tuple[float, float]:
    """AUROC over held-out sentences with a span, and rank correlation over held-out texts."""
    model = train(
        [e for e in study.sentences if e.group in kept],
        [text for text in study.texts if text.group in kept],
        config,
    )
    found = outcomes(
        model,
        [e for e in study.sentences if _held_out(e.group) and e.hits],
        [text for text in study.texts if _held_out(text.group)],
    )
    return (
        auroc(*pairs(found.sentences)),
        spearman([case.score for case in found.texts], [case.hype for case in found.texts]),
    )


def _held_out(group: str) -> bool:
    return fifth(group) in ("0", "1")


def _early(number: int, share: float) -> bool:
    """Whether a document is among the share: evenly spread, and every share holds the smaller."""
    order = int(f"{number % 64:06b}"[::-1], 2)  # reversed bits: 0, 32, 16, 48, 8, ...
    return order < 64 * share


def _both(found: HeldOut) -> dict[str, dict[str, float]]:
    return {"sentences": summary(found.sentences), "texts": summary(found.texts)}


def _genres(study: Study, found: HeldOut) -> dict[str, dict[str, float]]:
    return {
        genre: {
            **_short("sentences", _of(study, found.sentences, genre)),
            **_short("texts", _of(study, found.texts, genre)),
        }
        for genre in sorted({document.genre for document in study.documents.values()})
    }


def _of(study: Study, found: Sequence[Outcome], genre: str) -> list[Outcome]:
    return [case for case in found if study.documents[case.group].genre == genre]


def _short(name: str, found: Sequence[Outcome]) -> dict[str, float]:
    measured = summary(found)
    return {
        f"{name}": len(found),
        f"{name}: auroc": measured["auroc"],
        f"{name}: spearman": measured["spearman"],
        f"{name}: brier": measured["brier"],
    }
