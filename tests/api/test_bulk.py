"""BatchScorer: columns in, columns out, a bad row never ends a batch."""

import pickle

import pytest

from hypecheck import BatchScorer, InputError, check

HYPED = "It is a game-changer."
SOBER = "It reads CSV files."


def test_columns_come_back_in_order():
    batch = BatchScorer()({"text": [HYPED, SOBER], "date": ["2024", None]})
    assert batch["hype_score"] == [check(HYPED).score, check(SOBER).score]
    assert batch["hype_error"] == [None, None]
    assert [len(spans) for spans in batch["hype_spans"]] == [1, 0]


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


def test_scorer_can_be_sent_to_a_worker():
    again = pickle.loads(pickle.dumps(BatchScorer(text="body")))
    assert again({"body": [SOBER]})["hype_error"] == [None]
