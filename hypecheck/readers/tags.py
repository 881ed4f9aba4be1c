"""What HTML elements mean for prose, in pages and in Markdown."""

from __future__ import annotations

import re
from html import unescape


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


#: Elements whose content isn't the writer's prose: code, quotes of others, furniture, forms.
LEFT_OUT = words(
    "blockquote code kbd samp tt var pre xmp listing math svg canvas object template noscript nav"
    " footer aside form button select dialog del s strike cite audio video map picture"
)
#: Elements whose content is text whatever it looks like.
RAW = words("script style textarea title iframe noembed noframes xmp")
#: Elements that begin or end a paragraph.
BLOCKS = words(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link"
    " main menu meta nav ol option p pre section select summary table tbody td tfoot th thead"
    " title tr ul"
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ATTRIBUTE = re.compile(r"""([^\s=/>"']+)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")


def attributes(text: str) -> dict[str, str]:
    """Attributes of a tag, names in lower case."""
    return {
        match[1].lower(): unescape(match[2] or match[3] or match[4] or "")
        for match in _ATTRIBUTE.finditer(text)
    }


def meant(entity: str) -> str | None:
    """What an entity stands for; None for one that HTML doesn't know."""
    text = unescape(entity)
    return None if text == entity else text


class Ends:
    """Looks for closing tags in one text, and remembers in vain looked for ones."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._none: dict[str, int] = {}

    def after(self, name: str, start: int) -> int | None:
        """Offset behind the next ``</name>``, or None."""
        if self._none.get(name, len(self._text) + 1) <= start:
            return None
        found = re.compile(rf"</{re.escape(name)}(?=[\s/>])[^<>]*>?", re.I).search(
            self._text, start
        )
        if found is None:
            self._none[name] = start
            return None
        return found.end()
