"""Releases as flat rows, one column a fact, for tables that people open in other programs.

The CSV columns are those that ``hypecheck releases import --from csv`` reads, so that an export
can be edited in a spreadsheet and merged again; ``purpose`` and ``events`` come on top.
"""

from __future__ import annotations

from typing import Any

from hypecheck.types import Release

#: Divides several values in a cell.
MARK = "|"


def csv_row(release: Release) -> dict[str, Any]:
    """Cells of a release for a CSV, lists joined by ``|``."""
    weights = release.event("weights")
    goes_in, comes_out = "+".join(release.inputs), "+".join(release.outputs)
    return {
        "id": release.id,
        "name": release.name,
        "aliases": MARK.join(release.aliases),
        "family": release.family,
        "organization": release.organization,
        "organization_country": release.country,
        "release_date": release.date,
        "openness": release.openness,
        "licence": release.licence,
        "modalities": f"{goes_in}>{comes_out}" if goes_in or comes_out else "",
        "kind": release.kind,
        "traits": MARK.join(release.traits),
        "parameters": release.parameters,
        "active_parameters": release.active_parameters,
        "context_tokens": release.context_tokens,
        "sources": MARK.join(release.sources),
        "n_sources": release.prominence,
        "confidence": release.confidence,
        "notes": release.note,
        "weights_date": weights.date if weights else "",
        "weights_terms": release.terms,
        "purpose": release.purpose,
        "events": MARK.join(f"{event.kind} {event.date}" for event in release.events),
    }


def typed_row(release: Release) -> dict[str, Any]:
    """Values of a release with their types: lists stay lists, days come as days."""
    return {
        "id": release.id,
        "name": release.name,
        "aliases": list(release.aliases),
        "family": release.family,
        "organization": release.organization,
        "country": release.country,
        "date": release.date,
        "earliest": release.earliest if release.date else None,
        "latest": release.latest if release.date else None,
        "events": [
            {"kind": event.kind, "date": event.date, "sources": list(event.sources)}
            for event in release.events
        ],
        "openness": release.openness,
        "kind": release.kind,
        "purpose": release.purpose,
        "traits": list(release.traits),
        "inputs": list(release.inputs),
        "outputs": list(release.outputs),
        "parameters": release.parameters,
        "active_parameters": release.active_parameters,
        "context_tokens": release.context_tokens,
        "licence": release.licence,
        "terms": release.terms,
        "prominence": release.prominence,
        "confidence": release.confidence,
        "sources": list(release.sources),
        "note": release.note,
    }
