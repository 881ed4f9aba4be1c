"""What became of an archive's claims: checked again on a later day, or by a later table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from hypecheck.dates import as_day, earliest, latest
from hypecheck.errors import InputError
from hypecheck.evidence import ReleaseDB, ReleaseVerifier
from hypecheck.types import Claim, Evidence, HypeSpan, Report, Turn, Verdict

#: Claims of what is so on the day they are made, which a later release can end. The others
#: ("first", "second", "in five years") speak of the past: only a corrected table changes them.
_LASTING = frozenset(["absence", "only", "largest", "smallest", "longest-context"])
_WORDS: dict[Verdict, str] = {"SUPPORTED": "true", "REFUTED": "false", "NOT_ENOUGH_INFO": "open"}


@dataclass(frozen=True, slots=True)
class Replayed:
    """One claim of a report, as it was and as it is.

    Attributes
    ----------
    report : str or None
        Id of the report.
    claim : Claim
        As the report has it.
    turn : Turn
        The second look.
    """

    report: str | None
    claim: Claim
    turn: Turn

    @property
    def was(self) -> Verdict | None:
        """Verdict in the report."""
        return self.claim.verdict

    @property
    def now(self) -> Verdict:
        """Verdict of the second look."""
        return self.turn.verdict

    @property
    def flipped(self) -> bool:
        """Whether the two differ."""
        return self.turn.flipped


def replay(
    reports: Iterable[Report],
    db: ReleaseDB | None = None,
    *,
    as_of: date | str | None = None,
) -> Iterator[Replayed]:
    """Every checked claim of some reports with its verdict today and the day it turned, lazily.

    Parameters
    ----------
    reports : iterable of Report
    db : ReleaseDB, optional
        Table to check against; by default the package's. A newer one also shows which verdicts
        were due to facts that have been corrected since.
    as_of : date or str, optional
        Day of the second look, by default today. A report from after it is checked as of its own.

    Yields
    ------
    Replayed

    Raises
    ------
    InputError
        `as_of` is no date, or something among the reports is no report.

    Examples
    --------
    >>> from hypecheck import check
    >>> report = check("xAI has never released the weights of a model.", as_of="2024-02-01")
    >>> one, = replay([report], as_of="2024-06-01")
    >>> one.was, one.now, one.turn.words
    ('SUPPORTED', 'REFUTED', 'true when published; false since 2024-03-17')
    """
    day = date.today() if as_of is None else as_day(as_of)
    table = ReleaseDB.load() if db is None else db
    looks = _Looks(table, day)
    for report in reports:
        if not isinstance(report, Report):
            raise InputError(
                f"A report is a {type(report).__name__}. Allowed: what check() or"
                " score_articles() gave, or Report.from_dict of a saved one."
            )
        for claim in report.claims:
            if claim.verdict is not None:
                yield Replayed(report.id, claim, looks.turn(claim, as_day(report.as_of)))


def with_today(
    report: Report, db: ReleaseDB | None = None, *, as_of: date | str | None = None
) -> Report:
    """Copy of a report whose claims, those of its spans too, say what they are on a later day."""
    seen = replay([report], db, as_of=as_of)
    renewed = {one.claim: replace(one.claim, today=one.turn) for one in seen}
    return replace(
        report,
        claims=tuple(renewed.get(claim, claim) for claim in report.claims),
        spans=tuple(_renewed(span, renewed) for span in report.spans),
    )


def _renewed(span: HypeSpan, renewed: dict[Claim, Claim]) -> HypeSpan:
    if span.claim is None:
        return span
    return replace(span, claim=renewed.get(span.claim, span.claim))


@dataclass(frozen=True, slots=True)
class _Seen:
    """One claim on the day it was made and on a later one."""

    then: Verdict
    now: Verdict
    reason: str
    turned: tuple[Evidence, ...] = ()
    fixed: bool = False
    held_until: str = ""


class _Looks:
    """Second looks at claims, all by one table on one day."""

    def __init__(self, table: ReleaseDB, day: date) -> None:
        self._verifier = ReleaseVerifier(table)
        self._end = as_day(table.snapshot)
        self._day = day

    def turn(self, claim: Claim, said: date) -> Turn:
        """What a claim made on the day `said` is now."""
        day = max(said, self._day)
        seen = self._see(_unbound(claim, said), said, day)
        return Turn(
            as_of=day.isoformat(),
            verdict=seen.now,
            reason=seen.reason,
            since=seen.turned[0].date if seen.turned else "",
            evidence=seen.turned,
            words=_words(claim.verdict, seen, day),
            flipped=seen.now != claim.verdict,
        )

    def _see(self, claim: Claim, said: date, day: date) -> _Seen:
        then = self._verifier.verify(claim, said)
        before = _verdict(then)
        if claim.quantifier not in _LASTING or claim.as_of:
            return _Seen(before, before, then.reason, fixed=True)
        later = self._verifier.verify(claim, day, said=said)
        now = _verdict(later)
        turned = _turned(later, said) if now == "REFUTED" != before else ()
        beyond = before == "SUPPORTED" and now == "NOT_ENOUGH_INFO" and said < self._end < day
        held = self._held(claim, said) if beyond else ""
        return _Seen(before, now, later.reason, turned, held_until=held)

    def _held(self, claim: Claim, said: date) -> str:
        """Last day of the table, where the claim holds until then."""
        last = self._verifier.verify(claim, self._end, said=said)
        return self._end.isoformat() if last.verdict == "SUPPORTED" else ""


def _unbound(claim: Claim, said: date) -> Claim:
    """Claim without its old day, except where that is the end of the time it speaks of."""
    ended = bool(claim.as_of) and as_day(claim.as_of) < said
    return replace(claim, as_of=claim.as_of if ended else "")


def _turned(later: Claim, said: date) -> tuple[Evidence, ...]:
    """Counterexamples from after the day of the claim, the earliest first."""
    against = [
        item
        for item in later.evidence
        if item.relation == "counterexample" and latest(item.date) > said
    ]
    return tuple(sorted(against, key=lambda item: earliest(item.date)))


def _words(recorded: Verdict | None, seen: _Seen, day: date) -> str:
    """One line on what became of a claim."""
    line = f"{_WORDS[seen.then]} when published{_rest(seen, day)}"
    if recorded is None or recorded == seen.then:
        return line
    return f"{_WORDS[recorded]} by the table of then; by the present one {line}"


def _rest(seen: _Seen, day: date) -> str:
    if seen.held_until:
        return f", and still on {seen.held_until}, where the table ends"
    if seen.fixed:
        return ", which later releases can't change"
    if seen.now == seen.then:
        return f", and still on {day}"
    since = f"since {seen.turned[0].date}" if seen.turned else f"on {day}"
    return f"; {_WORDS[seen.now]} {since}"


def _verdict(claim: Claim) -> Verdict:
    return claim.verdict or "NOT_ENOUGH_INFO"
