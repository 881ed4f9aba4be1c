"""The fields of vocabulary rows, each checked: what came in and what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from hypecheck.errors import HypecheckError, LexiconError
from hypecheck.patterns import Pattern, compile_pattern

LABELS = (
    "transformation", "priority", "superlative", "praise",
    "certainty", "scope", "capability", "rivalry",
)  # fmt: skip
EXTENSIONS = ("none", "head", "object", "of", "priority", "superlative")
CASES = ("any", "capital", "lower")
PARTS_OF_SPEECH = ("", "ADJ", "ADV", "NOUN", "PROPN", "VERB")
REQUIRED = ("id", "label", "patterns", "intensity", "flags", "ignores")
KNOWN = (*REQUIRED, "extend", "unless", "needs", "case", "pos", "note", "source")
_CHOICES: Mapping[str, tuple[Any, ...]] = {
    "intensity": (1, 2, 3),
    "extend": EXTENSIONS,
    "case": CASES,
    "pos": PARTS_OF_SPEECH,
}


def given_fields(
    row: Mapping[str, Any], place: str, rarely: Callable[[str], Pattern] = compile_pattern
) -> dict[str, Any]:
    """Fields of an entry that a row gives, each checked; raises `LexiconError`."""
    found: dict[str, Any] = {}
    for key in ("id", "label"):
        if key in row:
            found[key] = _text(row, key, place)
    for key, allowed in _CHOICES.items():
        if key in row:
            found[key] = _choice(row[key], allowed, f"{place} has {key}")
    for key in ("unless", "needs"):
        if key in row:
            found[key] = read_patterns(row, key, place, rarely)
    if "patterns" in row:
        found["patterns"] = read_patterns(row, "patterns", place)
    for key in ("flags", "ignores"):
        if key in row:
            found[key] = _texts(row, key, place)
    if "note" in row:
        found["note"] = str(row["note"])
    return found


def check_keys(
    row: Mapping[str, Any], place: str, required: Iterable[str], known: Iterable[str]
) -> None:
    """Raise `LexiconError` where a row has a key that isn't known, or lacks one."""
    for key in row:
        if key not in known:
            raise LexiconError(f"{place} has the key {key!r}. Allowed: {', '.join(known)}.")
    for key in required:
        if not row.get(key):
            raise LexiconError(f"{place} lacks {key!r}. Needed: {', '.join(required)}.")


def _choice(value: Any, allowed: tuple[Any, ...], what: str) -> Any:
    if value not in allowed:
        shown = ", ".join(repr(choice) for choice in allowed)
        raise LexiconError(f"{what} {value!r}. Allowed: {shown}.")
    return value


def _text(row: Mapping[str, Any], key: str, place: str) -> str:
    value = row[key]
    if not isinstance(value, str) or not value.strip():
        raise LexiconError(f"{place} has {key} {value!r}. Allowed: a text that isn't empty.")
    return value


def _texts(row: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise LexiconError(f"{place} has {key} {value!r}. Allowed: a list of texts.")
    return tuple(value)


def read_patterns(
    row: Mapping[str, Any],
    key: str,
    place: str,
    read: Callable[[str], Pattern] = compile_pattern,
) -> tuple[Pattern, ...]:
    """Patterns of one field of a row; raises `LexiconError`."""
    try:
        return tuple(read(source) for source in _texts(row, key, place))
    except LexiconError:
        raise
    except HypecheckError as error:
        raise LexiconError(f"{place}, {key}: {error}") from None
