"""BatchScorer: columns in, columns out, a bad row never ends a batch."""

import json
import pickle
import sys

import pytest

from hypecheck import BatchScorer, InputError, MissingExtraError, Report, check
from hypecheck.bulk.columns import is_missing

HYPED = "It is a game-changer."
SOBER = "It reads CSV files."


def test_columns_come_back_in_order():
    batch = BatchScorer()({"text": [HYPED, SOBER], "date": ["2024", None]})
    assert batch["hype_score"] == [check(HYPED).score, check(SOBER).score]
    assert batch["hype_error"] == [None, None]
    reports = [Report.from_dict(json.loads(text)) for text in batch["hype_report"]]
    assert [len(report.spans) for report in reports] == [1, 0]


def test_bad_row_is_reported_and_the_others_are_scored():
    batch = BatchScorer()({"text": [None, SOBER, HYPED], "date": [None, "soon", "2024-05-01"]})
    assert batch["hype_score"][:2] == [None, None]
    assert batch["hype_score"][2] is not None
    assert "Allowed: str" in batch["hype_error"][0]
    assert "'soon' is not a date" in batch["hype_error"][1]


def test_columns_can_have_other_names():
    assert BatchScorer(text="body", details=False)({"body": [HYPED]})["hype_score"][0] > 0.1


def test_missing_text_column_names_the_columns():
    with pytest.raises(InputError, match=r"'text'.*body"):
        BatchScorer()({"body": [HYPED]})


def test_days_are_read_as_tables_hold_them():
    np = pytest.importorskip("numpy")
    pandas = pytest.importorskip("pandas")
    known = [
        np.datetime64("2024-05-01"),
        np.datetime64("2024-05-01T08:00:00.000000000"),
        pandas.Timestamp("2024-05-01T08:00"),
        "2024-05-01T08:00:00Z",
    ]
    batch = BatchScorer()({"text": [HYPED] * 4, "date": known})
    assert [json.loads(text)["as_of"] for text in batch["hype_report"]] == ["2024-05-01"] * 4


@pytest.mark.parametrize("kind", ["date", "title", "id"])
def test_empty_cells_of_a_frame_say_nothing(kind):
    pandas = pytest.importorskip("pandas")
    batch = BatchScorer()({"text": [HYPED] * 3, kind: [float("nan"), pandas.NaT, pandas.NA]})
    assert batch["hype_error"] == [None] * 3
    assert len(set(batch["hype_report"])) == 1


def test_number_is_no_date():
    batch = BatchScorer()({"text": [HYPED], "date": [20240501]})
    assert batch["hype_error"] == ["The date is a int. Allowed: a date, or its text."]


@pytest.mark.parametrize("text", ["", "  ", float("nan"), None])
def test_empty_cells_are_no_texts(text):
    assert is_missing(text)


def test_arrays_are_no_empty_cells():
    np = pytest.importorskip("numpy")
    assert not is_missing(np.array([1.0, 2.0]))


def test_scorer_can_be_sent_to_a_worker():
    again = pickle.loads(pickle.dumps(BatchScorer(text="body")))
    assert again({"body": [SOBER]})["hype_error"] == [None]


def test_pandas_frames_get_the_columns():
    pandas = pytest.importorskip("pandas")
    frames = [pandas.DataFrame({"text": [HYPED, None]}), pandas.DataFrame({"text": [SOBER]})]
    first, second = BatchScorer(details=False).map_in_pandas(frames)
    assert list(first.columns) == ["text", "hype_score", "hype_error"]
    assert first["hype_score"][0] > second["hype_score"][0]


def test_arrow_batches_get_the_columns():
    pa = pytest.importorskip("pyarrow")
    batch = pa.RecordBatch.from_pydict({"text": [HYPED, SOBER]})
    (found,) = BatchScorer().map_in_arrow([batch])
    assert found.schema.names == ["text", "hype_score", "hype_error", "hype_report"]
    assert found["hype_error"].to_pylist() == [None, None]


def test_missing_package_says_which_extra_brings_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtraError, match=r"hypecheck\[data\]"):
        next(BatchScorer().map_in_arrow([None]))


def test_dataset_is_mapped(tmp_path):
    datasets = pytest.importorskip("datasets")
    rows = datasets.Dataset.from_dict({"text": [HYPED, SOBER]})
    mapped = rows.map(BatchScorer(), batched=True, new_fingerprint="hype")
    assert mapped["hype_score"][0] > mapped["hype_score"][1]
