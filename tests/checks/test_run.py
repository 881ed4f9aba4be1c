"""Files checked: places, days, baselines and fixes."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

import hypecheck
from hypecheck.checks import (
    Baseline,
    Checker,
    Settings,
    edits_of,
    find_files,
    fixed,
    fixes,
    read_baseline,
    unified,
)
from hypecheck.checks.fixes import write_fixed
from hypecheck.checks.run import fails
from hypecheck.checks.words import render
from hypecheck.errors import ConfigError, InputError
from hypecheck.types import Article

LAUNCH = """---
title: Our launch
date: 2025-04-03
---

# A revolution in tea

The kettle is a *game-changer* 🚀 for
tea. It is OpenAI's first open-weight model since GPT-2.
"""


@pytest.fixture(scope="module")
def checker():
    return Checker(Settings())


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_places_are_those_of_the_file(checker, newline):
    source = LAUNCH.replace("\n", newline)
    report = checker.check("a.md", source)
    places = {finding.span.text: finding.place for finding in report.findings}
    assert (places["game-changer"].line, places["game-changer"].column) == (8, 18)
    claim = places["first open-weight model since GPT-2"]
    assert (claim.line, claim.column) == (9, 21)
    for finding in report.findings:
        place = finding.place
        stands = source[place.start_char : place.end_char]
        assert stands.replace("*", "").split() == finding.span.text.split()


def test_offsets_of_the_report_point_into_the_file(checker):
    report = checker.check("a.md", LAUNCH).report
    assert len(report.text) == len(LAUNCH)
    for span in report.spans:
        assert report.text[span.start_char : span.end_char].split() == span.text.split()
        for cue in span.cues:
            assert report.text[cue.start_char : cue.end_char].split() == cue.text.split()


def test_comparisons_are_placed_too(checker):
    source = "# Kettles\n\nThe *new* kettle is 10x faster.\n"
    (comparison,) = checker.check("a.md", source).report.comparisons
    assert source[comparison.start_char : comparison.end_char] == comparison.text == "10x faster"


def test_day_of_the_front_matter_counts(checker):
    report = checker.check("a.md", LAUNCH).report
    assert (report.as_of, report.as_of_source) == ("2025-04-03", "front matter")


def test_a_day_of_the_settings_counts_before_it():
    report = Checker(Settings(as_of="2019-12-31")).check("a.md", LAUNCH).report
    assert (report.as_of, report.as_of_source) == ("2019-12-31", "given")


def test_title_is_placed_where_it_stands(checker):
    report = checker.check("a.md", "# A revolution in tea\n\nIt is hot.\n")
    (finding,) = report.findings
    assert finding.span.part == "title"
    assert (finding.place.line, finding.place.column) == (1, 5)


HEADINGS = """A change in tea

