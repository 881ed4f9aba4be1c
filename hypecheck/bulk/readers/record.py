"""What readers give: records that are cheap to step over and parsed only where they count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from hypecheck.bulk.sources import Source


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a source, not yet parsed.

    Attributes
    ----------
    file : str
        Its file, as the caller named it.
    row : int
        Its place there, from 1: a line, a row, a page.
    value : object
        Whatever its reader needs to parse it.
    """

    file: str
    row: int
    value: Any


@dataclass(frozen=True, slots=True)
class Broken:
    """The end of a source that can't be read any further."""

    file: str
    reason: str


class Reader(Protocol):
    """Rows of one kind of source.

    Attributes
    ----------
    jumps : bool
        Starting in the middle costs nothing; otherwise a reader steps over what comes before.
    """

    jumps: bool

    def length(self, source: Source) -> int | None:
        """Number of records where metadata tells, else None."""

    def records(self, source: Source, first: int) -> Iterator[Record]:
        """Records from the one with index `first` on."""

    def fields(self, record: Record) -> Mapping[str, Any]:
        """Fields of a record by name.

        Raises
        ------
        InputError
            It can't be parsed; the message says why and what is allowed.
        """
