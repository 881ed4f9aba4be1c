"""The article of an HTML page: text, title, date, author and site as trafilatura finds them."""

from __future__ import annotations

from typing import Any

from hypecheck.errors import InputError, MissingExtraError
from hypecheck.readers.plain import MAX_BYTES

#: A page's own word on its date counts; years found anywhere in it, such as that of the copyright
#: notice, don't: a wrong day would turn verdicts.
_DATES = {"extensive_search": False, "original_date": True}
#: Words below which what is found is no article but what stands around one.
_LEAST = 4


def article_of_page(
    page: bytes | str, url: str | None = None, *, name: str = "the page"
) -> dict[str, Any]:
    """Text, title, date, url, outlet and author of an HTML page.

    Parameters
    ----------
    page : bytes or str
    url : str, optional
        Where it was found; else the page's own word is taken.
    name : str
        What messages call it.

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
        raise InputError(f"{name} is larger than {MAX_BYTES / 1e6:.0f} MB. Give the text itself.")
    try:
        found = trafilatura.bare_extraction(
            page, url=url, include_comments=False, with_metadata=True, date_extraction_params=_DATES
        )
    except Exception as error:  # whatever a parser throws at damaged pages
        raise InputError(
            f"{name} can't be taken apart ({type(error).__name__}). Give its text instead."
        ) from None
    text = getattr(found, "text", None) or ""
    if len(text.split()) < _LEAST:
        raise InputError(f"No article was found in {name}. Give its text, or leave it out.")
    return {
        "text": _without_title(text, found.title or ""),
        "title": found.title,
        "date": found.date,
        "url": url or found.url,
        "outlet": found.sitename or found.hostname,
        "author": found.author,
    }


def _without_title(text: str, title: str) -> str:
    """Text without the title on its first line, which would count twice."""
    first, _, rest = text.partition("\n")
    same = " ".join(first.split()).casefold() == " ".join(title.split()).casefold()
    return rest if same and rest.strip() else text
