"""A run over files: what it writes, what it refuses, and that nothing is lost."""

import errno
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from bulk_helpers import GERMAN, HYPED, SOBER, read_errors, read_rows, rows, tree

import hypecheck
from hypecheck import HypecheckError, InputError
from hypecheck.bulk import Columns, Settings, runner, score_files, tally

SMALL = Settings(shard_size=4)


class TestOutput:
    def test_row_says_what_check_says(self, write_jsonl, tmp_path):
        (article,) = rows(1)
        score_files([write_jsonl([article])], str(tmp_path / "out"))
        (row,) = read_rows(tmp_path / "out")
        report = hypecheck.check(article["text"], as_of=article["date"], title=article["title"])
        assert row["score"] == report.score
        assert [span["text"] for span in row["spans"]] == [span.text for span in report.spans]
        assert [one["score"] for one in row["sentences"]] == [one.score for one in report.sentences]
        assert (row["id"], row["as_of"], row["snapshot"]) == ("a0", "2024-01-01", report.snapshot)

    def test_claims_carry_verdict_evidence_and_restatement(self, write_jsonl, tmp_path):
        text = "It is OpenAI's first open-weight model since GPT-2."
        score_files([write_jsonl([{"text": text, "date": "2025-04-03"}])], str(tmp_path / "out"))
        (row,) = read_rows(tmp_path / "out")
        (claim,) = row["claims"]
        assert claim["verdict"] == "REFUTED"
        assert "whisper" in {one["release"] for one in claim["evidence"]}
        assert "language model" in claim["restatement"]
        assert claim["sentence"] == text

    def test_claim_of_a_title_has_the_title_as_its_sentence(self, write_jsonl, tmp_path):
        title = "OpenAI ships its first open-weight model since GPT-2"
        row = {"title": title, "text": SOBER, "date": "2025-04-03"}
        score_files([write_jsonl([row])], str(tmp_path / "out"))
        (claim,) = read_rows(tmp_path / "out")[0]["claims"]
        assert claim["sentence"] == title

    def test_articles_stay_in_order_over_shards(self, write_jsonl, tmp_path):
        score_files([write_jsonl(rows(10))], str(tmp_path / "out"), settings=SMALL)
        assert [row["id"] for row in read_rows(tmp_path / "out")] == [f"a{n}" for n in range(10)]
        assert len(list((tmp_path / "out" / "articles").iterdir())) == 3

    def test_row_without_an_id_is_known_by_its_place(self, write_jsonl, tmp_path):
        name = write_jsonl([{"text": SOBER}])
        score_files([name], str(tmp_path / "out"))
        assert read_rows(tmp_path / "out")[0]["id"] == f"{name}:1"

    def test_flat_table_has_one_phrase_a_row(self, write_jsonl, tmp_path):
        settings = Settings(spans=True)
        score_files([write_jsonl(rows(2))], str(tmp_path / "out"), settings=settings)
        (article, _), spans = (read_rows(tmp_path / "out", name) for name in ("articles", "spans"))
        assert [span["text"] for span in spans] == [span["text"] for span in article["spans"]]
        assert {span["article"] for span in spans} == {"a0"}

    def test_nothing_but_the_result_is_left(self, write_jsonl, tmp_path):
        score_files([write_jsonl(rows(2))], str(tmp_path / "out"))
        assert set(tree(tmp_path / "out")) == {
            "articles/part-000000.jsonl", "errors.jsonl", "manifest.json", "summary.json",
        }  # fmt: skip


