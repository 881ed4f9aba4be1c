"""Small pictures as SVG text: the same numbers always give the same bytes."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

_WIDTH, _HEIGHT = 420, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 16, 34, 44
_COLOURS = ("#1b5e8c", "#b5541c", "#4c7a34")
_BAR, _LABEL = 20, 150


@dataclass(frozen=True, slots=True)
class Line:
    """A named row of points, drawn with marks whose size may differ."""

    name: str
    points: Sequence[tuple[float, float]]
    sizes: Sequence[float] = ()


def line_chart(
    title: str,
    axes: tuple[str, str],
    lines: Sequence[Line],
    *,
    x_range: tuple[float, float],
    y_range: tuple[float, float] = (0.0, 1.0),
    diagonal: bool = False,
) -> str:
    """Picture of lines with marks.

    Parameters
    ----------
    title : str
    axes : (str, str)
        Names of the axes, x first.
    lines : sequence of Line
        At most three.
    x_range, y_range : (float, float)
    diagonal : bool
        Whether to draw where x equals y.
    """
    scale = _Scale(x_range, y_range)
    parts = [*_frame(title, axes, scale)]
    if diagonal:
        low, high = max(x_range[0], y_range[0]), min(x_range[1], y_range[1])
        parts.append(_path([scale.at(low, low), scale.at(high, high)], "#999", "4 3"))
    for number, (line, colour) in enumerate(zip(lines, _COLOURS, strict=False)):
        places = [scale.at(*point) for point in line.points]
        parts.append(_path(places, colour))
        sizes = line.sizes or [3.0] * len(places)
        parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" fill="{colour}"/>'
            for (x, y), size in zip(places, sizes, strict=True)
        ]
        parts.append(_text(_LEFT + 10, _TOP + 14 + 15 * number, line.name, fill=colour))
    return _svg(_WIDTH, _HEIGHT, title, parts)


def bar_chart(title: str, bars: Sequence[tuple[str, float]], *, digits: int = 2) -> str:
    """Picture of named bars below each other; values below 0 go to the left."""
    low = min(0.0, *(value for _, value in bars))
    high = max(0.0, *(value for _, value in bars))
    unit = (_WIDTH - _LABEL - 70) / ((high - low) or 1.0)
    zero = _LABEL + 10 - low * unit + (50 if low < 0 else 0)
    parts = [_text(10, 20, title, weight="bold")]
    for number, (name, value) in enumerate(bars):
        top = _TOP + number * _BAR
        left, width = zero + min(0.0, value) * unit, abs(value) * unit
        end = left - 4 if value < 0 else left + width + 4
        parts += [
            _text(_LABEL, top + 11, name, anchor="end"),
            f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="14"'
            f' fill="{_COLOURS[value < 0]}"/>',
            _text(end, top + 11, f"{value:.{digits}f}", anchor="end" if value < 0 else "start"),
        ]
    return _svg(_WIDTH, _TOP + len(bars) * _BAR + 12, title, parts)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where a value lies in the picture."""

    x_range: tuple[float, float]
    y_range: tuple[float, float]

    def at(self, x: float, y: float) -> tuple[float, float]:
        across = (x - self.x_range[0]) / (self.x_range[1] - self.x_range[0])
        up = (y - self.y_range[0]) / (self.y_range[1] - self.y_range[0])
        return (
            _LEFT + across * (_WIDTH - _LEFT - _RIGHT),
            _HEIGHT - _BOTTOM - up * (_HEIGHT - _TOP - _BOTTOM),
        )


def _frame(title: str, axes: tuple[str, str], scale: _Scale) -> list[str]:
    (x_low, x_high), (y_low, y_high) = scale.x_range, scale.y_range
    parts = [_text(10, 20, title, weight="bold")]
    for step in range(5):
        x, y = x_low + (x_high - x_low) * step / 4, y_low + (y_high - y_low) * step / 4
        left, bottom = scale.at(x_low, y)
        right, _ = scale.at(x_high, y)
        parts.append(_path([(left, bottom), (right, bottom)], "#ddd"))
        parts.append(_text(left - 6, bottom + 4, _number(y), anchor="end"))
        below, _ = scale.at(x, y_low)
        parts.append(_text(below, _HEIGHT - _BOTTOM + 16, _number(x), anchor="middle"))
    parts.append(_text((_LEFT + _WIDTH) / 2, _HEIGHT - 8, axes[0], anchor="middle"))
    turned = f'transform="rotate(-90 14 {_HEIGHT / 2:.0f})"'
    parts.append(_text(14, _HEIGHT / 2, axes[1], anchor="middle", more=turned))
    return parts


def _path(points: Sequence[tuple[float, float]], colour: str, dashes: str = "") -> str:
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return f'<polyline points="{joined}" fill="none" stroke="{colour}"{dashed}/>'


def _text(
    x: float,
    y: float,
    words: str,
    *,
    anchor: str = "start",
    weight: str = "normal",
    fill: str = "#222",
    more: str = "",
) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-weight="{weight}"'
        f' fill="{fill}"{" " + more if more else ""}>{escape(words)}</text>'
    )


def _number(value: float) -> str:
    return f"{value:.0f}" if math.isclose(value, round(value)) else f"{value:.2f}"


def _svg(width: int, height: int, title: str, parts: Sequence[str]) -> str:
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="11" role="img">'
    )
    back = f'<rect width="{width}" height="{height}" fill="white"/>'
    return "\n".join([head, f"<title>{escape(title)}</title>", back, *parts, "</svg>", ""])
