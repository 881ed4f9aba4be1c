"""Wordings that hold, put in the place of claims that don't."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from hypecheck.exporters.rules import claim_of
from hypecheck.types import Claim, FileReport

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of a file and what to put there."""

    start: int
    end: int
    new: str


def edits_of(report: FileReport, source: str) -> list[Edit]:
    """Restatements of the writer's own refuted claims, where each stands in one piece.

    Parameters
    ----------
    report : FileReport
        A restatement in it has been parsed and found to hold.
    source : str
        The file as the report was made from it.

    Returns
    -------
    list of Edit
        In file order, none over another.
    """
    edits: list[Edit] = []
    for finding in report.findings:
        claim = claim_of(finding)
        if claim is None or not finding.counts or not _mendable(claim, source):
            continue
        if not edits or claim.start_char >= edits[-1].end:
            edits.append(Edit(claim.start_char, claim.end_char, claim.restatement))
    return edits


def fixed(source: str, edits: Iterable[Edit]) -> str:
    """The file with its edits made."""
    parts, reached = [], 0
    for edit in edits:
        parts += [source[reached : edit.start], edit.new]
        reached = edit.end
    return "".join([*parts, source[reached:]])


def unified(path: str, before: str, after: str) -> str:
    """The change as a unified diff, "" where there is none."""
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, path
    )
    return "".join(
        line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"
        for line in lines
    )


def write_fixed(path: str, text: str) -> None:
    """Put a text in a file's place at one go; what marks its encoding and its rights stay."""
    file = Path(path)
    mark = _BOM if file.read_bytes().startswith(_BOM) else b""
    new = tempfile.NamedTemporaryFile(  # noqa: SIM115 - closed before it is moved
        dir=file.parent, prefix=f".{file.name}.", delete=False
    )
    try:
        with new:
            new.write(mark + text.encode("utf-8"))
        os.chmod(new.name, file.stat().st_mode)  # noqa: PTH101 - beside the next line
        os.replace(new.name, file.resolve())  # noqa: PTH105 - takes a name and a path
    except OSError:
        Path(new.name).unlink(missing_ok=True)
        raise


def _mendable(claim: Claim, source: str) -> bool:
    """Tell whether a claim is the writer's, refuted, restated, and free of markup."""
    return (
        claim.verdict == "REFUTED"
        and claim.stance == "asserted"
        and claim.part == "text"
        and bool(claim.restatement)
        and source[claim.start_char : claim.end_char].split() == claim.text.split()
    )