class TestSummary:
    def test_counts_articles_words_phrases_and_verdicts(self, write_jsonl, tmp_path):
        content = [*rows(4), {"text": "It is OpenAI's first open-weight model since GPT-2."}]
        summary = score_files([write_jsonl(content)], str(tmp_path / "out"), settings=SMALL)
        assert (summary["articles"], summary["scored"], summary["failed"]) == (5, 5, 0)
        assert summary["words"] == sum(len(row["text"].split()) for row in content)
        assert summary["phrases"]["game-changer"] == 2
        assert summary["verdicts"] == {"REFUTED": 1}

    def test_text_of_another_language_is_counted_and_not_scored(self, write_jsonl, tmp_path):
        summary = score_files([write_jsonl([{"text": GERMAN}])], str(tmp_path / "out"))
        assert summary["not_scored"] == {"de": 1}
        (row,) = read_rows(tmp_path / "out")
        assert (row["status"], row["language"], row["score"]) == ("not_scored", "de", None)

    def test_every_text_is_scored_where_language_does_not_matter(self, write_jsonl, tmp_path):
        settings = Settings(only_english=False)
        name = write_jsonl([{"text": GERMAN}])
        assert score_files([name], str(tmp_path / "out"), settings=settings)["scored"] == 1

    def test_copy_of_an_article_is_counted(self, write_jsonl, tmp_path):
        text = " ".join(row["text"] for row in rows(6))
        content = [{"text": text}, {"text": HYPED}, {"text": f"LONDON, Reuters. {text}"}]
        assert score_files([write_jsonl(content)], str(tmp_path / "out"))["near_copies"] == 1

    def test_rare_phrases_are_dropped_where_there_are_too_many(self, monkeypatch):
        monkeypatch.setattr(tally, "_KEPT", 2)
        whole = tally.Tally(phrases=Counter({"a": 3, "b": 1, "c": 2, "d": 1}))
        whole.add(tally.Tally(phrases=Counter({"e": 1, "b": 2})))
        assert whole.phrases == {"a": 3, "b": 3}

    def test_progress_reaches_the_total(self, write_jsonl, tmp_path):
        seen = []
        name = write_jsonl(rows(10))
        score_files([name], str(tmp_path / "out"), settings=SMALL, progress=seen.append)
        assert [one.articles for one in seen] == [0, 4, 8, 10]
        assert {one.total for one in seen} == {10}


class TestDay:
    def test_row_without_a_date_gets_its_date_line(self, write_jsonl, tmp_path):
        text = f"OSLO, 3 April 2025 - {SOBER}"
        score_files([write_jsonl([{"text": text}])], str(tmp_path / "out"))
        (row,) = read_rows(tmp_path / "out")
        assert (row["as_of"], row["as_of_source"]) == ("2025-04-03", "date line")

    def test_else_the_day_on_which_the_run_began(self, write_jsonl, tmp_path):
        score_files([write_jsonl([{"text": SOBER}])], str(tmp_path / "out"))
        (row,) = read_rows(tmp_path / "out")
        today = json.loads((tmp_path / "out" / "manifest.json").read_text())["today"]
        assert (row["as_of"], row["as_of_source"]) == (today, "today")

    def test_given_day_is_for_rows_without_a_date(self, write_jsonl, tmp_path):
        name = write_jsonl([{"text": SOBER}, {"text": SOBER, "date": "2020"}])
        score_files([name], str(tmp_path / "out"), settings=Settings(as_of="2023-05"))
        assert [row["as_of"] for row in read_rows(tmp_path / "out")] == ["2023-05-31", "2020-12-31"]


