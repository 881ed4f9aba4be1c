"""displaCy shows what hypecheck flagged, in its colours."""

import importlib
import tomllib
from pathlib import Path

import pytest
import spacy
from spacy import displacy

import hypecheck
from hypecheck.colours import CATEGORY_COLOURS
from hypecheck.report.page.colours import CATEGORIES

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("hypecheck")
    return pipeline


def test_spans_are_drawn_with_their_category_and_colour(nlp):
    doc = nlp("Acme's chip is an absolute game-changer & the first open model since GPT-2.")
    html = displacy.render(
        doc, style="span", options=hypecheck.displacy_options(), jupyter=False, page=True
    )
    for label in ("transformation", "priority"):
        assert label in html
        assert CATEGORY_COLOURS[label] in html


def test_markup_of_a_text_is_not_drawn_as_markup(nlp):
    doc = nlp("A game-changer <script>alert(1)</script>.")
    html = displacy.render(doc, style="span", options=hypecheck.displacy_options(), jupyter=False)
    assert "<script" not in html


def test_every_category_has_a_colour():
    assert set(CATEGORY_COLOURS) == set(CATEGORIES) - {"other"}


def test_own_categories_and_key_can_be_given():
    options = hypecheck.displacy_options(
        spans_key="mine", colors={"jargon": "#eee", "scope": "red"}
    )
    assert options["spans_key"] == "mine"
    assert options["colors"]["jargon"] == "#eee"
    assert options["colors"]["scope"] == "red"
    assert CATEGORY_COLOURS["scope"] != "red"


def test_entry_point_offers_the_same_colours():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, name = project["entry-points"]["spacy_displacy_colors"]["hypecheck"].split(":")
    assert getattr(importlib.import_module(module), name) is CATEGORY_COLOURS


def test_colours_registered_with_spacy_are_used_without_options(nlp, monkeypatch):
    monkeypatch.setattr(
        spacy.registry.displacy_colors, "get_all", lambda: {"hypecheck": CATEGORY_COLOURS}
    )
    html = displacy.render(
        nlp("It is a game-changer."), style="span", options={"spans_key": "hype"}, jupyter=False
    )
    assert CATEGORY_COLOURS["transformation"] in html
