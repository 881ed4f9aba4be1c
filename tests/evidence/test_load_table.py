import json

import pytest

from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.load import Table, read_table, row_of_release, write_table
from hypecheck.types import Event, Release

HEADER = {"format": "hypecheck-releases", "version": 1, "snapshot": "2026-08-31", "rows": 1}
ROW = {
    "id": "demo-1",
    "name": "Demo 1",
    "aliases": ["Demo One"],
    "organization": "Demo Lab",
    "date": "2024-05",
    "events": [{"kind": "weights", "date": "2024-05"}],
    "openness": "open-weights",
    "sources": ["https://example.org/demo"],
}


def write(path, *rows):
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    return path


def test_read_table_gives_records_with_tuples(tmp_path):
    table = read_table(write(tmp_path / "t.jsonl", HEADER, ROW))
    release = table.releases[0]
    assert release.aliases == ("Demo One",)
    assert release.event("weights").date == "2024-05"
    assert table.snapshot == "2026-08-31"


def test_an_event_without_sources_has_those_of_its_release(tmp_path):
    release = read_table(write(tmp_path / "t.jsonl", HEADER, ROW)).releases[0]
    assert release.events[0].sources == ("https://example.org/demo",)


def test_an_event_keeps_sources_of_its_own(tmp_path):
    event = {"kind": "weights", "date": "2024-05", "sources": ["https://example.org/other"]}
    table = read_table(write(tmp_path / "t.jsonl", HEADER, {**ROW, "events": [event]}))
    assert table.releases[0].events[0].sources == ("https://example.org/other",)


def test_stages_stand_beside_the_releases(tmp_path):
    staged = {**ROW, "id": "demo-1-xl", "stage_of": "demo-1"}
    table = read_table(write(tmp_path / "t.jsonl", HEADER, ROW, staged))
    assert table.stage_of == {"demo-1-xl": "demo-1"}


@pytest.mark.parametrize(
    ("rows", "line", "words"),
    [
        ([{"format": "other", "version": 1}], 1, "hypecheck-releases"),
        ([{**HEADER, "version": 2}], 1, "version 2"),
        ([{"format": "hypecheck-releases", "version": 1}], 1, "snapshot"),
        ([HEADER, {**ROW, "colour": "red"}], 2, "'colour'"),
        ([HEADER, ROW, {"name": "no id"}], 3, "'id'"),
        ([HEADER, {**ROW, "events": [{"date": "2024"}]}], 2, "kind"),
        ([HEADER, {**ROW, "aliases": 3}], 2, "a list of texts"),
    ],
)
def test_a_bad_line_is_named_with_its_file(tmp_path, rows, line, words):
    path = write(tmp_path / "bad.jsonl", *rows)
    with pytest.raises(ReleaseDBError, match=rf"bad\.jsonl:{line} ") as error:
        read_table(path)
    assert words in str(error.value)


def test_a_line_that_is_no_json_is_named(tmp_path):
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(HEADER) + '\n{"id": \n', encoding="utf-8")
    with pytest.raises(ReleaseDBError, match=r"bad\.jsonl:2 is not JSON"):
        read_table(path)


def test_a_missing_file_is_one_clear_error(tmp_path):
    with pytest.raises(ReleaseDBError, match="can't be read"):
        read_table(tmp_path / "none.jsonl")


def test_a_file_that_is_no_text_is_one_clear_error(tmp_path):
    (tmp_path / "t.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ReleaseDBError, match="not UTF-8"):
        read_table(tmp_path / "t.jsonl")


def test_write_table_sorts_counts_and_reads_back(tmp_path):
    releases = (
        Release("b", "B", date="2024", events=(Event("api", "2024"),)),
        Release("a", "A", date="2023", sources=("s",), events=(Event("paper", "2023", ("s",)),)),
    )
    path = tmp_path / "t.jsonl"
    write_table(Table({**HEADER, "rows": 0}, releases, {"b": "a"}), path)
    table = read_table(path)
    assert [release.id for release in table.releases] == ["a", "b"]
    assert table.header["rows"] == 2
    assert table.stage_of == {"b": "a"}
    assert table.releases[0] == releases[1]


def test_a_row_leaves_out_what_is_at_its_default():
    row = row_of_release(Release("a", "A", sources=("s",), events=(Event("api", "2024", ("s",)),)))
    assert row == {
        "id": "a",
        "name": "A",
        "sources": ["s"],
        "events": [{"kind": "api", "date": "2024"}],
    }
