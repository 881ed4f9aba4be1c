"""The marked text: every character once, every span reachable, links never nested."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hypecheck.report.page.items import MOST_OVERLAPS, items_of
from hypecheck.report.page.marking import heat, marked
from hypecheck.types import Cue, HypeSpan, Report, SentenceScore


def report(text, *spans, sentences=()):
    return Report(
        text,
        0.5,
        tuple(
            HypeSpan(start, end, text[start:end], label, stance)
            for start, end, label, stance in spans
        ),
        sentences=tuple(SentenceScore(*sentence) for sentence in sentences),
    )


def html_of(one):
    return marked(one.text, items_of(one), one.sentences)


def test_span_is_a_link_to_its_card_in_the_colour_of_its_category_and_the_form_of_its_stance(read):
    html = html_of(report("A game-changer.", (2, 14, "transformation", "rejected")))
    (hit,) = read(html).find("a")
    assert hit.text == "game-changer"
    assert hit.attrs["href"] == "#card-1"
    assert {"k-transformation", "s-rejected", "last"} <= set(hit.classes)
    assert hit.attrs["title"] == "transformation, rejected"


def test_category_of_a_user_has_a_colour_too_and_its_name_makes_no_class(read):
    (hit,) = read(html_of(report("A thing.", (2, 7, 'my "own" x', "asserted")))).find("a")
    assert "k-other" in hit.classes
    assert hit.attrs["title"] == 'my "own" x, asserted'


def test_each_line_is_a_paragraph_and_no_character_is_lost(read):
    text = "One.\n\nTwo.\r\n  Three."
    tree = read(html_of(report(text, (6, 9, "praise", "asserted"))))
    assert [p.text for p in tree.find("p")] == ["One.\n\n", "Two.\r\n", "  Three."]


def test_nested_span_and_the_one_around_it_both_have_a_piece(read):
    text = "an absolute game-changer today"
    tree = read(html_of(report(text, (3, 24, "praise", "asserted"), (12, 24, "scope", "rejected"))))
    first, second = tree.find("a")
    assert (first.text, first.attrs["href"]) == ("absolute ", "#card-1")
    assert (second.text, second.attrs["href"]) == ("game-changer", "#card-2")
    assert second.attrs["data-of"] == "1 2"


def test_spans_that_cross_are_cut_where_they_meet(read):
    tree = read(html_of(report("abcdef", (0, 4, "praise", "asserted"), (2, 6, "scope", "hedged"))))
    assert [(a.text, a.attrs["data-of"]) for a in tree.find("a")] == [
        ("ab", "1"),
        ("cd", "1 2"),
        ("ef", "2"),
    ]


def test_two_spans_on_the_same_words_name_each_other(read):
    one = report("abc", (0, 3, "praise", "asserted"), (0, 3, "scope", "asserted"))
    assert [item.overlaps for item in items_of(one)] == [(2,), (1,)]
    cards = read(one.to_html()).find(cls="card")
    assert next(a.attrs["href"] for a in cards[0].all() if a.tag == "a") == "#card-2"


def test_only_the_first_piece_of_a_span_is_a_tab_stop(read):
    one = report("abcdefghi", (0, 9, "praise", "asserted"), (3, 6, "scope", "asserted"))
    stops = [(a.text, a.attrs.get("tabindex")) for a in read(html_of(one)).find("a")]
    assert stops == [("abc", None), ("def", None), ("ghi", "-1")]


def test_cues_are_marked_with_the_numbers_of_their_spans(read):
    text = "Critics doubt it is great."
    span = HypeSpan(20, 25, "great", "praise", "rejected", cues=(Cue("doubt", 8, 13),))
    tree = read(html_of(Report(text, 0.1, (span,))))
    (cue,) = tree.find(cls="cue")
    assert (cue.text, cue.attrs["data-of"]) == ("doubt", "1")


@pytest.mark.parametrize("offsets", [(-1, 3), (5, 3), (20, 99)])
def test_cues_outside_the_text_are_not_marked(read, offsets):
    span = HypeSpan(20, 25, "great", "praise", "rejected", cues=(Cue("doubt", *offsets),))
    tree = read(html_of(Report("Critics doubt it is great.", 0.1, (span,))))
    assert tree.find(cls="cue") == []
    assert [a.text for a in tree.find("a")] == ["great"]


def test_span_with_very_many_others_on_it_names_some_of_them():
    one = report("abc", *[(0, 3, "praise", "asserted")] * 200)
    counts = [len(item.overlaps) for item in items_of(one)]
    assert len(counts) == 200
    assert set(counts) == {MOST_OVERLAPS}


def test_hot_sentences_have_a_bar_as_broad_as_they_are_hot(read):
    text = "Cool one. Warm one. Hot one."
    one = report(text, sentences=((0, 9, 0.02), (10, 19, 0.3), (20, 28, 0.9)))
    assert [(h.text, h.classes[1]) for h in read(html_of(one)).find(cls="heat")] == [
        ("Warm one.", "h2"),
        ("Hot one.", "h4"),
    ]


def test_sentence_over_a_line_end_keeps_its_bar(read):
    one = report("Very\nhot.", sentences=((0, 9, 0.9),))
    assert [h.text for h in read(html_of(one)).find(cls="heat")] == ["Very", "hot."]


@pytest.mark.parametrize(
    ("score", "level"), [(0.0, 0), (0.1, 1), (0.3, 2), (0.5, 3), (0.7, 4), (1, 4)]
)
def test_heat_has_five_levels(score, level):
    assert heat(score) == level


@pytest.mark.parametrize("offsets", [(-1, 3), (2, 2), (5, 3), (0, 99)])
def test_offsets_outside_the_text_are_left_out(offsets):
    span = HypeSpan(*offsets, "x", "praise")
    assert items_of(Report("abcdef", 0.1, (span,))) == []


@given(st.data())
def test_whatever_overlaps_the_text_stays_whole_and_every_span_can_be_opened(read, data):
    text = data.draw(st.text("ab <\n", min_size=1, max_size=30))
    place = st.integers(0, len(text))
    spans = data.draw(st.lists(st.tuples(place, place), max_size=4))
    cuts = sorted(data.draw(st.sets(place, max_size=5)))
    one = report(
        text,
        *((min(span), max(span), "praise", "asserted") for span in spans),
        sentences=[(*pair, 0.5) for pair in pairwise(cuts)],
    )
    tree = read(html_of(one))
    assert "".join(p.text for p in tree.find("p")) == text
    hits = tree.find("a")
    assert not [a for hit in hits for a in hit.all() if a.tag == "a" and a is not hit]
    opened = {int(hit.attrs["href"].removeprefix("#card-")) for hit in hits}
    for item in items_of(one):
        if text[item.start : item.end].strip("\n"):
            assert opened & {item.number, *item.overlaps}
