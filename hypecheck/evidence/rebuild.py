"""A release table from an import, the rows that only the table has, and the corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypecheck.evidence.conflicts import split_note
from hypecheck.evidence.corrections import Correction, correct
from hypecheck.evidence.load import Table
from hypecheck.evidence.members import PAPER_DAY
from hypecheck.evidence.publishers import addressed
from hypecheck.evidence.purpose import PurposeRules
from hypecheck.types import Release


def rebuild(
    imported: Iterable[Release],
    current: Table,
    corrections: Iterable[Correction],
    rules: PurposeRules,
) -> Table:
    """Table with the imported rows in place of its own, corrected.

    Rows that the import doesn't have are kept: they were added by hand, each with its sources.

    Parameters
    ----------
    imported : iterable of Release
        As a reader gives them; their purpose is derived by `rules`.
    """
    fresh = [replace(addressed(release), purpose=rules.purpose_of(release)) for release in imported]
    known = {release.id for release in fresh}
    kept = [release for release in current.releases if release.id not in known]
    stages = {key: root for key, root in current.stage_of.items() if key not in known}
    others = {key: dates for key, dates in current.other_dates.items() if key not in known}
    merged = Table(current.header, (*fresh, *kept), stages, others)
    table = correct(with_other_dates(merged), corrections)
    table = replace(table, releases=tuple(map(doubted, table.releases)))
    ordered = sorted(table.releases, key=lambda release: release.id)
    return replace(table, releases=tuple(ordered))


def doubted(release: Release) -> Release:
    """Release with low confidence where its weights are dated by the paper alone.

    Weights come with the paper or some months later, so what only one source lists by the paper's
    day says little about the order of events around that day.
    """
    weights = release.event("weights")
    if PAPER_DAY in release.note and weights is not None and release.prominence == 1:
        dated = weights.date == release.date and release.confidence != "high"
        return replace(release, confidence="low") if dated else release
    return release


def with_other_dates(table: Table) -> Table:
    """Table with the dates that its notes tell of taken out of the notes and kept as dates."""
    others = dict(table.other_dates)
    releases = []
    for release in table.releases:
        note, found = split_note(release.note)
        releases.append(replace(release, note=note))
        dates = dict.fromkeys([*others.get(release.id, ()), *found])
        if dates:
            others[release.id] = tuple(dates)
    kept = {release.id for release in releases}
    others = {key: dates for key, dates in others.items() if key in kept}
    return replace(table, releases=tuple(releases), other_dates=others)
