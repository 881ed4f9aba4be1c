"""Published files: equal bytes for equal documents, and nothing leaks between splits."""

import json
from collections import Counter

import pytest

from hypecheck.readers.corpus import SPLITS, CorpusDocument, CorpusSentence
from hypecheck.readers.corpus_build import build_corpus, rebuild_corpus, split_of
from hypecheck.readers.markup import parse_markup


def document(number, author="a1"):
    text, spans = parse_markup("A <praise:asserted>divine</praise> toaster.")
    sentences = (CorpusSentence(text, spans, 2.0), CorpusSentence("It has slots.", (), 0.0))
    return CorpusDocument(
        f"doc-{number:03}", author, "newswire", "consumer", "2024", "neutral", 1.0, None, sentences
    )


DOCUMENTS = [document(number) for number in range(300)]


def test_splits_are_about_80_10_10():
    counts = Counter(split_of(d) for d in DOCUMENTS)
    assert counts["train"] == pytest.approx(240, abs=25)
    assert counts["test"] == pytest.approx(30, abs=15)
    assert counts["validation"] == pytest.approx(30, abs=15)


def test_split_depends_on_author_and_id_alone():
    assert len({split_of(document(7, f"a{n}")) for n in range(60)}) == len(SPLITS)
    assert split_of(DOCUMENTS[7]) == split_of(document(7))


def test_order_of_documents_does_not_change_a_byte(tmp_path):
    counts = build_corpus(DOCUMENTS, tmp_path / "a")
    assert build_corpus(DOCUMENTS[::-1], tmp_path / "b") == counts
    for file in sorted((tmp_path / "a").iterdir()):
        assert file.read_bytes() == (tmp_path / "b" / file.name).read_bytes()


def test_no_document_is_in_two_splits(tmp_path):
    build_corpus(DOCUMENTS, tmp_path)
    lines = [(tmp_path / f"{split}.jsonl").read_text("utf-8").splitlines() for split in SPLITS]
    seen = [{json.loads(line)["document"] for line in split} for split in lines]
    assert sum(map(len, seen)) == len(set().union(*seen)) == len(DOCUMENTS)


def test_sentence_rows_have_text_markup_and_offsets(tmp_path):
    build_corpus([document(1)], tmp_path)
    split = split_of(document(1))
    first, second = map(json.loads, (tmp_path / f"{split}.jsonl").read_text("utf-8").splitlines())
    assert first["spans"] == [{"start": 2, "end": 8, "label": "praise", "stance": "asserted"}]
    assert first["markup"] == "A <praise:asserted>divine</praise> toaster."
    assert (first["id"], second["id"], second["spans"]) == ("doc-001/1", "doc-001/2", [])


def test_articles_stand_beside_their_sentences(tmp_path):
    build_corpus([document(1)], tmp_path)
    file = tmp_path / f"articles-{split_of(document(1))}.jsonl"
    row = json.loads(file.read_text("utf-8"))
    assert (row["id"], row["text"], row["title"]) == (
        "doc-001",
        "A divine toaster. It has slots.",
        "",
    )


def test_corpus_is_rebuilt_from_its_parts(tmp_path):
    (tmp_path / "parts").mkdir()
    row = {
        "id": "doc-1", "author": "a1", "genre": "newswire", "field": "ai", "title": "", "title_hype": 0,
        "date": "2024-05-23", "hype": 0, "voice": "neutral",
        "sentences": [{"markup": "It has slots.", "hype": 0}],
    }  # fmt: skip
    (tmp_path / "parts/a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    assert sum(rebuild_corpus(tmp_path).values()) == 1
    assert (tmp_path / "stats.json").exists()
