"""Who first published a source, where the table read it in somebody else's copy.

``data/releases/publishers.json`` maps patterns of sources to publisher, work and address; the first
pattern that is found decides. ``"original": true`` says that the source is the publisher's own
place and no mirror. Sources without a pattern are their owner's own: a maker's repository or page.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from hypecheck.errors import ReleaseDBError
from hypecheck.resources import read_text

BUNDLED = "releases/publishers.json"
#: A table in somebody's repository: a copy of something, more often than not.
DATA_FILE = re.compile(r"\.(?:csv|tsv|json|jsonl|xlsx|parquet|sqlite|db)(?:@|$)")
_NEEDED = frozenset(["pattern", "publisher", "work", "url"])
_URL = re.compile(r"https?://(?:www\.)?([^/]+)(?:/([^/]+))?")
_REPOSITORY = re.compile(r"([\w.-]+)/[\w.-]+(?: \([^)]*\))?(?::|@|$)")
#: Hosts whose first folder is the owner of what stands below.
_SHARED_HOSTS = frozenset(["github.com", "huggingface.co", "gitlab.com"])


@dataclass(frozen=True, slots=True)
class Publisher:
    """Original publisher of a source.

    Attributes
    ----------
    work : str
        What was published; "" for a maker's own page or repository.
    url : str
        Address of the original.
    mirrored : bool
        The table read a copy of it in another place.
    listed : bool
        The publisher stands in ``publishers.json``.
    """

    name: str
    work: str = ""
    url: str = ""
    mirrored: bool = False
    listed: bool = False


def publisher_of(source: str) -> Publisher:
    """Original publisher of a source.

    Examples
    --------
    >>> publisher_of("someone/course:all_ai_models.csv@291adcd").name
    'Epoch AI'
    >>> publisher_of("openai/whisper:README.md@abc").url
    'https://github.com/openai/whisper'
    """
    for pattern, publisher in _publishers():
        if pattern.search(source):
            return publisher
    url = _URL.match(source)
    if url:
        owned = url[1] in _SHARED_HOSTS and url[2]
        return Publisher(url[2] if owned else url[1], url=source)
    repository = _REPOSITORY.match(source)
    if repository:
        path = re.split(r"[:@ ]", source, maxsplit=1)[0]
        return Publisher(repository[1], url=f"https://github.com/{path}")
    return Publisher(source)


def cite(source: str) -> str:
    """Source as a reader should see it: the original publisher first, then the copy.

    Examples
    --------
    >>> cite("someone/course:all_ai_models.csv@291adcd")
    'Epoch AI, all AI models table, as mirrored in someone/course:all_ai_models.csv@291adcd'
    """
    publisher = publisher_of(source)
    if not publisher.work:
        return source
    words = f"{publisher.name}, {publisher.work}"
    return f"{words}, as mirrored in {source}" if publisher.mirrored else f"{words}: {source}"


def unexplained(source: str) -> bool:
    """Tell whether a source is a data file that no entry of ``publishers.json`` explains."""
    return bool(DATA_FILE.search(source)) and not publisher_of(source).listed


def publishers_of_rows(rows: Any, where: str) -> tuple[tuple[re.Pattern[str], Publisher], ...]:
    """Patterns and publishers of the list in ``publishers.json``.

    Raises
    ------
    ReleaseDBError
        An entry lacks a field, has an unknown one, or a pattern that can't be read; the message
        names it.
    """
    found = []
    for number, row in enumerate(rows, start=1):
        place = f"{where}, entry {number}"
        if not _NEEDED <= set(row) <= _NEEDED | {"original"}:
            raise ReleaseDBError(
                f"{place} has the fields {', '.join(sorted(row))}."
                f" Needed: {', '.join(sorted(_NEEDED))}; original may be added."
            )
        try:
            pattern = re.compile(row["pattern"])
        except re.error as error:
            raise ReleaseDBError(
                f"{place} has the pattern {row['pattern']!r}: {error}. Write a regular expression."
            ) from None
        mirrored = not row.get("original", False)
        publisher = Publisher(row["publisher"], row["work"], row["url"], mirrored, listed=True)
        found.append((pattern, publisher))
    return tuple(found)


@cache
def _publishers() -> tuple[tuple[re.Pattern[str], Publisher], ...]:
    rows = json.loads(read_text(BUNDLED))["publishers"]
    return publishers_of_rows(rows, f"hypecheck/data/{BUNDLED}")
