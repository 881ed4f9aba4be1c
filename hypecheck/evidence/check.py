"""Whether a release table keeps its rules: every problem with file, line and what is allowed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypecheck.dates import earliest, is_partial_date, latest
from hypecheck.evidence.load import FIELDS, FORMAT, VERSION, read_source
from hypecheck.evidence.lookup import NameIndex
from hypecheck.evidence.naming import key_of
from hypecheck.evidence.organizations import Organizations, read_organizations
from hypecheck.evidence.variants import read_variants
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
    text, where = read_source(path)
    rows = list(_read(text, where))
    problems = [row for row in rows if isinstance(row, Problem)]
    lines = [row for row in rows if not isinstance(row, Problem)]
    if not lines:
        return problems or [Problem(where, 1, "is empty. Write a header line first.")]
    (line, header), rows_of_releases = lines[0], lines[1:]
    found = [*_header_problems(header, len(rows_of_releases)), *_order(rows_of_releases)]
    problems += [Problem(where, at or line, message) for at, message in found]
    for line, row in rows_of_releases:
        problems += [Problem(where, line, message) for message in _row_problems(row)]
    if not problems:
        problems += [Problem(where, at, text) for at, text in _table_problems(rows_of_releases)]
    return sorted(problems, key=lambda problem: problem.line)


def _read(text: str, where: str) -> Iterator[Problem | tuple[int, dict[str, Any]]]:
    for line, content in enumerate(text.split("\n"), start=1):
        if not content.strip():
            continue
        try:
            row = json.loads(content)
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
    if header.get("rows") != rows:
        yield 0, f"says {header.get('rows')!r} rows and has {rows}. Correct the header."


def _order(rows: Iterable[tuple[int, Mapping[str, Any]]]) -> Iterator[tuple[int, str]]:
    before = ""
    for line, row in rows:
        key = str(row.get("id", ""))
        if key == before:
            yield line, f"has the id {key!r} of the line before. Ids are unique."
        elif key < before:
            yield line, f"has the id {key!r} after {before!r}. Sort the lines by id."
        before = max(key, before)


def _row_problems(row: Mapping[str, Any]) -> Iterator[str]:
    unknown = sorted(set(row) - FIELDS)
    if unknown:
        yield f"has the field {unknown[0]!r}. Allowed: {', '.join(sorted(FIELDS))}."
    for name in ("id", "name", "organization", "date", "events", "sources"):
        if not row.get(name):
            yield f"has no {name}. Every release needs one."
    yield from _shapes(row)
    for name in ("openness", "kind", "purpose", "terms", "confidence"):
        if name in row and row[name] not in ALLOWED[name]:
            choices = ", ".join(filter(None, ALLOWED[name]))
            yield f"has the {name} {row[name]!r}. Allowed: {choices}."
    yield from _event_problems(row)


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


def _event_problems(row: Mapping[str, Any]) -> Iterator[str]:
    day, events = row.get("date"), row.get("events")
    if day and not is_partial_date(day):
        yield f"has the date {day!r}. Allowed: a day, month or year of the calendar, 2023-07-18."
        return
    if not isinstance(events, list) or not day:
        return
    for event in events:
        if not isinstance(event, dict) or event.get("kind") not in ALLOWED["event"]:
            yield f"has the event {event!r}. Allowed kinds: {', '.join(ALLOWED['event'])}."
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


def _table_problems(rows: list[tuple[int, dict[str, Any]]]) -> Iterator[tuple[int, str]]:
    """Rules that need the whole table: references, makers, spellings."""
    organizations = read_organizations()
    lines = {row["id"]: line for line, row in rows}
    for line, row in rows:
        stage = row.get("stage_of")
        if stage is not None and (stage not in lines or stage == row["id"]):
            yield line, f"is a stage of {stage!r}, which is no other release of the table."
        unknown = _unknown_maker(row["organization"], organizations)
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
