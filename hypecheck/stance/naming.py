"""Words that give a name and say nothing more: "a shop called Zest was the first to …"."""

from __future__ import annotations

import re

from hypecheck.stance.finder import Found
from hypecheck.types import Hit

_GIVES = frozenset(("called", "named", "titled", "entitled", "dubbed", "nicknamed"))
_NAME = re.compile(r"(?:\s+[A-Z][\w.&'’-]*)+(?<!['’]s)")
#: What is named stands before: "a shop called", "it's called".
_NAMED = re.compile(
    r"(?:\b(?:an?|another|one|new)\s+(?:[\w'’-]+\s+){1,7}|\b(?:is|are|was|were)\s+|['’]s\s+)$",
    re.IGNORECASE,
)
#: The sentence goes on behind the name.
_GOES_ON = re.compile(
    r"\s*(?:,|(?:is|are|was|were|has|have|had|became|can|will|that|which|who|[a-z]+ed|[a-z]+s)\b)"
)
#: What the named thing is called besides: "named Lark among the best", "called Lark a wonder".
_COMPLEMENT = re.compile(r"\s*(?:an?|the|one|its|their|among|as|to|for)\b")


def gives_name(found: Found, hit: Hit, text: str, start: int) -> bool:
    """Tell whether a word such as "called" only names something before a span.

    Parameters
    ----------
    text : str
        With its capitals.
    start : int
        Where the sentence begins.
    """
    if text[found.start : found.end].lower() not in _GIVES:
        return False
    name = _NAME.match(text, found.end, hit.start_char)
    if not name or _COMPLEMENT.match(text, name.end(), hit.start_char):
        return False
    named = _NAMED.search(text, max(start, found.start - 80), found.start)
    return bool(named or _GOES_ON.match(text, name.end(), hit.start_char))
