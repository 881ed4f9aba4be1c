"""Whose releases are whose, and where they come from: lookups kept for speed."""

from __future__ import annotations

from functools import cache

from hypecheck.evidence.organizations import read_organizations, read_places
from hypecheck.types import Release


@cache
def parts_of(organization: str) -> frozenset[str]:
    """Names under which the releases of an organisation stand, its labs included.

    Examples
    --------
    >>> "Google DeepMind" in parts_of("Google"), "Google" in parts_of("Google DeepMind")
    (True, False)
    """
    return read_organizations().parts_of(organization)


@cache
def makers_of(organization: str) -> frozenset[str]:
    """Single makers of a release that several put out together ("CompVis / Stability AI")."""
    return frozenset(part.strip() for part in organization.split(" / ") if part.strip())


def made_by(release: Release, organization: str) -> bool:
    """Tell whether the organisation, or a lab of it, is among the makers of a release."""
    return _is_by(release.organization, organization)


@cache
def _is_by(makers: str, organization: str) -> bool:
    wanted = parts_of(organization)
    return makers in wanted or bool(makers_of(makers) & wanted)


def made_by_owner(release: Release, organization: str) -> bool:
    """Tell whether a release stands under the company of a lab that may have made it itself.

    What became a lab of Google's by a merger had its models filed under Google before.
    """
    return any(release.organization == owner for owner in _owners(organization))


@cache
def _owners(organization: str) -> frozenset[str]:
    return frozenset(owner.name for owner in read_organizations().owners.get(organization, ()))


@cache
def maker_named(words: str) -> str:
    """Name of the organisation that some words spell, or ""."""
    words = words.strip().removeprefix("the ").removeprefix("The ")
    found = read_organizations().find(words) if words else None
    return found.name if found else ""


@cache
def countries_of(place: str) -> frozenset[str]:
    """Countries of a region; a country is its own only member."""
    return read_places().countries_of(place)


def homes_of(release: Release) -> frozenset[str]:
    """Countries that a release can be said to come from; empty where the table has none."""
    return _homes(release.organization, release.country)


@cache
def _homes(organization: str, country: str) -> frozenset[str]:
    return frozenset(read_organizations().homes_of(organization, country))
