"""Another project's releases beside a table: what is new, what is filled in, what disagrees.

A release is the same when its maker and one of its spellings are. Facts that the table lacks are
filled in; where both have one and they disagree, the table's stays and the other is told as a
conflict, a date also kept in ``other_dates``. A size or variant that the table counts to a release
("Llama 3.1 8B") is no news, and its facts aren't compared with those of the whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from hypecheck.evidence.conflicts import OtherDate, split_note
from hypecheck.evidence.diff import Change, brief, said
from hypecheck.evidence.load import Table
from hypecheck.evidence.naming import key_of, tokens_of
from hypecheck.evidence.publishers import addressed
from hypecheck.evidence.purpose import PurposeRules
from hypecheck.evidence.releases import ReleaseDB
from hypecheck.evidence.search import OPEN
from hypecheck.evidence.variants import read_variants
from hypecheck.types import Release

#: Days by which dates may differ and still be one: time zones, announcement and upload.
SAME_DAYS = 7
#: Share by which sizes may differ and still be one: "7B" is 6.74 or 7.2 billion.
SAME_SIZE = 0.1
_FILLED = ("country", "licence", "terms", "family")
_COUNTS = ("parameters", "active_parameters", "context_tokens")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A fact on which the table and the other source disagree; the table's stays."""

    id: str
    field: str
    ours: str
    theirs: str
    source: str

    def __str__(self) -> str:
        return f"! {self.id} {self.field}: table {self.ours}, {self.source} {self.theirs}"


@dataclass
class Merge:
    """What an import would do to a table.

    Attributes
    ----------
    new : list of Release
        Releases that the table lacks.
    changed : list of Change
        Facts that are filled in.
    conflicts : list of Conflict
    strangers : list of Release
        New ones left out because ``organizations.jsonl`` doesn't have their maker.
    known : int
        Releases that the table has, as rows or as sizes and variants of rows.
    rows : dict
        Id to the row with its blanks filled in.
    dates : dict
        Id to the dates that the other project gives.
    """

    new: list[Release] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    strangers: list[Release] = field(default_factory=list)
    known: int = 0
    rows: dict[str, Release] = field(default_factory=dict)
    dates: dict[str, list[OtherDate]] = field(default_factory=dict)

    def lines(self) -> Iterator[str]:
        """Yield one line for each new (+), changed (~), conflicting (!) and unplaced (?) fact."""
        yield from (f"+ {brief(release)}" for release in self.new)
        yield from (str(change) for change in self.changed)
        yield from (str(conflict) for conflict in self.conflicts)
        yield from (f"? {brief(release)}: unknown organisation" for release in self.strangers)

    @property
    def summary(self) -> str:
        """The counts in one line."""
        return (
            f"{len(self.new)} new, {len(self.changed)} changed, {len(self.conflicts)} in conflict,"
            f" {len(self.strangers)} of unknown organisations, {self.known} known"
        )

    def applied(self, table: Table) -> Table:
        """Table with the new releases, the filled-in facts and the other dates."""
        rows = {release.id: release for release in table.releases}
        rows.update(self.rows)
        rows.update((release.id, release) for release in self.new)
        others = dict(table.other_dates)
        for key, dates in self.dates.items():
            others[key] = tuple(dict.fromkeys([*others.get(key, ()), *dates]))
        releases = tuple(rows[key] for key in sorted(rows))
        header = {**table.header, "rows": len(releases)}
        return replace(table, header=header, releases=releases, other_dates=others)


