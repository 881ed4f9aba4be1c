"""`hypecheck lexicon` and the options for a vocabulary of one's own."""

import json

import pytest
from click.testing import CliRunner

from hypecheck.cli import main
from hypecheck.lexicon import LABELS, load_lexicon


@pytest.fixture
def run():
    return lambda *arguments, text=None: CliRunner().invoke(
        main, [*map(str, arguments)], input=text
    )


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.jsonl"
    path.write_text(
        '{"label": "buzzword", "patterns": ["synergy/n"], "flags": ["Pure synergy."]}\n'
        '{"id": "game-changer", "off": true}\n{"allow": "world-class"}\n'
    )
    return path


class TestList:
    def test_shows_ones_own_entries_with_the_shipped_ones(self, run, mine):
        lines = run("lexicon", "list", "--lexicon", mine).stdout.splitlines()
        assert len(lines) == len(load_lexicon())  # one more, one off
        assert "buzzword-synergy\tbuzzword\t2\tsynergy/n" in lines

    def test_of_a_label_that_no_entry_has(self, run, mine):
        result = run("lexicon", "list", "--lexicon", mine, "--label", "buzzwords")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "--label: no entry has 'buzzwords'. Allowed: buzzword, capability" in result.stderr

    @pytest.mark.parametrize("command", [["list"], ["why", "synergy"]])
    def test_that_replaces_the_shipped_one_has_to_be_named(self, run, command):
        result = run("lexicon", *command, "--lexicon-mode", "replace")
        assert (result.exit_code, result.stdout) == (2, "")
        assert "--lexicon-mode replace needs --lexicon FILE" in result.stderr

    def test_of_one_label(self, run, mine):
        (line,) = run(
            "lexicon", "list", "--lexicon", mine, "--label", "buzzword"
        ).stdout.splitlines()
        assert line.startswith("buzzword-synergy")

    def test_alone(self, run, mine):
        mine.write_text('{"label": "buzzword", "patterns": ["synergy/n"]}')
        shown = run("lexicon", "list", "--lexicon", mine, "--lexicon-mode", "replace").stdout
        assert shown.count("\n") == 1


class TestValidate:
    def test_says_what_a_file_does(self, run, mine):
        result = run("lexicon", "validate", mine)
        assert result.exit_code == 0
        assert "1 added, 0 changed, 1 switched off, 1 allowed; 0 problems" in result.stdout
        assert "note: category 'buzzword' is new: it counts by its intensity and voice." in result.stdout  # fmt: skip

    def test_shows_all_mistakes_at_once(self, run, tmp_path):
        path = tmp_path / "bad.jsonl"
        path.write_text(
            '{"label": "x"}\n{"id": "nope", "off": true}\n{"allow": "fine"}\n{"colour": 1}\n'
        )
        result = run("lexicon", "validate", path)
        assert result.exit_code == 3
        for place in ("bad.jsonl:1", "bad.jsonl:2", "bad.jsonl:4"):
            assert place in result.stdout
        assert result.stdout.endswith("1 allowed; 3 problems\n")

    @pytest.mark.parametrize(
        ("row", "words"),
        [
            ({"flags": ["Nothing."]}, "must flag, and doesn't: Nothing."),
            ({"ignores": ["Pure synergy."]}, "must not flag, and does: Pure synergy."),
            ({"patterns": ["*"]}, "without a sure word"),
        ],
    )
    def test_tries_the_examples(self, run, tmp_path, row, words):
        path = tmp_path / "mine.jsonl"
        path.write_text(json.dumps({"label": "praise", "patterns": ["synergy/n"], **row}))
        result = run("lexicon", "validate", path)
        assert result.exit_code == 3
        assert words in result.stdout

    def test_asks_for_an_example_and_for_the_meant_category(self, run, tmp_path):
        path = tmp_path / "mine.jsonl"
        path.write_text('{"label": "superlativ", "patterns": ["synergy/n"]}')
        shown = run("lexicon", "validate", path).stdout
        assert "has no sentence that it must flag" in shown
        assert "Did you mean 'superlative'?" in shown

    def test_missing_file_is_a_problem(self, run, tmp_path):
        result = run("lexicon", "validate", tmp_path / "none.jsonl")
        assert result.exit_code == 3
        assert "can't be read" in result.stdout


class TestWhy:
    def test_says_what_fires_and_what_is_kept_from_it(self, run, mine):
        shown = run("lexicon", "why", "Pure synergy, world-class, a game-changer.", "--lexicon", mine).stdout  # fmt: skip
        assert "“synergy”: buzzword by lexicon entry 'buzzword-synergy'" in shown
        assert "the phrase is allowed ('world-class')" in shown
        assert "'game-changer' (transformation) would fire, but it is switched off" in shown

    def test_shows_near_entries_where_nothing_fires(self, run):
        shown = run("lexicon", "why", "a gamechagner").stdout
        assert "No entry fires on “a gamechagner”" in shown
        assert "game-changer (transformation)" in shown

    def test_says_so_where_nothing_is_near(self, run):
        assert "No entry is near." in run("lexicon", "why", "zzzz qqqq").stdout

    def test_allowed_on_the_command_line(self, run):
        shown = run("lexicon", "why", "a game-changer", "--allow", "game-changer").stdout
        assert "the phrase is allowed" in shown


class TestCheck:
    def test_uses_the_vocabulary(self, run, mine):
        row = json.loads(run("check", "-", "--format", "json", "--lexicon", mine, text="Synergy is a world-class game-changer.").stdout)  # fmt: skip
        assert [span["label"] for span in row["spans"]] == ["buzzword"]
        assert not {span["label"] for span in row["spans"]} & set(LABELS)

    def test_shows_a_new_category_on_the_page(self, run, mine):
        shown = run("check", "-", "--format", "html", "--lexicon", mine, text="Synergy.").stdout
        assert "buzzword" in shown

    def test_mistake_is_one_line_and_exit_3(self, run, tmp_path):
        path = tmp_path / "mine.jsonl"
        path.write_text('{"label": "x"}')
        result = run("check", "-", "--lexicon", path, text="A.")
        assert result.exit_code == 3
        assert result.stderr.count("\n") == 1
        assert "mine.jsonl:1" in result.stderr

    def test_bulk_takes_it_too(self, run, mine, tmp_path):
        (tmp_path / "in.jsonl").write_text('{"text": "Pure synergy and a game-changer, they say in the office on Monday."}\n')  # fmt: skip
        out = tmp_path / "out"
        result = run(
            "score", tmp_path / "in.jsonl", "--out", out, "--lexicon", mine, "--allow", "zz"
        )
        assert result.exit_code == 0, result.output
        (row,) = [
            json.loads(line)
            for path in out.rglob("articles/*.jsonl")
            for line in path.read_text().splitlines()
        ]
        assert [span["label"] for span in row["spans"]] == ["buzzword"]
        again = run("score", tmp_path / "in.jsonl", "--out", out, "--lexicon", mine)
        assert again.exit_code == 3
        assert "option allow" in again.stderr
