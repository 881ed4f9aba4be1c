"""Sizes and contexts that a class names: "over 100 billion parameters", "two-million-token"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBERS = {
    "a": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "twelve": 12.0, "twenty": 20.0,
    "thirty": 30.0, "fifty": 50.0, "seventy": 70.0, "hundred": 100.0, "a hundred": 100.0,
    "one hundred": 100.0, "half a": 0.5, "half-a": 0.5, "several": 2.0,
}  # fmt: skip
_UNITS = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "m": 10**6, "b": 10**9,
          "t": 10**12, "bn": 10**9, "k": 10**3, "thousand": 10**3}  # fmt: skip
_COUNT = rf"(?P<count>\d[\d,]*(?:\.\d+)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_MORE = (
    r"(?P<more>(?:with |of |at )?(?:over|more than|above|at least|exceeding|beyond|past|north of"
    r"|no fewer than|upwards of|to (?:pass|exceed|top|cross|reach|surpass|break)"
    r"|crosse[sd]|passe[sd]|passing|crossing|reach(?:es|ed|ing)?|tops) (?:the )?)"
)
_LESS = (
    r"(?P<less>(?:with |of |at )?(?:under|below|less than|fewer than|up to|at most|no more than"
    r"|smaller than) |sub-)"
)
_LIMIT = rf"(?:{_MORE}|{_LESS}|(?:with|of|at|a|the) (?:an? |the )?)?"
_BIG = rf"(?:{_COUNT}[ -]?)?(?P<unit>trillion|billion|million|bn|b|t|m)(?![\w])"
_SIZE_TAIL = (
    r"(?P<tail>(?:[ -]param(?:eter)?s?(?: (?:scale|mark|line|barrier|threshold|or more))?"
    r"|[ -](?:mark|barrier|threshold))(?![\w]))"
)
_SIZE = re.compile(rf"(?<![\w.-]){_LIMIT}{_BIG}{_SIZE_TAIL}?")
_CONTEXT = re.compile(
    rf"(?<![\w.-]){_LIMIT}"
    r"(?:(?:context (?:windows?|lengths?)|prompts?|inputs?) of (?:up to |over |at least )?)?"
    rf"(?:{_COUNT}[ -]?)?(?P<unit>million|thousand|k|m)?[ -]?"
    r"(?:tokens?(?: of)?(?:[ -]contexts?)?(?: windows?| lengths?)?"
    r"|contexts?(?: windows?| lengths?)?)(?![\w])"
)
_SHORT_UNIT = re.compile(r"[\d,][ -]?(?:bn?|t|m)(?![\w])")
#: A stated size as "the size": one hears "about so many".
_NEAR = 0.1


@dataclass(frozen=True, slots=True)
class Bounds:
    """Limits of a class, and the characters that state them."""

    min_parameters: int | None = None
    max_parameters: int | None = None
    min_context: int | None = None
    spans: tuple[tuple[int, int], ...] = ()


def read_bounds(norm: str, start: int, end: int) -> Bounds:
    """Bounds stated in a stretch of normalised text.

    Examples
    --------
    >>> read_bounds("with over 100 billion parameters", 0, 32).min_parameters
    100000000000
    >>> read_bounds("a two-million-token context window", 0, 34).min_context
    2000000
    """
    if not may_bound(norm, start, end):
        return Bounds()
    context = next((m for m in _CONTEXT.finditer(norm, start, end) if _counted(m)), None)
    spans = [context.span()] if context else []
    tokens = round(_number(context)) if context else None
    for match in _SIZE.finditer(norm, start, end):
        if _is_size(match) and not (context and _overlap(match.span(), context.span())):
            low, high = _limits(match)
            return Bounds(low, high, tokens, (*spans, match.span()))
    return Bounds(min_context=tokens, spans=tuple(spans))


def may_bound(norm: str, start: int, end: int) -> bool:
    """Tell whether a unit or a word for contexts stands there: the rest takes long."""
    return (
        norm.find("illion", start, end) >= 0
        or norm.find("token", start, end) >= 0
        or norm.find("context", start, end) >= 0
        or _SHORT_UNIT.search(norm, start, end) is not None
    )


def read_size(text: str) -> int | None:
    """Parameters named in words such as "180-billion-parameter" or "70B", or None."""
    match = next((m for m in _SIZE.finditer(text) if _is_size(m)), None)
    return round(_number(match)) if match else None


def _counted(match: re.Match[str]) -> bool:
    """Tell whether it has a count or at least a unit word ("million-token")."""
    return bool(match["count"] or match["unit"] in ("million", "thousand"))


def _is_size(match: re.Match[str]) -> bool:
    """Tell a size: a bare "a billion" needs "parameters", a limit or a digit before its unit."""
    short = match["unit"] in ("b", "t", "m", "bn")
    if short:
        return bool(match["count"] and match["count"][0].isdigit())
    return bool(match["tail"] or match["more"] or match["less"] or match["count"] == "half a")


def _limits(match: re.Match[str]) -> tuple[int | None, int | None]:
    value = round(_number(match))
    if match["less"]:
        return None, value
    if match["more"] or match["unit"] in ("trillion", "t") or value >= 10**11:
        return value, None
    return round(value * (1 - _NEAR)), round(value * (1 + _NEAR))


def _number(match: re.Match[str]) -> float:
    count, unit = match["count"], match["unit"]
    value = 1.0 if not count else _NUMBERS.get(count) or float(count.replace(",", ""))
    return value * (_UNITS[unit] if unit else 1)


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
