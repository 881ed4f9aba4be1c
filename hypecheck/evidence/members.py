"""The members of a claim's class inside its window, sorted by how much they prove."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from hypecheck.dates import earliest, latest
from hypecheck.evidence.fits import Fit
from hypecheck.evidence.matching import Match, counted_event, matching, steps
from hypecheck.evidence.relatives import Table
from hypecheck.evidence.window import Window
from hypecheck.types import Event, Facets, Release

#: Days by which a release may really be later than the table says. High: dated first-hand or by
#: sources that agree, right to about a week. Medium: one source, nine in ten within a month,
#: the usual error being the paper's date in place of the release's. Low: sources that differ by
#: months, or one that was entered by hand, which proves nothing at all.
MARGIN = {"high": 7, "medium": 30, "low": 150}
#: Against the as-of day the text itself bounds the error: it speaks of what was out.
AS_OF_MARGIN = {"high": 0, "medium": 10, "low": 150}
#: What a note says of a date that was taken from the paper: the release is real, only later.
PAPER_DAY = "date is that of the paper"


@dataclass(frozen=True, slots=True)
class Member:
    """A release of the class with the event that counts."""

    release: Release
    match: Match
    event: Event

    @property
    def attested(self) -> bool:
        """Whether a second source family or the maker's own pages know the release."""
        return self.release.prominence > 1 or self.release.confidence == "high"


@dataclass(slots=True)
class Pool:
    """Members by weight.

    Attributes
    ----------
    sure : list of Member
        In the class and in the window whatever the dates' error.
    near : list of Member
        In the class, but the order of events lies within the error of the dates.
    loose : list of Member
        In the class under a wide reading of a word.
    unknown : list of Member
        The table lacks a fact.
    """

    sure: list[Member] = field(default_factory=list)
    near: list[Member] = field(default_factory=list)
    loose: list[Member] = field(default_factory=list)
    unknown: list[Member] = field(default_factory=list)

    def drop(self, beside_the_point: Callable[[Member], bool]) -> None:
        """Take members out of every bin."""
        for members in (self.sure, self.near, self.loose, self.unknown):
            members[:] = [member for member in members if not beside_the_point(member)]

    def loosen(self, doubtful: Callable[[Member], bool]) -> None:
        """Take what is in the class under a wide reading only out of the sure and near ones."""
        for members in (self.sure, self.near):
            self.loose += [member for member in members if doubtful(member)]
            members[:] = [member for member in members if not doubtful(member)]

    def __bool__(self) -> bool:
        return bool(self.sure or self.near or self.loose or self.unknown)


def collect(
    table: Table, facets: Facets, window: Window, as_of: date, widened: frozenset[str]
) -> Pool:
    """Members of a class in a window, the claim's own subject and anchor left out."""
    pool = Pool()
    fits = matching(facets, widened)
    for release in fits.among(table):
        found = fits(release)
        if found.fit is Fit.NO or window.own(table, release):
            continue
        member = _member(release, found, facets.openness)
        where = _place(member, window, as_of) if member else None
        if member and where:
            _bin(pool, member, where).append(member)
    return pool


def _member(release: Release, found: Match, openness: str) -> Member | None:
    event = counted_event(release, openness)
    if event is None and found.fit is Fit.UNKNOWN:
        event = counted_event(release, "")
    return Member(release, found, event) if event else None


def _bin(pool: Pool, member: Member, where: str) -> list[Member]:
    if member.match.fit is Fit.UNKNOWN:
        return pool.unknown
    if member.match.fit is Fit.LOOSE:
        return pool.loose
    return pool.sure if where == "sure" else pool.near


def _place(member: Member, window: Window, as_of: date) -> str | None:
    """Bin of a member, or None for one outside the window."""
    if not window.holds(member.event.date, as_of):
        return None
    first, last = earliest(member.event.date), latest(member.event.date)
    confidence = member.release.confidence
    if window.upcoming:
        late = last + timedelta(AS_OF_MARGIN[confidence]) > as_of
    else:
        late = last + timedelta(MARGIN[confidence]) > window.end
    early = window.soft_start is not None and first <= window.soft_start
    paper = PAPER_DAY in member.release.note
    weak = confidence == "low" and not (member.attested or paper)
    return "near" if late or early or weak else "sure"


def widened_by(subject: Release | None, facets: Facets) -> frozenset[str]:
    """Facets on which the claim's own subject fits only loosely: the claim reads them widely."""
    if subject is None:
        return frozenset()
    return frozenset(name for name, step, _ in steps(subject, facets) if step is Fit.LOOSE)


def by_weight(members: Iterable[Member]) -> list[Member]:
    """Members in the order of evidence: the best known, the earliest, the latest, then the rest.

    Ties go to the later release.
    """
    ranked = sorted(
        members,
        key=lambda member: (-member.release.prominence, _reverse(member.event.date)),
    )
    if len(ranked) < 4:
        return ranked
    dated = sorted(ranked[1:], key=lambda member: member.event.date)
    heads = [ranked[0], dated[0], dated[-1]]
    return heads + [member for member in ranked if member not in heads]


def _reverse(day: str) -> tuple[int, ...]:
    return tuple(-int(part) for part in day.split("-"))
