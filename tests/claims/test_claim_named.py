"""Who a claim is about, by the words around it alone."""

import pytest

from hypecheck.claims.named import read_named, same_name


@pytest.mark.parametrize(
    ("before", "after", "name"),
    [
        ("Zeta-1 is the ", " from Norway.", "Zeta-1"),
        ("Acme's new model Foo-7B is the ", ".", "Foo-7B"),
        ("FarmCo unveiled TerraBot, the world's ", ".", "TerraBot"),
        ("Lumina 4 has become the ", ".", "Lumina 4"),
        ("Critics praise Fjord as the ", ".", "Fjord"),
        ("Acme’s ", " is Foo.", "Foo"),
        ("The ", ", Foo-2, is out.", "Foo-2"),
        ("It is the ", ".", ""),
        ("Today, the ", ".", ""),
        ("The model is the ", ".", ""),
        ("", " is out.", ""),
    ],
)
def test_name(before, after, name):
    assert read_named(before, after).name == name


EVERYBODY = ("industry", "planet", "globe", "market", "field")


@pytest.mark.parametrize(
    ("before", "owner"),
    [
        ("Foo is Acme's ", "acme"),
        ("Foo is the world's ", ""),
        ("Foo is the ", ""),
        ("Foo is our very ", None),
        ("Foo is the company's ", None),
        ("Foo is their own ", None),
        *((f"Foo is the {all_of_it}'s ", "") for all_of_it in EVERYBODY),
        *((f"{pronoun} ", None) for pronoun in ("Our", "Its", "Their", "His", "Her", "My", "Your")),
    ],
)
def test_owner(before, owner):
    assert read_named(before, "").owner == owner


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Foo", "Foo-7B", True),
        ("magistral-small-2506", "Magistral Small", True),
        ("Zeta 1", "Zeta 2", False),
        ("Foo", "Bar", False),
    ],
)
def test_same_name(one, other, same):
    assert same_name(one, other) is same
    assert same_name(other, one) is same
