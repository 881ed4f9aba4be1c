"""A field that is named and isn't there: refused at once, unless some row has it."""

import gzip
import json

import pytest
from bulk_helpers import SOBER, read_rows
from click.testing import CliRunner

from hypecheck.bulk import Columns, Settings, score_files
from hypecheck.cli import main
from hypecheck.errors import InputError

PLAIN = {"id": "a", "text": SOBER}
DATED = {**PLAIN, "published": "2024-05-01"}


@pytest.fixture
def write(tmp_path):
    def _write(name, *rows):
        content = "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)
        data = content.encode()
        (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
        return str(tmp_path / name)

    return _write


def score(tmp_path, *paths, **columns):
    out = tmp_path / "out"
    settings = Settings(columns=Columns(**columns), only_english=False)
    summary = score_files(paths, str(out), settings=settings)
    return summary, read_rows(out)


@pytest.mark.parametrize("part", ["text", "title", "date", "id", "url", "outlet", "author"])
def test_name_that_no_row_has_is_refused_with_those_that_there_are(part, write, tmp_path):
    path = write("n.jsonl", PLAIN, PLAIN)
    with pytest.raises(InputError, match=r"No row has a field 'nope'. Fields .*: id, text\. Name"):
        score(tmp_path, path, **{part: "nope"})
    assert not (tmp_path / "out" / "manifest.json").exists()


def test_the_command_ends_with_3_as_it_does_for_a_table(write, tmp_path):
    path = write("n.jsonl", PLAIN)
    done = CliRunner().invoke(
        main, ["score", path, "--out", str(tmp_path / "out"), "--date", "nope"]
    )
    assert done.exit_code == 3
    assert "No row has a field 'nope'" in done.output


def test_one_row_that_has_it_is_enough(write, tmp_path):
    path = write("n.jsonl", *[PLAIN] * 700, DATED)
    _, rows = score(tmp_path, path, date="published")
    assert rows[-1]["as_of"] == "2024-05-01"
    assert len(rows) == 701


def test_also_in_another_file(write, tmp_path):
    paths = write("a.jsonl", PLAIN), write("b.jsonl.gz", PLAIN, DATED)
    _, rows = score(tmp_path, *paths, date="published")
    assert rows[-1]["as_of"] == "2024-05-01"


def test_word_in_a_text_or_a_field_further_down_is_no_field(write, tmp_path):
    told = {**PLAIN, "text": 'It was "published" today.', "more": {"published": "2024"}}
    with pytest.raises(InputError, match="No row has a field 'published'"):
        score(tmp_path, write("n.jsonl", told), date="published")


@pytest.mark.parametrize("name", ["Veröffentlicht", 'a"b', "日付", "a\\b"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_names_are_found_however_they_are_written(name, ascii_only, write, tmp_path):
    row = json.dumps({**PLAIN, name: "2024-05-01"}, ensure_ascii=ascii_only)
    _, (scored,) = score(tmp_path, write("n.jsonl", row), date=name)
    assert scored["as_of"] == "2024-05-01"


def test_rows_that_are_broken_say_nothing(write, tmp_path):
    path = write("n.jsonl", "{", '["published"]', DATED)
    summary, _ = score(tmp_path, path, date="published")
    assert (summary["scored"], summary["failed"]) == (1, 2)


def test_file_without_a_row_that_can_be_read_is_no_matter_of_names(write, tmp_path):
    summary, _ = score(tmp_path, write("n.jsonl", "{", "3"), date="published")
    assert summary["failed"] == 2


def test_text_files_have_no_dates(write, tmp_path):
    with pytest.raises(InputError, match=r"'published'. Fields that there are: id, text\."):
        score(tmp_path, write("n.txt", SOBER), date="published")
    summary, _ = score(tmp_path, write("m.txt", SOBER), text="text")
    assert summary["scored"] == 1


def test_pages_beside_rows_are_read_as_they_are(write, tmp_path):
    pytest.importorskip("trafilatura")
    page = write("n.html", f"<html><body><article><p>{SOBER}</p></article></body></html>")
    summary, rows = score(tmp_path, write("n.jsonl", DATED), page, date="published")
    assert summary["scored"] == 2
    assert rows[0]["as_of"] == "2024-05-01"


def test_tables_beside_rows_are_asked_for_themselves(write, tmp_path):
    table = write("n.csv", "text,published", f"{SOBER},2024-05-01")
    summary, _ = score(tmp_path, write("n.jsonl", PLAIN), table, date="published")
    assert summary["scored"] == 2
