"""scikit-learn's contract, for estimators that take sentences (check_estimator knows only tables)."""

import doctest
import pickle
import warnings

import joblib
import numpy as np
import pytest
from sklearn.base import clone, is_classifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.exceptions import NotFittedError
from sklearn.feature_extraction import DictVectorizer
from sklearn.model_selection import GridSearchCV, GroupKFold, cross_val_predict, cross_val_score
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.utils import get_tags

import hypecheck.estimators
from hypecheck import HypeFeatures, HypeTextClassifier
from hypecheck.scoring.classifier import HypeClassifier

NOUNS = ("pump", "mop", "drill", "lamp", "chair", "kettle", "door", "boat", "cable", "hinge")
HYPED = ("The {} is a game-changer.", "The best {} ever made.", "This {} changes everything!")
SOBER = ("The {} may be a breakthrough.", "The {} has two parts.", "Nobody calls the {} the best.")
TEXTS = [form.format(noun) for noun in NOUNS for form in (*HYPED, *SOBER)]
LABELS = [form in HYPED for _ in NOUNS for form in (*HYPED, *SOBER)]
GROUPS = [noun for noun in NOUNS for _ in range(6)]


@pytest.fixture(scope="module")
def fitted():
    return HypeTextClassifier().fit(TEXTS, LABELS)


def test_docstrings_tell_the_truth():
    assert doctest.testmod(hypecheck.estimators).failed == 0


def test_is_a_classifier_of_texts():
    tags = get_tags(HypeTextClassifier())
    assert is_classifier(HypeTextClassifier())
    assert tags.input_tags.string
    assert not tags.input_tags.two_d_array
    assert not tags.classifier_tags.multi_class


def test_feature_rows_are_mappings_to_scikit_learn_too():
    tags = get_tags(HypeClassifier())
    assert tags.input_tags.dict
    assert not tags.input_tags.two_d_array


def test_parameters_are_stored_as_given():
    inner = HypeClassifier(C=2.0)
    model = HypeTextClassifier(inner, register=False)
    assert model.classifier is inner
    assert model.get_params()["classifier__C"] == 2.0
    assert model.get_params(deep=False) == {"classifier": inner, "register": False}


def test_parameters_can_be_set_from_outside():
    model = HypeTextClassifier(HypeClassifier()).set_params(classifier__C=0.5, register=False)
    assert (model.classifier.C, model.register) == (0.5, False)


def test_parameter_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="Invalid parameter"):
        HypeTextClassifier().set_params(depth=3)


@pytest.mark.parametrize("model", [HypeTextClassifier(HypeClassifier(C=3.0)), HypeFeatures()])
def test_clone_has_equal_parameters_and_nothing_learnt(model):
    fitted = clone(model).fit(TEXTS, LABELS)
    copy = clone(fitted)
    assert str(copy) == str(model)
    assert not [name for name in vars(copy) if name.endswith("_")]


def test_fit_changes_no_parameter():
    inner = HypeClassifier()
    HypeTextClassifier(inner).fit(TEXTS, LABELS)
    assert not hasattr(inner, "coef_")


@pytest.mark.parametrize("method", ["predict", "predict_proba", "decision_function", "explain"])
def test_unfitted_classifier_says_so(method):
    with pytest.raises(NotFittedError):
        getattr(HypeTextClassifier(), method)(TEXTS)


def test_unfitted_features_say_so(tmp_path):
    with pytest.raises(NotFittedError):
        HypeFeatures().transform(TEXTS)
    with pytest.raises(NotFittedError):
        HypeFeatures().get_feature_names_out()
    with pytest.raises(NotFittedError):
        HypeTextClassifier().save(tmp_path / "m.skops")


def test_fit_returns_the_estimator_itself():
    model, features = HypeTextClassifier(), HypeFeatures()
    assert model.fit(TEXTS, LABELS) is model
    assert features.fit(TEXTS) is features


