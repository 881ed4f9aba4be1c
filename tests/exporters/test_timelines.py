"""Timelines as text and as a picture."""

import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

from hypecheck.exporters.timeline import timeline, timeline_text
from hypecheck.exporters.timeline_html import timeline_html
from hypecheck.exporters.timeline_svg import LABELLED, LANES, OTHERS, timeline_svg
from hypecheck.types import Event, Release

SVG = "{http://www.w3.org/2000/svg}"


def build(name, maker, *events):
    return Release(
        name.lower(), name, organization=maker, date=events[0][1],
        events=tuple(Event(kind, day) for kind, day in events),
    )  # fmt: skip


GROK = build("Stone", "Westcorp", ("announced", "2023-11-03"), ("weights", "2024-03-17"))
EAR = build("Ear", "Nordlab <AB>", ("weights", "2023-12"))


def parts(svg, tag):
    return list(ElementTree.fromstring(svg).iter(SVG + tag))


class TestText:
    def test_events_of_all_releases_stand_in_the_order_of_time(self):
        assert [(event.kind, release.id) for event, release in timeline([GROK, EAR])] == [
            ("announced", "stone"), ("weights", "ear"), ("weights", "stone"),
        ]  # fmt: skip

    def test_each_year_has_a_heading_and_each_event_a_line(self):
        assert timeline_text([GROK, EAR]).splitlines() == [
            "2023 (2 events)",
            "  11-03  announced  Stone (Westcorp)",
            "  12     weights    Ear (Nordlab <AB>)",
            "2024 (1 event)",
            "  03-17  weights    Stone (Westcorp)",
        ]

    def test_no_releases_make_no_text(self):
        assert timeline_text([]) == ""


class TestPicture:
    def test_it_is_one_xml_document_with_a_title(self):
        root = ElementTree.fromstring(timeline_svg([GROK, EAR], "Open & shut"))
        assert root.find(SVG + "title").text == "Open & shut"
        assert "2 releases" in root.find(SVG + "desc").text

    def test_every_event_is_a_dot_and_public_weights_are_filled(self):
        dots = parts(timeline_svg([GROK, EAR]), "circle")
        assert sorted(dot.get("class") for dot in dots) == ["open", "open", "shut"]

    def test_later_events_stand_further_right(self):
        svg = timeline_svg([GROK])
        first, second = (float(dot.get("cx")) for dot in parts(svg, "circle"))
        assert first < second

    def test_a_date_exact_to_the_month_is_a_bar(self):
        lines = [line.get("class") for line in parts(timeline_svg([EAR]), "line")]
        assert lines.count("doubt") == 1
        exact = [line.get("class") for line in parts(timeline_svg([GROK]), "line")]
        assert "doubt" not in exact

    def test_names_are_escaped(self):
        words = [text.text for text in parts(timeline_svg([EAR]), "text")]
        assert "Nordlab <AB>" in words
        assert "Ear" in words

    def test_many_releases_share_a_lane_for_each_maker(self):
        many = [
            build(f"R{n}", f"Maker {n % 30}", ("api", "2024-01-01")) for n in range(LABELLED + 30)
        ]
        words = [text.text for text in parts(timeline_svg(many), "text")]
        assert "R1" not in words
        assert OTHERS in words
        assert sum(word.startswith("Maker") for word in words) == LANES
        assert len(parts(timeline_svg(many), "circle")) == len(many)

    @pytest.mark.parametrize("releases", [[], [Release("x", "X")]])
    def test_without_dated_releases_it_is_an_empty_picture(self, releases):
        assert parts(timeline_svg(releases), "circle") == []

    def test_a_release_with_a_date_and_no_events_is_drawn(self):
        assert len(parts(timeline_svg([Release("x", "X", date="2020")]), "circle")) == 1

    def test_nothing_in_it_can_run_or_load(self):
        svg = timeline_svg([build("<script>alert(1)</script>", "M", ("api", "2024"))])
        assert "<script" not in svg
        assert "href" not in svg


class Page(HTMLParser):
    """Tags with their attributes, and the text in each."""

    VOID = ("meta", "line", "circle")

    def __init__(self, html):
        super().__init__()
        self.tags, self.open, self.words = [], [], {}
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.setdefault(self.open[-1] if self.open else "", []).append(data)


SOURCED = Release(
    "ear", "Ear <b>2</b>", organization="Nordlab", date="2024-01-02", openness="open-weights",
    events=(Event("weights", "2024-01-02", ("https://www.example.org/a?b=1&c (list, read in x)",)),),
)  # fmt: skip


class TestPage:
    def test_it_has_a_table_for_each_year_with_a_row_for_each_event(self):
        page = Page(timeline_html([GROK, EAR]))
        assert [words for words in page.words["caption"]] == ["2023", "2024"]
        assert [tag for tag, _ in page.tags].count("tr") == 2 + 3
        assert page.words["th"][:4] == ["Date", "Release", "Organisation", "Event"]

    def test_every_tag_is_closed_and_the_picture_is_in_it(self):
        page = Page(timeline_html([GROK, EAR], "Open & shut"))
        assert page.open == []
        assert [tag for tag, _ in page.tags].count("svg") == 1
        assert page.words["h1"] == ["Open & shut"]

    def test_a_source_is_a_link_on_its_host_with_the_rest_as_text(self):
        page = Page(timeline_html([SOURCED]))
        links = [found for tag, found in page.tags if tag == "a"]
        assert [link["href"] for link in links] == ["https://www.example.org/a?b=1&c"]
        assert page.words["a"] == ["example.org"]
        assert " (list, read in x)" in page.words["td"]

    @pytest.mark.parametrize("source", ["javascript:alert(1)", "a letter", "data:text/html,x"])
    def test_what_is_no_web_address_is_no_link(self, source):
        release = Release("a", "A", events=(Event("api", "2024", (source,)),), date="2024")
        page = Page(timeline_html([release]))
        assert not [tag for tag, _ in page.tags if tag == "a"]
        assert source in page.words["td"]

    def test_texts_are_escaped(self):
        page = Page(timeline_html([SOURCED], "<script>alert(1)</script>", {"<i>": "<u>"}))
        assert {"script", "b", "i", "u"}.isdisjoint(tag for tag, _ in page.tags)
        assert page.words["footer"] == ["<i>: <u>"]

    def test_nothing_in_it_can_run_or_load(self):
        html = timeline_html([SOURCED, GROK])
        page = Page(html)
        names = {tag for tag, _ in page.tags}
        assert names.isdisjoint({"script", "link", "img", "iframe", "object", "form", "base"})
        loading = {"src", "srcset", "action", "onload", "onclick", "background"}
        assert all(loading.isdisjoint(found) for _, found in page.tags)
        assert "default-src 'none'" in html
        assert not re.search(r"url\(|@import", html)

    def test_it_says_what_it_is_told_about_the_table_and_nothing_empty(self):
        html = timeline_html([GROK], about={"table": "2026-08-31+abc", "licence": ""})
        assert Page(html).words["footer"] == ["table: 2026-08-31+abc"]
        assert "<footer" not in timeline_html([GROK])

    def test_without_releases_it_is_a_page_all_the_same(self):
        page = Page(timeline_html([]))
        assert page.open == []
        assert "table" not in [tag for tag, _ in page.tags]
