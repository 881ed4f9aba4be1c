"""HTML pages: text, title, date, author and site as trafilatura finds them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any

from hypecheck.bulk.readers.record import Record
from hypecheck.bulk.readers.text_files import read_whole
from hypecheck.bulk.sources import Source
from hypecheck.errors import InputError, MissingExtraError
from hypecheck.readers.plain import MAX_BYTES


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


def article_of_page(page: bytes, url: str | None = None) -> dict[str, Any]:
    """Text, title, date, url, outlet and author of an HTML page.

    Parameters
    ----------
    page : bytes
    url : str, optional
        Where it was found; else the page's own word is taken.

    Raises
    ------
    InputError
        No article is found in it.
    MissingExtraError
        trafilatura isn't installed.
    """
    try:
        import trafilatura
    except ImportError:
        raise MissingExtraError("trafilatura", "web") from None
    if len(page) > MAX_BYTES:
        raise InputError(f"The page is larger than {MAX_BYTES} bytes.")
    try:
        found = trafilatura.bare_extraction(
            page, url=url, include_comments=False, with_metadata=True
        )
    except Exception as error:  # what a parser of other people's pages breaks on can't be listed
        raise InputError(
            f"The page can't be taken apart ({type(error).__name__}). Give its text instead."
        ) from None
    text = getattr(found, "text", None)
    if not text:
        raise InputError("No article was found in the page. Give its text, or leave it out.")
    return {
        "text": text,
        "title": found.title,
        "date": found.date,
        "url": url or found.url,
        "outlet": found.sitename or found.hostname,
        "author": found.author,
    }
