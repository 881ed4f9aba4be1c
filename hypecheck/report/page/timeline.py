"""A claim on a line of time: its anchor, the releases around it, the day it is checked as of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hypecheck.dates import earliest, latest, share_of_time
from hypecheck.errors import InputError
from hypecheck.report.page.inert import flat, inert
from hypecheck.types import Claim, Evidence

_WIDTH, _SIDE, _TOP, _ROW = 400, 14, 40, 19
_PLOT = _WIDTH - 2 * _SIDE
#: Width of a letter of a label, on average and with some room.
_LETTER = 6.0
_WORDS = {"counterexample": "counterexample", "prior_art": "prior art", "support": "support"}


@dataclass(frozen=True, slots=True)
class _Point:
    """One row of the picture."""

    name: str
    day: str
    role: str

    @property
    def middle(self) -> date:
        first, last = earliest(self.day), latest(self.day)
        return first + (last - first) / 2


@dataclass(frozen=True, slots=True)
class _Scale:
    start: date
    end: date

    def at(self, day: date) -> float:
        return round(_SIDE + share_of_time(day, self.start, self.end) * _PLOT, 1)


def timeline(
    evidence: Sequence[Evidence], as_of: str, *, claim: Claim | None = None, key: str = "t"
) -> str:
    """SVG of the releases by date, "" where there is nothing to draw.

    Parameters
    ----------
    as_of : str
        ISO day that nothing counts after.
    claim : Claim, optional
        Gives the anchor.
    key : str
        What the picture's ids begin with; unique on a page.
    """
    points = sorted(_points(evidence, claim), key=lambda point: (point.middle, point.name))
    if not points:
        return ""
    end = earliest(as_of) if _dated(as_of) else max(latest(point.day) for point in points)
    scale = _scale(points, end)
    height = _TOP + _ROW * len(points) + 8
    name = "Releases around the claim" if claim else "Comparable releases from before"
    parts = [*_years(scale, height), *_window(points, scale, end, height)]
    parts += [_row(point, at, scale) for at, point in enumerate(points)]
    return (
        f'<svg class="timeline" viewBox="0 0 {_WIDTH} {height}" role="img"'
        f' aria-labelledby="{key}-title {key}-desc"><title id="{key}-title">{name}</title>'
        f'<desc id="{key}-desc">{_described(points, as_of)}</desc>{"".join(parts)}</svg>'
    )


def _points(evidence: Sequence[Evidence], claim: Claim | None) -> Iterator[_Point]:
    if claim is not None:
        day = claim.anchor_date or claim.since
        if _dated(day):
            yield _Point(claim.anchor_name or "anchor", day, "anchor")
    for item in evidence:
        if _dated(item.date):
            yield _Point(item.release.name, item.date, item.relation)


def _dated(day: str) -> bool:
    try:
        earliest(day)
    except (InputError, ValueError):
        return False
    return True


def _scale(points: Sequence[_Point], end: date) -> _Scale:
    days = [*(earliest(point.day) for point in points), *(latest(p.day) for p in points), end]
    first, last = min(days), max(days)
    room = max(20, (last - first).days // 24)
    return _Scale(
        date.fromordinal(max(1, first.toordinal() - room)),
        date.fromordinal(min(date.max.toordinal(), last.toordinal() + room)),
    )


def _years(scale: _Scale, height: int) -> Iterator[str]:
    first, last = scale.start.year + 1, scale.end.year
    step = max(1, (last - first + 7) // 7)
    for year in range(first, last + 1, step):
        x = scale.at(date(year, 1, 1))
        yield f'<line class="year" x1="{x}" x2="{x}" y1="20" y2="{height}"/>'
        yield f'<text class="tick" x="{x}" y="{_TOP - 8}">{year}</text>'


def _window(points: Sequence[_Point], scale: _Scale, end: date, height: int) -> Iterator[str]:
    """The stretch that the claim speaks of, up to the as-of line."""
    right = scale.at(end)
    anchors = [point for point in points if point.role == "anchor"]
    if anchors and (left := scale.at(anchors[0].middle)) < right:
        width = round(right - left, 1)
        high = height - _TOP + 4
        yield f'<rect class="window" x="{left}" y="{_TOP - 4}" width="{width}" height="{high}"/>'
    yield f'<line class="as-of" x1="{right}" x2="{right}" y1="14" y2="{height}"/>'
    turned = "end" if right > _WIDTH / 2 else "start"
    yield f'<text class="as-of" x="{right}" y="10" text-anchor="{turned}">as of {end}</text>'


def _row(point: _Point, at: int, scale: _Scale) -> str:
    x, y = scale.at(point.middle), _TOP + _ROW * at + _ROW // 2
    first, last = scale.at(earliest(point.day)), scale.at(latest(point.day))
    doubt = (
        f'<line class="doubt" x1="{first}" x2="{last}" y1="{y}" y2="{y}"/>'
        if last - first > 1
        else ""
    )
    role = "anchor: " if point.role == "anchor" else ""
    place, turned, room = _label_place(x)
    label = f"{role}{point.name} · {point.day}"
    return (
        f'<g>{doubt}{_mark(point.role, x, y)}<text x="{place}" y="{y + 4}"'
        f' text-anchor="{turned}">{flat(label, room)}</text></g>'
    )


def _label_place(x: float) -> tuple[float, str, int]:
    """Where a label stands beside its mark, how it is turned, and how many letters fit."""
    left, right = x - 12, _WIDTH - x - 12
    if right >= left:
        return round(x + 9, 1), "start", int(right / _LETTER)
    return round(x - 9, 1), "end", int(left / _LETTER)


def _mark(role: str, x: float, y: int) -> str:
    """Roles differ in shape as well as in colour."""
    if role == "anchor":
        return f'<path class="anchor" d="M{x} {y - 6}l6 6l-6 6l-6 -6z"/>'
    if role == "support":
        return f'<rect class="support" x="{x - 4.5:.1f}" y="{y - 4.5}" width="9" height="9"/>'
    return f'<circle class="{_WORDS.get(role, "x").replace(" ", "-")}" cx="{x}" cy="{y}" r="4.5"/>'


def _described(points: Sequence[_Point], as_of: str) -> str:
    rows = (
        f"{flat(p.name, 60)}, {inert(p.day)} ({_WORDS.get(p.role, inert(p.role))})" for p in points
    )
    return f"{'; '.join(rows)}. As of {inert(as_of)}."
