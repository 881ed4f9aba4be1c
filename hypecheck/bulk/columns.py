"""Fields of a row as an article: which column is which, and what a cell may hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from hypecheck.bulk.settings import Columns
from hypecheck.dates import as_day, is_partial_date
from hypecheck.errors import InputError
from hypecheck.readers.plain import MAX_BYTES
from hypecheck.types import Article

#: Names that common archives give to what an article has, the likeliest first.
GUESSES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "article_text", "full_text"),
    "title": ("title", "headline", "head", "subject"),
    "date": (
        *("date", "published", "published_at", "publish_date", "date_publish", "publication_date"),
        *("pub_date", "pubdate", "datepublished", "published_date", "datetime", "created_at"),
    ),
    "id": ("id", "uid", "guid", "doc_id", "article_id", "identifier", "_id"),
    "url": ("url", "link", "href", "source_url"),
    "outlet": ("outlet", "source", "publisher", "publication", "source_domain", "site", "domain"),
    "author": ("author", "authors", "byline", "creator"),
}  # fmt: skip


def article_of(fields: Mapping[str, Any], columns: Columns, fallback_id: str) -> Article:
    """Article that a row holds.

    Parameters
    ----------
    fields : mapping
    columns : Columns
        Names that are given; the others are guessed.
    fallback_id : str
        Id of a row that has none.

    Raises
    ------
    InputError
        The text is missing or no text, the date is none, or a field isn't Unicode.
    """
    names = _names(fields, columns)
    text = _text(fields, names["text"])
    published = cell_of(fields, names["date"])
    return Article(
        text,
        id=line_of(fields, names["id"]) or fallback_id,
        title=line_of(fields, names["title"]),
        published=None if published is None else day_of(published),
        url=line_of(fields, names["url"]),
        author=line_of(fields, names["author"]),
        outlet=line_of(fields, names["outlet"]),
    )


def day_of(value: Any) -> date:
    """Day of a date, a datetime, or a text in one of the forms archives use.

    Raises
    ------
    InputError
        It is no date.

    Examples
    --------
    >>> day_of("2024-05-01T12:30:00Z"), day_of("Wed, 01 May 2024 08:00:00 GMT")
    (datetime.date(2024, 5, 1), datetime.date(2024, 5, 1))
    """
    if isinstance(value, str):
        text = value.strip()
        return as_day(text if is_partial_date(text) else _timestamp(text))
    if type(value).__name__ == "datetime64":  # NumPy's, which as a date may be a mere number
        return as_day(str(value)[:10])
    if not isinstance(value, date):
        raise InputError(f"The date is a {type(value).__name__}. Allowed: a date, or its text.")
    return as_day(value)


def column_problem(names: Iterable[str], columns: Columns) -> str | None:
    """Why a table with these columns can't be read, or None."""
    known = list(names)
    given = [name for name in _given(columns).values() if name and name not in known]
    if given:
        return f"has no column {given[0]!r}. Its columns: {', '.join(map(str, known))}."
    used = _names(dict.fromkeys(known), columns)
    twice = [name for name in used.values() if name and known.count(name) > 1]
    if twice:
        return f"has {known.count(twice[0])} columns {twice[0]!r}. Rename all but the one to read."
    if used["text"] is None:
        return (
            f"has no column with the text. Its columns: {', '.join(map(str, known))}."
            " Name the right one."
        )
    return None


def is_missing(value: Any) -> bool:
    """Whether a cell is empty: None, a blank, or the not-a-number of a data frame."""
    if value is None:
        return True
    if isinstance(value, str):
        return not value.strip()
    try:
        return bool(value != value)  # NaN and NaT aren't equal to themselves
    except (TypeError, ValueError):  # pandas.NA and arrays have no truth value
        return type(value).__name__ == "NAType"


def _given(columns: Columns) -> dict[str, str]:
    return {part: getattr(columns, part) for part in GUESSES}


def _names(fields: Mapping[str, Any], columns: Columns) -> dict[str, str | None]:
    lowered: dict[str, str] = {}
    for name in fields:
        lowered.setdefault(str(name).lower(), name)
    return {
        part: given or next((lowered[guess] for guess in GUESSES[part] if guess in lowered), None)
        for part, given in _given(columns).items()
    }


def _text(fields: Mapping[str, Any], name: str | None) -> str:
    if name is None or name not in fields:
        known = ", ".join(map(str, fields)) or "none"
        raise InputError(f"The row has no {name or 'text'!r}. Its fields: {known}.")
    text = fields[name]
    if is_missing(text):
        raise InputError(f"{name!r} is empty. There is nothing to score.")
    if not isinstance(text, str):
        raise InputError(f"{name!r} is a {type(text).__name__}. Allowed: a text.")
    _require_unicode(text, name)
    if len(text) > MAX_BYTES:
        raise InputError(f"{name!r} has {len(text)} characters. Up to {MAX_BYTES} are scored.")
    return text


def cell_of(fields: Mapping[str, Any], name: str | None) -> Any:
    """Value of a field, or None where it is empty or not there."""
    value = fields.get(name) if name is not None else None
    return None if is_missing(value) else value


def line_of(fields: Mapping[str, Any], name: str | None) -> str | None:
    """A field as text: numbers as they are written, lists with commas; None where it is empty.

    Raises
    ------
    InputError
        It isn't Unicode.
    """
    value = cell_of(fields, name)
    if value is None:
        return None
    line = ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    _require_unicode(line, name or "")
    return line


def _require_unicode(text: str, name: str) -> None:
    """Refuse half of a surrogate pair, which no file in UTF-8 can hold."""
    if text.isascii():
        return
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(f"{name!r} is not UTF-8 (at character {error.start}).") from None


def _timestamp(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except ValueError:
        raise InputError(
            f"{text!r} is not a date. Allowed: YYYY[-MM[-DD]], a timestamp of ISO 8601, or the"
            " form of mail and feeds (Wed, 01 May 2024 08:00:00 GMT)."
        ) from None
