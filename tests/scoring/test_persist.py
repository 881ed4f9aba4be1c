"""A model file is audited before anything of it is built."""

import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest
import skops.io
from sklearn.linear_model import LogisticRegression

from hypecheck.errors import ModelFormatError
from hypecheck.scoring import load_scorer
from hypecheck.scoring.classifier import HypeClassifier
from hypecheck.scoring.persist import FORMAT, TRUSTED_TYPES, Model, load_model, save_model
from hypecheck.scoring.register import Register

REGISTERS = {"promotional register": Register({"proud": 0.5, "said": -0.25})}
ROWS = [{}, {"flagged": 1.0}, {"flagged": 1.0, "asserted": 1.0}] * 10


class Intruder:
    """A type that no model holds; building it would be seen."""

    def __reduce__(self):
        return (Path("/nonexistent/intruder").touch, ())


def classifier():
    return HypeClassifier(folds=0).fit(ROWS, [False, False, True] * 10)


def content(**changes):
    parts = {
        "sentence": classifier(),
        "document": classifier(),
        "registers": {"promotional register": {"words": "proud", "weights": np.array([0.5])}},
        "about": {"sentences": 30},
    }
    return {"format": FORMAT, **parts, **changes}


@pytest.fixture
def file(tmp_path):
    return tmp_path / "model.skops"


def test_model_round_trips(file):
    model = Model(classifier(), classifier(), REGISTERS, {"sentences": 30})
    save_model(model, file)
    again = load_model(file)
    assert np.array_equal(again.sentence.predict_proba(ROWS), model.sentence.predict_proba(ROWS))
    assert again.sentence.get_params() == model.sentence.get_params()
    assert again.about == {"sentences": 30}
    assert again.registers == REGISTERS


def test_trust_list_is_frozen():
    assert TRUSTED_TYPES == ("hypecheck.scoring.classifier.HypeClassifier",)


def test_file_needs_nothing_beyond_the_trust_list(file):
    save_model(Model(classifier(), classifier(), {}, {}), file)
    assert skops.io.get_untrusted_types(file=file) == list(TRUSTED_TYPES)


def test_missing_file(file):
    with pytest.raises(ModelFormatError, match=r"model.skops can't be read: No such file"):
        load_model(file)


@pytest.mark.parametrize(
    "data",
    [b"", b"not a zip", pickle.dumps({"format": 1}), pickle.dumps(Intruder())],
    ids=["empty", "text", "pickle", "pickle that runs code"],
)
def test_other_bytes_are_refused_unread(file, data):
    file.write_bytes(data)
    with pytest.raises(ModelFormatError, match=r"no skops file.*pickle and joblib files are never"):
        load_model(file)


def test_zip_with_a_pickle_inside_is_refused(file):
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("data.pkl", pickle.dumps(Intruder()))
    with pytest.raises(ModelFormatError, match="no skops file"):
        load_model(file)


@pytest.mark.parametrize(
    "intruder",
    [Intruder(), Path("/nonexistent").joinpath, pickle.loads],
    ids=["object", "method", "function"],
)
def test_foreign_type_inside_a_skops_file_is_refused(file, intruder):
    skops.io.dump(content(about={"x": intruder}), file)
    with pytest.raises(ModelFormatError, match=r"which a model has no need of.*Do not use"):
        load_model(file)


def test_damaged_array_inside_a_model_is_refused(file, tmp_path):
    skops.io.dump(content(), file)
    damaged = tmp_path / "damaged.skops"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(damaged, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"junk" if name.endswith(".npy") else old.read(name))
    with pytest.raises(ModelFormatError, match="no skops file") as error:
        load_model(damaged)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("version", [1, FORMAT + 1, "2", None])
def test_other_format_is_refused(file, version):
    skops.io.dump(content(format=version), file)
    with pytest.raises(ModelFormatError, match="This version reads format 2"):
        load_model(file)


@pytest.mark.parametrize("foreign", [{"weights": [1.0]}, [1.0], LogisticRegression()])
def test_skops_file_of_someone_else_is_refused(file, foreign):
    skops.io.dump(foreign, file)
    with pytest.raises(ModelFormatError, match="no model of hypecheck"):
        load_model(file)


def test_missing_part_is_refused(file):
    skops.io.dump({k: v for k, v in content().items() if k != "document"}, file)
    with pytest.raises(ModelFormatError, match="has the fields about, format, registers"):
        load_model(file)


@pytest.mark.parametrize("part", [HypeClassifier(), "text"], ids=["unfitted", "text"])
def test_part_that_is_no_fitted_classifier_is_refused(file, part):
    skops.io.dump(content(sentence=part), file)
    with pytest.raises(ModelFormatError, match="sentence is no fitted HypeClassifier"):
        load_model(file)


@pytest.mark.parametrize(
    "registers",
    [
        "text",
        {"x": ["proud"]},
        {"x": {"words": "proud"}},
        {"x": {"words": "proud\nsaid", "weights": np.array([0.5])}},
        {"x": {"words": 3, "weights": np.array([0.5])}},
        {"x": {"words": "proud", "weights": np.array(["much"])}},
    ],
)
def test_registers_that_are_no_tables_are_refused(file, registers):
    skops.io.dump(content(registers=registers), file)
    with pytest.raises(ModelFormatError, match="registers is no table of words and weights"):
        load_model(file)


def test_scorer_is_read_once_a_path():
    assert load_scorer() is load_scorer()


def test_scorer_from_a_path_gives_the_models_numbers(file):
    model = Model(classifier(), classifier(), {}, {})
    save_model(model, file)
    scorer = load_scorer(str(file))
    assert scorer.floor == model.sentence.intercept_
    assert scorer.sentence.coefficients["asserted"] == model.sentence.coef_[0]


def test_texts_and_sentences_have_one_floor(file):
    other = HypeClassifier(folds=0).fit([*ROWS, {}, {}], [False, False, True] * 10 + [True, True])
    save_model(Model(classifier(), other, {}, {}), file)
    scorer = load_scorer(file)
    step = dict(zip(other.feature_names_, other.coef_, strict=True))["flagged"]
    assert scorer.document.intercept == scorer.floor
    assert scorer.document.coefficients["flagged"] + scorer.floor == pytest.approx(
        step + other.intercept_
    )
