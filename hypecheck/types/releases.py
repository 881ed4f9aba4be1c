"""Model releases and what they are evidence of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from typing import Literal

from hypecheck.dates import earliest, latest

Relation = Literal["counterexample", "prior_art", "support"]


@dataclass(frozen=True, slots=True)
class Event:
    """One dated thing that happened to a release.

    Attributes
    ----------
    kind : str
        "announced", "paper", "api", "weights", "licence" or "withdrawn".
    date : str
        ISO text, "YYYY[-MM[-DD]]".
    sources : tuple of str
        Addresses of the originals, each with the copy that was read behind it, if it was one.
    """

    kind: str
    date: str
    sources: tuple[str, ...] = ()

    @property
    def precision(self) -> str:
        """One of "year", "month" and "day"."""
        return ("year", "month", "day")[self.date.count("-")]


@dataclass(frozen=True, slots=True)
class Release:
    """One model release, as news names it.

    Attributes
    ----------
    date : str
        First public event, "YYYY[-MM[-DD]]".
    openness : str
        "open-source", "open-weights", "api", "closed" or "unknown".
    kind : str
        What the model does: "llm", "asr", "text-to-image" …
    purpose : str
        "general", "task" (built for one task), "component" (part of a model) or "unknown".
    traits : tuple of str
        "reasoning", "moe", "multilingual", "code" …
    parameters, active_parameters : int or None
        Largest member, in parameters.
    context_tokens : int or None
        Longest documented input, in tokens.
    terms : str
        "unrestricted", "restricted-use", "non-commercial" or "".
    prominence : int
        How widely known: number of independent source families that list it.
    confidence : str
        "high", "medium" or "low": how far the dates can be trusted.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    family: str = ""
    organization: str = ""
    country: str = ""
    date: str = ""
    events: tuple[Event, ...] = ()
    openness: str = "unknown"
    kind: str = "other"
    purpose: str = "unknown"
    traits: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...] = ()
    parameters: int | None = None
    active_parameters: int | None = None
    context_tokens: int | None = None
    licence: str = ""
    terms: str = ""
    prominence: int = 1
    confidence: str = "medium"
    sources: tuple[str, ...] = ()
    note: str = ""

    @property
    def date_precision(self) -> str:
        """One of "year", "month" and "day"."""
        return ("year", "month", "day")[self.date.count("-")]

    @property
    def earliest(self) -> Date:
        """First day the release can have happened on."""
        return earliest(self.date)

    @property
    def latest(self) -> Date:
        """Last day the release can have happened on."""
        return latest(self.date)

    def event(self, kind: str) -> Event | None:
        """First event of that kind, or None."""
        return next((event for event in self.events if event.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A release that speaks for or against a span, with the event that counts.

    Attributes
    ----------
    date : str
        The event's date, never after the claim's as-of.
    source : str
        Where to read that first: the maker's own page, else the original publisher's.
    """

    release: Release
    relation: Relation
    event: str
    date: str
    rationale: str = ""
    source: str = ""
