"""A release table from an import, the rows that only the table has, and the corrections."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from hypecheck.evidence.corrections import Correction, correct
from hypecheck.evidence.load import Table
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
    fresh = [replace(release, purpose=rules.purpose_of(release)) for release in imported]
    known = {release.id for release in fresh}
    kept = [release for release in current.releases if release.id not in known]
    stages = {key: root for key, root in current.stage_of.items() if key not in known}
    releases, stage_of = correct([*fresh, *kept], stages, corrections)
    ordered = tuple(sorted(releases, key=lambda release: release.id))
    return Table({**current.header, "rows": len(ordered)}, ordered, stage_of)
