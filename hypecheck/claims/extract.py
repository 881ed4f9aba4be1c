"""Checkable claims of a text: quantifier, class, anchor and subject."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hypecheck.claims.anchors import Anchor, find_anchor
from hypecheck.claims.build import build_claim
from hypecheck.claims.evident import is_evident
from hypecheck.claims.facets import Reading
from hypecheck.claims.owners import read_owned_class
from hypecheck.claims.promise import is_promising
from hypecheck.claims.quantifiers import Head, find_heads
from hypecheck.claims.regions import find_region
from hypecheck.claims.sentence import Sentence
from hypecheck.claims.stretch import Region
from hypecheck.claims.subject import Subject, find_subject
from hypecheck.claims.time import before, days_in
from hypecheck.claims.vocabulary import load_claim_words
from hypecheck.protocols import Gazetteer, Mention
from hypecheck.types import Claim, Document

#: An exception takes releases out of the class, and no facet says which.
_APART = re.compile(
    r"\b(?:apart from|aside from|except(?: for)?|other than|besides|with the exception of"
    r"|save for|(?:nothing|anything|nobody|anybody|no[- ]one|anyone|none|every\w+|all)"
    r" (?:but|bar|save))\b"
)
_EVERY = re.compile(r"every|each|all\b")
_ANYTHING = re.compile(r"\b(?:any|some)thing\b")
_OPENED = re.compile(r"\b(?:open(?:ed|-sourced)|uploaded)\b")


class ClaimReader:
    """Reads claims to be first, only, largest or long awaited from a text.

    Only sentences with a claim word cost anything. What the class words say that no facet can
    express is kept in ``facets.undecided``, so that a verdict can abstain.

    Measured on sentences by the project's own tests only.

    Examples
    --------
    >>> from hypecheck.patterns import normalize
    >>> from hypecheck.types import Document
    >>> class NoNames:
    ...     def find_names(self, text, start=0, end=None): return []
    ...     def lookup(self, name, as_of=None): return []
    >>> text = "This is the first open-weight language model from China."
    >>> document = Document(text, normalize(text), ((0, len(text)),))
    >>> claim, = ClaimReader().extract(document, NoNames(), date(2025, 1, 1))
    >>> claim.quantifier, claim.facets.kind, claim.facets.openness, claim.facets.country
    ('first', 'language', 'open', 'China')
    """

    def extract(self, document: Document, names: Gazetteer, as_of: date) -> list[Claim]:
        """Claims in text order, none with a verdict yet.

        Parameters
        ----------
        document : Document
        names : Gazetteer
            Knows the names of releases, families, organisations and countries.
        as_of : date
            Day on which the text is read.
        """
        claims: list[Claim] = []
        for index in load_claim_words().sentences(document.words):
            claims += read_sentence(Sentence(document, index, names, as_of))
        return claims


def read_sentence(sentence: Sentence) -> list[Claim]:
    """Claims of one sentence; of two that overlap the decidable and longer one stays."""
    found = [claim for head in find_heads(sentence) for claim in _read(sentence, head)]
    found.sort(key=_rank)
    kept: list[Claim] = []
    for claim in found:
        if not any(c.start_char < claim.end_char and claim.start_char < c.end_char for c in kept):
            kept.append(claim)
    return sorted(kept, key=lambda claim: claim.start_char)


def _rank(claim: Claim) -> tuple[bool, bool, int]:
    return (
        claim.quantifier == "quality",
        bool(claim.facets.undecided),
        claim.start_char - claim.end_char,
    )


def _read(sentence: Sentence, head: Head) -> Iterator[Claim]:
    if not is_promising(sentence, head):
        return
    region = find_region(sentence, head)
    if region is None:
        return
    first, last = region.stretches[0][0], region.stretches[-1][1]
    anchor = _anchor(sentence, head, region, first, last)
    known = [*region.known, *anchor.known]
    outer = (region.start, region.end) if not region.clause else (head.start, region.end)
    given = anchor.subject or _subject_inside(sentence, head, region)
    subject = find_subject(sentence, *outer, anchor.known, given)
    if given is None and anchor.maker is not None:
        subject = Subject(text=anchor.maker.key)
    known += [(subject.start, subject.end)] if subject.start >= first else []
    reading = read_owned_class(sentence, head, region, known, subject, anchor)
    if head.word.form == "went-without" and not anchor.until:
        reading.words.append("which time")
    if head.word.form == "gap":
        _whose_wait(sentence, subject, reading)
    _imply(sentence, head, region, given, reading)
    if is_evident(sentence, head, region, reading, anchor, subject):
        yield build_claim(sentence, head, region, anchor, subject, reading)


def _whose_wait(sentence: Sentence, subject: Subject, reading: Reading) -> None:
    """Take a wait that ends with one maker's model for that maker's own, where it is named."""
    if reading.organization or reading.country or reading.family or reading.owned:
        return
    named = {name.key for name in sentence.organizations}
    own = [key for key in named if f"{subject.organization} ".startswith(f"{key} ")]
    (reading.organization.add if own else reading.words.append)(own[0] if own else "whose wait")


def _imply(
    sentence: Sentence, head: Head, region: Region, given: Mention | None, reading: Reading
) -> None:
    """Note what the claim's own words say of the class: "opened no …", "nothing open …"."""
    words = sentence.norm[head.start : head.end]
    if region.opposite is not None:
        facet, value = region.opposite
        getattr(reading, facet).add(value)
        in_general = not _EVERY.match(sentence.norm, region.start)
        if facet == "trait" and in_general and not reading.kind:
            reading.words.append("which models")  # "its models had been blind": not each of them
    if _OPENED.search(words):
        reading.openness.add("open")
    reading.soft |= _ANYTHING.search(sentence.norm, region.start, region.end) is not None
    apart = _APART.search(sentence.norm)
    if apart and region.quantifier in ("absence", "only", "first") and not reading.words:
        reading.words.append(apart.group())
    compared = head.word.form == "nobody" and region.quantifier in ("largest", "longest-context")
    nothing = "nothing" in words and bool(reading.openness)
    named = given is not None and head.word.form == "after-colon"
    turned = head.word.form == "return" and bool(reading.openness)
    reading.model |= compared or nothing or named or turned


