"""Merging another project's releases: what is new, filled in, in conflict, unplaced."""

import pytest

from hypecheck.evidence.conflicts import OtherDate
from hypecheck.evidence.diff import compare, said
from hypecheck.evidence.load import Table
from hypecheck.evidence.merge import Merger
from hypecheck.evidence.purpose import read_purpose_rules
from hypecheck.evidence.releases import ReleaseDB
from hypecheck.types import Event, Release

HEADER = {"format": "hypecheck-releases", "version": 1, "snapshot": "2025-12-31", "rows": 3}
HOMES = {"Meta": "United States", "Mistral AI": "France"}
SOURCE = ("https://example.org/table",)


def build(id, name, maker="Meta", day="2024-05-01", opened=True, **facts):
    kind = "weights" if opened else "api"
    facts.setdefault("openness", "open-weights" if opened else "api")
    facts.setdefault("sources", SOURCE)
    facts.setdefault("country", HOMES.get(maker, ""))
    return Release(
        id, name, organization=maker, date=day, events=(Event(kind, day, SOURCE),), **facts
    )


OURS = Table(
    HEADER,
    (
        build("yak-2", "Yak 2", parameters=7_000_000_000, aliases=("Yak II",), sources=("ours",)),
        build("yak-3", "Yak 3", openness="unknown", opened=False),
        build("elk", "Elk", "Mistral AI", opened=False),
    ),
    {},
    {"yak-2": (OtherDate("osai-index", "2023-01"),)},
)


def merge(*releases):
    return Merger(ReleaseDB(OURS), read_purpose_rules(), "theirs").merge(releases)


def lines(*releases):
    return list(merge(*releases).lines())


class TestNew:
    def test_a_release_the_table_lacks_is_new_and_gets_a_purpose_and_a_home(self):
        found = merge(build("yak-9", "Yak 9", "facebook", kind="llm"))
        assert list(found.lines()) == ["+ yak-9  Yak 9 (Meta), 2024-05-01"]
        assert (found.new[0].purpose, found.new[0].country) == ("general", "United States")

    def test_the_same_one_twice_is_new_once(self):
        assert len(merge(build("a", "Yak 9"), build("b", "YAK-9")).new) == 1

    def test_an_id_in_use_by_another_maker_gets_a_number(self):
        assert merge(build("elk", "Elk", "OpenAI")).new[0].id == "elk-2"

    def test_makers_that_nobody_knows_are_told_and_left_out(self):
        found = merge(build("x", "X 1", "Nolab Nowhere"), build("y", "Y 1", ""))
        assert [line[0] for line in found.lines()] == ["?", "?"]
        assert found.new == []

    def test_a_table_of_another_field_takes_any_maker(self):
        header = {**HEADER, "vocabulary": {"kind": ["rocket"]}}
        db = ReleaseDB(Table(header, OURS.releases, {}))
        news = [build("v-1", "V 1", "Nolab Nowhere"), build("v-2", "V 2", "")]
        found = Merger(db, read_purpose_rules(), "theirs").merge(news)
        assert [release.id for release in found.new] == ["v-1"]
        assert [release.id for release in found.strangers] == ["v-2"]


class TestKnown:
    @pytest.mark.parametrize("name", ["Yak 2", "yak-2", "Yak II", "YAK2"])
    def test_any_spelling_of_the_same_maker_is_the_same_release(self, name):
        found = merge(build("other-id", name))
        assert (found.known, list(found.lines())) == (1, [])

    @pytest.mark.parametrize("name", ["Meta Yak 2", "meta yak-2"])
    def test_the_maker_in_front_of_the_name_makes_no_other_release(self, name):
        assert list(merge(build("other-id", name)).lines()) == []

    def test_the_maker_left_out_of_the_name_makes_no_other_release(self):
        ours = Table(HEADER, (build("meta-gnu", "Meta Gnu 5"),), {})
        merger = Merger(ReleaseDB(ours), read_purpose_rules(), "theirs")
        assert merger.merge([build("gnu-5", "Gnu 5")]).known == 1

    def test_a_size_of_a_release_is_no_news(self):
        assert merge(build("yak-2-70b", "Yak 2 70B Instruct")).summary.endswith(", 1 known")

    def test_a_size_in_the_aliases_isn_t_compared_with_the_whole(self):
        whole = build("ibex-1", "Ibex 1", parameters=70_000_000_000, aliases=("Ibex 1 8B",))
        db = ReleaseDB(Table(HEADER, (whole,), {}))
        size = build("ibex-1-8b", "Ibex 1 8B", day="2025-01-01", parameters=8_000_000_000)
        found = Merger(db, read_purpose_rules(), "theirs").merge([size])
        assert (found.known, list(found.lines())) == (1, [])

    def test_blanks_are_filled_and_the_source_is_added(self):
        found = merge(build("yak-2", "Yak 2", context_tokens=8192, licence="MIT"))
        assert [str(change) for change in found.changed] == [
            "~ yak-2 licence: none → MIT", "~ yak-2 context_tokens: none → 8192",
        ]  # fmt: skip
        release = found.applied(OURS).releases[1]
        assert (release.id, release.licence, release.context_tokens) == ("yak-2", "MIT", 8192)
        assert release.sources == ("ours", *SOURCE)

    def test_unknown_openness_is_filled_with_its_event(self):
        applied = merge(build("yak-3", "Yak 3", day="2024-05-03")).applied(OURS)
        release = next(release for release in applied.releases if release.id == "yak-3")
        assert release.openness == "open-weights"
        assert release.event("weights").date == "2024-05-03"


