"""Training gives the same model for the same examples and settings."""

from dataclasses import replace

import numpy as np
import pytest

from hypecheck.errors import ConfigError
from hypecheck.scoring.crossval import evaluate
from hypecheck.scoring.register import Register
from hypecheck.scoring.train import Example, TextExample, fingerprint, retrain, train
from hypecheck.types import Hit, StanceMark

CONFIG = {
    "sentence": {"rising": ["asserted", "asserted strongly"], "min_rows": 2, "folds": 3},
    "document": {"rising": ["density of hype"], "min_rows": 2, "folds": 0},
}


def example(stance, intensity, hype, group):
    hit = Hit(2, 10, "praise", "stunning", intensity, 0)
    hits, marks = ([hit], [StanceMark(stance)]) if stance else ([], [])
    return Example("A stunning toaster.", hits, marks, hype, group)


def corpus():
    texts = []
    for number in range(24):
        hyped = number % 2
        own = example("asserted", 1 + number % 3, 1.0 + number % 3, str(number))
        body = [
            own if hyped else example("rejected", 2, 0.0, str(number)),
            example(None, 1, 0.0, ""),
        ]
        texts.append(TextExample([*body, *body[:1]], [], 2.5 * hyped, str(number)))
    return [sentence for text in texts for sentence in text.sentences], texts


def test_equal_examples_and_settings_give_equal_coefficients():
    first, again = train(*corpus(), CONFIG), train(*corpus(), CONFIG)
    assert np.array_equal(first.sentence.coef_, again.sentence.coef_)
    assert np.array_equal(first.document.coef_, again.document.coef_)
    assert fingerprint(first) == fingerprint(again)


def test_fingerprint_sees_coefficients_and_settings():
    sentences, texts = corpus()
    base = fingerprint(train(sentences, texts, CONFIG))
    assert fingerprint(train(sentences[3:], texts, CONFIG)) != base
    other = {**CONFIG, "document": {**CONFIG["document"], "min_rows": 1}}
    assert fingerprint(train(sentences, texts, other)) != base


def test_fingerprint_keeps_nine_digits():
    model = train(*corpus(), CONFIG)
    base = fingerprint(model)
    model.sentence.coef_ *= 1 + 1e-13
    assert fingerprint(model) == base
    model.sentence.coef_ *= 1 + 1e-7
    assert fingerprint(model) != base


def test_model_tells_the_hyped_from_the_rest():
    found = evaluate(train(*corpus(), CONFIG), *corpus())
    assert found["texts"]["auroc"] == 1.0
    assert found["sentences"]["auroc"] > 0.95
    assert found["sentences"]["count"] == 72


def test_sentence_with_a_missed_span_is_not_learnt_from():
    sentences, texts = corpus()
    missed = Example("A toaster from heaven.", [], [], 3.0, "0", missed=True)
    assert train([*sentences, missed], texts, CONFIG).about["sentences"] == len(sentences)


def test_fingerprint_sees_registers():
    model = train(*corpus(), CONFIG)
    other = replace(model, registers={"promotional register": Register({"slots": 1.0})})
    assert fingerprint(other) != fingerprint(model)


def test_retraining_keeps_registers_and_classifier_of_texts():
    sentences, texts = corpus()
    base = train(sentences, texts, CONFIG)
    again = retrain(sentences[6:], CONFIG, base)
    assert again.document is base.document
    assert again.registers is base.registers
    assert not np.array_equal(again.sentence.coef_, base.sentence.coef_)
    assert again.about["texts"] == 0


def test_model_says_what_it_was_trained_on():
    about = train(*corpus(), CONFIG).about
    assert (about["sentences"], about["texts"]) == (72, 24)
    assert about["scikit-learn"]


@pytest.mark.parametrize(
    ("config", "complaint"),
    [
        ({"sentence": {}}, "has no table 'document'"),
        ({"sentence": 3, "document": {}}, "has no table 'sentence'"),
        ({**CONFIG, "register": {"alpha": 1}}, r"sets register.alpha. Allowed: C, min_texts"),
        ({**CONFIG, "sentence": {"alpha": 1}}, r"sets sentence.alpha. Allowed: C, falling"),
    ],
)
def test_wrong_settings_are_named(config, complaint):
    with pytest.raises(ConfigError, match=complaint):
        train(*corpus(), config)
