"""What isn't installed is named, with the extra that brings it, in every way that needs it."""

import gzip
import json
import sys

import pytest
from bulk_helpers import GERMAN, SOBER

from hypecheck.bulk import Settings, language, score_files
from hypecheck.bulk.backends import Workers
from hypecheck.bulk.overview import read_overview
from hypecheck.errors import InputError, MissingExtraError

ROW = json.dumps({"id": "a", "text": SOBER})
ANY = Settings(only_english=False)


@pytest.fixture
def lacking(monkeypatch):
    """Makes a package one that can't be imported."""

    def lack(*names):
        for name in names:
            for loaded in [key for key in sys.modules if key.split(".")[0] == name]:
                monkeypatch.delitem(sys.modules, loaded)
            monkeypatch.setitem(sys.modules, name, None)

    return lack


@pytest.mark.parametrize(
    ("package", "extra", "name", "content"),
    [
        ("zstandard", "data", "n.jsonl", b"\x28\xb5\x2f\xfd" + b"\0" * 20),
        ("pyarrow", "data", "n.parquet", b"PAR1"),
        ("warcio", "web", "n.warc.gz", gzip.compress(b"WARC/1.0\r\n\r\n")),
        ("trafilatura", "web", "n.html", b"<p>Plain.</p>"),
    ],
)
def test_file_of_its_kind_is_refused(lacking, tmp_path, package, extra, name, content):
    (tmp_path / name).write_bytes(content)
    lacking(package)
    with pytest.raises(MissingExtraError, match=rf"{package}.*hypecheck\[{extra}\]"):
        score_files([str(tmp_path / name)], str(tmp_path / "out"), settings=ANY)


def test_folder_of_datasets_is_refused(lacking, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "dataset_info.json").write_text("{}")
    (tmp_path / "in" / "state.json").write_text("{}")
    lacking("datasets")
    with pytest.raises(MissingExtraError, match=r"datasets.*hypecheck\[data\]"):
        score_files([str(tmp_path / "in")], str(tmp_path / "out"), settings=ANY)


def test_store_is_refused(lacking, tmp_path):
    lacking("fsspec")
    with pytest.raises(MissingExtraError, match=r"fsspec.*hypecheck\[data\]"):
        score_files(["memory://in/n.jsonl"], str(tmp_path / "out"), settings=ANY)


def test_parquet_is_not_written(lacking, tmp_path):
    (tmp_path / "n.jsonl").write_text(ROW)
    lacking("pyarrow")
    with pytest.raises(MissingExtraError, match=r"pyarrow.*hypecheck\[data\]"):
        score_files(
            [str(tmp_path / "n.jsonl")],
            str(tmp_path / "out"),
            settings=Settings(form="parquet", only_english=False),
        )


def test_page_on_a_run_in_parquet_is_not_made(lacking, tmp_path):
    pytest.importorskip("pyarrow")
    (tmp_path / "n.jsonl").write_text(ROW)
    settings = Settings(form="parquet", only_english=False)
    score_files([str(tmp_path / "n.jsonl")], str(tmp_path / "out"), settings=settings)
    lacking("pyarrow")
    with pytest.raises(MissingExtraError, match=r"pyarrow.*hypecheck\[data\]"):
        read_overview(str(tmp_path / "out"))


@pytest.mark.parametrize(("backend", "package"), [("dask", "distributed"), ("ray", "ray")])
def test_cluster_is_refused(lacking, backend, package):
    lacking(package)
    with (
        pytest.raises(MissingExtraError, match=rf"{package}.*hypecheck\[{backend}\]"),
        Workers(2, backend),
    ):
        pass


def test_language_can_not_be_told(lacking, tmp_path):
    (tmp_path / "n.jsonl").write_text(ROW)
    lacking("py3langid")
    with pytest.raises(InputError, match=r"py3langid.*--any-language"):
        score_files([str(tmp_path / "n.jsonl")], str(tmp_path / "out"))


def test_worker_that_can_not_tell_the_language_says_so(lacking):
    """The machine that starts a run may have the package, and one of a cluster not."""
    language._identifier.cache_clear()
    lacking("py3langid")
    with pytest.raises(MissingExtraError, match=r"py3langid.*hypecheck\[data\]"):
        language.language_of(GERMAN)
