"""Releases by facet."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date

from hypecheck.dates import as_day, earliest
from hypecheck.types import Event, Release

#: Openness that a search for "open" takes.
OPEN = frozenset(["open-weights", "open-source"])


def admits(event: Event, as_of: date | str) -> bool:
    """Tell whether an event had surely happened by a day: its latest day isn't after it."""
    from hypecheck.dates import latest

    return latest(event.date) <= as_day(as_of)


def select(
    releases: Iterable[Release],
    *,
    homes: Callable[[Release], Collection[str]],
    makers: Collection[str] = (),
    countries: Collection[str] = (),
    kind: str | Collection[str] | None = None,
    openness: str | Collection[str] | None = None,
    purpose: str | None = None,
    traits: Iterable[str] = (),
    family: str | None = None,
    min_parameters: int | None = None,
    max_parameters: int | None = None,
    since: date | str | None = None,
    until: date | str | None = None,
    text: str | None = None,
) -> Iterator[Release]:
    """Releases that have every facet that is given; see `ReleaseDB.search`."""
    kinds, opennesses = _choices(kind), _choices(openness)
    if "open" in opennesses:
        opennesses |= OPEN
    wanted = frozenset(traits)
    first = earliest(since) if isinstance(since, str) else since
    last = as_day(until) if until is not None else None
    words = (text or "").lower().split()
    for release in releases:
        if makers and not _made_by(release, makers):
            continue
        if countries and not set(homes(release)) & set(countries):
            continue
        if kinds and release.kind not in kinds or opennesses and release.openness not in opennesses:
            continue
        if purpose and release.purpose != purpose or family and release.family != family:
            continue
        if not wanted <= set(release.traits) or not _sized(release, min_parameters, max_parameters):
            continue
        if first and release.earliest < first or last and release.latest > last:
            continue
        if words and not _says(release, words):
            continue
        yield release


def _choices(value: str | Collection[str] | None) -> frozenset[str]:
    if value is None:
        return frozenset()
    return frozenset([value]) if isinstance(value, str) else frozenset(value)


def _made_by(release: Release, makers: Collection[str]) -> bool:
    return any(part in makers for part in [release.organization, *release.organization.split(" / ")])


def _sized(release: Release, low: int | None, high: int | None) -> bool:
    if low is None and high is None:
        return True
    size = release.parameters
    return size is not None and (low is None or size >= low) and (high is None or size <= high)


def _says(release: Release, words: list[str]) -> bool:
    fields = (release.id, release.name, *release.aliases, release.family, release.organization)
    said = " ".join(fields).lower()
    return all(word in said for word in words)
