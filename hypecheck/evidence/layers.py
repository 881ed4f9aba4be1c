"""Several tables as one, the later ones winning, and what tells two states of a table apart."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.conflicts import OtherDate
from hypecheck.evidence.load import Table, read_table
from hypecheck.evidence.mapped import is_mapped, read_mapped
from hypecheck.evidence.naming import key_of
from hypecheck.evidence.organizations import Organization, Organizations
from hypecheck.types import Release

#: Word that stands for the table of the package in a list of tables.
OWN = "bundled"


def read_layers(paths: Sequence[Path | str]) -> Table:
    """Tables of several files as one; of two releases with one id the later file's is taken.

    Parameters
    ----------
    paths : sequence of path
        JSONL tables, CSV tables with a mapping file, and "bundled" for that of the package.

    Raises
    ------
    ReleaseDBError
        There is no file, or one of them can't be read.
    """
    if not paths:
        raise ReleaseDBError(f"No table is given. Give at least one file, or {OWN!r}.")
    tables = [_read(path) for path in paths]
    return tables[0] if len(tables) == 1 else layer(tables)


def _read(path: Path | str) -> Table:
    if path == OWN:
        return read_table()
    return read_mapped(Path(path)) if is_mapped(path) else read_table(path)


def layer(tables: Sequence[Table]) -> Table:
    """Tables laid over each other: a later row replaces the whole row with its id.

    The header is the first table's; the table reaches as far as the one that reaches furthest.
    """
    releases: dict[str, Release] = {}
    stages: dict[str, str] = {}
    others: dict[str, tuple[OtherDate, ...]] = {}
    for table in tables:
        for release in table.releases:
            stages.pop(release.id, None)
            others.pop(release.id, None)
            releases[release.id] = release
        stages.update(table.stage_of)
        others.update(table.other_dates)
    ordered = tuple(releases[key] for key in sorted(releases))
    snapshot = max(table.snapshot for table in tables)
    header = {**tables[0].header, "snapshot": snapshot, "rows": len(ordered)}
    return Table(header, ordered, stages, others)


def digest(table: Table) -> str:
    """Twelve hexadecimal digits that change with any fact of a table, and with nothing else."""
    found = hashlib.sha256()
    for release in sorted(table.releases, key=lambda release: release.id):
        row = table.row_of(release)
        found.update(json.dumps(row, sort_keys=True, ensure_ascii=False).encode() + b"\n")
    return found.hexdigest()[:12]


def with_makers(known: Organizations, releases: Iterable[Release]) -> Organizations:
    """Organisations together with the makers of releases that aren't among them.

    Such a maker has no home of its own: each of its releases says where it comes from.
    """
    new: dict[str, Organization] = {}
    for release in releases:
        for maker in release.organization.split(" / "):
            if maker and known.find(maker) is None and key_of(maker):
                new.setdefault(maker, Organization(maker))
    return Organizations((*known.rows, *new.values())) if new else known
