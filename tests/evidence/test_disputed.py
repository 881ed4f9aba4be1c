"""Where sources disagree on a date, a verdict that turns on it says so."""

from dataclasses import replace

import pytest

from hypecheck.dates import as_day
from hypecheck.evidence.conflicts import OtherDate
from hypecheck.evidence.disputed import Redated, publisher, redated
from hypecheck.evidence.publishers import publisher_of
from hypecheck.evidence.releases import ReleaseDB
from hypecheck.evidence.verify import ReleaseVerifier
from hypecheck.types import Claim, Event, Facets, Release

FIRST = Claim(
    "the first open speech recogniser", 0, 32, "first",
    facets=Facets(organization="Nordlab", openness="open", kind="asr"), subject="ear-2",
)  # fmt: skip


def check(table, asked=FIRST, as_of="2025-06-01"):
    return ReleaseVerifier(table).verify(asked, as_day(as_of))


def doubt(table, key, **facts):
    """The table with one release that isn't dated first-hand."""
    rows = [replace(r, confidence="medium", **facts) if r.id == key else r for r in table]
    return type(table)(rows, table.other_dates)


def said(table, key, day, source="Epoch-all(2025-03)"):
    """The table in which a source gives another date for a release."""
    return type(table)(table, {**table.other_dates, key: (OtherDate(source, day),)})


class TestACounterexample:
    def test_that_no_source_doubts_refutes_robustly(self, table):
        checked = check(doubt(table, "ear"))
        assert (checked.verdict, checked.robustness) == ("REFUTED", "robust")
        assert "disagree" not in checked.reason

    def test_that_another_source_puts_after_the_subject_is_date_sensitive(self, table):
        checked = check(said(doubt(table, "ear"), "ear", "2024-01-15"))
        assert (checked.verdict, checked.robustness) == ("REFUTED", "date-sensitive")
        assert "Ear is of 2021-05-05 here, of 2024-01-15 by Epoch AI" in checked.reason

    def test_says_what_the_claim_would_be_by_the_other_date(self, table):
        table = said(doubt(table, "ear"), "ear", "2024-01-15")
        whole = check(table).reason
        plain, _, told = whole.partition("; but ")
        assert plain == "1 release in the table came before 2023-06-06: Ear (2021-05-05)"
        assert told == (
            "sources disagree on dates, and by other ones the claim would be undecided:"
            " Ear is of 2021-05-05 here, of 2024-01-15 by Epoch AI"
        )

    def test_with_another_beside_it_would_leave_the_claim_to_hold(self, table, release):
        more = doubt(table, "ear")
        more += [release(f"Ear {n}", "Nordlab", f"2024-0{n}-01", True, kind="asr") for n in (7, 8)]
        checked = check(said(more, "ear", "2024-01-15"))
        assert "by other ones the claim would hold: Ear is of 2021-05-05 here" in checked.reason

    def test_of_several_two_are_told(self, table, release):
        more = doubt(table, "ear")
        for n in (1, 2, 3):
            more.append(
                release(
                    f"Lug {n}", "Nordlab", f"2022-0{n}-01", True, kind="asr", confidence="medium"
                )
            )
            more = said(more, f"lug-{n}", "2024-02-02")
        checked = check(said(more, "ear", "2024-01-15"))
        assert checked.robustness == "date-sensitive"
        assert checked.reason.count(" here, of 2024-") == 2

    @pytest.mark.parametrize("day", ["2021-05-20", "2020", "2022-12-31"])
    def test_whose_other_date_is_in_the_window_too_is_robust(self, table, day):
        checked = check(said(doubt(table, "ear"), "ear", day))
        assert (checked.verdict, checked.robustness) == ("REFUTED", "robust")

    def test_beside_one_that_no_source_doubts_decides_nothing(self, table, release):
        both = doubt(table, "ear")
        both.append(release("Gehör", "Nordlab", "2022-02-02", True, kind="asr"))
        checked = check(said(both, "ear", "2024-01-15"))
        assert (checked.verdict, checked.robustness) == ("REFUTED", "robust")

    def test_dated_by_its_maker_stands_against_what_others_list(self, table):
        checked = check(said(table, "ear", "2024-01-15", "models.dev"))
        assert (checked.verdict, checked.robustness) == ("REFUTED", "robust")
        assert "; models.dev lists Ear under 2024-01-15, against 2021-05-05 on" in checked.reason
        assert "2021-05-05 on its maker's own pages" in checked.reason


