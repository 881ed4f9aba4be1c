"""The data card of the release table gives the table's own figures."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from hypecheck.evidence.releases import ReleaseDB

CARD = (Path(__file__).parents[2] / "docs" / "releases.md").read_text(encoding="utf-8")
DB = ReleaseDB.load()


def table_of_card():
    """Words and figures of the card's table."""
    lines = [line for line in CARD.splitlines() if line.startswith("|")]
    cells = [cell.strip() for line in lines for cell in line.split("|")]
    pairs = pairwise(cells)
    return {word: int(figure.replace(",", "")) for word, figure in pairs if re.fullmatch(r"[\d,]+", figure)}  # fmt: skip


def test_it_gives_the_number_of_rows_and_the_snapshot():
    assert f"{len(DB):,} rows up to {DB.snapshot}" in CARD


@pytest.mark.parametrize("facet", ["openness", "confidence"])
def test_it_gives_the_counts_of_a_facet(facet):
    for word, count in Counter(getattr(release, facet) for release in DB).items():
        assert table_of_card()[word] == count


def test_it_gives_the_counts_of_years():
    years = Counter(release.date[:4] for release in DB)
    early = sum(count for year, count in years.items() if year <= "2017")
    given = table_of_card()
    assert given["to 2017"] == early
    assert {year: given[year] for year in years if year > "2017"} == {
        year: count for year, count in years.items() if year > "2017"
    }


@pytest.mark.parametrize(
    "maker",
    ["Meta", "Google", "Microsoft", "Alibaba", "Ai2", "Stability AI", "OpenAI", "Mistral"],
)
def test_it_gives_the_open_releases_of_a_maker(maker):
    assert f"{maker} {len(DB.search(organization=maker, openness='open'))}" in CARD


def test_it_gives_the_number_of_conflicts_and_unopened_sources():
    assert f"`other_dates` ({sum(bool(DB.conflicts(r)) for r in DB)} rows)" in CARD
    assert f"- {sum('general knowledge' in r.note for r in DB)} dates are from general" in CARD
