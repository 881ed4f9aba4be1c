"""Dataset.map with BatchScorer: batches or single rows, cached, in and out."""

import pytest

from hypecheck import BatchScorer, HypeTextClassifier, check

datasets = pytest.importorskip("datasets")

TEXTS = ["It is a game-changer.", "It reads CSV files.", None, ""]
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture
def rows():
    return datasets.Dataset.from_dict({"text": TEXTS, "date": ["2025-01-01"] * 4})


@pytest.mark.parametrize("batched", [True, False], ids=["batched", "row by row"])
def test_map_adds_scores_errors_and_reports(rows, batched):
    found = rows.map(BatchScorer(), batched=batched)
    assert found.column_names == ["text", "date", "hype_score", "hype_error", "hype_report"]
    assert found["hype_score"][0] == check(TEXTS[0], as_of="2025-01-01").score
    assert found["hype_score"][2] is None
    assert "Allowed: str" in found["hype_error"][2]


def test_batched_or_not_gives_the_same(rows):
    one_by_one, at_once = (rows.map(BatchScorer(), batched=choice) for choice in (False, True))
    assert one_by_one.to_list() == at_once.to_list()


def test_map_is_cached_by_the_settings_of_the_scorer(tmp_path):
    datasets.Dataset.from_dict({"text": TEXTS}).save_to_disk(tmp_path / "rows")
    saved = datasets.load_from_disk(str(tmp_path / "rows"))
    first, again = (saved.map(BatchScorer(), batched=True) for _ in range(2))
    other = saved.map(BatchScorer(details=False), batched=True)
    assert first._fingerprint == again._fingerprint != other._fingerprint


@pytest.mark.filterwarnings("ignore:co_lnotab:DeprecationWarning")  # dill 0.3.8 on Python 3.12
def test_streams_are_mapped_too():
    rows = [{"text": text} for text in TEXTS[:2]]
    stream = datasets.IterableDataset.from_generator(lambda: iter(rows))
    found = list(stream.map(BatchScorer(details=False), batched=True, batch_size=1))
    assert found[0]["hype_score"] > found[1]["hype_score"]


def test_scored_rows_can_be_saved_and_read_again(rows, tmp_path):
    found = rows.map(BatchScorer(), batched=True)
    found.to_parquet(tmp_path / "scored.parquet")
    again = datasets.Dataset.from_parquet(str(tmp_path / "scored.parquet"))
    assert again.to_list() == found.to_list()


def test_columns_of_a_dataset_train_the_estimator():
    texts = ["A game-changer.", "It may be a game-changer.", "It is no game-changer."] * 8
    rows = datasets.Dataset.from_dict({"text": texts, "label": [1, 0, 0] * 8})
    model = HypeTextClassifier().fit(rows["text"], rows["label"])
    assert model.predict(rows["text"]).tolist() == list(rows["label"])
