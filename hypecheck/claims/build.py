"""A claim from what was found of it: quantifier, class, anchor and subject."""

from __future__ import annotations

import re
from dataclasses import replace

from hypecheck.claims.anchors import Anchor
from hypecheck.claims.facets import Reading
from hypecheck.claims.quantifiers import Head
from hypecheck.claims.sentence import Sentence
from hypecheck.claims.stretch import Region
from hypecheck.claims.subject import Subject
from hypecheck.types import Claim, Facets

#: Between a maker and "the first": it is the maker that is first.
_IS = re.compile(
    r"'?s? ?(?:\([^()]*\) )?(?:is|was|are|were|became|becomes|has become|remains|remained|will be)"
    r"(?: (?:now|still|also|by far|currently|arguably|probably|thus|then|once))*"
    r" (?:the )?(?:[\w.-]+'s )?(?:very )?"
)
_OWN = re.compile(r"\b(?:our|its|their|his|her)(?: \w+)? $")


def build_claim(
    sentence: Sentence,
    head: Head,
    region: Region,
    anchor: Anchor,
    subject: Subject,
    reading: Reading,
) -> Claim:
    """Claim of one head, with no verdict yet."""
    start, end = region.start, max(region.end, head.end)
    first, last = sentence.place(start, end)
    as_of = sentence.as_of.isoformat()
    counted = _stands(sentence.norm[start:end], region, anchor, subject)
    return Claim(
        text=sentence.document.text[first:last],
        start_char=first,
        end_char=last,
        quantifier=_quantifier(region, anchor, counted=counted),
        subject=subject.id if counted else "",
        subject_text=_subject_text(sentence, head, subject, reading),
        facets=_facets(sentence, head, anchor, reading),
        since=anchor.since,
        anchor=anchor.release,
        ordinal=head.word.ordinal,
        as_of=min(anchor.until or as_of, as_of),
        sentence=sentence.index,
        part=sentence.document.part,
    )


def _stands(words: str, region: Region, anchor: Anchor, subject: Subject) -> bool:
    """Tell whether the subject ends the time of the claim.

    "Meta has released none since" runs to the day of writing, whatever the sentence names;
    "until Y nobody had" and "they had released none" (before Y) run to Y.
    """
    if region.quantifier != "absence":
        return bool(subject.id)
    if anchor.until:
        return False
    if anchor.maker is not None:
        return True
    had = bool(re.search(r"\bhad\b|\bbefore\b|^no (?:earlier|previous|prior)\b", words))
    return bool(subject.id) and (anchor.subject is not None or had)


def _quantifier(region: Region, anchor: Anchor, *, counted: bool) -> str:
    if region.quantifier == "first" and anchor.gap:
        return "gap"
    if region.quantifier == "absence" and counted:
        return "first"
    return region.quantifier


def _facets(sentence: Sentence, head: Head, anchor: Anchor, reading: Reading) -> Facets:
    facets = reading.facets()
    if facets.undecided:
        return facets
    if head.quantifier == "quality":
        return replace(facets, undecided=(sentence.text[head.start : head.end],))
    if head.quantifier == "largest" and not reading.proof and _of_a_series(sentence, head, facets):
        return replace(facets, undecided=("of which series",))
    return facets


def _of_a_series(sentence: Sentence, head: Head, facets: Facets) -> bool:
    """Tell whether "our largest model" may mean the largest of the series in hand."""
    owned = _OWN.search(sentence.norm[: head.start]) is not None
    plain = facets.kind == "model" and not (facets.openness or facets.family or facets.traits)
    return not facets.family and (owned or plain)


def _subject_text(sentence: Sentence, head: Head, subject: Subject, reading: Reading) -> str:
    """Words of the subject; for "the first company to …" its maker."""
    if subject.text:
        return subject.text
    before = [name for name in sentence.organizations if name.end_char <= head.start]
    if before and not reading.organization:
        is_said = _IS.fullmatch(sentence.norm, before[-1].end_char, head.start)
        if reading.maker or is_said:
            return before[-1].key
    return sentence.text[sentence.clause_start(head.start) : head.start].strip()
