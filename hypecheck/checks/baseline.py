"""What was known before: a file of fingerprints, so that only new hype fails a check."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hypecheck.checks.paths import is_name, place_of
from hypecheck.errors import InputError
from hypecheck.readers.plain import read_file
from hypecheck.types import FileReport, Finding

_VERSION = 2
_KEY = "hypecheck-baseline"
#: Characters of a wording that are written down, for people who read the file.
_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings that a check lets pass because they were there before.

    Attributes
    ----------
    files : mapping of str to mapping of str to str
        For each file, by its whole path, marks of its findings with their wording. A mark is the
        same for the same wording in a file, wherever both move to.
    """

    files: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[FileReport]) -> Baseline:
        """All findings of some files that they don't let pass themselves."""
        return cls(
            {
                _whole(report.path): {
                    mark: f"{finding.rule}: {_words(finding.message)}"
                    for mark, finding in zip(_marks(report), report.findings, strict=True)
                    if finding.suppressed is None
                }
                for report in reports
            }
        )

    def marked(self, report: FileReport) -> FileReport:
        """A report whose findings say whether they are known."""
        known = self.files.get(_whole(report.path), {})
        return replace(
            report,
            findings=tuple(
                replace(finding, known=mark in known)
                for mark, finding in zip(_marks(report), report.findings, strict=True)
            ),
        )

    def gone(self, reports: Sequence[FileReport]) -> list[str]:
        """Entries of the files that were checked which nothing in them fits any more."""
        lost = []
        for report in reports:
            there = set(_marks(report))
            known = self.files.get(_whole(report.path), {})
            lost += [
                f"{report.path}: {words}" for mark, words in known.items() if mark not in there
            ]
        return lost

    def write(self, path: Path) -> None:
        """Write the file, sorted, one finding a line, so that it reads well in a diff.

        Paths in it are meant from its folder.

        Raises
        ------
        InputError
            Another file is there.
        """
        if path.is_file() and path.stat().st_size and not _is_baseline(path):
            raise InputError(f"{path} is there already, and is no baseline. Name another file.")
        rows = {
            _from(path, name): dict(sorted(marks.items()))
            for name, marks in self.files.items()
            if marks
        }
        text = json.dumps({_KEY: _VERSION, "files": dict(sorted(rows.items()))}, indent=1)
        path.write_text(text + "\n", encoding="utf-8")


def read_baseline(path: Path) -> Baseline:
    """Baseline from a file that `Baseline.write` wrote.

    Raises
    ------
    InputError
        The file can't be read, or is no baseline.
    """
    try:
        found = json.loads(read_file(path))
    except (ValueError, RecursionError) as error:
        if isinstance(error, InputError):
            raise
        raise InputError(f"{path} is no JSON. Write it with --write-baseline.") from None
    if not _fits(found):
        raise InputError(
            f"{path} is no baseline of version {_VERSION}. Write it again with --write-baseline."
        )
    return Baseline(
        {
            name if is_name(name) else _whole(str(path.parent / name)): marks
            for name, marks in found["files"].items()
        }
    )


def _whole(name: str) -> str:
    """A file's whole path; an address, standard input and what can be no path stay as they are."""
    try:
        return name if is_name(name) else place_of(name).as_posix()
    except (OSError, RuntimeError, ValueError):  # a null character, or links in a circle
        return name


def _from(path: Path, name: str) -> str:
    """A whole path as it is written into the baseline at `path`."""
    if is_name(name):
        return name
    try:
        return Path(os.path.relpath(name, path.parent.resolve())).as_posix()
    except ValueError:  # on another drive
        return name


def _marks(report: FileReport) -> list[str]:
    """A mark for each finding; a second one of the same wording has another."""
    seen: Counter[str] = Counter()
    marks = []
    for finding in report.findings:
        wording = f"{finding.rule}\x00{' '.join(_text(finding).casefold().split())}"
        seen[wording] += 1
        whole = f"{wording}\x00{seen[wording]}".encode("utf-8", "backslashreplace")
        marks.append(hashlib.sha256(whole).hexdigest()[:16])
    return marks


def _text(finding: Finding) -> str:
    found = finding.span or finding.claim
    return found.text if found else finding.message


def _is_baseline(path: Path) -> bool:
    """Tell whether a file is a baseline of any version."""
    try:
        found = json.loads(read_file(path))
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and _KEY in found


def _fits(found: Any) -> bool:
    if not isinstance(found, dict) or found.get(_KEY) != _VERSION:
        return False
    files = found.get("files")
    return isinstance(files, dict) and all(
        isinstance(marks, dict) and all(isinstance(words, str) for words in marks.values())
        for marks in files.values()
    )


def _words(message: str) -> str:
    """Beginning of a message, on one line."""
    line = " ".join(message.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
