"""Cue rules: words that set, hide or end a stance, read from ``data/cues/*.jsonl``.

One JSON object a line, one rule an object:

=============  ===========================================================================
``id``         unique name
``category``   "rejected", "hedged", "attributed" or "asserted" (the stance it gives),
               "pseudo" (hides every cue it overlaps) or "terminator" (ends scopes)
``patterns``   list of patterns (`hypecheck.patterns`); a part in ``[ … ]`` is the cue,
               the rest is context that must stand beside it
``direction``  "forward" (acts on spans after it), "backward", "both", "over" (forward, and
               on a span that it overlaps) or "around" (both, and on a span that it
               overlaps); not for pseudo and terminator
``scope``      "clause", "sentence", "N words" (at most N between cue and span, inside the
               clause), "previous" (the whole sentence before; direction "backward") or
               "spoken" (the sentence, but only spans that another says; direction "both");
               not for pseudo and terminator
``tail``       true for a verb of speech that may follow what was said ("…, said Lee")
``ends``       which stances a terminator stops; only there, and needed there
``flags``      sentences whose ``[[marked]]`` span gets the category by this rule; for a
               pseudo or a terminator: whose marked span stays asserted
``ignores``    sentences whose ``[[marked]]`` span doesn't get the category from this rule;
               for a pseudo or a terminator: whose marked span does not stay asserted
``note``       why, for the next reader (may be missing)
=============  ===========================================================================

A rule of category "asserted" says that the writer agrees: it undoes an attribution.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hypecheck.errors import HypecheckError, LexiconError
from hypecheck.patterns import Pattern, compile_pattern
from hypecheck.resources import data_path, parse_jsonl
from hypecheck.types import STANCES

CATEGORIES = (*STANCES, "pseudo", "terminator")
DIRECTIONS = ("forward", "over", "backward", "both", "around")
SCOPES = ("clause", "sentence", "previous", "spoken")
_REQUIRED = ("id", "category", "patterns", "flags", "ignores")
_ACTING = ("direction", "scope")
_KNOWN = (*_REQUIRED, *_ACTING, "tail", "ends", "note")
_MARKED = re.compile(r"\[\[[^\[\]]+\]\]")
_WORDS = re.compile(r"([1-9]\d?) words")
#: Scopes that go with one direction only.
_NEEDS = {"previous": "backward", "spoken": "both"}


@dataclass(frozen=True, slots=True)
class CueRule:
    """A cue with its reach; the fields are those of the data files.

    Attributes
    ----------
    words : int or None
        The N of a scope of "N words".
    """

    id: str
    category: str
    patterns: tuple[Pattern, ...]
    direction: str = ""
    scope: str = ""
    words: int | None = None
    tail: bool = False
    ends: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()
    note: str = ""


@lru_cache(maxsize=1)
def load_cues() -> tuple[CueRule, ...]:
    """Load the cue rules that ship with the package."""
    rules: list[CueRule] = []
    for file in sorted(data_path("cues").iterdir(), key=lambda path: path.name):
        if file.name.endswith(".jsonl"):
            rules.extend(read_cues(file.read_text(encoding="utf-8"), f"cues/{file.name}"))
    return unique(rules)


def unique(rules: Iterable[CueRule]) -> tuple[CueRule, ...]:
    """Return the rules, after a check that no id comes twice."""
    seen: dict[str, CueRule] = {}
    for rule in rules:
        if rule.id in seen:
            raise LexiconError(f"cue {rule.id!r} stands twice. Ids are unique: rename one of them.")
        seen[rule.id] = rule
    return tuple(seen.values())


def read_cues(text: str, where: str) -> list[CueRule]:
    """Read the cue rules of one JSONL file.

    Parameters
    ----------
    text : str
        The file's text, one JSON object a line.
    where : str
        The file's name, for messages.

    Raises
    ------
    LexiconError
        A row breaks the rules; names file, line, what came in and what is allowed.

    Examples
    --------
    >>> row = '{"id": "x", "category": "hedged", "patterns": ["maybe"], "direction": "forward",'
    >>> row += '"scope": "3 words", "flags": ["Maybe [[magic]]."], "ignores": ["A [[magic]]."]}'
    >>> read_cues(row, "mine.jsonl")[0].words
    3
    """
    try:
        rows = list(parse_jsonl(text, where))
    except HypecheckError as error:
        raise LexiconError(str(error)) from None
    return [_rule(row, f"cue {row.get('id')!r} ({where}:{number})") for number, row in rows]


def _rule(row: Mapping[str, Any], place: str) -> CueRule:
    _keys(row, place)
    category = _choice(row["category"], CATEGORIES, f"{place} has category")
    acting = category in STANCES
    for key in _ACTING:
        if bool(row.get(key)) is not acting:
            word = "lacks" if acting else "may not have"
            raise LexiconError(
                f"{place} is {category} and {word} {key!r}. See hypecheck.stance.cues."
            )
    if (category == "terminator") is not bool(row.get("ends")):
        raise LexiconError(
            f"{place} is {category} and has ends {row.get('ends')!r}. "
            "A terminator names the stances it ends, no other rule does."
        )
    direction = _choice(row["direction"], DIRECTIONS, f"{place} has direction") if acting else ""
    scope, words = _scope(row["scope"], direction, place) if acting else ("", None)
    return CueRule(
        id=str(row["id"]),
        category=category,
        patterns=_patterns(row, place),
        direction=direction,
        scope=scope,
        words=words,
        tail=_choice(row.get("tail", False), (True, False), f"{place} has tail"),
        ends=tuple(_choice(end, STANCES, f"{place} ends") for end in row.get("ends", ())),
        flags=_examples(row, "flags", place),
        ignores=_examples(row, "ignores", place),
        note=str(row.get("note", "")),
    )


def _keys(row: Mapping[str, Any], place: str) -> None:
    for key in row:
        if key not in _KNOWN:
            raise LexiconError(f"{place} has the key {key!r}. Allowed: {', '.join(_KNOWN)}.")
    for key in _REQUIRED:
        if not row.get(key):
            raise LexiconError(f"{place} lacks {key!r}. Needed: {', '.join(_REQUIRED)}.")


def _choice(value: Any, allowed: Sequence[Any], what: str) -> Any:
    if value not in allowed:
        shown = ", ".join(repr(choice) for choice in allowed)
        raise LexiconError(f"{what} {value!r}. Allowed: {shown}.")
    return value


def _scope(value: Any, direction: str, place: str) -> tuple[str, int | None]:
    found = _WORDS.fullmatch(value) if isinstance(value, str) else None
    if found:
        return "words", int(found.group(1))
    if value not in SCOPES:
        shown = ", ".join(map(repr, SCOPES))
        raise LexiconError(f"{place} has scope {value!r}. Allowed: {shown}, '3 words' (1 to 99).")
    needed = _NEEDS.get(value)
    if needed and direction != needed:
        raise LexiconError(
            f"{place} has scope {value!r} and direction {direction!r}. Allowed: {needed!r}."
        )
    return str(value), None


def _texts(row: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    value = row[key]
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise LexiconError(f"{place} has {key} {value!r}. Allowed: a list of texts.")
    return tuple(value)


def _examples(row: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    examples = _texts(row, key, place)
    for example in examples:
        if len(_MARKED.findall(example)) != 1:
            raise LexiconError(
                f"{place} has in {key} {example!r}. Allowed: a text with one [[marked]] span."
            )
    return examples


def _patterns(row: Mapping[str, Any], place: str) -> tuple[Pattern, ...]:
    try:
        return tuple(compile_pattern(source) for source in _texts(row, "patterns", place))
    except LexiconError:
        raise
    except HypecheckError as error:
        raise LexiconError(f"{place}, patterns: {error}") from None