class TestBadRows:
    def test_a_broken_first_row_of_a_table_is_one_bad_row(self, tmp_path):
        (tmp_path / "first.csv").write_text("id,text\nx\n1,It is a game-changer.\n")
        settings = Settings(only_english=False)
        score_files([str(tmp_path / "first.csv")], str(tmp_path / "out"), settings=settings)
        (bad,) = (tmp_path / "out" / "errors.jsonl").read_text().splitlines()
        assert json.loads(bad)["row"] == 1

    def test_every_bad_row_has_a_line_and_the_good_ones_are_scored(self, write_jsonl, tmp_path):
        bad = ['{"text": 7}', '{"title": "x"}', "nonsense", "[1]", '{"text": "a", "date": "soon"}',
               '{"text": " "}', '{"text": "half a pair \\ud800"}']  # fmt: skip
        name = write_jsonl([{"text": HYPED}, *bad, {"text": SOBER}])
        summary = score_files([name], str(tmp_path / "out"), settings=SMALL)
        assert (summary["scored"], summary["failed"]) == (2, len(bad))
        errors = read_errors(tmp_path / "out")
        assert [error["row"] for error in errors] == [2, 3, 4, 5, 6, 7, 8]
        assert {error["file"] for error in errors} == {name}
        reasons = ["a int", "no 'text'", "not JSON", "a list", "not a date", "empty", "not UTF-8"]
        for error, reason in zip(errors, reasons, strict=True):
            assert reason in error["reason"]

    def test_bytes_that_are_no_utf_8(self, tmp_path):
        path = tmp_path / "news.jsonl"
        path.write_bytes(b'{"text": "Caf\xe9"}\n{"text": "It reads CSV."}\n')
        summary = score_files([str(path)], str(tmp_path / "out"))
        assert (summary["scored"], summary["failed"]) == (1, 1)
        assert "not UTF-8" in read_errors(tmp_path / "out")[0]["reason"]

    def test_text_longer_than_16_million_characters(self, write_jsonl, tmp_path):
        name = write_jsonl([{"text": "word " * 3_200_001}])
        assert score_files([name], str(tmp_path / "out"))["failed"] == 1
        assert "16000000 are scored" in read_errors(tmp_path / "out")[0]["reason"]

    def test_text_that_upsets_the_engine_ends_nothing(self, write_jsonl, tmp_path, monkeypatch):
        def upset(*arguments, **names):
            raise RecursionError("too deep")

        monkeypatch.setattr(hypecheck.pipeline.Analyzer, "analyze", upset)
        assert score_files([write_jsonl(rows(3))], str(tmp_path / "out"))["failed"] == 3
        assert "RecursionError: too deep" in read_errors(tmp_path / "out")[0]["reason"]


class TestGoingOn:
    def test_run_that_was_killed_ends_as_an_undisturbed_one(self, write_jsonl, tmp_path):
        name = write_jsonl(rows(200))
        settings = Settings(shard_size=4, spans=True)
        score_files([name], str(tmp_path / "whole"), settings=settings)
        kept = kill_in_the_middle(name, tmp_path / "killed")
        score_files([name], str(tmp_path / "killed"), settings=settings)
        assert tree(tmp_path / "killed") == tree(tmp_path / "whole")
        for path, written in kept.items():  # what was done has not been done again
            assert path.stat().st_mtime_ns == written

    def test_workers_and_their_number_change_nothing(self, write_jsonl, tmp_path):
        name = write_jsonl(rows(20))
        score_files([name], str(tmp_path / "one"), settings=SMALL)
        score_files([name], str(tmp_path / "two"), settings=SMALL, workers=2)
        assert tree(tmp_path / "one") == tree(tmp_path / "two")

    def test_finished_run_is_left_alone(self, write_jsonl, tmp_path):
        name = write_jsonl(rows(3))
        summary = score_files([name], str(tmp_path / "out"))
        before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*.json*")}
        assert score_files([name], str(tmp_path / "out")) == summary
        assert {path: path.stat().st_mtime_ns for path in before} == before

    def test_half_written_file_of_a_killed_run_is_swept_away(self, write_jsonl, tmp_path):
        left = tmp_path / "out" / "articles" / "part-000000.jsonl.99.unfinished"
        left.parent.mkdir(parents=True)
        left.write_text('{"id": "a')
        score_files([write_jsonl(rows(1))], str(tmp_path / "out"))
        assert not left.exists()


SCRIPT = """
import sys
from hypecheck.bulk import Settings, score_files
score_files([sys.argv[1]], sys.argv[2], settings=Settings(shard_size=4, spans=True))
"""


