"""Cross-validation of whole trainings: each text is scored by a model that has not seen it."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypecheck.scoring.aggregate import document_score
from hypecheck.scoring.evaluate import CLEAR, measures
from hypecheck.scoring.load import make_scorer
from hypecheck.scoring.persist import Model
from hypecheck.scoring.train import Example, TextExample, scored, train

#: Names the part that a group, such as a text, is held out with.
PartOf = Callable[[str], str]
#: Wraps the names of the parts to show how far it has come, such as ``tqdm``.
Progress = Callable[[Sequence[str]], Iterable[str]]
Fit = Callable[[Sequence[Example], Sequence[TextExample]], Model]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A held-out case: which group it is of, its score, and how strong its hype is."""

    group: str
    score: float
    hype: float


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Outcomes of all sentences and texts."""

    sentences: tuple[Outcome, ...]
    texts: tuple[Outcome, ...]


def cross_validate(
    sentences: Sequence[Example],
    texts: Sequence[TextExample],
    config: Mapping[str, Any],
    *,
    part_of: PartOf | None = None,
    fit: Fit | None = None,
    progress: Progress = iter,
) -> HeldOut:
    """Scores of sentences and texts, each by a model trained without its part.

    Parameters
    ----------
    sentences, texts : sequence
        As for `train`.
    config : mapping
        As for `train`.
    part_of : callable, optional
        From a group to the part it is held out with, such as its author; five parts by group if
        not given.
    fit : callable, optional
        Trains on some of the sentences and texts; `train` if not given.
    progress : callable, optional
        Wraps the names of the parts.
    """
    part = part_of or fifth
    fit = fit or (lambda some, whole: train(some, whole, config))
    found: list[Outcome] = []
    found_texts: list[Outcome] = []
    for name in progress(sorted({part(e.group) for e in sentences})):
        model = fit(
            [e for e in sentences if part(e.group) != name],
            [text for text in texts if part(text.group) != name],
        )
        held_out = outcomes(
            model,
            [e for e in sentences if part(e.group) == name],
            [text for text in texts if part(text.group) == name],
        )
        found += held_out.sentences
        found_texts += held_out.texts
    return HeldOut(tuple(found), tuple(found_texts))


def outcomes(model: Model, sentences: Sequence[Example], texts: Sequence[TextExample]) -> HeldOut:
    """Scores that a model gives to sentences and texts, beside their intensities."""
    scorer = make_scorer(model.sentence, model.document, model.registers)
    return HeldOut(
        tuple(
            Outcome(e.group, scorer.score_sentence(e.text, e.hits, e.marks).score, e.hype)
            for e in sentences
        ),
        tuple(
            Outcome(text.group, document_score(scorer, *scored(scorer, text)).score, text.hype)
            for text in texts
        ),
    )


def evaluate(
    model: Model, sentences: Sequence[Example], texts: Sequence[TextExample]
) -> dict[str, dict[str, float]]:
    """Measures of a model on annotated ``sentences`` and ``texts``, each as `measures` has them."""
    found = outcomes(model, sentences, texts)
    return {"sentences": summary(found.sentences), "texts": summary(found.texts)}


def summary(found: Sequence[Outcome]) -> dict[str, float]:
    """Measures of outcomes, as `measures` gives them."""
    return measures([case.score for case in found], [case.hype for case in found])


def pairs(found: Sequence[Outcome]) -> tuple[list[float], list[bool]]:
    """Scores, and whether each case is clear hype."""
    return [case.score for case in found], [case.hype >= CLEAR for case in found]


def fifth(group: str) -> str:
    """One of five parts, by the group's name alone."""
    return str(zlib.crc32(f"part {group}".encode()) % 5)
