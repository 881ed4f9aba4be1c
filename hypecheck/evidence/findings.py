"""What checking a claim came to, and the evidence records that show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hypecheck.evidence.members import Member, Pool, by_weight
from hypecheck.evidence.phrases import rationale
from hypecheck.evidence.publishers import first_of
from hypecheck.types import Evidence, Facets, Relation, Robustness, Verdict

#: Evidence records a claim carries at most.
MOST = 12
#: Well attested counterexamples beside which a single source's row adds nothing but risk.
ENOUGH_ATTESTED = 2
#: Releases that lack a fact and that only one source knows are no obstacle; this many are.
FEW_UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """Verdict with its grounds."""

    verdict: Verdict
    reason: str
    robustness: Robustness = "robust"
    evidence: tuple[Evidence, ...] = ()


def refuted(reason: str, members: Iterable[Member], robustness: Robustness = "robust") -> Finding:
    """REFUTED with its counterexamples."""
    return Finding("REFUTED", reason, robustness, records(members, "counterexample"))


def supported(reason: str, evidence: Iterable[Evidence] = ()) -> Finding:
    """SUPPORTED, whatever the dates' error and the reading of the words."""
    return Finding("SUPPORTED", reason, "robust", tuple(evidence)[:MOST])


def undecided(
    reason: str, members: Iterable[Member] = (), robustness: Robustness = "robust"
) -> Finding:
    """NOT_ENOUGH_INFO, with the releases that stand in the way."""
    return Finding("NOT_ENOUGH_INFO", reason, robustness, records(members, "counterexample"))


def records(members: Iterable[Member], relation: Relation) -> tuple[Evidence, ...]:
    """Evidence for members, weightiest first, at most `MOST`."""
    return tuple(record(member, relation) for member in shown(members))


def shown(members: Iterable[Member]) -> list[Member]:
    """Members fit to be shown: where enough are well attested, the others are left out."""
    ranked = list(members)
    attested = [member for member in ranked if member.attested]
    return by_weight(attested if len(attested) >= ENOUGH_ATTESTED else ranked)[:MOST]


def record(member: Member, relation: Relation, extra: str = "") -> Evidence:
    """One evidence record; the doubts of a member stand in its rationale."""
    line = rationale(member.release, member.event, extra or member.match.words)
    source = first_of(member.event.sources or member.release.sources)
    event = member.event
    return Evidence(member.release, relation, event.kind, event.date, line, source)


def names(members: Iterable[Member], most: int = 3) -> str:
    """Weightiest members by name and day: "Whisper (2022-09-21) and 11 more"."""
    ranked = by_weight(members)
    said = [f"{member.release.name} ({member.event.date})" for member in ranked[:most]]
    rest = len(ranked) - len(said)
    if rest:
        return f"{', '.join(said)} and {rest} more"
    return " and ".join(filter(None, [", ".join(said[:-1]), said[-1]])) if said else "none"


def beyond(facets: Facets) -> str:
    """Which words of a class the table can't express, as a reason."""
    words = ", ".join(f"'{word}'" for word in facets.undecided)
    return f"the table has no facet for {words}"


def doubt(pool: Pool) -> Finding | None:
    """Abstention over members that may count, or None where there are none."""
    if pool.near:
        reason = f"it turns on dates that are not exact enough: {names(pool.near)}"
        return undecided(reason, pool.near, "date-sensitive")
    if pool.loose:
        reason = f"it turns on what the words mean: {names(pool.loose)}; {_doubts(pool.loose)}"
        return undecided(reason, pool.loose, "definition-sensitive")
    unknown = [member for member in pool.unknown if len(member.match.doubts) == 1]
    known = [member for member in unknown if member.release.prominence > 1]
    if known or len(unknown) >= FEW_UNKNOWN:
        missing = known or unknown
        return undecided(f"the table lacks a fact on {names(missing)}: {_doubts(missing)}")
    return None


def _doubts(members: list[Member]) -> str:
    return by_weight(members)[0].match.words
