"""Findings as SARIF 2.1.0, for code-scanning pages, editors and archives of checks.

The format is an OASIS standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote

from hypecheck.exporters.json_text import json_text
from hypecheck.exporters.places import Lines
from hypecheck.exporters.rules import Level, Rule, claim_of, level_of, rules_for
from hypecheck.exporters.sarif_result import result_of
from hypecheck.exporters.sarif_words import plain
from hypecheck.types import FileReport

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
#: Name of this analysis among others of the same commit; its end names no single run.
CATEGORY = "hypecheck/"
_DEFAULT: Mapping[str, Level] = {"claim": "error", "praise": "note", "scope": "note"}
_SEVERITY = {"error": "error", "warning": "warning", "note": "recommendation"}


def render(reports: Sequence[FileReport]) -> str:
    """SARIF log of one run over some files.

    Parameters
    ----------
    reports : sequence of FileReport

    Returns
    -------
    str
        JSON text. Suppressed and known findings are in it, marked as such.
    """
    return json_text(sarif_log(reports))


def sarif_log(reports: Sequence[FileReport]) -> dict[str, Any]:
    """The log as plain dicts and lists."""
    findings = [finding for report in reports for finding in report.findings]
    rules = rules_for(findings)
    numbers = {rule.id: number for number, rule in enumerate(rules)}
    compared = any(finding.known for finding in findings)
    run = {
        "tool": {"driver": _driver(reports, rules)},
        "automationDetails": {
            "id": CATEGORY,
            "description": {"text": "Overclaiming language and refuted claims."},
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact(report) for report in reports],
        "results": [
            result_of(finding, artifact_location(report.path, at), numbers, lines, compared)
            for at, report in enumerate(reports)
            for lines in [Lines(report.report.text)]
            for finding in report.findings
        ],
        "invocations": [{"executionSuccessful": True, **_problems(reports)}],
        "properties": {
            "files": [
                {
                    "path": report.path,
                    "score": report.report.score,
                    "ownVoice": report.report.own_voice,
                    "quotedVoice": report.report.quoted_voice,
                    "asOf": report.report.as_of,
                    "asOfSource": report.report.as_of_source,
                    "releases": report.report.snapshot,
                }
                for report in reports
            ],
            "refuted": sum(
                1 for one in findings if (claim := claim_of(one)) and claim.verdict == "REFUTED"
            ),
            "suppressed": sum(1 for one in findings if one.suppressed is not None),
            "atErrorLevel": sum(1 for one in findings if one.counts and level_of(one) == "error"),
        },
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def artifact_location(path: str, index: int) -> dict[str, Any]:
    """Location of a file: relative to the root of the sources, percent-encoded.

    An absolute path becomes a file URI, and an address stays as it is.
    """
    if path.startswith(("http://", "https://")):
        return {"uri": quote(path, safe="/:?#[]@!$&'()*+,;=%~-._"), "index": index}
    name = path.replace("\\", "/")
    if name.startswith("/") or name[1:3] == ":/":
        return {"uri": f"file:///{quote(name.lstrip('/'), safe='/:')}", "index": index}
    uri = quote(str(PurePosixPath(name)), safe="/", errors="backslashreplace")
    return {"uri": uri, "uriBaseId": "%SRCROOT%", "index": index}


def _driver(reports: Sequence[FileReport], rules: Sequence[Rule]) -> dict[str, Any]:
    version = next((one.report.version for one in reports if one.report.version), "")
    known = {"semanticVersion": version, "version": version} if version else {}
    return {
        "name": "hypecheck",
        "fullName": "hypecheck: overclaiming language and its counter-evidence",
        **known,
        "shortDescription": {"text": "Finds overclaiming language and what speaks against it."},
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    level = _DEFAULT.get(rule.id, "warning")
    example = f" Example: “{rule.example}”." if rule.example else ""
    return {
        "id": rule.id,
        "name": rule.id.title().replace("-", ""),
        "shortDescription": {"text": rule.about},
        "fullDescription": {"text": f"{rule.about} {rule.advice}"},
        "help": {
            "text": f"{rule.about}{example} {rule.advice}",
            "markdown": f"**{rule.about}**\n\n{rule.advice}"
            + (f"\n\nExample: *{rule.example}*" if rule.example else ""),
        },
        "defaultConfiguration": {"level": level},
        "properties": {"tags": ["prose", "hype"], "problem.severity": _SEVERITY[level]},
    }


def _artifact(report: FileReport) -> dict[str, Any]:
    location = artifact_location(report.path, 0)
    del location["index"]
    return {"location": location, "roles": ["analysisTarget"], "encoding": "utf-8"}


def _problems(reports: Sequence[FileReport]) -> dict[str, Any]:
    """What is wrong with the files' own comments to hypecheck."""
    found = list(_notifications(reports))
    return {"toolExecutionNotifications": found} if found else {}


def _notifications(reports: Sequence[FileReport]) -> Iterator[dict[str, Any]]:
    for at, report in enumerate(reports):
        for problem in report.problems:
            location = {
                "physicalLocation": {"artifactLocation": artifact_location(report.path, at)}
            }
            yield {"level": "warning", "message": {"text": plain(problem)}, "locations": [location]}
