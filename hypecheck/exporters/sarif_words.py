"""Text from articles in SARIF messages, where brackets and braces mean something."""

from __future__ import annotations

import re

_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def plain(text: str) -> str:
    """Text that no viewer reads as a link or a placeholder.

    Examples
    --------
    >>> plain("[see](https://example.org) {0}")
    '[see] (https://example.org) {{0}}'
    """
    return _PLACEHOLDER.sub(r"{{\1}}", text.replace("](", "] ("))