def _subject_inside(sentence: Sentence, head: Head, region: Region) -> Mention | None:
    """Release of which "a first for" is said: "the terms of Codestral are a first for Mistral"."""
    if head.word.form == "nobody" and region.quantifier in ("largest", "longest-context"):
        tail = region.stretches[-1][1]
        return next((n for n in sentence.models if tail <= n.start_char < region.end), None)
    if head.word.form != "after-colon" or len(region.stretches) < 2:
        return None
    start, end = region.stretches[0]
    inside = [n for n in sentence.models if start <= n.start_char and n.end_char <= end]
    return inside[0] if inside and end <= head.start else None


def _anchor(sentence: Sentence, head: Head, region: Region, first: int, last: int) -> Anchor:
    anchor = find_anchor(
        sentence,
        first,
        last,
        clause=region.clause or head.word.form == "than",
        absence=region.quantifier == "absence",
    )
    if head.word.form in ("gap", "since-last", "return"):
        days = days_in(sentence.norm[head.start : region.end])
        anchor.since, anchor.gap = before(sentence.as_of, days or 0), True
    after = next((name for name in sentence.models if name.start_char >= head.end), None)
    if head.word.id == "never-before" and after and after.start_char <= head.end + 1:
        anchor.subject = after
        anchor.known.append((after.start_char, after.end_char))
    maker = next((name for name in sentence.organizations if name.start_char >= head.end), None)
    up_to = sentence.norm[head.start : head.end].endswith(("never before", "never until"))
    if up_to and maker and maker.start_char <= head.end + 1:
        anchor.maker = maker
        anchor.known.append((maker.start_char, maker.end_char))
    return anchor
