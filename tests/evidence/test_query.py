from datetime import date

import pytest

from hypecheck.evidence.search import Query, admits, choices, first_day
from hypecheck.types import Event, Release

RELEASE = Release(
    "demo",
    "Demo 7B",
    aliases=("D7",),
    family="Demo",
    organization="Acme / Bolt",
    date="2024-05",
    openness="open-weights",
    kind="llm",
    purpose="general",
    traits=("moe", "edge"),
    parameters=7_000_000_000,
)
HOMES = ("France", "Canada")


@pytest.mark.parametrize(
    "query",
    [
        Query(),
        Query(makers=frozenset(["Bolt", "Other"])),
        Query(makers=frozenset(["Acme / Bolt"])),
        Query(countries=frozenset(["Canada"])),
        Query(kinds=frozenset(["llm", "vlm"])),
        Query(openness=choices("open")),
        Query(purpose="general", family="Demo"),
        Query(traits=frozenset(["edge"])),
        Query(min_parameters=7_000_000_000, max_parameters=7_000_000_000),
        Query(since=date(2024, 5, 1), until=date(2024, 5, 31)),
        Query(words=("d7", "acme")),
    ],
)
def test_a_release_with_every_facet_is_taken(query):
    assert query.takes(RELEASE, HOMES)


@pytest.mark.parametrize(
    "query",
    [
        Query(makers=frozenset(["Ac"])),
        Query(countries=frozenset(["Spain"])),
        Query(kinds=frozenset(["asr"])),
        Query(openness=frozenset(["api"])),
        Query(purpose="task"),
        Query(family="Other"),
        Query(traits=frozenset(["edge", "code"])),
        Query(min_parameters=7_000_000_001),
        Query(max_parameters=6_999_999_999),
        Query(since=date(2024, 5, 2)),
        Query(until=date(2024, 5, 30)),
        Query(words=("d7", "chip")),
    ],
)
def test_a_release_that_lacks_one_is_not(query):
    assert not query.takes(RELEASE, HOMES)


@pytest.mark.parametrize(
    ("kind", "inputs", "taken"),
    [
        ("vlm", ("text",), True), ("llm", ("text", "image"), True), ("code-llm", ("image",), True),
        ("llm", ("text",), False), ("text-to-image", ("image",), False),
    ],
)  # fmt: skip
def test_a_language_model_that_takes_pictures_is_a_vision_language_model(kind, inputs, taken):
    release = Release("a", "A", kind=kind, inputs=inputs)
    assert Query(kinds=frozenset(["vlm"])).takes(release, ()) is taken


@pytest.mark.parametrize("word", ["demo", "7b", "d7", "acme", "bolt"])
def test_words_may_stand_in_any_name(word):
    assert Query(words=(word,)).takes(RELEASE, HOMES)


def test_a_release_without_a_stated_size_has_no_size():
    unsized = Release("a", "A", date="2024")
    assert not Query(max_parameters=10**12).takes(unsized, ())
    assert Query().takes(unsized, ())


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, set()),
        ("api", {"api"}),
        (["api", "closed"], {"api", "closed"}),
        ("open", {"open-weights", "open-source"}),
        (["open", "api"], {"open-weights", "open-source", "api"}),
    ],
)
def test_choices(value, expected):
    assert choices(value) == expected


def test_first_day_of_a_partial_date():
    assert first_day("2024-05") == date(2024, 5, 1)
    assert first_day(date(2024, 5, 7)) == date(2024, 5, 7)
    assert first_day(None) is None


@pytest.mark.parametrize(
    ("day", "as_of", "admitted"),
    [
        ("2024-05", "2024-05-30", False),
        ("2024-05", "2024-05-31", True),
        ("2024-05", "2024-05", True),
        ("2024", date(2024, 12, 30), False),
        ("2024-05-07", date(2024, 5, 7), True),
    ],
)
def test_an_event_is_admitted_when_it_had_surely_happened(day, as_of, admitted):
    assert admits(Event("weights", day), as_of) is admitted
