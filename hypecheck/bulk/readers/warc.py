"""WARC files, such as those of Common Crawl News: one article a response that is an HTML page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from hypecheck.bulk.files import open_bytes
from hypecheck.bulk.readers.record import Record
from hypecheck.bulk.sources import Source
from hypecheck.errors import MissingExtraError
from hypecheck.readers.page import article_of_page
from hypecheck.readers.plain import MAX_BYTES

_PAGES = ("text/html", "application/xhtml+xml")


class WarcPages:
    """Reader of WARC files; other records than successful responses with a page are left out."""

    jumps = False

    def length(self, source: Source) -> None:
        """None: only a pass tells."""

    def records(self, source: Source, first: int) -> Iterator[Record]:
        """Responses; their content is read only if asked for before the next one."""
        try:
            from warcio.archiveiterator import ArchiveIterator
        except ImportError:
            raise MissingExtraError("warcio", "web") from None
        with open_bytes(source.path) as file:
            pages = filter(_is_page, ArchiveIterator(file))
            for row, page in islice(enumerate(pages, start=1), first, None):
                yield Record(source.name, row, page)

    def fields(self, record: Record) -> Mapping[str, Any]:
        """Article of the page; the record's id is the article's."""
        headers = record.value.rec_headers
        page = record.value.content_stream().read(MAX_BYTES + 1)
        url = headers.get_header("WARC-Target-URI")
        return {"id": headers.get_header("WARC-Record-ID"), **article_of_page(page, url)}


def _is_page(record: Any) -> bool:
    if record.rec_type != "response" or record.http_headers is None:
        return False
    kind = record.http_headers.get_header("Content-Type") or ""
    status = record.http_headers.get_statuscode() or ""
    return kind.split(";")[0].strip().lower() in _PAGES and status == "200"
