"""Releases by facet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from hypecheck.dates import as_day, earliest, latest
from hypecheck.types import Event, Release

#: Openness that a search for "open" takes.
OPEN = frozenset(["open-weights", "open-source"])

#: Kinds of language models, which are vision-language models too if they take pictures.
TALKING = frozenset(["llm", "code-llm"])


def admits(event: Event, as_of: date | str) -> bool:
    """Tell whether an event had surely happened by a day: its latest day isn't after it."""
    return latest(event.date) <= as_day(as_of)


@dataclass(frozen=True, slots=True)
class Query:
    """Facets that a release must have; an empty one takes any release.

    Attributes
    ----------
    makers, countries : frozenset of str
        One of them suffices.
    kinds, openness : frozenset of str
        One of them suffices.
    words : tuple of str
        All must stand in id, name, aliases, family or organisation.
    """

    makers: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    openness: frozenset[str] = frozenset()
    purpose: str = ""
    traits: frozenset[str] = frozenset()
    family: str = ""
    min_parameters: int | None = None
    max_parameters: int | None = None
    since: date | None = None
    until: date | None = None
    words: tuple[str, ...] = ()

    def takes(self, release: Release, homes: Collection[str]) -> bool:
        """Tell whether a release has every facet.

        Parameters
        ----------
        homes : collection of str
            Countries from which the release can be said to come.
        """
        return (
            self._is_by(release, homes)
            and self._is_such(release)
            and self._is_sized(release)
            and self._is_dated(release)
            and self._says(release)
        )

    def _is_by(self, release: Release, homes: Collection[str]) -> bool:
        if self.countries and self.countries.isdisjoint(homes):
            return False
        makers = [release.organization, *release.organization.split(" / ")]
        return not self.makers or not self.makers.isdisjoint(makers)

    def _is_such(self, release: Release) -> bool:
        return (
            self._is_of_kind(release)
            and (not self.openness or release.openness in self.openness)
            and (not self.purpose or release.purpose == self.purpose)
            and (not self.family or release.family == self.family)
            and self.traits.issubset(release.traits)
        )

    def _is_of_kind(self, release: Release) -> bool:
        """Tell whether its kind is asked for; a language model that takes pictures is a vlm too."""
        if not self.kinds or release.kind in self.kinds:
            return True
        return "vlm" in self.kinds and release.kind in TALKING and "image" in release.inputs

    def _is_sized(self, release: Release) -> bool:
        size, low, high = release.parameters, self.min_parameters, self.max_parameters
        if low is None and high is None:
            return True
        return size is not None and (low is None or size >= low) and (high is None or size <= high)

    def _is_dated(self, release: Release) -> bool:
        if self.since is not None and release.earliest < self.since:
            return False
        return self.until is None or release.latest <= self.until

    def _says(self, release: Release) -> bool:
        if not self.words:
            return True
        fields = (release.id, release.name, *release.aliases, release.family, release.organization)
        said = " ".join(fields).lower()
        return all(word in said for word in self.words)


def choices(value: str | Collection[str] | None) -> frozenset[str]:
    """One choice, several, or none, as a set; "open" stands for both kinds of open weights.

    Examples
    --------
    >>> sorted(choices("open"))
    ['open-source', 'open-weights']
    """
    if value is None:
        return frozenset()
    chosen = frozenset([value]) if isinstance(value, str) else frozenset(value)
    return (chosen - {"open"}) | OPEN if "open" in chosen else chosen


def first_day(value: date | str | None) -> date | None:
    """First day of a partial date; None stays None."""
    return earliest(value) if isinstance(value, str) else value
