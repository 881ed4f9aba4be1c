"""Prior art: comparable releases of other makers from before a day."""

import pytest

from hypecheck.dates import as_day
from hypecheck.evidence.prior_art import PER_MAKER, SHOWN, prior_art
from hypecheck.types import Facets

OPEN = Facets(openness="open")


def ids(table, facets=OPEN, as_of="2025-12-31", **facts):
    return [e.release.id for e in prior_art(table, facets, as_day(as_of), **facts)]


def test_only_releases_of_the_same_openness_compare(table):
    assert not {"sage", "sage-r", "brush"} & set(ids(table))


@pytest.mark.parametrize("as_of", ["2019-12-31", "2021-12-31", "2023-12-31", "2025-12-31"])
def test_nothing_after_as_of_is_shown(table, as_of):
    shown = prior_art(table, OPEN, as_day(as_of))
    assert shown
    assert all(e.date <= as_of for e in shown)
    assert {e.relation for e in shown} == {"prior_art"}


def test_the_maker_in_the_class_is_left_out(table):
    assert ids(table, Facets(organization="Nordlab", openness="open")) == ["jade", "jade-r"]


def test_the_maker_of_the_praised_release_is_left_out(table):
    assert {"jade", "jade-r"} <= set(ids(table))
    assert not {"jade", "jade-r"} & set(ids(table, subject="jade"))


def test_labs_of_the_praised_maker_are_left_out(table, release):
    table.append(release("Gift", "Google DeepMind", "2024-01-01", True))
    table.append(release("Tower", "Google", "2024-06-01", True))
    assert "gift" not in ids(table, subject="tower")


def test_no_maker_fills_the_list(table, release):
    for number in range(9):
        table.append(release(f"Moss{number}", "Ostlab", "2024-05-05", True, prominence=9))
    shown = ids(table)
    assert sum(key.startswith(("moss", "jade")) for key in shown) == PER_MAKER


def test_the_list_is_short(table, release):
    for number in range(30):
        table.append(release(f"Fern{number}", f"Lab {number}", "2024-05-05", True))
    assert len(ids(table)) == SHOWN


def test_the_better_known_comes_first(table, release):
    table.append(release("Famous", "Lab A", "2024-01-01", True, prominence=6))
    table.append(release("Obscure", "Lab B", "2024-01-01", True, prominence=1))
    shown = ids(table)
    assert shown.index("famous") < shown.index("obscure")


def test_of_two_equally_known_the_more_recent_comes_first(table, release):
    table.append(release("Recent", "Lab A", "2024-12-01", True))
    table.append(release("Older", "Lab B", "2020-12-01", True))
    shown = ids(table)
    assert shown.index("recent") < shown.index("older")


def test_the_closer_class_comes_first(table, release):
    table.append(release("Mind", "Lab A", "2024-01-01", True, traits=("reasoning",)))
    table.append(release("Plain", "Lab B", "2024-01-01", True))
    shown = ids(table, Facets(openness="open", kind="language", traits=("reasoning",)))
    assert shown.index("mind") < shown.index("plain")


def test_general_models_come_before_parts_and_fine_tunes(table, release):
    table.append(release("Whole", "Lab A", "2024-01-01", True))
    table.append(release("Part", "Lab B", "2024-01-01", True, purpose="component"))
    table.append(release("Tuned", "Lab C", "2024-01-01", True, traits=("fine-tune",)))
    shown = ids(table)
    assert shown.index("whole") < min(shown.index("part"), shown.index("tuned"))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("asr", {"ear", "ear-2"}), ("text-to-image", set()), ("tts", set())],
)
def test_the_kind_decides_what_compares(table, kind, expected):
    assert set(ids(table, Facets(openness="open", kind=kind))) == expected


def test_each_line_says_what_it_is_and_when_it_counted(table):
    first = prior_art(table, OPEN, as_day("2023-12-31"))[0]
    assert first.release.id == "jade"
    assert first.rationale == "open-weight language model from Ostlab, weights public 2023-09-09"


def test_the_size_or_licence_of_a_claim_does_not_narrow_the_comparison(table):
    narrow = Facets(openness="permissive", licence="MIT", min_parameters=10**12)
    assert set(ids(table, narrow)) == set(ids(table))