def test_second_fit_forgets_the_first(fitted):
    model = HypeTextClassifier().fit(TEXTS[:30][::-1], LABELS[:30][::-1])
    model.fit(TEXTS, LABELS)
    assert np.array_equal(model.predict_proba(TEXTS), fitted.predict_proba(TEXTS))


def test_fit_twice_gives_the_same_model(fitted):
    again = HypeTextClassifier().fit(TEXTS, LABELS)
    assert np.array_equal(again.classifier_.coef_, fitted.classifier_.coef_)
    assert again.classifier_.feature_names_ == fitted.classifier_.feature_names_


def test_probabilities_are_of_both_classes_and_predictions_follow_them(fitted):
    found = fitted.predict_proba(TEXTS)
    assert found.shape == (len(TEXTS), 2)
    assert np.allclose(found.sum(axis=1), 1.0)
    assert np.array_equal(fitted.predict(TEXTS), fitted.classes_[found.argmax(axis=1)])
    assert fitted.score(TEXTS, LABELS) > 0.9


@pytest.mark.parametrize(("low", "high"), [(False, True), (0, 1), (-1, 1), ("fine", "hype")])
def test_any_two_labels_will_do(low, high):
    labels = [high if label else low for label in LABELS]
    model = HypeTextClassifier().fit(TEXTS, labels)
    assert model.classes_.tolist() == [low, high]
    assert set(model.predict(TEXTS).tolist()) == {low, high}
    assert model.score(TEXTS, labels) > 0.9


@pytest.mark.parametrize("labels", [["a"] * 60, ["a", "b", "c"] * 20], ids=["one", "three"])
def test_other_than_two_labels_are_refused(labels):
    with pytest.raises(ValueError, match="Allowed: two"):
        HypeTextClassifier().fit(TEXTS, labels)


@pytest.mark.parametrize("wrong", ["one sentence", b"bytes"])
def test_one_text_instead_of_many_is_refused(fitted, wrong):
    with pytest.raises(ValueError, match="Expected many sentences"):
        fitted.predict(wrong)


@pytest.mark.parametrize("wrong", [[1, 2], [None], [["a"]]])
def test_what_is_no_text_is_refused(fitted, wrong):
    with pytest.raises(ValueError, match="A sentence is a str"):
        fitted.predict(wrong)


def test_lengths_must_agree():
    with pytest.raises(ValueError, match="60 rows, 2 classes"):
        HypeTextClassifier().fit(TEXTS, [True, False])


@pytest.mark.parametrize("kind", [list, tuple, iter, np.array])
def test_texts_may_come_in_any_row(fitted, kind):
    assert fitted.predict(kind(TEXTS)).tolist() == fitted.predict(TEXTS).tolist()


def test_pandas_columns_will_do(fitted):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"text": TEXTS, "label": LABELS})
    assert HypeTextClassifier().fit(frame["text"], frame["label"]).score(TEXTS, LABELS) > 0.9


def test_no_texts_give_no_predictions(fitted):
    assert fitted.predict([]).tolist() == []


@pytest.mark.parametrize("dumps", [pickle.dumps, None], ids=["pickle", "joblib"])
def test_survives_pickle_and_joblib(fitted, dumps, tmp_path):
    if dumps:
        again = pickle.loads(dumps(fitted))
    else:
        joblib.dump(fitted, tmp_path / "model.joblib")
        again = joblib.load(tmp_path / "model.joblib")
    assert np.array_equal(again.predict_proba(TEXTS), fitted.predict_proba(TEXTS))


def test_feature_names_are_those_of_the_rows():
    features = HypeFeatures(register=False)
    rows = features.fit_transform(TEXTS)
    names = features.get_feature_names_out()
    assert (
        sorted({name for row in rows for name in row}) == names.tolist() == features.feature_names_
    )
    assert "asserted" in names
    assert features.transform(TEXTS) == rows


def test_register_can_be_left_out():
    with_register = HypeFeatures().fit(TEXTS).feature_names_
    without = HypeFeatures(register=False).fit(TEXTS).feature_names_
    assert set(with_register) - set(without) == {"promotional register"}


