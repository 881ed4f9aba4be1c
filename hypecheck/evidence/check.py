"""Whether a release table keeps its rules: every problem with file, line and what is allowed.

A table of another field names its own words in the header, and its makers may be any::

    {"format": "hypecheck-releases", …, "vocabulary": {"kind": ["rocket"], "event": ["orbit"]}}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypecheck.dates import earliest, is_partial_date, latest
from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.load import FIELDS, FORMAT, VERSION, read_source
from hypecheck.evidence.lookup import NameIndex
from hypecheck.evidence.mapped import is_mapped, mapped_rows
from hypecheck.evidence.naming import key_of
from hypecheck.evidence.organizations import Organizations, read_organizations
from hypecheck.evidence.publishers import unexplained
from hypecheck.evidence.variants import read_variants
from hypecheck.resources import parse_json
from hypecheck.types import Release

ALLOWED: dict[str, tuple[str, ...]] = {
    "openness": ("open-source", "open-weights", "api", "closed", "unknown"),
    "kind": (
        *("llm", "vlm", "code-llm", "vision-encoder", "text-to-image", "text-to-video", "3d"),
        *("asr", "tts", "music", "embedding", "protein", "robotics", "rl", "other"),
    ),
    "purpose": ("general", "task", "component", "unknown"),
    "terms": ("unrestricted", "restricted-use", "non-commercial", ""),
    "confidence": ("high", "medium", "low"),
    "event": ("announced", "paper", "api", "weights", "licence", "withdrawn"),
}
_TEXTS = ("id", "name", "family", "organization", "country", "date", "licence", "note", "stage_of")
_LISTS = ("aliases", "traits", "inputs", "outputs", "sources", "events")
_COUNTS = ("parameters", "active_parameters", "context_tokens", "prominence")
_OPEN = frozenset(["open-source", "open-weights"])


@dataclass(frozen=True, slots=True)
class Problem:
    """One broken rule.

    Attributes
    ----------
    line : int
        Line of the file, from 1.
    """

    where: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.where}:{self.line} {self.message}"


def validate(path: Path | str | None = None) -> list[Problem]:
    """Problems of a release table in the order of its lines; none where it keeps the rules.

    Parameters
    ----------
    path : path, optional
        Without one, the table of the package.

    Raises
    ------
    ReleaseDBError
        The file can't be read at all.
    """
    if path is not None and is_mapped(path):
        return _check_mapped(Path(path))
    text, where = read_source(path)
    rows = list(_read(text, where))
    problems = [row for row in rows if isinstance(row, Problem)]
    lines = [row for row in rows if not isinstance(row, Problem)]
    if not lines:
        return problems or [Problem(where, 1, "is empty. Write a header line first.")]
    (line, header), rows_of_releases = lines[0], lines[1:]
    found = [*_header_problems(header, len(rows_of_releases)), *_order(rows_of_releases)]
    problems += [Problem(where, at or line, message) for at, message in found]
    return _with_rows(problems, header, rows_of_releases, where)


def _check_mapped(path: Path) -> list[Problem]:
    """Problems of a CSV table, whose lines may stand in any order."""
    try:
        header, rows = mapped_rows(path)
    except ReleaseDBError as error:
        where, line, message = _place(str(error), str(path))
        return [Problem(where, line, message)]
    ordered = sorted(rows, key=lambda pair: str(pair[1].get("id", "")))
    found = [*_header_problems(header, len(rows)), *_order(ordered)]
    problems = [Problem(str(path), at or 1, message) for at, message in found]
    return _with_rows(problems, header, ordered, str(path))


def _place(message: str, where: str) -> tuple[str, int, str]:
    """File, line and rest of a message that begins with them, "mine.csv:3 has …"."""
    found = re.match(rf"{re.escape(where)}:(\d+) (.+)", message)
    return (where, int(found[1]), found[2]) if found else (where, 1, message)


def _with_rows(
    problems: list[Problem],
    header: Mapping[str, Any],
    rows: list[tuple[int, dict[str, Any]]],
    where: str,
) -> list[Problem]:
    """Problems of the whole file with those of its rows, in the order of lines."""
    own = header.get("vocabulary")
    own = own if isinstance(own, dict) else {}
    allowed = _allowed(own)
    for line, row in rows:
        problems += [Problem(where, line, message) for message in _row_problems(row, allowed)]
    if not problems:
        problems += [Problem(where, at, text) for at, text in _table_problems(rows, bool(own))]
    return sorted(problems, key=lambda problem: problem.line)


def _allowed(own: Mapping[str, Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """Allowed words, a table's own added to the usual ones."""
    return {name: (*words, *own.get(name, ())) for name, words in ALLOWED.items()}


