"""What a claim compares: its window, its own subject, the anchor's stages."""

from datetime import date

import pytest

from hypecheck.evidence.makers import countries_of, homes_of, made_by, maker_named, makers_of
from hypecheck.evidence.matching import match
from hypecheck.evidence.members import Member, Pool, by_weight, collect
from hypecheck.evidence.relatives import is_stage, is_subject, release_of, same_maker
from hypecheck.evidence.window import bound_to_maker, news_day, read_window, says_upcoming
from hypecheck.types import Claim, Event, Facets, Release

OPEN = Facets(organization="Nordlab", openness="open", kind="model")
AS_OF = date(2025, 6, 1)


def claim(**facts):
    facts.setdefault("facets", OPEN)
    return Claim("the first", 0, 9, facts.pop("quantifier", "first"), **facts)


def window(table, as_of=AS_OF, **facts):
    return read_window(claim(**facts), as_of, table)


@pytest.mark.parametrize(
    ("facts", "start", "end"),
    [
        ({}, None, AS_OF),
        ({"since": "2020"}, date(2020, 12, 31), AS_OF),
        ({"since": "2020-02"}, date(2020, 2, 29), AS_OF),
        ({"since": "2020-02-03"}, date(2020, 2, 3), AS_OF),
        ({"anchor": "ear"}, date(2021, 5, 5), AS_OF),
        ({"anchor": "ear", "since": "2021"}, date(2021, 5, 5), AS_OF),
        ({"anchor": "ear", "since": "2022"}, date(2022, 12, 31), AS_OF),
        ({"subject": "ear-2"}, None, date(2023, 6, 6)),
        ({"subject": "ear-2", "anchor": "ear"}, date(2021, 5, 5), date(2023, 6, 6)),
        ({"subject": "ear", "anchor": "ear-2"}, date(2023, 6, 6), AS_OF),
        ({"subject": "ear", "anchor": "ear"}, date(2021, 5, 5), AS_OF),
        ({"subject": "no-such-id", "anchor": "no-such-id"}, None, AS_OF),
    ],
)
def test_the_window_runs_from_anchor_to_subject_or_as_of(table, facts, start, end):
    read = window(table, **facts)
    assert (read.start, read.end) == (start, end)


def test_a_staged_anchor_has_a_first_and_a_last_day(table):
    read = window(table, anchor="fjord-1")
    assert (read.start, read.soft_start) == (date(2019, 2, 10), date(2019, 10, 10))


@pytest.mark.parametrize(
    ("as_of", "upcoming"), [(date(2023, 6, 5), True), (date(2023, 6, 6), False)]
)
def test_a_subject_is_upcoming_until_its_day(table, as_of, upcoming):
    assert window(table, as_of, subject="ear-2").upcoming is upcoming


@pytest.mark.parametrize(
    ("facts", "unnamed"),
    [({"subject": "ear"}, False), ({}, True), ({"subject_text": "Some Thing"}, True)],
)
def test_the_window_says_whether_the_subject_is_known(table, facts, unnamed):
    assert window(table, **facts).unnamed is unnamed


def test_a_maker_as_subject_starts_with_its_first_member(table):
    read = window(table, facets=Facets(openness="open", kind="asr"), subject_text="Nordlab")
    assert (read.maker, read.end, read.unnamed) == ("Nordlab", date(2021, 5, 5), False)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("OpenAI's upcoming model", True),
        ("the model that it plans to open", True),
        ("what will be its next model", True),
        ("a next-generation model", False),
        ("the model", False),
        ("", False),
    ],
)
def test_words_that_put_a_subject_in_the_future(words, expected):
    assert says_upcoming(claim(subject_text=words)) is expected


def test_news_is_at_most_six_weeks_old():
    assert news_day(date(2025, 6, 1)) == date(2025, 4, 17)


@pytest.mark.parametrize(
    ("quantifier", "text", "organization"),
    [
        ("absence", "Nordlab", "Nordlab"),
        ("gap", "Nordlab", "Nordlab"),
        ("first", "Nordlab", ""),
        ("absence", "Nobody", ""),
        ("absence", "", ""),
    ],
)
def test_what_a_maker_has_not_done_is_asked_of_that_maker(table, quantifier, text, organization):
    asked = claim(quantifier=quantifier, facets=Facets(openness="open"), subject_text=text)
    assert bound_to_maker(asked, table).facets.organization == organization


@pytest.mark.parametrize(
    ("other", "subject", "expected"),
    [
        ("ear", "ear", True),
        ("ear-2", "ear", False),
        ("fjord-1-xl", "fjord-1", True),
        ("fjord-2", "fjord-1", False),
        ("jade-r", "jade", True),
        ("jade", "jade-r", False),
        ("sage", "jade", False),
    ],
)
def test_stages_and_variants_are_the_subject_and_successors_are_not(
    table, other, subject, expected
):
    assert is_subject(table, table[other], table[subject]) is expected


