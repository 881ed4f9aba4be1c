"""Releases by any spelling of their name, best first."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from hypecheck.evidence.naming import forms_of, join, key_of, tokens_of
from hypecheck.evidence.needs import read_words
from hypecheck.evidence.organizations import Organizations
from hypecheck.evidence.variants import Variants
from hypecheck.types import Release

_POSSESSIVE = re.compile(r"^(.{2,40}?)(?:'s|s')\s+(.+)$")
_ARTICLES = re.compile(r"(?i)^(?:(?:the|a|an|its|their|new|latest|original)\s+)+(?=.)")
_VERSION_MARK = re.compile(r"(?i)(?<=[ -])v(?=\d)")
_REVISION = re.compile(r"v\d")
#: A series is found by the start of its members' names from so many letters on.
_START = 4


@dataclass(frozen=True, slots=True)
class Hit:
    """A release under a key.

    Attributes
    ----------
    rank : int
        0 for the release's name, 1 for an alias, 2 for its family.
    """

    release: Release
    rank: int


@dataclass(slots=True)
class NameIndex:
    """Keys of all names, aliases and families.

    Attributes
    ----------
    sorted_names : list of str
        Keys of `names` by the alphabet, so that those which start alike stand together.
    """

    organizations: Organizations
    variants: Variants
    names: dict[str, list[Hit]] = field(default_factory=dict)
    families: dict[str, list[Release]] = field(default_factory=dict)
    sorted_names: list[str] = field(default_factory=list)

    @classmethod
    def of(
        cls, releases: Iterable[Release], organizations: Organizations, variants: Variants
    ) -> NameIndex:
        """Index of releases."""
        index = cls(organizations, variants)
        for release in releases:
            index._add(release)
        return index

    def _add(self, release: Release) -> None:
        seen = set()
        for rank, spelling in enumerate(forms_of(release.name, (release.id, *release.aliases))):
            key = key_of(spelling)
            if key and key not in seen:
                seen.add(key)
                self.names.setdefault(key, []).append(Hit(release, min(rank, 1)))
        if release.family:
            self.families.setdefault(key_of(release.family), []).append(release)

    def lookup(self, name: str) -> list[Release]:
        """Releases of a name, best first; the nearest spelling that has any decides.

        Tried in this order: the name as it is, without sizes and variants at its end, without
        sizes in its middle, as a family, as the start of names ("Claude 3.5").
        """
        forms = list(self._forms(name))
        for form, maker in forms:
            tokens = tokens_of(form)
            for shorter in self.variants.shorter(tokens):
                found = self._find(shorter, name, maker, form)
                if found:
                    return found
            sizeless = self.variants.without_sizes(tokens)
            if len(sizeless) < len(tokens) and (found := self._find(sizeless, name, maker, form)):
                return found
        for form, maker in forms:
            found = self._series(form, maker)
            if found:
                return found
        return []

    def _forms(self, name: str) -> Iterator[tuple[str, str]]:
        """Spellings to try, each with the maker it names or ""."""
        name = _ARTICLES.sub("", " ".join(name.replace("’", "'").split()).strip("\"'“”.,;:()[]"))
        owned = _POSSESSIVE.match(name)
        if owned:
            maker = self.organizations.find(owned[1])
            yield f"{owned[1]} {owned[2]}", ""
            yield owned[2], maker.name if maker else owned[1]
            return
        yield name, ""
        versionless = _VERSION_MARK.sub("", name)
        if versionless != name:
            yield versionless, ""
        words = name.split(" ")
        for cut in range(min(3, len(words) - 1), 0, -1):
            maker = self.organizations.find(" ".join(words[:cut]))
            if maker:
                yield " ".join(words[cut:]), maker.name

    def _find(self, tokens: Sequence[str], name: str, maker: str, form: str) -> list[Release]:
        key = join(tokens)
        whole = key == key_of(form)
        hits = [
            hit
            for hit in self.names.get(key, ())
            if whole or not self.variants.blocks(form, tokens, hit.release)
        ]
        if not hits and whole:
            hits = [Hit(release, 2) for release in self.families.get(key, ())]
        hits = [hit for hit in hits if self._is_by(hit.release, maker)]
        return [hit.release for hit in sorted(hits, key=lambda hit: _order(hit, name))]

    def _series(self, form: str, maker: str) -> list[Release]:
        """Releases whose names start with a form, the earliest first."""
        key = key_of(form)
        if len(key) < _START or not key[0].isalpha():
            return []
        tokens = tokens_of(form)
        words = read_words()
        told = tokens[0] not in words.everyday | words.generic and not self.organizations.find(form)
        found = {
            hit.release.id: hit.release
            for start in self._starting(key)
            for hit in self.names[start]
            if hit.rank == 0
            and self._is_by(hit.release, maker)
            and (_starts_anew(start, len(key)) or (told and _begins(hit.release.name, tokens)))
        }
        return sorted(found.values(), key=lambda release: (release.date, release.id))

    def _starting(self, key: str) -> Iterator[str]:
        """Yield the longer keys that start so."""
        if len(self.sorted_names) != len(self.names):
            self.sorted_names = sorted(self.names)
        for number in range(bisect_right(self.sorted_names, key), len(self.sorted_names)):
            if not self.sorted_names[number].startswith(key):
                return
            yield self.sorted_names[number]

    def _is_by(self, release: Release, maker: str) -> bool:
        return not maker or bool(_makers(release) & self.organizations.parts_of(maker))


def _begins(name: str, tokens: Sequence[str]) -> bool:
    """Tell whether a name begins with whole words: "Magistral Small" with "Magistral"."""
    return tokens_of(name)[: len(tokens)] == list(tokens)


def _starts_anew(key: str, at: int) -> bool:
    """Tell whether a token of a key ends at an offset: "claude3.5|sonnet", not "claude3|50"."""
    before, after = key[at - 1], key[at]
    if before.isdigit():
        return not after.isdigit() and after != "."
    return not after.isalpha() or _REVISION.match(key, at) is not None


def _makers(release: Release) -> frozenset[str]:
    return frozenset([release.organization, *release.organization.split(" / ")])


def _order(hit: Hit, name: str) -> tuple[object, ...]:
    """Names before aliases before families, the exact spelling and the best known first."""
    release = hit.release
    exact = name in (release.name, *release.aliases)
    return hit.rank, not exact, -release.prominence, release.date, release.id
