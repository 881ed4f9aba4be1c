"""Releases in the order of time, as text: a heading for each year, a line for each event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from hypecheck.types import Event, Release


def timeline(releases: Iterable[Release]) -> list[tuple[Event, Release]]:
    """Events of releases, earliest first."""
    pairs = [(event, release) for release in releases for event in release.events]
    return sorted(pairs, key=lambda pair: (pair[0].date, pair[1].id, pair[0].kind))


def timeline_text(releases: Iterable[Release]) -> str:
    """Timeline to read in a terminal; "" without releases.

    Examples
    --------
    >>> release = Release("a-1", "A 1", organization="Lab", events=(Event("paper", "2024-05"),))
    >>> print(timeline_text([release]), end="")
    2024 (1 event)
      05     paper      A 1 (Lab)
    """
    return "".join(f"{line}\n" for line in _lines(timeline(releases)))


def _lines(pairs: list[tuple[Event, Release]]) -> Iterator[str]:
    for year, group in groupby(pairs, key=lambda pair: pair[0].date[:4]):
        members = list(group)
        yield f"{year} ({len(members)} event{'s' if len(members) > 1 else ''})"
        for event, release in members:
            maker = f" ({release.organization})" if release.organization else ""
            yield f"  {event.date[5:]:5}  {event.kind:9}  {release.name}{maker}"
