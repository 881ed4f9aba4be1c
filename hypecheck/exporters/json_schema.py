"""The JSON Schema of reports, made from the records themselves.

Run as ``python -m hypecheck.exporters.json_schema`` in a checkout to write the file that ships;
a test holds the two against each other.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
import types
import typing
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from hypecheck.exporters.json_text import json_text
from hypecheck.resources import read_text
from hypecheck.types import FileReport, Report
from hypecheck.types.rows import to_row

SCHEMA_ID = "urn:hypecheck:report:1"
#: File of the package.
NAME = "schema/report-1.json"
_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean"}
_PROBABILITIES = ("Report.score", "Report.own_voice", "Report.quoted_voice", "SentenceScore.score")
_OFFSETS = ("start_char", "end_char", "sentence")
_FROM_ONE = ("line", "column", "end_line", "end_column", "ordinal")
#: A heading of an attribute in a docstring: names, a colon, a type.
_HEADING = re.compile(r"^(\w+(?:, \w+)*) : .+$")


def read_schema() -> str:
    """Text of the schema that ships with the package."""
    return read_text(NAME)


def make_schema() -> dict[str, Any]:
    """Schema of a document with reports on files, and of a single report.

    A field at its default is left out of a row; the schema says what the default is.
    """
    records = sorted(_records(FileReport), key=lambda record: record.__name__)
    document = {
        "type": "object",
        "description": "Reports on files, as hypecheck check gives them.",
        "properties": {
            "schema": {"const": SCHEMA_ID},
            "files": {"type": "array", "items": {"$ref": "#/$defs/FileReport"}},
        },
        "required": ["schema", "files"],
        "additionalProperties": False,
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "hypecheck reports, format 1",
        "description": "Report.to_dict(), and documents of reports on files. A field that is"
        " missing has the default given here.",
        "if": {"required": ["files"]},
        "then": {"$ref": "#/$defs/Document"},
        "else": {"$ref": "#/$defs/Report"},
        "$defs": {
            "Document": document,
            **{record.__name__: _record(record) for record in records},
        },
    }


def _records(record: type) -> set[type]:
    """A record with all that stand in its fields."""
    found, waiting = {record, Report}, [record, Report]
    while waiting:
        for hint in typing.get_type_hints(waiting.pop()).values():
            for inner in _inside(hint):
                if inner not in found:
                    found.add(inner)
                    waiting.append(inner)
    return found


def _inside(hint: Any) -> Iterable[type]:
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        yield hint
    for argument in typing.get_args(hint):
        yield from _inside(argument)


def _record(record: Any) -> dict[str, Any]:
    hints, about = typing.get_type_hints(record), _attributes(record)
    fields = dataclasses.fields(record)
    return {
        "type": "object",
        "description": (inspect.getdoc(record) or "").split("\n\n")[0].replace("\n", " "),
        "properties": {
            field.name: {
                **_kind(hints[field.name]),
                **_bounds(record.__name__, field.name),
                **_default(field),
                **({"description": about[field.name]} if field.name in about else {}),
            }
            for field in fields
        },
        "required": [field.name for field in fields if not _default(field)],
        "additionalProperties": False,
    }


def _kind(hint: Any) -> dict[str, Any]:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return {"enum": list(arguments)}
    if origin in (typing.Union, types.UnionType):
        return _optional(_kind(next(one for one in arguments if one is not type(None))))
    if origin is tuple:
        return {"type": "array", "items": _kind(arguments[0])}
    if hint in _SIMPLE:
        return {"type": _SIMPLE[hint]}
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _optional(kind: dict[str, Any]) -> dict[str, Any]:
    if "type" in kind:
        return {**kind, "type": [kind["type"], "null"]}
    if "enum" in kind:
        return {"enum": [*kind["enum"], None]}
    return {"anyOf": [kind, {"type": "null"}]}


def _bounds(record: str, field: str) -> dict[str, Any]:
    if f"{record}.{field}" in _PROBABILITIES:
        return {"minimum": 0, "maximum": 1}
    if field in _OFFSETS:
        return {"minimum": 0}
    return {"minimum": 1} if field in _FROM_ONE else {}


def _default(field: dataclasses.Field[Any]) -> dict[str, Any]:
    if field.default is not dataclasses.MISSING:
        value = field.default
    elif field.default_factory is not dataclasses.MISSING:
        value = field.default_factory()
    else:
        return {}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {"default": to_row(value)}
    return {"default": list(value) if isinstance(value, tuple) else value}


def _attributes(record: type) -> Mapping[str, str]:
    """What the docstring says of each field."""
    about: dict[str, str] = {}
    names: list[str] = []
    for line in (inspect.getdoc(record) or "").splitlines():
        heading = _HEADING.match(line)
        if heading:
            names = heading[1].split(", ")
        elif line.startswith("    "):
            for name in names:
                about[name] = f"{about.get(name, '')} {line.strip()}".strip()
        elif line:
            names = []
    return about


if __name__ == "__main__":
    _FILE = Path(__file__).parents[1] / "data" / NAME
    _FILE.parent.mkdir(exist_ok=True)
    _FILE.write_text(json_text(make_schema()), encoding="utf-8")
    sys.stdout.write(f"{_FILE} was written\n")
