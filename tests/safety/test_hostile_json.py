"""Files that a run, a check or a pipeline has left behind, exchanged for hostile ones: one line each."""

import io
import json
import pickle
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import hypecheck
from hypecheck.cli import main
from hypecheck.errors import ConfigError
from hypecheck.portable import files_in, pack, unpack

DEEP = 100_000


class Payload:
    """Touches a file when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


HOSTILE = {
    "nothing": b"",
    "deep list": b"[" * DEEP,
    "deep object": b'{"a":' * DEEP,
    "zeros": b"\0" * 50,
    "another encoding": "{}".encode("utf-16"),
    "null": b"null",
    "list": b"[]",
    "number": b"5",
    "text": b'"x"',
    "endless number": b"9" * 5000,
    "infinity": b"Infinity",
    "half a character": b'"\\ud800"',
    "empty object": b"{}",
    "binary": bytes(range(256)),
    "YAML": b"!!python/object/apply:os.system ['touch hostile-code-ran']\n",
    "values of other kinds": json.dumps(
        {"format": 5, "version": [], "files": 5, "settings": 5, "inputs": 5, "articles": {}}
    ).encode(),
    "nearly a manifest": json.dumps(
        {"format": "hypecheck-run", "version": 1, "settings": {}, "inputs": [5], "data": {}, "today": "x"}
    ).encode(),
    "nearly a baseline": json.dumps({"hypecheck-baseline": 2, "files": {"a": {"b": 5}}}).encode(),
    "nearly a summary": json.dumps(
        {"articles": 1, "scored": 1, "failed": 0, "words": 1, "near_copies": 0, "not_scored": {},
         "verdicts": {}, "phrases": {"x": "<script>"}}
    ).encode(),
    "nearly a row": b'{"status": "scored", "score": "high", "outlet": [], "claims": 5}',
}  # fmt: skip


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news.jsonl").write_text('{"text": "It is a game-changer."}\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("It is a game-changer.\n", encoding="utf-8")


def run(*words):
    return CliRunner().invoke(main, list(words))


def refused(result):
    """The command ends with one line that anybody can read, and an exit code for bad data."""
    assert isinstance(result.exception, SystemExit), repr(result.exception)
    assert result.exit_code in (2, 3)
    (line,) = result.stderr.splitlines()
    assert line.startswith("hypecheck: ")
    assert len(line) < 2000
    assert line.isprintable()
    assert not list(Path().rglob("hostile-code-ran"))


def score(out="out"):
    return run("score", "news.jsonl", "--out", out, "--any-language")


@pytest.mark.parametrize("name", HOSTILE)
def test_baseline(name):
    Path("base.json").write_bytes(HOSTILE[name])
    refused(run("check", "a.txt", "--baseline", "base.json"))


@pytest.mark.parametrize("name", HOSTILE)
def test_manifest_of_a_run(name):
    score()
    Path("out/summary.json").unlink()
    Path("out/manifest.json").write_bytes(HOSTILE[name])
    refused(score())


@pytest.mark.parametrize("name", HOSTILE)
def test_summary_of_a_run(name):
    score()
    Path("out/summary.json").write_bytes(HOSTILE[name])
    refused(score())
    refused(run("summarize", "out"))


@pytest.mark.parametrize("name", sorted(HOSTILE.keys() - {"nothing"}))
def test_rows_of_a_run(name):
    score()
    (part,) = Path("out/articles").iterdir()
    part.write_bytes(HOSTILE[name])
    refused(run("summarize", "out"))


@pytest.mark.parametrize("name", HOSTILE)
def test_mapping_of_a_table(name):
    Path("t.csv").write_text("Name\nX\n", encoding="utf-8")
    Path("t.mapping.json").write_bytes(HOSTILE[name])
    refused(run("releases", "search", "x", "--table", "t.csv"))


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize(
    "words",
    [
        ("releases", "search", "x", "--table"),
        ("releases", "import", "--from", "models.dev"),
        ("releases", "import", "--from", "csv"),
        ("releases", "import", "--from", "epoch"),
    ],
    ids=" ".join,
)
def test_release_table(name, words):
    Path("t.jsonl").write_bytes(HOSTILE[name])
    result = run(*words, "t.jsonl")
    if words[-1] == "models.dev" and name == "empty object":  # a catalogue without models
        assert result.exit_code == 0
        return
    refused(result)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("ending", [".jsonl", ".csv", ".toml"])
def test_vocabulary(name, ending):
    path = Path(f"own{ending}")
    path.write_bytes(HOSTILE[name])
    result = run("check", "a.txt", "--lexicon", str(path))
    if result.exit_code == 0:  # an empty file adds nothing
        assert name == "nothing"
        return
    refused(result)


@pytest.mark.parametrize("name", HOSTILE)
def test_training(name):
    Path("own.csv").write_bytes(HOSTILE[name])
    Path("own.json").write_bytes(HOSTILE[name])
    refused(run("train", "--corpus", "own.csv", "--out", "m.skops"))
    refused(run("train", "--corpus", "news.jsonl", "--config", "own.json", "--out", "m.skops"))
    assert not Path("m.skops").exists()


def zipped(**members):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def listing(files):
    return json.dumps({"format": 1, "files": files})


class TestSavedComponent:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_listing(self, name, tmp_path):
        folder = tmp_path / "hypecheck"
        folder.mkdir()
        (folder / "settings.json").write_bytes(HOSTILE[name])
        for read, given in (
            (files_in, folder),
            (unpack, zipped(**{"settings.json": HOSTILE[name]})),
        ):
            with pytest.raises(ConfigError) as error:
                read(given)
            assert "\n" not in str(error.value)

    @pytest.mark.parametrize(
        "name",
        ["..", ".", "", "../escaped", "/etc/passwd", "a/b", "a\\b", "..\\escaped", "a\0b", 5, None, ["x"]],
    )  # fmt: skip
    def test_name_that_leads_elsewhere(self, name, tmp_path):
        given = zipped(**{"settings.json": listing({"lexicon": [name]}), f"lexicon/{name}": "x"})
        with pytest.raises(ConfigError, match="Allowed: a plain file name"):
            unpack(given)

    @pytest.mark.parametrize(
        ("files", "words"),
        [
            ([], "Allowed: an object"), ({"lexicon": "own.jsonl"}, "Allowed: a list of names"),
            ({"lexicon": []}, "Allowed: a list"), ({"shell": ["x"]}, "has 'shell'. Allowed: lexicon"),
            ({"lexicon": ["missing.jsonl"]}, "is no saved hypecheck component"),
        ],
    )  # fmt: skip
    def test_listing_of_another_form(self, files, words):
        with pytest.raises(ConfigError, match=words):
            unpack(zipped(**{"settings.json": listing(files)}))

    def test_archive_that_unpacks_to_more_than_fits(self, monkeypatch):
        monkeypatch.setattr("hypecheck.portable._LARGEST", 1_000_000)
        bomb = zipped(
            **{"settings.json": listing({"lexicon": ["w"]}), "lexicon/w": b"0" * 2_000_000}
        )
        assert len(bomb) < 10_000
        with pytest.raises(ConfigError, match=r"unpacks to 2 MB\. Allowed: 1 MB"):
            unpack(bomb)

    def test_archive_whose_bytes_were_changed(self):
        good = pack({"lexicon": {"own.jsonl": b'{"id": "x"}' * 40}})
        refused = 0
        for at in range(len(good)):
            changed = good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :]
            try:
                unpack(changed)
            except ConfigError:
                refused += 1
        assert refused > len(good) / 2

    def test_pickle_is_no_archive(self, tmp_path):
        mark = tmp_path / "hostile-code-ran"
        component = hypecheck.load().get_pipe("hypecheck")
        with pytest.raises(ConfigError, match="no saved hypecheck component"):
            component.from_bytes(pickle.dumps(Payload(mark)))
        assert not mark.exists()