class TestADayBetweenTwoDates:
    """As-of and since-days fall between them, not only a subject's day."""

    ABSENCE = Claim(
        "no open speech recogniser since 2022", 0, 36, "absence", since="2022-12-31",
        facets=Facets(organization="Nordlab", openness="open", kind="asr"),
    )  # fmt: skip

    def test_as_of(self, table):
        asked = replace(self.ABSENCE, since="2020-12-31")
        table = said(doubt(table, "ear"), "ear", "2022-11-11")
        early, later = check(table, asked, "2022-03-01"), check(table, asked, "2022-12-01")
        assert (early.verdict, early.robustness) == ("REFUTED", "date-sensitive")
        assert (later.verdict, later.robustness) == ("REFUTED", "robust")

    def test_since(self, table):
        table = said(doubt(table, "ear-2"), "ear-2", "2022-05-05")
        checked = check(table, self.ABSENCE, "2024-01-01")
        assert (checked.verdict, checked.robustness) == ("REFUTED", "date-sensitive")
        assert "Ear 2 is of 2023-06-06 here, of 2022-05-05" in checked.reason


class TestAClaimThatHolds:
    ASKED = replace(FIRST, subject="ear")

    def test_holds_robustly_where_the_sources_agree(self, table):
        checked = check(table, self.ASKED)
        assert (checked.verdict, checked.robustness) == ("SUPPORTED", "robust")

    def test_is_date_sensitive_where_a_source_puts_another_release_before(self, table):
        checked = check(said(doubt(table, "ear-2"), "ear-2", "2020-01-01"), self.ASKED)
        assert (checked.verdict, checked.robustness) == ("SUPPORTED", "date-sensitive")
        assert "Ear 2 is of 2023-06-06 here, of 2020-01-01" in checked.reason
        assert "by other ones the claim would be refuted: " in checked.reason

    def test_is_date_sensitive_where_a_source_puts_the_subject_later(self, table):
        checked = check(said(doubt(table, "ear"), "ear", "2024-04-04"), self.ASKED)
        assert (checked.verdict, checked.robustness) == ("SUPPORTED", "date-sensitive")
        assert "Ear is of 2021-05-05 here, of 2024-04-04" in checked.reason

    def test_holds_robustly_where_a_source_puts_the_subject_after_the_text(self, table):
        checked = check(said(doubt(table, "ear"), "ear", "2024-04-04"), self.ASKED, "2023-01-01")
        assert (checked.verdict, checked.robustness) == ("SUPPORTED", "robust")

    def test_whatever_the_date_of_a_release_outside_its_class(self, table):
        checked = check(said(doubt(table, "jade"), "jade", "2020-01-01"), self.ASKED)
        assert (checked.verdict, checked.robustness) == ("SUPPORTED", "robust")


def test_an_undecided_claim_stays_as_it_is(table):
    asked = replace(FIRST, quantifier="quality")
    checked = check(said(doubt(table, "ear"), "ear", "2024-01-15"), asked)
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert "disagree" not in checked.reason


class TestRedating:
    RELEASE = Release(
        "a", "A", date="2022-01-01",
        events=(Event("announced", "2022-01-01"), Event("weights", "2022-03-03")),
    )  # fmt: skip

    def test_what_happened_on_the_release_s_day_moves_and_the_rest_stays_in_order(self):
        moved = redated(self.RELEASE, "2022-06")
        assert moved.date == "2022-06"
        assert [(e.kind, e.date) for e in moved.events] == [
            ("weights", "2022-03-03"), ("announced", "2022-06"),
        ]  # fmt: skip

    def test_what_is_moved_keeps_its_sources(self):
        events = (Event("weights", "2022-01-01", ("https://example.org/a",)),)
        (event,) = redated(replace(self.RELEASE, events=events), "2023").events
        assert event == Event("weights", "2023", ("https://example.org/a",))

    def test_a_table_has_the_moved_releases_and_lacks_the_removed_ones(self, table):
        moved = replace(table["ear"], date="2024")
        other = Redated(table, {"ear": moved, "jade": None})
        assert {r.id for r in table} - {r.id for r in other} == {"jade"}
        assert other["ear"].date == "2024"
        assert other["sage"] == table["sage"]
        assert other.snapshot == table.snapshot
        assert other.same_release(table["fjord-1"], table["fjord-1-xl"])
        assert other.conflicts(moved) == ()


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Epoch-large(2026-01)", "Epoch AI"),
        ("models.dev", "models.dev"),
        ("models.dev-provider", "models.dev"),
        ("ecosystem-graphs", "Stanford CRFM"),
        ("transformers-docs", "Hugging Face"),
        ("open-llms", "Eugene Yan"),
        ("osai-index", "European Open Source AI Index"),
        ("llmsurvey", "RUC AI Box"),
    ],
)
def test_a_short_name_of_a_source_is_told_as_its_publisher(source, name):
    assert publisher(OtherDate(source, "2024")) == name


def test_every_source_of_the_shipped_table_has_a_publisher():
    db = ReleaseDB.load()
    others = {other.source for release in db for other in db.conflicts(release)}
    assert [source for source in others if not publisher_of(source).listed] == []
