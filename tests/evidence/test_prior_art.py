"""Prior art: comparable releases of other makers from before a day."""

from dataclasses import replace

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


LANGUAGE = Facets(openness="open", kind="language")
#: Class asked for, facts of the release that comes first, and of the one that comes second. They
#: are equally old, by makers of their own, and differ by what stands here and how known they are.
ORDERS = {
    "as-known-as-needed": (LANGUAGE, {"prominence": 4}, {"prominence": 3}),
    "well-known-is-enough": (LANGUAGE, {"prominence": 9}, {"prominence": 12}),
    "known-comes-before-well-known": (LANGUAGE, {"prominence": 9}, {"prominence": 8}),
    "sure-before-loose": (LANGUAGE, {"prominence": 6}, {"prominence": 9, "kind": "vlm"}),
    "loose-and-far-better-known": (LANGUAGE, {"prominence": 9, "kind": "vlm"}, {"prominence": 5}),
    "whole-before-part": (LANGUAGE, {"prominence": 2}, {"prominence": 8, "purpose": "component"}),
    "part-far-better-known": (LANGUAGE, {"prominence": 9, "purpose": "component"}, {"prominence": 2}),
    "task-of-a-talking-model": (OPEN, {"prominence": 4}, {"prominence": 9, "purpose": "task"}),
    "own-before-fine-tune": (LANGUAGE, {"prominence": 5}, {"prominence": 9, "traits": ("fine-tune",)}),
    "fine-tune-far-better-known": (LANGUAGE, {"prominence": 9, "traits": ("fine-tune",)}, {"prominence": 4}),
    "one-trait-of-two": (
        Facets(openness="open", kind="language", traits=("reasoning", "moe")),
        {"prominence": 6, "traits": ("reasoning", "moe")},
        {"prominence": 9, "traits": ("moe",)},
    ),
    "one-trait-of-two-better-known": (
        Facets(openness="open", kind="language", traits=("reasoning", "moe")),
        {"prominence": 9, "traits": ("moe",)},
        {"prominence": 5, "traits": ("reasoning", "moe")},
    ),
    "language-before-seeing": (OPEN, {"prominence": 7}, {"prominence": 9, "kind": "vlm"}),
    "seeing-better-known": (OPEN, {"prominence": 9, "kind": "vlm"}, {"prominence": 6}),
    "language-before-code": (OPEN, {"prominence": 7}, {"prominence": 9, "kind": "code-llm", "purpose": "general"}),
    "code-better-known": (OPEN, {"prominence": 9, "kind": "code-llm", "purpose": "general"}, {"prominence": 6}),
    "language-before-speech": (OPEN, {"prominence": 5}, {"prominence": 9, "kind": "asr"}),
    "speech-better-known": (OPEN, {"prominence": 9, "kind": "asr"}, {"prominence": 4}),
}  # fmt: skip


@pytest.mark.parametrize(("facets", "first", "second"), ORDERS.values(), ids=ORDERS.keys())
def test_which_of_two_comes_first(table, release, facets, first, second):
    two = type(table)(
        [
            release("Zinc", "Lab Z", "2024-01-01", True, **first),
            release("Alum", "Lab A", "2024-01-01", True, **second),
        ]
    )
    tie = facets is LANGUAGE and first["prominence"] == 9 and second["prominence"] == 12
    assert ids(two, facets) == (["alum", "zinc"] if tie else ["zinc", "alum"])


@pytest.mark.parametrize(("known", "first"), [(4, "old"), (5, "new")])
def test_weight_halves_in_seven_years(table, release, known, first):
    old = release("Old", "Lab A", "2017-03-18", True, prominence=9)  # 2500 days before
    new = release("New", "Lab B", "2024-01-21", True, prominence=known)
    assert ids(type(table)([old, new]), as_of="2024-01-21")[0] == first


@pytest.mark.parametrize(
    ("kind", "known", "first"), [("asr", 5, "plain"), ("asr", 4, "heard"), ("llm", 9, "plain")]
)
def test_the_kind_of_the_praised_release_is_closest(table, release, kind, known, first):
    praised = release("Praised", "Lab P", "2024-01-01", True, kind="llm")
    heard = release(
        "Heard", "Lab H", "2024-01-01", True, kind=kind, prominence=9, purpose="general"
    )
    plain = release("Plain", "Lab L", "2024-01-01", True, prominence=known)
    last = replace(heard, prominence=1) if kind == "llm" else heard
    assert ids(type(table)([praised, last, plain]), subject="praised")[0] == first


@pytest.mark.parametrize(
    ("family", "known", "shown"),
    [
        ("Fern", 5, ["fern-1", "fern-2", "moss"]), ("Fern", 6, ["fern-1", "moss", "fern-2"]),
        ("Reed", 6, ["fern-1", "fern-2", "moss"]), ("Reed", 7, ["fern-1", "moss", "fern-2"]),
    ],
)  # fmt: skip
def test_a_maker_s_second_and_a_family_s_second_weigh_less(table, release, family, known, shown):
    rows = [
        release("Fern 1", "Lab F", "2024-01-01", True, prominence=9),
        release("Fern 2", "Lab F", "2024-01-01", True, prominence=9, family=family),
        release("Moss", "Lab M", "2024-01-01", True, prominence=known),
    ]
    assert ids(type(table)(rows)) == shown


@pytest.mark.parametrize("openness", ["open-source", "permissive", "fully-open", "open"])
def test_any_open_model_compares_with_an_open_one(table, openness):
    assert ids(table, Facets(openness=openness, kind="asr")) == ["ear", "ear-2"]


def test_a_closed_model_compares_with_closed_ones(table):
    assert ids(table, Facets(openness="closed")) == ["sage-r", "brush", "sage"]


def test_the_best_of_a_long_table_is_found_however_far_down_it_stands(table, release):
    for number in range(120):
        table.append(release(f"Old{number}", f"Lab {number}", "2001-01-01", True, prominence=9))
    for number in range(60):
        table.append(release(f"New{number}", f"Works {number}", "2025-11-11", True, prominence=9))
    assert {key[:3] for key in ids(table)} == {"new"}
    table.append(release("Mind", "Lab X", "2024-01-01", True, prominence=9, traits=("reasoning",)))
    assert ids(table, Facets(openness="open", traits=("reasoning",)))[0] == "mind"
