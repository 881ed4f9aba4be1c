"""What a name that is given stands for: an address, a page, or any other file."""

from __future__ import annotations

import re
from pathlib import PurePath

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*://")
_SUFFIXES = (".html", ".htm", ".xhtml")


def is_address(name: str) -> bool:
    """Tell whether a name is an address on the web."""
    return _ADDRESS.match(name) is not None


def is_page(name: str) -> bool:
    """Tell whether a name is an address, or that of an HTML file.

    Examples
    --------
    >>> is_page("https://example.org/news"), is_page("a.html"), is_page("a.txt")
    (True, True, False)
    """
    return is_address(name) or PurePath(name).suffix.lower() in _SUFFIXES