def _read(text: str, where: str) -> Iterator[Problem | tuple[int, dict[str, Any]]]:
    for line, content in enumerate(text.split("\n"), start=1):
        if not content.strip():
            continue
        try:
            row = parse_json(content)
        except ValueError as error:
            yield Problem(
                where, line, f"is not JSON ({error}). Write one JSON object on each line."
            )
            continue
        if isinstance(row, dict):
            yield line, row
        else:
            yield Problem(where, line, f"is a {type(row).__name__}. Write a JSON object.")


def _header_problems(header: Mapping[str, Any], rows: int) -> Iterator[tuple[int, str]]:
    if header.get("format") != FORMAT or header.get("version") != VERSION:
        yield 0, f"has no header {FORMAT!r} version {VERSION}. Write it on the first line."
    snapshot = str(header.get("snapshot"))
    if not is_partial_date(snapshot) or snapshot.count("-") != 2:
        yield 0, f"has the snapshot {snapshot!r}. Allowed: a day, YYYY-MM-DD."
    own = header.get("vocabulary", {})
    strange = sorted(set(own) - set(ALLOWED)) if isinstance(own, dict) else [str(own)]
    if strange:
        yield 0, f"has the vocabulary {strange[0]!r}. Allowed: lists for {', '.join(ALLOWED)}."
    if header.get("rows") != rows:
        yield 0, f"says {header.get('rows')!r} rows and has {rows}. Correct the header."


def _order(rows: Iterable[tuple[int, Mapping[str, Any]]]) -> Iterator[tuple[int, str]]:
    before = ""
    for line, row in rows:
        key = str(row.get("id") or before)  # what lacks one is told of elsewhere
        if key == before and row.get("id"):
            yield line, f"has the id {key!r} of the line before. Ids are unique."
        elif key < before:
            yield line, f"has the id {key!r} after {before!r}. Sort the lines by id."
        before = max(key, before)


