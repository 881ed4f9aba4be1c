"""Findings as annotations of a GitHub workflow: lines that its runner reads from the output.

Format and escapes: "Workflow commands for GitHub Actions" in GitHub's documentation, and
``escapeData`` and ``escapeProperty`` in github.com/actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypecheck.exporters.rules import level_of
from hypecheck.types import FileReport, Finding

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_ORDER = ("error", "warning", "note")
#: Signs that steer a terminal or turn the reading direction; a tab and a line's end may stay.
_STEERING = {
    code: "\ufffd"
    for code in (*range(9), 11, 12, *range(14, 32), *range(127, 160), *range(0xD800, 0xE000))
} | {code: "\ufffd" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2028, 0x2029)}


def render(reports: Sequence[FileReport]) -> str:
    """One annotation a finding, the worst first, because a page shows only ten of a kind.

    Parameters
    ----------
    reports : sequence of FileReport

    Returns
    -------
    str
        Lines; none for findings that the file lets pass, that a baseline knows, or whose words
        the writer rejects.
    """
    found = [
        (_ORDER.index(level), _annotation(level, finding))
        for report in reports
        for finding in report.findings
        if finding.counts and (level := level_of(finding)) != "none"
    ]
    lines = [line for _, line in sorted(found, key=lambda pair: pair[0])]
    return "".join(f"{line}\n" for line in (*lines, *_problems(reports)))


def _annotation(level: str, finding: Finding) -> str:
    place = finding.place
    fields = {"file": finding.path, "line": str(max(1, place.line))}
    if place.end_line > place.line:
        fields["endLine"] = str(place.end_line)
    elif place.end_column > place.column:  # columns count within one line only
        fields |= {"col": str(place.column), "endColumn": str(place.end_column)}
    fields["title"] = f"hypecheck: {finding.rule}"
    return _command(_COMMANDS[level], fields, finding.message)


def _problems(reports: Sequence[FileReport]) -> Iterator[str]:
    for report in reports:
        for problem in report.problems:
            yield _command("warning", {"file": report.path, "title": "hypecheck"}, problem)


def _command(name: str, fields: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={escape_property(value)}" for key, value in fields.items())
    return f"::{name} {listed}::{escape_data(message)}"


def escape_data(text: str) -> str:
    r"""Text as the message of a command: it can neither end the line nor begin a command.

    Examples
    --------
    >>> escape_data("100%\n::error::fake")
    '100%25%0A::error::fake'
    """
    safe = text.translate(_STEERING)
    return safe.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Text as a property of a command, where a colon and a comma would end it."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")
