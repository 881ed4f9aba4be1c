"""A repository of somebody else's is checked: its settings and links lead nowhere and cost nothing."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from hypecheck.checks import Checker, Settings, find_files, read_settings
from hypecheck.cli import main
from hypecheck.errors import ConfigError, HypecheckError, LexiconError
from hypecheck.lexicon import own_lexicon
from hypecheck.patterns import compile_pattern
from hypecheck.readers.plain import read_file
from hypecheck.resources import parse_toml, read_at_most

HYPE = "The chip is a game-changer.\n"


@pytest.fixture(autouse=True)
def repository(tmp_path, monkeypatch):
    folder = tmp_path / "repository"
    folder.mkdir()
    (folder / "a.md").write_text(HYPE, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def check(*words):
    return CliRunner().invoke(main, ["check", ".", *words])


@pytest.mark.parametrize(
    "text",
    [
        "a." * 100_000 + "b = 1", '"a".' * 100_000 + "b = 1", "'a' . " * 50_000 + "b = 1",
        "[" + "a." * 100_000 + "b]\n", "x = {" + "a." * 100_000 + "b = 1}", "a = " + "[" * 100_000,
        "a = " + "{b = " * 100_000,
    ],
    ids=["dotted", "quoted", "with blanks", "table", "inline", "brackets", "braces"],
)  # fmt: skip
def test_settings_that_would_fill_the_memory_are_refused(text, tmp_path):
    """For 200 kB of a dotted name, tomllib takes 20 GB."""
    Path("hypecheck.toml").write_text(text, encoding="utf-8")
    program = (
        "from pathlib import Path; from hypecheck.checks import read_settings;"
        "read_settings(Path('hypecheck.toml'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000,) * 2),
    )
    assert "nested too deeply" in done.stderr.splitlines()[-1]
    Path("own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match="nested too deeply"):
        own_lexicon(["own.toml"])


@pytest.mark.parametrize(
    "text",
    ["a.b.c.d = 1", "x = 'a.b.c'", "y = ['e.g. this', \"1.2.3.4.5\"]", "[tool.x.y]\nz = 1.5"],
)
def test_ordinary_dots_are_no_attack(text):
    assert parse_toml(text)


def test_a_long_word_costs_no_more_than_its_length():
    assert parse_toml(f"x = '{'a' * 1_000_000}'\n{'b' * 100_000} = 1")


@pytest.mark.parametrize("key", ["lexicon = ['/dev/zero']", "releases = '/dev/zero'"])
def test_a_device_without_an_end_is_not_read_to_its_end(key, monkeypatch):
    monkeypatch.setattr("hypecheck.evidence.load.LARGEST", 1_000_000)
    Path("hypecheck.toml").write_text(key, encoding="utf-8")
    result = check()
    assert result.exit_code == 3 or isinstance(result.exception, HypecheckError)


def test_a_link_to_a_device_is_read_up_to_the_limit():
    Path("zero.jsonl").symlink_to("/dev/zero")
    with pytest.raises(LexiconError, match=r"no known kind|larger than 5 MB"):
        own_lexicon(["zero.jsonl"])
    with pytest.raises(HypecheckError, match=r"16\.0 MB"):
        read_file(Path("zero.jsonl"))
    assert len(read_at_most(Path("/dev/zero"), 100)) == 101


@pytest.mark.parametrize(
    "key",
    [
        "lexicon = ['../../../etc/passwd']", "lexicon = ['/etc/hostname.jsonl']", "releases = '../../..'",
        "releases = '/etc/passwd'", "exclude = ['../*']", "exclude = ['[!']", "allow = ['(((']",
        "[[overrides]]\npaths = ['../../*']\nmin-intensity = 3",
    ],
)  # fmt: skip
def test_paths_in_settings_only_read(key, repository):
    outside = repository.parent
    Path("hypecheck.toml").write_text(key, encoding="utf-8")
    before = {path: path.stat().st_mtime_ns for path in outside.rglob("*")}
    result = check("--fix")
    assert isinstance(result.exception, SystemExit | HypecheckError | None)
    assert "root:" not in result.output
    assert {path: path.stat().st_mtime_ns for path in outside.rglob("*")} == before


def test_a_pattern_that_would_take_for_ever_is_refused():
    row = '{"id": "x", "label": "praise", "intensity": 1, "flags": ["start"], "ignores": ["x"], "patterns": ["start %s end"]}'
    Path("own.jsonl").write_text(row % ("(a|word)? " * 30), encoding="utf-8")
    with pytest.raises(LexiconError, match="more than 16 words that may be missing"):
        own_lexicon(["own.jsonl"])


@pytest.mark.parametrize(
    "open_words", ["(a|b)? " * 16, "*3 " * 5, "*8 *8 ", "word? (a (b|c)?)? *9 "]
)
def test_a_pattern_with_some_words_that_may_be_missing_is_fine(open_words):
    assert compile_pattern(f"start {open_words}end").regex.search("start end")


class TestLinks:
    def test_a_link_out_of_the_folder_is_not_read(self, repository):
        (repository.parent / "secret.md").write_text(f"secret {HYPE}", encoding="utf-8")
        Path("b.md").symlink_to(repository.parent / "secret.md")
        Path("docs").symlink_to(repository.parent)
        assert find_files(["."]) == ["a.md"]
        assert "secret" not in check("--format", "json").output

    def test_a_link_inside_of_the_folder_is_read(self):
        Path("b.md").symlink_to("a.md")
        assert find_files(["."]) == ["a.md", "b.md"]

    def test_fix_writes_nothing_outside(self, repository):
        claim = "gpt-oss is OpenAI's first open-weight model since GPT-2.\n"
        outside = repository.parent / "outside.md"
        outside.write_text(claim, encoding="utf-8")
        Path("b.md").symlink_to(outside)
        Path("c.md").write_text(claim, encoding="utf-8")
        check("--fix", "--as-of", "2025-08-06")
        assert Path("c.md").read_text(encoding="utf-8") != claim
        assert outside.read_text(encoding="utf-8") == claim

    def test_pipes_and_broken_links_do_not_stop_a_check(self):
        os.mkfifo("pipe.md")
        Path("broken.md").symlink_to("nowhere.md")
        Path("loop.md").symlink_to("loop.md")
        assert find_files(["."]) == ["a.md"]


@pytest.mark.parametrize(
    "name", ["a\x1b[2Jb.md", "a\nb.md", "a\u202eb.md", "::error::x.md", "-.md"]
)
def test_the_name_of_a_file_can_not_steer_a_terminal_or_a_workflow(name):
    Path(name).write_text(HYPE, encoding="utf-8")
    for form in ("text", "github", "sarif", "json"):
        output = check("--format", form, "--fail-on", "finding").output
        assert "\x1b" not in output
        assert "\nb.md" not in output
        assert not any(line.strip().startswith("::error::") for line in output.splitlines())
        assert form in ("sarif", "json") or "\u202e" not in output  # those are for programs


@pytest.mark.parametrize(
    "front",
    [
        "title: !!python/object/apply:os.system ['touch hostile-code-ran']",
        "title: {{ 7 * 7 }} ${7 * 7} #{7 * 7} %(x)s {0.__class__}",
        "a: &a [x, x]\nb: &b [*a, *a]\ntitle: *b",
        "? " * 10_000,
        "title: " + "x" * 100_000,
        "title: [[[[[[",
        "date: 9999-99-99",
        "<<: *missing",
        "title: '\ntitle: \"\n" * 1000,
        "- " * 50_000,
    ],
    ids=range(10),
)
def test_front_matter_is_read_by_its_lines_and_runs_nothing(front):
    source = f"---\n{front}\n---\n\n{HYPE}"
    report = Checker(Settings(as_of="2025-08-06")).check("a.md", source)
    assert [one.span.text for one in report.findings if one.span.part == "text"] == ["game-changer"]
    assert not Path("hostile-code-ran").exists()
    title = report.report.title
    assert title is None or title.replace("*", "") in source.replace("*", "")
    assert "49" not in report.report.to_html().split("<body")[0]


def test_settings_with_values_of_any_kind_are_refused_by_name(tmp_path):
    keys = (
        "fail-over", "fail-on", "as-of", "off", "stances", "min-intensity", "exclude", "lexicon",
        "lexicon-mode", "allow", "releases", "overrides",
    )  # fmt: skip
    for key in keys:
        for value in ("[[]]", "{a = 1}", "1979-05-27T07:32:00Z", "nan", "''", "[1]", "-1", "inf"):
            path = tmp_path / "hypecheck.toml"
            path.write_text(f"{key} = {value}\n", encoding="utf-8")
            if (key, value) == ("as-of", "-1"):
                continue
            with pytest.raises(ConfigError, match=key):
                read_settings(path)


@pytest.mark.parametrize("line", ['releases = "\\u0000"', 'lexicon = ["\\u0000.jsonl"]'])
def test_a_file_name_with_a_null_character_is_one_line(line, tmp_path):
    (tmp_path / "hypecheck.toml").write_text(f"{line}\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("It is a game-changer.", encoding="utf-8")
    result = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert result.exit_code in (2, 3)
    assert isinstance(result.exception, SystemExit)
    assert len(result.output.strip().splitlines()) == 1
