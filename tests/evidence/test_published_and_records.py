"""What "published" asks of a counterexample, and what the record size asks of the table."""

from datetime import date

import pytest

from hypecheck.dates import as_day
from hypecheck.evidence.completeness import measure
from hypecheck.evidence.sizes import MINOR
from hypecheck.evidence.verify import ReleaseVerifier
from hypecheck.types import Claim, Facets, Release

BILLION = 10**9
#: A day in the time that the table covers thinly so far.
THIN_TIME = date(2026, 7, 20)


def check(table, words, facets, subject="", quantifier="first", as_of="2025-04-01", end=None):
    claim = Claim(words, 0, len(words), quantifier, subject=subject, facets=facets)
    return ReleaseVerifier(table, end=end or "2026-12-31").verify(claim, as_day(as_of))


def against(checked):
    return {e.release.id for e in checked.evidence if e.relation == "counterexample"}


@pytest.mark.parametrize(
    "words",
    [
        "first language model that it has published",
        "first language model shared by the firm",
        "first language model to be uploaded by the firm",
        "first language model that it has posted",
    ],
)
def test_a_model_behind_an_api_was_not_published(table, release, words):
    table.append(release("Sage Open", "Westcorp", "2025-01-01", True))
    facets = Facets(organization="Westcorp", kind="language")
    checked = check(table, words, facets, "sage-open")
    assert checked.verdict == "NOT_ENOUGH_INFO"
    released = check(table, "first language model released by the firm", facets, "sage-open")
    assert released.verdict == "REFUTED"
    assert against(released) == {"sage", "sage-r"}


def test_published_weights_do_contradict(table, release):
    table.append(release("Sage Open", "Westcorp", "2024-01-01", True))
    table.append(release("Sage Open 2", "Westcorp", "2025-01-01", True))
    facets = Facets(organization="Westcorp", kind="language")
    checked = check(table, "first language model that it has published", facets, "sage-open-2")
    assert checked.verdict == "REFUTED"
    assert against(checked) == {"sage-open"}


def rows(count):
    facts = {"prominence": 2, "openness": "open-weights", "kind": "llm"}
    return [Release(f"r{number}", f"R{number}", **facts) for number in range(count)]


def test_a_time_only_begun_is_thin_except_for_records():
    facets = Facets(openness="open", kind="language")
    assert not measure(rows(50), facets, THIN_TIME).enough
    assert measure(rows(50), facets, THIN_TIME, record=True).enough


def test_few_rows_are_thin_even_for_records():
    facets = Facets(openness="open", kind="language")
    assert not measure(rows(3), facets, THIN_TIME, record=True).enough


@pytest.mark.parametrize(("size", "verdict"), [(900, "SUPPORTED"), (90, "NOT_ENOUGH_INFO")])
def test_a_record_is_supported_in_a_time_only_begun(release, table, size, verdict):
    for number in range(12):
        table.append(
            release(f"Pine{number}", f"Lab {number}", "2023-01-01", True, parameters=BILLION)
        )
    small = [row for row in table if (row.parameters or 0) < 50 * BILLION]
    small.append(release("Oak", "Nordlab", "2026-07-10", True, parameters=size * BILLION))
    world = type(table)(small)
    facets = Facets(openness="open", kind="language")
    checked = check(world, "largest open model", facets, "oak", "largest", "2026-07-20")
    assert checked.verdict == verdict


@pytest.mark.parametrize("name", ["Sage Lite Preview", "Sage-mini", "Sage 2 Flash", "Sage Nano"])
def test_a_minor_model_may_lack_its_size(table, release, name):
    assert MINOR.search(name)
    for number in range(4):
        table.append(release(f"Elm{number}", "Nordlab", "2023-01-01", True, parameters=BILLION))
    table.append(release(name, "Nordlab", "2024-01-01", family="Sage"))
    facets = Facets(organization="Nordlab", kind="language")
    checked = check(table, "its largest language model", facets, "fjord-2", "largest")
    assert checked.verdict == "SUPPORTED"


@pytest.mark.parametrize("name", ["Sage Ultra", "Sagelite", "Sage Pro"])
def test_the_size_of_a_major_model_may_be_a_secret(table, release, name):
    assert not MINOR.search(name)
    table.append(release(name, "Nordlab", "2024-01-01", family="Sage"))
    facets = Facets(organization="Nordlab", kind="language")
    checked = check(table, "its largest language model", facets, "fjord-2", "largest")
    assert checked.verdict == "NOT_ENOUGH_INFO"
