"""What a verdict would be if the sources that the table doesn't follow were right about dates.

The table keeps every date that a source gives (`hypecheck.evidence.conflicts`). A verdict is put to
the test with them: the releases whose other date puts them on the other side of the claim's window,
all at once, then the claim's subject and its anchor with each of their other dates. If one of these
turns the verdict, it is date-sensitive and says by whose date. A date from the maker's own pages
(confidence "high") stands against what others list: the verdict says so and stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from hypecheck.dates import earliest
from hypecheck.evidence.conflicts import OtherDate
from hypecheck.evidence.findings import Finding
from hypecheck.evidence.matching import counted_event, matching
from hypecheck.evidence.publishers import publisher_of
from hypecheck.evidence.relatives import Table
from hypecheck.evidence.setting import Setting
from hypecheck.types import Event, Release, Verdict

#: Releases whose dates a reason tells of; the rest are in the table.
SHOWN = 2
_WORDS: Mapping[Verdict, str] = {
    "REFUTED": "be refuted",
    "SUPPORTED": "hold",
    "NOT_ENOUGH_INFO": "be undecided",
}


class Redated:
    """A table in which some releases have another date, or aren't listed at all (None)."""

    def __init__(self, table: Table, changes: Mapping[str, Release | None]) -> None:
        self._table = table
        self._changes = changes

    def __iter__(self) -> Iterator[Release]:
        for release in self._table:
            changed = self._changes.get(release.id, release)
            if changed is not None:
                yield changed

    @property
    def origin(self) -> tuple[Table, Mapping[str, Release | None]]:
        """The table itself, and what differs from it."""
        return self._table, self._changes

    @property
    def snapshot(self) -> str:
        """Day up to which the table reaches."""
        return self._table.snapshot

    def __getitem__(self, key: str) -> Release:
        return self._changes.get(key) or self._table[key]

    def same_release(self, one: Release, other: Release) -> bool:
        """Tell whether two rows are stages of one release."""
        return self._table.same_release(one, other)

    def conflicts(self, release: Release) -> tuple[OtherDate, ...]:
        """Dates that other sources give for a release."""
        return self._table.conflicts(release)


@dataclass(frozen=True, slots=True)
class Case:
    """A table to try a claim on.

    Attributes
    ----------
    moved : mapping
        Release id to the date that the case goes by.
    """

    table: Table
    moved: Mapping[str, OtherDate]
    releases: Mapping[str, Release]

    def tell(self, finding: Finding, other: Finding) -> Finding:
        """Finding as date-sensitive, with the dates on which it turns in its reason."""
        shown = [item.release.id for item in (*finding.evidence, *other.evidence)]
        keys = [key for key in dict.fromkeys(shown) if key in self.moved] or list(self.moved)
        doubtful = [key for key in keys if self.releases[key].confidence != "high"]
        said = "; ".join(self._words(key) for key in (doubtful or keys)[:SHOWN])
        if not doubtful:
            return replace(finding, reason=f"{finding.reason}; {said}")
        reason = (
            f"{finding.reason}; but sources disagree on dates, and by other ones the claim would"
            f" {_WORDS[other.verdict]}: {said}"
        )
        return replace(finding, reason=reason, robustness="date-sensitive")

    def _words(self, key: str) -> str:
        other, release = self.moved[key], self.releases[key]
        if release.confidence == "high":
            theirs = f"{publisher(other)} lists {release.name} under {other.date}"
            return f"{theirs}, against {release.date} on its maker's own pages"
        return f"{release.name} is of {release.date} here, of {other.date} by {publisher(other)}"


def publisher(other: OtherDate) -> str:
    """Who says so: "Epoch AI" for "Epoch-all(2025-03)"."""
    return publisher_of(other.source).name


def redated(release: Release, day: str) -> Release:
    """Release as if it had come out on another day: what happened on its own day happened then."""
    events = tuple(
        Event(event.kind, day, event.sources) if event.date == release.date else event
        for event in release.events
    )
    return replace(release, date=day, events=tuple(sorted(events, key=lambda event: event.date)))


def cases(setting: Setting, finding: Finding) -> Iterator[Case]:
    """Yield the tables to try a claim on, none where its sources agree."""
    table, window = setting.table, setting.window
    gone = finding.verdict == "REFUTED"
    members = _members(setting, gone=gone)
    doubtful = [(release, other) for release, other in members if release.confidence != "high"]
    for moves in filter(None, (doubtful, members)):
        yield _case(table, moves, gone=gone)
    for release in filter(None, (window.subject, window.anchor)):
        for other in table.conflicts(release):
            # The text speaks of both, so they were out by its own day whatever a source says.
            if earliest(other.date) <= setting.as_of:
                yield _case(table, [(release, other)], gone=False)


def _case(table: Table, moves: Iterable[tuple[Release, OtherDate]], *, gone: bool) -> Case:
    moved = {release.id: other for release, other in moves}
    releases = {key: table[key] for key in moved}
    changes = {
        key: None if gone else redated(release, moved[key].date)
        for key, release in releases.items()
    }
    return Case(Redated(table, changes), moved, releases)


def _members(setting: Setting, *, gone: bool) -> list[tuple[Release, OtherDate]]:
    """Releases that another date takes out of the window (`gone`) or brings into it."""
    table, window = setting.table, setting.window
    own = {release.id for release in (window.subject, window.anchor) if release is not None}
    found = []
    for release in matching(setting.facets, setting.widened).among(table):
        for other in () if release.id in own else table.conflicts(release):
            inside = _inside(setting, release), _inside(setting, redated(release, other.date))
            if inside == (gone, not gone):
                found.append((release, other))
                break
    return found


def _inside(setting: Setting, release: Release) -> bool:
    event = counted_event(release, setting.facets.openness)
    return event is not None and setting.window.holds(event.date, setting.as_of)
