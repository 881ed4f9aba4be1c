"""The commands that draw, export, compare and merge release tables."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from hypecheck import resources
from hypecheck.cli import main
from hypecheck.evidence.load import BUNDLED
from hypecheck.evidence.releases import ReleaseDB
from hypecheck.resources import read_text

ROCKETS = Path(__file__).parents[2] / "examples" / "rockets" / "rockets.csv"
CATALOGUE = {
    "openai": {
        "models": {
            "gpt-4o": {"id": "gpt-4o", "name": "GPT-4o", "release_date": "2023-01-01"},
            "zyx": {"id": "zyx-9", "name": "Zyx 9", "release_date": "2026-10-01"},
        }
    }
}


def run(*arguments):
    return CliRunner().invoke(main, ["releases", *map(str, arguments)])


@pytest.fixture
def catalogue(tmp_path):
    path = tmp_path / "api.json"
    path.write_text(json.dumps(CATALOGUE), encoding="utf-8")
    return path


@pytest.fixture
def mine(tmp_path):
    """A table of one's own with the releases called GPT-4o."""
    path = tmp_path / "mine.jsonl"
    assert run("export", "--format", "jsonl", "gpt-4o", path).exit_code == 0
    return path


def lay_table(monkeypatch, place):
    """Let the bundled table lie in another place."""
    usual = resources.data_path
    monkeypatch.setattr(
        resources, "data_path", lambda name: place if name == BUNDLED else usual(name)
    )


#: The commands that choose releases, with what else each needs.
CHOOSING = {"search": (), "timeline": (), "export": ("--format", "csv", "out.csv")}


