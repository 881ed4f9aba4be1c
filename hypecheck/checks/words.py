"""Findings in a line each, as tools print them that check files."""

from __future__ import annotations

from collections.abc import Sequence

from hypecheck.printable import printable_line
from hypecheck.types import FileReport


def render(reports: Sequence[FileReport]) -> str:
    r"""Lines of the form ``path:line:column: category: message``, and what it comes to.

    Parameters
    ----------
    reports : sequence of FileReport

    Returns
    -------
    str
        Findings that pass or are known are counted, not shown.

    Examples
    --------
    >>> from hypecheck.types import Report
    >>> render([FileReport("a.md", Report("It reads CSV.", 0.01))])
    'nothing found in 1 file\n'
    """
    lines = []
    for report in reports:
        for finding in report.findings:
            if finding.counts:
                place = finding.place
                where = f"{report.path}:{place.line}:{place.column}"
                lines.append(_one_line(f"{where}: {finding.message}"))
        lines += map(_one_line, report.problems)
    return "\n".join([*lines, summary(reports)]) + "\n"


def summary(reports: Sequence[FileReport]) -> str:
    """What was found, in one line."""
    found = [finding for report in reports for finding in report.findings]
    passed = sum(finding.suppressed is not None for finding in found)
    known = sum(finding.known and finding.suppressed is None for finding in found)
    problems = sum(len(report.problems) for report in reports)
    left = len(found) - passed - known
    words = [f"{left} found" if left else "nothing found"]
    words += [f"{passed} let pass"] if passed else []
    words += [f"{known} known before"] if known else []
    words += [f"{problems} wrong with comments to hypecheck"] if problems else []
    files = f"{len(reports)} file" + ("s" if len(reports) != 1 else "")
    return f"{', '.join(words)} in {files}"


def _one_line(text: str) -> str:
    """A message without ends of lines, and without signs that steer a terminal or a workflow."""
    line = printable_line(text)
    if line.startswith("::"):  # a command to the runner of a GitHub workflow; here a file's name
        line = f"./{line}"
    return line
