"""Registers learnt from annotated texts: which words go with hype, and which with criticism."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from hypecheck.scoring.register import CRITICAL, PROMOTIONAL, Register, share_of, words_of
from hypecheck.types import Hit

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as a register learns from it.

    Attributes
    ----------
    hype : float
        Mean of its intensity and that of its text: a sober sentence of a loud text speaks the
        register of that text.
    critical : bool
        Whether its text is a critical one.
    group : str
        Its text.
    """

    text: str
    hits: Sequence[Hit]
    hype: float
    critical: bool
    group: str


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """How registers are learnt.

    Attributes
    ----------
    C : float
        Inverse strength of the L2 penalty.
    min_texts : int
        A word seen in fewer texts is left out.
    middle, spread : float
        Intensity at which a passage is as likely promotion as not, and how gradually.
    """

    C: float = 2.0
    min_texts: int = 3
    middle: float = 1.1
    spread: float = 0.4


def fit_registers(passages: Sequence[Passage], settings: RegisterSettings) -> dict[str, Register]:
    """Registers of promotion and criticism; one that nothing speaks for or against is left out."""
    words = [sorted(words_of(passage.text, passage.hits)) for passage in passages]
    kept = _common(words, passages, settings.min_texts)
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([_row(found, kept) for found in words] * 2)
    names = vectorizer.get_feature_names_out().tolist()
    sizes = Counter(passage.group for passage in passages)
    # The root keeps long texts from deciding alone, and short ones from counting in full.
    weights = np.array([1.0 / math.sqrt(sizes[passage.group]) for passage in passages])
    hype = np.array([passage.hype for passage in passages])
    targets = {
        PROMOTIONAL: 0.5 * (1.0 + np.tanh(0.5 * (hype - settings.middle) / settings.spread)),
        CRITICAL: np.array([float(passage.critical) for passage in passages]),
    }
    return {
        name: Register(_solve(matrix, target, weights / weights.mean(), names, settings.C))
        for name, target in targets.items()
        if names and np.ptp(target) > 0.0
    }


def _common(
    words: Sequence[Sequence[str]], passages: Sequence[Passage], least: int
) -> frozenset[str]:
    """Words that enough texts have."""
    texts: dict[str, set[str]] = {}
    for found, passage in zip(words, passages, strict=True):
        texts.setdefault(passage.group, set()).update(found)
    counts = Counter(word for found in texts.values() for word in found)
    return frozenset(word for word, count in counts.items() if count >= least)


def _row(found: Sequence[str], kept: frozenset[str]) -> dict[str, float]:
    """Row of the words that are kept; the value by which `Register.value_of` weighs each."""
    value = share_of(len(found))
    return {word: value for word in found if word in kept}


def _solve(
    doubled: Any, target: Array, weights: Array, names: Sequence[str], C: float
) -> dict[str, float]:
    """Weights for targets between 0 and 1: each passage stands once for either class."""
    solver = LogisticRegression(C=C, solver="newton-cg", tol=1e-10, max_iter=500)
    solver.fit(
        doubled,
        np.repeat([True, False], len(target)),
        sample_weight=np.hstack([weights * target, weights * (1.0 - target)]),
    )
    return dict(zip(names, solver.coef_[0].tolist(), strict=True))