def test_works_in_a_pipeline():
    pipeline = make_pipeline(HypeFeatures(), HypeClassifier(folds=0))
    assert pipeline.fit(TEXTS, LABELS).score(TEXTS, LABELS) > 0.9
    assert clone(pipeline).get_params()["hypeclassifier__folds"] == 0


def test_features_feed_classifiers_of_others():
    pipeline = make_pipeline(
        HypeFeatures(), DictVectorizer(), RandomForestClassifier(10, random_state=0)
    )
    assert pipeline.fit(TEXTS, LABELS).score(TEXTS, LABELS) > 0.9
    assert "asserted" in pipeline[:-1].get_feature_names_out()


def test_works_as_the_last_step_of_a_pipeline():
    from sklearn.preprocessing import FunctionTransformer

    strip = FunctionTransformer(lambda texts: [text.strip() for text in texts])
    pipeline = Pipeline([("strip", strip), ("hype", HypeTextClassifier())])
    padded = [f"  {text} " for text in TEXTS]
    assert pipeline.fit(padded, LABELS).predict_proba(padded).shape == (60, 2)


def test_works_in_cross_val_score():
    scores = cross_val_score(HypeTextClassifier(), TEXTS, LABELS, cv=3, scoring="roc_auc")
    assert len(scores) == 3
    assert scores.min() > 0.9


def test_groups_hold_documents_together():
    found = cross_val_predict(
        HypeTextClassifier(), TEXTS, LABELS, groups=GROUPS, cv=GroupKFold(5),
        method="predict_proba",
    )  # fmt: skip
    assert found.shape == (60, 2)


def test_works_in_grid_search():
    grid = {"classifier__C": [0.01, 1.0], "classifier__min_rows": [2, 5], "register": [True, False]}
    search = GridSearchCV(HypeTextClassifier(HypeClassifier(folds=0)), grid, cv=2, scoring="f1")
    search.fit(TEXTS, LABELS)
    assert set(search.best_params_) == set(grid)
    assert search.best_score_ > 0.8
    assert search.predict(TEXTS[:2]).shape == (2,)


def test_works_in_parallel_grid_search():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of processes that end
        search = GridSearchCV(
            HypeTextClassifier(HypeClassifier(folds=0)), {"classifier__C": [0.1, 1.0]},
            cv=2, n_jobs=2,
        ).fit(TEXTS, LABELS)  # fmt: skip
    assert search.score(TEXTS, LABELS) > 0.9


def test_explanation_sums_to_the_log_odds(fitted):
    for text, terms in zip(TEXTS, fitted.explain(TEXTS), strict=True):
        total = sum(term.value for term in terms)
        assert total == pytest.approx(fitted.decision_function([text])[0])


def test_html_and_text_representations_are_there(fitted):
    assert "HypeTextClassifier" in repr(fitted)
    assert "HypeTextClassifier" in fitted._repr_html_()


class TestTables:
    """A table would give the names of its columns, one for each column and not for each row."""

    def tables(self):
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame({"text": TEXTS[:2]})
        return [frame, frame.to_dict("list"), np.array([TEXTS[:2]]), frame.to_numpy()]

    def test_are_refused_by_every_method(self, fitted):
        for table in self.tables():
            for method in (fitted.predict, fitted.predict_proba, fitted.explain):
                with pytest.raises(ValueError, match=r"one column of sentences, got a \w+"):
                    method(table)
            with pytest.raises(ValueError, match="one column of sentences"):
                HypeFeatures().fit_transform(table)
            with pytest.raises(ValueError, match="one column of sentences"):
                HypeTextClassifier().fit(table, LABELS[:2])

    def test_one_column_is_taken(self, fitted):
        pandas = pytest.importorskip("pandas")
        expected = list(fitted.predict(TEXTS[:4]))
        for column in (pandas.Series(TEXTS[:4]), np.array(TEXTS[:4]), np.array(TEXTS[:4], object)):
            assert list(fitted.predict(column)) == expected
