"""How much of a Parquet file has to be unpacked at a time, by the headers of its pages.

The footer can say anything; what a decoder allocates is what the page's own header says. Headers
are structs of Thrift's compact protocol:
https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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


def refuse_bomb(raw: IO[bytes], group: Any, columns: list[str]) -> int:
    """Bytes that the largest pages of some columns of a row group unpack to, together.

    Parameters
    ----------
    raw : binary file
    group : pyarrow.parquet.RowGroupMetaData
    columns : list of str
        Columns without nesting.

    Raises
    ------
    InputError
        That is too much, or a column hasn't the rows that the group is said to have.
    """
    largest = 0
    for number in range(group.num_columns):
        column = group.column(number)
        if column.path_in_schema not in columns:
            continue
        pages = list(_pages(raw, column))
        rows = sum(page.rows for page in pages)
        if rows != group.num_rows:
            name = column.path_in_schema
            raise InputError(f"Its column {name!r} has {rows} rows, not {group.num_rows}.")
        largest += max(page.unpacked for page in pages) if pages else 0
    if largest > LARGEST:
        raise InputError(
            f"Its pages unpack to {largest / 1e6:.0f} MB at a time. Allowed:"
            f" {LARGEST / 1e6:.0f} MB. Write it with smaller pages."
        )
    return largest


def _pages(raw: IO[bytes], column: Any) -> Iterator[_Page]:
    """Pages of a column chunk, as a decoder goes through them."""
    at, rows = column.data_page_offset, 0
    if column.has_dictionary_page and 0 < column.dictionary_page_offset < at:
        at = column.dictionary_page_offset
    end = at + column.total_compressed_size
    while at < end and rows < column.num_values:
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
    """Reader of Thrift's compact protocol: numbers and structs by the number of their field."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.at = 0

    def struct(self) -> dict[int, Any]:
        """Fields of a struct; other values than numbers and structs are passed over."""
        found: dict[int, Any] = {}
        number = 0
        while kind := self._byte():
            step, kind = kind >> 4, kind & 15
            number = number + step if step else self._number()
            found[number] = self._value(kind)
        return found

    def _value(self, kind: int) -> Any:
        if kind in (1, 2):  # a truth, which the kind itself tells
            return None
        if kind in (4, 5, 6):
            return self._number()
        if kind == _STRUCT:
            return self.struct()
        if kind in (_LIST, _SET):
            self._list()
        elif kind in (3, 7, _BINARY):
            self._skip({3: 1, 7: 8}.get(kind) or self._length())
        else:
            raise InputError(f"A page's header has a value of the unknown kind {kind}.")
        return None

    def _list(self) -> None:
        head = self._byte()
        count, kind = head >> 4, head & 15
        for _ in range(self._length() if count == 15 else count):
            if kind in (1, 2):
                self._skip(1)
            else:
                self._value(kind)

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
        raise InputError("A page's header has a number without an end.")

    def _number(self) -> int:
        """Number with its sign in the lowest bit."""
        value = self._length()
        return (value >> 1) ^ -(value & 1)

    def _skip(self, count: int) -> None:
        self.at += count
        if self.at > len(self._data):
            raise IndexError
