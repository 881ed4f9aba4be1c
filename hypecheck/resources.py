"""The only reader of the data files that ship inside the package."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from errno import EFBIG, EINVAL
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from hypecheck.errors import HypecheckError

#: What a spreadsheet takes for a formula, behind any apostrophes (OWASP, "CSV Injection").
_FORMULA = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
#: A dotted name of so many parts: for each of its beginnings, tomllib keeps all of its parts.
_DOTTED = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){64}""")


def data_path(name: str) -> Traversable:
    """Where a data file lies, as a traversable.

    Parameters
    ----------
    name : str
        Path below ``hypecheck/data``, with forward slashes.
    """
    path = files("hypecheck").joinpath("data")
    for part in name.split("/"):
        path = path.joinpath(part)
    return path


def read_text(name: str) -> str:
    """Text of a data file.

    Raises
    ------
    HypecheckError
        The installation lacks the file.
    """
    try:
        return data_path(name).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise HypecheckError(
            f"The installation lacks hypecheck/data/{name}. Reinstall the package."
        ) from None


def read_jsonl(name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line numbers (from 1) and rows of a JSONL data file; blank lines are skipped."""
    return parse_jsonl(read_text(name), f"hypecheck/data/{name}")


def parse_json(text: str) -> Any:
    """Value of JSON text from outside.

    Raises
    ------
    ValueError
        It is no JSON, or nests its brackets too deeply.
    """
    import json

    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("its brackets are nested too deeply") from None


def parse_toml(text: str) -> dict[str, Any]:
    """Table of TOML text from outside.

    Raises
    ------
    ValueError
        It is no TOML, or nests its brackets or names too deeply.
    """
    import tomllib

    if _DOTTED.search(text):
        raise ValueError("its names are nested too deeply")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("its brackets are nested too deeply") from None


def read_at_most(path: Path, most: int) -> bytes:
    """Bytes of a file from outside, cut one byte over what is allowed: a device has no end.

    Raises
    ------
    OSError
        It can't be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1)
    except ValueError as error:  # a NUL in the name
        raise OSError(EINVAL, str(error)) from None


def text_at_most(path: Path, most: int, encoding: str = "utf-8") -> str:
    r"""Text of a file from outside, its ends of lines all ``\n``.

    Raises
    ------
    OSError
        It can't be read, or is larger than allowed.
    UnicodeDecodeError
        It is in another encoding.
    """
    content = read_at_most(path, most)
    if len(content) > most:
        raise OSError(EFBIG, f"it is larger than {most / 1e6:.0f} MB")
    return io.TextIOWrapper(io.BytesIO(content), encoding).read()


def to_cell(text: str) -> str:
    """Text as a cell of a CSV that no spreadsheet takes for a formula: an apostrophe before it.

    Examples
    --------
    >>> to_cell("=1+1"), to_cell("'=1+1"), to_cell("GPT-2"), to_cell("'quoted'")
    ("'=1+1", "''=1+1", 'GPT-2', "'quoted'")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def from_cell(cell: str) -> str:
    """Text again of what `to_cell` gave."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def parse_jsonl(text: str, where: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line numbers (from 1) and rows of JSONL text.

    Raises
    ------
    HypecheckError
        A line is no JSON object; the message names `where` and the line.
    """
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            row = parse_json(line)
        except ValueError as error:
            raise HypecheckError(
                f"{where}:{number} is not JSON ({error}). Write one JSON object on each line."
            ) from None
        if not isinstance(row, dict):
            raise HypecheckError(
                f"{where}:{number} is a {type(row).__name__}. Write one JSON object on each line."
            )
        yield number, row
