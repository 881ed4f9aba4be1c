import pytest

from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.organizations import (
    organization_of_row,
    read_organizations,
    read_places,
)
from hypecheck.evidence.releases import ReleaseDB

ORGANIZATIONS = read_organizations()
PLACES = read_places()


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Facebook", "Meta"),
        ("facebook ai research", "Meta"),
        ("DeepMind", "Google DeepMind"),
        ("Ai2", "Allen Institute for AI (Ai2)"),
        ("Zhipu", "Zhipu AI (Z.ai)"),
        ("Z.ai", "Zhipu AI (Z.ai)"),
        ("Alibaba Cloud", "Alibaba"),
        ("Qwen team", "Alibaba"),
        ("Mistral", "Mistral AI"),
        ("HuggingFace", "Hugging Face"),
        ("Technology Innovation Institute", "TII"),
    ],
)
def test_makers_are_found_as_people_write_them(spelling, name):
    assert ORGANIZATIONS.find(spelling).name == name


def test_an_unknown_maker_is_none():
    assert ORGANIZATIONS.find("Acme Rockets") is None


def test_a_company_has_its_labs_and_a_lab_not_its_company():
    assert "Google DeepMind" in ORGANIZATIONS.parts_of("Google")
    assert ORGANIZATIONS.parts_of("Google DeepMind") == {"Google DeepMind"}
    assert ORGANIZATIONS.parts_of("Acme Rockets") == {"Acme Rockets"}


def test_homes_may_be_several():
    assert set(ORGANIZATIONS.homes_of("Google DeepMind")) == {"United Kingdom", "United States"}
    assert set(ORGANIZATIONS.homes_of("IBM / Princeton University")) == {"United States"}
    assert ORGANIZATIONS.homes_of("Acme Rockets", "Chile") == ("Chile",)
    assert ORGANIZATIONS.homes_of("Acme Rockets") == ()


def test_every_maker_of_the_table_is_listed():
    names = {row.name for row in ORGANIZATIONS.rows}
    makers = {name for release in ReleaseDB.load() for name in release.organization.split(" / ")}
    assert makers <= names


def test_names_are_unique_and_sorted():
    names = [row.name for row in ORGANIZATIONS.rows]
    assert names == sorted(set(names), key=str.casefold)


def test_an_alias_is_never_the_name_of_another_maker():
    names = {row.name for row in ORGANIZATIONS.rows}
    clashes = [
        (row.name, alias) for row in ORGANIZATIONS.rows for alias in set(row.aliases) & names
    ]
    assert clashes == []


def test_parts_are_makers_of_the_table():
    names = {row.name for row in ORGANIZATIONS.rows}
    assert {part for row in ORGANIZATIONS.rows for part in row.parts} <= names


def test_everyday_spellings_are_spellings_of_their_maker():
    for row in ORGANIZATIONS.rows:
        assert set(row.everyday) <= {*row.spellings, *row.bynames}, row.name


def test_homes_are_countries_that_places_can_name():
    countries = {country for row in ORGANIZATIONS.rows for country in row.countries}
    assert countries - set(PLACES.words) <= {"Multinational"}


def test_regions_hold_countries_and_countries_themselves():
    assert PLACES.countries_of("France") == {"France"}
    assert {"France", "United Kingdom"} <= PLACES.countries_of("Europe")
    assert "United Kingdom" not in PLACES.countries_of("European Union")
    assert "United Arab Emirates" in PLACES.countries_of("Gulf")


@pytest.mark.parametrize(
    ("row", "words"),
    [({"name": "A", "nick": "a"}, "'nick'"), ({"aliases": ["A"]}, "no name")],
)
def test_a_bad_row_is_named(row, words):
    with pytest.raises(ReleaseDBError, match=rf"orgs:7 has .*{words}"):
        organization_of_row(row, "orgs:7")
