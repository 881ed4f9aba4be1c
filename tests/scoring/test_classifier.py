"""The estimator keeps scikit-learn's contract, and its score is a plain sum."""

import math

import numpy as np
import pytest
from sklearn.base import clone
from sklearn.exceptions import NotFittedError

from hypecheck.scoring.classifier import HypeClassifier

KINDS = [
    ({}, 0.0),
    ({}, 0.0),
    ({}, 0.0),
    ({"flagged": 1.0, "rejected": 1.0}, 0.0),
    ({"flagged": 1.0, "attributed": 1.0}, 1.0),
    ({"flagged": 1.0, "asserted": 1.0}, 1.0),
    ({"flagged": 1.0, "asserted": 1.0, "strong": 1.0}, 2.0),
    ({"flagged": 1.0, "asserted": 1.0, "strong": 1.0, "stacked": 1.0}, 3.0),
]
ROWS = [row for row, _ in KINDS] * 30
HYPE = [
    hype if (number // 8) % 10 else 1.5 - hype / 2 for number, (_, hype) in enumerate(KINDS * 30)
]
CLEAR = [hype >= 1.5 for hype in HYPE]


@pytest.fixture(scope="module")
def fitted():
    return HypeClassifier().fit(ROWS, CLEAR, intensity=HYPE)


def test_clone_has_equal_parameters_and_nothing_learnt(fitted):
    model = HypeClassifier(C=0.5, rising=["strong"]).fit(ROWS, CLEAR)
    copy = clone(model)
    assert copy.get_params() == model.get_params()
    assert not hasattr(copy, "coef_")


def test_parameters_round_trip():
    model = HypeClassifier()
    given = {"C": 2.0, "folds": 3, "falling": ("rejected",)}
    assert {k: model.set_params(**given).get_params()[k] for k in given} == given


def test_init_stores_what_it_got():
    rising = ["strong"]
    assert HypeClassifier(rising=rising).rising is rising


@pytest.mark.parametrize("method", ["predict", "predict_proba", "decision_function"])
def test_unfitted_says_so(method):
    with pytest.raises(NotFittedError):
        getattr(HypeClassifier(), method)(ROWS)


def test_fit_returns_self():
    model = HypeClassifier()
    assert model.fit(ROWS, CLEAR) is model


def test_second_fit_forgets_the_first(fitted):
    model = HypeClassifier().fit([{"other": 1.0}, {"flagged": 1.0}] * 20, [True, False] * 20)
    model.fit(ROWS, CLEAR, intensity=HYPE)
    assert model.feature_names_ == fitted.feature_names_
    assert np.array_equal(model.coef_, fitted.coef_)


def test_same_rows_same_probabilities(fitted):
    again = HypeClassifier().fit(ROWS, CLEAR, intensity=HYPE)
    assert np.array_equal(again.predict_proba(ROWS), fitted.predict_proba(ROWS))


def test_order_of_rows_does_not_matter_without_calibration():
    model = HypeClassifier(folds=0).fit(ROWS, CLEAR, intensity=HYPE)
    other = HypeClassifier(folds=0).fit(ROWS[::-1], CLEAR[::-1], intensity=HYPE[::-1])
    assert np.allclose(model.coef_, other.coef_, rtol=1e-9)


def test_classes_are_sorted(fitted):
    assert fitted.classes_.tolist() == [False, True]


def test_predictions_follow_the_probabilities(fitted):
    clear = fitted.predict_proba(ROWS)[:, 1]
    assert np.array_equal(fitted.predict(ROWS), clear >= 0.5)
    assert np.allclose(fitted.predict_proba(ROWS).sum(axis=1), 1.0)
    assert fitted.score(ROWS, CLEAR) > 0.9


@pytest.mark.parametrize("method", ["predict", "decision_function"])
@pytest.mark.parametrize("wrong", ["a sentence", b"bytes", {"flagged": 1.0}])
def test_one_thing_instead_of_rows_is_refused(fitted, method, wrong):
    with pytest.raises(ValueError, match="Expected a sequence of feature rows, got one"):
        getattr(fitted, method)(wrong)


def test_rows_that_are_no_mappings_are_refused():
    with pytest.raises(ValueError, match="A feature row is a mapping"):
        HypeClassifier().fit([[1.0, 2.0]], [True])


def test_lengths_must_agree():
    with pytest.raises(ValueError, match="2 rows, 1 classes"):
        HypeClassifier().fit([{}, {}], [True])


def test_both_classes_are_needed():
    with pytest.raises(ValueError, match="all of one class"):
        HypeClassifier().fit([{"flagged": 1.0}, {}], [True, False])


def test_rows_of_which_every_feature_is_left_out_score_their_rate():
    rows, clear = [{"flagged": 1.0, "strong": 1.0}] * 10, [True] * 3 + [False] * 7
    model = HypeClassifier(without=["strong"], folds=0).fit(rows, clear)
    assert list(model.feature_names_) == ["flagged"]
    low, high = model.predict_proba(rows[:1])[0]
    assert high == pytest.approx(3.5 / 11)
    assert low == pytest.approx(7.5 / 11)


def test_score_is_the_sigmoid_of_intercept_and_weighted_features(fitted):
    weights = dict(zip(fitted.feature_names_, fitted.coef_, strict=True))
    for row, clear in zip(ROWS[:8], fitted.predict_proba(ROWS[:8])[:, 1], strict=True):
        total = fitted.intercept_ + sum(
            weights.get(name, 0.0) * value for name, value in row.items()
        )
        assert math.log(clear / (1 - clear)) == pytest.approx(total, abs=1e-9)


def test_row_without_features_scores_the_rate_among_such_rows():
    rows, clear = [*ROWS, *[{}] * 100], [*CLEAR, *[True] * 10, *[False] * 90]
    model = HypeClassifier().fit(rows, clear)
    empty = [c for row, c in zip(rows, clear, strict=True) if not row]
    wanted = (sum(empty) + 0.5) / (len(empty) + 1)
    assert model.predict_proba([{}])[0, 1] == pytest.approx(wanted, abs=1e-12)


def test_floor_can_be_given():
    model = HypeClassifier(floor=0.01).fit(ROWS, CLEAR)
    free = HypeClassifier().fit(ROWS, CLEAR)
    assert model.predict_proba([{}])[0, 1] == pytest.approx(0.01, abs=1e-12)
    flagged = {"flagged": 1.0, "asserted": 1.0}
    assert model.decision_function([flagged]) == pytest.approx(free.decision_function([flagged]))


def test_unknown_features_add_nothing(fitted):
    known = {"flagged": 1.0, "asserted": 1.0}
    assert fitted.decision_function([known]) == fitted.decision_function([{**known, "new": 9.0}])


def test_intensities_grade_the_scores(fitted):
    mild, strong, stacked = fitted.decision_function([row for row, _ in KINDS[5:]])
    assert mild < strong < stacked


def test_probabilities_fit_the_rates(fitted):
    flagged = [bool(row) for row in ROWS]
    rate = np.mean(np.array(CLEAR)[flagged])
    assert fitted.predict_proba(ROWS)[flagged, 1].mean() == pytest.approx(rate, abs=0.05)


@pytest.mark.parametrize(("option", "kept"), [("rising", False), ("falling", True)])
def test_declared_direction_is_kept(option, kept):
    model = HypeClassifier(**{option: ["rejected"]}).fit(ROWS, CLEAR, intensity=HYPE)
    assert ("rejected" in model.feature_names_) is kept


def test_rare_features_are_left_out():
    rows = [{**row, "rare": 1.0} if number == 6 else row for number, row in enumerate(ROWS)]
    assert "rare" not in HypeClassifier(min_rows=2).fit(rows, CLEAR).feature_names_
    assert "rare" in HypeClassifier(min_rows=1).fit(rows, CLEAR).feature_names_


def test_groups_change_nothing_but_the_folds():
    groups = [str(number // 8) for number in range(len(ROWS))]
    model = HypeClassifier().fit(ROWS, CLEAR, intensity=HYPE, groups=groups)
    assert model.score(ROWS, CLEAR) > 0.9


def test_fewer_groups_than_folds_are_enough():
    groups = [str(number % 3) for number in range(len(ROWS))]
    many = HypeClassifier(folds=50).fit(ROWS, CLEAR, intensity=HYPE, groups=groups)
    three = HypeClassifier(folds=3).fit(ROWS, CLEAR, intensity=HYPE, groups=groups)
    assert many.predict_proba(ROWS[:8]) == pytest.approx(three.predict_proba(ROWS[:8]))


def graded(count=40):
    """Rows whose intensity follows one feature of small spread."""
    rows = [{"flagged": 1.0, "dose": 0.01 * (number % 4)} for number in range(count)]
    return rows, [float(number % 4) for number in range(count)]


def model_of(**settings):
    rows, intensity = graded()
    clear = [value >= 1.5 for value in intensity]
    return HypeClassifier(min_rows=1, **settings).fit(rows, clear, intensity=intensity)


def test_scaled_penalty_does_not_mind_the_unit():
    rows, _ = graded()
    plain, scaled = (
        model_of(folds=0, scaled=choice).predict_proba(rows[:4])[:, 1] for choice in (False, True)
    )
    assert plain[3] - plain[0] < 0.1 < scaled[3] - scaled[0]


def test_lower_middle_learns_the_lower_steps():
    rows, _ = graded()
    high, low = (
        model_of(folds=0, scaled=True, middle=middle).predict_proba(rows[:4])[:, 1]
        for middle in (2.5, 0.5)
    )
    assert low[0] > high[0]


def test_calibration_brings_a_lower_middle_back_to_the_threshold():
    rows, intensity = graded()
    scores = model_of(folds=5, scaled=True, middle=0.5).predict_proba(rows)[:, 1]
    wanted = 1 / (1 + np.exp((1.5 - np.array(intensity)) / 0.35))
    assert scores.mean() == pytest.approx(wanted.mean(), abs=0.02)


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.9])
def test_rate_moves_every_row_alike(rate):
    rows, _ = graded()
    moved = model_of(folds=4, rate=rate).decision_function(rows) - model_of(
        folds=4
    ).decision_function(rows)
    assert np.ptp(moved) == pytest.approx(0.0, abs=1e-9)
    assert np.sign(moved[0]) == np.sign(rate - 0.5) or abs(moved[0]) < 0.1


def test_features_can_be_left_out_by_their_beginnings():
    rows = [
        {"flagged": 1.0, "dose": i % 2, "dose of more": i % 2, "rest": i % 3} for i in range(30)
    ]
    model = HypeClassifier(folds=0, without=("dose",)).fit(rows, [i % 2 == 0 for i in range(30)])
    assert model.feature_names_ == ["flagged", "rest"]


def test_constant_feature_does_not_trouble_the_scaling():
    rows = [{"flagged": 1.0, "same": 0.2, "dose": i % 2} for i in range(30)]
    model = HypeClassifier(folds=0, scaled=True).fit(rows, [i % 2 == 0 for i in range(30)])
    assert np.isfinite(model.coef_).all()


@pytest.mark.parametrize(("low", "high"), [(0, 1), ("no", "yes")])
def test_classes_may_have_other_names(fitted, low, high):
    labels = [high if clear else low for clear in CLEAR]
    model = HypeClassifier().fit(ROWS, labels, intensity=HYPE)
    assert model.classes_.tolist() == [low, high]
    assert np.array_equal(model.coef_, fitted.coef_)
    assert set(model.predict(ROWS).tolist()) == {low, high}


@pytest.mark.parametrize("labels", [[3] * len(ROWS), list(range(len(ROWS)))], ids=["one", "many"])
def test_other_than_two_classes_are_refused(labels):
    with pytest.raises(ValueError, match="Allowed: two"):
        HypeClassifier().fit(ROWS, labels)
