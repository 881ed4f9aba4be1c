import csv

import pytest

from hypecheck.errors import ReleaseDBError
from hypecheck.readers.releases_csv import NEEDED, read_releases_csv
from hypecheck.types import Event

ROW = {
    "id": "demo-1",
    "name": "Demo 1",
    "aliases": "Demo One|D1|Demo One",
    "family": "Demo",
    "organization": "Demo Lab",
    "organization_country": "France",
    "release_date": "2024-05-01",
    "openness": "open-weights",
    "modalities": "text+image>text",
    "kind": "vlm",
    "traits": "moe|edge",
    "parameters": "7000000000.0",
    "sources": "lab/demo@abc|https://example.org",
    "n_sources": "2",
    "confidence": "high",
}


def read(tmp_path, **changes):
    path = tmp_path / "releases.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, NEEDED)
        writer.writeheader()
        writer.writerow({**dict.fromkeys(NEEDED, ""), **ROW, **changes})
    return read_releases_csv(path)[0]


def test_cells_become_fields(tmp_path):
    release = read(tmp_path)
    assert release.aliases == ("Demo One", "D1")
    assert release.inputs == ("text", "image")
    assert release.outputs == ("text",)
    assert release.parameters == 7_000_000_000
    assert release.active_parameters is None
    assert release.prominence == 2
    assert release.country == "France"
    assert release.purpose == "unknown"


SOURCES = ("lab/demo@abc", "https://example.org")


@pytest.mark.parametrize(
    ("changes", "events"),
    [
        ({}, [("weights", "2024-05-01")]),
        (
            {"weights_date": "2024-06-01"},
            [("announced", "2024-05-01"), ("weights", "2024-06-01")],
        ),
        ({"openness": "open-source"}, [("weights", "2024-05-01")]),
        ({"openness": "api"}, [("api", "2024-05-01")]),
        ({"openness": "closed/unreleased"}, [("announced", "2024-05-01")]),
        ({"openness": "unknown"}, [("announced", "2024-05-01")]),
        (
            {"openness": "unknown", "notes": "date is that of the paper"},
            [("paper", "2024-05-01")],
        ),
        (
            {"notes": "paper dated 2024-07-02"},
            [("paper", "2024-07-02"), ("weights", "2024-05-01")],
        ),
    ],
)
def test_dates_become_events(tmp_path, changes, events):
    expected = tuple(Event(kind, day, SOURCES) for kind, day in events)
    assert read(tmp_path, **changes).events == expected


def test_closed_has_one_word(tmp_path):
    assert read(tmp_path, openness="closed/unreleased").openness == "closed"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"release_date": "May 2024"}, r"releases\.csv:2 has release_date 'May 2024'. Allowed"),
        ({"weights_date": "2024-02-30"}, r"releases\.csv:2 has weights_date '2024-02-30'"),
        ({"parameters": "7B"}, r"releases\.csv:2 has parameters '7B'. Allowed: a number"),
    ],
)
def test_a_bad_cell_is_named(tmp_path, changes, words):
    with pytest.raises(ReleaseDBError, match=words):
        read(tmp_path, **changes)


def test_a_missing_column_is_named(tmp_path):
    (tmp_path / "r.csv").write_text("id,name\n", encoding="utf-8")
    with pytest.raises(ReleaseDBError, match=r"r\.csv:1 has no column 'aliases'. Needed: id"):
        read_releases_csv(tmp_path / "r.csv")


def test_a_missing_file_is_one_clear_error(tmp_path):
    with pytest.raises(ReleaseDBError, match=r"none\.csv can't be read"):
        read_releases_csv(tmp_path / "none.csv")
