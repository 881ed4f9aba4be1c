"""Who makes models: names, the ways people write them, homes and labs.

One line of ``data/releases/organizations.jsonl``::

    {"name": "Mistral AI", "aliases": ["Mistral"], "countries": ["France"],
     "epithets": ["the Paris start-up"], "everyday": ["Mistral"], "parts": []}

``everyday`` lists spellings that are also ordinary words or names: they count only where the
text around speaks of models. ``epithets`` stand for the maker only in a text that names it, those
of ``bynames`` ("Redmond") in any text. ``parts`` are labs whose releases count as the maker's too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.naming import key_of
from hypecheck.resources import parse_jsonl, read_text

BUNDLED = "releases/organizations.jsonl"
PLACES = "releases/places.json"


@dataclass(frozen=True, slots=True)
class Organization:
    """A maker of models.

    Attributes
    ----------
    countries : tuple of str
        Homes; the first one is where it is based.
    parts : tuple of str
        Names of organisations that belong to it.
    """

    name: str
    aliases: tuple[str, ...] = ()
    epithets: tuple[str, ...] = ()
    bynames: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Name and aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Places:
    """Countries with the words for them, and regions with their countries.

    Attributes
    ----------
    words : mapping
        Country or region to the words that name it or its people.
    cities : mapping
        City to its country; read only in "Paris-based" and the like.
    regions : mapping
        Region to its countries.
    decoys : tuple of str
        Longer names that hold a country's name without meaning it: "British Columbia".
    """

    words: Mapping[str, tuple[str, ...]]
    cities: Mapping[str, str]
    regions: Mapping[str, frozenset[str]]
    decoys: tuple[str, ...] = ()

    def countries_of(self, place: str) -> frozenset[str]:
        """Countries of a region; a country is its own only member."""
        return self.regions.get(place, frozenset([place]))


@dataclass(frozen=True, slots=True)
class Organizations:
    """All makers, found by name or alias.

    Attributes
    ----------
    owners : dict
        Name of a lab to the organisations that it belongs to.
    """

    rows: tuple[Organization, ...]
    _names: dict[str, Organization] = field(default_factory=dict)
    _keys: dict[str, Organization] = field(default_factory=dict)
    owners: dict[str, list[Organization]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in self.rows:
            self._names[row.name] = row
        for row in self.rows:
            for spelling in row.spellings:
                self._keys.setdefault(key_of(spelling), row)
            for part in row.parts:
                self.owners.setdefault(part, []).append(row)

    def find(self, name: str) -> Organization | None:
        """Organisation of a name or alias, or None.

        Examples
        --------
        >>> read_organizations().find("facebook").name
        'Meta'
        """
        return self._names.get(name) or self._keys.get(key_of(name))

    def parts_of(self, name: str) -> frozenset[str]:
        """Names under which an organisation's releases stand, its labs' included."""
        row = self.find(name)
        if row is None:
            return frozenset([name])
        return frozenset([row.name, *row.parts])

    def homes_of(self, organization: str, country: str = "") -> tuple[str, ...]:
        """Countries of an organisation, several makers ("IBM / Princeton") taken together."""
        homes: dict[str, None] = {}
        for name in [organization, *organization.split(" / ")]:
            row = self._names.get(name)
            homes.update(dict.fromkeys(row.countries if row else ()))
        return tuple(homes) or ((country,) if country else ())


@cache
def read_organizations() -> Organizations:
    """Organisations of the package."""
    text, where = read_text(BUNDLED), f"hypecheck/data/{BUNDLED}"
    rows = parse_jsonl(text, where)
    return Organizations(tuple(organization_of_row(row, f"{where}:{n}") for n, row in rows))


def organization_of_row(row: Mapping[str, Any], where: str) -> Organization:
    """Organisation of a row.

    Raises
    ------
    ReleaseDBError
        The row has a field that an organisation doesn't have, or no name.
    """
    allowed = Organization.__dataclass_fields__
    unknown = sorted(set(row) - set(allowed))
    if unknown or not row.get("name"):
        problem = f"the field {unknown[0]!r}" if unknown else "no name"
        raise ReleaseDBError(
            f"{where} has {problem}. Allowed: {', '.join(allowed)}; name is needed."
        )
    lists: Iterable[tuple[str, Any]] = ((key, row[key]) for key in row if key != "name")
    return Organization(row["name"], **{key: tuple(value) for key, value in lists})


@cache
def read_places() -> Places:
    """Countries, cities and regions of the package."""
    data = json.loads(read_text(PLACES))
    return Places(
        {place: tuple(words) for place, words in data["words"].items()},
        data["cities"],
        {region: frozenset(members) for region, members in data["regions"].items()},
        tuple(data["decoys"]),
    )
