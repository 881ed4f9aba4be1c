"""Names of releases, families, organisations and countries in running text.

One pass over the words that can begin a name (a capital, a number behind them, or a word that is
known to be written small), then the longest known name that starts there. What a spelling needs
before it counts stands in its `Need`, worked out once when the index is built.
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

_HYPHENS = "-\u2010\u2011\u2013"
#: What may stand between two tokens of a name, or nothing: one mark, or blanks with one line break.
_BETWEEN = re.compile(rf"[{_HYPHENS}·_/.:@']|[ \t\u00a0]*(?:\r?\n)?[ \t\u00a0]*")
#: A hyphen in front makes a word a part of another name, except behind these.
_PREFIXES = frozenset(["pre", "post", "non", "ex", "anti", "mid", "pro", "sub", "inter", "trans"])
_CAPITALISED = re.compile(r"[A-Z][A-Za-z]*")
_DIGIT = re.compile(r"\d+")
_BEFORE_DIGIT = re.compile(rf"[a-z]+[{_HYPHENS} \u00a0]{{0,2}}$")
_HYPHEN = re.compile(rf"[{_HYPHENS}]")
_SMALL_WORD = re.compile(r"[a-z]+$")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_DERIVED = re.compile(rf"[{_HYPHENS}](?:[A-Z]|\d)")
_VERSION = re.compile(
    rf"(?:[{_HYPHENS}]?\d+(?:\.\d+)*|[ -][vV]\d+(?:\.\d+)*| \d+\.\d+"
    r"| \d{1,2}(?=[,;:.)?!]|'s| (?:is|was|has|had|and|or|can|will|from|by|model)\b))(?![\w%])"
)
#: A number behind a family is its version, unless things are counted: "Llama 5", "Claude 3 times".
_NUMBERED = re.compile(r" \d{1,2}(?![\w%]|[.,]\d)(?! (?!weights\b|models\b)[a-z]+s\b)")
_DOMAIN = re.compile(r"\.[A-Za-z]")
_LANGUAGE = re.compile(r"[- ](?:language|speaking|text|words?)\b")
#: Longest tail of sizes and variants that is looked at, in characters and tokens.
_TAIL, _TAIL_TOKENS = 40, 8
_LETTERS = re.compile(r"[^\W\d_]+")
#: Names written small are looked for where a word begins with so many of their letters.
_PREFIX = 3
#: Longest first word that is looked for before a number or hyphen.
_WORD = 24


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
        self._small: dict[str, list[tuple[str, str]]] = {}
        for form, head in index.small.items():
            self._small.setdefault(form[:_PREFIX], []).append((form, head))

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
        for begin, head in self._starts(text, start, end):
            if begin < at:
                continue
            mention = self._mention(text, begin, end, self._index.longest[head], context)
            if mention:
                at = mention.end_char
                if mention.kind != "decoy":
                    found.append(mention)
        return found

    def _starts(self, text: str, start: int, end: int) -> list[tuple[int, str]]:
        """Offsets where a name can begin, with its first token.

        Four quick scans, each for something rare, beat one regular expression that looks at every
        word: three in four words of a text begin no name.
        """
        longest, hyphened = self._index.longest, self._index.hyphened
        starts = [
            (match.start(), head)
            for match in _CAPITALISED.finditer(text, start, end)
            if (head := match[0].lower()) in longest
        ]
        for match in _DIGIT.finditer(text, start, end):
            word = _BEFORE_DIGIT.search(text, max(start, match.start() - _WORD), match.start())
            if word and (head := word[0].rstrip(f"{_HYPHENS} \u00a0")) in longest:
                starts.append((word.start(), head))
            elif match[0] in longest:
                starts.append((match.start(), match[0]))
        for match in _HYPHEN.finditer(text, start, end):
            word = _SMALL_WORD.search(text, max(start, match.start() - _WORD), match.start())
            if word and word[0] in hyphened:
                starts.append((word.start(), word[0]))
        for prefix in {
            word[:_PREFIX] for word in _LETTERS.findall(text, start, end)
        } & self._small.keys():
            for form, head in self._small[prefix]:
                at = text.find(form, start, end)
                while at >= 0:
                    starts.append((at, head))
                    at = text.find(form, at + len(form), end)
        starts.sort()
        return starts

    def _mention(
        self, text: str, begin: int, end: int, most: int, context: Context
    ) -> Mention | None:
        if begin and (text[begin - 1].isalnum() or _inside_word(text, begin)):
            return None
        piece = _read(text, begin, end, most)
        for count in range(len(piece.tokens), 0, -1):
            spellings = self._index.by_key.get(join(piece.tokens[:count]))
            stop = piece.ends[count - 1]
            if not spellings or _cuts_word(text, stop, end):
                continue
            spelling = context.choose(spellings, begin, stop)
            mention = spelling and self._judge(text, begin, stop, end, spelling)
            if mention:
                return mention
        return None

    def _judge(
        self, text: str, begin: int, stop: int, end: int, spelling: Spelling
    ) -> Mention | None:
        """Mention at its full length; None where it is something else after all."""
        if spelling.kind in ("release", "family"):
            return self._judge_model(text, begin, stop, end, spelling)
        if spelling.kind == "country":
            if _LANGUAGE.match(text, stop):
                return None
            stop += spelling.form.endswith(".") and text.startswith(".", stop)
        kind = "organization" if spelling.kind == "epithet" else spelling.kind
        return Mention(begin, stop, kind, spelling.key)

    def _judge_model(
        self, text: str, begin: int, stop: int, end: int, spelling: Spelling
    ) -> Mention | None:
        """Model with the sizes behind its name; an unknown version is of the family only."""
        if _DOMAIN.match(text, stop, end):
            return None
        stop = self._grow(text, stop, end)
        version = _VERSION.match(text, stop, end)
        if spelling.kind == "family":
            version = version or _NUMBERED.match(text, stop, end)
            if version:
                return Mention(begin, version.end(), "family", spelling.key)
        if version or _DERIVED.match(text, stop, end):
            return None
        return Mention(begin, stop, spelling.kind, spelling.key)

    def _grow(self, text: str, stop: int, end: int) -> int:
        """End of the name with the sizes and variants behind it."""
        between = _between(text, stop)
        if not between or "\n" in between:
            return stop
        begin = stop + len(between)
        piece = _read(text, begin, min(end, begin + _TAIL), _TAIL_TOKENS)
        for count in range(len(piece.tokens), 0, -1):
            after = piece.ends[count - 1]
            if _cuts_word(text, after, end) or not self._variants.is_tail(piece.tokens[:count]):
                continue
            if not between.isspace() or text[begin].isupper() or text[begin].isdigit():
                return after
        return stop


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
        at += len(_between(text, at))
    return Piece(tuple(tokens), tuple(ends))


def _between(text: str, at: int) -> str:
    """What stands between a token of a name that ends at `at` and the next; "" where they touch."""
    match = _BETWEEN.match(text, at)
    return match[0] if match else ""


def _inside_word(text: str, begin: int) -> bool:
    """Tell whether a hyphen ties the word to one before it: "mini-GPT" is another name."""
    if begin < 2 or text[begin - 1] not in _HYPHENS or not text[begin - 2].isalnum():
        return False
    before = _LAST_WORD.search(text, max(0, begin - 21), begin - 1)
    return before is None or before[0].lower() not in _PREFIXES


def _cuts_word(text: str, stop: int, end: int) -> bool:
    """Tell whether a match ends inside a word; a plural s counts as its end."""
    if stop >= end or not text[stop].isalnum():
        return False
    return not (text[stop] == "s" and not text[stop + 1 : stop + 2].isalnum())
