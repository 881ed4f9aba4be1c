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
    for name, default in _fields(type(record)):  # type: ignore[arg-type]  # a class is hashable
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
        The row has a field that the record doesn't have, or lacks one that it needs.
    """
    readers = _readers(cls)  # type: ignore[arg-type]  # a class is hashable
    unknown = sorted(set(row) - set(readers))
    if unknown:
        raise InputError(
            f"{cls.__name__} has no field {unknown[0]!r}. Allowed: {', '.join(sorted(readers))}."
        )
    try:
        return cls(**{name: _read(readers[name], value) for name, value in row.items()})
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


def _read(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        hint = next(choice for choice in typing.get_args(hint) if choice is not type(None))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return from_row(hint, value)
    if typing.get_origin(hint) is tuple:
        inner = typing.get_args(hint)[0]
        return tuple(_read(inner, item) for item in value)
    return value
