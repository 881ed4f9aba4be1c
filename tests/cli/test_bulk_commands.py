"""``hypecheck score`` and ``hypecheck summarize`` on the command line."""

import json

import pytest
from click.testing import CliRunner

from hypecheck.bulk.runner import Progress
from hypecheck.cli import main
from hypecheck.cli.bulk import _Bar

GERMAN = "Der Bericht nennt das Modell einen Durchbruch, ohne dafür auch nur eine Zahl zu nennen."


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "news.jsonl"
    rows = [
        {"id": "a", "text": "The chip is a game-changer.", "date": "2025-01-01"},
        {"id": "b", "text": "The office opens at nine.", "date": "2025-01-02"},
    ]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def run(*arguments, **options):
    return CliRunner().invoke(main, [str(one) for one in arguments], **options)


def test_archive_is_scored_and_summed_up(archive, tmp_path):
    done = run("score", archive, "--out", tmp_path / "out")
    assert done.exit_code == 0, done.output
    assert "2 articles, 10 words: 2 scored" in done.output
    assert "game-changer 1" in done.output


def test_page_on_the_run(archive, tmp_path):
    run("score", archive, "--out", tmp_path / "out")
    done = run("summarize", tmp_path / "out", "--title", "January")
    assert done.exit_code == 0, done.output
    page = (tmp_path / "out" / "summary.html").read_text(encoding="utf-8")
    assert "<h1>January</h1>" in page


def test_bad_row_is_in_the_exit_code(archive, tmp_path):
    with archive.open("a", encoding="utf-8") as file:
        file.write("nonsense\n")
    done = run("score", archive, "--out", tmp_path / "out")
    assert done.exit_code == 3
    assert "errors.jsonl" in done.output


def test_standard_input(archive, tmp_path):
    done = run("score", "-", "--out", tmp_path / "out", input=archive.read_bytes())
    assert done.exit_code == 0, done.output


def test_languages_are_summed_up(archive, tmp_path):
    pytest.importorskip("py3langid")
    with archive.open("a", encoding="utf-8") as file:
        file.write(json.dumps({"text": GERMAN}) + "\n")
    done = run("score", archive, "--out", tmp_path / "out")
    assert "1 not in English" in done.output
    assert "languages: de 1" in done.output


def test_somebody_who_looks_is_shown_how_far_it_is(capsys):
    with _Bar(shown=True) as bar:
        bar.show(Progress(200, 1000, 40_000))
        bar.show(Progress(1000, 1000, 200_000))
    shown = capsys.readouterr().err
    assert "1000/1000" in shown
    assert "words/s" in shown


def test_nobody_who_looks_is_shown_nothing(capsys):
    with _Bar(shown=False) as bar:
        bar.show(Progress(200, 1000, 40_000))
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        SystemError("error return without exception set"),
        SystemError("<function f> returned NULL without setting an exception"),
    ],
    ids=["python", "its-last-bytes", "a-function"],
)
def test_too_little_memory_is_one_line(archive, tmp_path, monkeypatch, error):
    def full(*args, **options):
        raise error

    monkeypatch.setattr("hypecheck.bulk.score_files", full)
    done = run("score", archive, "--out", tmp_path / "out")
    assert done.exit_code == 3
    assert done.output.count("\n") == 1
    assert "memory did not suffice" in done.output


def test_another_error_of_the_interpreter_is_shown_whole(archive, tmp_path, monkeypatch):
    def broken(*args, **options):
        raise SystemError("bad argument to internal function")

    monkeypatch.setattr("hypecheck.bulk.score_files", broken)
    assert isinstance(run("score", archive, "--out", tmp_path / "out").exception, SystemError)


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (["score", "no-such.jsonl", "--out", "out"], 3, "no-such.jsonl"),
        (["score", "--out", "out"], 2, "INPUT"),
        (["score", "no-such.jsonl", "--out", "out", "--as-of", "soon"], 2, "'soon'"),
        (["summarize", "nowhere"], 3, "no finished run"),
    ],
)
def test_what_went_wrong_is_said_in_a_line(arguments, code, reason, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run(*arguments)
    assert done.exit_code == code
    assert reason in done.output
    assert "Traceback" not in done.output
