"""Claims of several articles of which one at most can be true."""

import dataclasses

import pytest

from hypecheck import InputError, Report, check, collisions
from hypecheck.types import Claim, Facets


def found(*rows):
    """Names that collide, group by group, for rows of text, day."""
    reports = [check(text, as_of=day) for text, day in rows]
    return [[party.name for party in one.parties] for one in collisions(reports)]


MUSIC = "{} is the first open-weight music model from Norway."

#: Pairs of sentences that can't both be true, and the names in them.
PAIRS = [
    (MUSIC.format("Zeta-1"), MUSIC.format("Fjord"), ["Zeta-1", "Fjord"]),
    (MUSIC.format("Zeta-1"), "Fjord, the first Norwegian open-weight music model, is out.", ["Zeta-1", "Fjord"]),
    ("Foo is the only open-weight language model from Switzerland.", "Bar is the only Swiss language model with open weights.", ["Foo", "Bar"]),
    ("Lumina 4 is the world's first voice-controlled AI tractor.", "FarmCo unveiled TerraBot, the world's first voice-controlled AI tractor.", ["Lumina 4", "TerraBot"]),
    ("Foo is Acme's first open-weight model.", "Bar is Acme's first open-weight model.", ["Foo", "Bar"]),
    ("Acme became the first company to release an open-weight music model.", "Zeta became the first company to release an open-weight music model.", ["Acme", "Zeta"]),
    ("The lab says that Foo is the first open-weight reasoning model from Europe.", "Magistral Small is the first European open-weight reasoning model.", ["Foo", "Magistral Small"]),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "names"), PAIRS, ids=[row[0] for row in PAIRS])
def test_collides(one, other, names):
    assert found((one, "2025-09-01"), (other, "2025-10-01")) == [names]


#: Pairs that may both be true, or of which that isn't sure.
PEACE = [
    (MUSIC.format("Zeta-1"), MUSIC.format("Zeta-1")),  # the same subject
    (MUSIC.format("Zeta"), MUSIC.format("Zeta-7B")),  # the same by another name
    (MUSIC.format("Zeta-1"), "Fjord is the first open-weight music model from Sweden."),
    (MUSIC.format("Zeta-1"), "Fjord is the first open-weight speech model from Norway."),
    (MUSIC.format("Zeta-1"), "Fjord is the second open-weight music model from Norway."),
    (MUSIC.format("Zeta-1"), "It is the first open-weight music model from Norway."),
    (MUSIC.format("Zeta-1"), "Fjord is not the first open-weight music model from Norway."),
    (MUSIC.format("Zeta-1"), "Fjord may be the first open-weight music model from Norway."),
    ("Foo is Acme's first open-weight model.", "Bar is Zeta's first open-weight model."),
    ("Foo is our first open-weight model.", "Bar is our first open-weight model."),
    ("Foo is the company's first open-weight model.", "Bar is the company's first open-weight model."),
    ("Foo is the first open-weight model we have built.", "Bar is the first open-weight model we have built."),
    ("Foo is the first model of its kind.", "Bar is the first model of its kind."),
    ("Foo is the first humanoid nurse.", "Bar is the first humanoid nurse."),  # where?
    ("Foo is the first zesty music model from Norway.", "Bar is the first zesty music model from Norway."),
    ("Magistral Small is the first European open-weight reasoning model.", "Magistral-Small-2506 is the first European open-weight reasoning model."),
    ("Foo is the largest open-weight model.", "Bar is the largest open-weight model."),  # later
    ("Foo is the first open model since GPT-2.", "Bar is the first open model since Llama 2."),
    ("Acme is the first company to open a music model.", "Foo is the first open music model."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), PEACE, ids=[f"{a} {b}" for a, b in PEACE])
def test_leaves_in_peace(one, other):
    assert found((one, "2025-09-01"), (other, "2025-10-01")) == []


def test_two_largest_on_one_day_collide():
    pair = [f"{name} is the largest open-weight model." for name in ("Foo", "Bar")]
    assert found(*[(text, "2025-09-01") for text in pair]) == [["Foo", "Bar"]]


def test_a_place_held_before_and_after_is_held_between():
    rows = [("Foo", "2025-09-01"), ("Bar", "2025-09-10"), ("Foo", "2025-09-20")]
    texts = [(f"{name} is the largest open-weight model.", day) for name, day in rows]
    assert found(*texts) == [["Foo", "Bar", "Foo"]]


def test_three_are_one_group():
    names = ["Zeta-1", "Fjord", "Nordlys"]
    assert found(*[(MUSIC.format(name), "2025-09-01") for name in names]) == [names]


def test_two_claims_of_one_article_collide():
    text = f"{MUSIC.format('Zeta-1')} {MUSIC.format('Fjord')}"
    assert found((text, "2025-09-01")) == [["Zeta-1", "Fjord"]]


def test_title_counts_too():
    reports = [check("Text.", title=MUSIC.format(name), as_of="2025") for name in ("Foo", "Bar")]
    (one,) = collisions(reports)
    assert [party.report for party in one.parties] == [MUSIC.format("Foo"), MUSIC.format("Bar")]


def test_words_name_the_reports_and_what_the_table_knows():
    reports = [
        dataclasses.replace(check(text, as_of="2025-09-01"), id=key)
        for key, text in [
            ("herald", "Foo is the first open-weight reasoning model from Europe."),
            ("courier", "Magistral Small is the first European open-weight reasoning model."),
        ]
    ]
    (one,) = collisions(reports)
    assert one.quantifier == "first"
    assert "2 subjects are called the first open-weight reasoning model from Europe" in one.words
    assert "Foo in herald (2025-09-01, not known to the table)" in one.words
    assert "Magistral Small in courier (2025-09-01, supported by the table)" in one.words


def test_words_say_what_the_table_refutes():
    text = "{} is OpenAI's first open-weight model since GPT-2."
    (one,) = collisions(check(text.format(name), as_of="2025-09-01") for name in ("Foo", "Bar"))
    assert one.words.count("refuted by the table") == 2


def test_a_class_of_which_nothing_is_said_but_that_it_is_a_model_is_left_in_peace():
    claim = Claim("first model", 11, 22, "first", stance="asserted", facets=Facets(kind="model"))
    reports = [
        Report(f"{name} is the first model.", 0.1, claims=(claim,), as_of="2025-09-01")
        for name in ("Foo", "Bar")
    ]
    assert collisions(reports) == []


def test_what_is_no_report_is_one_clear_error():
    with pytest.raises(InputError, match="A report is a str"):
        collisions(["text"])


def test_no_reports_no_collisions():
    assert collisions([]) == []
