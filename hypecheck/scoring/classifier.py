"""A hurdle and a calibrated logistic regression behind it, as one scikit-learn estimator."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.linear_model import LogisticRegression
from sklearn.utils.validation import check_is_fitted

from hypecheck.scoring.classes import two_classes
from hypecheck.scoring.features import FLAGGED

Array = NDArray[np.float64]
Rows = Sequence[Mapping[str, float]]


class HypeClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Probability of clear hype for feature rows, as the sigmoid of a plain sum.

    A row without features has not cleared the hurdle: its log-odds are the intercept alone. The
    others are judged by a logistic regression whose calibration (Platt, 1999, on held-out folds)
    is folded into the coefficients, so that the sum needs nothing done to it.

    Parameters
    ----------
    C : float, default=1.0
        Inverse strength of the L2 penalty.
    threshold : float, default=1.5
        Intensity at which a row is as likely clear hype as not.
    softness : float, default=0.35
        How gradually the probability rises around `threshold` when intensities are given:
        editors differ, so that 1.5 is clear hype to every other one. Graded targets also
        make the score follow the intensity and not only the two classes.
    rising : sequence of str, default=()
        Features that may never lower the score; one that would is left out.
    falling : sequence of str, default=()
        Features that may never raise it.
    min_rows : int, default=5
        A feature seen in fewer rows is left out.
    folds : int, default=5
        Folds of the calibration; 0 leaves it out.
    floor : float, optional
        Probability of a row without features; their rate of clear hype if not given.
    middle, spread : float, optional
        As `threshold` and `softness`, but for learning the weights; `threshold` and `softness`
        then serve the calibration alone. A lower middle makes the score also tell the mild
        from the sober, which matters for ranking.
    scaled : bool, default=False
        Whether the penalty is the same for features of small and of large spread.
    rate : float, optional
        Share of clear hype, among rows with features, where the scores will be used; that of
        the rows learnt from if not given. A corpus of hype holds more of it than the world.
    without : sequence of str, default=()
        Beginnings of the names of features that are left out.

    Attributes
    ----------
    classes_ : ndarray of shape (2,)
        No hype and clear hype: False and True, or the two labels of `fit`, sorted.
    feature_names_ : list of str
        Features that were kept, sorted; `coef_` has the same order.
    coef_ : ndarray of shape (n_features,)
    intercept_ : float
        Log-odds of a row without features: the floor.

    Examples
    --------
    >>> rows = [{}, {}, {"flagged": 1.0}, {"flagged": 1.0, "asserted": 1.0}] * 6
    >>> model = HypeClassifier(folds=0).fit(rows, [False, False, False, True] * 6)
    >>> [bool(label) for label in model.predict(rows[:4])]
    [False, False, False, True]
    """

    def __init__(
        self,
        *,
        C: float = 1.0,
        threshold: float = 1.5,
        softness: float = 0.35,
        rising: Sequence[str] = (),
        falling: Sequence[str] = (),
        min_rows: int = 5,
        folds: int = 5,
        floor: float | None = None,
        middle: float | None = None,
        spread: float | None = None,
        scaled: bool = False,
        rate: float | None = None,
        without: Sequence[str] = (),
    ) -> None:
        self.C = C
        self.threshold = threshold
        self.softness = softness
        self.rising = rising
        self.falling = falling
        self.min_rows = min_rows
        self.folds = folds
        self.floor = floor
        self.middle = middle
        self.spread = spread
        self.scaled = scaled
        self.rate = rate
        self.without = without

    def fit(
        self,
        X: Rows,
        y: Sequence[Any],
        *,
        intensity: Sequence[float] | None = None,
        groups: Sequence[str] | None = None,
    ) -> HypeClassifier:
        """Learn the coefficients.

        Parameters
        ----------
        X : sequence of mapping of shape (n_samples,)
            Feature rows.
        y : sequence of shape (n_samples,)
            Whether a row is clear hype: booleans, or two labels of which the greater is hype.
        intensity : sequence of float of shape (n_samples,), optional
            Mean intensities, 0 to 3, for graded targets.
        groups : sequence of str of shape (n_samples,), optional
            Rows of one group, such as one document, stay in one fold of the calibration.

        Returns
        -------
        HypeClassifier
            The estimator itself.

        Raises
        ------
        ValueError
            Rows are no mappings, lengths differ, or there are not two classes behind the hurdle.
        """
        rows = _checked(X)
        classes, clear = two_classes(y)
        target, aim = self._targets(clear, intensity)
        if not len(rows) == len(clear) == len(target):
            raise ValueError(f"{len(rows)} rows, {len(clear)} classes, {len(target)} intensities")
        behind = np.array([bool(row) for row in rows], dtype=bool)
        if len(set(clear[behind])) < 2:
            raise ValueError("Rows with features are all of one class. Give rows of both.")
        self.classes_: NDArray[Any] = classes
        rate = _smoothed_logit(clear[~behind])
        self.intercept_: float = rate if self.floor is None else _logit(self.floor)
        kept = [row for row in rows if row]
        names = self._names(kept)
        matrix = _matrix(kept, names)
        weights, bias = self._solve(matrix, aim[behind], names)
        if self.folds:
            labels = None if groups is None else np.asarray(groups)[behind]
            held_out = self._held_out(matrix, aim[behind], names, labels)
            slope, shift = _logistic(held_out[:, None], target[behind], C=1e6)
            weights, bias = weights * slope[0], bias * slope[0] + shift
        if self.rate is not None:
            bias += _logit(self.rate) - _logit(float(target[behind].mean()))
        table = dict(zip(names, weights.tolist(), strict=True))
        table[FLAGGED] = bias - self.intercept_
        self.feature_names_: list[str] = sorted(
            name for name, value in table.items() if value != 0.0
        )
        self.coef_: Array = np.array([table[name] for name in self.feature_names_])
        return self

    def decision_function(self, X: Rows) -> Array:
        """Log-odds of clear hype, of shape (n_samples,)."""
        check_is_fitted(self)
        rows = [{FLAGGED: 1.0, **row} if row else row for row in _checked(X)]
        return np.asarray(self.intercept_ + _matrix(rows, self.feature_names_) @ self.coef_)

    def predict_proba(self, X: Rows) -> Array:
        """Probabilities of no hype and of clear hype, of shape (n_samples, 2)."""
        clear = _sigmoid(self.decision_function(X))
        return np.column_stack([1.0 - clear, clear])

    def predict(self, X: Rows) -> NDArray[Any]:
        """Class of each row, of shape (n_samples,)."""
        is_clear = self.decision_function(X) >= 0.0
        return np.asarray(self.classes_[is_clear.astype(int)])

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.dict, tags.input_tags.two_d_array = True, False
        tags.classifier_tags.multi_class = False
        return tags

    def _targets(self, clear: NDArray[np.bool_], intensity: Sequence[float] | None) -> list[Array]:
        """What to calibrate on, and what to learn the weights on."""
        if intensity is None:
            return [clear.astype(float)] * 2
        values = np.asarray(intensity, dtype=float)
        middle = self.threshold if self.middle is None else self.middle
        spread = self.softness if self.spread is None else self.spread
        return [
            _sigmoid((values - self.threshold) / self.softness),
            _sigmoid((values - middle) / spread),
        ]

    def _names(self, rows: Rows) -> list[str]:
        """Features in enough rows; the constant one is the bias."""
        counts: dict[str, int] = {}
        for row in rows:
            for name, value in row.items():
                counts[name] = counts.get(name, 0) + (value != 0.0)
        dropped = (*self.without, FLAGGED)
        return sorted(
            name
            for name, count in counts.items()
            if count >= self.min_rows and not name.startswith(dropped)
        )

    def _solve(self, matrix: Array, target: Array, names: Sequence[str]) -> tuple[Array, float]:
        """Weights and bias under the declared directions: offenders go, then fit again."""
        direction = np.array([(n in self.rising) - (n in self.falling) for n in names], dtype=float)
        scale = np.ones(len(names))
        if self.scaled:
            spread = matrix.std(axis=0)
            scale = np.where(spread > 1e-9, spread, 1.0)
        free = np.ones(len(names), dtype=bool)
        while True:
            weights = np.zeros(len(names))
            weights[free], bias = _logistic(matrix[:, free] / scale[free], target, self.C)
            wrong = weights * direction < 0.0
            if not wrong.any():
                return weights / scale, bias
            free &= ~wrong

    def _held_out(
        self,
        matrix: Array,
        target: Array,
        names: Sequence[str],
        groups: NDArray[Any] | None,
    ) -> Array:
        """Log-odds of each row by weights learnt without its fold."""
        found = np.zeros(len(target))
        for train, test in _folds(len(target), self.folds, groups):
            weights, bias = self._solve(matrix[train], target[train], names)
            found[test] = matrix[test] @ weights + bias
        return found


