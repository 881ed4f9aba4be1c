"""Small files that unpack to large ones: what is read of them at a time is bounded."""

import csv
import gzip
import sys

import pytest

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
