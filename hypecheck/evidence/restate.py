"""The nearest wordings of a claim that the table supports, the most general first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

from hypecheck.evidence.findings import Finding
from hypecheck.evidence.fits import OPEN, Fit
from hypecheck.evidence.kinds import ANY_KIND
from hypecheck.evidence.matching import match
from hypecheck.evidence.phrases import ADJECTIVES, OPENNESS, PEOPLES, class_words, number, plural
from hypecheck.evidence.relatives import Table, release_of
from hypecheck.types import Claim, Facets, Release, Restatement

#: Wordings offered: the best and two more.
OFFERED = 3
#: Facets that may be added before a claim is another claim.
MOST_ADDED = 3
#: Checks per claim, so that a text of many claims stays quick.
MOST_CHECKED = 40
#: Size limits that news speaks of.
ROUND_SIZES = tuple(base * 10**power for power in (9, 10, 11, 12) for base in (1, 2, 5))
#: Licences whose names are short enough for a headline.
PLAIN_LICENCE = re.compile(r"(?i)(apache)[ -]?2\.0|(mit)(?: license)?")

Check = Callable[[Claim, date], Finding]


def restatements(table: Table, claim: Claim, as_of: date, check: Check) -> list[Restatement]:
    """Wordings near `claim` that hold, the most general first, at most three.

    Parameters
    ----------
    check : callable
        Gives the finding for a claim as of a day.
    """
    if claim.facets.undecided or claim.quantifier in ("quality", "among"):
        return []
    found: list[tuple[frozenset[str], Restatement]] = []
    for added, facets in _walk(table, claim):
        if any(narrower <= added for narrower, _ in found):
            continue
        finding = check(replace(claim, facets=facets), as_of)
        if finding.verdict == "SUPPORTED" and finding.robustness == "robust":
            text = phrase(claim, facets, anchor=_anchor_name(table, claim))
            wording = Restatement(text, facets, stretch=stretch(claim, facets))
            found.append((added, wording))
        if len(found) == OFFERED:
            break
    return [restatement for _, restatement in found]


def _walk(table: Table, claim: Claim) -> list[tuple[frozenset[str], Facets]]:
    """Narrower classes, those with the most members in the table first."""
    additions = list(_additions(claim, _exemplar(table, claim)))
    steps = []
    for count in range(1, MOST_ADDED + 1):
        for chosen in combinations(additions, count):
            facets = claim.facets
            for _, change in chosen:
                facets = change(facets)
            # "General-purpose" says something of language models only.
            if facets.purpose and facets.kind in ANY_KIND:
                continue
            steps.append((frozenset(name for name, _ in chosen), facets))
    members = [release for release in table if match(release, claim.facets).fit is Fit.SURE]
    sized = [(_count(members, step[1]), step) for step in steps]
    sized.sort(key=lambda pair: (-pair[0], len(pair[1][0])))
    return [step for _, step in sized[:MOST_CHECKED]]


def _count(members: list[Release], facets: Facets) -> int:
    return sum(match(release, facets).fit is Fit.SURE for release in members)


def _exemplar(table: Table, claim: Claim) -> Release | None:
    """Release whose own facts narrow the class: the subject, else the anchor."""
    return release_of(table, claim.subject) or release_of(table, claim.anchor)


Change = Callable[[Facets], Facets]


def _additions(claim: Claim, release: Release | None) -> Iterator[tuple[str, Change]]:
    """Facets that the exemplar has and the claim doesn't state, with how to add them."""
    if release is None:
        return
    facets = claim.facets
    known = release.id == claim.subject
    if facets.kind in ANY_KIND and release.kind != "other":
        yield "kind", _setter(kind="language" if release.kind == "llm" else release.kind)
    if not facets.purpose and release.purpose == "general":
        yield "purpose", _setter(purpose="general")
    if known:
        yield from _makers(facets, release)
        yield from _facts(facets, release)


def _makers(facets: Facets, release: Release) -> Iterator[tuple[str, Change]]:
    if not facets.organization and " / " not in release.organization:
        yield "organization", _setter(organization=release.organization)
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


def phrase(claim: Claim, facets: Facets, *, anchor: str = "") -> str:
    """Put a class into the claim's form of words, able to stand in the place of its text.

    Parameters
    ----------
    facets : Facets
        The class to put into words in place of the claim's own.
    anchor : str
        Name of the anchor release.

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
    if claim.quantifier == "absence":
        maker = f" from {facets.organization}" if owner else ""
        return f"no {noun}{maker}{tail}"
    if claim.quantifier == "longest-context":
        return f"longest context window of any {class_words(facets, named=bool(owner))}"
    return f"{owner}{_head(claim)} {noun}{tail}"


def _head(claim: Claim) -> str:
    heads = {"only": "only", "largest": "largest"}
    ordinals = {2: "second", 3: "third", 4: "fourth", 5: "fifth"}
    return heads.get(claim.quantifier) or ordinals.get(claim.ordinal, "first")


def _owner(claim: Claim, facets: Facets) -> str:
    """Maker as a possessive, unless the sentence around the claim names it already."""
    maker = re.sub(r"\s*\(.*", "", facets.organization)
    stated = facets.organization == claim.facets.organization
    if not maker or (stated and maker.lower() not in claim.text.lower()):
        return ""
    return f"{maker}' " if maker.endswith("s") else f"{maker}'s "


def _anchor_name(table: Table, claim: Claim) -> str:
    anchor = release_of(table, claim.anchor)
    return anchor.name if anchor else ""


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
    more = plural(len(words), "more word") if all(" " not in word for word in words) else "more"
    rivals = sum(evidence.relation == "counterexample" for evidence in claim.evidence)
    tail = f", which leaves out {plural(rivals, 'release')} listed here" if rivals else ""
    return f"It takes {more} to make it true: {said}{tail}."


def _added(before: Facets, after: Facets) -> Iterator[str]:
    if after.openness != before.openness:
        yield OPENNESS.get(after.openness, after.openness)
    if after.country != before.country:
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
