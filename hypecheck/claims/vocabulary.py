"""The claim vocabulary: class words, claim words and closed lists, read from data/claims/."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from hypecheck.errors import LexiconError, PatternError
from hypecheck.patterns import Pattern, PatternIndex, compile_pattern
from hypecheck.resources import read_jsonl, read_text
from hypecheck.types.words import WORDS
from hypecheck.types.words import Words as TextWords

FACETS = (
    "openness", "kind", "purpose", "trait", "licence", "country",
    "noun", "proof", "neutral", "undecided",
)  # fmt: skip
FORMS = (
    "noun", "clause", "time", "negated", "nobody", "than", "gap", "since-last",
    "after-colon", "until", "kept", "return", "went-without",
)  # fmt: skip
QUANTIFIERS = (
    "first", "only", "absence", "gap", "largest", "smallest", "longest-context", "nth", "among",
    "quality",
)  # fmt: skip
_FACET_KEYS = {"id", "facet", "value", "patterns", "flags", "ignores"}
_CLAIM_KEYS = {"id", "form", "quantifier", "ordinal", "patterns", "flags", "ignores"}
_KINDS = {"id": str, "value": str, "ordinal": int}


@dataclass(frozen=True, slots=True)
class ClassWord:
    """A word or phrase of a class, and the facet that it sets.

    Attributes
    ----------
    facet : str
        One of `FACETS`; "noun", "proof" and "neutral" set nothing, "undecided" says that no
        facet can express the phrase.
    value : str
        Value of the facet.
    """

    id: str
    facet: str
    value: str
    patterns: tuple[Pattern, ...]
    flags: tuple[str, ...]
    ignores: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimWord:
    """Words that make a claim, and how the class stands to them.

    Attributes
    ----------
    form : str
        One of `FORMS`.
    quantifier : str
        One of `QUANTIFIERS`.
    """

    id: str
    form: str
    quantifier: str
    ordinal: int
    patterns: tuple[Pattern, ...]
    flags: tuple[str, ...]
    ignores: tuple[str, ...]


Item = TypeVar("Item", "ClassWord", "ClaimWord")


class Index(Generic[Item]):
    """Patterns by the words that start a look.

    Parameters
    ----------
    items : sequence of ClassWord or ClaimWord
    """

    def __init__(self, items: tuple[Item, ...]) -> None:
        self.items: tuple[Item, ...] = items
        self._patterns: PatternIndex[Item] = PatternIndex(
            (item, one) for item in items for one in item.patterns
        )

    def sentences(self, words: TextWords) -> Iterator[int]:
        """Yield the numbers of the sentences in which some pattern may match."""
        for index, _ in self._patterns.sentences(words):
            yield index

    def find(
        self, norm: str, start: int, end: int, words: Sequence[str] | None = None
    ) -> Iterator[tuple[Item, re.Match[str]]]:
        """Yield matches in a stretch, those of one pattern together, in the order of the items.

        Parameters
        ----------
        norm : str
        start, end : int
        words : sequence of str, optional
            Runs of letters and digits of the stretch, where they have been cut before.
        """
        words = WORDS.findall(norm, start, end) if words is None else words
        held = frozenset(words)
        for item, pattern in self._patterns.candidates(words):
            for match in pattern.find(norm, start, end, held):
                yield item, match


def flagged(match: re.Match[str]) -> tuple[int, int]:
    """Offsets of the flagged part of a match, where its pattern marks one, else of all."""
    return match.span("span") if "span" in match.re.groupindex else match.span()


@dataclass(frozen=True, slots=True)
class WordLists:
    """Closed lists of the reader; see ``data/claims/words.json``."""

    function: frozenset[str]
    before_head: frozenset[str]
    relative: frozenset[str]
    subject_pronouns: frozenset[str]
    finite: frozenset[str]
    enders: frozenset[str]
    comparators: frozenset[str]
    references: frozenset[str]
    whose: frozenset[str]
    homelands: frozenset[str]
    possessive_pronouns: frozenset[str]
    sober_nouns: frozenset[str]
    negative_starts: frozenset[str]
    everyone: frozenset[str]
    people: frozenset[str]
    judged: frozenset[str]


@cache
def load_words() -> WordLists:
    """Return the closed lists."""
    lists: dict[str, list[str]] = json.loads(read_text("claims/words.json"))
    return WordLists(**{name: frozenset(words) for name, words in lists.items()})


@cache
def load_metonyms() -> Mapping[str, str]:
    """Places and nicknames that stand for an organisation, in lower case."""
    table: dict[str, str] = json.loads(read_text("claims/metonyms.json"))
    return {place.lower(): organization for place, organization in table.items()}


@cache
def load_opposites() -> Mapping[str, tuple[str, str]]:
    """What a model lacks by an adjective, as facet and value: one that is "blind" sees nothing."""
    table: dict[str, list[str]] = json.loads(read_text("claims/opposites.json"))
    return {word: (facet, value) for word, (facet, value) in table.items()}


@cache
def load_class_words() -> Index[ClassWord]:
    """Return what a class can be made of."""
    return Index(tuple(_read("claims/facets.jsonl", class_word)))


#: Facets, and values of nouns, that say nothing of models.
_IDLE = frozenset(["neutral", "undecided", "country"])
_IDLE_NOUNS = frozenset(["soft", "maker"])


@cache
def load_model_words() -> Index[ClassWord]:
    """Return those that can make a class one of AI models, or prove a rank."""
    return Index(
        tuple(
            word
            for word in load_class_words().items
            if word.facet not in _IDLE and not (word.facet == "noun" and word.value in _IDLE_NOUNS)
        )
    )


@cache
def load_claim_words() -> Index[ClaimWord]:
    """Return what makes a claim."""
    return Index(tuple(_read("claims/quantifiers.jsonl", claim_word)))


def class_word(row: Mapping[str, Any], where: str) -> ClassWord:
    """One row of ``facets.jsonl``.

    Raises
    ------
    LexiconError
        Names the line, what came in and what is allowed.
    """
    _check_keys(row, _FACET_KEYS, where)
    _check_choice(row, "facet", FACETS, where)
    flags, ignores = tuple(row["flags"]), tuple(row["ignores"])
    return ClassWord(row["id"], row["facet"], row["value"], _patterns(row, where), flags, ignores)


def claim_word(row: Mapping[str, Any], where: str) -> ClaimWord:
    """One row of ``quantifiers.jsonl``.

    Raises
    ------
    LexiconError
        Names the line, what came in and what is allowed.
    """
    _check_keys(row, _CLAIM_KEYS, where)
    _check_choice(row, "form", FORMS, where)
    _check_choice(row, "quantifier", QUANTIFIERS, where)
    return ClaimWord(
        id=row["id"],
        form=row["form"],
        quantifier=row["quantifier"],
        ordinal=row["ordinal"],
        patterns=_patterns(row, where),
        flags=tuple(row["flags"]),
        ignores=tuple(row["ignores"]),
    )


def _read(name: str, make: Callable[[Mapping[str, Any], str], Item]) -> Iterator[Item]:
    seen: set[str] = set()
    for number, row in read_jsonl(name):
        where = f"hypecheck/data/{name}:{number}"
        item = make(row, where)
        if item.id in seen:
            raise LexiconError(f"{where} repeats the id {item.id!r}. Give every row its own id.")
        seen.add(item.id)
        yield item


def _check_keys(row: Mapping[str, Any], keys: set[str], where: str) -> None:
    if row.keys() != keys:
        came, allowed = ", ".join(sorted(row)), ", ".join(sorted(keys))
        raise LexiconError(f"{where} has the fields {came}. Allowed, and all needed: {allowed}.")
    for key in ("patterns", "flags", "ignores"):
        value = row[key]
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise LexiconError(f"{where} has {key} {value!r:.60}. Allowed: a list of texts.")
    for key, kind in _KINDS.items():
        if key in keys and type(row[key]) is not kind:
            wanted = "a text" if kind is str else "a whole number"
            raise LexiconError(f"{where} has {key} {row[key]!r:.60}. Allowed: {wanted}.")
    if not row["flags"] or not row["ignores"]:
        raise LexiconError(
            f"{where} ({row['id']!r}) lacks an example. Give one that must flag and one not."
        )


def _check_choice(row: Mapping[str, Any], key: str, allowed: tuple[str, ...], where: str) -> None:
    if row[key] not in allowed:
        raise LexiconError(
            f"{where} ({row['id']!r}) has the {key} {row[key]!r}. Allowed: {', '.join(allowed)}."
        )


def _patterns(row: Mapping[str, Any], where: str) -> tuple[Pattern, ...]:
    try:
        patterns = tuple(compile_pattern(source) for source in row["patterns"])
    except PatternError as error:
        raise LexiconError(f"{where} ({row['id']!r}): {error}") from None
    for pattern in patterns:
        if not pattern.anchors:
            raise LexiconError(
                f"{where} ({row['id']!r}) has the pattern {pattern.source!r} without a sure word."
                " Put in a word that every match holds."
            )
    return patterns
