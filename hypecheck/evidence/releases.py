"""The release database: lookup by any spelling, search by facet, names in running text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path

from hypecheck.dates import as_day
from hypecheck.evidence.conflicts import OtherDate
from hypecheck.evidence.layers import OWN, digest, read_layers, with_makers
from hypecheck.evidence.load import Table, read_table, write_table
from hypecheck.evidence.lookup import NameIndex
from hypecheck.evidence.names import NameFinder
from hypecheck.evidence.naming import key_of
from hypecheck.evidence.organizations import Places, read_organizations, read_places
from hypecheck.evidence.search import Query, admits, choices, first_day
from hypecheck.evidence.variants import read_variants
from hypecheck.protocols import Mention
from hypecheck.types import Release


class ReleaseDB:
    """Model releases as a collection that can be searched.

    Examples
    --------
    >>> db = ReleaseDB.load()
    >>> db.lookup("OpenAI's GPT-2")[0].date
    '2019-02-14'
    >>> [release.id for release in db.search(organization="OpenAI", openness="open", kind="music")]
    ['jukebox']
    """

    def __init__(self, table: Table) -> None:
        self._table = table
        self._by_id = {release.id: release for release in table.releases}
        self._organizations = with_makers(read_organizations(), table.releases)

    @classmethod
    def load(cls, path: Path | str | Sequence[Path | str] | None = None) -> ReleaseDB:
        """Database of a file; without one, that of the package, read once a process.

        Parameters
        ----------
        path : path or sequence of path, optional
            A JSONL table, or a CSV with a mapping file beside it (`hypecheck.evidence.mapped`).
            Several are laid over each other, and of two rows with one id the later file's is
            taken; "bundled" stands for the table of the package: ``["bundled", "mine.jsonl"]``.

        Raises
        ------
        ReleaseDBError
            The file is missing or a line of it is no release; the message names both.
        """
        paths = [OWN if path is None else path] if isinstance(path, Path | str | None) else path
        return _bundled() if list(paths) == [OWN] else cls(read_layers(paths))

    @property
    def snapshot(self) -> str:
        """Day up to which the table reaches."""
        return self._table.snapshot

    @cached_property
    def snapshot_id(self) -> str:
        """That day with a hash of all facts: "2026-08-31+1f3870be274f".

        Two tables with one id say the same, whatever the order of lines or fields.
        """
        return f"{self.snapshot}+{digest(self._table)}"

    @property
    def table(self) -> Table:
        """The table as it was read, with its header and what a release doesn't carry."""
        return self._table

    def save(self, path: Path | str, releases: Iterable[Release] | None = None) -> None:
        """Write the table, or a part of it, so that `load` reads it again.

        Raises
        ------
        ReleaseDBError
            The file can't be written.
        """
        chosen = self._table.releases if releases is None else tuple(releases)
        kept = {release.id for release in chosen}
        stages = {key: root for key, root in self._table.stage_of.items() if root in kept}
        write_table(replace(self._table, releases=chosen, stage_of=stages), Path(path))

    def __iter__(self) -> Iterator[Release]:
        return iter(self._table.releases)

    def __len__(self) -> int:
        return len(self._table.releases)

    def __contains__(self, key: object) -> bool:
        return key in self._by_id

    def __getitem__(self, key: str) -> Release:
        return self._by_id[key]

    def lookup(self, name: str, as_of: date | str | None = None) -> list[Release]:
        """Releases of a name in any spelling, best first; none for a name that isn't listed.

        Parameters
        ----------
        name : str
            "GPT-2", "GPT2", "OpenAI's GPT-2", "Qwen2.5-72B-Instruct" …; a size or variant that
            has no row of its own finds the release it belongs to, a family its members.
        as_of : date or str, optional
            Leave out releases that were not surely out by then.
        """
        found = self._index.lookup(name)
        if as_of is None:
            return found
        day = as_day(as_of)
        return [release for release in found if release.latest <= day]

    def named(self, name: str) -> list[Release]:
        """Releases with exactly this name, alias or id in any spelling; sizes aren't cut off.

        Examples
        --------
        >>> db = ReleaseDB.load()
        >>> [release.id for release in db.named("whisper LARGE v3")], db.named("BERT gguf")
        (['whisper-large-v3'], [])
        """
        return [hit.release for hit in self._index.names.get(key_of(name), ())]

    def maker(self, name: str) -> str:
        """Organisation of any of its names, as `Release` spells it, or ""."""
        found = self._organizations.find(name)
        return found.name if found else ""

    def search(
        self,
        *,
        organization: str | None = None,
        country: str | None = None,
        kind: str | Collection[str] | None = None,
        openness: str | Collection[str] | None = None,
        purpose: str | None = None,
        traits: Iterable[str] = (),
        family: str | None = None,
        min_parameters: int | None = None,
        max_parameters: int | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        text: str | None = None,
    ) -> list[Release]:
        """Releases that have every facet that is given, earliest first.

        Parameters
        ----------
        organization : str, optional
            By any of its names; its labs' releases count too.
        country : str, optional
            A country or a region ("Europe"). A maker with two homes is found under both.
        openness : str or collection of str, optional
            "open" stands for open-weights and open-source.
        since, until : date or str, optional
            First and last day of the release's first public event; a partial date means the
            whole period.
        text : str, optional
            Words that must stand in id, name, aliases, family or organisation.
        """
        query = Query(
            makers=self.parts_of(organization) if organization else frozenset(),
            countries=self.places.countries_of(country) if country else frozenset(),
            kinds=choices(kind),
            openness=choices(openness),
            purpose=purpose or "",
            traits=frozenset(traits),
            family=family or "",
            min_parameters=min_parameters,
            max_parameters=max_parameters,
            since=first_day(since),
            until=as_day(until) if until is not None else None,
            words=tuple((text or "").lower().split()),
        )
        found = [release for release in self if query.takes(release, self.homes_of(release))]
        return sorted(found, key=lambda release: (release.date, release.id))

    def find_names(self, text: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Names of releases, families, organisations and countries in a stretch of text.

        In text order, not overlapping, the longest name at each place. Names that are everyday
        words ("Whisper", "Falcon") count only where the text around speaks of models.
        """
        return self._finder.find(text, start, len(text) if end is None else end)

    def admits(self, release: Release, event_kind: str, as_of: date | str) -> bool:
        """Tell whether an event of a release had surely happened by a day.

        Examples
        --------
        >>> db = ReleaseDB.load()
        >>> db.admits(db["gpt-2"], "weights", "2019-02"), db.admits(db["gpt-2"], "api", "2020")
        (True, False)
        """
        event = release.event(event_kind)
        return event is not None and admits(event, as_of)

    def conflicts(self, release: Release | str) -> tuple[OtherDate, ...]:
        """Dates that other sources give for a release, earliest first; often none.

        Examples
        --------
        >>> [(other.source, other.date) for other in ReleaseDB.load().conflicts("gpt-2")]
        [('ecosystem-graphs', '2019-11-01')]
        """
        key = release if isinstance(release, str) else release.id
        return self._table.other_dates.get(key, ())

    def stage_of(self, release: Release | str) -> str:
        """Id of the release of which this one is a size, a stage or a new name; or its own."""
        key = release if isinstance(release, str) else release.id
        while key in self._table.stage_of:
            key = self._table.stage_of[key]
        return key

    def same_release(self, one: Release | str, other: Release | str) -> bool:
        """Tell whether two rows are sizes, stages or names of one release."""
        return self.stage_of(one) == self.stage_of(other)

    def parts_of(self, organization: str) -> frozenset[str]:
        """Names under which an organisation's releases stand, its labs' included."""
        return self._organizations.parts_of(organization)

    def homes_of(self, release: Release) -> tuple[str, ...]:
        """Countries from which a release can be said to come."""
        return self._organizations.homes_of(release.organization, release.country)

    @property
    def places(self) -> Places:
        """Countries and regions."""
        return read_places()

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex.of(self._table.releases, self._organizations, read_variants())

    @cached_property
    def _finder(self) -> NameFinder:
        return NameFinder.of(self._table.releases, self._organizations, self.places)


@lru_cache(maxsize=1)
def _bundled() -> ReleaseDB:
    return ReleaseDB(read_table())
