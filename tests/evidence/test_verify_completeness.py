"""How complete a slice of the table is, and how that is said."""

from datetime import date

import pytest

from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.completeness import MANY, checked, measure
from hypecheck.evidence.findings import doubt, names, records, shown
from hypecheck.evidence.fits import Fit
from hypecheck.evidence.matching import Match, match
from hypecheck.evidence.members import Member, Pool
from hypecheck.types import Event, Facets, Release

DAY = date(2025, 1, 1)


def rows(count, **facts):
    facts.setdefault("prominence", 2)
    facts.setdefault("openness", "open-weights")
    facts.setdefault("kind", "llm")
    return [Release(f"r{number}", f"R{number}", **facts) for number in range(count)]


@pytest.mark.parametrize(("count", "enough"), [(0, False), (1, False), (2, True), (50, True)])
def test_one_maker_s_history_needs_more_than_a_single_find(count, enough):
    facets = Facets(organization="Nordlab", kind="language")
    assert measure(rows(count, organization="Nordlab"), facets, DAY).enough is enough


@pytest.mark.parametrize(
    ("count", "prominence", "confidence", "enough"),
    [
        (MANY - 1, 2, "medium", False),
        (MANY, 2, "medium", True),
        (MANY, 1, "high", True),
        (MANY, 1, "medium", False),
        (100, 1, "medium", False),
    ],
)
def test_a_class_over_all_makers_needs_many_and_confirmed_rows(
    count, prominence, confidence, enough
):
    table = rows(count, prominence=prominence, confidence=confidence)
    assert measure(table, Facets(openness="open", kind="language"), DAY).enough is enough


@pytest.mark.parametrize("kind", ["robotics", "protein", "music", "tts", "3d", "rl", "embedding"])
def test_kinds_known_to_be_thin_are_never_enough_over_all_makers(kind):
    table = rows(100, kind=kind)
    assert not measure(table, Facets(kind=kind), DAY).enough


def test_a_thin_kind_is_enough_for_one_maker():
    table = rows(5, kind="music", organization="Nordlab")
    assert measure(table, Facets(organization="Nordlab", kind="music"), DAY).enough


@pytest.mark.parametrize("maker", ["Midjourney", "Runway", "Pika"])
def test_makers_known_to_be_thin_are_never_enough(maker):
    table = rows(20, kind="text-to-image", organization=maker)
    assert not measure(table, Facets(organization=maker), DAY).enough


def test_a_maker_checked_one_by_one_is_complete_and_says_so():
    found = measure(rows(1, organization="OpenAI"), Facets("OpenAI", openness="open"), DAY)
    assert found.enough
    assert "read one by one" in found.words


@pytest.mark.parametrize(("upto", "enough"), [(date(2026, 6, 30), True), (date(2026, 7, 1), False)])
def test_the_months_that_are_only_begun_are_thin_over_all_makers(upto, enough):
    assert measure(rows(50), Facets(openness="open"), upto).enough is enough


@pytest.mark.parametrize(
    ("facets", "words"),
    [
        (
            Facets(openness="open", kind="language"),
            "the table lists 3 open-weight language models,",
        ),
        (Facets("Nordlab", kind="language"), "the table lists 3 language models from Nordlab,"),
        (Facets("Nordlab", openness="permissive"), "3 open-weight models from Nordlab,"),
        (Facets(openness="open", licence="MIT"), "the table lists 3 open-weight models,"),
    ],
)
def test_the_measure_in_words(facets, words):
    found = measure(rows(3, organization="Nordlab"), facets, DAY)
    assert words in found.words
    assert "3 confirmed by a second source or first-hand" in found.words


def member(name, fit=Fit.SURE, words="", **facts):
    release = Release(name.lower(), name, **facts)
    doubts = (("kind", fit, words),) if words else ()
    return Member(release, Match(fit, doubts), Event("weights", "2022-09-21"))


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        ([], "none"),
        (["Ear"], "Ear (2022-09-21)"),
        (["Ear", "Eye"], "Ear (2022-09-21) and Eye (2022-09-21)"),
        (list("ABC"), "A (2022-09-21), B (2022-09-21) and C (2022-09-21)"),
    ],
)
def test_names_in_a_reason(listed, words):
    assert names([member(name) for name in listed]) == words