Kettles
Our kettle is a game-changer
It is OpenAI's first open-weight model since GPT-2.
"""


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_plain_text_scores_as_it_does_in_python(checker, newline):
    whole = hypecheck.check(HEADINGS, as_of="2025-04-03")
    report = Checker(Settings(as_of="2025-04-03")).check("a.txt", HEADINGS.replace("\n", newline))
    assert report.report.score == whole.score
    assert [(f.span.text, f.span.score) for f in report.findings] == [
        (span.text, span.score) for span in whole.spans
    ]


def test_a_title_that_is_given_counts_before_the_files_own(checker):
    report = checker.check("a.md", "# A revolution in tea\n\nIt is hot.\n", title="A game-changer")
    (finding,) = report.findings
    assert (finding.span.text, finding.span.part) == ("game-changer", "title")
    assert (finding.place.line, finding.place.column) == (1, 1)


def test_an_article_brings_its_title_and_its_day(checker):
    article = Article("It is hot.", title="A game-changer", published="2024-05")
    found = checker.check_article("https://tea.example/", article)
    assert (found.report.as_of, found.report.as_of_source) == ("2024-05-31", "page")
    assert [one.span.part for one in found.findings] == ["title"]


def test_a_vocabulary_that_replaces_the_shipped_one_has_to_be_named():
    with pytest.raises(ConfigError, match="no lexicon is named"):
        Checker(Settings(lexicon_mode="replace"))


class TestPaths:
    def test_folder(self, tmp_path):
        for name in (
            "b.md",
            "a.rst",
            "c.py",
            ".hidden.md",
            "sub/d.txt",
            "node_modules/e.md",
            ".git/f.md",
        ):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text("x", encoding="utf-8")
        found = [name.removeprefix(f"{tmp_path}/") for name in find_files([str(tmp_path)])]
        assert found == ["a.rst", "b.md", "sub/d.txt"]

    def test_exclude_fits_path_or_name(self, tmp_path):
        for name in ("a.md", "b.md", "drafts/c.md"):
            path = tmp_path / name
            path.parent.mkdir(exist_ok=True)
            path.write_text("x", encoding="utf-8")
        found = find_files([str(tmp_path)], ["a.md", "*/drafts/*"])
        assert [name[-4:] for name in found] == ["b.md"]

    def test_a_file_is_taken_once(self, tmp_path):
        path = tmp_path / "a.md"
        path.write_text("x", encoding="utf-8")
        assert find_files([str(path), str(tmp_path)]) == [path.as_posix()]

    @pytest.mark.parametrize("start", [".", "drafts", ".."])
    @pytest.mark.parametrize("whole", [True, False], ids=["whole", "relative"])
    def test_patterns_of_a_table_are_meant_from_its_folder(
        self, tmp_path, monkeypatch, start, whole
    ):
        (tmp_path / "drafts").mkdir()
        (tmp_path / "drafts/a.md").write_text("x", encoding="utf-8")
        monkeypatch.chdir(tmp_path / start)
        name = str(tmp_path) if whole else os.path.relpath(tmp_path)
        assert find_files([name], ["drafts/*"], folder=str(tmp_path)) == []
        assert find_files([name], ["press/*"], folder=str(tmp_path))

    def test_a_file_under_two_names_is_taken_once(self, tmp_path, monkeypatch):
        (tmp_path / "a.md").write_text("x", encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        assert find_files(["a.md", str(tmp_path / "a.md"), "./a.md", "."]) == ["a.md"]

    def test_what_is_missing_does_not_hide_what_is_there(self, tmp_path):
        (tmp_path / "a.md").write_text("x", encoding="utf-8")
        missed = []
        found = find_files(["none.md", str(tmp_path)], on_missing=missed.append)
        assert [name[-4:] for name in found] == ["a.md"]
        assert [str(error) for error in missed] == ["none.md does not exist. Check the spelling."]

    def test_missing(self):
        with pytest.raises(InputError, match="does not exist"):
            find_files(["none.md"])


class TestBaseline:
    @pytest.fixture(autouse=True)
    def _here(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)

    def test_what_was_there_before_does_not_count(self, checker, tmp_path):
        report = checker.check("a.md", "A game-changer.\n")
        Baseline.of([report]).write(tmp_path / "b.json")
        again = read_baseline(tmp_path / "b.json").marked(
            checker.check("a.md", "New.\n\nA game-changer.\n\nA revolution in tea.\n")
        )
        assert [(f.span.text, f.counts) for f in again.findings] == [
            ("game-changer", False),
            ("revolution in tea", True),
        ]

    def test_the_same_words_once_more_are_new(self, checker):
        before = Baseline.of([checker.check("a.md", "A game-changer.\n")])
        again = before.marked(checker.check("a.md", "A game-changer.\n\nA game-changer.\n"))
        assert [finding.counts for finding in again.findings] == [False, True]

    def test_what_is_gone_is_named(self, checker):
        before = Baseline.of([checker.check("a.md", "A game-changer.\n")])
        (gone,) = before.gone([checker.check("a.md", "A kettle.\n")])
        assert gone.startswith("a.md: transformation: “game-changer”")

    @pytest.mark.parametrize(
        "text",
        [
            "[]",
            "no json",
            "{}",
            '{"hypecheck-baseline": 1, "files": {}}',
            '{"hypecheck-baseline": 2, "files": []}',
            '{"hypecheck-baseline": 2, "files": {"a": ["x"]}}',
            "[" * 50_000,
        ],
        ids=["list", "text", "empty", "version", "files", "marks", "deep"],
    )
    def test_another_file_is_refused_with_one_line(self, tmp_path, text):
        path = tmp_path / "b.json"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InputError, match="--write-baseline") as error:
            read_baseline(path)
        assert "\n" not in str(error.value)

    @pytest.mark.parametrize("folder", [".", "docs", "../elsewhere"])
    def test_paths_in_it_are_meant_from_its_folder(self, checker, tmp_path, monkeypatch, folder):
        (tmp_path / "docs").mkdir()
        (tmp_path / folder).mkdir(exist_ok=True)
        path = Path(folder, "b.json")
        Baseline.of([checker.check("docs/a.md", "A game-changer.\n")]).write(path)
        known = read_baseline(path.resolve())
        monkeypatch.chdir(tmp_path / "docs")
        for name in ("a.md", "../docs/a.md", str(tmp_path / "docs/a.md")):
            report = checker.check(name, "A game-changer.\n")
            assert known.marked(report).findings[0].known
            assert not known.gone([report])
        assert not known.marked(checker.check("../a.md", "A game-changer.\n")).findings[0].known

    def test_it_is_a_finding_a_line(self, checker):
        Baseline.of([checker.check("docs/a.md", "A game-changer.\n")]).write(Path("b.json"))
        lines = Path("b.json").read_text("utf-8").splitlines()
        assert lines[3].strip() == '"docs/a.md": {'
        assert "transformation: " in lines[4]

    @pytest.mark.parametrize("name", ["-", "https://tea.example/"])
    def test_what_is_no_file_keeps_its_name(self, checker, name):
        report = checker.check(name, "A game-changer.\n")
        Baseline.of([report]).write(Path("b.json"))
        assert list(json.loads(Path("b.json").read_text("utf-8"))["files"]) == [name]
        assert read_baseline(Path("b.json")).marked(report).findings[0].known

    @pytest.mark.parametrize("name", ["a\0b", "x" * 5000, "loop/a.md"])
    def test_names_that_no_file_has_do_no_harm(self, name):
        Path("loop").symlink_to("loop")
        text = json.dumps({"hypecheck-baseline": 2, "files": {name: {"x": "y"}}})
        Path("b.json").write_text(text, "utf-8")
        assert list(read_baseline(Path("b.json")).files.values()) == [{"x": "y"}]

    @pytest.mark.parametrize("text", ["It is hot.\n", "[]", '{"files": {}}', "[" * 50_000])
    def test_no_other_file_is_written_over(self, text):
        Path("a.md").write_text(text, "utf-8")
        with pytest.raises(InputError, match=r"a\.md is there already, and is no baseline"):
            Baseline().write(Path("a.md"))
        assert Path("a.md").read_text("utf-8") == text

    @pytest.mark.parametrize("text", ["", '{"hypecheck-baseline": 1, "files": {}}'])
    def test_an_empty_file_and_one_of_another_version_are(self, text):
        Path("b.json").write_text(text, "utf-8")
        Baseline().write(Path("b.json"))
        assert read_baseline(Path("b.json")) == Baseline()

    def test_missing_file_is_named(self, tmp_path):
        with pytest.raises(InputError, match=r"none\.json does not exist"):
            read_baseline(tmp_path / "none.json")


REFUTED = "---\ndate: 2025-04-03\n---\n\nIt is OpenAI's first open-weight model since GPT-2.\n"


class TestFixes:
    def test_a_refuted_claim_gets_a_wording_that_holds(self, checker):
        edits = edits_of(checker.check("a.md", REFUTED), REFUTED)
        text = fixed(REFUTED, edits)
        assert text == REFUTED.replace("model since", "general-purpose language model since")
        assert checker.check("a.md", text).findings[0].span.claim.verdict == "SUPPORTED"

    @pytest.mark.parametrize(
        "source",
        [
            REFUTED.replace("open-weight model", "**open-weight** model"),
            REFUTED.replace("It is", "Critics doubt that it is"),
            REFUTED.replace("It is", "<!-- hypecheck: ignore a quote -->\nIt is"),
            "It is a game-changer.\n",
        ],
        ids=["markup inside", "not the writer's", "let pass", "no claim"],
    )
    def test_others_are_left_alone(self, checker, source):
        assert edits_of(checker.check("a.md", source), source) == []

    def test_what_two_findings_share_is_mended_once(self, checker):
        report = checker.check("a.md", REFUTED)
        twice = replace(report, findings=report.findings * 2)
        assert edits_of(twice, REFUTED) == edits_of(report, REFUTED)

    def test_diff(self):
        diff = unified("a.md", "One.\nTwo.", "One.\nThree.")
        assert diff.splitlines()[3:] == [
            " One.",
            "-Two.",
            "\\ No newline at end of file",
            "+Three.",
            "\\ No newline at end of file",
        ]

    def test_file_keeps_its_mark_its_ends_of_lines_and_its_rights(self, tmp_path):
        path = tmp_path / "a.md"
        path.write_bytes(b"\xef\xbb\xbfOne.\r\n")
        path.chmod(0o640)
        write_fixed(str(path), "Two.\r\n")
        assert path.read_bytes() == b"\xef\xbb\xbfTwo.\r\n"
        assert path.stat().st_mode & 0o777 == 0o640
        assert [one.name for one in tmp_path.iterdir()] == ["a.md"]

    @pytest.mark.parametrize("step", ["replace", "chmod"])
    def test_file_that_can_not_be_written_stays_as_it_was(self, tmp_path, monkeypatch, step):
        path = tmp_path / "a.md"
        path.write_text("One.\n", encoding="utf-8")

        def full(*args):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, step, full)
        with pytest.raises(OSError, match="No space"):
            write_fixed(str(path), "Two.\n")
        assert path.read_text("utf-8") == "One.\n"
        assert [one.name for one in tmp_path.iterdir()] == ["a.md"]

    def test_disk_that_is_full_while_it_is_written_leaves_nothing_behind(
        self, tmp_path, monkeypatch
    ):
        path = tmp_path / "a.md"
        path.write_text("One.\n", encoding="utf-8")
        opened = fixes.tempfile.NamedTemporaryFile

        def small(**options):
            new = opened(**options)
            new.write = lambda data: (_ for _ in ()).throw(OSError(28, "No space left on device"))
            return new

        monkeypatch.setattr(fixes.tempfile, "NamedTemporaryFile", small)
        with pytest.raises(OSError, match="No space"):
            write_fixed(str(path), "Two.\n")
        assert [one.name for one in tmp_path.iterdir()] == ["a.md"]


class TestFails:
    @pytest.mark.parametrize(
        ("settings", "source", "why"),
        [
            (Settings(), "A game-changer.\n", []),
            (Settings(fail_over=0.1), "A game-changer.\n", ["over 0.1"]),
            (Settings(fail_over=0.1), "A game-changer. <!-- hypecheck: ignore a quote -->\n", []),
            (Settings(fail_over=0.99), "A game-changer.\n", []),
            (Settings(fail_on=("finding",)), "A game-changer.\n", ["1 to settle"]),
            (Settings(fail_on=("finding",)), "A kettle.\n", []),
            (Settings(fail_on=("refuted",)), REFUTED, ["a refuted claim"]),
            (Settings(fail_on=("refuted",)), "A game-changer.\n", []),
            (Settings(fail_on=("refuted",), min_intensity=3), REFUTED, ["a refuted claim"]),
            (Settings(fail_on=("refuted",), off=("priority",)), REFUTED, []),
            (
                Settings(fail_on=("problem",)),
                "<!-- hypecheck: ignore -->\nA kettle.\n",
                ["comment"],
            ),
        ],
    )
    def test_why_a_file_fails(self, settings, source, why):
        found = list(fails(Checker(settings).check("a.md", source), settings))
        assert len(found) == len(why)
        assert all(words in one for words, one in zip(why, found, strict=True))


def test_lines_steer_no_terminal(checker):
    source = "It is OpenAI's first open-weight \x1b[31mmodel since GPT-2."
    shown = render([checker.check("a.txt", source)])
    assert shown.startswith("a.txt:1:16: “first open-weight \N{REPLACEMENT CHARACTER}[31mmodel")
    assert shown.count("\n") == 2


def test_what_may_pass_is_counted_and_not_shown(checker):
    source = "A game-changer. <!-- hypecheck: ignore a quote -->\n\nAn incredible lid.\n"
    first, last = render([checker.check("a.md", source)]).splitlines()
    assert first.startswith("a.md:3:4: “incredible lid”")
    assert last == "1 found, 1 let pass in 1 file"


def test_a_report_of_files_is_plain_data(checker):
    from hypecheck.exporters import report_json

    row = json.loads(report_json.render([checker.check("a.md", LAUNCH)]))
    assert row["files"][0]["findings"][0]["path"] == "a.md"


ROOT = Path(__file__).parents[2]
DOCS = [*sorted(ROOT.glob("docs/**/*.md")), ROOT / "README.md"]


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_findings_in_real_markdown_stand_where_they_are_said_to(checker, path):
    source = path.read_text(encoding="utf-8")
    for finding in checker.check(str(path)).findings:
        place = finding.place
        stands = source[place.start_char : place.end_char]
        line = source.splitlines()[place.line - 1]
        assert line[place.column - 1 :].startswith(stands.splitlines()[0])
        assert finding.span is not None
        plain = re.sub(r"[*_`]|\]\([^)]*\)|\[", "", stands)
        assert plain.split() == finding.span.text.split()