class TestConflicts:
    def test_another_date_is_told_and_kept_and_the_table_s_stays(self):
        found = merge(build("yak-2", "Yak 2", day="2023-11-01"))
        assert list(found.lines()) == ["! yak-2 date: table 2024-05-01, theirs 2023-11-01"]
        applied = found.applied(OURS)
        assert applied.releases[1].date == "2024-05-01"
        assert OtherDate("theirs", "2023-11-01") in applied.other_dates["yak-2"]
        assert OtherDate("osai-index", "2023-01") in applied.other_dates["yak-2"]

    @pytest.mark.parametrize("day", ["2024-05-06", "2024-05", "2024", "2023-01"])
    def test_a_date_within_a_week_or_kept_already_is_none(self, day):
        assert lines(build("yak-2", "Yak 2", day=day)) == []

    def test_dates_in_a_note_are_kept_too(self):
        found = merge(build("yak-2", "Yak 2", note="theirs lists 2023-07-07"))
        assert found.dates == {"yak-2": [OtherDate("theirs", "2023-07-07")]}

    @pytest.mark.parametrize(("size", "told"), [(6_700_000_000, False), (9_000_000_000, True)])
    def test_a_size_may_be_rounded_and_not_another(self, size, told):
        found = lines(build("yak-2", "Yak 2", parameters=size))
        assert bool(found) is told
        assert all("parameters: table 7000000000" in line for line in found)

    def test_open_and_closed_disagree(self):
        assert lines(build("elk", "Elk", "Mistral")) == [
            "! elk openness: table api, theirs open-weights"
        ]

    def test_of_unknown_openness_nothing_is_told(self):
        assert lines(build("elk", "Elk", "Mistral", openness="unknown", opened=False)) == []

    def test_open_weights_and_open_source_don_t(self):
        assert lines(build("yak-2", "Yak 2", openness="open-source")) == []


def test_merging_changes_nothing_by_itself():
    before = list(OURS.releases)
    merge(build("yak-9", "Yak 9"), build("yak-2", "Yak 2", licence="MIT"))
    assert list(OURS.releases) == before


def test_what_is_applied_is_sorted_counted_and_known_the_next_time():
    news = [build("yak-9", "Yak 9"), build("yak-2", "Yak 2", "Meta", "2023-11-01", licence="MIT")]
    applied = merge(*news).applied(OURS)
    assert [release.id for release in applied.releases] == ["elk", "yak-2", "yak-3", "yak-9"]
    assert applied.header["rows"] == 4
    again = Merger(ReleaseDB(applied), read_purpose_rules(), "theirs").merge(news)
    assert list(again.lines()) == []


class TestDifference:
    def test_new_gone_and_changed_are_told(self):
        other = (build("elk", "Elk", "Mistral AI", opened=False, traits=("moe", "code")),)
        new = Table(HEADER, (*other, OURS.releases[0], build("ant", "Ant")), {}, {})
        assert list(compare(OURS, new).lines()) == [
            "+ ant  Ant (Meta), 2024-05-01",
            "- yak-3  Yak 3 (Meta), 2024-05-01",
            "~ elk traits: none → moe, code",
            "~ yak-2 other_dates: osai-index 2023-01 → none",
        ]

    def test_a_table_doesn_t_differ_from_itself(self):
        assert list(compare(OURS, OURS).lines()) == []

    @pytest.mark.parametrize(
        ("value", "words"),
        [
            (None, "none"), ("", "none"), ((), "none"), (7, "7"), ("MIT", "MIT"),
            ((Event("api", "2024"), Event("weights", "2025")), "api 2024, weights 2025"),
        ],
    )  # fmt: skip
    def test_values_in_words(self, value, words):
        assert said(value) == words
