"""Names of releases, families, organisations and countries in running text.

One pass over the words that can begin a name (a capital, a number behind it, or a name that is
written small), then the longest known name that starts there. What a spelling needs before it
counts stands in its `Need`, worked out once when the index is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hypecheck.evidence.context import Context
from hypecheck.evidence.naming import TOKEN, join, tokens_of
from hypecheck.evidence.organizations import Organizations, Places
from hypecheck.evidence.spellings import Spelling, SpellingIndex, build_index
from hypecheck.evidence.variants import Variants, read_variants
from hypecheck.protocols import Mention
from hypecheck.types import Release

#: What may stand between two tokens of a name: nothing or one of these.
_SEPARATORS = frozenset([" ", "-", "\u2010", "\u2011", "·", "_", "/", "\n", "\u00a0"])
_DOTS = frozenset(".:@'")
#: A hyphen in front makes a word a part of another name, except behind these.
_PREFIXES = frozenset("pre post non ex anti mid pro sub inter trans cross".split())
_DERIVED = re.compile(r"[-\u2010\u2011][A-Z]|[-\u2010\u2011]?\d")
_VERSION = re.compile(
    r"(?:[-\u2010\u2011]?\d+(?:\.\d+)*|[ -][vV]\d+(?:\.\d+)*| \d+\.\d+"
    r"| \d{1,2}(?=[,;:.)?!]|'s| (?:is|was|has|had|and|or|can|will|from|by|model)\b))(?![\w%])"
)
_DOMAIN = re.compile(r"\.[A-Za-z]")
_LANGUAGE = re.compile(r"[- ](?:language|speaking|text|words?)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of tokens of a text, with the offset at which each ends."""

    tokens: tuple[str, ...]
    ends: tuple[int, ...]


class NameFinder:
    """Finds names; build it with `of`."""

    def __init__(self, index: SpellingIndex, variants: Variants) -> None:
        self._index = index
        self._variants = variants
        small = "|".join(sorted(map(re.escape, index.small), key=len, reverse=True))
        # A name starts with a capital, or its first word is followed by a number, or it is known
        # to be written small: four in five words of a text are passed over by this alone.
        self._start = re.compile(
            rf"(?<![^\W_])(?:[A-Z][^\W\d_]*|[a-z]+(?=[-\u2010\u2011 ]?\d)|(?:{small or 'x'})(?![^\W\d_]))"
        )

    @classmethod
    def of(
        cls, releases: Iterable[Release], organizations: Organizations, places: Places
    ) -> NameFinder:
        """Finder of the names in a table."""
        return cls(build_index(releases, organizations, places), read_variants())

    def find(self, text: str, start: int, end: int) -> list[Mention]:
        """Names in `text[start:end]`, in order, not overlapping."""
        found: list[Mention] = []
        context = Context(text)
        at = start
        longest = self._index.longest
        for match in self._start.finditer(text, start, end):
            begin = match.start()
            head = match[0].lower()
            if begin < at or head not in longest:
                continue
            mention = self._mention(text, begin, end, longest[head], context)
            if mention:
                found.append(mention)
                at = mention.end_char
        return found

    def _mention(
        self, text: str, begin: int, end: int, most: int, context: Context
    ) -> Mention | None:
        if _inside_word(text, begin):
            return None
        piece = _read(text, begin, end, most)
        for count in range(len(piece.tokens), 0, -1):
            stop = piece.ends[count - 1]
            if _cut_word(text, stop, end):
                continue
            for spelling in self._index.by_key.get(join(piece.tokens[:count]), ()):
                if context.allows(spelling, begin, stop):
                    mention = self._judge(text, begin, stop, end, spelling)
                    if mention:
                        return mention
        return None

    def _judge(
        self, text: str, begin: int, stop: int, end: int, spelling: Spelling
    ) -> Mention | None:
        """The mention, grown by sizes and variants; None where more of the name follows."""
        if spelling.kind == "country":
            if _LANGUAGE.match(text, stop):
                return None
            stop += spelling.form.endswith(".") and text.startswith(".", stop)
            return Mention(begin, stop, "country", spelling.key)
        if spelling.kind in ("organization", "epithet"):
            return Mention(begin, stop, "organization", spelling.key)
        if _DOMAIN.match(text, stop, end):
            return None
        stop = self._grow(text, stop, end)
        version = _VERSION.match(text, stop, end)
        if version and spelling.kind == "family":
            return Mention(begin, version.end(), "family", spelling.key)
        if version or _DERIVED.match(text, stop, end):
            return None
        return Mention(begin, stop, spelling.kind, spelling.key)

    def _grow(self, text: str, stop: int, end: int) -> int:
        """End of the name with the sizes and variants behind it."""
        if stop >= end or text[stop] not in _SEPARATORS or text[stop] == "\n":
            return stop
        piece = _read(text, stop + 1, min(end, stop + 40), 8)
        for count in range(len(piece.tokens), 0, -1):
            after = piece.ends[count - 1]
            tail = piece.tokens[:count]
            if not _cut_word(text, after, end) and self._is_written_tail(text, stop, after, tail):
                return after
        return stop

    def _is_written_tail(self, text: str, stop: int, after: int, tail: tuple[str, ...]) -> bool:
        """Tell whether a tail is a size or variant as names have it: "-instruct", " 405B"."""
        if not self._variants.is_tail(tail):
            return False
        written = text[stop + 1 : after]
        return text[stop] != " " or written[:1].isupper() or written[:1].isdigit()


def _read(text: str, begin: int, end: int, most: int) -> Piece:
    """Up to `most` tokens from `begin`, as long as only a name's separators stand between."""
    tokens: list[str] = []
    ends: list[int] = []
    at = begin
    while len(tokens) < most:
        match = TOKEN.match(text, at, end)
        if match is None:
            break
        tokens += tokens_of(match[0])
        ends += [match.end()] * (len(tokens) - len(ends))
        at = match.end()
        if at < end and (text[at] in _SEPARATORS or text[at] in _DOTS):
            at += 1
    return Piece(tuple(tokens), tuple(ends))


def _inside_word(text: str, begin: int) -> bool:
    """Tell whether a hyphen ties the word to one before it ("mini-GPT"), which makes another name."""
    if begin < 2 or text[begin - 1] not in "-\u2010\u2011" or not text[begin - 2].isalnum():
        return False
    before = re.search(r"[^\W\d_]+$", text[max(0, begin - 21) : begin - 1])
    return before is None or before[0].lower() not in _PREFIXES


def _cut_word(text: str, stop: int, end: int) -> bool:
    """Tell whether the match ends inside a word; a plural s is no more of the word."""
    if stop >= end or not (text[stop].isalnum()):
        return False
    return not (text[stop] == "s" and not text[stop + 1 : stop + 2].isalnum())
