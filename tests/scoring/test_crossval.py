"""Cross-validation scores each text by a model that has not seen it."""

import pytest

from hypecheck.scoring.crossval import (
    Outcome,
    cross_validate,
    evaluate,
    fifth,
    outcomes,
    pairs,
    summary,
)
from hypecheck.scoring.train import Example, TextExample, train
from hypecheck.types import Hit, StanceMark

CONFIG = {
    "sentence": {"rising": ["asserted"], "min_rows": 2, "folds": 3},
    "document": {"min_rows": 2, "folds": 0},
}


def example(stance, hype, group):
    hit = Hit(2, 10, "praise", "stunning", 2, 0)
    return Example("A stunning toaster.", [hit], [StanceMark(stance)], hype, group)


def corpus(count=30):
    texts = []
    for number in range(count):
        one = (
            example("asserted", 2.5, str(number))
            if number % 2
            else example("rejected", 0.0, str(number))
        )
        texts.append(
            TextExample(
                [one, Example("It toasts.", [], [], 0.0, str(number))], [], one.hype, str(number)
            )
        )
    return [sentence for text in texts for sentence in text.sentences], texts


def test_every_case_is_scored_once():
    sentences, texts = corpus()
    found = cross_validate(sentences, texts, CONFIG)
    assert len(found.sentences) == len(sentences)
    assert sorted(case.group for case in found.texts) == sorted(text.group for text in texts)


def test_what_is_plain_is_found_without_having_seen_it():
    found = cross_validate(*corpus(), CONFIG)
    assert summary(found.texts)["auroc"] == 1.0
    assert summary(found.sentences)["auroc"] == 1.0


def test_model_never_sees_the_part_it_is_tried_on():
    seen = []

    def fit(sentences, texts):
        seen.append({e.group for e in sentences} | {text.group for text in texts})
        return train(sentences, texts, CONFIG)

    sentences, texts = corpus()
    found = cross_validate(sentences, texts, CONFIG, part_of=lambda g: g[-1], fit=fit)
    assert len(seen) == 10
    for digit, groups in zip("0123456789", seen, strict=True):
        assert not any(group.endswith(digit) for group in groups)
    assert {case.group for case in found.texts} == {text.group for text in texts}


def test_progress_sees_the_parts():
    names = []
    cross_validate(*corpus(), CONFIG, progress=lambda parts: names.extend(parts) or parts)
    assert names == ["0", "1", "2", "3", "4"]


def test_parts_hang_on_the_group_alone():
    assert [fifth(str(number)) for number in range(40)] == [
        fifth(str(number)) for number in range(40)
    ]
    assert {fifth(str(number)) for number in range(40)} == set("01234")


def test_outcomes_stand_in_the_order_of_the_cases():
    sentences, texts = corpus()
    found = outcomes(train(sentences, texts, CONFIG), sentences, texts)
    assert [case.hype for case in found.sentences] == [e.hype for e in sentences]
    assert [case.group for case in found.texts] == [text.group for text in texts]


def test_evaluation_has_measures_of_both():
    sentences, texts = corpus()
    found = evaluate(train(sentences, texts, CONFIG), sentences, texts)
    assert found["sentences"]["count"] == 60
    assert found["texts"]["clear"] == 15


def test_pairs_split_at_clear_hype():
    found = [Outcome("a", 0.2, 1.4), Outcome("b", 0.7, 1.5)]
    assert pairs(found) == ([0.2, 0.7], [False, True])
    assert summary(found)["brier"] == pytest.approx((0.04 + 0.09) / 2)
