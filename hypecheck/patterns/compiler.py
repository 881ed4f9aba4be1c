"""Patterns of the vocabulary files, parsed and turned into regular expressions with anchors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from hypecheck.errors import PatternError
from hypecheck.patterns.expand import expand
from hypecheck.patterns.inflection import adjective_forms, noun_forms, spellings, verb_forms
from hypecheck.resources import read_text

_TOKEN = re.compile(r"\s+|[()|\[\]]\??|[^\s()|\[\]]+")
_LITERAL = re.compile(r"[\w'&%.+#*$/=-]+")
_WORD = r"[^\W_](?:[\w'’.&]*[\w])?(?:-[\w']+)*"
_POSSESSIVE = r"[^\W_](?:[\w.&-]*[\w])?(?:'s|(?<=s)')"
#: Blanks or a hyphen (one with blanks around it is a dash), or the edge of a mark.
_GAP = r"(?:[ \t\r\n]{1,3}|-|(?=['\",:;.!?])|(?<=\"))"
_SOFT = r"[ \-]?"
_NUMBER = (
    r"(?:[$€£~]?\d[\d,.]*(?:%|x|k|m|bn?|st|nd|rd|th)?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens?|hundreds?"
    r"|thousands?|millions?|billions?|trillions?)"
)
_PUNCTUATION = ",:;.!?"
_MARKS = frozenset('",:;.!?%&=-')
_INFLECT = {"v": verb_forms, "n": noun_forms, "a": adjective_forms}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    Attributes
    ----------
    source : str
        As written in the data file.
    regex : re.Pattern
        For text made plain by `normalize`; its group "span" is the flagged part, where given.
    anchors : frozenset of str
        Lower-case words; every match holds at least one of them. Empty where none is sure.
    """

    source: str
    regex: re.Pattern[str]
    anchors: frozenset[str]

    def finditer(
        self, norm: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Matches in a stretch of normalised text."""
        return self.regex.finditer(norm, start, len(norm) if end is None else end)


@dataclass(frozen=True, slots=True)
class _Part:
    regex: str
    anchors: frozenset[str] | None  # None: nothing here is sure to be in a match
    optional: bool = False


@cache
def compile_pattern(source: str) -> Pattern:
    """Compile one pattern of the vocabulary language.

    Parameters
    ----------
    source : str
        See `hypecheck.patterns` for the language.

    Raises
    ------
    PatternError
        The pattern can't be read; the message says where.

    Examples
    --------
    >>> bool(compile_pattern("game-changer/n").regex.search("two game changers"))
    True
    """
    tokens = _TOKEN.findall(expand(source))
    regex, anchors, rest = _sequence(tokens, source)
    if rest:
        raise PatternError(f"Pattern {source!r} has a {rest[0]!r} without its opening bracket.")
    if not regex:
        raise PatternError("A pattern is empty. Write at least one word.")
    try:
        compiled = re.compile(rf"(?<![\w]){regex}(?![\w])")
    except re.error as error:
        raise PatternError(f"Pattern {source!r} can't be compiled: {error}.") from None
    return Pattern(source, compiled, anchors or frozenset())


def _sequence(tokens: list[str], source: str) -> tuple[str, frozenset[str] | None, list[str]]:
    """Read parts up to a closing bracket or bar."""
    parts: list[_Part] = []
    while tokens and tokens[0] not in ("|", ")", ")?"):
        token, tokens = tokens[0], tokens[1:]
        if token.isspace():
            continue
        if token == "(":
            part, tokens = _group(tokens, source)
        elif token == "[":
            part = _Part("(?P<span>", None)
        elif token == "]":
            part = _Part(")", None)
        else:
            part = _word(token, source)
        parts.append(part)
    return _join(parts), _best(parts), tokens


def _group(tokens: list[str], source: str) -> tuple[_Part, list[str]]:
    branches: list[str] = []
    anchors: set[str] = set()
    sure = True
    while True:
        _refuse_maybe(tokens, source)
        regex, found, tokens = _sequence(tokens, source)
        branches.append(regex)
        if found:
            anchors |= found
        else:
            sure = False
        if not tokens:
            raise PatternError(f"Pattern {source!r} lacks a closing bracket.")
        closing, tokens = tokens[0], tokens[1:]
        if closing != "|":
            break
    optional = closing == ")?"
    regex = f"(?:{'|'.join(branches)})"
    return _Part(
        regex, frozenset(anchors) if sure and not optional else None, optional=optional
    ), tokens


def _refuse_maybe(tokens: list[str], source: str) -> None:
    """Refuse "word?" as a whole choice: it makes the choice empty, and a plural was meant."""
    word, following = [*tokens, "", ""][:2]
    if word.endswith("?") and word[0].isalpha() and following in ("|", ")", ")?"):
        raise PatternError(
            f"Pattern {source!r} has the choice {word!r}, which may be empty. Put the ? behind"
            " the bracket; write a plural as word/n."
        )


def _word(token: str, source: str) -> _Part:
    optional = len(token) > 1 and token.endswith("?")
    token = token[:-1] if optional else token
    tail = ""
    while len(token) > 1 and token[-1] in _PUNCTUATION:
        tail, token = re.escape(token[-1]) + tail, token[:-1]
    part = _plain(token, source)
    anchors = None if optional else part.anchors
    return _Part(part.regex + tail, anchors, optional or part.optional)


def _plain(token: str, source: str) -> _Part:
    if token in _MARKS:
        return _Part(re.escape(token), None)
    if token == "n't":
        return _Part("[a-z]+n't", frozenset(["t"]))
    if token == "*":
        return _Part(_WORD, None)
    if token == "*'s":
        return _Part(_POSSESSIVE, None)
    if re.fullmatch(r"\*\d", token):
        return _Part(rf"{_WORD}(?:{_GAP}{_WORD}){{0,{int(token[1]) - 1}}}", None, optional=True)
    if token == "#":
        return _Part(_NUMBER, None)
    if token.startswith("$"):
        name, owner, _ = token[1:].partition("'s")
        words = _classes().get(name)
        if words is None:
            allowed = ", ".join("$" + name for name in sorted(_classes()))
            raise PatternError(f"Pattern {source!r} names the class {token}. Allowed: {allowed}.")
        if token == "$adv":
            return _Part(rf"(?:{_either(words)}|[a-z]+ly)", None)
        return _Part(_either(words) + owner, frozenset(_first_word(word) for word in words))
    body, slash, tag = token.rpartition("/")
    if not slash:
        body, tag = token, ""
    if tag and tag not in _INFLECT:
        raise PatternError(f"Pattern {source!r} has the ending /{tag}. Allowed: /v, /n, /a.")
    if not _LITERAL.fullmatch(body) or not any(map(_first_word, body.split("-"))):
        raise PatternError(
            f"Pattern {source!r} has the word {body!r}. Allowed: letters, digits and ' & % . + - in"
            " words, and a mark of punctuation by itself."
        )
    return _inflected(body.lower(), tag)


def _inflected(body: str, tag: str) -> _Part:
    *first, last = body.split("-")
    lasts = _INFLECT[tag](last) if tag else {last}
    lasts = {spelling for form in lasts for spelling in spellings(form)}
    if first[:1] == ["*"]:
        return _Part(rf"[\w']+(?:-[\w']+)*-{_either(lasts)}", frozenset(lasts))
    firsts = [sorted(spellings(word)) for word in first]
    regex = "".join(_either(words) + _SOFT for words in firsts) + _either(lasts)
    if not first:
        return _Part(regex, frozenset(_first_word(word) for word in lasts))
    joined = {"".join(words[0] for words in firsts) + form for form in lasts}
    choices = [frozenset(map(_first_word, words)) for words in (lasts, *firsts)]
    return _Part(regex, max((words for words in choices if "" not in words), key=_worth) | joined)


def _join(parts: list[_Part]) -> str:
    """Put separators between parts; an optional part brings its own."""
    regex = ""
    gap = ""  # what stands before the next part
    for index, part in enumerate(parts):
        if part.regex == "(?P<span>":
            regex, gap = regex + gap + part.regex, ""
        elif part.regex == ")":
            regex += part.regex
        elif part.optional and not gap and _more(parts[index + 1 :]):
            regex += f"(?:{part.regex}{_GAP})?"
        else:
            regex += f"(?:{gap}{part.regex})?" if part.optional else gap + part.regex
            gap = _GAP
    return regex


def _more(parts: list[_Part]) -> bool:
    """Tell whether a part follows that must be there."""
    return any(part.regex != ")" and not part.optional for part in parts)


def _best(parts: list[_Part]) -> frozenset[str] | None:
    """Anchors of the part whose shortest word is longest, common words last."""
    choices = [part.anchors for part in parts if part.anchors and not part.optional]
    if not choices:
        return None
    return max(choices, key=_worth)


def _worth(words: frozenset[str]) -> tuple[int, int]:
    """How rarely a text holds one of the words, judged by their length."""
    return min(0 if word in _common() else len(word) for word in words), -len(words)


def _first_word(word: str) -> str:
    """The part of a word that stands in a text as a word of its own: "don't" gives "don"."""
    return next((part for part in re.split(r"[\W_]", word) if part), "")


def _either(words: object) -> str:
    ordered = sorted((re.escape(word) for word in words), key=lambda w: (-len(w), w))  # type: ignore[attr-defined]
    return ordered[0] if len(ordered) == 1 else f"(?:{'|'.join(ordered)})"


@cache
def _common() -> frozenset[str]:
    """Words too frequent to start a look at: any other word is a better anchor."""
    return frozenset(read_text("lexicon/common.txt").split())


@cache
def _classes() -> dict[str, list[str]]:
    data: dict[str, list[str]] = json.loads(read_text("lexicon/classes.json"))
    return data
