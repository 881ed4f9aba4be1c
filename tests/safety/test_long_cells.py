"""A cell longer than Python's CSV reader takes is one clear error, whatever table it stands in."""

import csv
import json

import pytest

from hypecheck.errors import CorpusError, LexiconError, ReleaseDBError
from hypecheck.evidence.mapped import read_mapped
from hypecheck.lexicon.own_rows import read_rows
from hypecheck.readers import epoch, releases_csv
from hypecheck.readers.corpus_labels import read_labels

LIMIT = 1000  # the reader's own is 131,072, unless a program has raised it


def read_table(path):
    mapping = {"snapshot": "2025-01-01", "columns": {"name": "name"}}
    path.with_suffix(".mapping.json").write_text(json.dumps(mapping), encoding="utf-8")
    return read_mapped(path)


@pytest.fixture(autouse=True)
def usual_limit():
    before = csv.field_size_limit(LIMIT)
    yield
    csv.field_size_limit(before)


@pytest.mark.parametrize(
    ("columns", "read", "error"),
    [
        (releases_csv.NEEDED, releases_csv.read_releases_csv, ReleaseDBError),
        (epoch.NEEDED, epoch.read_epoch, ReleaseDBError),
        (("name",), read_table, ReleaseDBError),
        (("text", "hype"), read_labels, CorpusError),
        (("id", "patterns"), lambda path: list(read_rows(path)), LexiconError),
    ],
    ids=["releases", "Epoch", "own releases", "own sentences", "own vocabulary"],
)
def test_long_cell_is_one_clear_error(tmp_path, columns, read, error):
    path = tmp_path / "table.csv"
    path.write_text(",".join(columns) + "\n" + "x" * (LIMIT + 1) + "\n", encoding="utf-8")
    with pytest.raises(error, match=r"table\.csv.* field larger than field limit") as refused:
        read(path)
    assert "\n" not in str(refused.value)
