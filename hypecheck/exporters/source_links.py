"""Sources of the release table as addresses that a browser opens."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from hypecheck.types import Evidence

#: "owner/repo", "owner/repo:path", "owner/repo@commit", "owner/repo:path@commit", with a remark.
_REPOSITORY = re.compile(
    r"(?P<name>[\w.-]+/[\w.-]+)(?: \([^)]*\))?(?::(?P<path>[^@]+))?(?:@(?P<commit>[\w.-]+))?"
)


def link(source: str) -> str:
    """Address of a source, or "" for one that has none.

    Examples
    --------
    >>> link("openai/whisper:model-card.md@c0d2f62")
    'https://github.com/openai/whisper/blob/c0d2f62/model-card.md'
    >>> link("openai/whisper@6e3be77")
    'https://github.com/openai/whisper/tree/6e3be77'
    """
    if source.startswith(("https://", "http://")):
        return source
    match = _REPOSITORY.fullmatch(source)
    if match is None:
        return ""
    base = f"https://github.com/{match['name']}"
    if match["path"]:
        return f"{base}/blob/{match['commit'] or 'HEAD'}/{quote(match['path'])}"
    return f"{base}/tree/{match['commit']}" if match["commit"] else base


def sources_of(evidence: Evidence) -> tuple[str, ...]:
    """Sources of the event that counts, or of the release."""
    event = evidence.release.event(evidence.event)
    return (event.sources if event else ()) or evidence.release.sources


def links(sources: Iterable[str]) -> list[str]:
    """Addresses of those sources that have one, each once."""
    return list(dict.fromkeys(found for source in sources if (found := link(source))))
