"""Whose a claim is and what it is about, where more is known than the claim itself says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from hypecheck.protocols import Gazetteer
from hypecheck.types import Claim, Document, NamedEntity, StanceMark

#: Words before a name that make it what the claim compares with.
_COMPARED = re.compile(
    r"\b(?:since|than|unlike|like|after|before|until|over|beats?|versus|vs\.?)\s+(?:the\s+)?$"
)
_APPOSED = re.compile(r"\s*(?:,|:|—|–|-|is|was|called|named)\s*(?:its|the|a)?\s*$")


def said(claim: Claim, mark: StanceMark, document: Document) -> Claim:
    """Claim with the voice that makes it."""
    return replace(claim, stance=mark.stance, speaker=mark.speaker or "", part=document.part)


def named(
    claim: Claim,
    document: Document,
    entities: Sequence[NamedEntity],
    names: Gazetteer,
    as_of: date,
) -> Claim:
    """Claim about the product, or else the organisation, that stands in its subject's place.

    A claim whose subject the release table knows stays as it is. A product that the table knows
    by exactly this name becomes the subject, however much the name looks like an everyday word;
    any other name is only what the claim is about in words.

    Parameters
    ----------
    claim : Claim
    document : Document
    entities : sequence of NamedEntity
    names : Gazetteer
        The release table.
    as_of : date
    """
    if claim.subject:
        return claim
    found = _subject(claim, document, entities)
    if found is None:
        return claim
    known = [
        release.id
        for release in names.lookup(found.text, as_of)
        if found.label == "PRODUCT" and found.text in (release.name, *release.aliases)
    ]
    return replace(claim, subject=known[0] if known else "", subject_text=found.text)


def _subject(
    claim: Claim, document: Document, entities: Iterable[NamedEntity]
) -> NamedEntity | None:
    """Nearest product before the claim, or right behind it; else the nearest organisation."""
    start, end = document.sentences[claim.sentence]
    inside = [
        one
        for one in entities
        if start <= one.start_char and one.end_char <= end and not _is_compared(one, document)
    ]
    behind = [
        one
        for one in inside
        if one.start_char >= claim.end_char
        and _APPOSED.fullmatch(document.norm, claim.end_char, one.start_char)
    ]
    for label, places in (("PRODUCT", [*behind, *inside]), ("ORG", inside)):
        here = [
            one
            for one in places
            if one.label == label and (one in behind or one.end_char <= claim.start_char)
        ]
        if here:
            return max(here, key=lambda one: one.end_char)
    return None


def _is_compared(entity: NamedEntity, document: Document) -> bool:
    lead = document.norm[max(0, entity.start_char - 24) : entity.start_char]
    return _COMPARED.search(lead) is not None
