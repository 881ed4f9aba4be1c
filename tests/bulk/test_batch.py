"""BatchScorer: columns in, columns out, a bad row never ends a batch."""

import json
import pickle
import sys

import pytest

from hypecheck import BatchScorer, HypecheckError, InputError, MissingExtraError, Report, check
from hypecheck.bulk.columns import is_missing
from hypecheck.bulk.worker import own_analyzer

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


class TestTypes:
    """The first batch decides what a column is, and its rows may all be good, or all be bad."""

    @pytest.mark.parametrize("texts", [[HYPED] * 6 + [None], [None] * 6 + [HYPED]])
    @pytest.mark.parametrize("details", [True, False])
    def test_dataset_takes_a_bad_row_after_good_ones_and_the_reverse(self, texts, details):
        datasets = pytest.importorskip("datasets")
        rows = datasets.Dataset.from_dict({"text": texts})
        mapped = rows.map(
            BatchScorer(details=details),
            batched=True,
            batch_size=2,
            writer_batch_size=2,
            new_fingerprint=f"hype{details}{texts[0]}",
        )
        assert [error is None for error in mapped["hype_error"]] == [
            one is not None for one in texts
        ]
        assert mapped.features["hype_score"].dtype == "float64"
        kinds = {mapped.features[name].dtype for name in mapped.column_names[2:]}
        assert kinds == {"string"}

    def test_dataset_without_batches_needs_the_types(self):
        datasets = pytest.importorskip("datasets")
        rows = datasets.Dataset.from_dict({"text": [HYPED, None]})
        types = {"hype_score": "float64", "hype_error": "string"}
        features = {name: datasets.Value(kind) for name, kind in types.items()}
        mapped = rows.map(
            BatchScorer(details=False),
            features=datasets.Features({**rows.features, **features}),
            writer_batch_size=1,
            new_fingerprint="one",
        )
        assert [error is None for error in mapped["hype_error"]] == [True, False]

    @pytest.mark.parametrize("text", [HYPED, None])
    def test_tables_of_arrow_have_the_documented_types(self, text):
        pa = pytest.importorskip("pyarrow")
        schema = pa.table(BatchScorer()({"text": [text]})).schema
        assert [str(field.type) for field in schema] == ["double", "string", "string"]

    def test_an_asked_for_type_counts(self):
        pa = pytest.importorskip("pyarrow")
        scores = BatchScorer()({"text": [None, HYPED]})["hype_score"]
        assert pa.array(scores, pa.float32()).type == pa.float32()

    def test_columns_are_lists_and_stay_typed_on_their_way_to_another_process(self):
        pa = pytest.importorskip("pyarrow")
        errors = BatchScorer()({"text": [HYPED]})["hype_error"]
        again = pickle.loads(pickle.dumps(errors))
        assert again == errors == [None]
        assert isinstance(errors, list)
        assert pa.array(again).type == pa.string()


class TestOwnVocabulary:
    """What is wrong with it is no matter of rows."""

    @pytest.mark.parametrize(
        ("settings", "words"),
        [
            ({"lexicon": ["nope.jsonl"]}, "nope.jsonl can't be read"),
            ({"lexicon": "nope.jsonl"}, "nope.jsonl can't be read"),
            ({"lexicon": [""]}, "has an empty name. Give a path, or leave it out"),
            ({"lexicon": ""}, "has an empty name"),
            ({"allow": [""]}, "the allowed phrase is empty. Give a phrase, or leave it out"),
            ({"allow": [" - "]}, "at least one word"),
        ],
    )
    def test_fails_at_once(self, settings, words):
        with pytest.raises(HypecheckError, match=words):
            BatchScorer(**settings)

    def test_worker_that_misses_a_file_says_so_at_its_first_batch(self, tmp_path):
        own = tmp_path / "own.jsonl"
        own.write_text('{"allow": "game-changer"}\n')
        sent = pickle.dumps(BatchScorer(lexicon=[str(own)]))
        assert pickle.loads(sent)({"text": [HYPED]})["hype_error"] == [None]
        own.rename(tmp_path / "elsewhere.jsonl")
        own_analyzer.cache_clear()  # as in a worker of its own
        with pytest.raises(HypecheckError, match=r"own\.jsonl can't be read"):
            pickle.loads(sent)({"text": [HYPED]})

    @pytest.mark.parametrize("allow", ["game-changer", ["game-changer"], ("game-changer",)])
    def test_one_phrase_stands_for_itself(self, allow):
        (report,) = BatchScorer(allow=allow)({"text": [HYPED]})["hype_report"]
        assert Report.from_dict(json.loads(report)).spans == ()


class TestShapes:
    def test_number_as_a_title_or_an_id_is_read_as_written(self):
        batch = BatchScorer()({"text": [HYPED], "title": [1984], "id": [7]})
        row = json.loads(batch["hype_report"][0])
        assert (row["title"], row["id"]) == ("1984", "7")

    @pytest.mark.parametrize("column", ["title", "date", "id"])
    @pytest.mark.parametrize("count", [1, 3])
    def test_columns_of_several_lengths(self, column, count):
        batch = {"text": [HYPED, SOBER], column: ["2024-01-01"] * count}
        with pytest.raises(InputError, match=rf"'{column}' has {count} rows, and 'text' has 2"):
            BatchScorer()(batch)

    def test_column_that_nobody_reads_may_have_any_length(self):
        assert BatchScorer()({"text": [HYPED], "tags": [1, 2]})["hype_error"] == [None]

    def test_part_of_a_frame_keeps_its_labels(self):
        pandas = pytest.importorskip("pandas")
        frame = pandas.DataFrame({"text": [SOBER, HYPED, SOBER], "title": ["A", None, "C"]})
        batch = BatchScorer()(frame[1:])
        assert batch["hype_error"] == [None, None]
        assert batch["hype_score"][0] > batch["hype_score"][1]