def kill_in_the_middle(name, out):
    """Kill a run when it has finished some shards; gives those and when they were written."""
    run = subprocess.Popen([sys.executable, "-c", SCRIPT, name, str(out)])
    while len(list(out.glob("shards/*.json"))) < 3:
        assert run.poll() is None, "the run ended before it could be killed"
        time.sleep(0.01)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    assert not (out / "summary.json").exists()
    done = [path.stem for path in out.glob("shards/*.json")]
    return {
        path: path.stat().st_mtime_ns
        for stem in done
        for path in [out / "articles" / f"{stem}.jsonl", out / "spans" / f"{stem}.jsonl"]
    }


class TestRefused:
    @pytest.fixture
    def half(self, write_jsonl, tmp_path):
        """Input and output of a run that hasn't got far."""
        name = write_jsonl(rows(6))
        score_files([name], str(tmp_path / "out"), settings=SMALL)
        (tmp_path / "out" / "summary.json").unlink()
        return name, str(tmp_path / "out")

    @pytest.mark.parametrize(
        ("settings", "what"),
        [
            (Settings(shard_size=5), "option shard_size: 4, now 5"),
            (Settings(shard_size=4, form="parquet"), "option form"),
            (Settings(shard_size=4, as_of="2024"), "option as_of"),
            (Settings(shard_size=4, columns=Columns(text="body")), "option columns"),
        ],
    )
    def test_another_option(self, half, settings, what):
        with pytest.raises(InputError, match=what):
            score_files([half[0]], half[1], settings=settings)

    def test_another_input(self, half, write_jsonl):
        write_jsonl(rows(7))
        with pytest.raises(InputError, match=r"another input .*news\.jsonl"):
            score_files([half[0]], half[1], settings=SMALL)

    def test_another_list_of_inputs(self, half, write_jsonl):
        with pytest.raises(InputError, match="another list of inputs"):
            score_files([half[0], write_jsonl([], "b.jsonl")], half[1], settings=SMALL)

    @pytest.mark.parametrize("name", ["releases", "model", "lexicon", "hypecheck"])
    def test_other_data_or_another_version(self, half, tmp_path, name):
        path = tmp_path / "out" / "manifest.json"
        manifest = json.loads(path.read_text())
        manifest["data"][name] = "before"
        path.write_text(json.dumps(manifest))
        with pytest.raises(InputError, match=rf"another {name} .*: before, now"):
            score_files([half[0]], half[1], settings=SMALL)

    def test_manifest_of_another_version(self, half, tmp_path):
        path = tmp_path / "out" / "manifest.json"
        path.write_text(json.dumps({**json.loads(path.read_text()), "version": 99}))
        with pytest.raises(InputError, match=r"not a manifest of this version. Choose another"):
            score_files([half[0]], half[1], settings=SMALL)

    def test_table_of_ones_own_that_has_changed(self, write_jsonl, tmp_path):
        table = tmp_path / "table.jsonl"
        head = {"format": "hypecheck-releases", "version": 1, "snapshot": "2025-01-01", "rows": 0}
        table.write_text(json.dumps(head))
        settings = Settings(shard_size=4, releases=str(table))
        name, out = write_jsonl(rows(6)), str(tmp_path / "out")
        score_files([name], out, settings=settings)
        (tmp_path / "out" / "summary.json").unlink()
        table.write_text(json.dumps({**head, "snapshot": "2025-02-01"}))
        with pytest.raises(InputError, match="another own releases"):
            score_files([name], out, settings=settings)

    @pytest.mark.parametrize("option", ["lexicon", "releases", "classifier"])
    def test_file_of_ones_own_that_is_not_there(self, write_jsonl, tmp_path, option):
        settings = Settings(**{option: str(tmp_path / "none.jsonl")})
        with pytest.raises(HypecheckError, match=r"none\.jsonl can't be read: No such file"):
            score_files([write_jsonl(rows(1))], str(tmp_path / "out"), settings=settings)

    @pytest.mark.parametrize(
        ("settings", "words"),
        [
            ({"lexicon": "bad.jsonl"}, "bad.jsonl"),
            ({"releases": "bad.jsonl"}, "bad.jsonl"),
            ({"allow": [""]}, "the allowed phrase is empty"),
            ({"allow": "-"}, "at least one word"),
            ({"lexicon": ""}, "has an empty name"),
            ({"lexicon": ["", "bad.jsonl"]}, "has an empty name"),
        ],
    )
    def test_mistake_in_what_is_ones_own_is_no_matter_of_rows(
        self, write_jsonl, tmp_path, monkeypatch, settings, words
    ):
        monkeypatch.chdir(tmp_path)
        Path("bad.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")
        source = write_jsonl(rows(3))
        with pytest.raises(HypecheckError, match=words):
            score_files([source], str(tmp_path / "out"), settings=Settings(**settings))
        assert not (tmp_path / "out").exists()

    def test_worker_without_the_files_ends_its_shard(self, write_jsonl, tmp_path, monkeypatch):
        monkeypatch.setattr(runner, "analyzer_for", lambda settings: None)  # the start has them
        settings = Settings(allow=("-",))
        with pytest.raises(HypecheckError, match="at least one word"):
            score_files([write_jsonl(rows(3))], str(tmp_path / "out"), settings=settings)
        assert not list((tmp_path / "out" / "articles").glob("*"))

    @pytest.mark.parametrize("given", ["game-changer", ["game-changer"], None, ()])
    def test_one_phrase_stands_for_itself(self, given):
        assert Settings(allow=given).allow == (("game-changer",) if given else ())

    def test_input_that_can_not_be_read(self, write_jsonl, tmp_path, monkeypatch):
        def closed(path):
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr("hypecheck.bulk.sources.open_raw", closed)
        with pytest.raises(InputError, match=r"news\.jsonl can't be read: Permission denied"):
            score_files([write_jsonl(rows(1))], str(tmp_path / "out"))

    @pytest.mark.parametrize(
        ("setting", "words"),
        [
            ({"form": "xml"}, "The form is 'xml'. Allowed: jsonl, parquet."),
            ({"shard_size": 0}, "The shard size is 0. Allowed: 1 or more."),
            ({"lexicon_mode": "both"}, "The lexicon's mode is 'both'. Allowed: "),
            ({"as_of": "soon"}, "'soon'"),
        ],
    )
    def test_setting_that_is_not_allowed(self, setting, words):
        with pytest.raises(InputError) as error:
            Settings(**setting)
        assert words in str(error.value)

    def test_no_room_for_telling_copies(self, write_jsonl, tmp_path, monkeypatch):
        def full(*args):
            raise sqlite3.OperationalError("database or disk is full")

        monkeypatch.setattr("hypecheck.bulk.copies._is_copy", full)
        with pytest.raises(
            InputError, match=r"disk is full. Make room .* finished shards are kept"
        ):
            score_files([write_jsonl(rows(1))], str(tmp_path / "out"))

    def test_folder_that_can_not_be_made(self, write_jsonl, tmp_path):
        (tmp_path / "file").write_text("")
        with pytest.raises(InputError, match=r"can't be written.*Choose a folder"):
            score_files([write_jsonl(rows(1))], str(tmp_path / "file" / "out"))

    def test_disk_that_is_full(self, write_jsonl, tmp_path, monkeypatch):
        def full(descriptor):
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(InputError, match=r"No space left.*Make room and run the same command"):
            score_files([write_jsonl(rows(1))], str(tmp_path / "out"))
        monkeypatch.undo()
        assert score_files([write_jsonl(rows(1))], str(tmp_path / "out"))["scored"] == 1

    def test_standard_input_that_is_not_there(self, tmp_path):
        with pytest.raises(InputError, match="no standard input"):
            score_files(["-"], str(tmp_path / "out"))

    def test_language_without_the_package_that_tells_it(self, write_jsonl, tmp_path, monkeypatch):
        monkeypatch.setattr("hypecheck.bulk.runner.is_available", lambda: False)
        with pytest.raises(InputError, match=r"py3langid.*--any-language"):
            score_files([write_jsonl(rows(1))], str(tmp_path / "out"))
