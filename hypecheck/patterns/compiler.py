"""Patterns of the vocabulary files, parsed and turned into regular expressions with anchors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache, cached_property
from itertools import accumulate

from hypecheck.errors import PatternError
from hypecheck.patterns.expand import expand
from hypecheck.patterns.keys import Key, best_keys, share, worth
from hypecheck.patterns.parts import Part, begins_flush, begins_marked, choice, gap
from hypecheck.patterns.words import read_word

_TOKEN = re.compile(r"\s+|[()|\[\]]\??|[^\s()|\[\]]+")
#: Words that may be missing: each may double the ways to match. The shipped patterns have up to 11.
_MOST_OPEN = 16
_SPAN = Part("(?P<span>", nullable=True, bracket=True)
_SPAN_END = Part(")", nullable=True, bracket=True)
#: A pattern with at most one flagged part.
_FLAGGED = re.compile(r"[^\[\]]*+(?:\[(?P<inside>[^\[\]]*+)\][^\[\]]*+)?")


#: Marks that stand close behind a word, so that a pattern that begins with one needs no gap.
_CLOSE = (",", ";", ":")


class Pattern:
    """A pattern, each side of which is worked out when first asked for.

    A process needs the words to look for of most patterns, and the expressions of few: a text of
    some pages asks for some hundreds of many thousands.

    Attributes
    ----------
    source : str
        As written in the data file.
    """

    def __init__(self, source: str) -> None:
        self.source = source

    def __repr__(self) -> str:
        return f"Pattern({self.source!r})"

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """What the pattern is made of; raises `PatternError` if it can't be read."""
        return _read(self.source)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """For text made plain by `normalize`; its group "span" is the flagged part, where given."""
        begins = r"(?:(?<!\w)|(?=[,;:]))" if self.source.lstrip("([")[:1] in _CLOSE else r"(?<!\w)"
        return re.compile(rf"{begins}{_join(self.parts)}(?!\w)")

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Lower-case words; every match holds at least one of them. Empty where none is sure."""
        return _best(self.parts) or frozenset()

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """Words to look for, with their neighbours; every match holds at least one of them.

        Empty where none is sure.
        """
        return best_keys(self.parts) or ()

    @cached_property
    def needs(self) -> tuple[frozenset[str], ...]:
        """Every match holds a word of each; the rarest come first."""
        sure = [part for part in self.parts if not part.nullable]
        found = {words for part in sure for words in (part.first, part.last) if words}
        return tuple(sorted(found, key=lambda words: (share(words), sorted(words))))

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Marks of punctuation that every match holds."""
        return tuple({part.mark for part in self.parts if part.mark})

    @cached_property
    def starts(self) -> frozenset[str] | None:
        """Words that every match begins with; None where it can begin otherwise."""
        if not begins_flush(self.parts):
            return None
        return next(part.first for part in self.parts if part.flush)

    def finditer(
        self, norm: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Matches in a stretch of normalised text."""
        return self.regex.finditer(norm, start, len(norm) if end is None else end)

    def find(self, norm: str, start: int, end: int, words: Set[str]) -> Iterable[re.Match[str]]:
        """Matches in a stretch of normalised text, looked for only where one can begin.

        Parameters
        ----------
        norm : str
        start, end : int
            The stretch.
        words : set of str
            Its words (runs of letters and digits).
        """
        for mark in self.marks:
            if norm.find(mark, start, end) < 0:
                return ()
        starts = self.starts
        if starts is None:
            return self.regex.finditer(norm, start, end)
        match_at = self.regex.match
        found: list[re.Match[str]] = []
        for at in _places(norm, start, end, starts & words):
            match = match_at(norm, at, end)
            if match and (not found or at >= found[-1].end()):
                found.append(match)
        return found

    def possible(self, words: Set[str]) -> bool:
        """Tell whether a stretch with these words (runs of letters and digits) can match."""
        for need in self.needs:  # noqa: SIM110  # asked too often for a generator
            if need.isdisjoint(words):
                return False
        return True


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
    pattern = Pattern(source)
    _ = pattern.parts  # an unreadable one is to be known here
    return pattern


def _read(source: str) -> tuple[Part, ...]:
    tokens = _TOKEN.findall(expand(source))[::-1]
    parts = _sequence(tokens, source)
    if tokens:
        raise PatternError(f"Pattern {source!r} has a {tokens[-1]!r} without its opening bracket.")
    if not parts:
        raise PatternError("A pattern is empty. Write at least one word.")
    _check_span(source)
    _check_open(source)
    return tuple(parts)


def _places(norm: str, start: int, end: int, words: Iterable[str]) -> list[int]:
    """Where the words stand, in order; also inside other words."""
    places = []
    for word in words:
        at = norm.find(word, start, end)
        while at >= 0:
            places.append(at)
            at = norm.find(word, at + 1, end)
    if len(places) > 1:
        places.sort()
    return places


def _check_span(source: str) -> None:
    """Refuse a flagged part that is not one stretch, since no expression can be made of it."""
    whole = _FLAGGED.fullmatch(source)
    inside = (whole and whole["inside"]) or ""
    depths = [0, *accumulate((mark == "(") - (mark == ")") for mark in inside)]
    if whole is None or min(depths) < 0 or depths[-1]:
        raise PatternError(
            f"Pattern {source!r} can't be compiled: [ and ] stand around one flagged part."
        )


def _check_open(source: str) -> None:
    """Refuse a pattern with so much that may be missing that trying it all would take for ever."""
    words = (int(count) for count in re.findall(r"\*(\d)", source))
    if sum(words) + len(re.findall(r"\?(?=[\s)|\]]|$)", source)) > _MOST_OPEN:
        raise PatternError(
            f"Pattern {source!r:.200} has more than {_MOST_OPEN} words that may be missing (word?,"
            " *3 counts three). Split it."
        )


def _sequence(tokens: list[str], source: str) -> list[Part]:
    """Take parts up to a closing bracket or bar off the end of the reversed tokens."""
    parts: list[Part] = []
    while tokens and tokens[-1] not in ("|", ")", ")?"):
        token = tokens.pop()
        if token.isspace():
            continue
        if token == "(":
            parts.append(_group(tokens, source))
        elif token == "[":
            parts.append(_SPAN)
        elif token == "]":
            parts.append(_SPAN_END)
        else:
            parts.append(read_word(token, source))
    return parts


def _group(tokens: list[str], source: str) -> Part:
    branches: list[tuple[str, list[Part], frozenset[str] | None]] = []
    while True:
        _refuse_maybe(tokens, source)
        parts = _sequence(tokens, source)
        branches.append((_join(parts), parts, _best(parts)))
        if not tokens:
            raise PatternError(f"Pattern {source!r} lacks a closing bracket.")
        closing = tokens.pop()
        if closing != "|":
            break
    return choice(branches, optional=closing == ")?")


def _refuse_maybe(tokens: list[str], source: str) -> None:
    """Refuse "word?" as a whole choice: it makes the choice empty, and a plural was meant."""
    following, word = ["", "", *tokens][-2:]
    if word.endswith("?") and word[0].isalpha() and following in ("|", ")", ")?"):
        raise PatternError(
            f"Pattern {source!r} has the choice {word!r}, which may be empty. Put the ? behind"
            " the bracket; write a plural as word/n."
        )


def _join(parts: Sequence[Part]) -> str:
    """Put separators between parts; an optional part brings its own."""
    if len(parts) == 1 and not parts[0].optional:  # nearly every branch of a bracket
        return parts[0].regex
    regex = ""
    open_ = False  # a separator is due before the next part
    for index, part in enumerate(parts):
        ahead, left = parts[index + 1 :], parts[:index]
        if part is _SPAN:
            regex += (_gap(regex, left, ahead) if open_ else "") + part.regex
            open_ = False
        elif part is _SPAN_END:
            regex += part.regex
        elif part.optional and not open_ and _more(ahead):
            regex += f"(?:{part.regex}{_gap(part.regex, [], ahead, hollow=part.hollow)})?"
        else:
            before = _gap(regex, left, [part]) if open_ else ""
            regex += f"(?:{before}{part.regex})?" if part.optional else before + part.regex
            open_ = True
    return regex


def _gap(
    regex: str, left: Iterable[Part], ahead: Sequence[Part], *, hollow: bool | None = None
) -> str:
    """Separator behind what `regex` matches and before the parts ahead."""
    if hollow is None:
        hollow = all(part.optional or part.hollow or part.bracket for part in left)
    return gap(marked=begins_marked(ahead), quoted=hollow or '"' in regex)


def _more(parts: Sequence[Part]) -> bool:
    """Tell whether a part follows that must be there."""
    return any(part is not _SPAN_END and not part.optional for part in parts)


def _best(parts: Sequence[Part]) -> frozenset[str] | None:
    """Anchors of the part whose shortest word is longest, common words last."""
    choices = [part.anchors for part in parts if part.anchors and not part.optional]
    if len(choices) < 2:
        return choices[0] if choices else None
    return max(choices, key=worth)
