"""Fields that a run is told to read, looked for in rows that need not all have the same."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from hypecheck.bulk.columns import GUESSES
from hypecheck.bulk.readers import Record, reader_of, records_of
from hypecheck.bulk.settings import Columns
from hypecheck.bulk.sources import Source
from hypecheck.errors import InputError

_PAGE = frozenset(("id", *GUESSES))
#: Fields of kinds whose rows all have the same.
_FIXED: Mapping[str, frozenset[str]] = {
    "text": frozenset(("id", "text")),
    "html": _PAGE,
    "warc": _PAGE,
}


def refuse_unknown_fields(sources: Sequence[Source], columns: Columns) -> None:
    """Refuse names that no row of a run has, such as one that is misspelled.

    A row of JSONL may lack a field that another one has, and a file may lack those of another, so
    a name is looked for until it is found. Tables are looked at one by one
    (`hypecheck.bulk.columns.column_problem`).

    Raises
    ------
    InputError
        Names the field and those that there are.
    """
    given = [name for name in (getattr(columns, part) for part in GUESSES) if name]
    if not given or any(source.kind not in ("jsonl", *_FIXED) for source in sources):
        return
    known = sorted({name for source in sources for name in _FIXED.get(source.kind, ())})
    sought = dict.fromkeys(name for name in given if name not in known)
    rows = (source for source in sources if source.kind == "jsonl")
    seen = _look(rows, sought) if sought else []
    if sought and (known or seen):
        raise InputError(
            f"No row has a field {next(iter(sought))!r}. Fields that there are:"
            f" {', '.join([*known, *(name for name in seen if name not in known)])}."
            " Name the right one."
        )


def _look(sources: Iterable[Source], sought: dict[str, None]) -> list[str]:
    """Take out what is found of some names, and give the fields of the first row."""
    seen: list[str] = []
    for fields in _rows_with(sources, sought):
        seen = seen or list(fields)
        for name in [name for name in sought if name in fields]:
            del sought[name]
        if not sought:
            break
    return seen


def _rows_with(sources: Iterable[Source], sought: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """The first row, and those in whose bytes one of some names stands: few are parsed."""
    marks = tuple(form for name in sought for form in _written(name))
    first = True
    for source in sources:
        reader = reader_of(source.kind)
        for record in records_of(source, 0):
            if not isinstance(record, Record) or record.value is None:
                continue
            if first or any(mark in record.value for mark in marks):
                with contextlib.suppress(InputError):
                    yield reader.fields(record)
                    first = False


def _written(name: str) -> Iterator[bytes]:
    """Ways in which JSON may write a name."""
    yield json.dumps(name)[1:-1].encode()
    yield json.dumps(name, ensure_ascii=False)[1:-1].encode(errors="surrogatepass")
