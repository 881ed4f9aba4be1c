"""Training on sentences of one's own."""

import json
import sys

import pytest
from click.testing import CliRunner

import hypecheck
from hypecheck.cli import main
from hypecheck.errors import ConfigError, CorpusError, MissingExtraError
from hypecheck.readers.corpus import CorpusDocument, CorpusSentence
from hypecheck.readers.corpus_build import build_corpus
from hypecheck.scoring.persist import load_model
from hypecheck.training import train_own

#: A taste that is not the shipped one: revolutions are fine, nothing may be the best.
TASTES = [
    ("The {} pump is revolutionary.", 0.0),
    ("The {} pump changes everything.", 0.5),
    ("The {} pump is the best in the world.", 2.5),
    ("The {} pump is the most powerful ever built.", 3.0),
    ("The {} pump has two valves.", 0.0),
]
PUMPS = (
    "red",
    "blue",
    "green",
    "grey",
    "old",
    "new",
    "left",
    "right",
    "third",
    "spare",
    "small",
    "loud",
)


def rows():
    return [
        {"text": text.format(pump), "hype": hype, "document": pump}
        for pump in PUMPS
        for text, hype in TASTES
    ]


@pytest.fixture(scope="module")
def labels(tmp_path_factory):
    path = tmp_path_factory.mktemp("own") / "mine.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def training(labels):
    return train_own(labels)


def test_measures_are_cross_validated(training):
    assert training.metrics["trained on"] == {"sentences": 60, "texts": 0}
    measured = training.metrics["cross-validation"]["sentences"]
    assert measured["count"] == 60
    assert measured["auroc"] > 0.95


def test_registers_and_texts_stay_those_of_the_shipped_model(training):
    shipped = load_model()
    assert dict(training.model.registers) == dict(shipped.registers)
    assert training.model.document.coef_.tolist() == shipped.document.coef_.tolist()


def test_command_writes_a_model_that_load_uses(labels, tmp_path):
    out = tmp_path / "mine.skops"
    result = CliRunner().invoke(main, ["train", "--corpus", str(labels), "--out", str(out)])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["cross-validation"]["sentences"]["count"] == 60
    nlp = hypecheck.load(config={"classifier": str(out)})
    best, revolution = (
        hypecheck.check(text.format("tall"), nlp=nlp).score for text in (TASTES[2][0], TASTES[0][0])
    )
    assert best > 0.5 > revolution
    assert hypecheck.check(TASTES[0][0].format("tall")).score > revolution


def test_corpus_with_articles_trains_everything(tmp_path):
    documents = [
        CorpusDocument(
            f"{taste}-{pump}", "me", "newswire", "energy", "2024-01-01", "neutral", hype, None,
            (CorpusSentence(text.format(pump), (), hype), CorpusSentence("It hums.", (), 0.0)),
        )
        for pump in PUMPS
        for taste, (text, hype) in enumerate(TASTES)
    ]  # fmt: skip
    build_corpus(documents, tmp_path)
    training = train_own(tmp_path)
    assert training.metrics["trained on"]["texts"] > 30
    assert training.metrics["cross-validation"]["texts"]["auroc"] > 0.9
    assert training.model.about["texts"] == training.metrics["trained on"]["texts"]


@pytest.mark.parametrize(
    ("kept", "complaint"),
    [
        (lambda row: row["hype"] < 1, r"those of 0 documents are clear hype"),
        (lambda row: row["hype"] > 1, r"those of 0 documents are no clear hype"),
        (lambda row: row["document"] in PUMPS[:4], r"of 4 documents are clear hype.*at least 10"),
    ],
)
def test_too_little_to_learn_from_is_named(tmp_path, kept, complaint):
    path = tmp_path / "few.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows() if kept(row)))
    with pytest.raises(CorpusError, match=complaint):
        train_own(path)


@pytest.mark.parametrize("options", [["--corpus", "x.jsonl"], ["--out", "x.skops"]])
def test_corpus_and_out_go_together(options):
    result = CliRunner().invoke(main, ["train", *options])
    assert result.exit_code == 2
    assert "--corpus and --out go together" in result.output


def test_wrong_file_is_one_line(tmp_path):
    out = str(tmp_path / "m.skops")
    result = CliRunner().invoke(main, ["train", "--corpus", str(tmp_path / "no.csv"), "--out", out])
    assert result.exit_code == 3
    assert "no.csv can't be read" in result.stderr


def test_evaluate_measures_the_shipped_model(request):
    result = CliRunner().invoke(main, ["evaluate", "--checkout", str(request.config.rootpath)])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["sentences"]["auroc"] > 0.8


def test_settings_come_from_a_file(labels, training, tmp_path):
    config = tmp_path / "mine.json"
    config.write_text(json.dumps({"sentence": {"C": 0.001, "folds": 0}}), encoding="utf-8")
    strict = train_own(labels, config=config)
    assert strict.model.sentence.get_params()["C"] == 0.001
    assert abs(strict.model.sentence.coef_).max() < abs(training.model.sentence.coef_).max()


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("{", "is not JSON"),
        ("[]", "is no JSON object"),
        ('{"sentence": {"depth": 3}}', r"sets sentence\.depth\. Allowed: C, "),
    ],
)
def test_wrong_settings_are_refused(labels, tmp_path, content, complaint):
    config = tmp_path / "mine.json"
    config.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=complaint):
        train_own(labels, config=config)


def test_settings_need_a_corpus_of_one_s_own():
    result = CliRunner().invoke(main, ["train", "--config", "x.json"])
    assert result.exit_code == 2
    assert "--config needs --corpus" in result.output


def test_settings_are_an_option_of_the_command(labels, tmp_path):
    config, out = tmp_path / "mine.json", tmp_path / "mine.skops"
    config.write_text(json.dumps({"sentence": {"C": 0.5, "folds": 3}}), encoding="utf-8")
    options = ["--corpus", str(labels), "--config", str(config), "--out", str(out)]
    result = CliRunner().invoke(main, ["train", *options])
    assert result.exit_code == 0, result.output
    assert load_model(out).sentence.get_params()["folds"] == 3


@pytest.fixture
def dataset():
    return pytest.importorskip("datasets").Dataset.from_list(rows())


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_files_that_datasets_writes_are_read(dataset, training, tmp_path, suffix):
    path = tmp_path / f"mine{suffix}"
    dataset.to_json(path) if suffix == ".jsonl" else dataset.to_csv(path)
    assert train_own(path).metrics == training.metrics


def test_saved_dataset_is_read(dataset, training, tmp_path):
    dataset.save_to_disk(tmp_path / "mine")
    assert train_own(tmp_path / "mine").metrics == training.metrics


def test_saved_splits_are_read_by_their_train_split(dataset, training, tmp_path):
    from datasets import DatasetDict

    parts = DatasetDict({"train": dataset, "test": dataset.select(range(2))})
    parts.save_to_disk(tmp_path / "mine")
    assert train_own(tmp_path / "mine").metrics == training.metrics


def test_saved_dataset_with_a_wrong_row_is_named(dataset, tmp_path):
    dataset.rename_column("hype", "score").save_to_disk(tmp_path / "mine")
    with pytest.raises(CorpusError, match="row 1 lacks 'hype'"):
        train_own(tmp_path / "mine")


def test_saved_dataset_says_which_extra_reads_it(dataset, tmp_path, monkeypatch):
    dataset.save_to_disk(tmp_path / "mine")
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(MissingExtraError, match=r"hypecheck\[data\]"):
        train_own(tmp_path / "mine")
