"""A report's spans as they lie in a file: what a check of files prints, counts and exports."""

from __future__ import annotations

from dataclasses import dataclass

from hypecheck.types.claims import Claim
from hypecheck.types.reports import HypeSpan, Report


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands in a file: 1-based lines and columns, the end exclusive.

    Attributes
    ----------
    line, column, end_line, end_column : int
        Columns count characters, not bytes.
    start_char, end_char : int
        Offsets into the decoded file.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start_char: int
    end_char: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One flagged phrase, or one refuted claim that is no hype, in one file.

    Attributes
    ----------
    path : str
        As it was given, with forward slashes.
    rule : str
        Category of the span; "claim" for a claim outside every span.
    fingerprint : str
        The same for the same wording in the same file, wherever it moves to: 16 hex digits.
    suppressed : str or None
        Reason that the file gives for letting it pass; None when it does not.
    known : bool
        Whether the baseline has it already.
    """

    path: str
    rule: str
    message: str
    place: Place
    fingerprint: str
    span: HypeSpan | None = None
    claim: Claim | None = None
    suppressed: str | None = None
    known: bool = False

    @property
    def counts(self) -> bool:
        """Whether it may fail a check: neither let pass by the file nor known before."""
        return self.suppressed is None and not self.known


@dataclass(frozen=True, slots=True)
class FileReport:
    """What a check says about one file.

    Attributes
    ----------
    report : Report
        Its offsets point into `report.text`, the decoded file with all that isn't the writer's
        prose (code, front matter, markup) blanked out, so that both have the same offsets.
    findings : tuple of Finding
        In file order.
    problems : tuple of str
        What is wrong with the file's own comments to hypecheck, as "path:line: …".
    """

    path: str
    report: Report
    findings: tuple[Finding, ...] = ()
    problems: tuple[str, ...] = ()
