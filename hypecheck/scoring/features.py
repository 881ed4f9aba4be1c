"""What the classifier sees of a sentence: named numbers, each with the words it comes from."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hypecheck.errors import ConfigError
from hypecheck.patterns import normalize
from hypecheck.resources import read_text
from hypecheck.scoring.register import PROMOTIONAL, Registers
from hypecheck.types import Hit, StanceMark

WORDS = "scoring/words.json"
#: Feature that every sentence with a trigger has; it carries the step over the hurdle.
FLAGGED = "flagged"
_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W_]+)*|\d[\d.,]*%?")
_TYPICAL_WORDS = 20  # the usual length of a sentence, so that "length" is zero there
_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_LETTERS = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Feature:
    """A named number, with the words of the text that it comes from."""

    name: str
    value: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class _Span:
    """A hit with its stance and its words."""

    hit: Hit
    stance: str
    text: str


def sentence_features(
    text: str,
    hits: Sequence[Hit],
    marks: Sequence[StanceMark],
    registers: Registers | None = None,
) -> tuple[Feature, ...]:
    """Features of one sentence; none at all for a sentence without hits.

    Parameters
    ----------
    text : str
        The sentence.
    hits : sequence of Hit
        Offsets count from the start of `text`.
    marks : sequence of StanceMark
        One for each hit.
    registers : mapping of str to Register, optional
        Registers that the words around the spans are held against.

    Examples
    --------
    >>> hit = Hit(5, 19, "transformation", "game-changer", 2, 0)
    >>> [f.name for f in sentence_features("It's a game-changer.", [hit], [StanceMark("hedged")])]
    ['flagged', 'hedged', 'hedged strongly']
    """
    if not hits:
        return ()
    spans = [
        _Span(hit, mark.stance, text[hit.start_char : hit.end_char])
        for hit, mark in zip(hits, marks, strict=True)
    ]
    own = [span for span in spans if span.stance == "asserted"]
    found = [Feature(FLAGGED, 1.0, _quote(spans))]
    if own:
        found += _own_voice(own)
        found += _setting(text, own)
    found += _distance(spans, own)
    found += _surface(text).form
    if registers and PROMOTIONAL in registers:
        register = registers[PROMOTIONAL]
        words = ", ".join(register.telling(text, hits))
        found.append(Feature(PROMOTIONAL, register.value(text, hits), words))
    return tuple(found)


def as_row(features: Sequence[Feature]) -> dict[str, float]:
    """Feature row of the classifier: name to value."""
    return {feature.name: feature.value for feature in features}


def _own_voice(own: Sequence[_Span]) -> Iterator[Feature]:
    """Yield how strongly, how often and in which way the writer overclaims."""
    strongest = max(span.hit.intensity for span in own)
    yield Feature("asserted", 1.0, _quote(own))
    for level, name in ((2, "asserted strongly"), (3, "asserted extremely")):
        if strongest >= level:
            yield Feature(name, 1.0, _quote(s for s in own if s.hit.intensity >= level))
    if len(own) > 1:
        yield Feature("asserted spans stacked", math.log2(len(own)), _quote(own))
    for label in sorted({span.hit.label for span in own}):
        yield Feature(f"asserted {label}", 1.0, _quote(s for s in own if s.hit.label == label))


def _setting(text: str, own: Sequence[_Span]) -> Iterator[Feature]:
    """Yield what surrounds the writer's own overclaims."""
    covered = sum(span.hit.end_char - span.hit.start_char for span in own)
    yield Feature("share of the sentence", min(1.0, covered / max(1, len(text))))
    yield from _surface(text).words


@dataclass(frozen=True, slots=True)
class _Surface:
    """Features of a sentence that don't depend on its spans."""

    words: tuple[Feature, ...]
    form: tuple[Feature, ...]


@lru_cache(maxsize=64)  # a sentence is scored several times in a row: with and without each span
def _surface(text: str) -> _Surface:
    return _Surface(tuple(_wording(text)), tuple(_form(text)))


def _wording(text: str) -> Iterator[Feature]:
    """Yield what words and figures a sentence has."""
    words = _WORD.findall(normalize(text))
    yield Feature("length", math.log(max(1, len(words)) / _TYPICAL_WORDS))
    numbers = [word for word in words if word[0].isdigit()]
    if numbers:
        yield Feature("number", 1.0, ", ".join(numbers[:3]))
    if "!" in text:
        yield Feature("exclamation mark", 1.0, "!")
    listed = [(word, sets) for word in words if (sets := _sets_of(word))]
    for name in _word_sets() if listed else ():
        hits = [word for word, sets in listed if name in sets]
        if hits:
            yield Feature(name, 1.0, ", ".join(hits[:3]))


def _form(text: str) -> Iterator[Feature]:
    """Yield what makes a sentence look like a headline."""
    words = _LETTERS.findall(text)
    if len(words) >= 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words):
        yield Feature("headline capitals", 1.0)
    if not _END.search(text):
        yield Feature("no full stop", 1.0)


def _distance(spans: Sequence[_Span], own: Sequence[_Span]) -> Iterator[Feature]:
    """Yield what the writer keeps at arm's length."""
    for stance in ("attributed", "hedged", "rejected"):
        kept = [span for span in spans if span.stance == stance]
        if not kept:
            continue
        if own:
            yield Feature(f"also {stance}", 1.0, _quote(kept))
            continue
        yield Feature(stance, 1.0, _quote(kept))
        strong = [span for span in kept if span.hit.intensity >= 2]
        if strong and stance != "rejected":
            yield Feature(f"{stance} strongly", 1.0, _quote(strong))
        if len(kept) > 1 and stance != "rejected":
            yield Feature(f"{stance} spans stacked", math.log2(len(kept)), _quote(kept))


def _quote(spans: Iterator[_Span] | Sequence[_Span]) -> str:
    return ", ".join(span.text for span in spans)


@lru_cache(maxsize=1)
def _word_sets() -> Mapping[str, re.Pattern[str]]:
    """Name of each word set and what fits it."""
    return read_word_sets(read_text(WORDS), f"hypecheck/data/{WORDS}")


@lru_cache(maxsize=4096)
def _sets_of(word: str) -> tuple[str, ...]:
    """Names of the sets that a word is in."""
    return tuple(name for name, pattern in _word_sets().items() if pattern.fullmatch(word))


def read_word_sets(source: str, where: str) -> dict[str, re.Pattern[str]]:
    """Word sets from their JSON text, each tried on its own two examples.

    Raises
    ------
    ConfigError
        A set lacks a field, or an example of it proves the words wrong.
    """
    sets = {}
    for name, row in json.loads(source)["sets"].items():
        if set(row) != {"words", "flags", "ignores"}:
            raise ConfigError(
                f"{where}: set {name!r} has {', '.join(sorted(row))}."
                " It needs words, flags and ignores."
            )
        pattern = re.compile(
            "|".join(re.escape(word).replace(r"\*", ".*") for word in row["words"])
        )
        for field, wanted in (("flags", True), ("ignores", False)):
            words = _WORD.findall(normalize(row[field]))
            if any(pattern.fullmatch(word) for word in words) is not wanted:
                raise ConfigError(
                    f"{where}: the {field!r} sentence of set {name!r} must"
                    f"{'' if wanted else ' not'} have one of its words: {row[field]!r}."
                )
        sets[name] = pattern
    return sets