def _checked(X: Rows) -> list[Mapping[str, float]]:
    if isinstance(X, str | bytes | Mapping):
        raise ValueError(f"Expected a sequence of feature rows, got one {type(X).__name__}.")
    rows = list(X)
    for row in rows:
        if not isinstance(row, Mapping):
            raise ValueError(f"A feature row is a mapping of names to numbers, not {row!r:.60}.")
    return rows


def _matrix(rows: Rows, names: Sequence[str]) -> Array:
    index = {name: column for column, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, value in row.items():
            if name in index:
                matrix[number, index[name]] = value
    return matrix


def _logistic(matrix: Array, target: Array, C: float) -> tuple[Array, float]:
    """Weights and bias for targets between 0 and 1: each row stands once for either class."""
    if not matrix.shape[1]:
        return np.zeros(0), _smoothed_logit(target)
    solver = LogisticRegression(C=C, solver="newton-cholesky", tol=1e-11, max_iter=200)
    labels = np.repeat([True, False], len(target))
    solver.fit(np.vstack([matrix, matrix]), labels, sample_weight=np.hstack([target, 1.0 - target]))
    return solver.coef_[0].astype(float), float(solver.intercept_[0])


def _folds(
    count: int, folds: int, groups: NDArray[Any] | None
) -> Iterator[tuple[NDArray[np.bool_], NDArray[np.bool_]]]:
    """Masks of training and held-out rows; groups go round the folds in order of their names."""
    keys = np.arange(count) if groups is None else np.unique(groups, return_inverse=True)[1]
    for fold in range(folds):
        test = keys % folds == fold
        if test.any() and not test.all():
            yield ~test, test


def _smoothed_logit(values: NDArray[Any]) -> float:
    """Log-odds of a rate, with half a case added to either side."""
    return float(np.log((values.sum() + 0.5) / (len(values) - values.sum() + 0.5)))


def _logit(rate: float) -> float:
    return math.log(rate / (1.0 - rate))


def _sigmoid(values: Array) -> Array:
    return np.asarray(0.5 * (1.0 + np.tanh(0.5 * values)))
