"""What of a reStructuredText paragraph is prose: literals, roles and link targets are cut out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypecheck.readers.joined import Joined
from hypecheck.readers.prose import Block, BlockList
from hypecheck.readers.tags import words

#: Roles whose text is the writer's words.
_WORDS = words("abbr dfn emphasis strong sub subscript sup superscript term title-reference title")
_TOKEN = re.compile(
    r"(?P<escape>\\\S|\\(?=\s))"
    r"|(?P<literal>``(?=[^\s`]).{0,2000}?``)"
    r"|(?P<role>(?<!\w):(?P<name>[A-Za-z][\w:.+-]{0,60}):`(?P<said>[^`]{0,2000}+)`_{0,2})"
    r"|(?P<link>`(?P<text>[^`]{0,2000}+)`(?P<marks>__?)?)"
    r"|(?P<note>\[(?:\d{1,4}|\#[\w.-]{0,60}|\*|[A-Za-z][\w.-]{0,60})\]_)"
    r"|(?P<substitution>\|[^\s|][^|\n]{0,200}\|_{0,2})"
    r"|(?P<url>(?:https?|ftp)://[^\s<>`]++)"
    r"|(?P<target>(?<=\w)__?(?!\w))"
    r"|(?P<stars>\*++)",
    re.S,
)
_TITLED = re.compile(r"\s*+([^<]*[^<\s])\s*+<[^<>]*>\s*")


def rst_blocks(
    source: str, found: Sequence[tuple[int, int]], *, heading: bool = False
) -> list[Block]:
    """Prose of some lines that belong together, as at most one block."""
    blocks, joined, reached = BlockList(source), Joined(source, found), 0
    for start, end in _cuts(joined.text):
        joined.keep(blocks, reached, start)
        reached = end
    joined.keep(blocks, reached, len(joined.text))
    blocks.end(heading=heading)
    return blocks.done


def _cuts(text: str) -> list[tuple[int, int]]:
    return [cut for token in _TOKEN.finditer(text) for cut in _cut(token)]


def _cut(token: re.Match[str]) -> list[tuple[int, int]]:
    """What a token takes away."""
    start, end = token.span()
    kind = token.lastgroup
    if kind == "escape":
        return [(start, start + 1)]
    if kind == "stars":
        around = token.string[max(0, start - 1) : start] + token.string[end : end + 1]
        return [(start, end)] if around.strip() else []
    if kind == "url":
        return [(start, start + len(token.group().rstrip(".,;:!?'\"*_)]")))]
    if kind not in ("role", "link"):
        return [(start, end)]
    first, last = token.span("said" if kind == "role" else "text")
    titled = _TITLED.fullmatch(token.string, first, last)
    if titled:
        return [(start, titled.start(1)), (titled.end(1), end)]
    said = token["name"].lower() in _WORDS if kind == "role" else bool(token["marks"])
    return [(start, first), (last, end)] if said else [(start, end)]
