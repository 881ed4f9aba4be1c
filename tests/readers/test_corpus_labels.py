"""Labelled sentences of one's own, from JSON lines, CSV or a folder."""

import pytest

from hypecheck.errors import CorpusError
from hypecheck.readers.corpus_labels import read_labels

JSONL = """{"text": "A divine toaster.", "hype": 2.5, "document": "t1"}
{"markup": "A <praise:asserted>nice</praise> lever.", "hype": 1}
"""
CSV = 'text,hype,document\n"A divine, golden toaster.",2.5,t1\nIt has slots.,0,\n'


@pytest.fixture
def write(tmp_path):
    def _write(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return _write


def plain(found):
    return [(one.sentence.text, one.sentence.hype, one.document) for one in found]


def test_json_lines(write):
    found = read_labels(write("mine.jsonl", JSONL))
    assert plain(found) == [("A divine toaster.", 2.5, "t1"), ("A nice lever.", 1.0, "line 2")]
    assert found[1].sentence.spans[0].label == "praise"


@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "byte order mark"])
def test_csv(write, mark):
    found = read_labels(write("mine.csv", mark + CSV))
    assert plain(found) == [
        ("A divine, golden toaster.", 2.5, "t1"),
        ("It has slots.", 0.0, "line 3"),
    ]


def test_csv_needs_no_documents_and_may_have_more(write):
    found = read_labels(write("mine.csv", "hype,text,who\n1,A nice lever.,me\n"))
    assert plain(found) == [("A nice lever.", 1.0, "line 2")]


@pytest.mark.parametrize(("name", "text"), [("train.jsonl", JSONL), ("train.csv", CSV)])
def test_folder_with_a_train_split(write, tmp_path, name, text):
    write(name, text)
    assert read_labels(tmp_path) == read_labels(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("mine.txt", "x", r"mine.txt is neither .jsonl nor .csv"),
        ("mine.jsonl", "", r"mine.jsonl has no sentence"),
        ("mine.csv", "", r"columns \(none\). It needs text and hype"),
        ("mine.csv", "text,score\nx,1\n", r"columns text, score. It needs text and hype"),
        ("mine.csv", "text,hype\nx,loud\n", r"mine.csv:2: hype is 'loud'. Allowed: a number"),
        ("mine.csv", "text,hype\nx,\n", r"mine.csv:2: hype is ''. Allowed"),
        ("mine.csv", "text,hype\nx,4\n", r"mine.csv:2: hype is 4.0. Allowed: 0 to 3"),
        ("mine.csv", "text,hype\n,1\n", r"mine.csv:2: the text has no words"),
        ("mine.jsonl", '{"text": "x"}\n', r"mine.jsonl:1 lacks 'hype'"),
        ("mine.jsonl", "{\n", r"mine.jsonl:1"),
    ],
)
def test_what_is_wrong_is_named(write, name, text, complaint):
    with pytest.raises(CorpusError, match=complaint):
        read_labels(write(name, text))


def test_missing_files_are_named(tmp_path):
    for name in ("none.jsonl", "none.csv"):
        with pytest.raises(CorpusError, match=name):
            read_labels(tmp_path / name)
    with pytest.raises(CorpusError, match=r"neither train.jsonl nor train.csv"):
        read_labels(tmp_path)


def test_csv_in_another_encoding_is_named(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_bytes("text,hype\nCafé,1\n".encode("latin-1"))
    with pytest.raises(CorpusError, match="not UTF-8"):
        read_labels(path)
