"""WARC files, such as those of Common Crawl News: one article a response that is an HTML page."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from copy import copy
from itertools import islice
from typing import IO, Any

from hypecheck.bulk.files import Damaged, open_bytes
from hypecheck.bulk.readers.record import Record
from hypecheck.bulk.sources import Source
from hypecheck.errors import InputError, MissingExtraError
from hypecheck.readers.page import article_of_page
from hypecheck.readers.plain import MAX_BYTES

_PAGES = ("text/html", "application/xhtml+xml")
_WEB = ("http:", "https:")
#: Bytes of a response, with its headers and as it was sent, that are kept to be unpacked.
_LARGEST = 2 * MAX_BYTES


class WarcPages:
    """Reader of WARC files; other records than successful responses with a page are left out."""

    jumps = False

    def length(self, source: Source) -> None:
        """None: only a pass tells."""

    def records(self, source: Source, first: int) -> Iterator[Record]:
        """Responses that are whole.

        Raises
        ------
        Damaged
            The file ends in the middle of a record, or has none.
        """
        with open_bytes(source.path) as file:
            for row, page in islice(enumerate(_pages(file), start=1), first, None):
                yield Record(source.name, row, page)

    def fields(self, record: Record) -> Mapping[str, Any]:
        """Article of the page; the record's id is the article's."""
        headers = record.value.rec_headers
        if record.value.length > _LARGEST:
            raise InputError(
                f"The response has {record.value.length} bytes. Up to {_LARGEST} are read."
            )
        page = record.value.content_stream().read(MAX_BYTES + 1)
        url = headers.get_header("WARC-Target-URI")
        return {"id": headers.get_header("WARC-Record-ID"), **article_of_page(page, url)}


def _pages(file: IO[bytes]) -> Iterator[Any]:
    from_http = _http_parser()
    for record in _records(file):
        if record.rec_type != "response" or not _is_of_the_web(record):
            continue
        answer = record.raw_stream.read(_LARGEST)
        _skip_rest(record)
        if not answer:
            continue
        page = copy(record)  # the library goes on with what the record had
        page.raw_stream = io.BytesIO(answer)
        page.http_headers = from_http(page.raw_stream)
        if _is_page(page.http_headers):
            yield page


def _records(file: IO[bytes]) -> Iterator[Any]:
    """Records of any kind, what is in them still to be read.

    The library takes the end of the file for the end of a record, and has it parse no headers of
    HTTP, because it takes a record that ends before them for the end of the file.
    """
    from warcio.archiveiterator import ArchiveIterator

    record = None
    for record in ArchiveIterator(_Pieces(file), no_record_parse=True):
        if not _says_its_length(record):
            raise Damaged("a record has no Content-Length, as where a file is cut short")
        yield record
        _skip_rest(record)
    if record is None:
        raise Damaged("it has no WARC record")


def _http_parser() -> Any:
    try:
        from warcio.statusandheaders import StatusAndHeadersParser
    except ImportError:
        raise MissingExtraError("warcio", "web") from None
    return StatusAndHeadersParser([], verify=False).parse


class _Pieces:
    """File whose `read` gives what there is: a full one would lose it if the file then breaks off.

    It has no `tell`, which the library can do without.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self.read = getattr(file, "read1", file.read)


def _says_its_length(record: Any) -> bool:
    name = "length" if record.format == "arc" else "Content-Length"
    return (record.rec_headers.get_header(name) or "").strip().isdecimal()


def _skip_rest(record: Any) -> None:
    """Go to the end of a record.

    Raises
    ------
    Damaged
        The file ends before.
    """
    stream = record.raw_stream
    while stream.read(1 << 16):
        pass
    if stream.limit > 0:
        raise Damaged(f"its last record lacks {stream.limit} of {record.length} bytes")


def _is_of_the_web(record: Any) -> bool:
    name = "uri" if record.format == "arc" else "WARC-Target-URI"
    address = record.rec_headers.get_header(name)
    return address is None or address.startswith(_WEB)


def _is_page(headers: Any) -> bool:
    kind = headers.get_header("Content-Type") or ""
    status = headers.get_statuscode() or ""
    return kind.split(";")[0].strip().lower() in _PAGES and status == "200"
