"""The table as CSV, SQLite, Parquet and Arrow says what the table says."""

import csv
import sqlite3
from contextlib import closing
from datetime import date

import pytest

from hypecheck.errors import InputError, MissingExtraError
from hypecheck.exporters import release_files
from hypecheck.exporters.release_files import WRITERS, arrow_table, write_releases
from hypecheck.exporters.release_rows import csv_row, typed_row
from hypecheck.readers.releases_csv import NEEDED, read_releases_csv
from hypecheck.types import Event, Release

EAR = Release(
    id="ear-2",
    name="Ear 2",
    aliases=("Ear, second", "EAR2"),
    organization="Nordlab",
    country="Sweden",
    date="2023-06",
    events=(
        Event("announced", "2023-06", ("https://example.org/ear",)),
        Event("weights", "2023-07-01", ("https://example.org/ear",)),
    ),
    openness="open-weights",
    kind="asr",
    traits=("multilingual", "edge"),
    inputs=("audio",),
    outputs=("text",),
    parameters=1_500_000_000,
    sources=("https://example.org/ear",),
    note='says "hello"',
)
BARE = Release("sage", "Sage", date="2020", events=(Event("api", "2020"),), openness="api")
ABOUT = {"snapshot": "2025-12-31", "snapshot_id": "2025-12-31+abc"}


class TestRows:
    def test_csv_has_the_columns_that_an_import_needs(self):
        assert set(NEEDED) <= set(csv_row(EAR))

    def test_lists_are_joined_and_media_are_in_and_out(self):
        row = csv_row(EAR)
        assert row["aliases"] == "Ear, second|EAR2"
        assert row["modalities"] == "audio>text"
        assert row["events"] == "announced 2023-06|weights 2023-07-01"

    def test_what_is_unknown_is_blank(self):
        row = csv_row(BARE)
        assert (row["modalities"], row["weights_date"], row["parameters"]) == ("", "", None)

    def test_typed_rows_know_the_days_between_which_a_date_lies(self):
        row = typed_row(EAR)
        assert (row["earliest"], row["latest"]) == (date(2023, 6, 1), date(2023, 6, 30))

    def test_a_release_without_a_date_has_no_days(self):
        assert typed_row(Release("x", "X"))["earliest"] is None


class TestCsv:
    def test_it_reads_back_with_the_import_s_reader(self, tmp_path):
        write_releases([EAR, BARE], tmp_path / "r.csv", "csv")
        ear, sage = read_releases_csv(tmp_path / "r.csv")
        assert (ear.id, ear.aliases, ear.traits) == (EAR.id, EAR.aliases, EAR.traits)
        assert ear.event("weights").date == "2023-07-01"
        assert (ear.parameters, ear.note) == (EAR.parameters, EAR.note)
        assert sage.event("api").date == "2020"

    def test_no_releases_make_a_file_with_a_header_only(self, tmp_path):
        write_releases([], tmp_path / "r.csv", "csv")
        with (tmp_path / "r.csv").open(encoding="utf-8", newline="") as file:
            assert len(list(csv.reader(file))) == 1


class TestSqlite:
    @pytest.fixture
    def ask(self, tmp_path):
        path = tmp_path / "r.db"
        write_releases([EAR, BARE], path, "sqlite", ABOUT)

        def query(sql):
            with closing(sqlite3.connect(path)) as database:
                return database.execute(sql).fetchall()

        return query

    def test_facts_have_columns(self, ask):
        sql = "SELECT name, parameters, latest FROM releases WHERE kind = 'asr'"
        assert ask(sql) == [("Ear 2", 1_500_000_000, "2023-06-30")]

    def test_events_are_rows_of_their_own(self, ask):
        sql = "SELECT release, date FROM events WHERE kind = 'weights'"
        assert ask(sql) == [("ear-2", "2023-07-01")]

    def test_traits_aliases_and_sources_are_lists(self, ask):
        sql = "SELECT value FROM lists WHERE release = 'ear-2' AND field = 'traits'"
        assert ask(sql) == [("multilingual",), ("edge",)]

    def test_it_says_which_snapshot_it_is(self, ask):
        assert ("snapshot_id", "2025-12-31+abc") in ask("SELECT key, value FROM meta")

    def test_writing_again_replaces_the_file(self, tmp_path):
        for releases in ([EAR, BARE], [BARE]):
            write_releases(releases, tmp_path / "r.db", "sqlite")
        with closing(sqlite3.connect(tmp_path / "r.db")) as database:
            assert database.execute("SELECT count(*) FROM releases").fetchone() == (1,)


class TestArrow:
    @pytest.fixture(autouse=True)
    def _needs_pyarrow(self):
        pytest.importorskip("pyarrow")

    def test_lists_and_events_stay_nested(self):
        row = arrow_table([EAR], ABOUT).to_pylist()[0]
        assert row["traits"] == ["multilingual", "edge"]
        assert [event["kind"] for event in row["events"]] == ["announced", "weights"]
        assert row["latest"] == date(2023, 6, 30)

    def test_types_don_t_depend_on_the_rows(self):
        assert arrow_table([]).schema == arrow_table([EAR, BARE]).schema

    def test_parquet_keeps_rows_and_snapshot(self, tmp_path):
        import pyarrow.parquet as pq

        write_releases([EAR, BARE], tmp_path / "r.parquet", "parquet", ABOUT)
        table = pq.read_table(tmp_path / "r.parquet")
        assert table.column("id").to_pylist() == ["ear-2", "sage"]
        assert table.schema.metadata[b"snapshot_id"] == b"2025-12-31+abc"


def test_without_pyarrow_the_error_names_the_extra(monkeypatch, tmp_path):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(release_files, "import_module", missing)
    with pytest.raises(MissingExtraError, match=r"pip install 'hypecheck\[data\]'"):
        write_releases([EAR], tmp_path / "r.parquet", "parquet")


def test_an_unknown_format_is_one_clear_error(tmp_path):
    with pytest.raises(InputError, match=r"'xlsx' is no export format\. Allowed: csv, parquet"):
        write_releases([EAR], tmp_path / "r.xlsx", "xlsx")


@pytest.mark.parametrize("form", ["csv", "sqlite"])
def test_a_place_that_can_t_be_written_is_one_clear_error(tmp_path, form):
    assert form in WRITERS
    with pytest.raises(InputError, match="can't be written"):
        write_releases([EAR], tmp_path / "none" / "r.out", form)
