"""How ``hypecheck check`` shows what it found: a report on one text, or findings with places."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypecheck.cli.ending import USAGE, fail, note

if TYPE_CHECKING:
    from hypecheck.pipeline import Analyzer
    from hypecheck.types import FileReport, Report

#: Module that writes each format of findings.
WRITERS = {
    "text": "hypecheck.checks.words",
    "json": "hypecheck.exporters.report_json",
    "sarif": "hypecheck.exporters.sarif",
    "github": "hypecheck.exporters.github",
    "claimreview": "hypecheck.exporters.claim_review",
}
#: Options that want findings with their places.
_OF_FILES = ("compact", "baseline", "fix", "diff", "config")


def is_report(inputs: Sequence[str], form: str, options: Mapping[str, Any]) -> bool:
    """Tell whether a report on one text is shown, and not findings with their places."""
    return form == "html" or (form in ("text", "json") and is_alone(inputs, options))


def is_alone(inputs: Sequence[str], options: Mapping[str, Any]) -> bool:
    """Tell whether one plain text or page is asked about, and not files that someone keeps."""
    from hypecheck.checks.reading import has_markup
    from hypecheck.readers.names import is_page

    name, *others = inputs
    if others or Path(name).is_dir() or any(options[option] for option in _OF_FILES):
        return False
    return is_page(name) or not has_markup(name)


def refuse(inputs: Sequence[str], form: str, options: Mapping[str, Any]) -> None:
    """End where options don't go together, or are given without saying anything."""
    for name in ("baseline", "config", "output"):
        if options[name] == "":  # of a variable that isn't set, most often
            fail(f"--{name} is given without a name.", USAGE)
    output = options["output"]
    if output and any(Path(name).is_file() and _same(name, output) for name in inputs):
        fail(f"--output {output} is one of the texts. Name another file.", USAGE)
    if "" in inputs:
        fail("An empty name stands for no file.", USAGE)
    if options["config"] and options["no_config"]:
        fail("--config FILE and --no-config don't go together. Leave one out.", USAGE)
    if not (options["review_url"] or "https://").startswith(("https://", "http://")):
        fail(
            f"--review-url is {options['review_url']!r}. Allowed: the address of a page, with"
            " https://.",
            USAGE,
        )
    if form == "html" and (len(inputs) > 1 or Path(inputs[0]).is_dir()):
        fail("--format html is a page on one text. Name one, or take --format text.", USAGE)
    if form == "html" and options["compact"]:
        fail("--compact is for lines, --format html is a page. Leave one out.", USAGE)
    if options["write_baseline"] and not options["baseline"]:
        fail("--write-baseline needs --baseline FILE.", USAGE)
    if not is_report(inputs, form, options):
        for name in ("title", "today", "explain"):
            if options[name]:
                fail(f"--{name} is for a report on one text.", USAGE)


def _same(name: str, other: str) -> bool:
    return Path(name).resolve() == Path(other).resolve()


def rendered_report(
    found: FileReport, form: str, options: Mapping[str, Any], analyzer: Analyzer
) -> str:
    """One text's report in its format."""
    report = _of_what_counts(found)
    if options["today"]:
        from hypecheck.replaying import with_today

        report = with_today(report, analyzer.db)
    if form == "json":
        return report.to_json(indent=1) + "\n"
    if form == "html":
        return report.to_html()
    from hypecheck.report import render_text

    colour = sys.stdout.isatty() and not options["output"]
    text = render_text(report, name=found.path, colour=colour)
    return f"{text}\n{report.explain()}" if options["explain"] else text


def rendered_findings(reports: Sequence[FileReport], form: str, options: Mapping[str, Any]) -> str:
    """Findings of files in their format."""
    given = {"url": options["review_url"], "organization": options["review_by"]}
    named = {name: value for name, value in given.items() if value and form == "claimreview"}
    text: str = importlib.import_module(WRITERS[form]).render(reports, **named)
    return text


def _of_what_counts(found: FileReport) -> Report:
    """The report without what passes or isn't to be reported; what the writer rejects stays."""
    counting = [finding for finding in found.findings if finding.counts]
    spans = {finding.span for finding in counting}
    passed = {finding.claim for finding in found.findings if not finding.counts}
    report = found.report
    kept = tuple(span for span in report.spans if span in spans or span.stance == "rejected")
    passed |= {span.claim for span in report.spans if span not in kept}
    if len(kept) < len(report.spans) or passed - {None}:
        from hypecheck.checks.words import summary

        note(f"{found.path}: {summary([found])}")
    for problem in found.problems:
        note(problem)
    claims = tuple(claim for claim in report.claims if claim not in passed)
    return replace(report, id=None, spans=kept, claims=claims)
