"""The fragment for notebooks: several on a page, no script, style that stays at home."""

import re

import pytest

from hypecheck.report.page.notebook import MOST_CARDS
from hypecheck.types import HypeSpan, Report


def test_fragment_has_no_script_and_opens_with_details(refuted, read):
    tree = read(refuted._repr_html_())
    assert not tree.find("script")
    (card,) = tree.find("details", "card")
    assert "first open model since GPT-2" in card.text
    assert "Counter-evidence" in card.text


def test_two_fragments_on_one_page_have_no_id_in_common(refuted, read):
    html = refuted._repr_html_() + refuted._repr_html_()
    tree = read(html)
    ids = [one.attrs["id"] for one in tree.root.all() if "id" in one.attrs]
    assert len(ids) > 2
    assert len(ids) == len(set(ids))
    for hit in tree.find("a", "hit"):
        assert hit.attrs["href"][1:] in ids


def test_every_rule_of_style_is_bound_to_the_fragment(refuted, read):
    (style,) = read(refuted._repr_html_()).find("style")
    depth, outer = 0, []
    for piece in re.split(r"([{}])", re.sub(r"/\*.*?\*/", "", style.text, flags=re.S)):
        if depth == 0 and piece.strip() and piece not in "{}":
            outer.append(piece.strip())
        depth += (piece == "{") - (piece == "}")
    assert depth == 0
    assert outer
    assert all(selector.startswith(".hypecheck") for selector in outer)


def test_fragment_is_one_element(refuted, read):
    assert [one.tag for one in read(refuted._repr_html_()).root.children] == ["div"]


@pytest.mark.parametrize("title", [None, "A great day"])
def test_headline_is_shown_where_there_is_one(read, title):
    spans = (HypeSpan(2, 7, "great", "praise", part="title"),) if title else ()
    tree = read(Report("Text.", 0.1, spans, title=title)._repr_html_())
    assert [one.text for one in tree.find(cls="title")] == ([title] if title else [])


def test_many_findings_are_cut_short_and_lead_nowhere_wrong(read):
    text = "new " * (MOST_CARDS + 3)
    spans = tuple(HypeSpan(at, at + 3, "new", "scope") for at in range(0, len(text), 4))
    tree = read(Report(text, 0.5, spans)._repr_html_())
    assert len(tree.find("details", "card")) == MOST_CARDS
    assert len(tree.find("a", "hit")) == MOST_CARDS
    assert "3 more" in tree.root.text