@pytest.mark.parametrize("command", CHOOSING)
class TestFacets:
    @pytest.mark.parametrize("number", ["abc", "nan", "inf", "-1", "1e999", ""])
    @pytest.mark.parametrize("option", ["--min-parameters", "--max-parameters"])
    def test_a_number_that_is_none_is_refused(self, command, option, number):
        result = run(command, option, number, *CHOOSING[command])
        assert result.exit_code == 2
        assert f"{number!r} is no number of parameters. Write it like 7e9." in result.stderr

    @pytest.mark.parametrize(
        ("option", "value", "words"),
        [
            (
                "--openness",
                "foo",
                "Allowed: api, closed, open, open-source, open-weights, unknown.",
            ),
            ("--kind", "txt-to-image", "text-to-image"),
            ("--organization", "Opan AI", "Near it: OpenAI"),
            ("--organization", "Nopecorp Qwx", "no release has 'Nopecorp Qwx'.\n"),
            ("--country", "Frannce", "Near it: France"),
            ("--trait", "reasonin", "Near it: reasoning"),
        ],
    )
    def test_a_value_that_no_release_has_is_named(
        self, command, option, value, words, tmp_path, monkeypatch
    ):
        monkeypatch.chdir(tmp_path)
        result = run(command, "whisper", option, value, *CHOOSING[command])
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.startswith(f"hypecheck: {option}: no release has {value!r}.")
        assert words in result.stderr
        assert not list(tmp_path.iterdir())

    def test_facets_that_nothing_has_together_are_told(self, command, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        result = run(command, "--organization", "Meta", "--kind", "asr", "--until", "2001",
                     *CHOOSING[command])  # fmt: skip
        assert (result.exit_code, result.stdout) == (3, "")
        assert "Leave one of them out." in result.stderr


def test_help_of_export_shows_an_example_a_line():
    lines = [line.strip() for line in run("export", "--help").stdout.splitlines()]
    assert "hypecheck releases export --format sqlite releases.db" in lines
    assert "\\b" not in lines


class TestTimeline:
    def test_text_has_a_line_for_each_event_in_the_order_of_time(self):
        said = run("timeline", "whisper", "--organization", "OpenAI").stdout
        assert said.startswith("2022 (3 events)\n  09-21  weights    Whisper (OpenAI)\n")
        assert "Distil-Whisper" not in said

    def test_facets_choose(self):
        said = run("timeline", "--trait", "moe", "--country", "France", "--until", "2023").stdout
        assert "Mixtral 8x7B (Mistral AI)" in said
        assert "2024" not in said

    def test_svg_goes_to_standard_output_or_a_file(self, tmp_path):
        said = run("timeline", "whisper", "--format", "svg").stdout
        assert ElementTree.fromstring(said).tag.endswith("svg")
        result = run("timeline", "whisper", "--format", "svg", "--out", tmp_path / "t.svg")
        assert result.stdout.startswith("7 releases in ")
        assert (tmp_path / "t.svg").read_text(encoding="utf-8") == said

    def test_html_is_a_page_that_states_its_table(self):
        said = run("timeline", "whisper", "--format", "html").stdout
        assert said.startswith("<!doctype html>")
        assert f"table: {ReleaseDB.load().snapshot_id} · licence: CC-BY-4.0" in said
        assert "<h1>whisper</h1>" in said

    def test_another_table_can_be_drawn(self):
        said = run("timeline", "--table", ROCKETS, "--trait", "super-heavy").stdout
        assert "1967 (1 event)\n  11-09  orbit      Saturn V (NASA)" in said

    def test_nothing_found_is_one_line(self):
        result = run("timeline", "nosuchmodel")
        assert (result.exit_code, "Leave one of them out" in result.stderr) == (3, True)

    def test_a_place_that_can_t_be_written_is_one_line(self, tmp_path):
        result = run("timeline", "whisper", "--out", tmp_path / "none" / "t.txt")
        assert (result.exit_code, "can't be written" in result.stderr) == (3, True)


class TestSearchAndShow:
    def test_sizes_bound_a_search(self):
        lines = run(
            "search", "--organization", "Meta", "--min-parameters", "1e11", "--kind", "llm"
        ).stdout
        assert "llama-3.1 " in lines
        assert "llama-2 " not in lines

    def test_show_names_the_original_publisher_and_other_dates(self):
        shown = json.loads(run("show", "gpt-2").stdout)
        assert any(
            line.startswith("Stanford CRFM, Ecosystem Graphs") for line in shown["publishers"]
        )
        assert any("as mirrored in" in line for line in shown["publishers"])
        assert shown["other_dates"] == [{"source": "ecosystem-graphs", "date": "2019-11-01"}]
        assert shown["snapshot"] == ReleaseDB.load().snapshot_id

    def test_show_reads_tables_laid_over_the_bundled_one(self):
        arguments = ("--table", "bundled", "--table", ROCKETS)
        assert json.loads(run("show", "SpaceX's Falcon 9", *arguments).stdout)["kind"] == "rocket"
        assert json.loads(run("show", "GPT-2", *arguments).stdout)["kind"] == "llm"


class TestExport:
    def test_sqlite_can_be_asked(self, tmp_path):
        path = tmp_path / "r.db"
        assert run("export", "--format", "sqlite", path).stdout.startswith(
            f"{len(ReleaseDB.load())}"
        )
        with closing(sqlite3.connect(path)) as database:
            sql = "SELECT date FROM events WHERE release = 'whisper' AND kind = 'weights'"
            assert database.execute(sql).fetchall() == [("2022-09-21",)]
            (found,) = database.execute(
                "SELECT value FROM meta WHERE key = 'snapshot_id'"
            ).fetchone()
        assert found == ReleaseDB.load().snapshot_id

    def test_jsonl_is_the_same_table_again(self, tmp_path):
        assert run("export", "--format", "jsonl", tmp_path / "r.jsonl").exit_code == 0
        assert (tmp_path / "r.jsonl").read_text(encoding="utf-8") == read_text(
            "releases/releases.jsonl"
        )

    def test_csv_imports_again_without_a_change(self, tmp_path):
        run("export", "--format", "csv", tmp_path / "r.csv")
        said = run("import", "--from", "csv", tmp_path / "r.csv").stdout
        assert said.startswith("0 new, 0 changed, 0 in conflict, 0 of unknown organisations")

    def test_parquet_reads_back(self, tmp_path):
        pq = pytest.importorskip("pyarrow.parquet")
        run("export", "--format", "parquet", "whisper", tmp_path / "r.parquet")
        assert "whisper" in pq.read_table(tmp_path / "r.parquet").column("id").to_pylist()

    def test_words_and_facets_choose(self, mine):
        assert {release.organization for release in ReleaseDB.load(mine)} >= {"OpenAI"}
        assert 1 <= len(ReleaseDB.load(mine)) < 50

    def test_without_a_path_it_says_what_is_missing(self):
        result = run("export", "--format", "csv")
        assert (result.exit_code, "PATH" in result.stderr) == (2, True)

    def test_a_place_that_can_t_be_written_is_one_line(self, tmp_path):
        result = run("export", "--format", "csv", tmp_path / "none" / "r.csv")
        assert (result.exit_code, "can't be written" in result.stderr) == (3, True)


class TestDiff:
    def test_a_table_doesn_t_differ_from_itself(self):
        assert run("diff", "bundled", "bundled").stdout == "0 new, 0 gone, 0 changed\n"

    def test_each_difference_has_a_line(self, mine, tmp_path):
        lines = mine.read_text(encoding="utf-8").splitlines()
        row = json.loads(lines[1])
        lines[1] = json.dumps({**row, "licence": "MIT"})
        other = tmp_path / "other.jsonl"
        other.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
        said = run("diff", mine, other).stdout.splitlines()
        assert said[0].startswith(f"- {json.loads(lines[-1])['id']}  ")
        assert said[1] == f"~ {row['id']} licence: none → MIT"
        assert said[2] == "0 new, 1 gone, 1 changed"


class TestImport:
    def test_without_write_it_prints_and_writes_nothing(self, mine, catalogue):
        before = mine.read_bytes()
        said = run("import", "--from", "models.dev", "--table", mine, catalogue).stdout
        assert said.splitlines() == [
            "+ zyx-9  Zyx 9 (OpenAI), 2026-10-01",
            "! gpt-4o date: table 2024-05-13, models.dev 2023-01-01",
            "1 new, 0 changed, 1 in conflict, 0 of unknown organisations, 1 known",
        ]
        assert mine.read_bytes() == before

    def test_with_write_the_table_has_it_and_keeps_the_rules(self, mine, catalogue):
        arguments = ("import", "--from", "models.dev", "--table", mine, catalogue)
        assert run(*arguments, "--write").stdout.endswith(f"written to {mine}\n")
        db = ReleaseDB.load(mine)
        assert db["zyx-9"].date == "2026-10-01"
        assert db["gpt-4o"].date == "2024-05-13"
        assert ("models.dev", "2023-01-01") in [(o.source, o.date) for o in db.conflicts("gpt-4o")]
        assert run("validate", mine).exit_code == 0
        assert run(*arguments).stdout.startswith("0 new, 0 changed, 0 in conflict")

    def test_epoch_s_table_is_read(self, tmp_path):
        path = tmp_path / "epoch.csv"
        path.write_text(
            "Model,Organization,Publication date,Parameters,Open model weights?\n"
            "GPT-2,OpenAI,2019-02-14,124000000,Yes\nQwz 1,Nolab Nowhere,2025-01-01,,\n",
            encoding="utf-8",
        )
        assert run("import", "--from", "epoch", path).stdout.splitlines() == [
            "? qwz-1  Qwz 1 (Nolab Nowhere), 2025-01-01: unknown organisation",
            "0 new, 0 changed, 0 in conflict, 1 of unknown organisations, 1 known",
        ]

    def test_the_bundled_table_is_written_where_it_lies(self, mine, catalogue, monkeypatch):
        lay_table(monkeypatch, mine)
        result = run("import", "--from", "models.dev", "--write", catalogue)
        assert result.stdout.endswith(f"written to {mine}\n")
        assert "zyx-9" in ReleaseDB.load(mine)

    def test_a_table_in_an_archive_can_t_be_written(self, catalogue, monkeypatch):
        lay_table(monkeypatch, object())
        result = run("import", "--from", "models.dev", "--write", catalogue)
        assert (result.exit_code, "lies in an archive" in result.stderr) == (3, True)

    def test_a_csv_with_a_mapping_file_is_merged_into_a_table_of_its_field(self, tmp_path):
        table = tmp_path / "rockets.jsonl"
        run("export", "--format", "jsonl", "--table", ROCKETS, "--until", "1999", table)
        early = len(ReleaseDB.load(table))
        result = run("import", "--from", "csv", "--table", table, "--write", ROCKETS)
        assert "+ zhuque-2  Zhuque-2 (LandSpace), 2023-07-12\n" in result.stdout
        assert early < len(ReleaseDB.load(table)) == len(ReleaseDB.load(ROCKETS))
        assert run("validate", table).exit_code == 0

    def test_a_csv_table_is_not_merged_into(self, catalogue):
        result = run("import", "--from", "models.dev", "--table", ROCKETS, catalogue)
        assert (result.exit_code, "JSONL table" in result.stderr) == (3, True)

    def test_a_file_of_another_form_is_one_line(self, tmp_path):
        (tmp_path / "x.json").write_text("[]", encoding="utf-8")
        result = run("import", "--from", "models.dev", tmp_path / "x.json")
        assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