@pytest.mark.parametrize(
    ("name", "maker", "day", "expected"),
    [
        ("Ear large", "Nordlab", "2021-06-01", True),
        ("Ear large", "Nordlab", "2023-06-01", False),
        ("Ear large", "Ostlab", "2021-06-01", False),
        ("Ear 2", "Nordlab", "2021-06-01", False),
        ("Lobe", "Nordlab", "2021-05-05", False),
    ],
)
def test_stages_of_an_anchor_come_from_its_maker_within_months(
    table, release, name, maker, day, expected
):
    other = release(name, maker, day, True, kind="asr")
    assert is_stage(table, other, table["ear"]) is expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2023-09-10", True), ("2023-10-09", False), ("2022-01-01", False)]
)
def test_a_sister_of_the_launch_day_is_part_of_the_subject(table, release, day, expected):
    sister = release("Jadeite", "Ostlab", day, True, family="Jade")
    assert is_subject(table, sister, table["jade"]) is expected


@pytest.mark.parametrize(("day", "expected"), [("2024-01-01", True), ("2022-01-01", False)])
def test_what_others_make_of_the_subject_is_the_subject_only_afterwards(
    table, release, day, expected
):
    tuned = release("Jade-Chatty", "Elsewhere", day, True)
    assert is_subject(table, tuned, table["jade"]) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Google", "Google DeepMind", True),
        ("CompVis / Stability AI / Runway", "Stability AI", True),
        ("OpenAI", "Google", False),
    ],
)
def test_makers_in_common(one, other, expected):
    first, second = Release("a", "A", organization=one), Release("b", "B", organization=other)
    assert same_maker(first, second) is expected


@pytest.mark.parametrize(
    ("words", "name"), [("Mistral", "Mistral AI"), ("the OpenAI", "OpenAI"), ("nobody here", "")]
)
def test_makers_by_the_words_for_them(words, name):
    assert maker_named(words) == name


def test_makers_who_work_together_are_each_a_maker():
    assert makers_of("IBM / Princeton") == {"IBM", "Princeton"}
    assert made_by(Release("x", "X", organization="IBM / Princeton"), "IBM")


def test_places_and_homes():
    assert "France" in countries_of("Europe")
    assert countries_of("France") == {"France"}
    assert homes_of(Release("x", "X", organization="Nordlab", country="Sweden")) == {"Sweden"}
    assert homes_of(Release("x", "X", organization="Nordlab")) == frozenset()


@pytest.mark.parametrize(("key", "found"), [("ear", True), ("", False), ("nothing", False)])
def test_releases_by_id_or_none(table, key, found):
    assert (release_of(table, key) is not None) is found


def member(name, day, prominence=1):
    release = Release(name, name, prominence=prominence)
    return Member(release, match(release, Facets()), Event("weights", day))


def test_members_are_ordered_best_known_then_earliest_then_latest():
    members = [
        member("old", "2019-01-01"),
        member("famous", "2021-01-01", 9),
        member("known", "2020-06-01", 5),
        member("new", "2024-01-01", 2),
        member("middle", "2022-01-01", 2),
    ]
    assert [m.release.id for m in by_weight(members)] == ["famous", "old", "new", "known", "middle"]


def test_few_members_are_ordered_by_fame_alone():
    members = [member("old", "2019-01-01"), member("famous", "2021-01-01", 9)]
    assert [m.release.id for m in by_weight(members)] == ["famous", "old"]


def test_members_are_taken_out_of_every_bin():
    pool = Pool([member("a", "2020")], [member("b", "2020")], [], [member("a", "2021")])
    pool.drop(lambda m: m.release.id == "a")
    assert (pool.sure, [m.release.id for m in pool.near], pool.unknown) == ([], ["b"], [])


@pytest.mark.parametrize(("bins", "full"), [(([], [], [], []), False), (([], [], [1], []), True)])
def test_a_pool_is_true_when_any_bin_is_filled(bins, full):
    assert bool(Pool(*bins)) is full


def test_members_fall_into_bins_by_what_is_doubtful(table, release):
    table.append(release("Guess", "Nordlab", "2022-02-02", openness="unknown"))
    table.append(release("Glance", "Nordlab", "2022-03-03", True, kind="vlm"))
    table.append(release("Rumour", "Nordlab", "2022-04-04", True, confidence="low", prominence=1))
    facets = Facets(organization="Nordlab", openness="open", kind="language")
    asked = claim(facets=facets, anchor="fjord-1", subject="fjord-2")
    pool = collect(table, facets, read_window(asked, AS_OF, table), AS_OF, frozenset())
    assert [m.release.id for m in pool.unknown] == ["guess"]
    assert sorted(m.release.id for m in pool.loose) == ["digest", "glance"]
    assert [m.release.id for m in pool.near] == ["rumour"]
    assert pool.sure == []


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-06", True), ("2025", True), ("2025-05-31", True), ("2025-07", False)],
)
def test_a_month_that_is_not_over_may_count(table, day, expected):
    read = window(table, date(2025, 6, 15))
    assert read.holds(day, date(2025, 6, 15)) is expected
