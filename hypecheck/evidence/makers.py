"""Who belongs to whom, and where makers are at home."""

from __future__ import annotations

import json
from functools import cache

from hypecheck.resources import read_text
from hypecheck.types import Release


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    table: dict[str, dict[str, list[str]]] = json.loads(read_text("claims/makers.json"))
    return table


@cache
def parts_of(organization: str) -> frozenset[str]:
    """Names under which the releases of an organisation stand, its labs included.

    Examples
    --------
    >>> "Google DeepMind" in parts_of("Google"), "Google" in parts_of("Google DeepMind")
    (True, False)
    """
    return frozenset([organization, *_table()["parts"].get(organization, [])])


@cache
def makers_of(organization: str) -> frozenset[str]:
    """Single makers of a release that several put out together ("CompVis / Stability AI")."""
    return frozenset(part.strip() for part in organization.split(" / ") if part.strip())


def made_by(release: Release, organization: str) -> bool:
    """Tell whether the organisation, or a lab of it, is among the makers of a release."""
    wanted = parts_of(organization)
    return release.organization in wanted or bool(makers_of(release.organization) & wanted)


@cache
def countries_of(place: str) -> frozenset[str]:
    """Countries of a region; a country is its own only member."""
    return frozenset(_table()["regions"].get(place, [place]))


def homes_of(release: Release) -> frozenset[str]:
    """Countries that a release can be said to come from; empty where the table has none."""
    homes = _table()["homes"].get(release.organization)
    return frozenset(homes or ([release.country] if release.country else []))
