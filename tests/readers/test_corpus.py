"""Reading annotated corpora: every mistake is one clear error with file and line."""

import json

import pytest

from hypecheck.errors import CorpusError
from hypecheck.readers.corpus import read_corpus, read_documents, read_sentences
from hypecheck.readers.corpus_build import build_corpus

SENTENCES = [
    {
        "markup": "Ovenly's <praise:attributed>magic</praise> toaster is out, its maker said.",
        "hype": 0.5,
    },
    {"markup": "It has 2 slots & costs < 40 euros.", "hype": 0},
]
GOOD = {
    "id": "doc-1", "author": "a1", "genre": "newswire", "field": "consumer",
    "title": "A <superlative:asserted>world-beating toaster</superlative>", "title_hype": 2,
    "date": "2024-05", "hype": 1, "voice": "neutral", "sentences": SENTENCES,
}  # fmt: skip


@pytest.fixture
def write(tmp_path):
    def _write(*rows, name="part.jsonl"):
        file = tmp_path / name
        file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
        return file

    return _write


def test_document_is_read_with_plain_text_and_offsets(write):
    (document,) = read_documents(write(GOOD))
    first, second = document.sentences
    (span,) = first.spans
    assert first.text == "Ovenly's magic toaster is out, its maker said."
    assert first.text[span.start_char : span.end_char] == "magic"
    assert (span.label, span.stance, first.hype) == ("praise", "attributed", 0.5)
    assert (second.text, second.spans) == ("It has 2 slots & costs < 40 euros.", ())


def test_title_is_marked_up_too(write):
    (document,) = read_documents(write(GOOD))
    assert document.title.text == "A world-beating toaster"
    assert document.parts == (document.title, *document.sentences)


def test_document_without_title(write):
    (document,) = read_documents(write({**GOOD, "title": "", "title_hype": 0}))
    assert document.title is None
    assert document.parts == document.sentences


def test_folder_is_read_file_by_file_in_order(write, tmp_path):
    write({**GOOD, "id": "b"}, name="b.jsonl")
    write({**GOOD, "id": "a"}, name="a.jsonl")
    assert [document.id for document in read_documents(tmp_path)] == ["a", "b"]


def test_folder_in_the_place_of_a_file_is_named(tmp_path):
    (tmp_path / "part.jsonl").mkdir()
    with pytest.raises(CorpusError, match=r"part\.jsonl can't be read: Is a directory"):
        read_documents(tmp_path)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"hype": 4}, r"part.jsonl:2: hype is 4\. Allowed: 0 to 3"),
        ({"hype": "2"}, r"part.jsonl:2: hype is '2'\. Allowed: a number"),
        ({"hype": True}, r"hype is True\. Allowed: a number"),
        ({"voice": "loud"}, r"part.jsonl:2: voice is 'loud'\. Allowed: promotional, neutral, crit"),
        ({"date": "May 2024"}, r"part.jsonl:2: date is 'May 2024'\. Allowed: YYYY"),
        ({"author": 3}, r"part.jsonl:2: author is 3\. Allowed: a text"),
        ({"sentences": []}, r"part.jsonl:2: sentences is empty"),
        ({"sentences": "One."}, r"sentences is 'One.'\. Allowed: a list"),
        (
            {"sentences": ["One."]},
            r"part.jsonl:2 \(sentence 1\) is 'One.'\. A sentence is an object",
        ),
        ({"sentences": [{"hype": 1}]}, r"\(sentence 1\) lacks 'text'\. It has hype"),
        ({"sentences": [{"markup": " ", "hype": 1}]}, r"the markup has no words"),
        ({"sentences": [{"markup": "One. ", "hype": 1}]}, r"blanks around it or a line break"),
        ({"sentences": [{"markup": "A\nB", "hype": 1}]}, r"blanks around it or a line break"),
        (
            {"sentences": [{"markup": "One.", "hype": -1}]},
            r"\(sentence 1\): hype is -1\. Allowed: 0",
        ),
        ({"title": "<praise:asserted>A"}, r"part.jsonl:2 \(title\): <praise> is never closed"),
    ],
)
def test_wrong_value_is_named_with_file_and_line(write, change, complaint):
    with pytest.raises(CorpusError, match=complaint):
        read_documents(write(GOOD, {**GOOD, "id": "doc-2", **change}))


@pytest.mark.parametrize("name", ["id", "title", "title_hype", "voice", "sentences"])
def test_missing_field_is_named(write, name):
    row = {key: value for key, value in GOOD.items() if key != name}
    with pytest.raises(CorpusError, match=rf"part.jsonl:1 lacks '{name}'"):
        read_documents(write(row))


def test_line_that_is_not_json(tmp_path):
    (tmp_path / "part.jsonl").write_text('\n{"id": ', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"part.jsonl:2 is not JSON"):
        read_documents(tmp_path)


def test_file_that_is_not_utf8(tmp_path):
    (tmp_path / "part.jsonl").write_bytes(b'{"id": "\xff"}')
    with pytest.raises(CorpusError, match=r"part.jsonl is not UTF-8 \(byte 8\)"):
        read_documents(tmp_path)


def test_missing_file_and_empty_folder(tmp_path):
    with pytest.raises(CorpusError, match=r"gone.jsonl does not exist"):
        read_documents(tmp_path / "gone.jsonl")
    with pytest.raises(CorpusError, match=r"has no .jsonl file"):
        read_documents(tmp_path)


def test_two_documents_with_one_id(write):
    with pytest.raises(CorpusError, match="two documents have the id 'doc-1'"):
        read_documents(write(GOOD, GOOD))


def test_sentences_of_ones_own_need_text_and_hype_only(write):
    file = write({"text": "A plain <b>text</b>.", "hype": 0}, SENTENCES[0])
    plain, marked = read_sentences(file)
    assert (plain.text, plain.spans) == ("A plain <b>text</b>.", ())
    assert len(marked.spans) == 1


def test_published_corpus_reads_back_as_the_documents_it_was_built_from(write, tmp_path):
    rows = [
        {**GOOD, "id": f"doc-{n}", **({"title": "", "title_hype": 0} if n % 2 else {})}
        for n in range(40)
    ]
    documents = read_documents(write(*rows))
    build_corpus(documents, tmp_path / "out")
    again = [
        d for split in ("train", "validation", "test") for d in read_corpus(tmp_path / "out", split)
    ]
    assert sorted(again, key=lambda d: d.id) == sorted(documents, key=lambda d: d.id)


def test_unknown_split_is_named(tmp_path):
    with pytest.raises(CorpusError, match=r"no split 'dev'. Allowed: train, validation, test"):
        read_corpus(tmp_path, "dev")


def test_sentence_row_without_document_is_named(tmp_path):
    (tmp_path / "test.jsonl").write_text('{"part": "text"}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"test.jsonl:1 lacks 'document'"):
        read_corpus(tmp_path, "test")
