"""A classifier of one's own goes into the checks of whole texts, and into saved pipelines."""

import pytest
import spacy

import hypecheck
from hypecheck import HypeTextClassifier

#: A taste that is not the shipped one: revolutions are fine, nothing may be the best.
TEXTS = [
    form.format(noun)
    for noun in ("pump", "mop", "drill", "lamp", "chair", "kettle", "door", "boat")
    for form in ("The {} changes everything.", "The best {} in the world.", "The {} runs.")
]
LABELS = ["best" in text for text in TEXTS]


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    file = tmp_path_factory.mktemp("own") / "mine.skops"
    HypeTextClassifier().fit(TEXTS, LABELS).save(file)
    return file


def test_scores_are_those_of_the_estimator(path):
    nlp = hypecheck.load(config={"classifier": str(path)})
    model = HypeTextClassifier().fit(TEXTS, LABELS)
    for text in ("The best sink in the world.", "The sink changes everything."):
        report = hypecheck.check(text, nlp=nlp)
        assert report.score == pytest.approx(model.predict_proba([text])[0, 1])


def test_it_travels_with_a_saved_pipeline(path, tmp_path):
    nlp = hypecheck.load(config={"classifier": str(path)})
    nlp.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    text = "The sink changes everything."
    assert again(text)._.hype_score == nlp(text)._.hype_score
    assert again(text)._.hype_score < hypecheck.check(text).score


def test_file_says_where_its_labels_come_from(path):
    from hypecheck.scoring.persist import load_model

    assert "one's own" in load_model(path).about["sentences"]