class Merger:
    """Compares releases of another project with a table, one after the other.

    Parameters
    ----------
    db : ReleaseDB
        The table to compare with; it isn't changed.
    rules : PurposeRules
        Say what new releases are for.
    source : str
        Short name of the other project, as conflicts tell it: "models.dev".
    """

    def __init__(self, db: ReleaseDB, rules: PurposeRules, source: str) -> None:
        self._db = db
        self._rules = rules
        self._source = source
        # A table of another field has no list of makers; its validator takes any.
        self._any_maker = "vocabulary" in db.table.header
        self._ids = {release.id for release in db}
        self._added: dict[tuple[str, str], Release] = {}
        self._found = Merge()

    def merge(self, releases: Iterable[Release]) -> Merge:
        """What importing `releases` would do; the table stays as it is."""
        for release in releases:
            self._take(release)
        return self._found

    def _take(self, release: Release) -> None:
        note, dates = split_note(release.note)
        release, known_maker = self._named(addressed(replace(release, note=note)))
        same = self._same(release)
        if same is not None:
            self._found.known += 1
            if not _names_size(release.name, same):
                self._compare(self._found.rows.get(same.id, same), release)
                self._keep(same, dates)
        elif self._is_part(release):
            self._found.known += 1
        elif not known_maker and not (self._any_maker and release.organization):
            self._found.strangers.append(release)
        else:
            self._add(release, dates)

    def _named(self, release: Release) -> tuple[Release, bool]:
        """Release with its makers as the table spells them, and whether it knows them all."""
        makers = [self._db.maker(name) for name in release.organization.split(" / ")]
        if not release.organization or not all(makers):
            return release, False
        organization = " / ".join(dict.fromkeys(filter(None, makers)))
        homes = self._db.homes_of(replace(release, organization=organization))
        return replace(release, organization=organization, country=next(iter(homes), "")), True

    def _same(self, release: Release) -> Release | None:
        """Row of the same maker with the same id or a spelling in common, or None."""
        if release.id in self._db and self._shares_maker(self._db[release.id], release):
            return self._db[release.id]
        for spelling in _spellings(release):
            for found in self._db.named(spelling):
                if not release.organization or self._shares_maker(found, release):
                    return found
        return None

    def _shares_maker(self, ours: Release, theirs: Release) -> bool:
        return bool(self._makers(ours) & self._makers(theirs))

    def _makers(self, release: Release) -> frozenset[str]:
        names = (release.organization, *release.organization.split(" / "))
        return frozenset(part for name in names for part in self._db.parts_of(name))

    def _is_part(self, release: Release) -> bool:
        """Tell whether a name is a size or variant that `lookup` gives to a row of the maker."""
        return any(
            self._shares_maker(found, release)
            for spelling in _spellings(release)
            for found in self._db.lookup(spelling)[:3]
        )

    def _add(self, release: Release, dates: tuple[OtherDate, ...]) -> None:
        key = (release.organization, key_of(release.name))
        if key in self._added:
            return
        number, base = 2, release.id
        while release.id in self._ids:
            release = replace(release, id=f"{base}-{number}")
            number += 1
        if release.purpose == "unknown":
            release = replace(release, purpose=self._rules.purpose_of(release))
        self._ids.add(release.id)
        self._added[key] = release
        self._found.new.append(release)
        self._keep(release, dates)

    def _compare(self, ours: Release, theirs: Release) -> None:
        changes: dict[str, Any] = {}
        for name in (*_FILLED, *_COUNTS):
            was, now = getattr(ours, name), getattr(theirs, name)
            if now and not was:
                changes[name] = now
            elif now and name in _COUNTS and not _same_size(was, now):
                self._conflict(ours, name, was, now)
        self._compare_openness(ours, theirs, changes)
        self._compare_dates(ours, theirs)
        for name, now in changes.items():
            if name != "events":
                change = Change(ours.id, name, said(getattr(ours, name)), said(now))
                self._found.changed.append(change)
        if changes:
            sources = tuple(dict.fromkeys([*ours.sources, *theirs.sources]))
            self._found.rows[ours.id] = replace(ours, **changes, sources=sources)

    def _compare_openness(self, ours: Release, theirs: Release, changes: dict[str, Any]) -> None:
        if theirs.openness == "unknown" or ours.openness == theirs.openness:
            return
        if ours.openness == "unknown":
            changes["openness"] = theirs.openness
            event = theirs.event("weights")
            if event is not None and ours.event("weights") is None:
                changes["events"] = (*ours.events, event)
        elif (ours.openness in OPEN) != (theirs.openness in OPEN):
            self._conflict(ours, "openness", ours.openness, theirs.openness)

    def _compare_dates(self, ours: Release, theirs: Release) -> None:
        if theirs.date:
            self._keep(ours, [OtherDate(self._source, theirs.date)])

    def _conflict(self, ours: Release, name: str, was: Any, now: Any) -> None:
        self._found.conflicts.append(Conflict(ours.id, name, said(was), said(now), self._source))

    def _keep(self, ours: Release, dates: Iterable[OtherDate]) -> None:
        """Keep and tell dates that no event of the table has and that aren't kept already."""
        days = [day for day in (ours.date, *(event.date for event in ours.events)) if day]
        seen = {known.date for known in self._db.conflicts(ours)}
        for other in dates:
            if other.date not in seen and all(other.days_from(day) > SAME_DAYS for day in days):
                seen.add(other.date)
                self._found.dates.setdefault(ours.id, []).append(other)
                self._conflict(ours, "date", ours.date, other.date)


def _spellings(release: Release) -> Iterator[str]:
    """Yield a release's names, also with its maker in front or left out: "Amazon Nova Pro"."""
    yield from (release.name, *release.aliases)
    maker = release.organization.split(" / ")[0]
    if maker and release.name.lower().startswith(f"{maker.lower()} "):
        yield release.name[len(maker) + 1 :]
    elif maker:
        yield f"{maker} {release.name}"


def _names_size(name: str, ours: Release) -> bool:
    """Tell whether a name is that of one size or variant, whose facts aren't the whole's."""
    tokens, variants = tokens_of(name), read_variants()
    whole = len(list(variants.shorter(tokens))) == 1 and variants.without_sizes(tokens) == tokens
    return not whole and key_of(name) != key_of(ours.name)


def _same_size(one: int, other: int) -> bool:
    return abs(one - other) <= SAME_SIZE * max(one, other)
