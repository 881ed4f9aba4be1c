"""Who first published a source, where the table read it in somebody else's copy.

``data/releases/publishers.json`` maps patterns of sources to publisher, work and address; the first
pattern that is found decides. ``"original": true`` says that the source is the publisher's own
place and no mirror; ``page`` is the address of the very page where the pattern has a group for it.
Sources without a pattern are their owner's own: a maker's repository or page.

The table holds every source by the original's address, with the copy that was read behind it::

    https://github.com/openai/whisper/blob/c0d2f62/model-card.md
    https://epoch.ai/data/ai-models (all AI models table, read in a/b:all_ai_models.csv@291adcd)
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Any

from hypecheck.errors import ReleaseDBError
from hypecheck.resources import read_text
from hypecheck.types import Release

BUNDLED = "releases/publishers.json"
#: A table in somebody's repository: a copy of something, more often than not.
DATA_FILE = re.compile(r"\.(?:csv|tsv|json|jsonl|xlsx|parquet|sqlite|db)(?:@|$)")
_NEEDED = frozenset(["pattern", "publisher", "work", "url"])
_URL = re.compile(r"https?://(?:www\.)?([^/]+)(?:/([^/]+))?")
_REPOSITORY = re.compile(r"([\w.-]+)/([\w.-]+)(?: \([^)]*\))?(?::(.+?))?(?:@([\w.-]+))?")
_COPY = re.compile(r"https?://\S+ \(.+?, read in (.+)\)")
_ON_GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+)/blob/[\w.-]+/(\S+)")
_FILE = re.compile(r"\.\w+$")
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


@lru_cache(maxsize=8192)
def publisher_of(source: str) -> Publisher:
    """Original publisher of a source.

    Examples
    --------
    >>> publisher_of("someone/course:all_ai_models.csv@291adcd").name
    'Epoch AI'
    >>> publisher_of("openai/whisper:README.md@abc").url
    'https://github.com/openai/whisper/blob/abc/README.md'
    """
    place = _place(source)
    for pattern, page, publisher in _publishers():
        found = pattern.search(place)
        if found:
            known = bool(page and found.lastindex)
            return replace(publisher, url=page.format(found[1])) if known else publisher
    url = _URL.match(source)
    if url:
        owned = url[1] in _SHARED_HOSTS and url[2]
        return Publisher(url[2] if owned else url[1], url=source)
    owner = _REPOSITORY.fullmatch(source)
    return Publisher(owner[1], url=_on_github(owner)) if owner else Publisher(source)


def address_of(source: str) -> str:
    """Source by the address of the original, and behind it the copy that was read, if it was one.

    Examples
    --------
    >>> address_of("someone/course:all_ai_models.csv@291adcd")
    'https://epoch.ai/data/ai-models (all AI models table, read in someone/course:all_ai_models.csv@291adcd)'
    >>> address_of("openai/whisper@6e3be77")
    'https://github.com/openai/whisper/commit/6e3be77'
    """  # noqa: E501  (what it returns is one line)
    if _URL.match(source):
        return source
    publisher = publisher_of(source)
    repository = _REPOSITORY.fullmatch(source)
    if publisher.mirrored:
        return f"{publisher.url} ({publisher.work}, read in {source})"
    return _on_github(repository) if repository else publisher.url or source


def addressed(release: Release) -> Release:
    """Release whose sources are told by the addresses of the originals, the best first."""
    events = tuple(
        replace(event, sources=in_order(map(address_of, event.sources))) for event in release.events
    )
    sources = in_order(map(address_of, release.sources))
    return replace(release, sources=sources, events=events)


def in_order(sources: Iterable[str]) -> tuple[str, ...]:
    """Sources in the order of trust, each once: makers' own, then read in the original, copies."""
    return tuple(sorted(dict.fromkeys(sources), key=_rank))


def first_of(sources: Iterable[str]) -> str:
    """Source that a reader should open first, or ""."""
    return next(iter(in_order(sources)), "")


def cite(source: str) -> str:
    """Source as a reader should see it: the original publisher first, then the copy.

    Examples
    --------
    >>> cite("someone/course:all_ai_models.csv@291adcd")
    'Epoch AI, all AI models table, as mirrored in someone/course:all_ai_models.csv@291adcd'
    """
    publisher, place = publisher_of(source), _place(source)
    if not publisher.work:
        return source
    words = f"{publisher.name}, {publisher.work}"
    return f"{words}, as mirrored in {place}" if publisher.mirrored else f"{words}: {place}"


def unexplained(source: str) -> bool:
    """Tell whether a source is a data file that no entry of ``publishers.json`` explains."""
    return bool(DATA_FILE.search(_place(source))) and not publisher_of(source).listed


def _rank(source: str) -> int:
    publisher = publisher_of(source)
    return 0 if not publisher.listed else 2 if publisher.mirrored else 1


def _place(source: str) -> str:
    """What was read: the copy behind an address, a file on GitHub as "owner/repo:path"."""
    copy = _COPY.fullmatch(source)
    if copy:
        return copy[1]
    file = _ON_GITHUB.fullmatch(source)
    return f"{file[1]}:{file[2]}" if file else source


def _on_github(found: re.Match[str]) -> str:
    """Address of a file, commit or repository written "owner/repo:path@commit"."""
    owner, name, path, commit = found.groups()
    root = f"https://github.com/{owner}/{name}"
    if path and _FILE.search(path):
        return f"{root}/blob/{commit or 'HEAD'}/{path}"
    if not commit:
        return root
    return f"{root}/{'tree' if '.' in commit else 'commit'}/{commit}" + (f"#{path}" if path else "")


def publishers_of_rows(rows: Any, where: str) -> tuple[tuple[re.Pattern[str], str, Publisher], ...]:
    """Patterns, addresses of single pages and publishers of the list in ``publishers.json``.

    Raises
    ------
    ReleaseDBError
        An entry lacks a field, has an unknown one, or a pattern that can't be read; the message
        names it.
    """
    found = []
    for number, row in enumerate(rows, start=1):
        place = f"{where}, entry {number}"
        if not _NEEDED <= set(row) <= _NEEDED | {"original", "page"}:
            raise ReleaseDBError(
                f"{place} has the fields {', '.join(sorted(row))}."
                f" Needed: {', '.join(sorted(_NEEDED))}; original and page may be added."
            )
        try:
            pattern = re.compile(row["pattern"])
        except re.error as error:
            raise ReleaseDBError(
                f"{place} has the pattern {row['pattern']!r}: {error}. Write a regular expression."
            ) from None
        mirrored = not row.get("original", False)
        publisher = Publisher(row["publisher"], row["work"], row["url"], mirrored, listed=True)
        found.append((pattern, row.get("page", ""), publisher))
    return tuple(found)


@cache
def _publishers() -> tuple[tuple[re.Pattern[str], str, Publisher], ...]:
    rows = json.loads(read_text(BUNDLED))["publishers"]
    return publishers_of_rows(rows, f"hypecheck/data/{BUNDLED}")
