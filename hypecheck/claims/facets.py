"""The class a claim speaks of: what its words say, and which of them no facet can express."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hypecheck.claims.around import apposed_from, made_beside, people_of_country, receives
from hypecheck.claims.bounds import Bounds, read_bounds
from hypecheck.claims.sentence import Sentence, tokens
from hypecheck.claims.vocabulary import flagged, load_class_words, load_words
from hypecheck.protocols import Mention
from hypecheck.types import Facets

Span = tuple[int, int]
#: From wide to narrow: of two that a claim names, the narrower one holds.
_OPENNESS = ("open", "open-source", "permissive", "fully-open")
#: Kinds that say the same as another, only wider.
_WIDER = {
    ("speech", "asr"), ("speech", "tts"), ("language", "code-llm"), ("language", "vlm"),
    ("text-to-image", "vlm"), ("vision", "vlm"), ("speech", "audio"), ("image", "text-to-image"),
    ("video", "text-to-video"),
}  # fmt: skip
_FAMILY_AFTER = re.compile(
    r"[\w.'-]*'?s? (?:model|family|families|series|line|line-up|lineup|range|generation"
    r"|checkpoint|release|name|weights)s?(?!\w)"
)
_FAMILY_BEFORE = re.compile(
    r"(?:\b(?:a|another|any|new|no|its|every|each|all|second|third|fourth|fifth|of its) "
    r"|\bin the )$"
)
#: "The first Llama", "its largest open-weight Llama": the family's name is the noun.
_NOUN_PLACE = re.compile(
    r"\b(?:first|only|sole|largest|biggest|smallest|second|third|fourth|fifth|open|closed|new"
    r"|\w+-(?:weights?|source|experts|only|device|purpose|specific|specialised|specialized)"
    r"|multimodal|multilingual|reasoning|dense|sparse|commercial|permissive) $"
)
_LICENCE_WORDS = frozenset(["licence", "license", "terms", "conditions"])
#: "The maiden download on offer": the noun is the offer.
_OFFERED = re.compile(r"(?:free|open) downloads?|downloads? on offer")


@dataclass
class Reading:
    """What a stretch of text says about a class.

    Attributes
    ----------
    model : bool
        A word for models stands in it.
    maker : bool
        A word for makers stands in it ("company").
    proof : bool
        Words such as "ever" or "to date".
    owned : bool
        The class is one maker's, named or not ("the company has released").
    words : list of str
        Words that no facet can express.
    people : list of str
        Words for whoever gets the models: they add nothing where the models are open to all.
    terms : list of str
        Words for a licence: they add nothing where the licence is named.
    """

    openness: set[str] = field(default_factory=set)
    kind: set[str] = field(default_factory=set)
    purpose: set[str] = field(default_factory=set)
    trait: set[str] = field(default_factory=set)
    licence: set[str] = field(default_factory=set)
    country: set[str] = field(default_factory=set)
    organization: set[str] = field(default_factory=set)
    family: set[str] = field(default_factory=set)
    bounds: Bounds = field(default_factory=Bounds)
    model: bool = False
    soft: bool = False
    maker: bool = False
    proof: bool = False
    owned: bool = False
    words: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)

    @property
    def restricted(self) -> bool:
        """The class is narrower than "a model"."""
        return bool(
            self.openness or self.kind or self.trait or self.licence or self.country
            or self.organization or self.family or self.purpose or self.bounds.spans or self.owned
        )  # fmt: skip

    @property
    def narrowed(self) -> bool:
        """The class says more than a kind and a name."""
        return bool(
            self.openness or self.trait or self.licence or self.country or self.purpose
            or self.bounds.spans or self.proof
        )  # fmt: skip

    @property
    def names_models(self) -> bool:
        """The class is one of AI models, as far as its words go."""
        counted = self.bounds.min_parameters is not None or self.bounds.min_context is not None
        return bool(
            self.model or self.kind or self.family or counted
            or ((self.openness or self.trait or self.licence) and self.soft) or "moe" in self.trait
        )  # fmt: skip

    def facets(self) -> Facets:
        """Facets of the class; what contradicts itself is undecided."""
        undecided = list(self.words)
        if not (self.openness or self.licence):
            undecided += self.people
        if not (self.licence or "permissive" in self.openness or "non-commercial" in self.trait):
            undecided += self.terms
        kind = self._kind(undecided)
        return Facets(
            organization=_single(self.organization, undecided),
            country=_single(self.country, undecided),
            openness=self._openness(undecided),
            kind=kind,
            purpose=_single(self.purpose, undecided),
            traits=tuple(sorted(self.trait)),
            licence=_single(self.licence, undecided),
            family=_single(self.family, undecided),
            min_parameters=self.bounds.min_parameters,
            max_parameters=self.bounds.max_parameters,
            min_context=self.bounds.min_context,
            undecided=tuple(dict.fromkeys(undecided)),
        )

    def _openness(self, undecided: list[str]) -> str:
        free = [value for value in _OPENNESS if value in self.openness]
        other = self.openness - set(_OPENNESS)
        if free and other:
            undecided.append(" and ".join(sorted(self.openness)))
            return ""
        return free[-1] if free else _single(other, undecided)

    def _kind(self, undecided: list[str]) -> str:
        narrow = {k for k in self.kind if not any((k, other) in _WIDER for other in self.kind)}
        if len(narrow) > 1:
            undecided.append(" and ".join(sorted(narrow)))
        return narrow.pop() if len(narrow) == 1 else "model"


def read_class(
    sentence: Sentence,
    stretches: Iterable[Span],
    known: Sequence[Span] = (),
    *,
    leftover: bool = True,
) -> Reading:
    """Read what one or several stretches of a sentence say about a class.

    Parameters
    ----------
    sentence : Sentence
    stretches : iterable of (int, int)
        Where the class is described.
    known : sequence of (int, int)
        Parts that are understood already: the claim's words, its anchor, its subject.
    leftover : bool
        Whether to note the words that say nothing about a class.
    """
    reading = Reading()
    for start, end in stretches:
        norm = _read(sentence, start, end, known, reading)
        if leftover:
            _note_leftover(sentence, norm, start, end, reading)
    return reading


def _read(sentence: Sentence, start: int, end: int, known: Sequence[Span], reading: Reading) -> str:
    """Note what a stretch says; returns the sentence with all that is understood blanked."""
    norm = _blank(sentence.norm, known)
    bounds = read_bounds(norm, start, end)
    if bounds.spans:
        reading.bounds = bounds
        norm = _blank(norm, bounds.spans)
    return _blank(norm, _choose(sentence, norm, start, end, reading))


def _note_leftover(sentence: Sentence, norm: str, start: int, end: int, reading: Reading) -> None:
    words = load_words()
    for token in tokens(norm, start, end):
        text = token.text.strip("'.,")
        if token.is_word and not {token.text, text} & words.function:
            if text in _LICENCE_WORDS:
                reading.terms.append(text)
                continue
            given = text in words.people and receives(sentence.norm, token)
            (reading.people if given else reading.words).append(text)


def _choose(
    sentence: Sentence, norm: str, start: int, end: int, reading: Reading
) -> Iterable[Span]:
    """Class words and names, the longest first, none over another; each is noted in `reading`."""
    whole = norm is sentence.norm and end - start == len(norm)
    words = sentence.class_words if whole else load_class_words().find(norm, start, end)
    found: list[tuple[int, int, object]] = [(*flagged(match), item) for item, match in words]
    for name in sentence.mentions:
        if start <= name.start_char and name.end_char <= end and norm[name.start_char] != " ":
            found.append((name.start_char, name.end_char, name))
    found.sort(
        key=lambda one: (one[0] - one[1], one[0], isinstance(one[2], Mention), *_rank(one[2]))
    )
    taken: list[Span] = []
    for left, right, item in found:
        if any(left < other[1] and other[0] < right for other in taken):
            continue
        if isinstance(item, Mention):
            taken.append(_note_name(sentence, norm, item, reading))
        else:
            taken.append((left, right))
            if norm[max(0, left - 4) : left] != "non-":
                _note_word(norm[left:right], item, reading)
                if getattr(item, "facet", "") == "country":
                    reading.words += people_of_country(norm, right)
    return taken


def _rank(item: object) -> tuple[bool, bool, str]:
    """Order of what shares its words: no facet, the others, a country ("German language model")."""
    facet = getattr(item, "facet", "")
    return facet == "country", facet != "undecided", getattr(item, "id", "")


def _note_word(text: str, item: object, reading: Reading) -> None:
    facet, value = item.facet, item.value  # type: ignore[attr-defined]
    if facet == "noun":
        reading.model |= value == "model"
        reading.soft |= value == "soft"
        reading.maker |= value == "maker"
    elif facet == "proof":
        reading.proof = True
    elif facet == "undecided":
        reading.words.append(text)
    elif facet != "neutral":
        getattr(reading, facet).add(value)
        reading.model |= bool(re.search(r"\b(?:model|weight|checkpoint|llm)s?\b", text))
        reading.soft |= bool(_OFFERED.search(text))


def _note_name(sentence: Sentence, norm: str, name: Mention, reading: Reading) -> Span:
    """Take a name into the class; returns the characters that it accounts for."""
    start, end = name.start_char, name.end_char
    words = sentence.text[start:end]
    if name.kind == "organization":
        if made_beside(norm, start):
            reading.words.append(words)
        else:
            reading.organization.add(name.key)
        return apposed_from(sentence, start), _past_possessive(norm, end)
    if name.kind == "country":
        reading.country.add(name.key)
        return start, _past_possessive(norm, end)
    follows = _FAMILY_AFTER.match(norm, end)
    leads = _FAMILY_BEFORE.search(norm, max(0, start - 12), start)
    lead = sentence.norm[max(0, start - 30) : start]
    alone = _is_family(sentence, name) and _NOUN_PLACE.search(lead)
    if follows or leads or alone:
        reading.family.add(words)
        reading.model = True
        return start, _past_possessive(norm, end)
    reading.words.append(words)
    return start, end


def _is_family(sentence: Sentence, name: Mention) -> bool:
    """Tell whether a name is a family's, or that of a release with whose name another begins."""
    words = sentence.text[name.start_char : name.end_char]
    longer = [sentence.text[n.start_char : n.end_char] for n in sentence.models if n != name]
    return name.kind == "family" or any(text.startswith(f"{words} ") for text in longer)


def _past_possessive(norm: str, end: int) -> int:
    return end + 2 if norm[end : end + 2] == "'s" else end + (norm[end : end + 1] == "'")


def _blank(norm: str, spans: Iterable[Span]) -> str:
    """Overwrite characters with blanks; offsets stay."""
    for start, end in spans:
        norm = norm[:start] + " " * (end - start) + norm[end:]
    return norm


def _single(values: set[str], undecided: list[str]) -> str:
    if len(values) > 1:
        undecided.append(" and ".join(sorted(values)))
        return ""
    return next(iter(values), "")
