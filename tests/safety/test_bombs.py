"""Small files that unpack to large ones: what is read of them at a time is bounded."""

import csv
import gzip
import json
import sys

import pytest
import zstandard

from hypecheck.bulk import Settings, score_files
from hypecheck.bulk.readers import Broken, csv_rows, json_lines, records_of
from hypecheck.bulk.readers.text_files import read_whole
from hypecheck.bulk.sources import Source
from hypecheck.readers.plain import MAX_BYTES

LIMIT = 100_000


@pytest.fixture
def bomb(tmp_path, monkeypatch):
    """Writes a compressed file of one endless line; the longest line is made short for the test."""
    before = csv.field_size_limit()
    for module in (csv_rows, json_lines):
        monkeypatch.setattr(module, "MAX_LINE", LIMIT)

    def write(name, start=b""):
        path = tmp_path / name
        path.write_bytes(gzip.compress(start + b"0" * 30 * LIMIT))
        assert path.stat().st_size < LIMIT
        return path

    yield write
    csv.field_size_limit(before)


def test_endless_line_of_csv_ends_the_file(bomb):
    path = bomb("news.csv.gz", b"text\nIt is a game-changer.\n")
    row, end = records_of(Source("csv", (str(path),), path.name), 0)
    assert row.value == (["text"], ["It is a game-changer."])
    assert isinstance(end, Broken)
    assert f"longer than {LIMIT} characters" in end.reason


def test_endless_cell_of_csv_ends_the_file(bomb):
    path = bomb("news.csv.gz", b'text\n"' + b"a\n" * LIMIT)
    (end,) = records_of(Source("csv", (str(path),), path.name), 0)
    assert "field larger than field limit" in end.reason


def test_endless_line_of_jsonl_is_one_refused_row(bomb, tmp_path):
    path = bomb("news.jsonl.gz", b'{"text": "It is a game-changer."}\n')
    out = tmp_path / "out"
    summary = score_files([str(path)], str(out), settings=Settings(only_english=False))
    assert (summary["scored"], summary["failed"]) == (1, 1)
    assert f"longer than {LIMIT} bytes" in (out / "errors.jsonl").read_text(encoding="utf-8")


def test_no_more_of_a_text_is_unpacked_than_is_allowed(tmp_path):
    path = tmp_path / "news.txt.gz"
    path.write_bytes(gzip.compress(b"0" * (2 * MAX_BYTES), 1))
    content = read_whole(str(path))
    assert len(content) == MAX_BYTES + 1
    assert sys.getsizeof(content) < 2 * MAX_BYTES


@pytest.mark.parametrize("ending", [".zst", ".gz"])
@pytest.mark.parametrize(
    ("name", "start", "words"),
    [
        ("news.csv", b"text\n", "longer than"),
        ("news.jsonl", b"", "longer than"),
        ("news.txt", b"", "MB are checked in one piece"),
        ("news.html", b"<p>", "MB"),
    ],
)
def test_a_bomb_is_a_line_among_the_errors(tmp_path, monkeypatch, name, start, words, ending):
    for module in (csv_rows, json_lines):
        monkeypatch.setattr(module, "MAX_LINE", LIMIT)
    before = csv.field_size_limit()
    pack = zstandard.ZstdCompressor().compress if ending == ".zst" else gzip.compress
    path = tmp_path / f"{name}{ending}"
    path.write_bytes(pack(start + b"0" * (MAX_BYTES + 2)))
    assert path.stat().st_size < LIMIT
    out = tmp_path / "out"
    summary = score_files([str(path)], str(out), settings=Settings(only_english=False))
    csv.field_size_limit(before)
    assert (summary["scored"], summary["failed"]) == (0, 1)
    (line,) = (out / "errors.jsonl").read_text(encoding="utf-8").splitlines()
    assert words in line


def test_a_bomb_in_a_bomb_is_unpacked_once(tmp_path):
    path = tmp_path / "news.txt.gz"
    path.write_bytes(gzip.compress(gzip.compress(b"0" * 3 * MAX_BYTES)))
    content = read_whole(str(path))
    assert content.startswith(b"\x1f\x8b")
    assert len(content) < MAX_BYTES


@pytest.mark.parametrize(
    "name", ["../../escaped", "/tmp/escaped", "..\\escaped", "a/b", "~root/x", "a\x00b", "con"]
)
@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_nothing_of_a_row_names_a_file(tmp_path, name, form):
    source = tmp_path / "in" / "news.jsonl"
    source.parent.mkdir()
    row = dict.fromkeys(("id", "title", "url", "outlet", "author"), name) | {
        "text": "A game-changer."
    }
    source.write_text(json.dumps(row) + "\n", encoding="utf-8")
    out = tmp_path / "in" / "out"
    settings = Settings(only_english=False, form=form, spans=True)
    assert score_files([str(source)], str(out), settings=settings)["scored"] == 1
    files = {
        str(path.relative_to(out))
        for path in tmp_path.rglob("*")
        if path.is_file() and path != source
    }
    assert files == {
        f"articles/part-000000.{form}", f"spans/part-000000.{form}", "errors.jsonl", "summary.json",
        "manifest.json",
    }  # fmt: skip


def test_no_id_of_a_row_leads_out_of_the_output_folder(tmp_path):
    source = tmp_path / "news.jsonl"
    source.write_text(
        '{"id": "../../escaped", "text": "It is a game-changer."}\n', encoding="utf-8"
    )
    score_files([str(source)], str(tmp_path / "in" / "out"), settings=Settings(only_english=False))
    files = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert files == {
        "news.jsonl",
        "part-000000.jsonl",
        "errors.jsonl",
        "summary.json",
        "manifest.json",
    }
