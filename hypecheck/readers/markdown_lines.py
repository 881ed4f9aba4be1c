"""What a line of Markdown can begin with."""

from __future__ import annotations

import re

FENCE = re.compile(r"(`{3,}+)[^`\r\n]*$|(~{3,}+)|(\$\$)[ \t]*+$", re.M)
HEADING = re.compile(r"#{1,6}(?:[ \t]+|$)", re.M)
UNDERLINE = re.compile(r"(?:=++|-++)[ \t]*+$", re.M)
RULE = re.compile(r"(?:(?:-[ \t]*+){3,}+|(?:\*[ \t]*+){3,}+|(?:_[ \t]*+){3,}+)$", re.M)
ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$)", re.M)
TASK = re.compile(r"\[[ xX]\][ \t]")
#: "> [!NOTE]": a quote's marks around the writer's own words.
ALERT = re.compile(r">[ \t]*+\[!\w+\][+-]?[ \t]*+")
#: The line between the head and the body of a table.
DELIMITERS = re.compile(r"\|?[ \t]*+:?-++:?[ \t]*+(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+$", re.M)
CELL = re.compile(r"(?<!\\)\|")
REFERENCE = re.compile(r"\[([^\[\]\r\n]{1,999})\]:[ \t]*+(?=\S|$)", re.M)
FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,99}\]:[ \t]*+")
DEFINITION = re.compile(r":[ \t]++(?=\S)")
ADMONITION = re.compile(r"(?:!!!|\?\?\?\+?|===)[ \t]++[\w -]*+(?:\"([^\"\r\n]*+)\")?[ \t]*+$", re.M)
CONTAINER = re.compile(r":{3,}|%%")
#: Comments, scripts and the like that begin a line; one group for each kind.
RAW = re.compile(
    r"<(script|style|pre|textarea|svg)(?=[\s>])|(<!--)|(<\?)|(<!\[CDATA\[)|(<![A-Za-z])", re.I
)
_RAW_ENDS = ("-->", "?>", "]]>", ">")
#: First characters of lines that can end a paragraph; what begins with another can't.
_STARTERS = frozenset("#>`~-+*_<:!?$0123456789%=")


def raw_end(raw: re.Match[str]) -> str:
    """What ends the raw text that a match of `RAW` begins."""
    return f"</{raw[1].lower()}>" if raw[1] else _RAW_ENDS[(raw.lastindex or 2) - 2]


def starts(source: str, at: int, end: int, *, in_list: bool) -> bool:
    """Tell whether a line begins a block of its own, even inside a paragraph.

    Parameters
    ----------
    at, end : int
        Offsets of the line's first visible character and of its end.
    in_list : bool
        Any item of a list can follow on another; outside one, only some can.
    """
    if source[at] not in _STARTERS:
        return False
    item = ITEM.match(source, at, end)
    if item and not RULE.match(source, at, end):
        ordinal = item[1] is None or int(item[1]) == 1
        return in_list or (ordinal and not source[item.end() : end].isspace())
    return any(
        pattern.match(source, at, end) for pattern in (RULE, HEADING, FENCE, RAW, CONTAINER)
    ) or (source[at] == ">" or bool(ADMONITION.match(source, at, end)))


def heading_text(source: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of a heading's text, without the marks that close it."""
    text = source[start:end].rstrip()
    bare = text.rstrip("#")
    closed = not bare or bare[-1] in " \t"
    return start, start + len(bare.rstrip() if closed else text)
