"""Checkable claims of a text: quantifier, class, anchor and subject."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypecheck.claims.anchors import Anchor, find_anchor
from hypecheck.claims.evident import is_evident
from hypecheck.claims.facets import Reading, read_class
from hypecheck.claims.quantifiers import Head, find_heads, trigger
from hypecheck.claims.regions import Region, find_region
from hypecheck.claims.sentence import Sentence
from hypecheck.claims.subject import Subject, find_subject, organization_before, refer
from hypecheck.claims.time import before, days_in
from hypecheck.claims.vocabulary import load_class_words, load_words
from hypecheck.protocols import Gazetteer
from hypecheck.types import Claim, Document, Facets

_OWNER = re.compile(r"([\w][\w.-]*(?: [\w.-]+)?)'s? (?:very )?$")
_PRONOUN = re.compile(r"\b(?:it|they|we|he|she)(?='ve|'d|'s| (?:has|have|had|ever|last|could)\b)")
_NO_ONES = re.compile(r"\b(?:on|in|for|to) (?:its|their|our) own\b")


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
        for index in _triggered(document):
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


def _triggered(document: Document) -> Iterator[int]:
    """Indices of the sentences with a claim word, each once."""
    starts = [start for start, _ in document.sentences]
    last = -1
    for match in trigger().finditer(document.norm):
        index = bisect_right(starts, match.start()) - 1
        if index > last and match.start() < document.sentences[index][1]:
            last = index
            yield index


def _rank(claim: Claim) -> tuple[bool, bool, int]:
    return (
        claim.quantifier == "quality",
        bool(claim.facets.undecided),
        claim.start_char - claim.end_char,
    )


def _read(sentence: Sentence, head: Head) -> Iterator[Claim]:
    region = find_region(sentence, head)
    if region is None:
        return
    first, last = region.stretches[0][0], region.stretches[-1][1]
    anchor = _anchor(sentence, head, region, first, last)
    known = [*region.known, *anchor.known, *_own_words(sentence, first, last)]
    outer = (region.start, region.end) if not region.clause else (head.start, region.end)
    subject = find_subject(sentence, *outer, anchor.known, anchor.subject)
    known += [(subject.start, subject.end)] if subject.start >= first else []
    references = list(_references(sentence, first, last, known))
    reading = read_class(sentence, region.stretches, [*known, *references])
    _add_makers(sentence, head, region, subject, references, reading)
    if is_evident(sentence, head, region, reading, anchor, subject):
        yield _claim(sentence, head, region, anchor, subject, reading)


def _anchor(
    sentence: Sentence, head: Head, region: Region, first: int, last: int
) -> Anchor:
    anchor = find_anchor(sentence, first, last, clause=region.clause or head.word.form == "than")
    if head.word.form in ("gap", "since-last"):
        days = days_in(sentence.norm[head.start : head.end])
        anchor.since, anchor.gap = before(sentence.as_of, days or 0), True
    return anchor


def _own_words(sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    return [match.span() for match in _NO_ONES.finditer(sentence.norm, first, last)]


def _references(
    sentence: Sentence, first: int, last: int, known: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """ "It has", "the French company": words that stand for a maker named elsewhere."""
    pattern = re.compile(
        rf"\b(?:the|this|his|her) (?:[\w-]+ ){{0,2}}?(?:{'|'.join(sorted(load_words().references))})\b(?:'s)?"
    )
    for found in (pattern, _PRONOUN):
        for match in found.finditer(sentence.norm, first, last):
            if not any(a <= match.start() < b for a, b in known):
                yield match.span()


def _add_makers(
    sentence: Sentence,
    head: Head,
    region: Region,
    subject: Subject,
    references: list[tuple[int, int]],
    reading: Reading,
) -> None:
    """Note the organisation or country that a possessive, a reference or the clause names."""
    found: list[tuple[str, str]] = []
    if head.word.form in ("noun", "context") and not head.bare:
        found.append(organization_before(sentence, head.start, subject))
        reading.country |= _country_before(sentence, head.start)
    if head.word.form == "negated":
        found.append(_clause_subject(sentence, head.start, subject))
    for start, end in references:
        found.append(refer(sentence, start, subject, sentence.norm[start:end]))
    for organization, unresolved in found:
        if organization:
            reading.organization.add(organization)
        elif unresolved:
            reading.words.append(unresolved)


def _clause_subject(sentence: Sentence, position: int, subject: Subject) -> tuple[str, str]:
    """Maker that "has not released" is said of."""
    left = sentence.clause_start(position)
    inside = [n.key for n in sentence.organizations if left <= n.start_char < position]
    if inside:
        return inside[-1], ""
    words = sentence.text[left:position].strip()
    return refer(sentence, position, Subject(), words or "who")


def _country_before(sentence: Sentence, position: int) -> set[str]:
    owner = _OWNER.search(sentence.norm, max(0, position - 30), position)
    if owner is None:
        return set()
    words = load_class_words().find(sentence.norm, owner.start(1), owner.end())
    return {item.value for item, _ in words if item.facet == "country"}


def _claim(
    sentence: Sentence,
    head: Head,
    region: Region,
    anchor: Anchor,
    subject: Subject,
    reading: Reading,
) -> Claim:
    start, end = region.start, max(region.end, head.end)
    as_of = sentence.as_of.isoformat()
    return Claim(
        text=sentence.text[start:end],
        start_char=sentence.offset + start,
        end_char=sentence.offset + end,
        quantifier=_quantifier(region, anchor),
        subject=subject.id,
        subject_text=_subject_text(sentence, head, subject, reading),
        facets=_facets(sentence, head, reading),
        since=anchor.since,
        anchor=anchor.release,
        ordinal=head.word.ordinal,
        as_of=min(anchor.until or as_of, as_of),
        sentence=sentence.index,
        part=sentence.document.part,
    )


def _quantifier(region: Region, anchor: Anchor) -> str:
    if region.quantifier == "first" and anchor.gap:
        return "gap"
    if region.quantifier == "absence" and anchor.subject is not None:
        return "first"
    return region.quantifier


def _facets(sentence: Sentence, head: Head, reading: Reading) -> Facets:
    facets = reading.facets()
    if head.quantifier == "quality" and not facets.undecided:
        return replace(facets, undecided=(sentence.text[head.start : head.end],))
    return facets


def _subject_text(sentence: Sentence, head: Head, subject: Subject, reading: Reading) -> str:
    """Words of the subject; for "the first company to …" its maker."""
    if subject.text:
        return subject.text
    before = [name for name in sentence.organizations if name.end_char <= head.start]
    if reading.maker and before and not reading.organization:
        return before[-1].key
    return sentence.text[sentence.clause_start(head.start) : head.start].strip()
