"""The only reader of the data files that ship inside the package."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from hypecheck.errors import HypecheckError


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
