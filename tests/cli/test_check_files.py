"""``hypecheck check`` on folders and markup: lines, formats, exit codes."""

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from hypecheck.cli import main

REFUTED = "---\ndate: 2025-04-03\n---\n\nIt is OpenAI's first open-weight model since GPT-2.\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.md").write_text("# Tea\n\nA *game-changer*.\n", encoding="utf-8")
    (tmp_path / "b.rst").write_text("Tea\n===\n\nIt is hot.\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def run():
    def invoke(*arguments, text=None):
        return CliRunner().invoke(main, ["check", *map(str, arguments)], input=text)

    return invoke


def test_folder_gives_a_line_for_each_finding(run, folder):
    result = run(folder)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"{folder}/a.md:3:4: “game-changer” (transformation, asserted)",
        "1 found in 2 files",
    ]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-over", "0.1"], 1),
        (["--fail-over", "0.99"], 0),
        (["--fail-on", "finding"], 1),
        (["--fail-on", "refuted"], 0),
        (["--fail-on", "finding", "--exclude", "a.md"], 0),
        (["--config", "none.toml"], 2),
        (["--title", "Tea"], 2),
        (["--write-baseline"], 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else str(value),
)
def test_exit_code(run, folder, options, code):
    assert run(folder, *options).exit_code == code


def test_settings_of_the_folder_count(run, folder):
    (folder / "hypecheck.toml").write_text("fail-over = 0.1\n", encoding="utf-8")
    assert run(folder).exit_code == 1
    assert run(folder, "--fail-over", "0.99").exit_code == 0
    assert run(folder, "--no-config").exit_code == 0


def test_what_settings_exclude_is_left_out_wherever_it_is_checked_from(run, folder, monkeypatch):
    (folder / "drafts").mkdir()
    (folder / "drafts" / "c.md").write_text("A game-changer.\n", encoding="utf-8")
    (folder / "hypecheck.toml").write_text('exclude = ["drafts/*"]\n', encoding="utf-8")
    assert run(folder).stdout.endswith("in 2 files\n")
    monkeypatch.chdir(folder / "drafts")
    assert run("..").stdout.endswith("in 2 files\n")
    assert "no files to check" in run(".").stderr


def test_a_bad_file_does_not_stop_the_others(run, folder):
    (folder / "c.md").write_bytes(b"\xff\xfe\x00")
    result = run(folder)
    assert result.exit_code == 3
    assert "c.md" in result.stderr
    assert "game-changer" in result.stdout


