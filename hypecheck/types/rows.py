"""Records as JSON-safe rows and back; a field at its default is left out."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from hypecheck.errors import InputError

Record = TypeVar("Record")
_SCALARS = frozenset([str, int, float, bool])


def to_row(record: Any) -> dict[str, Any]:
    """Row of a record: dicts, lists, texts, numbers, None.

    Parameters
    ----------
    record : dataclass instance
        Any record of `hypecheck.types`.
    """
    row = {}
    kind: Any = type(record)
    for name, default in _fields(kind):
        value = getattr(record, name)
        if value is default or value == default:
            continue
        row[name] = value if type(value) in _SCALARS else _plain(value)
    return row


def from_row(cls: type[Record], row: Mapping[str, Any]) -> Record:
    """Record again from a row.

    Raises
    ------
    InputError
        The row has a field that the record doesn't have, lacks one that it needs, or holds a
        value of another kind than the record.
    """
    readers = _readers(cls)  # type: ignore[arg-type]  # a class is hashable
    if not isinstance(row, Mapping):
        raise InputError(f"{cls.__name__} is {row!r:.60}. Allowed: an object with its fields.")
    unknown = sorted(set(row) - set(readers))
    if unknown:
        raise InputError(
            f"{cls.__name__} has no field {unknown[0]!r}. Allowed: {', '.join(sorted(readers))}."
        )
    try:
        return cls(**{name: _read(readers[name], value, cls, name) for name, value in row.items()})
    except TypeError as error:
        raise InputError(f"{cls.__name__} can't be read from this row: {error}.") from None


@cache
def _fields(cls: Any) -> tuple[tuple[str, Any], ...]:
    """Names of a record's fields with their defaults; nothing equals `MISSING`."""
    return tuple(
        (field.name, field.default)
        if field.default_factory is dataclasses.MISSING
        else (field.name, field.default_factory())
        for field in dataclasses.fields(cls)
    )


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return to_row(value)
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value


@cache
def _readers(cls: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {field.name: hints[field.name] for field in dataclasses.fields(cls)}


def _read(hint: Any, value: Any, cls: Any, name: str) -> Any:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        if value is None:
            return None
        hint = next(choice for choice in typing.get_args(hint) if choice is not type(None))
        origin = typing.get_origin(hint)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return from_row(hint, value)
    if origin is tuple and isinstance(value, list | tuple):
        inner = typing.get_args(hint)[0]
        return tuple(_read(inner, item, cls, name) for item in value)
    if not _fits(hint, origin, value):
        raise InputError(f"{cls.__name__} has {name} {value!r:.60}. Allowed: {_words(hint)}.")
    return value


def _fits(hint: Any, origin: Any, value: Any) -> bool:
    if origin is typing.Literal:
        return value in typing.get_args(hint)
    if hint is float:
        return type(value) in (float, int)
    return type(value) is hint


def _words(hint: Any) -> str:
    if typing.get_origin(hint) is typing.Literal:
        return ", ".join(map(repr, typing.get_args(hint)))
    named = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}
    return named.get(hint, "a list")
