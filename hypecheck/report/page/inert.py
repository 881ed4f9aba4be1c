"""Untrusted text made harmless: escaped for HTML, with every hidden control made visible."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote, urlsplit

#: Controls, bidi marks and overrides, invisible tags and lone surrogates: none of them may act on
#: the page, and a reader should see that they are there (CVE-2021-42574 shows why).
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
#: "owner/repo@commit", "owner/repo (fork of …):path/file@commit", the form of table sources.
_REPOSITORY = re.compile(
    r"(?P<repo>[\w.-]{1,80}/[\w.-]{1,120})(?: \([^()]{1,120}\))?"
    r"(?::(?P<path>[^@?#\\][^?#\\]{0,300}?))?(?:@(?P<commit>[0-9a-f]{7,40}))?"
)


def inert(text: str) -> str:
    r"""HTML that shows `text`, fit for an element's content and for a quoted attribute.

    Examples
    --------
    >>> inert("<b> \u202e")
    '&lt;b&gt; [U+202E]'
    """
    return escape(_HIDDEN.sub(_visible, text)).replace("\r", "&#13;")


def _visible(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\ufffd" if 0xD800 <= code < 0xE000 else f"[U+{code:04X}]"


def flat(text: str, width: int = 90) -> str:
    """`inert` text on one line, cut at `width` characters."""
    line = " ".join(text[: 4 * width].split())
    return inert(line if len(line) <= width else line[: width - 1].rstrip() + "…")


def address(source: str) -> str:
    """Web address of a source, or "" where it has none that a browser may open.

    Examples
    --------
    >>> address("openai/whisper:model-card.md@c0d2f62")
    'https://github.com/openai/whisper/blob/c0d2f62/model-card.md'
    >>> address("javascript:alert(1)")
    ''
    """
    if _HIDDEN.search(source):
        return ""
    if source.startswith(("https://", "http://")):
        return source if _has_host(source) else ""
    found = _REPOSITORY.fullmatch(source)
    if found is None:
        return ""
    base, path = f"https://github.com/{found['repo']}", found["path"]
    commit = found["commit"] or ("HEAD" if path else "")
    if path:
        return f"{base}/blob/{commit}/{quote(path)}"
    return f"{base}/tree/{commit}" if commit else ""


def _has_host(url: str) -> bool:
    try:
        return bool(urlsplit(url).hostname)
    except ValueError:
        return False


def link(source: str) -> str:
    """A source as a link that tells the other side nothing; as plain text where it has none."""
    url = address(source)
    if not url:
        return f'<span class="source">{flat(source, 60)}</span>'
    return (
        f'<a class="source" href="{inert(url)}" target="_blank" rel="noopener noreferrer">'
        f'{flat(source, 60)}<span class="vh"> (opens in a new tab)</span></a>'
    )
