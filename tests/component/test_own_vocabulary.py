"""A vocabulary of one's own in spaCy: by config, through saving and pickling."""

import json
import pickle
from pathlib import Path

import pytest
import spacy

import hypecheck
from hypecheck import ConfigError, LexiconError
from hypecheck.bulk import BatchScorer
from hypecheck.exporters import file_report
from hypecheck.exporters.sarif import sarif_log

TEXT = "Pure synergy, a world-class game-changer."


@pytest.fixture
def files(tmp_path):
    one, other = tmp_path / "team.jsonl", tmp_path / "mine.toml"
    one.write_text('{"label": "buzzword", "patterns": ["synergy/n"]}\n')
    other.write_text('off = ["game-changer"]\n')
    return [str(one), str(other)]


@pytest.fixture
def nlp(files):
    return hypecheck.load(config={"lexicon": files, "allow": ["world-class"]})


def labels(doc):
    return [(span.text, span.label_) for span in doc.spans["hype"]]


def test_files_and_phrases_of_the_config_count(nlp):
    assert labels(nlp(TEXT)) == [("synergy", "buzzword")]


def test_one_file_needs_no_list(files):
    nlp = hypecheck.load(config={"lexicon": files[0], "lexicon_mode": "replace"})
    assert labels(nlp(TEXT)) == [("synergy", "buzzword")]


def test_own_category_is_the_label_of_the_span_and_of_its_record(nlp):
    doc = nlp(TEXT)
    (span,) = doc.spans["hype"]
    assert span._.hype.label == "buzzword"
    assert span._.hype.score > 0


def test_saved_pipeline_has_it(nlp, tmp_path):
    nlp.to_disk(tmp_path / "saved")
    assert labels(spacy.load(tmp_path / "saved")(TEXT)) == labels(nlp(TEXT))


def test_component_that_takes_over_one_without_files_has_the_shipped_vocabulary(nlp):
    nlp.get_pipe("hypecheck").from_bytes(hypecheck.load().get_pipe("hypecheck").to_bytes())
    assert labels(nlp(TEXT)) == [("game-changer", "transformation")]  # what it allows, it allows


def test_saved_pipeline_needs_the_files_no_more(nlp, files, tmp_path):
    expected = labels(nlp(TEXT))
    nlp.to_disk(tmp_path / "saved")
    data = nlp.to_bytes()
    for name in files:
        Path(name).unlink()
    loaded = spacy.load(tmp_path / "saved")
    assert labels(loaded(TEXT)) == expected
    loaded.to_disk(tmp_path / "again")
    assert labels(spacy.load(tmp_path / "again")(TEXT)) == expected
    assert labels(spacy.util.load_model_from_config(nlp.config).from_bytes(data)(TEXT)) == expected


def test_files_of_one_name_are_kept_apart(tmp_path):
    paths = [tmp_path / folder / "mine.jsonl" for folder in ("a", "b")]
    for path, row in zip(paths, ['{"label": "buzzword", "patterns": ["synergy/n"]}', '{"id": "buzzword-synergy", "label": "fluff"}'], strict=True):  # fmt: skip
        path.parent.mkdir()
        path.write_text(row)
    config = {"lexicon": [str(path) for path in paths], "lexicon_mode": "replace"}
    hypecheck.load(config=config).to_disk(tmp_path / "saved")
    for path in paths:
        path.unlink()
    assert labels(spacy.load(tmp_path / "saved")(TEXT)) == [("synergy", "fluff")]


def test_pickled_pipeline_has_it(nlp):
    again = pickle.loads(pickle.dumps(nlp.get_pipe("hypecheck").analyzer))
    assert again.analyze(TEXT).spans == nlp(TEXT)._.hype.spans


def test_own_category_reaches_sarif(nlp):
    log = sarif_log([file_report(nlp(TEXT)._.hype, "a.md")])
    assert log["runs"][0]["results"][0]["ruleId"] == "buzzword"


def test_batches_take_it_too(files):
    scorer = pickle.loads(pickle.dumps(BatchScorer(lexicon=files, allow=["world-class"])))
    row = json.loads(scorer({"text": [TEXT]})["hype_report"][0])
    assert [span["label"] for span in row["spans"]] == ["buzzword"]


@pytest.mark.parametrize(
    ("config", "error", "words"),
    [
        ({"lexicon": ["/no/such.jsonl"]}, ConfigError, "lexicon names '/no/such.jsonl'"),
        ({"lexicon_mode": "merge"}, LexiconError, "mode is 'merge'"),
        ({"allow": ["(a"]}, LexiconError, "closing bracket"),
    ],
)
def test_bad_setting_is_one_clear_error(config, error, words):
    with pytest.raises(error, match=words.replace("(", r"\(")):
        hypecheck.load(config=config)
