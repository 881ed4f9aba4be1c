"""All spellings of all names, by key."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hypecheck.evidence.naming import forms_of, join, key_of, tokens_of
from hypecheck.evidence.needs import Need, Words, names_something, need_of, read_words
from hypecheck.evidence.organizations import Organizations, Places
from hypecheck.types import Release

#: Source families from which an everyday word is known widely enough to stand without its maker.
KNOWN = 3
_SMALL_START = re.compile(r"[a-z]+(-|[. ][A-Za-z]+|[A-Z][A-Za-z]*|(?!\d|.))")
#: Letters from which a word that isn't English seldom stands inside another one.
_UNLIKELY = 4
#: Acronyms up to this length must be written as acronyms.
_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a name.

    Attributes
    ----------
    kind : str
        As in `Mention`; or "epithet" (stands for a maker that the text names) or "decoy" (a
        longer name that only looks like one of the table).
    key : str
        As in `Mention`.
    rank : tuple
        Order among the spellings that share a key, best first.
    makers : tuple of str
        Spellings of the maker: one nearby makes an everyday word a name.
    """

    form: str
    kind: str
    key: str
    need: Need
    rank: tuple[int, int]
    makers: tuple[str, ...] = ()


@dataclass(slots=True)
class SpellingIndex:
    """All spellings by key, and how a name can start.

    Attributes
    ----------
    longest : dict
        First token to the number of tokens of the longest spelling that starts so.
    small : dict
        How names start that are written small, to their first word: "rinna", but "search giant",
        since "search" alone is everywhere. Those with a number behind the first word aren't here.
    hyphened : set of str
        First words of names that are written small with a hyphen behind: "gpt" for "gpt-oss".
    """

    by_key: dict[str, list[Spelling]] = field(default_factory=dict)
    longest: dict[str, int] = field(default_factory=dict)
    small: dict[str, str] = field(default_factory=dict)
    hyphened: set[str] = field(default_factory=set)

    def add(self, spelling: Spelling) -> None:
        """File a spelling under its key."""
        tokens = tokens_of(spelling.form)
        if not tokens:
            return
        head = tokens[0]
        self.by_key.setdefault(join(tokens), []).append(spelling)
        self.longest[head] = max(self.longest.get(head, 0), len(tokens))
        if spelling.form[0].islower():
            self._add_small(spelling.form, head)

    def _add_small(self, form: str, head: str) -> None:
        start = _SMALL_START.match(form)
        if start is None:
            return
        if start[1] == "-":
            self.hyphened.add(head)
            return
        words = read_words()
        rare = len(head) >= _UNLIKELY and head not in words.everyday | words.generic
        if start[1] or rare:
            self.small[head if rare else start[0]] = head

    def sort(self) -> None:
        """Put the best spelling of each key first."""
        for spellings in self.by_key.values():
            spellings.sort(key=lambda spelling: spelling.rank)


def build_index(
    releases: Iterable[Release], organizations: Organizations, places: Places
) -> SpellingIndex:
    """Index of all names."""
    releases, words, index = tuple(releases), read_words(), SpellingIndex()
    for decoy in (*words.decoys, *places.decoys):
        index.add(Spelling(decoy, "decoy", "", Need.CAPITAL, (0, 0)))
    for spelling in _organization_spellings(organizations, words):
        index.add(spelling)
    for spelling in _place_spellings(places):
        index.add(spelling)
    for spelling in _release_spellings(releases, organizations, words):
        index.add(spelling)
    for spelling in _family_spellings(releases, organizations, words):
        index.add(spelling)
    index.sort()
    return index


def _release_spellings(
    releases: Iterable[Release], organizations: Organizations, words: Words
) -> Iterator[Spelling]:
    sizes = _family_sizes(releases)
    for release in releases:
        makers = _maker_names(release, organizations)
        seen = set()
        for place, form in enumerate(forms_of(release.name, release.aliases)):
            tokens = tokens_of(form)
            key = join(tokens)
            # "GPT" is an alias of GPT-1 for those who look it up; in a text it is the family.
            bare = place > 0 and sizes.get(key, 0) > 1
            if key in seen or bare or not names_something(tokens, words):
                continue
            seen.add(key)
            need = need_of(form, tokens, words)
            if not _known(release, place, tokens, words):
                need = need.strict
            rank = (1, min(place, 1) * 1000 - release.prominence)
            yield Spelling(form, "release", release.id, need, rank, makers)


def _known(release: Release, place: int, tokens: list[str], words: Words) -> bool:
    """Tell whether a spelling can stand without its maker, in a text that speaks of models."""
    short = len(tokens[0]) < 3 and len(tokens) < 3
    if short and (place > 0 or release.prominence < KNOWN):
        return False
    if tokens[0] in words.counted or (len(tokens) == 1 and tokens[0] in words.beside):
        return False
    return release.prominence >= KNOWN or (len(tokens) > 1 and tokens[0] not in words.generic)


def _family_sizes(releases: Iterable[Release]) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for release in releases:
        key = key_of(release.family)
        sizes[key] = sizes.get(key, 0) + 1
    return sizes


def _family_spellings(
    releases: Iterable[Release], organizations: Organizations, words: Words
) -> Iterator[Spelling]:
    members: dict[str, list[Release]] = {}
    for release in releases:
        members.setdefault(release.family, []).append(release)
    for family, rows in members.items():
        tokens = tokens_of(family)
        if len(rows) < 2 or not tokens or not names_something(tokens, words):
            continue
        need = need_of(family, tokens, words)
        vague = len(tokens[0]) < 3 or tokens[0] in words.counted | words.beside
        if vague or max(row.prominence for row in rows) < KNOWN:
            need = need.strict
        makers = dict.fromkeys(name for row in rows for name in _maker_names(row, organizations))
        yield Spelling(family, "family", family, need, (2, 0), tuple(makers))


def _maker_names(release: Release, organizations: Organizations) -> tuple[str, ...]:
    """Every spelling of every maker of a release, and of the companies that labs belong to."""
    names: list[str] = []
    for maker in release.organization.split(" / "):
        row = organizations.find(maker)
        names += row.spellings if row else [maker]
        for owner in organizations.owners.get(maker, ()):
            names += owner.spellings
    return tuple(names)


def _organization_spellings(organizations: Organizations, words: Words) -> Iterator[Spelling]:
    for row in organizations.rows:
        for form in row.spellings:
            need = _organization_need(form, form in row.everyday, words)
            yield Spelling(form, "organization", row.name, need, (0, 0))
        for form in row.bynames:
            need = Need.CONTEXT if form in row.everyday else Need.CAPITAL
            yield Spelling(form.removeprefix("the "), "organization", row.name, need, (0, 1))
        for form in row.epithets:
            bare = form.removeprefix("the ")
            yield Spelling(bare, "epithet", row.name, Need.CAPITAL, (0, 2), row.spellings)


def _organization_need(form: str, everyday: bool, words: Words) -> Need:
    acronym = (form.isupper() and len(form) <= _ACRONYM) or form[0].isdigit()
    if everyday or key_of(form) in words.generic:
        return Need.EXACT if acronym else Need.CONTEXT
    return Need.VERBATIM if acronym else Need.CAPITAL


def _place_spellings(places: Places) -> Iterator[Spelling]:
    for place, forms in places.words.items():
        for form in forms:
            acronym = form.isupper() and len(form) <= _ACRONYM
            need = Need.VERBATIM if acronym else Need.CAPITAL
            yield Spelling(form, "country", place, need, (0, 0))
    for city, country in places.cities.items():
        yield Spelling(f"{city}-based", "country", country, Need.CAPITAL, (0, 0))
