"""Measures, each on cases small enough to count by hand."""

import math

import pytest

from hypecheck.scoring.evaluate import (
    auroc,
    brier,
    calibration_error,
    f1,
    measures,
    ranks,
    reliability,
    spearman,
)


@pytest.mark.parametrize(
    ("scores", "clear", "wanted"),
    [
        ([0.1, 0.9], [False, True], 1.0),
        ([0.9, 0.1], [False, True], 0.0),
        ([0.5, 0.5], [False, True], 0.5),
        ([0.1, 0.4, 0.35, 0.8], [False, False, True, True], 0.75),
    ],
)
def test_auroc(scores, clear, wanted):
    assert auroc(scores, clear) == wanted


def test_auroc_of_one_class_is_unknown():
    assert math.isnan(auroc([0.1, 0.2], [True, True]))


def test_f1_counts_misses_and_false_alarms():
    assert f1([0.9, 0.8, 0.2, 0.1], [True, False, True, False]) == 0.5


def test_f1_of_nothing_is_zero():
    assert f1([0.1], [False]) == 0.0


def test_ranks_share_ties():
    assert ranks([3.0, 1.0, 3.0, 2.0]) == [3.5, 1.0, 3.5, 2.0]


def test_spearman_sees_order_only():
    assert spearman([1, 10, 100], [0, 1, 2]) == pytest.approx(1.0)
    assert spearman([1, 10, 100], [2, 1, 0]) == pytest.approx(-1.0)


def test_spearman_of_a_constant_is_unknown():
    assert math.isnan(spearman([1, 1], [1, 2]))


def test_brier_is_the_mean_squared_error():
    assert brier([1.0, 0.5], [True, False]) == 0.125


def test_reliability_bins_hold_their_own():
    low, high = reliability([0.05, 0.07, 1.0], [False, True, True])
    assert (low.count, low.rate, high.count, high.mean_score) == (2, 0.5, 1, 1.0)


def test_calibration_error_weighs_bins():
    assert calibration_error(
        [0.05, 0.05, 0.95, 0.95], [False, False, True, False]
    ) == pytest.approx((2 * 0.05 + 2 * 0.45) / 4)


def test_measures_take_means_from_one_and_a_half_as_clear():
    found = measures([0.1, 0.9], [1.4, 1.5])
    assert (found["count"], found["clear"], found["auroc"]) == (2, 1, 1.0)
