"""Releases that are the same thing in the eyes of a claim: stages, variants, re-releases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Protocol

from hypecheck.dates import earliest, latest
from hypecheck.evidence.conflicts import OtherDate
from hypecheck.evidence.fits import starts_with_name
from hypecheck.evidence.makers import makers_of, parts_of
from hypecheck.evidence.matching import counted_event
from hypecheck.types import Release

#: GPT-2, the longest known staged release, took nine months.
STAGES = timedelta(days=300)
#: Sizes and siblings that a maker uploads around the launch.
LAUNCH = timedelta(days=10)
#: What follows the name of a model in that of its successor: "Llama" and "Llama 2"; a number with
#: a unit is a size.
SUCCESSOR = re.compile(r"(?i)[ -]?v?\d+(?:\.\d+)*(?![\d.]*[bmk]\b|x\d)(?![\w.])")


class Table(Protocol):
    """What the evidence room needs of a release table."""

    def __iter__(self) -> Iterator[Release]:
        """All releases."""

    @property
    def snapshot(self) -> str:
        """Day up to which the table reaches, "YYYY[-MM[-DD]]"."""

    def __getitem__(self, key: str) -> Release:
        """Release of an id; KeyError where there is none."""

    def same_release(self, one: Release, other: Release) -> bool:
        """Tell whether two rows are stages of one release."""

    def conflicts(self, release: Release) -> tuple[OtherDate, ...]:
        """Dates that other sources give for a release."""


def release_of(table: Table, key: str) -> Release | None:
    """Release of an id, or None."""
    if not key:
        return None
    try:
        return table[key]
    except KeyError:
        return None


def is_subject(table: Table, other: Release, subject: Release) -> bool:
    """Tell whether `other` is the claim's own subject, a part of its launch or made from it."""
    if other.id == subject.id or table.same_release(other, subject):
        return True
    if not same_maker(other, subject):
        return _named_after(other, subject) and _days(subject, other) >= timedelta(0)
    if _named_after(other, subject):  # "o1-preview" came before "o1", "Llama 3 Instruct" after
        return _days(subject, other) >= -STAGES
    gap = abs(_days(subject, other))
    if _named_after(subject, other):
        return gap <= LAUNCH
    return bool(other.family) and other.family == subject.family and gap <= timedelta(days=2)


def is_size_of(table: Table, other: Release, subject: Release) -> bool:
    """Tell whether `other` is a stage or a size of the claim's subject, not only a sibling."""
    return table.same_release(other, subject) or (
        same_maker(other, subject) and _named_after(other, subject)
    )


def is_preview_of(other: Release, subject: Release) -> bool:
    """Tell whether `other` is what the subject was called before it was finished."""
    early = -STAGES <= _days(subject, other) < timedelta(0)
    return early and same_maker(other, subject) and _named_after(other, subject)


def is_stage(table: Table, other: Release, anchor: Release) -> bool:
    """Tell whether `other` is the anchor of a claim, a stage of it or made from it."""
    if other.id == anchor.id or table.same_release(other, anchor):
        return True
    near = timedelta(0) <= _days(anchor, other) <= STAGES
    return near and _named_after(other, anchor) and same_maker(other, anchor)


def same_maker(one: Release, other: Release) -> bool:
    """Tell whether two releases share a maker, labs counted to their company."""
    ours = makers_of(one.organization) | parts_of(one.organization)
    theirs = makers_of(other.organization) | parts_of(other.organization)
    return bool(ours & theirs)


def first_day(release: Release, openness: str) -> date | None:
    """First day on which the counted event can have happened, or None without one."""
    event = counted_event(release, openness)
    return earliest(event.date) if event else None


def last_day(release: Release, openness: str) -> date | None:
    """Last day on which the counted event can have happened, or None without one."""
    event = counted_event(release, openness)
    return latest(event.date) if event else None


def _named_after(other: Release, root: Release) -> bool:
    """Tell whether a name is another one with a size or a variant, and not with a number."""
    if not starts_with_name(other.name, root.name):
        return False
    return SUCCESSOR.match(other.name[len(root.name) :]) is None


def _days(start: Release, end: Release) -> timedelta:
    return end.earliest - start.earliest
