"""Sizes and variants at the end of a name, which fall back to the release they belong to."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from hypecheck.evidence.naming import tokens_of
from hypecheck.resources import read_text
from hypecheck.types import Release

BUNDLED = "releases/names.json"
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_STAMP = re.compile(r"\d{2}|\d{4}|\d{6}|\d{8}")
_UNITS = frozenset("bmkt")
_QUANTIZED = frozenset(["int", "fp", "bf", "q"])
_OPEN = frozenset(["open-weights", "open-source", "unknown"])


@dataclass(frozen=True, slots=True)
class Variants:
    """Words that may be cut off the end of a name.

    Attributes
    ----------
    words : frozenset of str
        Variants of any release: "instruct", "chat", "gguf".
    sizes : frozenset of str
        Sizes in words, which name a member of an open release but another product of an API:
        "Whisper tiny" is Whisper, "Gemini Nano" isn't Gemini.
    nouns : frozenset of str
        Words that may follow a name without belonging to it: "model", "series".
    """

    words: frozenset[str]
    sizes: frozenset[str]
    nouns: frozenset[str]

    def shorter(self, tokens: Sequence[str]) -> Iterator[list[str]]:
        """All tokens, then ever fewer of them as sizes and variants are cut off the end."""
        left = list(tokens)
        while left:
            yield left
            cut = 1 if left[-1] in self.nouns else self._tail(left)
            if not cut or cut >= len(left):
                return
            left = left[:-cut]

    def without_sizes(self, tokens: Sequence[str]) -> list[str]:
        """Tokens without sizes in their midst: "llama 3.2 90 b vision" is "llama 3.2 vision"."""
        left: list[str] = []
        for token in tokens:
            left.append(token)
            if token in _UNITS and len(left) > 2 and _NUMBER.fullmatch(left[-2]):
                del left[-_size_length(left) :]
        return left

    def blocks(self, form: str, tokens: Sequence[str], release: Release) -> bool:
        """Tell whether the cut-off words make another product of a release."""
        cut = tokens_of(form)[len(tokens) :]
        return release.openness not in _OPEN and any(word in self.sizes for word in cut)

    def is_tail(self, tokens: Sequence[str]) -> bool:
        """Tell whether all tokens are sizes and variants."""
        left = list(tokens)
        while left:
            cut = self._tail(left)
            if not cut:
                return False
            left = left[:-cut]
        return True

    def _tail(self, tokens: Sequence[str]) -> int:
        """Count the tokens at the end that make one size or variant."""
        last = tokens[-1]
        if last in self.words or last in self.sizes:
            return 1
        if last in _UNITS and len(tokens) > 1 and _NUMBER.fullmatch(tokens[-2]):
            return _size_length(tokens)
        if _STAMP.fullmatch(last) and len(last) > 2:
            return 1
        if len(tokens) > 1 and tokens[-2] in _QUANTIZED and last.isdigit():
            return 2
        return _version_length(tokens)


def _size_length(tokens: Sequence[str]) -> int:
    """Length of "72 b", "8 x 7 b", "a 22 b", "e 4 b" at the end."""
    if len(tokens) > 3 and tokens[-3] == "x" and _NUMBER.fullmatch(tokens[-4]):
        return 4
    return 3 if len(tokens) > 2 and tokens[-3] in ("a", "e") else 2


def _version_length(tokens: Sequence[str]) -> int:
    """Length of a date ("2024 09 12") or of a revision behind a size ("7 b v 0.2")."""
    if len(tokens) >= 3 and all(_STAMP.fullmatch(token) for token in tokens[-3:]):
        return 3
    revision = len(tokens) > 3 and tokens[-2] == "v" and _NUMBER.fullmatch(tokens[-1])
    return 2 if revision and tokens[-3] in (*_UNITS, "instruct", "chat") else 0


@cache
def read_variants() -> Variants:
    """Variants of the package."""
    data = json.loads(read_text(BUNDLED))
    return Variants(frozenset(data["variants"]), frozenset(data["sizes"]), frozenset(data["nouns"]))
