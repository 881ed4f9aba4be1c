"""How surely a release belongs to the class that a claim speaks of.

The answer has four steps, because a release table is neither complete nor free of choices: a
release is in the class, it is in the class under a wide reading of a word ("language model" for a
vision-language model), the table lacks the fact, or it is outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from weakref import WeakKeyDictionary

from hypecheck.dates import latest
from hypecheck.evidence.bounds import size_steps
from hypecheck.evidence.fits import (
    Fit,
    country_step,
    family_step,
    licence_step,
    openness_step,
    purpose_step,
    trait_step,
    whole_step,
)
from hypecheck.evidence.kinds import ANY_KIND, KIND_WORDS, beside_the_point, kind_step
from hypecheck.evidence.makers import made_by, made_by_owner
from hypecheck.types import Event, Facets, Release


@dataclass(frozen=True, slots=True)
class Match:
    """How a release fits a class.

    Attributes
    ----------
    fit : Fit
        The weakest of all facets.
    doubts : tuple of (str, Fit, str)
        Facet, step and words for every facet that isn't sure.
    """

    fit: Fit
    doubts: tuple[tuple[str, Fit, str], ...] = ()

    @property
    def words(self) -> str:
        """The doubts in words."""
        return "; ".join(dict.fromkeys(words for _, _, words in self.doubts))


#: A release outside the class; why is asked of the claim's own subject only, by `steps`.
_NO = Match(Fit.NO)
#: Releases of several tables whose fit is kept for a class.
_MOST_KNOWN = 20_000


class Matching:
    """`match` for one class, which a check asks of the whole table some thirty times.

    What it found is kept by the release itself, since a table with another date for a release
    holds another one under the same name.

    Parameters
    ----------
    facets : Facets
    widened : frozenset of str
        As for `match`.
    """

    def __init__(self, facets: Facets, widened: frozenset[str] = frozenset()) -> None:
        self.facets, self.widened = facets, widened
        self._known: dict[int, tuple[Release, Match]] = {}
        self._tables: WeakKeyDictionary[Iterable[Release], list[Release]] = WeakKeyDictionary()

    def __call__(self, release: Release) -> Match:
        """How surely a release belongs to the class."""
        known = self._known.get(id(release))
        if known is not None and known[0] is release:
            return known[1]
        found = self._match(release)
        if found is not _NO:  # most are outside, and `among` leaves those out
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            self._known[id(release)] = (release, found)
        return found

    def among(self, table: Iterable[Release]) -> list[Release]:
        """Releases of a table but for those outside the class, in its order.

        Parameters
        ----------
        table : iterable of Release
            One with an attribute ``origin`` stands for another one and what differs from it.
        """
        no_changes: Mapping[str, Release | None] = {}
        base, changes = getattr(table, "origin", (table, no_changes))
        try:
            inside = self._tables.get(base)
        except TypeError:  # a list: it may change, and can't be kept by what it is
            inside = self._inside(base)
        if inside is None:
            inside = self._tables[base] = self._inside(base)
        if not changes:
            return inside
        changed = (changes.get(one.id, one) for one in inside)
        return [one for one in changed if one is not None]

    def _inside(self, table: Iterable[Release]) -> list[Release]:
        return [one for one in table if self(one).fit is not Fit.NO]

    def _match(self, release: Release) -> Match:
        found = match(release, self.facets, self.widened)
        return _NO if found.fit is Fit.NO else found


@lru_cache(maxsize=64)
def matching(facets: Facets, widened: frozenset[str] = frozenset()) -> Matching:
    """The `Matching` of a class, kept for the last classes asked for."""
    return Matching(facets, widened)


def match(release: Release, facets: Facets, widened: frozenset[str] = frozenset()) -> Match:
    """How surely `release` belongs to the class; the first facet that it lacks ends the look.

    Parameters
    ----------
    widened : frozenset of str
        Facets that are read widely because the claim's own subject needs it: a loose fit there
        is a sure one.
    """
    doubts = []
    lowest = Fit.SURE
    for name, step, words in steps(release, facets):
        if step is Fit.SURE or (step is Fit.LOOSE and name in widened):
            continue
        if step is Fit.NO:
            return Match(step, ((name, step, words),))
        doubts.append((name, step, words))
        lowest = min(lowest, step)
    return Match(lowest, tuple(doubts))


def steps(release: Release, facets: Facets) -> Iterator[tuple[str, Fit, str]]:
    """Yield facet, step and doubt in words, the facets that decide most first."""
    if facets.organization and not made_by(release, facets.organization):
        owned = made_by_owner(release, facets.organization)
        words = f"it counts only if what stands under {release.organization} counts"
        yield "organization", *((Fit.LOOSE, words) if owned else (Fit.NO, "another maker"))
    yield "kind", *kind_step(release, facets.kind)
    if facets.openness:
        yield "openness", *openness_step(release, facets.openness)
    if facets.country:
        yield "country", *country_step(release, facets.country)
    if facets.family:
        yield "family", *family_step(release, facets.family)
    for trait in facets.traits:
        fit, words = trait_step(release, trait)
        if fit is Fit.SURE and facets.kind in ANY_KIND and beside_the_point(release, trait):
            fit, words = Fit.LOOSE, f"it counts only if {KIND_WORDS.get(release.kind, 'it')} counts"
        yield "trait", fit, words
    yield from size_steps(release, facets)
    if facets.licence:
        yield "licence", *licence_step(release, facets.licence)
    if facets.purpose:
        yield "purpose", *purpose_step(release, facets.purpose)
    else:
        yield "purpose", *whole_step(release, facets.kind)


def counted_event(release: Release, openness: str) -> Event | None:
    """Event from which a release counts for a class: weights for "open", else the first one."""
    if openness in ("open", "open-source", "permissive", "fully-open"):
        return release.event("weights")
    if openness == "api" and release.event("api") is not None:
        return release.event("api")
    # A paper may come before the release's own day: the method was out, not the model.
    first = release.earliest if release.date else date.min
    public = [
        event
        for event in release.events
        if event.kind not in ("withdrawn", "licence") and latest(event.date) >= first
    ]
    # What is dated to a month proves less than what is dated to a day of it.
    return min(public, key=lambda event: (latest(event.date), event.date), default=None)
