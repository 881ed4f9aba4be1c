"""Whose claim it is: the maker, country or family that restricts a class from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from hypecheck.claims.anchors import Anchor
from hypecheck.claims.around import left_unread
from hypecheck.claims.compared import set_apart
from hypecheck.claims.facets import Reading, read_class
from hypecheck.claims.placed import look_up, makers_near
from hypecheck.claims.quantifiers import Head
from hypecheck.claims.sentence import Sentence
from hypecheck.claims.stretch import Region
from hypecheck.claims.subject import Subject, organization_before, refer
from hypecheck.claims.vocabulary import ClassWord, load_class_words, load_words

Span = tuple[int, int]
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][\w.]*\w")
_OWNER = re.compile(r"([\w][\w.-]*(?: [\w.-]+)?)'s? (?:very )?$")
_TERMS = re.compile(
    r"\W*(?:a |an |the |such )?(?:licen[cs]es?|terms|conditions)(?: terms)?"
    r" (?:that|which|(?:under|on|by) which|[\w.-]+ (?:has|had|have)\b)"
)
#: "South Korea has its | first …", "the continent now has its | first …"
_HAS_ITS = re.compile(
    r"(?P<who>[\w .-]{2,40}?) (?:now |finally |at last |also )*(?:has|gets|got|had|boasts|welcomes"
    r"|gains|gained|receives|acquires|celebrates)(?: now| finally| at last)* its(?: very)?\s*$"
)
_PASSIVE = re.compile(r"\b(?:has|have|had) (?:ever |since |yet )?been\b")
_THE_FAMILY = re.compile(
    r"\b(?:the|its|their|our|this|[\w.-]+'s)(?: (?!of\b)[\w-]+){0,2}? "
    r"(?:family|series|line-up|lineup)\b(?! of)"
)
_PRONOUN = re.compile(
    r"\b(?:it|they|we|he|she)(?:'ve|'d|'s|(?= (?:has|have|had|ever|last|could)\b))"
)


def read_owned_class(
    sentence: Sentence,
    head: Head,
    region: Region,
    known: Sequence[Span],
    subject: Subject,
    anchor: Anchor,
) -> Reading:
    """Class of a claim, with the maker that "its", "the firm" or a possessive means.

    Parameters
    ----------
    known : sequence of (int, int)
        Parts of the class that are understood already.
    """
    references = list(_references(sentence, region, known))
    family = _family_meant(sentence, region, known)
    reading = read_class(sentence, region.stretches, [*known, *references, *family])
    reading.owned = bool(references or family)
    set_apart(sentence, head, reading)
    if family and not reading.family:
        # "The first model in the series" numbers its models: that of all Qwens isn't meant.
        named = subject.family if reading.narrowed else ""
        (reading.family.add if named else reading.words.append)(named or "the family")
    reading.words += left_unread(sentence.norm, *region.stretches[-1])
    _there(sentence, region, reading)
    _terms(sentence, region, reading)
    _families(sentence, region, reading, subject.family)
    if head.word.form == "negated" and reading.openness:
        _one_model(sentence, region, reading)
    countries = _country_before(sentence, head) if head.word.form == "noun" else set()
    home = _home(sentence, head)
    if home is not None:
        countries |= home
        reading.words += [] if home else ["which country"]
    for organization, unresolved in _makers(sentence, head, subject, references, reading):
        if home is None and not (countries and unresolved):
            _add_maker(organization, unresolved, anchor, reading)
    reading.country |= countries
    return reading


def _there(sentence: Sentence, region: Region, reading: Reading) -> None:
    """Read "the only one there" as of the country named before it."""
    if "there" not in reading.words:
        return
    start = region.stretches[0][0]
    named = [item.value for item, m in _countries(sentence, 0, len(sentence.norm))]
    lead = [item.value for item, m in _countries(sentence, 0, start)]
    earlier = sentence.before
    before = [i.value for i, _ in _countries(earlier, 0, len(earlier.norm))] if earlier else []
    country = next(iter([*lead, *named, *before]), "")
    if country:
        reading.words.remove("there")
        reading.country.add(country)


def _terms(sentence: Sentence, region: Region, reading: Reading) -> None:
    """Read "…, terms that it had never granted" of the licence named before."""
    start = region.stretches[0][0]
    if reading.licence or _TERMS.match(sentence.norm, start) is None:
        return
    before = load_class_words().find(sentence.norm, 0, start)
    named = {item.value for item, _ in before if item.facet == "licence"}
    if len(named) == 1:
        reading.licence |= named
    else:
        reading.words.append("terms")


def _countries(sentence: Sentence, start: int, end: int) -> list[tuple[ClassWord, re.Match[str]]]:
    found = load_class_words().find(sentence.norm, start, end)
    places = [(item, match) for item, match in found if item.facet == "country"]
    return sorted(places, key=lambda pair: pair[1].start())


def _families(sentence: Sentence, region: Region, reading: Reading, own: str) -> None:
    """Take a capitalised word that begins a name for its family: "a Large model", "every Gemma"."""
    for start, end in region.stretches:
        for match in _CAPITALISED.finditer(sentence.text, start, end):
            word = match.group()
            family = own if word == own else ""
            if word.lower() in reading.words and (family or (family := _family_of(sentence, word))):
                reading.words.remove(word.lower())
                reading.family.add(family)
                reading.model = True


def _one_model(sentence: Sentence, region: Region, reading: Reading) -> None:
    """Take the model whose weights "have not been released" for the whole class."""
    start, end = region.stretches[0][0], region.stretches[-1][1]
    inside = [n for n in sentence.models if start <= n.start_char and n.end_char <= end]
    for name in inside:
        words = sentence.text[name.start_char : name.end_char]
        if words in reading.words:
            reading.words.remove(words)
            reading.family.add(words)
            reading.model = True
    for match in _CAPITALISED.finditer(sentence.text, start, end):
        word = match.group()
        found = look_up(sentence, word) if word.lower() in reading.words else None
        if found is not None and not inside:
            reading.words.remove(word.lower())
            reading.family.add(found.name)
            reading.model = True


def _family_of(sentence: Sentence, word: str) -> str:
    """Family that a word names by a model of the sentence, or by its maker: "Mistral Large"."""
    for name in sentence.models:
        whole = sentence.text[name.start_char : name.end_char]
        if whole.startswith(word):
            return word
        lead = re.match(rf"[^\d]+ {re.escape(word)}\b", whole)
        if lead is not None:
            return lead.group()
    for maker in makers_near(sentence):
        family = f"{maker} {word}"
        found = sentence.names.lookup(family, sentence.as_of)
        if found and found[0].name.startswith(family):
            return family
    return ""


@cache
def _reference() -> re.Pattern[str]:
    nouns = "|".join(sorted(load_words().references))
    lead = r"(?<!out of )\b(?:the|this|his|her) (?:[\w-]+ ){0,2}?"
    return re.compile(rf"{lead}(?:{nouns})\b(?:'s)?")


@cache
def _stands_for() -> re.Pattern[str]:
    nouns = "|".join(sorted(load_words().references))
    return re.compile(rf"\b(?:it|they|we|he|she|who|which|(?:{nouns}))(?: still| also)?$")


def _references(sentence: Sentence, region: Region, known: Sequence[Span]) -> Iterator[Span]:
    """Yield words that stand for a maker named elsewhere: "it has", "the French company"."""
    first, last = region.stretches[0][0], region.stretches[-1][1]
    for pattern in (_reference(), _PRONOUN):
        for match in pattern.finditer(sentence.norm, first, last):
            if not any(a <= match.start() < b for a, b in known):
                yield match.span()


def _family_meant(sentence: Sentence, region: Region, known: Sequence[Span]) -> list[Span]:
    """Find "the family", "Google's open series": one family, named elsewhere."""
    for start, end in region.stretches:
        for match in _THE_FAMILY.finditer(sentence.norm, start, end):
            named = any(match.start() <= n.start_char < match.end() for n in sentence.models)
            if not named and not any(a <= match.start() < b for a, b in known):
                return [match.span()]
    return []


def _makers(
    sentence: Sentence,
    head: Head,
    subject: Subject,
    references: Sequence[Span],
    reading: Reading,
) -> Iterator[tuple[str, str]]:
    """Yield organisations that a possessive, the clause or a reference names, or their words."""
    if head.word.form == "noun" and not head.bare:
        yield organization_before(sentence, head.start, subject)
    of_maker = head.word.form in ("negated", "kept", "return", "went-without")
    if of_maker and not (reading.organization and head.bare):
        yield _clause_subject(sentence, head.start)
    if head.word.form == "nobody" and not reading.organization:
        yield _asked_about(sentence, head.start) or _going_without(sentence, head.start), ""
    for start, end in references:
        yield refer(sentence, start, subject, sentence.norm[start:end])


def _add_maker(organization: str, unresolved: str, anchor: Anchor, reading: Reading) -> None:
    """Note a maker; one that the text doesn't name is the anchor's: "his firm … since Grok-1"."""
    if organization:
        reading.organization.add(organization)
    elif unresolved:
        reading.owned = True
        known = anchor.organization if _stands_for().search(unresolved) else ""
        (reading.organization.add if known else reading.words.append)(known or unresolved)


def _clause_subject(sentence: Sentence, position: int) -> tuple[str, str]:
    """Maker that "has not released" is said of."""
    left = sentence.clause_start(position)
    inside = [n.key for n in sentence.organizations if left <= n.start_char < position]
    if inside:
        return inside[-1], ""
    words = sentence.norm[left:position].strip()
    if _stands_for().search(words):
        return refer(sentence, position, Subject(), words)
    return "", words or "who"


def _going_without(sentence: Sentence, position: int) -> str:
    """Maker that goes "without a single open model"; "" where none does."""
    if not sentence.norm.startswith("without", position):
        return ""
    left = sentence.clause_start(position)
    inside = [n.key for n in sentence.organizations if left <= n.start_char < position]
    return inside[-1] if inside else ""


def _asked_about(sentence: Sentence, position: int) -> str:
    """Maker of a question just before: "Meta? Not one open model"; "" where there is none."""
    lead, place = sentence, position
    if not sentence.norm[:position].strip(" \"'(") and sentence.before is not None:
        lead, place = sentence.before, len(sentence.before.norm)
    for name in lead.organizations:
        if lead.norm[name.end_char : place].strip() == "?":
            return name.key
    return _said_of(sentence, position)


def _said_of(sentence: Sentence, position: int) -> str:
    """Maker of the clause before: "Acme has gone quiet: not one model has been posted"."""
    left = sentence.clause_start(position)
    if sentence.norm[left - 1 : left] not in (":", "—", ";") and "--" not in sentence.norm[:left]:
        return ""
    named = {name.key for name in sentence.organizations}
    passive = _PASSIVE.search(sentence.norm, position) is not None
    return named.pop() if passive and len(named) == 1 else ""


def _home(sentence: Sentence, head: Head) -> set[str] | None:
    """Country that "has its first …"; empty where it isn't known, None where none is meant."""
    left = sentence.clause_start(head.start)
    match = _HAS_ITS.search(sentence.norm, left, head.start)
    if head.word.form != "noun" or match is None:
        return None
    start, end = match.span("who")
    named = {item.value for item, m in _countries(sentence, start, end) if m.end() == end}
    if named or match["who"].rpartition(" ")[2] not in load_words().homelands:
        return named or None
    if match["who"].endswith("continent"):
        return set()
    everywhere = {item.value for item, _ in _countries(sentence, 0, len(sentence.norm))}
    return everywhere if len(everywhere) == 1 else set()


def _country_before(sentence: Sentence, head: Head) -> set[str]:
    """Country in "France's first", or the one meant by "the country's first"."""
    owner = _OWNER.search(sentence.norm, max(0, head.start - 30), head.start)
    if owner is None or head.bare:
        return set()
    named = {item.value for item, _ in _countries(sentence, owner.start(1), owner.end())}
    if not named and owner[1].rpartition(" ")[2] in load_words().homelands:
        named = {item.value for item, _ in _countries(sentence, 0, head.start)[-1:]}
    return named
