"""Pictures are small, sound SVG, and the same every time."""

import xml.etree.ElementTree as ET

import pytest

from hypecheck.card.svg import Line, bar_chart, line_chart

SVG = "{http://www.w3.org/2000/svg}"
CURVE = Line("sentences", [(0.0, 0.5), (50.0, 0.75), (100.0, 1.0)])


def chart(*lines, **settings):
    return line_chart("Title", ("across", "up"), lines, x_range=(0.0, 100.0), **settings)


def marks(picture):
    return [
        (float(mark.get("cx")), float(mark.get("cy")))
        for mark in ET.fromstring(picture).iter(f"{SVG}circle")
    ]


def words(picture):
    return [part.text for part in ET.fromstring(picture).iter(f"{SVG}text")]


def test_marks_rise_with_their_values():
    (x1, y1), (x2, y2), (x3, y3) = marks(chart(CURVE))
    assert x1 < x2 < x3
    assert y1 > y2 > y3, "y counts from the top"
    assert x3 - x2 == pytest.approx(x2 - x1, abs=0.2)


def test_whole_range_lies_inside_the_picture():
    picture = chart(Line("corners", [(0.0, 0.0), (100.0, 1.0)]))
    root = ET.fromstring(picture)
    width, height = float(root.get("width")), float(root.get("height"))
    assert all(0 < x < width and 0 < y < height for x, y in marks(picture))


def test_axes_title_and_lines_are_named():
    found = words(chart(CURVE, Line("texts", [(0.0, 0.1)])))
    assert {"Title", "across", "up", "sentences", "texts"} <= set(found)
    assert {"0", "25", "50", "75", "100", "0.25", "1"} <= set(found)


def test_sizes_of_marks_may_differ():
    picture = chart(Line("x", [(0.0, 0.0), (1.0, 1.0)], sizes=[2.0, 5.5]))
    sizes = [mark.get("r") for mark in ET.fromstring(picture).iter(f"{SVG}circle")]
    assert sizes == ["2.0", "5.5"]


def test_diagonal_is_dashed():
    assert "stroke-dasharray" not in chart(CURVE)
    assert "stroke-dasharray" in chart(CURVE, diagonal=True)


def bars(picture):
    return [
        (float(bar.get("x")), float(bar.get("width")))
        for bar in list(ET.fromstring(picture).iter(f"{SVG}rect"))[1:]
    ]


def test_bars_are_as_long_as_their_values():
    (left, one), (same, two) = bars(bar_chart("Title", [("a", 0.2), ("b", 0.4)]))
    assert left == same
    assert two == pytest.approx(2 * one, abs=0.2)


def test_bars_below_zero_go_left():
    (zero, _), (left, width) = bars(bar_chart("Title", [("a", 0.2), ("b", -0.1)]))
    assert left + width == pytest.approx(zero, abs=0.2)
    assert left > 0


def test_values_are_written_with_their_digits():
    assert "0.1235" in words(bar_chart("Title", [("a", 0.12346)], digits=4))


def test_bars_of_nothing_have_no_length():
    assert bars(bar_chart("Title", [("a", 0.0)]))[0][1] == 0.0


def test_signs_of_markup_are_escaped():
    assert "A < B & C" in words(bar_chart("A < B & C", [("<x>", 1.0)]))
    assert "<x>" in words(bar_chart("T", [("<x>", 1.0)]))


def test_same_numbers_same_bytes():
    assert chart(CURVE) == chart(CURVE)
    assert bar_chart("T", [("a", 1.0)]) == bar_chart("T", [("a", 1.0)])
