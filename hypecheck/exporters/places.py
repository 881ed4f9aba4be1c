"""Offsets into a text as lines and columns, and a lone report as that of a file."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Callable, Iterator

from hypecheck.types import Claim, FileReport, Finding, HypeSpan, Place, Report

#: Rule of a claim outside every span.
CLAIM = "claim"


class Lines:
    r"""Where the lines of a text begin.

    Parameters
    ----------
    text : str

    Examples
    --------
    >>> Lines("one\ntwo").place(4, 7)
    Place(line=2, column=1, end_line=2, end_column=4, start_char=4, end_char=7)
    """

    def __init__(self, text: str) -> None:
        self._starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]

    def place(self, start: int, end: int) -> Place:
        """Lines and columns of a stretch."""
        return Place(*self._at(start), *self._at(end), start, end)

    def _at(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


def file_report(report: Report, path: str) -> FileReport:
    """A plain text's report as that of a file, for the formats that work on files.

    Parameters
    ----------
    report : Report
        Its text is the file's, character by character.
    path : str
        The file's name, or the text's address.

    Examples
    --------
    >>> span = HypeSpan(2, 14, "game-changer", "transformation")
    >>> one, = file_report(Report("A game-changer.", 0.5, (span,)), "a.txt").findings
    >>> one.rule, one.place.column
    ('transformation', 3)
    """
    lines = Lines(report.text)
    found = findings_of(report, path.replace("\\", "/"), lambda one: _place(lines, one))
    return FileReport(path, report, tuple(found))


def findings_of(
    report: Report, path: str, place: Callable[[HypeSpan | Claim], Place]
) -> Iterator[Finding]:
    """Findings of a report: its spans, then refuted claims outside them.

    Parameters
    ----------
    report : Report
    path : str
    place : callable
        Where a span or a claim stands in the file.
    """
    seen: dict[str, int] = {}
    for span in report.spans:
        mark = _fingerprint(seen, path, span.label, span.text)
        yield Finding(path, span.label, _span_message(span), place(span), mark, span)
    in_spans = {span.claim for span in report.spans}
    for claim in report.claims:
        if claim.verdict == "REFUTED" and claim not in in_spans:
            mark = _fingerprint(seen, path, CLAIM, claim.text)
            message = f"“{claim.text}”: {claim.verdict}: {claim.reason}"
            yield Finding(path, CLAIM, message, place(claim), mark, None, claim)


def _place(lines: Lines, found: HypeSpan | Claim) -> Place:
    """Place of a span; a title that stands nowhere in the text is at its beginning."""
    if found.part == "title":
        return lines.place(0, 0)
    return lines.place(found.start_char, found.end_char)


def _span_message(span: HypeSpan) -> str:
    where = "title: " if span.part == "title" else ""
    words = f"{where}“{span.text}” ({span.label}, {span.stance})"
    if span.claim is None or span.claim.verdict is None:
        return words
    holds = f". Holds: “{span.restatement}”." if span.restatement else ""
    return f"{words}: {span.claim.verdict}: {span.claim.reason}{holds}"


def _fingerprint(seen: dict[str, int], path: str, rule: str, text: str) -> str:
    """The same for the same wording wherever it stands; a second one of a file differs."""
    wording = "\x00".join((path, rule, " ".join(text.casefold().split())))
    seen[wording] = seen.get(wording, 0) + 1
    whole = f"{wording}\x00{seen[wording]}".encode("utf-8", "backslashreplace")
    return hashlib.sha256(whole).hexdigest()[:16]
