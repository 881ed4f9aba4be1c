"""Verdicts on checkable claims from a release table."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypecheck.dates import as_day
from hypecheck.evidence.counting import check_nth
from hypecheck.evidence.disputed import cases
from hypecheck.evidence.findings import Finding, beyond
from hypecheck.evidence.prior_art import PriorArt
from hypecheck.evidence.priority import check_only, check_priority
from hypecheck.evidence.relatives import Table, last_day, release_of
from hypecheck.evidence.restate import restatements
from hypecheck.evidence.setting import Setting
from hypecheck.evidence.sizes import check_size
from hypecheck.evidence.smallest import check_smallest
from hypecheck.evidence.window import bound_to_maker
from hypecheck.types import Claim, Evidence, Facets, Restatement

#: Why a quantifier can't be decided from release facts.
BEYOND = {
    "quality": "this is a claim about quality, and the table has dates, sizes and licences only",
    "among": "'one of the first' and 'one of the largest' have no sharp limit",
}


class ReleaseVerifier:
    """Checks claims against a release table, as of a day.

    A claim is refuted by a release that is surely in its class and surely in its window; it is
    supported only where none is listed and the table is complete enough to say so. False
    accusations cost most, so everything in between is NOT_ENOUGH_INFO with a reason.

    Parameters
    ----------
    db : Table
        Releases to check against, such as a `ReleaseDB`.
    end : date or str, optional
        Last day that the table covers; by default its snapshot.

    Examples
    --------
    >>> from hypecheck.evidence.releases import ReleaseDB
    >>> from hypecheck.types import Claim, Facets
    >>> facets = Facets(organization="OpenAI", openness="open", kind="model")
    >>> claim = Claim("first open-weight model since GPT-2", 0, 35, "first",
    ...               facets=facets, anchor="gpt-2")
    >>> ReleaseVerifier(ReleaseDB.load()).verify(claim, as_day("2025-04-03")).verdict
    'REFUTED'
    """

    def __init__(self, db: Table, *, end: date | str | None = None) -> None:
        self._db = db
        self._prior_art = PriorArt(db)
        self._end = as_day(end if end is not None else db.snapshot)

    def verify(self, claim: Claim, as_of: date, *, said: date | None = None) -> Claim:
        """Copy of the claim with verdict, robustness, reason and evidence.

        Parameters
        ----------
        as_of : date
            Nothing that happened after this day is used. A claim whose own ``as_of`` lies before
            speaks of a time that ended then ("in all of 2024"), and is checked as of its end.
        said : date, optional
            Day on which the claim was made, where that is another day than `as_of`.
        """
        day = _period_end(claim, as_day(as_of))
        finding = self._weighed(self._find(claim, day, said), claim, day, said)
        anchor_name, anchor_date = self._anchor(claim)
        return replace(
            claim,
            as_of=day.isoformat(),
            verdict=finding.verdict,
            robustness=finding.robustness,
            reason=finding.reason,
            evidence=finding.evidence,
            anchor_name=anchor_name,
            anchor_date=anchor_date,
        )

    def _anchor(self, claim: Claim) -> tuple[str, str]:
        """Name and day of the anchor release, for those who draw or print the claim."""
        anchor = release_of(self._db, claim.anchor)
        if anchor is None:
            return "", ""
        day = last_day(anchor, claim.facets.openness) or anchor.earliest
        return anchor.name, day.isoformat()

    def prior_art(self, facets: Facets, as_of: date, *, subject: str = "") -> tuple[Evidence, ...]:
        """Releases of other makers that compare, from before `as_of`, best known first."""
        return self._prior_art.find(facets, as_of, subject=subject)

    def restatements(self, claim: Claim, as_of: date) -> list[Restatement]:
        """Wordings near the claim that the table supports, the most general first."""
        return restatements(self._db, claim, _period_end(claim, as_day(as_of)), self._find)

    def _find(self, claim: Claim, as_of: date, said: date | None = None) -> Finding:
        if claim.quantifier in BEYOND:
            return self._abstain(claim, as_of, BEYOND[claim.quantifier])
        if claim.facets.undecided:
            return self._abstain(claim, as_of, beyond(claim.facets))
        if claim.facets == Facets():
            return self._abstain(claim, as_of, "the claim doesn't say which kind of model it means")
        finding = self._check(self._setting(self._db, claim, as_of, said))
        if finding.verdict == "NOT_ENOUGH_INFO" and not finding.evidence:
            return replace(finding, evidence=self._nearby(claim, as_of))
        return finding

    def _setting(self, table: Table, claim: Claim, as_of: date, said: date | None) -> Setting:
        return Setting(table, bound_to_maker(claim, table), as_of, self._end, said)

    def _weighed(self, finding: Finding, claim: Claim, as_of: date, said: date | None) -> Finding:
        """Finding that says so where it turns on dates about which sources disagree."""
        if finding.verdict == "NOT_ENOUGH_INFO" or finding.robustness != "robust":
            return finding
        told = finding
        for case in cases(self._setting(self._db, claim, as_of, said), finding):
            other = self._check(self._setting(case.table, claim, as_of, said))
            if other.verdict != finding.verdict:
                told = case.tell(finding, other)
            if told.robustness == "date-sensitive":
                break
        return told

    def _check(self, setting: Setting) -> Finding:
        quantifier = setting.claim.quantifier
        if quantifier == "smallest":
            return check_smallest(setting)
        if quantifier in ("largest", "longest-context"):
            return check_size(setting)
        if quantifier == "only":
            return check_only(setting)
        if quantifier == "nth" and setting.claim.ordinal > 1:
            return check_nth(setting)
        return check_priority(setting)

    def _abstain(self, claim: Claim, as_of: date, reason: str) -> Finding:
        return Finding("NOT_ENOUGH_INFO", reason, "robust", self._nearby(claim, as_of))

    def _nearby(self, claim: Claim, as_of: date) -> tuple[Evidence, ...]:
        return self.prior_art(claim.facets, as_of, subject=claim.subject)


def _period_end(claim: Claim, as_of: date) -> date:
    """Last day that a claim speaks of: its own, where that lies before the reader's."""
    return min(as_day(claim.as_of), as_of) if claim.as_of else as_of
