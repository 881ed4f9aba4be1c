"""The corpus that ships: sound, built from its parts, loadable where `datasets` is there."""

import json

import pytest

from hypecheck.readers.corpus import SPLITS, read_corpus, read_documents
from hypecheck.readers.corpus_build import build_corpus
from hypecheck.readers.corpus_check import corpus_problems
from hypecheck.readers.corpus_stats import corpus_stats
from hypecheck.readers.markup import vocabulary
from hypecheck.types import STANCES


@pytest.fixture(scope="module")
def folder(request):
    return request.config.rootpath / "corpora/hypecheck-v1"


@pytest.fixture(scope="module")
def documents(folder):
    return read_documents(folder / "parts")


def test_corpus_has_no_problems(documents):
    assert list(corpus_problems(documents)) == []


def test_published_files_are_those_of_the_parts(folder, documents, tmp_path):
    build_corpus(documents, tmp_path)
    for file in sorted(tmp_path.iterdir()):
        assert file.read_bytes() == (folder / file.name).read_bytes(), f"build {file.name} again"


@pytest.mark.parametrize("split", SPLITS)
def test_published_splits_are_read(folder, split):
    assert len(read_corpus(folder, split)) > 5


def test_corpus_is_varied_enough(documents):
    stats = corpus_stats(documents)
    assert stats.sentences >= 800
    assert stats.voices["no span"] >= 1 / 3
    assert stats.voices["none asserted"] >= 1 / 5  # literal uses have no span and come on top
    assert set(stats.label) == set(vocabulary()["label"])
    assert set(stats.stance) == set(STANCES)
    assert set(stats.genre) == set(vocabulary()["genre"])
    assert set(stats.field) == set(vocabulary()["field"])


@pytest.mark.parametrize(
    ("name", "first"), [(None, "train.jsonl"), ("articles", "articles-train.jsonl")]
)
def test_folder_loads_as_a_dataset_offline(folder, tmp_path, monkeypatch, name, first):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    datasets = pytest.importorskip("datasets")
    loaded = datasets.load_dataset(str(folder), name, cache_dir=str(tmp_path))
    lines = (folder / first).read_text("utf-8").splitlines()
    assert list(loaded) == list(SPLITS)
    first_row = {k: str(v)[:10] if k == "date" else v for k, v in loaded["train"][0].items()}
    assert first_row == json.loads(lines[0])
    assert len(loaded["train"]) == len(lines)