def test_many_names_are_cut_short():
    assert names([member(f"M{number}") for number in range(10)]).endswith(" and 7 more")


@pytest.mark.parametrize(("count", "most"), [(3, 3), (12, 12), (40, 12)])
def test_evidence_is_bounded(count, most):
    assert len(records([member(f"M{number}") for number in range(count)], "prior_art")) == most


def test_rows_of_one_source_are_left_out_beside_better_ones():
    known = [member("A", prominence=3), member("B", prominence=2)]
    assert {m.release.name for m in shown([*known, member("C")])} == {"A", "B"}
    assert {m.release.name for m in shown([known[0], member("C")])} == {"A", "C"}


@pytest.mark.parametrize(
    ("pool", "robustness"),
    [
        (Pool(near=[member("A")]), "date-sensitive"),
        (Pool(loose=[member("A", Fit.LOOSE, "odd")]), "definition-sensitive"),
        (Pool(unknown=[member("A", Fit.UNKNOWN, "odd", prominence=2)]), "robust"),
    ],
)
def test_each_doubt_has_its_name(pool, robustness):
    finding = doubt(pool)
    assert (finding.verdict, finding.robustness) == ("NOT_ENOUGH_INFO", robustness)
    assert "A (2022-09-21)" in finding.reason


@pytest.mark.parametrize(("count", "doubtful"), [(1, False), (2, False), (3, True)])
def test_a_few_little_known_rows_without_a_fact_are_no_obstacle(count, doubtful):
    pool = Pool(unknown=[member(f"M{n}", Fit.UNKNOWN, "odd") for n in range(count)])
    assert (doubt(pool) is not None) is doubtful


def test_what_is_doubtful_twice_over_is_no_obstacle():
    release = Release("a", "PaliThing", kind="vlm", openness="unknown", prominence=5)
    found = match(release, Facets(openness="open", kind="language"))
    pool = Pool(unknown=[Member(release, found, Event("weights", "2022-01-01"))])
    assert doubt(pool) is None


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"maker": "X", "level": "thin", "basis": "b"}, "'maker'"),
        ({"kind": "tts", "level": "poor", "basis": "b"}, "'poor'"),
        ({"kind": "tts", "level": "thin"}, "basis None"),
        ({"kind": "tts", "basis": "b"}, "level None"),
    ],
)
def test_a_bad_exception_says_where_what_and_what_is_allowed(row, words):
    with pytest.raises(ReleaseDBError, match="Allowed") as caught:
        checked(row, "completeness.jsonl:7")
    assert str(caught.value).startswith("completeness.jsonl:7 has")
    assert words in str(caught.value)


def test_a_good_exception_is_kept():
    row = {"kind": "tts", "level": "thin", "basis": "few are listed"}
    assert checked(row, "here") == row


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"colour": "red"}, "has the field 'colour'. Allowed: organization, country, openness, kind, after, level, basis."),
        ({"level": "half"}, "has level 'half' and basis 'seen'. Allowed levels: complete, thin; say in basis how that is known."),
        ({"basis": ""}, "has level 'thin' and basis ''. Allowed levels: complete, thin; say in basis how that is known."),
    ],
)  # fmt: skip
def test_a_message_on_an_exception_says_what_is_allowed(change, message):
    row = {"kind": "asr", "level": "thin", "basis": "seen"}
    assert checked(row, "c.jsonl:3") == row
    with pytest.raises(ReleaseDBError) as caught:
        checked({**row, **change}, "c.jsonl:3")
    assert str(caught.value) == f"c.jsonl:3 {message}"


@pytest.mark.parametrize(
    ("open_ones", "closed", "confidence", "enough"),
    [
        (0, 8, "high", True), (0, 7, "high", False), (1, 9, "high", False), (2, 0, "high", True),
        (0, 9, "medium", False),
    ],
)  # fmt: skip
def test_a_maker_that_is_well_covered_and_has_opened_nothing_keeps_back(
    open_ones, closed, confidence, enough
):
    facts = {"organization": "Nordlab", "confidence": confidence, "prominence": 1}
    table = rows(open_ones, **facts) + rows(closed, openness="api", **facts)
    facets = Facets(organization="Nordlab", openness="open", kind="language")
    assert measure(table, facets, DAY).enough is enough
