"""From a corpus's folder to a model file, its measures and its check sum."""

import hashlib
import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

from hypecheck.cli import main
from hypecheck.errors import ConfigError
from hypecheck.readers.corpus import CorpusDocument, CorpusSentence
from hypecheck.readers.corpus_build import build_corpus
from hypecheck.resources import data_path
from hypecheck.scoring import load_scorer
from hypecheck.scoring.persist import SHIPPED, load_model
from hypecheck.scoring.train import fingerprint
from hypecheck.training import (
    RECORD,
    examples,
    read_config,
    train_from_corpus,
    train_shipped,
    write_model,
)
from hypecheck.types import Hit, StanceMark

CONFIG = {
    "splits": ["train", "validation"],
    "sentence": {"min_rows": 2, "folds": 2},
    "document": {"min_rows": 2, "folds": 0},
}


def annotate(text):
    """Spans of a toy vocabulary: two words, and "not" before them."""
    hits = [
        Hit(text.index(word), text.index(word) + len(word), "praise", word, intensity, 0)
        for word, intensity in (("divine", 3), ("nice", 1))
        if word in text
    ]
    return hits, [StanceMark("rejected" if "not" in text else "asserted") for _ in hits]


def sentence(text, hype):
    return CorpusSentence(text, (), hype)


def document(number):
    hyped = number % 2 == 0
    lines = [
        sentence("A divine toaster.", 2.5) if hyped else sentence("It is not divine.", 0.0),
        sentence("A nice lever.", 1.0),
        sentence("It has slots.", 0.0),
    ]
    title = sentence("Divine toast", 0.0) if number % 3 else None
    return CorpusDocument(
        f"doc-{number:03}",
        "a1",
        "newswire",
        "ai",
        "2024",
        "neutral",
        2.5 * hyped,
        title,
        tuple(lines),
    )


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    folder = tmp_path_factory.mktemp("corpus")
    build_corpus([document(number) for number in range(80)], folder)
    return folder


@pytest.fixture(scope="module")
def training(corpus):
    return train_from_corpus(corpus, CONFIG, annotate=annotate)


def test_examples_are_sentences_titles_and_texts():
    sentences, texts = examples([document(0), document(1)], annotate)
    assert len(sentences) == 7
    assert [len(text.title) for text in texts] == [0, 1]
    assert texts[1].sentences[0].text == "It is not divine."
    assert {example.group for example in texts[1].sentences} == {"doc-001"}


def test_document_of_one_sentence_is_no_text_example():
    whole = document(1)
    single = replace(whole, sentences=whole.sentences[:1])
    sentences, texts = examples([single], annotate)
    assert (len(sentences), texts) == (2, [])


def test_training_is_the_same_every_time(corpus, training):
    again = train_from_corpus(corpus, CONFIG, annotate=annotate)
    assert again.metrics == training.metrics


def test_measures_are_of_the_unseen_split(training):
    assert training.metrics["test"]["texts"]["auroc"] == 1.0
    seen, held_out = (
        training.metrics["trained on"]["texts"],
        training.metrics["test"]["texts"]["count"],
    )
    assert seen + held_out == 80


def test_progress_sees_the_training_documents(corpus):
    seen = []
    train_from_corpus(corpus, CONFIG, annotate=annotate, progress=lambda d: seen.extend(d) or d)
    assert 50 < len(seen) < 80


def test_model_is_written_with_measures_and_check_sum(training, tmp_path):
    artefact = tmp_path / "model.skops"
    write_model(training, artefact, tmp_path)
    metrics = json.loads((tmp_path / "metrics.json").read_text("utf-8"))
    digest, name = (tmp_path / "SHA256SUMS").read_text("utf-8").split()
    assert metrics["fingerprint"] == training.metrics["fingerprint"]
    assert (digest, name) == (hashlib.sha256(artefact.read_bytes()).hexdigest(), "model.skops")
    assert load_scorer(artefact).floor == training.model.sentence.intercept_


def in_shipped_words(document):
    """The same document with a word that the shipped vocabulary flags."""
    said = tuple(
        replace(one, text=one.text.replace("divine", "revolutionary")) for one in document.sentences
    )
    return replace(document, sentences=said)


def test_command_trains_a_checkout_again(tmp_path):
    corpus = tmp_path / "corpus"
    build_corpus([in_shipped_words(document(number)) for number in range(80)], corpus)
    record = tmp_path / RECORD
    record.mkdir(parents=True)
    (record / "train.json").write_text(json.dumps({**CONFIG, "corpus": "corpus"}))
    result = CliRunner().invoke(main, ["train", "--checkout", str(tmp_path)])
    assert result.exit_code == 0, result.output
    written = load_model(tmp_path / "hypecheck" / "data" / SHIPPED)
    assert json.loads(result.stdout)["fingerprint"] == fingerprint(written)
    assert (record / "metrics.json").is_file()


def test_shipped_configuration_is_read(request):
    config = read_config(request.config.rootpath / RECORD / "train.json")
    assert config["splits"] == ["train", "validation"]


def test_shipped_model_is_the_one_of_its_record(request):
    record = request.config.rootpath / RECORD
    metrics = json.loads((record / "metrics.json").read_text("utf-8"))
    digest, _ = (record / "SHA256SUMS").read_text("utf-8").split()
    assert fingerprint(load_model()) == metrics["fingerprint"]
    assert hashlib.sha256(data_path(SHIPPED).read_bytes()).hexdigest() == digest


def test_training_again_gives_the_shipped_model(request):
    root = request.config.rootpath
    config = read_config(root / RECORD / "train.json")
    again = train_from_corpus(root / config["corpus"], config)
    assert fingerprint(again.model) == fingerprint(load_model())


def test_folder_that_is_no_checkout_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"train.json can't be read"):
        train_shipped(tmp_path)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (None, "can't be read"),
        ("{", "is not JSON"),
        ("[]", "is no JSON object"),
        ("{}", "names no splits"),
    ],
)
def test_wrong_configuration_is_named(tmp_path, text, complaint):
    file = tmp_path / "train.json"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=rf"train.json.*{complaint}"):
        read_config(file)
