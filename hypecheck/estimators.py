"""scikit-learn estimators that take sentences: features, and a classifier for own labels."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin, TransformerMixin, clone
from sklearn.utils.validation import check_is_fitted

from hypecheck.annotating import build_annotator
from hypecheck.scoring.classifier import HypeClassifier
from hypecheck.scoring.features import as_row, sentence_features
from hypecheck.scoring.load import make_scorer
from hypecheck.scoring.persist import Model, load_model, save_model
from hypecheck.types import Hit, StanceMark, Term

Texts = Iterable[str]
Row = dict[str, float]


class HypeFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Feature rows of sentences, as the shipped classifier sees them.

    A row maps names to numbers ("asserted praise": 1.0) and is empty for a sentence in which the
    vocabulary finds nothing. `HypeClassifier` takes such rows; for another classifier put a
    `sklearn.feature_extraction.DictVectorizer` between the two.

    Parameters
    ----------
    register : bool, default=True
        Whether the words around the phrases count as well, by the shipped register.

    Attributes
    ----------
    feature_names_ : list of str
        Names that occur in the sentences of `fit`, sorted.

    Examples
    --------
    >>> rows = HypeFeatures(register=False).fit_transform(["It is a game-changer.", "It runs."])
    >>> sorted(rows[0])[:3], rows[1]
    (['asserted', 'asserted strongly', 'asserted transformation'], {})
    """

    def __init__(self, *, register: bool = True) -> None:
        self.register = register

    def fit(self, X: Texts, y: Any = None) -> HypeFeatures:
        """Note which features occur; the rows of a sentence don't depend on it."""
        self.feature_names_: list[str] = sorted({name for row in self._rows(X) for name in row})
        return self

    def transform(self, X: Texts) -> list[Row]:
        """One row for each sentence."""
        check_is_fitted(self)
        return self._rows(X)

    def fit_transform(self, X: Texts, y: Any = None, **settings: Any) -> list[Row]:
        """Rows of the sentences that are learnt from."""
        rows = self._rows(X)
        self.feature_names_ = sorted({name for row in rows for name in row})
        return rows

    def get_feature_names_out(self, input_features: Any = None) -> NDArray[np.object_]:
        """Names of the features in the sentences of `fit`, sorted."""
        check_is_fitted(self)
        return np.array(self.feature_names_, dtype=object)

    def __sklearn_tags__(self) -> Any:
        return _of_texts(super().__sklearn_tags__())

    def _rows(self, X: Texts) -> list[Row]:
        registers = load_model().registers if self.register else None
        return [
            as_row(sentence_features(text, *_annotate()(text), registers)) for text in _checked(X)
        ]


class HypeTextClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Probability that a sentence is hype, learnt from sentences with labels of one's own.

    What the vocabulary finds and in whose voice it stands is given; how much each counts is
    learnt.

    Parameters
    ----------
    classifier : HypeClassifier, optional
        Judges the feature rows; as the shipped model's is set up if not given.
    register : bool, default=True
        As in `HypeFeatures`.

    Attributes
    ----------
    classes_ : ndarray of shape (2,)
        The two labels, sorted; the second one is hype.
    classifier_ : HypeClassifier
        Fitted.

    Examples
    --------
    >>> texts = ["It is a game-changer.", "The best pump ever.", "It may be a breakthrough."] * 9
    >>> model = HypeTextClassifier().fit(texts, ["hype", "hype", "fine"] * 9)
    >>> [str(label) for label in model.predict(["The best mop ever.", "It pumps."])]
    ['hype', 'fine']
    """

    def __init__(self, classifier: HypeClassifier | None = None, *, register: bool = True) -> None:
        self.classifier = classifier
        self.register = register

    def fit(
        self,
        X: Texts,
        y: Sequence[Any],
        *,
        intensity: Sequence[float] | None = None,
        groups: Sequence[str] | None = None,
    ) -> HypeTextClassifier:
        """Learn from sentences.

        Parameters
        ----------
        X : iterable of str
        y : sequence of shape (n_samples,)
            Two labels: booleans, numbers or texts. The greater one is hype.
        intensity, groups : sequence, optional
            As in `HypeClassifier.fit`.

        Returns
        -------
        HypeTextClassifier
            The estimator itself.

        Raises
        ------
        ValueError
            X is one text or holds something else, or y hasn't two labels.
        """
        rows = HypeFeatures(register=self.register).fit_transform(X)
        start = (
            HypeClassifier(**_shipped_settings()) if self.classifier is None else self.classifier
        )
        fitted: HypeClassifier = clone(start)
        self.classifier_: HypeClassifier = fitted.fit(rows, y, intensity=intensity, groups=groups)
        self.classes_: NDArray[Any] = self.classifier_.classes_
        return self

    def decision_function(self, X: Texts) -> NDArray[np.float64]:
        """Log-odds of hype, of shape (n_samples,)."""
        rows = self._rows(X)
        return self.classifier_.decision_function(rows)

    def predict_proba(self, X: Texts) -> NDArray[np.float64]:
        """Probabilities of the two labels, of shape (n_samples, 2)."""
        rows = self._rows(X)
        return self.classifier_.predict_proba(rows)

    def predict(self, X: Texts) -> NDArray[Any]:
        """Label of each sentence, of shape (n_samples,)."""
        rows = self._rows(X)
        return self.classifier_.predict(rows)

    def explain(self, X: Texts) -> list[tuple[Term, ...]]:
        """Summands of each sentence's log-odds, the floor first."""
        check_is_fitted(self)
        scorer = make_scorer(self.classifier_, None, self._registers())
        return [scorer.score_sentence(text, *_annotate()(text)).terms for text in _checked(X)]

    def save(self, path: str | Path) -> None:
        """Write a classifier file for ``hypecheck.load(config={"classifier": path})``.

        Whole texts go on being judged by the shipped classifier of texts.
        """
        check_is_fitted(self)
        base = load_model()
        about = {**base.about, "sentences": "labels of one's own, by HypeTextClassifier"}
        save_model(Model(self.classifier_, base.document, base.registers, about), Path(path))

    def __sklearn_tags__(self) -> Any:
        tags = _of_texts(super().__sklearn_tags__())
        tags.classifier_tags.multi_class = False
        return tags

    def _rows(self, X: Texts) -> list[Row]:
        check_is_fitted(self)
        return HypeFeatures(register=self.register).fit_transform(X)

    def _registers(self) -> Any:
        return load_model().registers if self.register else None


def _of_texts(tags: Any) -> Any:
    tags.input_tags.string, tags.input_tags.one_d_array = True, True
    tags.input_tags.two_d_array = False
    return tags


def _checked(X: Texts) -> list[str]:
    if isinstance(X, str | bytes):
        raise ValueError(f"Expected many sentences, got one {type(X).__name__}. Write [sentence].")
    if isinstance(X, Mapping) or getattr(X, "ndim", 1) != 1:
        raise ValueError(  # a data frame would give the names of its columns
            f"Expected one column of sentences, got a {type(X).__name__}. Write X['text']."
        )
    texts = list(X)
    for text in texts:
        if not isinstance(text, str):
            raise ValueError(f"A sentence is a str, not {text!r:.60}.")
    return texts


@cache
def _annotate() -> Callable[[str], tuple[list[Hit], list[StanceMark]]]:
    return build_annotator()


@cache
def _shipped_settings() -> dict[str, Any]:
    settings: dict[str, Any] = json.loads(load_model().about["config"])["sentence"]
    return settings
