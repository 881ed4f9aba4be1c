"""Releases in the order of time as one page: the picture, then a table of every event.

The page is whole in itself and inert: no script, no form, nothing loaded from elsewhere, every text
escaped. It follows the reader's light or dark setting, prints, and can be read without the picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from hypecheck.exporters.timeline import timeline
from hypecheck.exporters.timeline_svg import timeline_svg
from hypecheck.types import Event, Release

#: Addresses that may become links; anything else is shown as text.
_LINKED = ("https://", "http://")
_STYLE = """
:root{color-scheme:light dark}
body{font:15px/1.5 system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:1rem}
h1{font-size:1.4rem;margin:.5rem 0}
.picture{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;font-weight:600;padding:1rem 0 .3rem}
th,td{text-align:left;vertical-align:top;padding:.15rem .8rem .15rem 0;border-top:1px solid #8884}
td:first-child{white-space:nowrap;font-variant-numeric:tabular-nums}
a{overflow-wrap:anywhere}
footer{margin-top:2rem;opacity:.8}
"""


def timeline_html(
    releases: Sequence[Release], title: str = "Releases", about: Mapping[str, str] | None = None
) -> str:
    """Page of a timeline.

    Parameters
    ----------
    title : str
        Heading and name of the page.
    about : mapping, optional
        What stands below it, such as the snapshot and licence of the table.
    """
    heading = escape(title)
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none';style-src 'unsafe-inline'\">\n"
        f"<title>{heading}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f'<main>\n<h1>{heading}</h1>\n<div class="picture" tabindex="0" role="region"'
        f' aria-label="Picture of the timeline">{timeline_svg(releases, title)}</div>\n'
        f"{''.join(_tables(releases))}</main>\n{_footer(about or {})}</body>\n</html>\n"
    )


def _tables(releases: Sequence[Release]) -> Iterator[str]:
    for year, pairs in groupby(timeline(releases), key=lambda pair: pair[0].date[:4]):
        rows = "".join(_row(event, release) for event, release in pairs)
        head = "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS)
        yield (
            f"<table>\n<caption>{escape(year)}</caption>\n<thead><tr>{head}</tr></thead>\n"
            f"<tbody>\n{rows}</tbody>\n</table>\n"
        )


_COLUMNS = ("Date", "Release", "Organisation", "Event", "Openness", "Source")


def _row(event: Event, release: Release) -> str:
    source = next(iter(event.sources or release.sources), "")
    cells = (event.date, release.name, release.organization, event.kind, release.openness)
    shown = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f"<tr>{shown}<td>{_link(source)}</td></tr>\n"


def _link(source: str) -> str:
    """Source as a link on its address, the rest of it as text."""
    address, _, rest = source.partition(" ")
    if not address.startswith(_LINKED):
        return escape(source)
    host = address.split("/")[2].removeprefix("www.")
    link = f'<a href="{escape(address)}" rel="noreferrer" title="{escape(address)}">'
    return f"{link}{escape(host)}</a>{escape(' ' + rest) if rest else ''}"


def _footer(about: Mapping[str, str]) -> str:
    words = " · ".join(f"{escape(key)}: {escape(value)}" for key, value in about.items() if value)
    return f"<footer>{words}</footer>\n" if words else ""
