"""`hypecheck check` on one plain text and on files: each option means the same on both ways."""

import json
import re

import pytest
from click.testing import CliRunner

from hypecheck.cli import main

REFUTED = "It is OpenAI's first open-weight model since GPT-2.\n"
LAUNCH = f"Our kettle is a game-changer.\n{REFUTED}"
MARKED = f"""---
date: 2025-04-03
---

# Tea

<!-- hypecheck: ignore a quote -->
A game-changer.

```
revolutionary = True
```

{REFUTED}"""
PAGE = """<html><head><title>Tea</title></head><body>
<p>Our kettle is a game-changer, and it boils the water for the tea in some three minutes.</p>
<p>It can be had in two colours, and it is sold in shops that sell kettles.</p></body></html>
"""


@pytest.fixture
def run():
    def invoke(*arguments, text=None):
        return CliRunner().invoke(main, ["check", *map(str, arguments)], input=text)

    return invoke


@pytest.fixture
def launch(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(LAUNCH, encoding="utf-8")
    (tmp_path / "a.md").write_text(MARKED, encoding="utf-8")
    (tmp_path / "b.txt").write_text("It boils water.\n", encoding="utf-8")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


WAYS = {
    "report": ["a.txt"],
    "lines": ["a.txt", "--compact"],
    "several": ["a.txt", "b.txt"],
    "json": ["a.txt", "--format", "json"],
    "html": ["a.txt", "--format", "html"],
    "input": ["-"],
}


@pytest.mark.parametrize(
    ("options", "code"),
    [
        ([], 0),
        (["--fail-on", "finding"], 1),
        (["--fail-on", "refuted"], 1),
        (["--fail-on", "problem"], 0),
        (["--fail-over", "0.1"], 1),
        (["--fail-over", "0.99"], 0),
        (["--as-of", "2018", "--fail-on", "refuted"], 0),
        (["--write-baseline"], 2),
        (["--lexicon-mode", "replace"], 2),
        (["--lexicon", "none.jsonl"], 3),
        (["--allow", "game-changer", "--fail-on", "finding"], 1),
        (["--config", "none.toml"], 2),
        (["--no-config"], 0),
    ],
    ids=lambda value: " ".join(value) or "none" if isinstance(value, list) else str(value),
)
@pytest.mark.parametrize("way", WAYS)
def test_exit_code_is_the_same_whatever_is_shown(run, launch, way, options, code):
    if "--as-of" not in options:
        options = [*options, "--as-of", "2025-04-03"]
    result = run(*WAYS[way], *options, text=LAUNCH)
    assert (result.exit_code, "Traceback" in result.output) == (code, False)


@pytest.mark.parametrize("way", WAYS)
def test_why_it_fails_is_said(run, launch, way):
    result = run(*WAYS[way], "--fail-on", "refuted", "--as-of", "2025", text=LAUNCH)
    assert result.stderr.endswith(f"{WAYS[way][0]} fails: a refuted claim\n")


@pytest.mark.parametrize("way", ["report", "lines", "json", "html"])
def test_what_is_excluded_is_not_read(run, launch, way):
    result = run(*WAYS[way], "--exclude", "a.txt")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "no files to check" in result.stderr


def test_a_score_over_the_limit_without_a_finding_passes_on_both_ways(run, launch):
    options = ["--fail-over", "0.0"]
    assert run("b.txt", *options).exit_code == run("b.txt", "--compact", *options).exit_code == 0


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_score_is_the_same_whatever_is_shown(run, launch, name):
    found = json.loads(run(name, "b.txt", "--format", "json", "--as-of", "2025-04-03").stdout)
    score = found["files"][0]["report"]["score"]
    page = run(name, "--format", "html", "--as-of", "2025-04-03").stdout
    assert f"{score:.2f}" in page


class TestHtml:
    @pytest.mark.parametrize(
        "arguments",
        [["a.txt", "b.txt"], ["."], ["a.md", "--compact"]],
        ids=["several", "folder", "compact"],
    )
    def test_is_a_page_on_one_text(self, run, launch, arguments):
        result = run(*arguments, "--format", "html", "--output", "two.html")
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1
        assert "--format html" in result.stderr
        assert not (launch / "two.html").exists()

    def test_of_markdown_shows_prose_and_not_what_passes(self, run, launch):
        result = run("a.md", "--format", "html")
        text = re.sub(r"<[^>]+>", "", result.stdout)
        assert "revolutionary = True" not in text
        assert "hypecheck: ignore" not in text
        assert "first open-weight model since GPT-2" in text
        assert 'data-label="transformation"' not in result.stdout
        assert result.stderr == "hypecheck: a.md: 1 found, 1 let pass in 1 file\n"

    def test_of_markdown_is_held_to_the_nearest_settings(self, run, launch):
        (launch / "hypecheck.toml").write_text('fail-on = ["refuted"]\n', encoding="utf-8")
        assert run("a.md", "--format", "html").exit_code == run("a.md").exit_code == 1
        assert run("a.md", "--format", "html", "--no-config").exit_code == 0

    @pytest.mark.parametrize("options", [["--diff"], ["--baseline", "known.json"], ["--fix"]])
    def test_goes_with_what_is_for_files(self, run, launch, options):
        run("a.md", "--baseline", "known.json", "--write-baseline")
        result = run("a.md", "--format", "html", "--fail-on", "finding", *options)
        assert "Traceback" not in result.output
        assert result.exit_code == (0 if "--baseline" in options else 1)

    def test_of_markdown_goes_with_what_is_wrong_with_its_comments(self, run, launch):
        (launch / "a.md").write_text("<!-- hypecheck: ignore -->\nIt boils.\n", encoding="utf-8")
        shown, page = run("a.md"), run("a.md", "--format", "html", "--fail-on", "problem")
        assert page.exit_code == 1
        problem, why = page.stderr.splitlines()
        assert problem == f"hypecheck: {shown.stdout.splitlines()[0]}"
        assert why == "hypecheck: a.md fails: a comment to hypecheck that is wrong"


class TestPageOfOnesOwn:
    """An HTML file with comments to hypecheck is a writer's, not a page of others."""

    @pytest.fixture(autouse=True)
    def _comment(self, launch):
        comment = "<!-- hypecheck: ignore-file a quote -->"
        (launch / "page.html").write_text(PAGE.replace("<p>", f"{comment}<p>", 1), encoding="utf-8")

    @pytest.mark.parametrize("others", [[], ["b.txt"], ["--compact"], ["--format", "html"]])
    def test_comments_count(self, run, others):
        assert run("page.html", *others, "--fail-on", "finding").exit_code == 0

    def test_what_passes_is_counted(self, run):
        result = run("page.html")
        assert "No overclaiming phrase was found." in result.stdout
        assert "1 let pass" in result.stderr


def test_a_page_without_comments_fails_for_its_findings(run, launch):
    pytest.importorskip("trafilatura")
    assert run("page.html", "--fail-on", "finding").exit_code == 1
    assert run("page.html").exit_code == 0


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_page_that_is_mended_stays_a_page(run, launch, form):
    page = PAGE.replace("It can be had", f"{REFUTED.strip()} It can be had")
    (launch / "page.html").write_text(page, encoding="utf-8")
    result = run("page.html", "--fix", "--format", form, "--as-of", "2025-04-03")
    assert "1 put right" in result.stderr
    mended = (launch / "page.html").read_text(encoding="utf-8")
    assert mended == page.replace("open-weight model", "open-weight general-purpose language model")


def test_a_page_on_the_web_is_shown_mended_and_not_written(run, launch, monkeypatch):
    from hypecheck.readers import web
    from hypecheck.types import Article

    monkeypatch.setattr(web, "read_page", lambda name: Article(REFUTED, published="2025-04-03"))
    assert "+It is OpenAI's first open-weight general" in run("https://a.example", "--diff").stdout
    result = run("https://a.example", "--fix")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--fix changes files only" in result.stderr


def test_settings_hold_for_a_page_as_for_lines(run, launch):
    (launch / "hypecheck.toml").write_text('fail-on = ["finding"]\n', encoding="utf-8")
    run("b.txt", "--baseline", "known.json", "--write-baseline")
    for name in ("a.txt", "page.html"):
        for form in ("text", "html"):
            result = run(name, "--baseline", "known.json", "--format", form)
            assert (name, form, result.exit_code) == (name, form, 1)


def test_a_missing_file_does_not_stop_the_others(run, launch):
    result = run("none.txt", "a.txt", "--as-of", "2025-04-03")
    assert result.exit_code == 3
    assert result.stderr == "hypecheck: none.txt does not exist. Check the spelling.\n"
    assert "a.txt:1:17: “game-changer”" in result.stdout


def test_an_address_among_several_is_read_as_a_page(run, launch, monkeypatch):
    from hypecheck.readers import web
    from hypecheck.types import Article

    article = Article("It boils.", title="A game-changer", published="2025-04-03")
    monkeypatch.setattr(web, "read_page", lambda name: article)
    result = run("https://tea.example/", "b.txt", "--fail-on", "finding")
    assert "https://tea.example/:1:1: title: “game-changer”" in result.stdout
    assert result.exit_code == 1


@pytest.mark.parametrize("way", ["report", "lines", "json"])
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_what_the_terminal_has_no_sign_for_is_written_as_its_number(launch, way, encoding):
    (launch / "a.txt").write_text("The “mate” is a game-changer 🚀.", encoding="utf-8")
    result = CliRunner(charset=encoding).invoke(main, ["check", *WAYS[way]])
    assert result.exit_code == 0
    assert ("game-changer" in result.stdout, "Traceback" in result.output) == (True, False)


@pytest.mark.parametrize("form", ["json", "html", "sarif", "github", "claimreview"])
def test_documents_are_utf8_whatever_the_terminal_is(launch, form):
    (launch / "a.txt").write_text("The “mate” is a game-changer 🚀.", encoding="utf-8")
    arguments = ["check", "a.txt", "--format", form, "--as-of", "2025-04-03"]
    plain, other = (
        CliRunner(charset=encoding).invoke(main, arguments).stdout_bytes
        for encoding in ("utf-8", "latin-1")
    )
    assert other == plain
    assert b"\\U0001f680" not in other


def test_explanation_goes_where_the_report_goes(run, launch):
    result = run("a.txt", "--explain", "--output", "out.txt")
    assert result.stdout == ""
    assert "log-odds of clear hype" in (launch / "out.txt").read_text(encoding="utf-8")


class TestVocabulary:
    @pytest.fixture(autouse=True)
    def _words(self, launch):
        row = {"label": "kitchen", "patterns": ["kettle/n"]}
        (launch / "w.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")

    @pytest.mark.parametrize("way", [[], ["--compact"]], ids=["report", "lines"])
    def test_of_ones_own_replaces_the_shipped_one(self, run, way):
        shown = run("a.txt", "--lexicon", "w.jsonl", "--lexicon-mode", "replace", *way).stdout
        assert "“kettle”" in shown
        assert "“game-changer”" not in shown

    def test_mode_alone_counts_for_the_files_of_the_settings(self, run, launch):
        (launch / "hypecheck.toml").write_text('lexicon = ["w.jsonl"]\n', encoding="utf-8")
        assert "“game-changer”" in run("a.txt", "b.txt").stdout
        assert "“game-changer”" not in run("a.txt", "b.txt", "--lexicon-mode", "replace").stdout
