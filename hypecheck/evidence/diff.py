"""What became of a table: releases that are new or gone, and facts that changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from hypecheck.evidence.conflicts import OtherDate
from hypecheck.evidence.load import Table
from hypecheck.types import Event, Release

_FACTS = tuple(field.name for field in fields(Release) if field.name != "id")


@dataclass(frozen=True, slots=True)
class Change:
    """One fact that differs between two states of a release.

    Attributes
    ----------
    field : str
        Field of `Release`.
    old, new : str
        Values in words; "none" for an empty one.
    """

    id: str
    field: str
    old: str
    new: str

    def __str__(self) -> str:
        return f"~ {self.id} {self.field}: {self.old} → {self.new}"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two states of a table compared, each list in the order of ids."""

    new: tuple[Release, ...]
    gone: tuple[Release, ...]
    changed: tuple[Change, ...]

    def lines(self) -> Iterator[str]:
        """Yield one line for each new (+), gone (-) and changed (~) fact."""
        yield from (f"+ {brief(release)}" for release in self.new)
        yield from (f"- {brief(release)}" for release in self.gone)
        yield from (str(change) for change in self.changed)


def compare(old: Table, new: Table) -> Difference:
    """Difference between two states of a table; releases are told by their ids."""
    before = {release.id: release for release in old.releases}
    after = {release.id: release for release in new.releases}
    return Difference(
        tuple(after[key] for key in sorted(after.keys() - before.keys())),
        tuple(before[key] for key in sorted(before.keys() - after.keys())),
        tuple(
            change
            for key in sorted(before.keys() & after.keys())
            for change in (*changes(before[key], after[key]), *_beside(key, old, new))
        ),
    )


def changes(old: Release, new: Release) -> Iterator[Change]:
    """Yield the facts in which two states of a release differ."""
    for name in _FACTS:
        was, now = getattr(old, name), getattr(new, name)
        if was != now:
            yield Change(old.id, name, said(was), said(now))


def _beside(key: str, old: Table, new: Table) -> Iterator[Change]:
    """Yield changes of what the tables know of a release that the release doesn't carry."""
    for name in ("stage_of", "other_dates"):
        was, now = getattr(old, name).get(key, ""), getattr(new, name).get(key, "")
        if was != now:
            yield Change(key, name, said(was), said(now))


def brief(release: Release) -> str:
    """Release in one line: id, name, maker, date."""
    return f"{release.id}  {release.name} ({release.organization or 'unknown'}), {release.date}"


def said(value: Any) -> str:
    """Value of a field in words.

    Examples
    --------
    >>> said(("moe", "code")), said(None), said((Event("api", "2024"),))
    ('moe, code', 'none', 'api 2024')
    """
    if isinstance(value, Event):
        return f"{value.kind} {value.date}"
    if isinstance(value, OtherDate):
        return f"{value.source} {value.date}"
    if isinstance(value, tuple):
        return ", ".join(said(item) for item in value) or "none"
    return "none" if value is None or value == "" else str(value)
