"""Rows of a user's own table whose values are of another kind than a release's.

`hypecheck.evidence.check` lists everything that a table should be; this is what it must be for the
rest of the package to work with it, and is looked at whenever one is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypecheck.dates import is_partial_date
from hypecheck.errors import InputError, ReleaseDBError

_TEXTS = (
    *("id", "name", "family", "organization", "country", "date", "openness", "kind", "purpose"),
    *("licence", "terms", "confidence", "note", "stage_of"),
)
_LISTS = ("aliases", "traits", "inputs", "outputs", "sources")
_COUNTS = ("parameters", "active_parameters", "context_tokens", "prominence")
_DATE = "YYYY, YYYY-MM or YYYY-MM-DD"
#: More digits than any count has; a longer number can't even be printed.
_MOST = 10**18


def refuse_misfits(row: Mapping[str, Any]) -> None:
    """Refuse a row with a value that no release can have.

    Raises
    ------
    InputError
        Says which field, what came in and what is allowed.
    """
    for name in _TEXTS:
        if not _is_text(row.get(name, "")):
            raise _misfit(name, row[name], "a text")
    for name in _LISTS:
        if not _are_texts(row.get(name, ())):
            raise _misfit(name, row[name], "a list of texts")
    for name in _COUNTS:
        value = row.get(name, 1)
        if (value is not None or name == "prominence") and (
            type(value) not in (int, float) or not 0 <= value <= _MOST
        ):
            raise _misfit(name, value, "a positive number")
    if not row.get("id") or not is_partial_date(row.get("date", "")):
        name, allowed = ("date", _DATE) if row.get("id") else ("id", "a text that isn't empty")
        raise _misfit(name, row.get(name, ""), allowed)
    for name, text in (("events", "kind"), ("other_dates", "source")):
        _refuse_dated(name, row.get(name, ()), text)


def refuse_rings(stages: Mapping[str, str], where: str) -> None:
    """Refuse a table in which a release is, over others or by itself, a stage of itself.

    Raises
    ------
    ReleaseDBError
        Names one such release.
    """
    sound: set[str] = set()
    for start in stages:
        path: set[str] = set()
        key = start
        while key in stages and key not in sound:
            if key in path:
                raise ReleaseDBError(
                    f"{where} has {key!r} as a stage of itself."
                    " Allowed: the release that came first."
                )
            path.add(key)
            key = stages[key]
        sound |= path


def _refuse_dated(name: str, items: Any, text: str) -> None:
    if not isinstance(items, list | tuple):
        raise _misfit(name, items, "a list")
    for item in items:
        if not isinstance(item, Mapping):
            raise _misfit(name, item, f"objects with {text} and date")
        if not _is_text(item.get(text)) or not is_partial_date(item.get("date", "")):
            raise _misfit(name, item, f"{text} as a text, and date as {_DATE}")
        if not _are_texts(item.get("sources", ())):
            raise _misfit(name, item, "sources as a list of texts")


def _are_texts(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(_is_text(one) for one in value)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and is_unicode(value)


def is_unicode(text: str) -> bool:
    """Tell whether a text can be written to a file: it has no half of a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _misfit(name: str, value: Any, allowed: str) -> InputError:
    return InputError(f"{name} is {value!r:.60}. Allowed: {allowed}")
