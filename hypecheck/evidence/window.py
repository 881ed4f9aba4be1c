"""The stretch of time that a claim speaks of, and the subject that ends it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypecheck.dates import earliest, latest
from hypecheck.evidence.fits import Fit
from hypecheck.evidence.makers import made_by, maker_named
from hypecheck.evidence.matching import matching
from hypecheck.evidence.relatives import (
    Table,
    first_day,
    is_preview_of,
    is_stage,
    is_subject,
    last_day,
    release_of,
)
from hypecheck.types import Claim, Facets, Release

UPCOMING = re.compile(
    r"(?i)\b(?:upcoming|forthcoming|coming|planned|promised|will|next(?!-)|future|soon|plans?)\b"
)
#: A launch that a text reports without a name the table knows lies at most so far back.
NEWS = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Window:
    """What is compared, from when and until when.

    Attributes
    ----------
    start : date or None
        Members count from the day after; None means from the beginning.
    soft_start : date or None
        Members up to here count only under one reading of the anchor (its last stage).
    end : date
        Members count up to the day before; on this day too where the subject is `upcoming`.
    subject : Release or None
        The release the claim is about.
    maker : str
        The organisation the claim is about, where the subject is one.
    upcoming : bool
        The subject was not out yet on the as-of day, or isn't known.
    unnamed : bool
        Neither a release nor a maker is known as the subject.
    """

    start: date | None
    soft_start: date | None
    end: date
    subject: Release | None
    anchor: Release | None
    maker: str
    upcoming: bool
    unnamed: bool

    def holds(self, day: str, as_of: date) -> bool:
        """Tell whether something of a day, month or year may count, as far as its date goes.

        A month that isn't over on the as-of day may hold it before that day or after.
        """
        first, last = earliest(day), latest(day)
        if first > as_of or (self.start is not None and last <= self.start):
            return False
        return self.upcoming or first < self.end

    def own(self, table: Table, release: Release) -> bool:
        """Tell whether a release is the claim's own subject or anchor in some form."""
        if self.subject is not None and is_subject(table, release, self.subject):
            return True
        if self.anchor is not None and is_stage(table, release, self.anchor):
            return True
        return bool(self.maker) and made_by(release, self.maker)


def read_window(claim: Claim, as_of: date, table: Table) -> Window:
    """Window of a claim as of a day."""
    anchor = release_of(table, claim.anchor)
    subject = release_of(table, claim.subject)
    if subject is not None and anchor is not None and subject.id == anchor.id:
        subject = None
    if subject is None and claim.facets.organization and claim.quantifier not in ("absence", "gap"):
        subject = _own_first(claim, table)
    start, soft = _start(claim, anchor, table)
    maker = "" if subject else _maker(claim, table)
    day = _subject_day(claim, subject, maker, table)
    if day is not None and start is not None and day <= start:
        day, subject = None, None
    upcoming = day is None or day > as_of
    end = as_of if day is None or upcoming else day
    unnamed = subject is None and not maker
    return Window(start, soft, end, subject, anchor, maker, upcoming, unnamed)


def says_upcoming(claim: Claim) -> bool:
    """Tell whether the claim's words put its subject in the future."""
    return bool(UPCOMING.search(claim.subject_text))


def _start(claim: Claim, anchor: Release | None, table: Table) -> tuple[date | None, date | None]:
    stated = latest(claim.since) if claim.since else None
    if anchor is None:
        return stated, stated
    same_maker = matching(Facets(organization=anchor.organization))
    stages = [
        release
        for release in same_maker.among(table)
        if release.organization == anchor.organization and is_stage(table, release, anchor)
    ]
    openness = claim.facets.openness
    days = [day for day in (last_day(stage, openness) for stage in stages) if day]
    days = days or [anchor.latest]
    first = last_day(anchor, openness) or min(days)
    if stated and not claim.since.startswith(str(first.year)):
        return max(first, stated), max(*days, stated)
    return first, max(days)


def _subject_day(claim: Claim, subject: Release | None, maker: str, table: Table) -> date | None:
    openness = claim.facets.openness
    if subject is not None:
        own = first_day(subject, openness) or earliest(subject.date)
        return min([own, *_previews(claim, subject, table)])
    if not maker:
        return None
    fits = matching(claim.facets)
    days = [
        day
        for release in fits.among(table)
        if made_by(release, maker)
        and fits(release).fit is Fit.SURE
        and (day := first_day(release, openness)) is not None
    ]
    return min(days, default=None)


def _previews(claim: Claim, subject: Release, table: Table) -> list[date]:
    """Days of the subject's own previews in the class: "o1" was out as "o1-preview"."""
    openness = claim.facets.openness
    fits = matching(claim.facets)
    days = [
        first_day(release, openness)
        for release in fits.among(table)
        if is_preview_of(release, subject) and fits(release).fit is Fit.SURE
    ]
    return [day for day in days if day is not None]


def _maker(claim: Claim, table: Table) -> str:
    """Maker that the claim is about, as the table spells it, or ""."""
    if not claim.subject_text or claim.facets.organization:
        return ""
    named = maker_named(claim.subject_text)
    known = {claim.subject_text, named} - {""}
    return next((r.organization for r in table if r.organization in known), "")


def _own_first(claim: Claim, table: Table) -> Release | None:
    """Subject of "its own first": the maker's earliest release in the class."""
    own = maker_named(claim.subject_text) if claim.subject_text else ""
    return first_of_maker(claim, table) if own == claim.facets.organization else None


def first_of_maker(claim: Claim, table: Table) -> Release | None:
    """Earliest release in the claim's class from the maker that the claim is about, or None."""
    maker = maker_named(claim.subject_text) if claim.subject_text else ""
    fits = matching(claim.facets)
    dated = [
        (day, release.id, release)
        for release in fits.among(table)
        if maker
        and made_by(release, maker)
        and fits(release).fit is Fit.SURE
        and (day := first_day(release, claim.facets.openness)) is not None
    ]
    return min(dated)[2] if dated else None


def news_day(as_of: date) -> date:
    """Day before which a release can't be the unnamed news of a text."""
    return as_of - NEWS


def bound_to_maker(claim: Claim, table: Table) -> Claim:
    """Claim of what a maker has not done, with the maker in its class."""
    maker = "" if claim.subject else _maker(claim, table)
    if claim.quantifier not in ("absence", "gap") or not maker:
        return claim
    return replace(claim, facets=replace(claim.facets, organization=maker), subject_text="")
