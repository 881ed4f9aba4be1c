"""The HTML form: self-contained, and article text can't run anything."""

import pytest

from hypecheck.types import Claim, Cue, HypeSpan, Report

ATTACK = "<script>alert(1)</script> \" onmouseover='x' & <img src=x>"


def page(text="A game-changer.", **fields):
    return Report(text, 0.5, **fields).to_html()


@pytest.mark.parametrize("field", ["title", "as_of", "snapshot"])
def test_text_of_every_field_is_escaped(field):
    html = page(**{field: ATTACK})
    assert "<script" not in html
    assert "<img" not in html


def test_article_spans_and_cues_are_escaped():
    claim = Claim(ATTACK, 0, 9, "first", verdict="REFUTED", reason=ATTACK, restatement=ATTACK)
    span = HypeSpan(0, 9, ATTACK, "priority", cues=(Cue(ATTACK, 0, 4),), claim=claim)
    html = page(ATTACK, spans=(span,), claims=(claim,))
    assert "<script" not in html
    assert "onmouseover='" not in html


def test_spans_are_marked_and_linked_to_their_card():
    html = page(spans=(HypeSpan(2, 14, "game-changer", "transformation", "rejected"),))
    assert '<a href="#span-0"><mark class="rejected">game-changer</mark></a>' in html
    assert '<li id="span-0">' in html


def test_page_loads_nothing():
    html = page()
    assert "default-src 'none'" in html
    assert "http://" not in html
    assert "https://" not in html


def test_notebook_shows_a_fragment():
    assert Report("A", 0.5)._repr_html_().startswith("<div")