def _row_problems(row: Mapping[str, Any], allowed: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    unknown = sorted(set(row) - FIELDS)
    if unknown:
        yield f"has the field {unknown[0]!r}. Allowed: {', '.join(sorted(FIELDS))}."
    for name in ("id", "name", "organization", "date", "events", "sources"):
        if not row.get(name):
            yield f"has no {name}. Every release needs one."
    yield from _shapes(row)
    for name in ("openness", "kind", "purpose", "terms", "confidence"):
        if name in row and row[name] not in allowed[name]:
            choices = ", ".join(filter(None, allowed[name]))
            yield f"has the {name} {row[name]!r}. Allowed: {choices}."
    yield from _event_problems(row, allowed["event"])
    yield from _source_problems(row)


def _shapes(row: Mapping[str, Any]) -> Iterator[str]:
    for name in _TEXTS:
        if not isinstance(row.get(name, ""), str):
            yield f"has a {name} that is no text: {row[name]!r}."
    for name in _LISTS:
        if not isinstance(row.get(name, []), list):
            yield f"has {name} that are no list: {row[name]!r}."
    for name in _COUNTS:
        value = row.get(name, 1)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            yield f"has {name} {value!r}. Allowed: a whole number above 0, or leave it out."
    low, high = row.get("active_parameters"), row.get("parameters")
    if isinstance(low, int) and isinstance(high, int) and low > high:
        yield f"has {low} active parameters of {high}. Active ones are a part of all."


def _source_problems(row: Mapping[str, Any]) -> Iterator[str]:
    """Copies whose original publisher nobody can tell, and other dates that are none."""
    events = [event for event in row.get("events") or () if isinstance(event, dict)]
    sources = [*(row.get("sources") or ()), *(s for e in events for s in e.get("sources", ()))]
    copy = next((source for source in sources if unexplained(str(source))), None)
    if copy:
        yield f"has the source {copy!r}, a data file. Name its publisher in publishers.json."
    for other in row.get("other_dates", ()):
        if not isinstance(other, dict) or set(other) != {"source", "date"}:
            yield f"has the other date {other!r}. Allowed: an object with source and date."
        elif not is_partial_date(other["date"]):
            yield f"has the other date {other['date']!r}. Allowed: YYYY, YYYY-MM or YYYY-MM-DD."


def _event_problems(row: Mapping[str, Any], kinds: Sequence[str]) -> Iterator[str]:
    day, events = row.get("date"), row.get("events")
    if day and not is_partial_date(day):
        yield f"has the date {day!r}. Allowed: a day, month or year of the calendar, 2023-07-18."
        return
    if not isinstance(events, list) or not day:
        return
    for event in events:
        if not isinstance(event, dict) or event.get("kind") not in kinds:
            yield f"has the event {event!r}. Allowed kinds: {', '.join(kinds)}."
            return
        if not is_partial_date(str(event.get("date"))):
            yield f"has the {event['kind']} event on {event.get('date')!r}, which is no date."
            return
    public = [event for event in events if event["kind"] not in ("licence", "withdrawn")]
    if all(latest(event["date"]) < earliest(day) for event in public) or not any(
        event["date"] == day for event in public
    ):
        yield f"has the date {day} and no event on it. The date is that of the first public event."
    elif any(latest(event["date"]) < earliest(day) for event in public if event["kind"] != "paper"):
        yield f"has an event before its date {day}. The date is that of the first public event."
    if row.get("openness") in _OPEN and all(event["kind"] != "weights" for event in events):
        yield "is open and has no weights event. Say when its weights became public."


def _table_problems(
    rows: list[tuple[int, dict[str, Any]]], foreign: bool
) -> Iterator[tuple[int, str]]:
    """Rules that need the whole table: references, spellings, and makers unless it is foreign."""
    organizations = read_organizations()
    lines = {row["id"]: line for line, row in rows}
    for line, row in rows:
        stage = row.get("stage_of")
        if stage is not None and (stage not in lines or stage == row["id"]):
            yield line, f"is a stage of {stage!r}, which is no other release of the table."
        unknown = "" if foreign else _unknown_maker(row["organization"], organizations)
        if unknown:
            yield line, f"has the organisation {unknown!r}. Add it to organizations.jsonl."
    yield from _collisions(rows, organizations)


def _unknown_maker(makers: str, organizations: Organizations) -> str:
    names = {row.name for row in organizations.rows}
    return next((name for name in makers.split(" / ") if name not in names), "")


def _collisions(
    rows: list[tuple[int, dict[str, Any]]], organizations: Organizations
) -> Iterator[tuple[int, str]]:
    """Names that `lookup` would give to another release first."""
    releases = [
        Release(
            row["id"],
            row["name"],
            tuple(row.get("aliases", ())),
            organization=row["organization"],
            date=row["date"],
            prominence=row.get("prominence", 1),
        )
        for _, row in rows
    ]
    index = NameIndex.of(releases, organizations, read_variants())
    roots = {row["id"]: row.get("stage_of", row["id"]) for _, row in rows}
    for (line, row), release in zip(rows, releases, strict=True):
        for hit in index.names[key_of(release.name)]:
            rival = hit.release
            same = (
                roots[rival.id] == roots[release.id] or rival.organization != release.organization
            )
            if hit.rank == 0 and not same:
                yield line, f"has the name {row['name']!r} of {rival.id!r}. Tell the two apart."
