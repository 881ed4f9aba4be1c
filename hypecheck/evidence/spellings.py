"""What a spelling must look like in a text before it counts as a name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache

from hypecheck.evidence.naming import forms_of, join, key_of, tokens_of
from hypecheck.evidence.organizations import Organizations, Places
from hypecheck.evidence.variants import BUNDLED
from hypecheck.resources import read_text
from hypecheck.types import Release

_CAMEL = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")
_SHORT = 2


class Need(IntEnum):
    """What must hold of a match, weakest first."""

    FREE = 0  # any case: "gpt-4", "qwen2.5"
    CAPITAL = 1  # words that have a capital must have it: "Stable Diffusion", "Apple"
    CONTEXT = 2  # and the text around must speak of models: "Whisper", "Step-2"
    EXACT = 3  # letter by letter, and the text around must speak of models: "SAM", "o1"
    VERBATIM = 4  # letter by letter: "US"
    MAKER = 5  # a capital, and its maker named nearby: "Prometheus", "R1"


#: Source families from which an everyday word is known widely enough to stand without its maker.
KNOWN = 3


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name.

    Attributes
    ----------
    kind, key : str
        As in `Mention`.
    makers : tuple of str
        Organisations whose mention nearby makes an everyday word a name.
    """

    form: str
    kind: str
    key: str
    need: Need
    rank: tuple[int, int]
    makers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Words of ``data/releases/names.json``."""

    everyday: frozenset[str]
    coined: frozenset[str]
    generic: frozenset[str]


@cache
def read_words() -> Words:
    """Words of the package."""
    data = json.loads(read_text(BUNDLED))
    return Words(*(frozenset(data[name]) for name in ("everyday", "coined", "generic")))


@dataclass(slots=True)
class SpellingIndex:
    """All spellings by key, and how a name can start.

    Attributes
    ----------
    longest : dict
        First token to the number of tokens of the longest spelling that starts so.
    small : set of str
        First words that are written small ("rinna", "gpt-oss") or are numbers ("01.AI").
    """

    by_key: dict[str, list[Spelling]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)

    def add(self, spelling: Spelling) -> None:
        """File a spelling under its key."""
        tokens = tokens_of(spelling.form)
        if not tokens:
            return
        head = tokens[0]
        self.by_key.setdefault(join(tokens), []).append(spelling)
        self.longest[head] = max(self.longest.get(head, 0), len(tokens))
        first = spelling.form.lstrip("([\"'$")[:1]
        if first.islower() or first.isdigit():
            self.small.add(head)

    def sort(self) -> None:
        """Put the best spelling of each key first."""
        for spellings in self.by_key.values():
            spellings.sort(key=lambda spelling: spelling.rank)


def build_index(
    releases: Iterable[Release], organizations: Organizations, places: Places
) -> SpellingIndex:
    """Index of all names."""
    index = SpellingIndex()
    releases = tuple(releases)
    for spelling in (
        *_organization_spellings(organizations),
        *_place_spellings(places),
        *_release_spellings(releases, organizations),
        *_family_spellings(releases, organizations),
    ):
        index.add(spelling)
    index.sort()
    return index


def need_of(form: str, tokens: list[str], words: Words) -> Need:
    """What a spelling of a release needs.

    A coined word with a number is safe in any case; an everyday word needs a capital and, without
    a number, a text that speaks of models; short letters ("o1", "T5") must be written exactly.
    """
    head = tokens[0]
    numbers = [token for token in tokens if token[0].isdigit()]
    coined = any(token in words.coined for token in tokens)
    if head[0].isdigit() or (len(head) <= _SHORT and not coined):
        return Need.EXACT
    if numbers:
        return _need_with_number(head, tokens, numbers, words)
    if len(tokens) == 1:
        return _need_of_word(form, head, words)
    if coined or _CAMEL.search(form):
        return Need.CAPITAL
    return Need.CONTEXT if any(token not in words.everyday for token in tokens) else Need.EXACT


def _need_with_number(head: str, tokens: list[str], numbers: list[str], words: Words) -> Need:
    if head in words.coined:
        return Need.FREE
    if head in words.everyday:
        telling = "." in "".join(numbers) or "b" in tokens or len(tokens) > 3
        return Need.CAPITAL if telling and head not in words.generic else Need.CONTEXT
    return Need.FREE if len(head) > 3 else Need.CAPITAL


def _need_of_word(form: str, word: str, words: Words) -> Need:
    if word in words.coined:
        return Need.VERBATIM if form.isupper() else Need.CAPITAL
    if form.isupper() or form.islower():
        return Need.EXACT
    if _CAMEL.search(form) and word not in words.everyday:
        return Need.CAPITAL
    return Need.CONTEXT


def _release_spellings(
    releases: Iterable[Release], organizations: Organizations
) -> Iterator[Spelling]:
    words = read_words()
    sizes = _family_sizes(releases)
    for release in releases:
        makers = _maker_names(release.organization, organizations)
        seen = set()
        for place, form in enumerate(forms_of(release.name, release.aliases)):
            tokens = tokens_of(form)
            key = join(tokens)
            if not tokens or key in seen or not _is_name(tokens, words):
                continue
            seen.add(key)
            bare = place > 0 and sizes.get(key, 0) > 1
            if not bare:
                rank = (1, min(place, 1) * 1000 - release.prominence)
                need = need_of(form, tokens, words)
                if need in (Need.CONTEXT, Need.EXACT) and len(tokens) < 3:
                    short = place > 0 and len(tokens[0]) <= _SHORT
                    if short or release.prominence < KNOWN:
                        need = Need.MAKER
                yield Spelling(form, "release", release.id, need, rank, makers)


def _is_name(tokens: list[str], words: Words) -> bool:
    """Tell whether tokens name something: not a lone number, letter or general word."""
    if len(tokens) == 1:
        return len(tokens[0]) > 1 and tokens[0] not in words.generic and not tokens[0][0].isdigit()
    return not all(token in words.generic or token[0].isdigit() for token in tokens)


def _family_sizes(releases: Iterable[Release]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for release in releases:
        key = key_of(release.family)
        sizes[key] = sizes.get(key, 0) + 1
    return sizes


def _maker_names(makers: str, organizations: Organizations) -> tuple[str, ...]:
    """Every spelling of every maker of a release."""
    names: list[str] = []
    for maker in makers.split(" / "):
        row = organizations.find(maker)
        names += row.spellings if row else [maker]
    return tuple(names)


def _family_spellings(
    releases: Iterable[Release], organizations: Organizations
) -> Iterator[Spelling]:
    words = read_words()
    makers: dict[str, dict[str, None]] = {}
    for release in releases:
        names = _maker_names(release.organization, organizations)
        makers.setdefault(release.family, {}).update(dict.fromkeys(names))
    sizes = _family_sizes(releases)
    for family, whose in makers.items():
        tokens = tokens_of(family)
        if tokens and sizes[join(tokens)] > 1 and _is_name(tokens, words):
            yield Spelling(family, "family", family, need_of(family, tokens, words), (2, 0), tuple(whose))


def _organization_spellings(organizations: Organizations) -> Iterator[Spelling]:
    words = read_words()
    for row in organizations.rows:
        for form in row.spellings:
            tokens = tokens_of(form)
            need = Need.CAPITAL
            if form in row.everyday or (len(tokens) == 1 and tokens[0] in words.generic):
                need = Need.CONTEXT
            elif form.isupper() and len(form) <= 4 or form[:1].isdigit():
                need = Need.VERBATIM
            yield Spelling(form, "organization", row.name, need, (0, 0))
        for form in row.bynames:
            yield Spelling(form, "organization", row.name, Need.CONTEXT, (0, 1))
        for form in row.epithets:
            bare = form.removeprefix("the ")
            yield Spelling(bare, "epithet", row.name, Need.CAPITAL, (0, 2), row.spellings)


def _place_spellings(places: Places) -> Iterator[Spelling]:
    for place, forms in places.words.items():
        for form in forms:
            yield Spelling(form, "country", place, _place_need(form), (0, 0))
    for city, country in places.cities.items():
        yield Spelling(f"{city}-based", "country", country, Need.CAPITAL, (0, 0))


def _place_need(form: str) -> Need:
    return Need.VERBATIM if form.isupper() and len(form) < 5 else Need.CAPITAL
