"""The commands over vocabulary, releases and corpora."""

import json

import pytest
from click.testing import CliRunner

from hypecheck.cli import main


def run(*arguments):
    return CliRunner().invoke(main, list(map(str, arguments)))


class TestReleases:
    def test_search_lists_matching_releases_earliest_first(self):
        lines = run("releases", "search", "whisper", "--organization", "OpenAI").stdout.splitlines()
        assert [line.split()[1] for line in lines][:2] == ["whisper", "whisper-large-v2"]
        assert lines == sorted(lines)

    def test_search_takes_facets(self):
        lines = run(
            "releases", "search", "--organization", "Meta", "--kind", "llm", "--openness", "open",
            "--since", "2023", "--until", "2023",
        ).stdout.splitlines()  # fmt: skip
        assert lines
        assert all(line.startswith("2023") and ", llm, open" in line for line in lines)

    @pytest.mark.parametrize("name", ["GPT-2", "GPT2", "gpt-2", "OpenAI's GPT-2"])
    def test_show_finds_a_release_by_any_spelling(self, name):
        assert json.loads(run("releases", "show", name).stdout)["id"] == "gpt-2"

    def test_show_says_what_to_try_for_an_unknown_name(self):
        result = run("releases", "show", "Nosuchmodel 9")
        assert result.exit_code == 3
        assert "releases search" in result.stderr

    def test_shipped_table_is_valid(self):
        result = run("releases", "validate")
        assert (result.exit_code, result.stdout.endswith("no problem\n")) == (0, True)

    def test_table_with_a_mistake_names_its_line(self, tmp_path):
        path = tmp_path / "mine.jsonl"
        path.write_text('{"format": "hypecheck-releases", "version": 1}\n{"id": "x"}\n')
        result = run("releases", "validate", path)
        assert result.exit_code == 3
        assert "mine.jsonl:2" in result.output

    def test_impossible_date_is_one_line(self):
        result = run("releases", "search", "--since", "soon")
        assert result.exit_code == 3
        assert "'soon' is not a date" in result.stderr


class TestLexicon:
    def test_list_shows_entries_of_a_label(self):
        lines = run("lexicon", "list", "--label", "rivalry").stdout.splitlines()
        assert len(lines) > 20
        assert {line.split("\t")[1] for line in lines} == {"rivalry"}

    def test_validate_checks_every_example(self):
        assert run("lexicon", "validate").exit_code == 0

    def test_why_names_entry_and_cue(self):
        said = run("lexicon", "why", "Analysts doubt that it is a game-changer.").stdout
        assert "lexicon entry" in said
        assert "“doubt that”" in said or "“doubt”" in said


ROW = {
    "id": "note-1", "author": "me", "genre": "newswire", "field": "ai", "title": "", "title_hype": 0,
    "date": "2025-01-01", "hype": 0, "voice": "neutral",
    "sentences": [{"markup": "It is no <transformation:rejected>revolution</transformation>.", "hype": 0}],
}  # fmt: skip


class TestCorpus:
    @pytest.fixture
    def folder(self, tmp_path):
        (tmp_path / "a.jsonl").write_text(json.dumps(ROW) + "\n", encoding="utf-8")
        return tmp_path

    def test_validate_accepts_a_good_corpus(self, folder):
        assert run("corpus", "validate", folder).stdout == "1 documents, no problem\n"

    def test_validate_names_the_line_of_a_mistake(self, folder):
        bad = {**ROW, "sentences": [{"markup": "A <praise:loud>gem</praise>.", "hype": 0}]}
        (folder / "a.jsonl").write_text(json.dumps(bad) + "\n", encoding="utf-8")
        result = run("corpus", "validate", folder)
        assert result.exit_code == 3
        assert "a.jsonl:1" in result.output

    def test_validate_names_what_goes_against_the_guidelines(self, folder):
        bad = {**ROW, "date": "2025-01", "sentences": [{"markup": "It reads.", "hype": 2}]}
        (folder / "a.jsonl").write_text(json.dumps(bad) + "\n", encoding="utf-8")
        result = run("corpus", "validate", folder)
        assert result.exit_code == 3
        assert result.stdout.splitlines() == [
            "note-1: date is '2025-01'. Allowed: a whole day, YYYY-MM-DD.",
            "note-1, part 0: hype is 2 without a span. Mark the words or lower it. ('It reads.')",
        ]

    def test_build_writes_the_splits_of_the_parts(self, folder):
        (folder / "parts").mkdir()
        (folder / "a.jsonl").rename(folder / "parts" / "a.jsonl")
        result = run("corpus", "build", folder)
        assert result.exit_code == 0, result.output
        lines = [
            line
            for split in ("train", "validation", "test")
            for line in (folder / f"{split}.jsonl").read_text("utf-8").splitlines()
        ]
        assert ["It is no revolution." in line for line in lines] == [True]

    def test_stats_counts(self, folder):
        counts = json.loads(run("corpus", "stats", folder).stdout)
        assert (counts["documents"], counts["stance"]["rejected"]) == (1, 1)

    def test_missing_folder_is_one_line(self, tmp_path):
        result = run("corpus", "stats", tmp_path / "none")
        assert result.exit_code == 3
        assert "none" in result.stderr


def test_every_command_has_help():
    for command in main.commands.values():
        assert command.help
        for inner in getattr(command, "commands", {}).values():
            assert inner.help
