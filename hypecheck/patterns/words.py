"""Words of a pattern: what each matches, and which words it begins and ends with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import product

from hypecheck.errors import PatternError
from hypecheck.patterns.inflection import adjective_forms, noun_forms, spellings, verb_forms
from hypecheck.patterns.keys import Key, cheaper, worth
from hypecheck.patterns.parts import Part, gap
from hypecheck.resources import read_text

_EDGES = frozenset("'\",:;.!?")
_LITERAL = re.compile(r"[\w'&%.+#*$/=-]+")
_WORD = r"[^\W_](?:[\w'’.&]*[\w])?(?:-[\w']+)*"
_POSSESSIVE = r"[^\W_](?:[\w.&-]*[\w])?(?:'s|(?<=s)')"
_SOFT = r"(?:[ \t\r\n]{1,3}|-)?"
_NUMBER = (
    r"(?:[$€£~]?\d[\d,.]*(?:%|x|k|m|bn?|st|nd|rd|th)?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens?|hundreds?"
    r"|thousands?|millions?|billions?|trillions?)"
)
_PUNCTUATION = ",:;.!?"
_MARKS = frozenset('",:;.!?%&=-')
_INFLECT = {"v": verb_forms, "n": noun_forms, "a": adjective_forms}
_RUN = re.compile(r"[^\W_]+")


def read_word(token: str, source: str) -> Part:
    """Part of one word of a pattern.

    Parameters
    ----------
    token, source : str
        The word, and its pattern for messages.

    Raises
    ------
    PatternError
        It is no word of the language.
    """
    try:
        return _word(token)
    except PatternError as error:
        raise PatternError(f"Pattern {source!r} {error}") from None


@cache
def _word(token: str) -> Part:
    optional = len(token) > 1 and token.endswith("?")
    token = token[:-1] if optional else token
    tail = ""
    while len(token) > 1 and token[-1] in _PUNCTUATION:
        tail, token = re.escape(token[-1]) + tail, token[:-1]
    part = _plain(token)
    optional = optional or part.optional
    return Part(
        part.regex + tail,
        anchors=None if optional else part.anchors,
        optional=optional,
        nullable=optional or part.nullable,
        first=part.first,
        last=part.last,
        keys=part.keys,
        mark="" if optional else part.mark,
        flush=part.flush and not optional,
        marked=part.marked,
    )


def _plain(token: str) -> Part:
    if token in _MARKS:
        return Part(re.escape(token), nullable=True, mark=token, marked=True)
    if token == "n't":
        ending = frozenset(["t"])
        return Part("[a-z]+n't", ending, first=None, last=ending, keys=(Key(ending),))
    if token == "*":
        return Part(_WORD, first=None, last=None)
    if token == "*'s":
        return Part(_POSSESSIVE, first=None, last=None)
    if re.fullmatch(r"\*\d", token):
        between = gap(marked=False, quoted=False)
        regex = rf"{_WORD}(?:{between}{_WORD}){{0,{int(token[1]) - 1}}}"
        return Part(regex, optional=True, nullable=True, first=None, last=None)
    if token == "#":
        return Part(_NUMBER, first=None, last=None)
    if token.startswith("$"):
        return _class(token)
    body, slash, tag = token.rpartition("/")
    if not slash:
        body, tag = token, ""
    if tag and tag not in _INFLECT:
        raise PatternError(f"has the ending /{tag}. Allowed: /v, /n, /a.")
    if not _LITERAL.fullmatch(body) or not any(map(_first_word, body.split("-"))):
        raise PatternError(
            f"has the word {body!r}. Allowed: letters, digits and ' & % . + - in"
            " words, and a mark of punctuation by itself."
        )
    return _inflected(body.lower(), tag)


def _class(token: str) -> Part:
    name, owner, _ = token[1:].partition("'s")
    words = _classes().get(name)
    if words is None:
        allowed = ", ".join("$" + name for name in sorted(_classes()))
        raise PatternError(f"names the class {token}. Allowed: {allowed}.")
    if token == "$adv":
        return Part(rf"(?:{_either(words)}|[a-z]+ly)", first=None, last=None)
    anchors = frozenset(_first_word(word) for word in words)
    forms = [word + owner for word in words]
    return _sure(_either(words) + owner, anchors, forms, forms)


def _inflected(body: str, tag: str) -> Part:
    *first, last = body.split("-")
    lasts = _INFLECT[tag](last) if tag else {last}
    lasts = {spelling for form in lasts for spelling in spellings(form)}
    if first[:1] == ["*"]:
        regex, ends = rf"[\w']+(?:-[\w']+)*-{_either(lasts)}", frozenset(lasts)
        runs = _runs(lasts, -1)
        keys = (Key(runs),) if runs else None
        return Part(regex, ends, first=None, last=runs, keys=keys, marked=True)
    firsts = [sorted(spellings(word)) for word in first]
    regex = "".join(_either(words) + _SOFT for words in firsts) + _either(lasts)
    if not first:
        return _sure(regex, frozenset(_first_word(word) for word in lasts), lasts, lasts)
    joined = {"".join(words[0] for words in firsts) + form for form in lasts}
    choices = [frozenset(map(_first_word, words)) for words in (lasts, *firsts)]
    anchors = max((words for words in choices if "" not in words), key=worth) | joined
    return _compound(regex, anchors, [*firsts, sorted(lasts)])


def _compound(regex: str, anchors: frozenset[str], pieces: Sequence[Sequence[str]]) -> Part:
    """Part of a word with hyphens, each of which may also be a blank or nothing."""
    part = _sure(regex, anchors, _starts(pieces), _starts(pieces[::-1], back=True))
    if part.first is None or not all(_RUN.fullmatch(word) for words in pieces for word in words):
        return part
    head = frozenset(pieces[0])
    glued = part.first - head
    apart = Key(head, after=frozenset(_starts(pieces[1:])))
    return replace(part, keys=(apart, Key(glued)) if glued else (apart,))


def _starts(pieces: Sequence[Sequence[str]], *, back: bool = False) -> list[str]:
    """What stands at the start: the first piece, the first two in one word, and so on."""
    found = []
    for count in range(len(pieces)):
        rows = product(*pieces[: count + 1])
        found += ["".join(words[::-1] if back else words) for words in rows]
    return found


def _sure(regex: str, anchors: frozenset[str], begins: Iterable[str], ends: Iterable[str]) -> Part:
    """Part whose first and last words are known."""
    begins = list(begins)
    first, last = _runs(begins, 0), _runs(ends, -1)
    keys = cheaper([(Key(runs),) for runs in (first, last) if runs] or [()]) or None
    flush = first is not None and all(word[0].isalnum() for word in begins)
    marked = any(not word or word[0] in _EDGES for word in begins)
    return Part(regex, anchors, first=first, last=last, keys=keys, flush=flush, marked=marked)


def _runs(words: Iterable[str], which: int) -> frozenset[str] | None:
    """First or last run of letters and digits of each word; None where one has none."""
    found = [_RUN.findall(word) for word in words]
    return frozenset(runs[which] for runs in found) if all(found) else None


@cache
def _first_word(word: str) -> str:
    """The part of a word that stands in a text as a word of its own: "don't" gives "don"."""
    match = _RUN.search(word)
    return match.group() if match else ""


def _either(words: Iterable[str]) -> str:
    ordered = sorted(map(re.escape, words), key=lambda word: (-len(word), word))
    return ordered[0] if len(ordered) == 1 else f"(?:{'|'.join(ordered)})"


@cache
def _classes() -> dict[str, list[str]]:
    data: dict[str, list[str]] = json.loads(read_text("lexicon/classes.json"))
    return data
