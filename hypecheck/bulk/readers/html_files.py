"""HTML files, one article each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from hypecheck.bulk.readers.record import Record
from hypecheck.bulk.readers.text_files import read_whole
from hypecheck.bulk.sources import Source
from hypecheck.readers.page import article_of_page


class HtmlFiles:
    """Reader of a list of HTML files."""

    jumps = True

    def length(self, source: Source) -> int:
        """One article a file."""
        return len(source.paths)

    def records(self, source: Source, first: int) -> Iterator[Record]:
        """Files, not yet opened."""
        for path in source.paths[first:]:
            yield Record(path, 1, path)

    def fields(self, record: Record) -> Mapping[str, Any]:
        """Article of the page, and the file's name as id."""
        path = record.value
        return {"id": PurePath(path).name, **article_of_page(read_whole(path))}
