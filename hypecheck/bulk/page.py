"""A finished run as one page that opens offline: no script, every text escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Any

from hypecheck.bulk.folder import clear_errors
from hypecheck.bulk.overview import BINS, Group, Overview, read_overview

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; vertical-align: top; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
tbody tr { border-top: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
.bar { fill: #b5541c; } .text { fill: currentColor; font-size: 11px; }
figure { margin: 1rem 0; overflow-x: auto; } figcaption { font-size: .85rem; opacity: .8; }
q { font-style: italic; } .quiet { opacity: .75; font-size: .9rem; }
@media print { body { max-width: none; } h2 { break-after: avoid; } }
"""
_WIDTH, _HEIGHT, _FOOT = 720, 160, 18
#: Rows of the longer tables.
_ROWS = 40


def write_page(folder: str, target: Path, *, title: str = "") -> None:
    """Write the page on a run.

    Parameters
    ----------
    folder : str
        Folder that `score_files` has written to.
    target : Path
        HTML file.
    title : str
        Heading; by default the folder's name.

    Raises
    ------
    InputError
        The folder holds no finished run, or the file can't be written.
    """
    page = render_page(read_overview(folder), title or f"Hype in {Path(folder).name}")
    with clear_errors(str(target)):
        target.write_text(page, encoding="utf-8", errors="backslashreplace")


def render_page(found: Overview, title: str) -> str:
    """HTML of the page, with a Content-Security-Policy under which nothing can run."""
    parts = (
        _totals(found.summary),
        _section("Scores", _histogram(found)),
        _section("Categories", _counts(found.labels.most_common(), "category", "asserted")),
        _section("Phrases", _counts(_frequent(found.summary["phrases"]), "phrase", "times")),
        _section("Outlets", _groups(_by_mean(found.outlets), "outlet")),
        _section("Over time", _months(found.months)),
        _section("Refuted claims", _refuted(found.refuted)),
        _section("Claims that can't all be true", _collisions(found)),
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head>"
        f"<body><h1>{escape(title)}</h1>{''.join(parts)}</body></html>\n"
    )


def _totals(summary: Mapping[str, Any]) -> str:
    foreign = sum(summary["not_scored"].values())
    verdicts = ", ".join(f"{name} {count}" for name, count in summary["verdicts"].items())
    return (
        f"<p>{summary['articles']:,} articles with {summary['words']:,} words:"
        f" {summary['scored']:,} scored, {foreign:,} in another language,"
        f" {summary['failed']:,} that could not be read, {summary['near_copies']:,} near-copies"
        f" of another.</p><p>Checkable claims: {escape(verdicts) or 'none'}.</p>"
    )


def _section(heading: str, body: str) -> str:
    return f"<section><h2>{escape(heading)}</h2>{body or '<p>None.</p>'}</section>"


def _histogram(found: Overview) -> str:
    labels = [f"{step / BINS:.1f}" for step in range(BINS)]
    return _bars(list(zip(labels, found.scores, strict=True)), "Articles by score, 0 to 1")


def _months(months: Mapping[str, Group]) -> str:
    ordered = sorted(months.items())
    if not ordered:
        return ""
    picture = _bars(
        [(name, round(group.mean, 3)) for name, group in ordered], "Mean score by month of as-of"
    )
    return picture + _groups(ordered, "month")


def _bars(values: list[tuple[str, float]], caption: str) -> str:
    """Picture of a row of numbers; the table or the tooltips hold the numbers themselves."""
    top = max((value for _, value in values), default=0) or 1
    wide = _WIDTH / max(1, len(values))
    step = max(1, len(values) // 12)
    drawn = []
    for number, (name, value) in enumerate(values):
        high = (_HEIGHT - _FOOT) * value / top
        left, upper = number * wide, _HEIGHT - _FOOT - high
        drawn.append(
            f'<rect class="bar" x="{left:.1f}" y="{upper:.1f}" width="{wide * 0.85:.1f}"'
            f' height="{high:.1f}"><title>{escape(name)}: {value:g}</title></rect>'
        )
        if number % step == 0:
            drawn.append(
                f'<text class="text" x="{left:.1f}" y="{_HEIGHT - 4}">{escape(name)}</text>'
            )
    return (
        f'<figure><svg viewBox="0 0 {_WIDTH} {_HEIGHT}" width="{_WIDTH}" role="img"'
        f' aria-label="{escape(caption)}">{"".join(drawn)}</svg>'
        f"<figcaption>{escape(caption)}</figcaption></figure>"
    )


def _counts(pairs: Iterable[tuple[str, int]], name: str, number: str) -> str:
    return _table((name, number), ([escape(one), f"{count:,}"] for one, count in pairs))


def _frequent(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _by_mean(groups: Mapping[str, Group]) -> list[tuple[str, Group]]:
    return sorted(groups.items(), key=lambda item: (-item[1].mean, item[0]))[:_ROWS]


def _groups(groups: Iterable[tuple[str, Group]], name: str) -> str:
    rows = (
        [
            escape(one),
            f"{group.articles:,}",
            f"{group.mean:.2f}",
            f"{group.loud / group.articles:.0%}",
        ]
        for one, group in groups
    )
    return _table((name, "articles", "mean score", "above 0.5"), rows)


def _table(heads: tuple[str, ...], rows: Iterable[list[str]]) -> str:
    """Table whose first column holds names and the others numbers; cells are HTML already."""
    lines = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows)
    if not lines:
        return ""
    first, *others = heads
    head = f"<th>{escape(first)}</th>" + "".join(
        f'<th class="number">{escape(one)}</th>' for one in others
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _cells(row: list[str]) -> Iterator[str]:
    yield f"<td>{row[0]}</td>"
    for cell in row[1:]:
        yield f'<td class="number">{cell}</td>'


def _refuted(claims: list[dict[str, Any]]) -> str:
    lines = []
    for claim in claims[:_ROWS]:
        evidence = ", ".join(
            f"{one['release']} ({one['date']})" for one in claim["evidence"][:3] if one["date"]
        )
        lines.append(
            f"<li><q>{escape(claim['sentence'])}</q>"
            f'<br><span class="quiet">{escape(claim["article"])}, as of {escape(claim["as_of"])}:'
            f" {escape(claim['reason'])} Against it: {escape(evidence)}."
            f" {_restated(claim['restatement'])}</span></li>"
        )
    more = len(claims) - _ROWS
    rest = f"<p>And {more:,} more.</p>" if more > 0 else ""
    return f"<ol>{''.join(lines)}</ol>{rest}" if lines else ""


def _restated(wording: str) -> str:
    return f"Holds: <q>{escape(wording)}</q>." if wording else ""


def _collisions(found: Overview) -> str:
    return "".join(f"<p>{escape(one.words)}</p>" for one in found.collisions[:_ROWS])
