"""Rows of a vocabulary file of one's own, in JSON lines, CSV or TOML, each with its place."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from hypecheck.errors import HypecheckError, LexiconError
from hypecheck.lexicon.fields import KNOWN
from hypecheck.resources import parse_jsonl, parse_toml, text_at_most

FORMATS = (".jsonl", ".csv", ".toml")
_LISTS = ("patterns", "unless", "needs", "flags", "ignores", "allow")
_COLUMNS = (*KNOWN, "off", "allow")
_YES, _NO = ("true", "yes", "1", "x"), ("false", "no", "0")
_LARGEST = 5_000_000


def read_rows(path: str | Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Place ("mine.jsonl:3") and row, one by one.

    Parameters
    ----------
    path : str or Path
        A file that ends in .jsonl, .csv or .toml.

    Raises
    ------
    LexiconError
        The file can't be read, or a row of it.
    """
    name = str(path) or "''"
    readers = {".jsonl": _json_rows, ".csv": _csv_rows, ".toml": _toml_rows}
    reader = readers.get(Path(path).suffix.lower())
    if reader is None:
        raise LexiconError(f"{name} is of no known kind. Allowed: {', '.join(FORMATS)}.")
    for number, row in reader(_text(path), name):
        yield f"{name}:{number}", row


def _text(path: str | Path) -> str:
    try:
        return text_at_most(Path(path), _LARGEST, "utf-8-sig")
    except OSError as error:
        raise LexiconError(f"{path} can't be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise LexiconError(f"{path} is not UTF-8. Save it as UTF-8.") from None


def _json_rows(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        yield from parse_jsonl(text, name)
    except HypecheckError as error:
        raise LexiconError(str(error)) from None


def _csv_rows(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Rows of a table; a cell with several values has a semicolon between them."""
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        for column in reader.fieldnames or ():
            if column not in _COLUMNS:
                raise LexiconError(
                    f"{name}:1 has the column {column!r}. Allowed: {', '.join(_COLUMNS)}."
                )
        for cells in reader:
            place = f"{name}:{reader.line_num}"
            if None in cells:
                raise LexiconError(f"{place} has more cells than the first line has columns.")
            row = {key: _cell(key, cell, place) for key, cell in cells.items() if cell}
            if row:
                yield reader.line_num, row
    except csv.Error as error:
        raise LexiconError(f"{name}:{reader.line_num} is no CSV row: {error}.") from None


def _cell(key: str, cell: str, place: str) -> Any:
    if key in _LISTS:
        return [part.strip() for part in cell.split(";") if part.strip()]
    if key == "intensity" and cell.strip().isdecimal():
        return int(cell)
    if key == "off":
        word = cell.strip().lower()
        if word not in (*_YES, *_NO):
            raise LexiconError(f"{place} has off {cell!r}. Allowed: {', '.join((*_YES, *_NO))}.")
        return word in _YES
    return cell.strip()


def _toml_rows(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Rows of ``[[entries]]``, and of the lists ``allow`` and ``off``."""
    try:
        table: Mapping[str, Any] = parse_toml(text)
    except ValueError as error:
        raise LexiconError(f"{name} is no TOML: {error}.") from None
    for key in table:
        if key not in ("entries", "allow", "off"):
            raise LexiconError(f"{name} has {key!r}. Allowed: allow, off, and [[entries]].")
    for key, field in (("allow", "allow"), ("off", "id")):
        for value in _list(table.get(key, []), key, name):
            row = {field: value}
            yield _line(text, key), {**row, "off": True} if key == "off" else row
    heads = [n for n, line in enumerate(text.split("\n"), 1) if line.strip() == "[[entries]]"]
    for at, entry in enumerate(_list(table.get("entries", []), "entries", name)):
        number = heads[at] if at < len(heads) else at + 1
        if not isinstance(entry, dict):
            raise LexiconError(f"{name}:{number} is no table. Write [[entries]] above it.")
        yield number, entry


def _list(value: Any, key: str, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise LexiconError(f"{name} has {key} {value!r}. Allowed: a list.")
    return value


def _line(text: str, key: str) -> int:
    """Line on which a list begins."""
    lines = text.split("\n")
    return next((n for n, line in enumerate(lines, 1) if line.lstrip().startswith(key)), 1)
