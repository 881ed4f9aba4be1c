"""A scorer from fitted classifiers, or from the file that holds them."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypecheck.scoring.features import FLAGGED
from hypecheck.scoring.read import UnknownLayoutError, read_weights
from hypecheck.scoring.register import Registers
from hypecheck.scoring.scorer import SentenceScorer, Weights

if TYPE_CHECKING:
    from hypecheck.scoring.classifier import HypeClassifier


def load_scorer(path: str | Path | None = None) -> SentenceScorer:
    """Scorer with the coefficients of a model file; the shipped one is read once a process.

    Parameters
    ----------
    path : str or Path, optional
        The model that ships with the package if not given.

    Raises
    ------
    ModelFormatError
        The file is missing, no model, of another format, or holds a type that is not trusted.
    """
    if path is None:
        return _shipped()
    from hypecheck.scoring.persist import load_model

    model = load_model(Path(path))
    return make_scorer(model.sentence, model.document, model.registers)


@lru_cache(maxsize=1)
def _shipped() -> SentenceScorer:
    """Scorer of the package, whose file is known to hold numbers only and is read quickly so."""
    from hypecheck.scoring.persist import FORMAT, load_model, shipped_model

    with suppress(UnknownLayoutError):
        return _joined(*read_weights(shipped_model(), FORMAT))
    model = load_model()
    return make_scorer(model.sentence, model.document, model.registers)


def make_scorer(
    sentence: HypeClassifier,
    document: HypeClassifier | None,
    registers: Registers | None = None,
) -> SentenceScorer:
    """Scorer with the coefficients of two fitted classifiers.

    Parameters
    ----------
    sentence, document : HypeClassifier
        Without `document`, texts of more than one sentence all score the floor.
    registers : mapping of str to Register, optional
    """
    weights = _weights(sentence)
    if document is None:
        return SentenceScorer(weights, Weights(weights.intercept, {}), registers)
    return _joined(weights, _weights(document), registers)


def _joined(weights: Weights, texts: Weights, registers: Registers | None) -> SentenceScorer:
    # One floor for sentences and texts: the step over the hurdle takes up the difference.
    step = texts.coefficients.get(FLAGGED, 0.0) + texts.intercept - weights.intercept
    return SentenceScorer(
        weights, Weights(weights.intercept, {**texts.coefficients, FLAGGED: step}), registers
    )


def _weights(classifier: HypeClassifier) -> Weights:
    names, values = classifier.feature_names_, classifier.coef_.tolist()
    return Weights(classifier.intercept_, dict(zip(names, values, strict=True)))
