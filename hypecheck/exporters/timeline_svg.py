"""Releases in the order of time, as one self-contained SVG: no script, every text escaped.

Up to `LABELLED` releases have a row each, with their names; more of them are drawn as dots in a
lane for each maker. A filled dot means public weights. A date that is exact to the month or year
is drawn as a bar as long as the doubt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from hypecheck.dates import earliest, latest, share_of_time
from hypecheck.types import Event, Release

#: Releases that are drawn with their names.
LABELLED = 60
#: Makers that have a lane of their own.
LANES = 24
OTHERS = "other makers"
_WIDTH, _LEFT, _TOP, _ROW = 960, 200, 40, 18
_PLOT = _WIDTH - _LEFT - 160
_STYLE = (
    "svg{background:#fff;color:#222;font:11px system-ui,sans-serif}"
    "@media(prefers-color-scheme:dark){svg{background:#161616;color:#ddd}}"
    "text{fill:currentColor}.year{stroke:currentColor;stroke-opacity:.15}"
    ".open{fill:#1a7f5a;stroke:#1a7f5a}.shut{fill:none;stroke:#b4542e;stroke-width:1.5}"
    ".doubt{stroke:currentColor;stroke-opacity:.35;stroke-width:3}"
)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days to horizontal places."""

    start: date
    end: date

    def at(self, day: date) -> float:
        return round(_LEFT + share_of_time(day, self.start, self.end) * _PLOT, 1)


def timeline_svg(releases: Sequence[Release], title: str = "Releases") -> str:
    """Picture of releases on a line of time.

    Parameters
    ----------
    title : str
        Name of the picture, read aloud in place of it and shown above it.
    """
    dated = sorted((r for r in releases if r.date), key=lambda r: (r.date, r.id))
    lanes = _lanes(dated)
    height = _TOP + _ROW * max(1, len(lanes)) + 20
    scale = _scale(dated)
    parts = [*_years(scale, height), *_marks(dated, lanes, scale)]
    words = f"{len(dated)} releases"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}"'
        f' width="{_WIDTH}" height="{height}" role="img">'
        f"<title>{escape(title)}</title><desc>{words} by date; filled dots have public weights."
        f'</desc><style>{_STYLE}</style><text x="8" y="16">{escape(title)}: {words}</text>'
        f"{''.join(parts)}</svg>\n"
    )


def _lanes(releases: Sequence[Release]) -> dict[str, int]:
    """Keys of the rows, release ids or makers, with their places from the top."""
    if len(releases) <= LABELLED:
        return {release.id: at for at, release in enumerate(releases)}
    counts = Counter(release.organization for release in releases)
    makers = sorted(counts, key=lambda maker: (-counts[maker], maker))
    kept = makers[:LANES]
    return {maker: at for at, maker in enumerate([*kept, *([OTHERS] if makers[LANES:] else [])])}


def _scale(releases: Sequence[Release]) -> _Scale:
    if not releases:
        return _Scale(date(2017, 1, 1), date(2018, 1, 1))
    days = [day for release in releases for event in _events(release) for day in _span(event)]
    return _Scale(date(min(days).year, 1, 1), date(max(days).year, 12, 31))


def _years(scale: _Scale, height: int) -> Iterator[str]:
    years = range(scale.start.year, scale.end.year + 1)
    step = max(1, len(years) // 12)
    for year in years[::step]:
        x = scale.at(date(year, 1, 1))
        yield f'<line class="year" x1="{x}" x2="{x}" y1="{_TOP - 12}" y2="{height - 8}"/>'
        yield f'<text x="{x + 2}" y="{_TOP - 4}">{year}</text>'


def _marks(releases: Sequence[Release], lanes: dict[str, int], scale: _Scale) -> Iterator[str]:
    labelled = len(releases) <= LABELLED
    if not labelled:
        for name, lane in lanes.items():
            yield f'<text x="8" y="{_y(lane) + 4}">{escape(name[:32])}</text>'
    for release in releases:
        y = _y(
            lanes[release.id] if labelled else lanes.get(release.organization, lanes.get(OTHERS, 0))
        )
        if labelled:
            yield f'<text x="8" y="{y + 4}">{escape(release.organization[:32])}</text>'
        for event in _events(release):
            yield _dot(release, event, y, scale)
        if labelled:
            last = max(scale.at(_span(event)[1]) for event in _events(release))
            yield f'<text x="{last + 8}" y="{y + 4}">{escape(release.name[:40])}</text>'


def _dot(release: Release, event: Event, y: int, scale: _Scale) -> str:
    first, last = (scale.at(day) for day in _span(event))
    tip = escape(f"{release.name} ({release.organization}): {event.kind} {event.date}")
    bar = (
        f'<line class="doubt" x1="{first}" x2="{last}" y1="{y}" y2="{y}"/>' if last > first else ""
    )
    style = "open" if event.kind == "weights" else "shut"
    x = round((first + last) / 2, 1)
    return f'<g><title>{tip}</title>{bar}<circle class="{style}" cx="{x}" cy="{y}" r="4"/></g>'


def _events(release: Release) -> tuple[Event, ...]:
    return release.events or (Event("announced", release.date),)


def _span(event: Event) -> tuple[date, date]:
    return earliest(event.date), latest(event.date)


def _y(lane: int) -> int:
    return _TOP + _ROW * lane + _ROW // 2
