"""The nearest wordings of a claim that the table supports, the most general first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from hypecheck.evidence.findings import Finding
from hypecheck.evidence.fits import OPEN, Fit
from hypecheck.evidence.kinds import ANY_KIND
from hypecheck.evidence.matching import matching
from hypecheck.evidence.phrases import ADJECTIVES, OPENNESS, PEOPLES, class_words, number, plural
from hypecheck.evidence.relatives import Table, release_of
from hypecheck.evidence.window import first_of_maker
from hypecheck.types import Claim, Facets, Release, Restatement

#: Wordings offered: the best and two more.
OFFERED = 3
#: Facets that may be added before a claim is another claim.
MOST_ADDED = 3
#: Facets that make a sentence true and dull: they come last.
DRY = frozenset({"size", "licence"})
#: Later counterexamples that may come to light as the anchor moves.
MOST_MOVES = 4
#: Checks per claim, so that a text of many claims stays quick.
MOST_CHECKED = 24
#: Size limits that news speaks of.
ROUND_SIZES = tuple(base * 10**power for power in (9, 10, 11, 12) for base in (1, 2, 5))
#: Licences whose names are short enough for a headline.
PLAIN_LICENCE = re.compile(r"(?i)(apache)[ -]?2\.0|(mit)(?: license)?")

#: A claim's text that is a noun phrase and not a clause.
NOUN_PHRASE = re.compile(
    r"(?i)(?:very |world's |its |their |[\w.-]+'s )?(?:first|earliest|inaugural|debut|maiden"
    r"|only|sole|largest|biggest|heaviest|longest|second|third|fourth|fifth|sixth|seventh|eighth"
    r"|ninth|tenth)\b"
    r"(?! time)"
)
#: A claim's text that begins with its maker, however it is called there.
POSSESSIVE = re.compile(r"(?i)(?:the )?[\w. -]{2,40}?['’]s? ")

Check = Callable[[Claim, date], Finding]
Change = Callable[[Facets], Facets]


def restatements(table: Table, claim: Claim, as_of: date, check: Check) -> list[Restatement]:
    """Wordings near `claim` that hold, the most general first, at most three.

    Parameters
    ----------
    check : callable
        Gives the finding for a claim as of a day.
    """
    if claim.facets.undecided or claim.quantifier in ("quality", "among"):
        return []
    name = _name(table, claim.subject)
    found: list[tuple[frozenset[str], Restatement]] = []
    for added, facets in _walk(table, claim):
        if any(narrower <= added for narrower, _ in found):
            continue
        finding = check(replace(claim, facets=facets), as_of)
        if finding.verdict == "SUPPORTED" and finding.robustness == "robust":
            text = phrase(claim, facets, anchor=_anchor_name(table, claim), subject=name)
            wording = Restatement(text, facets, stretch=stretch(claim, facets))
            found.append((added, wording))
        if len(found) == OFFERED:
            break
    later = [] if len(found) == OFFERED else _since_the_last(claim, as_of, check, name)
    return [*(restatement for _, restatement in found), *later]


def _since_the_last(claim: Claim, as_of: date, check: Check, subject: str) -> list[Restatement]:
    """Anchor moved to the latest counterexample, and on to later ones that come to light then."""
    if claim.quantifier not in ("first", "absence", "gap"):
        return []
    moved, evidence = claim, claim.evidence
    for _ in range(MOST_MOVES):
        rivals = [record for record in evidence if record.relation == "counterexample"]
        if not rivals:
            return []
        last = max(rivals, key=lambda record: record.date)
        moved = replace(moved, anchor=last.release.id, since="")
        finding = check(moved, as_of)
        if finding.verdict == "SUPPORTED" and finding.robustness == "robust":
            text = phrase(moved, claim.facets, anchor=last.release.name, subject=subject)
            distance = f"It is true only since {last.release.name} ({last.date})."
            return [Restatement(text, claim.facets, stretch=distance)]
        evidence = finding.evidence
    return []


def _name(table: Table, key: str) -> str:
    """Name of a release, or ""."""
    release = release_of(table, key)
    return release.name if release else ""


def _walk(table: Table, claim: Claim) -> list[tuple[frozenset[str], Facets]]:
    """Narrower classes, those with the most members in the table first."""
    additions = dict(_additions(claim, _exemplar(table, claim)))
    members = {name: _ids(table, change(claim.facets)) for name, change in additions.items()}
    chosen = [
        frozenset(names)
        for count in range(1, MOST_ADDED + 1)
        for names in combinations(additions, count)
        # "General-purpose" says something of language models only.
        if not ("purpose" in names and "kind" in additions and "kind" not in names)
    ]
    chosen.sort(
        key=lambda names: (bool(names & DRY), -_shared(members, names), len(names), sorted(names))
    )
    return [(names, _changed(claim, additions, names)) for names in chosen[:MOST_CHECKED]]


def _ids(table: Table, facets: Facets) -> set[str]:
    fits = matching(facets)
    return {release.id for release in fits.among(table) if fits(release).fit is Fit.SURE}


def _shared(members: Mapping[str, set[str]], names: frozenset[str]) -> int:
    return len(set.intersection(*(members[name] for name in names)))


def _changed(claim: Claim, additions: Mapping[str, Change], names: frozenset[str]) -> Facets:
    facets = claim.facets
    for name, change in additions.items():
        if name in names:
            facets = change(facets)
    return facets


def _exemplar(table: Table, claim: Claim) -> Release | None:
    """Release whose own facts narrow the class: the subject, else the anchor."""
    return (
        release_of(table, claim.subject)
        or first_of_maker(claim, table)
        or release_of(table, claim.anchor)
    )


def _additions(claim: Claim, release: Release | None) -> Iterator[tuple[str, Change]]:
    """Facets that the exemplar has and the claim doesn't state, with how to add them."""
    facets = claim.facets
    if release is None:
        if facets.kind in ANY_KIND:
            yield "kind", _setter(kind="language")
            yield "purpose", _setter(purpose="general")
        return
    known = release.id != claim.anchor
    if facets.kind in ANY_KIND and release.kind != "other":
        yield "kind", _setter(kind="language" if release.kind == "llm" else release.kind)
    if not facets.purpose and release.purpose == "general":
        yield "purpose", _setter(purpose="general")
    if known:
        yield from _makers(facets, release)
        yield from _facts(facets, release)


