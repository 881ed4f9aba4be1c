"""The picture of the releases around a claim."""

from dataclasses import replace

import pytest

from hypecheck.report.page.timeline import timeline
from hypecheck.types import Claim, Evidence


@pytest.fixture
def evidence(release):
    return (
        Evidence(release("Whisper", "2022-09-21"), "counterexample", "weights", "2022-09-21"),
        Evidence(release("Jukebox", "2020"), "support", "weights", "2020"),
        Evidence(release("BLOOM", "2022-07"), "prior_art", "weights", "2022-07"),
    )


CLAIM = Claim("first since GPT-2", 0, 17, "first", anchor_name="GPT-2", anchor_date="2019-02-14")


def test_picture_is_described_in_words(read, evidence):
    tree = read(timeline(evidence, "2025-04-03", claim=CLAIM, key="k"))
    (svg,) = tree.find("svg")
    assert svg.attrs["role"] == "img"
    assert svg.attrs["aria-labelledby"] == "k-title k-desc"
    (described,) = tree.find("desc", id="k-desc")
    assert described.text == (
        "GPT-2, 2019-02-14 (anchor); Jukebox, 2020 (support); BLOOM, 2022-07 (prior art);"
        " Whisper, 2022-09-21 (counterexample). As of 2025-04-03."
    )


def test_roles_differ_in_shape_not_only_in_colour(read, evidence):
    tree = read(timeline(evidence, "2025-04-03", claim=CLAIM))
    assert [one.tag for one in tree.find(cls="anchor")] == ["path"]
    assert [one.tag for one in tree.find(cls="support")] == ["rect"]
    assert [one.tag for one in tree.find(cls="counterexample")] == ["circle"]
    assert tree.find(cls="prior-art")


def test_marks_go_from_left_to_right_with_the_as_of_line_last(read, evidence):
    tree = read(timeline(evidence[::-1], "2025-04-03", claim=CLAIM))
    (line,) = tree.find("line", "as-of")
    places = [float(one.attrs["cx"]) for one in tree.find("circle")]
    assert places == sorted(places)
    assert places[-1] < float(line.attrs["x1"])
    assert "as of 2025-04-03" in tree.root.text


def test_window_of_the_claim_goes_from_its_anchor_to_its_as_of(read, evidence):
    (window,) = read(timeline(evidence, "2025-04-03", claim=CLAIM)).find(cls="window")
    (line,) = read(timeline(evidence, "2025-04-03", claim=CLAIM)).find("line", "as-of")
    end = float(window.attrs["x"]) + float(window.attrs["width"])
    assert end == pytest.approx(float(line.attrs["x1"]), abs=0.2)


def test_date_known_to_the_year_is_a_bar(read, evidence):
    (bar, _) = read(timeline(evidence, "2025-04-03")).find(cls="doubt")
    assert float(bar.attrs["x2"]) > float(bar.attrs["x1"]) + 20


def test_claim_without_an_anchor_has_no_window(read, evidence):
    assert not read(timeline(evidence, "2025-04-03", claim=replace(CLAIM, anchor_date=""))).find(
        cls="window"
    )


def test_since_of_a_claim_stands_in_for_its_anchor(read):
    claim = Claim("first since 2019", 0, 16, "first", since="2019")
    assert "anchor · 2019" in read(timeline((), "2025-04-03", claim=claim)).root.text


@pytest.mark.parametrize("day", ["", "soon", "2020-13", "9999-99-99", "<b>"])
def test_day_that_is_none_is_not_drawn(evidence, release, day):
    odd = Evidence(release("Odd", "2020"), "counterexample", "weights", day)
    assert timeline((odd,), "2025-04-03") == ""
    assert "Odd" not in timeline((*evidence, odd), day)


def test_nothing_to_draw_is_nothing():
    assert timeline((), "2025-04-03") == ""


def test_long_names_stay_within_the_picture(read, release):
    days = [f"{2019 + at // 2}-0{1 + 6 * (at % 2)}-01" for at in range(12)]
    long = [
        Evidence(release("N" * 200 + str(at), day), "counterexample", "weights", day)
        for at, day in enumerate(days)
    ]
    for text in read(timeline(long, "2025-04-03")).find("g"):
        (label,) = [one for one in text.all() if one.tag == "text"]
        x, width = float(label.attrs["x"]), 6 * len(label.text)
        start = x - width if label.attrs["text-anchor"] == "end" else x
        assert start >= -1
        assert start + width <= 401
