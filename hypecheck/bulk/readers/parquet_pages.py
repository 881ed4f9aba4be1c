"""How much of a Parquet file has to be unpacked at a time, by the headers of its pages.

The footer can say anything; what a decoder allocates is what the page's own header says. Both are
structs of Thrift's compact protocol:
https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import index
from typing import IO, Any

from hypecheck.errors import InputError

#: Most that a row group's columns may unpack to at a time. A writer puts some thousand rows into a
#: page, so that articles of half a megabyte on average still fit.
LARGEST = 512_000_000
#: Rows that a byte can stand for: repetition costs next to nothing, and no archive is all the same.
_ROWS_A_BYTE = 100
#: A page's header holds its smallest and its largest value, so it may be long.
_LOOKS = (1 << 10, 1 << 20)
_UNPACKED, _PACKED = 2, 3
_DATA, _DATA_2 = 5, 8
_BINARY, _LIST, _SET, _STRUCT = 8, 9, 10, 12
#: Bytes of values that nobody asks for: truths in lists, small numbers, fractions.
_WIDTHS = {1: 1, 2: 1, 3: 1, 7: 8}


@dataclass(frozen=True, slots=True)
class _Page:
    """Sizes of a page in bytes, and the rows in it; a dictionary has none."""

    unpacked: int
    packed: int
    rows: int


def refuse_too_many_rows(rows: int, size: int) -> None:
    """Refuse a file that says it has more rows than its bytes can stand for.

    Raises
    ------
    InputError
        Says how many.
    """
    if rows > _ROWS_A_BYTE * size:
        raise InputError(f"Its {size} bytes are said to hold {rows} rows. Give a file that does.")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Pages of a column in a row group: where they begin and end, and the cells in them."""

    column: str
    start: int
    end: int
    cells: int


@dataclass(frozen=True, slots=True)
class Group:
    """A row group."""

    rows: int
    chunks: tuple[Chunk, ...]


def read_groups(raw: IO[bytes]) -> list[Group]:
    """Row groups of a file, as its footer has them.

    Arrow's own view of a column's metadata ends the process on some that are damaged.

    Raises
    ------
    InputError
        It has no such footer.
    """
    try:
        size = raw.seek(-8, os.SEEK_END)
        length = int.from_bytes(raw.read(4), "little")
        raw.seek(max(0, size - length))
        footer = _Compact(raw.read(length)).struct()
        return [_group(row) for row in footer[4]]
    except InputError:
        raise
    except (OSError, LookupError, TypeError, AttributeError, ValueError):
        raise InputError("Its footer can't be read.") from None


def _group(row: Mapping[int, Any]) -> Group:
    return Group(index(row[3]), tuple(_chunk(column[3]) for column in row[1]))


def _chunk(row: Mapping[int, Any]) -> Chunk:
    start, dictionary = index(row[9]), index(row.get(11, 0))
    start = dictionary if 0 < dictionary < start else start
    if start < 0:
        raise ValueError("a place before the file's first byte")
    name = b".".join(row[3]).decode("utf-8")
    return Chunk(name, start, start + index(row[7]), index(row[5]))


def refuse_bomb(raw: IO[bytes], group: Group, columns: list[str]) -> int:
    """Bytes that the largest pages of some columns of a row group unpack to, together.

    Parameters
    ----------
    raw : binary file
    group : Group
    columns : list of str
        Columns without nesting.

    Raises
    ------
    InputError
        That is too much, or a column hasn't the rows that the group is said to have.
    """
    largest = 0
    for chunk in group.chunks:
        if chunk.column not in columns:
            continue
        pages = list(_pages(raw, chunk))
        rows = sum(page.rows for page in pages)
        if rows != group.rows:
            raise InputError(f"Its column {chunk.column!r} has {rows} rows, not {group.rows}.")
        largest += max(page.unpacked for page in pages) if pages else 0
    if largest > LARGEST:
        raise InputError(
            f"Its pages unpack to {largest / 1e6:.0f} MB at a time. Allowed:"
            f" {LARGEST / 1e6:.0f} MB. Write it with smaller pages."
        )
    return largest


def _pages(raw: IO[bytes], chunk: Chunk) -> Iterator[_Page]:
    """Pages of a column chunk, as a decoder goes through them."""
    at, rows = chunk.start, 0
    while at < chunk.end and rows < chunk.cells:
        header, page = _header(raw, at)
        yield page
        rows += page.rows
        at += header + page.packed


def _header(raw: IO[bytes], at: int) -> tuple[int, _Page]:
    """Length of the page header at an offset, and what it says."""
    for look in _LOOKS:
        raw.seek(at)
        reader = _Compact(raw.read(look))
        try:
            found = reader.struct()
        except IndexError:
            continue
        kind = found.get(_DATA) or found.get(_DATA_2) or {1: 0}  # else a dictionary's
        rows = kind.get(1) if isinstance(kind, dict) else None
        sizes = [found.get(_UNPACKED), found.get(_PACKED), rows]
        known = [size for size in sizes if isinstance(size, int) and size >= 0]
        if len(known) != len(sizes):
            raise InputError(f"Its page at byte {at} has no sizes that a page can have.")
        return reader.at, _Page(*known)
    raise InputError(f"Its page at byte {at} has no header that ends.")


class _Compact:
    """Reader of Thrift's compact protocol: structs by the number of their fields."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def struct(self) -> dict[int, Any]:
        """Fields of a struct: numbers, texts, lists and structs; None for other kinds."""
        found: dict[int, Any] = {}
        number = 0
        while kind := self._byte():
            step, kind = kind >> 4, kind & 15
            number = number + step if step else self._number()
            found[number] = None if kind in (1, 2) else self._value(kind)  # a truth has no bytes
        return found

    def _value(self, kind: int) -> Any:
        if kind in (4, 5, 6):
            return self._number()
        if kind == _STRUCT:
            return self.struct()
        if kind in (_LIST, _SET):
            return self._list()
        if kind == _BINARY:
            return self._take(self._length())
        if kind in _WIDTHS:
            self._take(_WIDTHS[kind])
            return None
        raise InputError(f"It has a value of the unknown kind {kind}.")

    def _list(self) -> list[Any]:
        head = self._byte()
        count, kind = head >> 4, head & 15
        count = self._length() if count == 15 else count
        if count > len(self._data):
            raise IndexError
        return [self._value(kind) for _ in range(count)]

    def _byte(self) -> int:
        value = self._data[self.at]
        self.at += 1
        return value

    def _length(self) -> int:
        """Number of up to ten bytes, the lowest first."""
        value = 0
        for shift in range(0, 70, 7):
            byte = self._byte()
            value |= (byte & 127) << shift
            if byte < 128:
                return value
        raise InputError("It has a number without an end.")

    def _number(self) -> int:
        """Number with its sign in the lowest bit."""
        value = self._length()
        return (value >> 1) ^ -(value & 1)

    def _take(self, count: int) -> bytes:
        found = self._data[self.at : self.at + count]
        if len(found) < count:
            raise IndexError
        self.at += count
        return found