def test_bad_settings_end_with_one_line(run, folder):
    (folder / "hypecheck.toml").write_text("fail = 1\n", encoding="utf-8")
    result = run(folder)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--no-config", "--config", "none.toml"], "--config FILE and --no-config"),
        (["--format", "claimreview", "--review-url", "foo"], "--review-url is 'foo'. Allowed: the"),
        (["--baseline", ""], "--baseline is given without a name"),
        (["--config", ""], "--config is given without a name"),
        (["--output", ""], "--output is given without a name"),
        ([""], "An empty name stands for no file"),
        (["--allow", ""], "the allowed phrase is empty. Give a phrase, or leave it out."),
        (["--lexicon", ""], "A vocabulary file has an empty name"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_says_nothing_is_refused_in_one_line(run, folder, options, words):
    result = run(folder, *options)
    assert result.exit_code == (3 if options[0] in ("--allow", "--lexicon") else 2)
    assert result.stdout == ""
    assert result.stderr.startswith(f"hypecheck: {words}")
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("form", ["json", "sarif", "claimreview"])
def test_formats_are_one_json_document(run, folder, form):
    json.loads(run(folder, "--format", form).stdout)


def test_claim_review_names_who_reviews_and_where(run, tmp_path):
    (tmp_path / "a.md").write_text(REFUTED, encoding="utf-8")
    options = ["--review-url", "https://news.example/a", "--review-by", "The Daily"]
    text = run(tmp_path, "--format", "claimreview", *options).stdout
    assert "https://news.example/a" in text
    assert "The Daily" in text


def test_github_annotations(run, folder):
    assert run(folder, "--format", "github").stdout.startswith(
        f"::warning file={folder}/a.md,line=3"
    )


def test_output_that_can_not_be_written_is_one_line(run, folder):
    result = run(folder, "--format", "sarif", "--output", folder / "none" / "out.sarif")
    assert result.exit_code == 3
    assert (
        result.stderr
        == f"hypecheck: {folder}/none/out.sarif can't be written: No such file or directory.\n"
    )


@pytest.mark.parametrize("form", ["text", "html", "sarif"])
def test_output_goes_over_no_text(run, folder, form, monkeypatch):
    monkeypatch.chdir(folder)
    before = (folder / "a.md").read_bytes()
    result = run("a.md", "--format", form, "--output", folder / "a.md")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is one of the texts. Name another file." in result.stderr
    assert (folder / "a.md").read_bytes() == before


def test_output_goes_to_a_file(run, folder, tmp_path):
    target = tmp_path / "out.sarif"
    assert run(folder, "--format", "sarif", "--output", target).stdout == ""
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_baseline_lets_only_new_findings_fail(run, folder):
    baseline = folder / "known.json"
    run(folder, "--baseline", baseline, "--write-baseline")
    assert run(folder, "--baseline", baseline, "--fail-on", "finding").exit_code == 0
    (folder / "a.md").write_text("# Tea\n\nA revolution.\n", encoding="utf-8")
    result = run(folder, "--baseline", baseline, "--fail-on", "finding")
    assert result.exit_code == 1
    assert "no longer there" in result.stderr


def test_baseline_holds_wherever_it_is_used_from(run, folder, monkeypatch):
    monkeypatch.chdir(folder)
    run("a.md", "b.rst", "--baseline", "known.json", "--write-baseline")
    assert run(folder, "--baseline", "known.json", "--fail-on", "finding").exit_code == 0
    (folder / "sub").mkdir()
    monkeypatch.chdir(folder / "sub")
    result = run("..", "--baseline", "../known.json", "--fail-on", "finding")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize("name", ["a.md", "hypecheck.toml"])
def test_baseline_is_not_written_over_another_file(run, folder, monkeypatch, name):
    monkeypatch.chdir(folder)
    (folder / "hypecheck.toml").write_text("fail-over = 0.9\n", encoding="utf-8")
    before = (folder / name).read_bytes()
    result = run("a.md", "--baseline", name, "--write-baseline")
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{name} is there already, and is no baseline" in result.stderr
    assert (folder / name).read_bytes() == before


@pytest.mark.parametrize(
    "options", [["--baseline", "none/known.json", "--write-baseline"], ["--baseline", "none.json"]]
)
def test_baseline_that_can_not_be_written_or_read_is_one_line(run, folder, options, monkeypatch):
    monkeypatch.chdir(folder)
    result = run("a.md", *options)
    assert result.exit_code == 3
    assert options[1] in result.stderr
    assert result.stderr.count("\n") == 1


def test_missing_file_is_one_line(run, folder):
    result = run(folder / "a.md", folder / "none.md")
    assert result.exit_code == 3
    assert result.stderr == f"hypecheck: {folder}/none.md does not exist. Check the spelling.\n"


def test_files_without_refuted_claims_are_left_as_they_are(run, folder):
    before = (folder / "a.md").read_bytes()
    (folder / "c.md").write_text(REFUTED, encoding="utf-8")
    assert "1 put right" in run(folder, "--fix").stderr
    assert (folder / "a.md").read_bytes() == before


def test_file_that_can_not_be_put_right_is_one_line(run, tmp_path, monkeypatch):
    def refused(*args):
        raise OSError(30, "Read-only file system", "a.md")

    (tmp_path / "a.md").write_text(REFUTED, encoding="utf-8")
    monkeypatch.setattr("os.replace", refused)
    result = run(tmp_path, "--fix")
    assert result.exit_code == 3
    assert "a.md can't be read or written: Read-only file system." in result.stderr


def test_diff_shows_and_fix_writes(run, tmp_path):
    path = tmp_path / "a.md"
    path.write_text(REFUTED, encoding="utf-8")
    assert "+It is OpenAI's first open-weight general-purpose" in run(path, "--diff").stdout
    assert path.read_text(encoding="utf-8") == REFUTED
    run(path, "--fix")
    assert "general-purpose language model since" in path.read_text(encoding="utf-8")


def test_standard_input_is_not_fixed(run):
    result = run(
        "-",
        "--fix",
        "--as-of",
        "2025-04-03",
        text="It is OpenAI's first open-weight model since GPT-2.",
    )
    assert result.exit_code == 2


def test_one_plain_text_still_gives_a_report(run, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("A game-changer.", encoding="utf-8")
    assert "score 0." in run(path).stdout
    assert run(path, "--compact").stdout.startswith(f"{path}:1:3:")


def test_hook_of_pre_commit_runs_as_written(run, folder, monkeypatch):
    (hook,) = yaml.safe_load(
        (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    )
    command, *arguments = hook["entry"].split()
    assert (command, arguments[0]) == ("hypecheck", "check")
    assert run(*arguments[1:], folder / "a.md").exit_code in (0, 1)
