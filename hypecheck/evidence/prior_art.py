"""Comparable releases from before a day, for words that no table can decide."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypecheck.evidence.findings import record
from hypecheck.evidence.fits import Fit
from hypecheck.evidence.kinds import ANY_KIND
from hypecheck.evidence.makers import made_by
from hypecheck.evidence.matching import counted_event, match
from hypecheck.evidence.members import Member
from hypecheck.evidence.relatives import Table, is_subject, last_day, release_of, same_maker
from hypecheck.types import Evidence, Facets, Release

#: Releases shown: more than a few are not read.
SHOWN = 7
#: Releases of one maker among them.
PER_MAKER = 2
#: A second release of a maker has to be so much better to come before another maker's first.
SECOND = 0.75
#: Source families from which on a release is simply well known.
WELL_KNOWN = 9
#: Days in which a release's weight as a comparison halves.
HALF_LIFE = 2500.0


def prior_art(
    table: Table, facets: Facets, as_of: date, *, subject: str = ""
) -> tuple[Evidence, ...]:
    """Releases of other makers that compare, best known, closest and most recent first.

    Parameters
    ----------
    facets : Facets
        The class; its maker's own releases are left out, since they are the claim's side.
    subject : str
        Id of the release praised, left out with everything of its maker.
    """
    praised = release_of(table, subject)
    scored = []
    for release in table:
        if _own(table, release, facets, praised):
            continue
        member = _member(release, facets, as_of)
        if member is not None:
            scored.append((_weight(member, facets, praised, as_of), member))
    scored.sort(key=lambda pair: (-pair[0], pair[1].release.id))
    return tuple(record(member, "prior_art") for member in _spread(scored))


def _own(table: Table, release: Release, facets: Facets, praised: Release | None) -> bool:
    if facets.organization and made_by(release, facets.organization):
        return True
    if praised is None:
        return False
    return same_maker(release, praised) or is_subject(table, release, praised)


def _member(release: Release, facets: Facets, as_of: date) -> Member | None:
    """Release as a comparison, or None where it came later or is something else."""
    day = last_day(release, facets.openness)
    event = counted_event(release, facets.openness)
    if day is None or event is None or day > as_of:
        return None
    found = match(release, _broad(facets))
    return Member(release, found, event) if found.fit >= Fit.LOOSE else None


def _broad(facets: Facets) -> Facets:
    """Kind and openness: what makes releases comparable whoever made them."""
    openness = (
        "open"
        if facets.openness in ("open-source", "permissive", "fully-open")
        else facets.openness
    )
    return Facets(openness=openness, kind=facets.kind)


def _weight(member: Member, facets: Facets, praised: Release | None, as_of: date) -> float:
    release = member.release
    age = max(0, (as_of - release.earliest).days)
    fame = min(release.prominence, WELL_KNOWN)
    fresh: float = 0.5 ** (age / HALF_LIFE)
    return fame * _closeness(member, facets, praised) * fresh


def _closeness(member: Member, facets: Facets, praised: Release | None) -> float:
    """1 for a release of the same class, less for each way in which it differs."""
    release = member.release
    close = 1.0 if member.match.fit is Fit.SURE else 0.6
    shared = [trait for trait in facets.traits if trait in release.traits]
    close *= 0.6 ** (len(facets.traits) - len(shared))
    if praised is not None:
        close *= 1.0 if praised.kind == release.kind else 0.5
    elif facets.kind in ANY_KIND:
        close *= {"llm": 1.0, "vlm": 0.7, "code-llm": 0.7}.get(release.kind, 0.5)
    if release.purpose in ("task", "component") and release.kind in ("llm", "vlm", "code-llm"):
        close *= 0.4
    return close * (0.5 if "fine-tune" in release.traits else 1.0)


def _spread(scored: list[tuple[float, Member]]) -> list[Member]:
    """Weightiest members, spread over makers and families."""
    taken: Counter[str] = Counter()
    chosen: list[tuple[float, Member]] = []
    families: set[str] = set()
    for weight, member in scored:
        release = member.release
        line = release.family or release.name
        if taken[release.organization] >= PER_MAKER:
            continue
        factor = SECOND ** taken[release.organization] * (0.8 if line in families else 1.0)
        chosen.append((weight * factor, member))
        taken[release.organization] += 1
        families.add(line)
    chosen.sort(key=lambda pair: (-pair[0], pair[1].release.id))
    return [member for _, member in chosen[:SHOWN]]
