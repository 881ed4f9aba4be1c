"""Claims of several texts that can't all be true, whether or not the table knows who is right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations

from hypecheck.claims.named import Named, read_named, same_name
from hypecheck.errors import InputError
from hypecheck.types import Claim, Facets, Report

#: Quantifiers of which one class has one holder for all time, and those with one at a time.
_ONCE = frozenset(["first", "gap", "nth", "only"])
_AT_A_TIME = frozenset(["largest", "smallest", "longest-context"])
#: A class that the table can't express needs words that say it is meant of the whole world.
_WORLDWIDE = re.compile(
    r"(?i)\bworld['’]?s\b|\bin the world\b|\bworldwide\b|\bever\b|\bto date\b|\bin history\b"
)
#: "The first model we have built" is the first of somebody.
_SOMEBODYS = re.compile(r"(?i)\b(?:we|it|they|i|he|she|our|its|their|his|her|my|for)\b")
_VAGUE = re.compile(r"(?i)\bof (?:its|their|this|the|that) (?:kind|type|sort)\b|\bones?\b")
_MAKER = re.compile(
    r"(?i)\b(?:compan(?:y|ies)|firms?|labs?|start-?ups?|makers?|developers?|vendors?|teams?)\b"
)
#: Words that say nothing of a class.
_EMPTY = re.compile(
    r"an?|the|of|in|on|to|and|or|by|with|from|for|that|which|is|was|are|ever|date|worlds?|history"
    r"|today|now|first|only|sole|very|largest|biggest|smallest|longest|second|third"
)
_LEAST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Party:
    """One claim of a collision.

    Attributes
    ----------
    report : str
        Id of the report, else its title, else its place among the reports ("#1").
    name : str
        Who or what the claim is about.
    """

    report: str
    name: str
    claim: Claim
    as_of: str


@dataclass(frozen=True, slots=True)
class Collision:
    """Claims to the same place that are about different subjects.

    Attributes
    ----------
    quantifier : str
    parties : tuple of Party
        In the order of their days.
    words : str
        The collision as a sentence.
    """

    quantifier: str
    parties: tuple[Party, ...]
    words: str


def collisions(reports: Iterable[Report]) -> list[Collision]:
    """Groups of priority claims that can't all be true, the largest group first.

    Two claims collide when they say "first", "only" or "largest" of the same class and time and
    are about different subjects. Neither has to be in the release table. What the writer rejects
    or only asks is no claim here, and a subject that isn't named is nobody's rival.

    Parameters
    ----------
    reports : iterable of Report

    Returns
    -------
    list of Collision

    Raises
    ------
    InputError
        Something among the reports is no report.

    Examples
    --------
    >>> from hypecheck import check
    >>> one = check("Zeta-1 is the first open-weight music model from Norway.", as_of="2025-01-05")
    >>> two = check("Fjord is the first open-weight music model from Norway.", as_of="2025-02-05")
    >>> [party.name for party in collisions([one, two])[0].parties]
    ['Zeta-1', 'Fjord']
    """
    groups: dict[tuple[object, ...], list[Party]] = {}
    for number, report in enumerate(reports, start=1):
        if not isinstance(report, Report):
            raise InputError(
                f"A report is a {type(report).__name__}. Allowed: what check() or"
                " score_articles() gave."
            )
        for claim in report.claims:
            key, party = _placed(report, number, claim)
            if party is not None:
                groups.setdefault(key, []).append(party)
    found = [_collision(parties) for parties in map(_rivals, groups.values()) if parties]
    return sorted(found, key=lambda one: -len(one.parties))


def _placed(report: Report, number: int, claim: Claim) -> tuple[tuple[object, ...], Party | None]:
    """Place that a claim is made to, and who makes it theirs; None where either is open."""
    if claim.quantifier not in _ONCE | _AT_A_TIME or claim.stance in ("rejected", "hedged"):
        return (), None
    before, after = _around(report, claim)
    named = read_named(before, after)
    name = named.name or claim.subject
    key = _place(claim, named, before, report.as_of)
    if not name or key is None:
        return (), None
    where = report.id or report.title or f"#{number}"
    return key, Party(where, name, claim, report.as_of)


def _around(report: Report, claim: Claim) -> tuple[str, str]:
    """Words of the claim's sentence on either side of it."""
    if claim.part == "title":
        text, start, end = report.title or "", 0, len(report.title or "")
    else:
        text, start, end = report.text, 0, len(report.text)
        if claim.sentence < len(report.sentences):
            sentence = report.sentences[claim.sentence]
            start, end = sentence.start_char, sentence.end_char
    return text[start : claim.start_char], text[claim.end_char : end]


def _place(claim: Claim, named: Named, before: str, day: str) -> tuple[object, ...] | None:
    """What a claim is first, only or largest of, or None where that isn't clear enough."""
    facets = replace(claim.facets, undecided=())
    owner = "" if facets.organization or facets.country else named.owner
    if owner is None or _VAGUE.search(claim.text) or _SOMEBODYS.search(claim.text):
        return None
    words: tuple[str, ...] = ()
    if [word for word in claim.facets.undecided if word.lower().split()[-1] != owner]:
        words = _content(claim.text)
        whole = _WORLDWIDE.search(f"{before[-16:]} {claim.text}")
        if not whole or len(words) < _LEAST_WORDS:
            return None
    elif not owner and replace(facets, kind="") == Facets() and facets.kind in ("", "model"):
        return None
    ends = claim.as_of if claim.as_of < day else ""
    makers = bool(_MAKER.search(claim.text))
    time = (claim.since, claim.anchor, ends)
    return (claim.quantifier, claim.ordinal, facets, words, owner, makers, time)


def _content(text: str) -> tuple[str, ...]:
    """Words that say what a class is, without their order."""
    found = re.findall(r"\w+(?:-\w+)*", text.lower().replace("'s", "").replace("’s", ""))
    return tuple(sorted({word for word in found if not _EMPTY.fullmatch(word)}))


def _rivals(parties: list[Party]) -> list[Party]:
    """Those of a group that stand against another one."""
    standing: set[int] = set()
    for one, other in combinations(range(len(parties)), 2):
        if _against(parties[one], parties[other], parties):
            standing |= {one, other}
    return [parties[number] for number in sorted(standing)]


def _against(one: Party, other: Party, parties: list[Party]) -> bool:
    if one.claim.subject and one.claim.subject == other.claim.subject:
        return False
    if same_name(one.name, other.name):
        return False
    if one.claim.quantifier in _ONCE:
        return True
    first, last = _reign(one, parties)
    begin, end = _reign(other, parties)
    return first <= end and begin <= last


def _reign(party: Party, parties: list[Party]) -> tuple[str, str]:
    """First and last day on which somebody gives a subject the place: in between it held it."""
    days = [other.as_of for other in parties if same_name(other.name, party.name)]
    return min(days), max(days)


def _collision(parties: list[Party]) -> Collision:
    ordered = tuple(sorted(parties, key=lambda party: party.as_of))
    names = list(dict.fromkeys(party.name for party in ordered))
    said = "; ".join(
        f"{party.name} in {party.report} ({party.as_of}, {_known(party.claim)})"
        for party in ordered
    )
    text = " ".join(ordered[0].claim.text.split())
    words = f"{len(names)} subjects are called the {text}, and one at most can be: {said}"
    return Collision(ordered[0].claim.quantifier, ordered, words)


def _known(claim: Claim) -> str:
    """What the table says of a claim."""
    if claim.verdict == "REFUTED":
        return "refuted by the table"
    return "supported by the table" if claim.verdict == "SUPPORTED" else "not known to the table"
