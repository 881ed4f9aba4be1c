"""Comparable releases from before a day, for words that no table can decide."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hypecheck.dates import latest
from hypecheck.evidence.findings import record
from hypecheck.evidence.fits import Fit
from hypecheck.evidence.kinds import ANY_KIND
from hypecheck.evidence.makers import made_by
from hypecheck.evidence.matching import counted_event, match
from hypecheck.evidence.members import Member
from hypecheck.evidence.relatives import Table, is_subject, release_of, same_maker
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


#: Day to which weights are reckoned that hold for every as-of day.
_EPOCH = date(1950, 1, 1)
#: Comparisons looked at first; more only where these do not settle the best.
_FIRST = 48
#: Classes and answers kept, so that a long run does not fill the memory.
_CLASSES, _ANSWERS = 32, 1024


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
    return PriorArt(table).find(facets, as_of, subject=subject)


class PriorArt:
    """Prior art of one table that doesn't change, with what was worked out kept.

    Parameters
    ----------
    table : Table
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._ranked = lru_cache(maxsize=_CLASSES)(self._rank)
        self._answers = lru_cache(maxsize=_ANSWERS)(self._find)

    def __reduce__(self) -> tuple[type[PriorArt], tuple[Table]]:
        return PriorArt, (self._table,)  # what was kept can't be sent to a worker, and needn't

    def find(self, facets: Facets, as_of: date, *, subject: str = "") -> tuple[Evidence, ...]:
        """As `prior_art`."""
        asked = Facets(
            organization=facets.organization,
            openness=facets.openness,
            kind=facets.kind,
            traits=facets.traits,
        )
        return self._answers(asked, as_of, subject)

    def _find(self, facets: Facets, as_of: date, subject: str) -> tuple[Evidence, ...]:
        """Go down the class from the top, as far as needed to be sure of the best.

        A release's weight is at most its `most`, halved for its age, and the class is sorted by
        that: what follows can't come before what has been found.
        """
        praised = release_of(self._table, subject)
        ranked = self._ranked(facets.openness, facets.kind)
        count = _FIRST
        while True:
            scored = [
                (_weight(one.member, facets, praised, as_of), one.member)
                for one in ranked[:count]
                if one.day <= as_of and not _own(self._table, one.member.release, facets, praised)
            ]
            scored.sort(key=_order)
            shown = _spread(scored)
            left = ranked[count].most * _fresh(as_of, _EPOCH) if count < len(ranked) else 0.0
            if count >= len(ranked) or (len(shown) == SHOWN and shown[-1][0] > left):
                return tuple(record(member, "prior_art") for _, member in shown)
            count *= 4

    def _rank(self, openness: str, kind: str) -> list[_Ranked]:
        """All of a class, the weightiest first as far as age and the facets asked for allow."""
        broad = _broad(openness, kind)
        members = (_ranked(release, broad, openness) for release in self._table)
        return sorted((one for one in members if one), key=lambda one: -one.most)


@dataclass(frozen=True, slots=True)
class _Ranked:
    """A comparison, the day from which it counts, and the most it can weigh on `_EPOCH`."""

    member: Member
    day: date
    most: float


def _ranked(release: Release, broad: Facets, openness: str) -> _Ranked | None:
    """Release as a comparison, or None where it is something else."""
    found = match(release, broad)  # first, since most releases are something else
    if found.fit < Fit.LOOSE:
        return None
    event = counted_event(release, openness)
    if event is None:
        return None
    member = Member(release, found, event)
    # A hair more than the weight can be, so that rounding never hides a release.
    most = _fame(release) * _likeness(member) * 1.000001 / _fresh(release.earliest, _EPOCH)
    return _Ranked(member, latest(event.date), most)


def _own(table: Table, release: Release, facets: Facets, praised: Release | None) -> bool:
    if facets.organization and made_by(release, facets.organization):
        return True
    if praised is None:
        return False
    return same_maker(release, praised) or is_subject(table, release, praised)


def _broad(openness: str, kind: str) -> Facets:
    """Kind and openness: what makes releases comparable whoever made them."""
    wide = openness in ("open-source", "permissive", "fully-open")
    return Facets(openness="open" if wide else openness, kind=kind)


def _weight(member: Member, facets: Facets, praised: Release | None, as_of: date) -> float:
    close = _likeness(member) * _closeness(member.release, facets, praised)
    return _fame(member.release) * close * _fresh(as_of, member.release.earliest)


def _fame(release: Release) -> int:
    return min(release.prominence, WELL_KNOWN)


def _fresh(as_of: date, day: date) -> float:
    """1 for news, and half of it for each half-life since."""
    fresh: float = 0.5 ** (max(0, (as_of - day).days) / HALF_LIFE)
    return fresh


def _likeness(member: Member) -> float:
    """1 for a whole model that is surely of the class, less for others."""
    release = member.release
    alike = 1.0 if member.match.fit is Fit.SURE else 0.6
    if release.purpose in ("task", "component") and release.kind in ("llm", "vlm", "code-llm"):
        alike *= 0.4
    return alike * (0.5 if "fine-tune" in release.traits else 1.0)


def _closeness(release: Release, facets: Facets, praised: Release | None) -> float:
    """1 for a release like the one asked about, less for each way in which it differs."""
    shared = [trait for trait in facets.traits if trait in release.traits]
    close: float = 0.6 ** (len(facets.traits) - len(shared))
    if praised is not None:
        close *= 1.0 if praised.kind == release.kind else 0.5
    elif facets.kind in ANY_KIND:
        close *= {"llm": 1.0, "vlm": 0.7, "code-llm": 0.7}.get(release.kind, 0.5)
    return close


def _order(pair: tuple[float, Member]) -> tuple[float, str]:
    return -pair[0], pair[1].release.id


def _spread(scored: list[tuple[float, Member]]) -> list[tuple[float, Member]]:
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
    chosen.sort(key=_order)
    return chosen[:SHOWN]
