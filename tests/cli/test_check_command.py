"""`hypecheck check`: what it prints, and one clear line for every kind of bad input."""

import json

import pytest
from click.testing import CliRunner

from hypecheck.cli import main

HYPED = "Our revolutionary, world-class platform is a game-changer that will transform every industry forever!"
SOBER = "The library reads CSV files and writes JSON."


@pytest.fixture
def run():
    runner = CliRunner()

    def _run(*arguments, text=None):
        return runner.invoke(main, ["check", *map(str, arguments)], input=text)

    return _run


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "strict.toml"
    path.write_text("[tool.hypecheck]\nfail-over = 0.1\n", encoding="utf-8")
    return path


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(HYPED, encoding="utf-8")
    return path


class TestText:
    def test_shows_score_category_and_stance(self, run, article):
        result = run(article, "--as-of", "2025-04-03")
        assert result.exit_code == 0
        assert "score 0." in result.stdout
        assert "transformation · asserted" in result.stdout
        assert "as of 2025-04-03 (given)" in result.stdout

    def test_stays_within_80_columns(self, run, article):
        lines = run(article).stdout.splitlines()
        assert max(map(len, lines)) <= 80

    def test_is_not_coloured_without_a_terminal(self, run, article):
        assert "\x1b[" not in run(article).stdout

    def test_says_so_where_nothing_was_found(self, run):
        assert "No overclaiming phrase was found." in run("-", text=SOBER).stdout

    def test_explains_the_score_on_request(self, run, article):
        assert "log-odds of clear hype" in run(article, "--explain").stdout

    def test_reads_several_files(self, run, article):
        lines = run(article, "-", text="A game-changer.").stdout.splitlines()
        assert lines[0].startswith(f"{article}:1:")
        assert "-:1:3: “game-changer” (transformation, asserted)" in lines
        assert lines[-1].endswith("in 2 files")


class TestJson:
    def test_is_the_report(self, run, article):
        row = json.loads(run(article, "--format", "json", "--as-of", "2025").stdout)
        assert row["as_of"] == "2025-12-31"
        assert {span["label"] for span in row["spans"]} >= {"transformation"}

    def test_title_is_scored_too(self, run, article):
        row = json.loads(run(article, "--format", "json", "--title", "A game-changer").stdout)
        assert row["spans"][0]["part"] == "title"


class TestFailOver:
    def test_score_above_the_limit_ends_with_1(self, run, article):
        assert run(article, "--fail-over", "0.3").exit_code == 1

    def test_score_below_the_limit_ends_with_0(self, run):
        assert run("-", "--fail-over", "0.5", text=SOBER).exit_code == 0


BAD_FILES = {
    "empty": b"",
    "blank": b" \n\t\n",
    "binary": bytes(range(256)),
    "nul": b"A text\x00 with a nul.",
    "latin-1": "Café".encode("latin-1"),
    "large": b"A sentence. " * 1_700_000,
}


class TestBadInput:
    @pytest.mark.parametrize("kind", BAD_FILES)
    def test_file_is_refused_with_one_line(self, run, tmp_path, kind):
        path = tmp_path / f"{kind}.txt"
        path.write_bytes(BAD_FILES[kind])
        self.refused(run(path), 3, str(path))

    def test_missing_file(self, run, tmp_path):
        self.refused(run(tmp_path / "none.txt"), 3, "does not exist")

    def test_folder(self, run, tmp_path):
        self.refused(run(tmp_path), 3, "no files to check")

    @pytest.mark.parametrize("day", ["2025-13-01", "tomorrow", "2025-02-30", ""])
    def test_impossible_as_of(self, run, article, day):
        self.refused(run(article, "--as-of", day), 2, "--as-of")

    def test_empty_standard_input(self, run):
        self.refused(run("-", text=""), 3, "standard input is empty")

    def test_no_input_at_all_is_a_usage_error(self, run):
        assert run().exit_code == 2

    @staticmethod
    def refused(result, code, words):
        assert result.exit_code == code
        assert result.stdout == ""
        assert result.stderr.count("\n") == 1
        assert words in result.stderr
        assert "Traceback" not in result.output


def test_one_plain_text_is_held_to_settings_that_are_given(run, article, settings):
    assert run(article).exit_code == 0
    assert run(article, "--config", settings).exit_code == 1


def test_settings_that_are_not_there_are_missed(run, article):
    result = run(article, "--config", "nosuch.toml")
    assert result.exit_code == 2
    assert "nosuch.toml" in result.output


def test_a_limit_that_is_no_number_is_refused(run, article):
    result = run(article, "--fail-over", "nan")
    assert result.exit_code == 2
    assert "nan is no number from 0 to 1." in result.output
