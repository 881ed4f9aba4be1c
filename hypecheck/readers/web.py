"""Any page as an article: an address on the web, or an HTML file."""

from __future__ import annotations

from pathlib import Path

from hypecheck.errors import InputError
from hypecheck.readers.fetch import SECONDS, Response, fetch
from hypecheck.readers.names import is_address
from hypecheck.readers.page import article_of_page
from hypecheck.readers.plain import decode, read_bytes
from hypecheck.types import Article

#: Value of `Article.meta["published_from"]` for a date that a page gives.
FROM_PAGE = "page"
_PAGES = ("text/html", "application/xhtml+xml")
_TEXTS = ("text/plain", "text/markdown")


def read_page(name: str, *, seconds: float = SECONDS) -> Article:
    """Article of a page, with its title, date, author and site.

    Parameters
    ----------
    name : str
        An address with http:// or https://, or the path of an HTML file.
    seconds : float
        Time that an address may take.

    Returns
    -------
    Article
        A date that the page gives is `published`, and ``meta["published_from"]`` is "page".

    Raises
    ------
    InputError
        It can't be read, is no page, or no article is found in it.
    MissingExtraError
        trafilatura isn't installed.
    """
    if is_address(name):
        return _from_web(name, fetch(name, seconds=seconds))
    page = read_bytes(Path(name))
    if not page.strip():
        raise InputError(f"{name} is empty. There is nothing to check.")
    return _article(page, None, name)


def _from_web(name: str, response: Response) -> Article:
    if response.kind in _TEXTS:
        return Article(decode(response.body, name), url=response.url)
    if response.kind not in _PAGES:
        raise InputError(f"{name} is {response.kind}. Allowed: an HTML page or plain text.")
    return _article(_decoded(response), response.url, name)


def _decoded(response: Response) -> bytes | str:
    """The page in the server's charset; without one, the page's own word is taken."""
    try:
        return response.body.decode(response.charset) if response.charset else response.body
    except (LookupError, UnicodeDecodeError):
        return response.body


def _article(page: bytes | str, url: str | None, name: str) -> Article:
    found = article_of_page(page, url, name=name)
    return Article(
        found["text"],
        title=found["title"],
        published=found["date"],
        url=found["url"],
        author=found["author"],
        outlet=found["outlet"],
        meta={"published_from": FROM_PAGE} if found["date"] else {},
    )
