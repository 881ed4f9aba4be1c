"""Figures and victories without grounds: what "10x faster" and "beats GPT-4" leave out.

A comparison can be checked by a reader who knows with what (baseline), on what (benchmark), by how
much (figure) and when (date). Which of them a sentence names needs no table.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from hypecheck.protocols import Gazetteer
from hypecheck.resources import read_text
from hypecheck.types import Comparison, Document

PARTS = ("baseline", "benchmark", "figure", "date")
_BETTER = r"(?:faster|cheaper|smaller|lighter|better|smarter|quicker|stronger|safer)"
_MORE = rf"(?:{_BETTER}|larger|bigger|longer|fewer|less|more|higher|lower)"
_COUNT = r"(?:\d[\d,.]*|two|three|four|five|six|ten|twenty|fifty|hundred|thousand)"
#: Percentages of more and less are plain statistics, "10 times more" rarely is.
_RATIO = (
    rf"\b{_COUNT} ?(?:x|×|-?fold|times) (?:as \w+|(?:\w+ )?{_MORE})\b"
    rf"|\b{_COUNT} ?(?:%|percent|per cent) (?:\w+ )?{_BETTER}\b|\b(?:twice|half) as \w+"
    rf"|\b{_COUNT} ?(?:x|×|-?fold) (?:speed-?up|improvement|gain|boost)\w*"
)
_BEATS = (
    r"\b(?:(?:beat|outperform|surpass|crush|outclass|best)(?:e?s|ed|en|ing)?"
    r"|(?:outscor|trounc)(?:es?|ed|ing))\b"
)
_TOP = r"\bstate-of-the-art\b|\bstate of the art\b|\bsota\b"
_FORMS = re.compile(f"(?P<ratio>{_RATIO})|(?P<beats>{_BEATS})|(?P<top>{_TOP})")
#: Where a form can begin; looked up first, since the forms themselves are slow to search for.
_ANCHORS = (
    *("twice as ", "half as ", "beat", "outperform", "surpass", "outscor", "crush", "trounc"),
    *("outclass", "besting", "state-of-the-art", "state of the art", "sota"),
)
#: From the first digit on only: a search from each of a long number costs the square of its length.
_DIGITS = re.compile(r"(?<![\d,.])\d[\d,.]*+ ?(?:[x×%-]|fold|times|per)")
_TIMES = " times "
#: Verbs that are a comparison even where nothing named is beaten.
_ALWAYS = ("outperform", "outscor", "outclass")
_FIGURE = re.compile(
    r"\b\d[\d,.]* ?(?:%|percent(?:age points?)?|per cent|points?|x\b|×|times|tokens per second)"
    r"|\b(?:scor(?:e|es|ed|ing)|reach(?:es|ed|ing)?|from|by|to) (?:of )?\d+(?:\.\d+)?(?![\w%])"
    r"|\b\d+\.\d+ (?:vs\.?|versus|against|to) \d"
)
_DATE = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r" (?:\d{1,2},? )?20\d\d\b|\b(?:as of|in|since) (?:early |late |mid-?)?20\d\d\b|\b20\d\d-\d\d"
)
#: "… on the Foo benchmark", but not "on every benchmark".
_BENCHMARK = re.compile(
    r"\bon (?:the |its own )?(?!(?:every|all|any|most|many|several|some|standard|key|various|major"
    r"|common|industry|public|popular|these|those|other|multiple|internal)\b)(?:[\w.-]+ ){1,3}"
    r"(?:benchmark|leaderboard|test set|test suite)\b"
)
_THAN = re.compile(r"\b(?:than|compared (?:with|to)|versus|vs\.?|over|as)\b")
_PREDECESSOR = re.compile(
    r"\b(?:than|over|as|with|to|versus) (?:(?:its|the|our|their) )?(?:(?:direct|own) )?"
    r"(?:predecessor|previous|last|prior|earlier|older) ?(?:version|model|generation|release)?"
)
#: Characters between "than" or the verb and the name: room for "the flagship model of Google".
_NEAR, _NEXT = 40, 24
_NAME = re.compile(
    r"\s(?:the |its |Google's |OpenAI's )?(?P<name>[A-Z][\w.-]*\d[\w.-]*|[A-Z]{2,}\w*)"
)


def read_puffery(document: Document, names: Gazetteer) -> tuple[Comparison, ...]:
    """Comparisons of a text, with which of the four parts each one's sentence names.

    Parameters
    ----------
    document : Document
    names : Gazetteer
        Knows the names of releases and makers that can be a baseline.
    """
    found = _found(document.norm)
    starts = [start for start, _ in document.sentences] if found else []
    read = (
        _comparison(document, match, *_sentence(document, starts, match.start()), names)
        for match in found
    )
    return tuple(one for one in read if _compares(one))


def _compares(one: Comparison) -> bool:
    """Tell a victory over a model or on a benchmark from "a beat" and "crush the grapes"."""
    grounds = {part.split(":")[0] for part in one.named} & {"baseline", "benchmark"}
    return one.form != "beats" or bool(grounds) or one.text.lower().startswith(_ALWAYS)


def _found(norm: str) -> list[re.Match[str]]:
    """Forms of comparison in text order."""
    found = {}
    for at in _places(norm):
        match = _FORMS.match(norm, at)
        if match:
            found[at] = match
    return [found[at] for at in sorted(found)]


def _places(norm: str) -> Iterator[int]:
    """Yield where a form may begin."""
    yield from (match.start() for match in _DIGITS.finditer(norm))
    for anchor in _ANCHORS:
        yield from _finds(norm, anchor)
    for at in _finds(norm, _TIMES):
        yield norm.rfind(" ", 0, at) + 1


def _finds(norm: str, words: str) -> Iterator[int]:
    at = norm.find(words)
    while at >= 0:
        yield at
        at = norm.find(words, at + 1)


def _sentence(document: Document, starts: list[int], at: int) -> tuple[int, int]:
    if not starts:
        return 0, len(document.text)
    return document.sentences[max(0, bisect_right(starts, at) - 1)]


def _comparison(
    document: Document, match: re.Match[str], start: int, end: int, names: Gazetteer
) -> Comparison:
    given = {
        "baseline": _baseline(document, match, end, names),
        "benchmark": _benchmark(document, start, end),
        "figure": _words(document, _FIGURE, start, end),
        "date": _words(document, _DATE, start, end),
    }
    if match["ratio"]:
        given["figure"] = document.text[match.start() : match.end()]
    return Comparison(
        text=document.text[match.start() : match.end()],
        start_char=match.start(),
        end_char=match.end(),
        part=document.part,
        form=match.lastgroup or "",
        named=tuple(f"{part}: {given[part]}" for part in PARTS if given[part]),
        missing=tuple(part for part in PARTS if not given[part]),
    )


def _baseline(document: Document, match: re.Match[str], end: int, names: Gazetteer) -> str:
    """What it is compared with, where that has a name or is the version before."""
    begin = match.end()
    if not match["beats"]:
        than = _THAN.search(document.norm, begin, end)
        if than is None:
            return ""
        before = _PREDECESSOR.search(document.norm, than.start(), end)
        if before:
            return document.text[before.start() : before.end()].strip()
        begin = than.end()
    known = names.find_names(document.text, begin, end)
    if known and known[0].start_char - begin <= (_NEXT if match["beats"] else _NEAR):
        return document.text[known[0].start_char : known[0].end_char]
    other = _NAME.match(document.text, begin, end)
    return other["name"] if other and not _benchmarks().fullmatch(other["name"]) else ""


def _benchmark(document: Document, start: int, end: int) -> str:
    known = _benchmarks().search(document.text, start, end)
    return known.group() if known else _words(document, _BENCHMARK, start, end)


def _words(document: Document, pattern: re.Pattern[str], start: int, end: int) -> str:
    match = pattern.search(document.norm, start, end)
    return document.text[match.start() : match.end()] if match else ""


@cache
def _benchmarks() -> re.Pattern[str]:
    names = sorted(json.loads(read_text("claims/benchmarks.json")), key=len, reverse=True)
    joined = "|".join(map(re.escape, names))
    return re.compile(rf"(?<![\w-])(?:{joined})(?:[- ](?:Pro|Verified|Diamond|Lite|Plus|V?\d+))?\b")