def _makers(facets: Facets, release: Release) -> Iterator[tuple[str, Change]]:
    if not facets.organization and " / " not in release.organization:
        yield "organization", _setter(organization=release.organization, country="")
        if not facets.country and release.country in PEOPLES:
            yield "country", _setter(country=release.country)


def _facts(facets: Facets, release: Release) -> Iterator[tuple[str, Change]]:
    if not facets.openness and release.openness in OPEN:
        yield "openness", _setter(openness="open")
    for trait in ("reasoning", "moe", "multimodal"):
        if trait in release.traits and trait not in facets.traits:
            yield trait, _adder(trait)
    licence = PLAIN_LICENCE.fullmatch(release.licence)
    if licence and not facets.licence:
        yield "licence", _setter(licence="Apache-2.0" if licence[1] else "MIT")
    size = max((size for size in ROUND_SIZES if size < (release.parameters or 0)), default=0)
    if size and facets.min_parameters is None:
        yield "size", _setter(min_parameters=size)


def _setter(**values: Any) -> Change:
    return lambda facets: replace(facets, **values)


def _adder(trait: str) -> Change:
    return lambda facets: replace(facets, traits=(*facets.traits, trait))


def phrase(claim: Claim, facets: Facets, *, anchor: str = "", subject: str = "") -> str:
    """Put a class into the claim's form of words, able to stand in the place of its text.

    Parameters
    ----------
    facets : Facets
        The class to put into words in place of the claim's own.
    anchor, subject : str
        Names of the anchor release and of the subject: a claim that is a clause ("no lab had …")
        is put into words as one.

    Examples
    --------
    >>> claim = Claim("first open-weight model since GPT-2", 0, 35, "first", anchor="gpt-2")
    >>> phrase(claim, Facets(openness="open", kind="language"), anchor="GPT-2")
    'first open-weight language model since GPT-2'
    """
    since = anchor or claim.since
    tail = f" since {since}" if since else ""
    owner = _owner(claim, facets)
    noun = class_words(facets, named=False)
    if claim.quantifier == "absence" and not claim.subject:
        maker = re.sub(r"\s*\(.*", "", facets.organization)
        start = f"{maker} has not released any" if maker else "no"
        return f"{start} {noun}{tail}"
    if claim.quantifier == "longest-context":
        return f"longest context window of any {class_words(facets, named=bool(owner))}"
    if subject and not NOUN_PHRASE.match(claim.text):
        return f"{subject} is {owner or 'the '}{_head(claim)} {noun}{tail}"
    return f"{owner}{_head(claim)} {noun}{tail}"


def _head(claim: Claim) -> str:
    heads = {"only": "only", "largest": "largest"}
    ordinals = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}
    return heads.get(claim.quantifier) or ordinals.get(claim.ordinal, "first")


def _owner(claim: Claim, facets: Facets) -> str:
    """Maker as a possessive, unless the sentence around the claim names it already."""
    maker = re.sub(r"\s*\(.*", "", facets.organization)
    stated = facets.organization == claim.facets.organization
    said = maker.lower() in claim.text.lower() or POSSESSIVE.match(claim.text)
    if not maker or (stated and not said):
        return ""
    return f"{maker}' " if maker.endswith("s") else f"{maker}'s "


def _anchor_name(table: Table, claim: Claim) -> str:
    return _name(table, claim.anchor)


def stretch(claim: Claim, facets: Facets) -> str:
    """How far a claim is from a narrower class, as a sentence.

    Examples
    --------
    >>> claim = Claim("first model", 0, 11, "first", facets=Facets(openness="open"))
    >>> stretch(claim, Facets(openness="open", kind="language", purpose="general"))
    "It takes 2 more words to make it true: 'general-purpose', 'language'."
    """
    words = list(_added(claim.facets, facets))
    if not words:
        return ""
    said = ", ".join(f"'{word}'" for word in words)
    more = (
        plural(len(words), "more word") if all(" " not in word for word in words) else "more words"
    )
    rivals = sum(evidence.relation == "counterexample" for evidence in claim.evidence)
    tail = f", which leaves out {plural(rivals, 'release')} listed here" if rivals else ""
    return f"It takes {more} to make it true: {said}{tail}."


def _added(before: Facets, after: Facets) -> Iterator[str]:
    if after.openness != before.openness:
        yield OPENNESS.get(after.openness, after.openness)
    if after.country and after.country != before.country:
        yield PEOPLES.get(after.country, after.country)
    if after.purpose != before.purpose:
        yield "general-purpose"
    yield from (ADJECTIVES.get(trait, trait) for trait in _new(before.traits, after.traits))
    if after.kind != before.kind:
        yield class_words(Facets(kind=after.kind)).removesuffix(" model")
    if after.licence != before.licence:
        yield f"under the {after.licence} licence"
    if after.min_parameters != before.min_parameters and after.min_parameters:
        yield f"with over {number(after.min_parameters)} parameters"
    if after.organization != before.organization:
        yield f"from {after.organization}"


def _new(before: Iterable[str], after: Iterable[str]) -> list[str]:
    return [item for item in after if item not in set(before)]
