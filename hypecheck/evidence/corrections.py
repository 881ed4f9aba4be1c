"""Corrections laid over an import, so that importing again doesn't bring old errors back.

Each line of ``data/releases/overrides.jsonl`` corrects one release::

    {"id": "kimi-k2-0905", "set": {"context_tokens": 262144},
     "reason": "The model card says 256K.", "sources": ["https://…"]}
    {"id": "some-row", "drop": true, "reason": "…", "sources": []}

``set`` may name any field of a row but ``id``; a field it doesn't name stays as imported.
``sources`` are what was read; a reason that ends in "From general knowledge; the source was not
opened." has them as the places to look only, and one that ends in "What the source doesn't say is
from general knowledge." as support of a part. A date from general knowledge has confidence "low".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.load import FIELDS, Table, table_of
from hypecheck.resources import parse_jsonl, read_text

BUNDLED = "releases/overrides.jsonl"
_KEYS = frozenset(["id", "set", "drop", "reason", "sources"])


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction with its reason and where the right value stands.

    Attributes
    ----------
    changes : mapping
        Field to its right value.
    drop : bool
        The release is left out.
    """

    id: str
    reason: str
    changes: Mapping[str, Any]
    drop: bool = False
    sources: tuple[str, ...] = ()


def read_corrections(text: str | None = None, where: str = "") -> list[Correction]:
    """Corrections of a file's text; without one, those of the package.

    Raises
    ------
    ReleaseDBError
        A line has no reason, names no field, or names one that a release doesn't have.
    """
    if text is None:
        text, where = read_text(BUNDLED), f"hypecheck/data/{BUNDLED}"
    return [_correction(row, f"{where}:{line}") for line, row in parse_jsonl(text, where)]


def correct(table: Table, corrections: Iterable[Correction]) -> Table:
    """Table with the corrections made; one of a release that it doesn't have is passed over."""
    rows = {release.id: table.row_of(release) for release in table.releases}
    for correction in corrections:
        if correction.drop:
            rows.pop(correction.id, None)
        elif correction.id in rows:
            rows[correction.id].update(correction.changes)
    header = {**table.header, "rows": len(rows)}
    return table_of(header, enumerate(rows.values(), 1), BUNDLED, checked=True)


def _correction(row: Mapping[str, Any], where: str) -> Correction:
    changes = row.get("set", {})
    unknown = sorted(set(row) - _KEYS) or sorted(set(changes) - FIELDS)
    if unknown or "id" in changes:
        field, fields = (unknown or ["id"])[0], ", ".join(sorted(FIELDS - {"id"}))
        raise ReleaseDBError(
            f"{where} has the field {field!r}. Allowed: {', '.join(sorted(_KEYS))};"
            f" in 'set': {fields}."
        )
    if not row.get("id") or not row.get("reason"):
        raise ReleaseDBError(f"{where} lacks an id or a reason. Say which release and why.")
    if bool(changes) == bool(row.get("drop")):
        raise ReleaseDBError(f"{where} must either 'set' fields or 'drop' the release.")
    return Correction(
        row["id"], row["reason"], changes, bool(row.get("drop")), tuple(row.get("sources", ()))
    )
