"""What was known before: a file of fingerprints, so that only new hype fails a check."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hypecheck.errors import InputError
from hypecheck.readers.plain import read_file
from hypecheck.types import FileReport

_VERSION = 1
#: Characters of a wording that are written down, for people who read the file.
_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings that a check lets pass because they were there before.

    Attributes
    ----------
    files : mapping of str to mapping of str to str
        For each path, fingerprints with their wording.
    """

    files: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, reports: Iterable[FileReport]) -> Baseline:
        """All findings of some files that they don't let pass themselves."""
        return cls(
            {
                report.path: {
                    finding.fingerprint: f"{finding.rule}: {_words(finding.message)}"
                    for finding in report.findings
                    if finding.suppressed is None
                }
                for report in reports
            }
        )

    def marked(self, report: FileReport) -> FileReport:
        """A report whose findings say whether they are known."""
        known = self.files.get(report.path, {})
        return replace(
            report,
            findings=tuple(
                replace(finding, known=finding.fingerprint in known) for finding in report.findings
            ),
        )

    def gone(self, reports: Sequence[FileReport]) -> list[str]:
        """Entries of the files that were checked which nothing in them fits any more."""
        return [
            f"{report.path}: {words}"
            for report in reports
            for mark, words in self.files.get(report.path, {}).items()
            if all(finding.fingerprint != mark for finding in report.findings)
        ]

    def write(self, path: Path) -> None:
        """Write the file, sorted, one finding a line, so that it reads well in a diff."""
        rows = {
            name: dict(sorted(marks.items())) for name, marks in sorted(self.files.items()) if marks
        }
        text = json.dumps({"hypecheck-baseline": _VERSION, "files": rows}, indent=1)
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
    return Baseline(found["files"])


def _fits(found: Any) -> bool:
    if not isinstance(found, dict) or found.get("hypecheck-baseline") != _VERSION:
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
