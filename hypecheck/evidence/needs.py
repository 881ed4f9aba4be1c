"""What a spelling must look like in a text, and what must stand around it, before it is a name."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from hypecheck.evidence.variants import BUNDLED
from hypecheck.resources import read_text

_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
#: First words of this length or less ("o1", "T5", "Yi") are too short to be told by themselves.
_SHORT = 2
#: From this length on, a coined word with a number behind it is safe in any case ("qwen2.5").
_LONG = 4


class Need(IntEnum):
    """What must hold of a match."""

    FREE = 0  # any case: "gpt-4", "qwen2.5"
    CAPITAL = 1  # words that have a capital must have it: "Stable Diffusion", "Apple"
    VERBATIM = 2  # letter by letter: "US", "BERT"
    CONTEXT = 3  # capitals, and the text around must speak of models: "Whisper", "Step-2"
    EXACT = 4  # letter by letter, and the text around must speak of models: "SAM", "o1"
    MAKER = 5  # capitals, and the maker must be named around: "Prometheus"
    EXACT_MAKER = 6  # letter by letter, and the maker must be named around: "R1"

    @property
    def exact(self) -> bool:
        """Every letter must be as the name has it."""
        return self in (Need.VERBATIM, Need.EXACT, Need.EXACT_MAKER)

    @property
    def strict(self) -> Need:
        """The need with the maker in place of the context."""
        return {Need.CONTEXT: Need.MAKER, Need.EXACT: Need.EXACT_MAKER}.get(self, self)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of ``data/releases/names.json``.

    Attributes
    ----------
    everyday : frozenset of str
        Words of names that are ordinary English words, first names or surnames too.
    coined : frozenset of str
        Words that nobody writes but for the model.
    numbered : frozenset of str
        Everyday words that mean the model once a number follows: "Claude 4", "Gemma 3".
    generic : frozenset of str
        Words that name nothing by themselves: "model", "text", "large".
    counted : frozenset of str
        Words that ordinary texts number: "Step 2", "Gen 3".
    beside : frozenset of str
        Words so common, also near models, that alone they mean one only beside its maker: "Koala".
    decoys : tuple of str
        Longer names in which a name of the table stands without being meant.
    """

    everyday: frozenset[str]
    coined: frozenset[str]
    numbered: frozenset[str]
    generic: frozenset[str]
    counted: frozenset[str]
    beside: frozenset[str]
    decoys: tuple[str, ...]


@cache
def read_words() -> Words:
    """Words of the package."""
    data = json.loads(read_text(BUNDLED))
    return Words(
        everyday=frozenset(data["everyday"]),
        coined=frozenset(data["coined"]),
        numbered=frozenset(data["numbered"]),
        generic=frozenset(data["generic"]),
        counted=frozenset(data["counted"]),
        beside=frozenset(data["beside"]),
        decoys=tuple(data["decoys"]),
    )


def names_something(tokens: Sequence[str], words: Words) -> bool:
    """Tell whether tokens can be a name: more than a number, a letter or general words."""
    if len(tokens) == 1:
        return len(tokens[0]) > 1 and tokens[0] not in words.generic and tokens[0].isalpha()
    return any(token not in words.generic and token[0].isalpha() for token in tokens)


def need_of(form: str, tokens: Sequence[str], words: Words) -> Need:
    """Work out what a spelling of a release or family needs.

    A coined word with a number is safe in any case; an everyday word needs a capital and, without
    a telling number, a text that speaks of models; short words must be written exactly.

    Examples
    --------
    >>> words = read_words()
    >>> [need_of(form, form.lower().split(), words).name for form in ("Whisper", "Mixtral", "CLIP")]
    ['CONTEXT', 'CAPITAL', 'EXACT']
    """
    head = tokens[0]
    coined = any(token in words.coined for token in tokens)
    if head[0].isdigit() or (len(head) <= _SHORT and not coined):
        return Need.EXACT
    if any(token[0].isdigit() for token in tokens):
        return _with_number(head, tokens, words)
    if len(tokens) == 1:
        return _of_word(form, head, words)
    if coined or _CAMEL.search(form):
        return Need.CAPITAL
    return Need.CONTEXT if any(token not in words.everyday for token in tokens) else Need.EXACT


def _with_number(head: str, tokens: Sequence[str], words: Words) -> Need:
    if head in words.coined:
        return Need.FREE
    if head in words.numbered:
        return Need.CAPITAL
    if head in words.everyday:
        plain = [token for token in tokens if len(token) > _SHORT and token.isalpha()]
        decimal = any("." in token for token in tokens)
        telling = decimal or "b" in tokens or len(tokens) > 3 or len(plain) > 1
        return Need.CAPITAL if telling and head not in words.generic else Need.CONTEXT
    return Need.FREE if len(head) >= _LONG else Need.CAPITAL


def _of_word(form: str, word: str, words: Words) -> Need:
    if word in words.coined:
        return Need.VERBATIM if form.isupper() else Need.CAPITAL
    if form.isupper() or form.islower():
        return Need.EXACT
    if _CAMEL.search(form):
        return Need.EXACT if word in words.everyday else Need.CAPITAL
    return Need.CONTEXT
