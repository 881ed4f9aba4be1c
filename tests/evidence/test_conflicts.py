"""Dates of other sources are kept as data, and out of the notes."""

import pytest

from hypecheck.evidence.conflicts import OtherDate, other_dates_of, rows_of, split_note
from hypecheck.evidence.releases import ReleaseDB

DB = ReleaseDB.load()


@pytest.mark.parametrize(
    ("note", "left", "dates"),
    [
        ("", "", []),
        ("weights on request", "weights on request", []),
        (
            "date disagreement: kept 2021-07; other sources: Epoch-all(2025-03) 2021-10-26",
            "", [("Epoch-all(2025-03)", "2021-10-26")],
        ),
        (
            "gated; date disagreement: other sources: osai-index 2023-05; open-llms 2023-06-01; big",
            "gated; big", [("osai-index", "2023-05"), ("open-llms", "2023-06-01")],
        ),
        ("models.dev lists 2024-09-12", "", [("models.dev", "2024-09-12")]),
        ("Epoch-ECI(2026-05) has 2024; set by hand", "set by hand", [("Epoch-ECI(2026-05)", "2024")]),
        (
            "other sources: osai-index 2023-05; osai-index has 2023-05",
            "", [("osai-index", "2023-05")],
        ),
    ],
)  # fmt: skip
def test_a_note_is_split_into_words_and_dates(note, left, dates):
    assert split_note(note) == (left, tuple(OtherDate(*pair) for pair in dates))


@pytest.mark.parametrize(
    "note",
    [
        "API 2026-07-16",
        "blog 2024-02-02",
        "paper dated 2022-11-09",
        "weights published 2025-06-30",
        "first commit of a/b is 2021-07-02",
        "models.dev lists 2024-13-45",
    ],
)
def test_dates_of_the_release_s_own_doings_stay_in_the_note(note):
    assert split_note(note) == (note, ())


def test_splitting_again_finds_nothing():
    note, _ = split_note("a; date disagreement: kept 2021; other sources: llmsurvey 2020; b")
    assert split_note(note) == (note, ())


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2024-05-01", "2024-05-09", 8),
        ("2024-05-09", "2024-05-01", 8),
        ("2024-05", "2024-05-20", 0),
        ("2024-05", "2024-06-02", 2),
        ("2024", "2023-12-31", 1),
    ],
)
def test_days_between_two_dates_are_the_fewest_possible(one, other, days):
    assert OtherDate("s", one).days_from(other) == days


def test_rows_are_in_the_order_of_time_and_read_back():
    dates = (OtherDate("b", "2024-02"), OtherDate("a", "2023"))
    assert rows_of(dates) == [{"source": "a", "date": "2023"}, {"source": "b", "date": "2024-02"}]
    assert set(other_dates_of(rows_of(dates))) == set(dates)


def test_the_database_gives_them_by_id_and_by_release():
    assert DB.conflicts("gpt-2") == (OtherDate("ecosystem-graphs", "2019-11-01"),)
    assert DB.conflicts(DB["gpt-2"]) == DB.conflicts("gpt-2")


def test_a_release_on_which_all_sources_agree_has_none():
    assert DB.conflicts("gpt-oss") == ()


def test_no_note_of_the_bundled_table_still_hides_one():
    assert [release.id for release in DB if split_note(release.note) != (release.note, ())] == []
