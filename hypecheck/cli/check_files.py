"""``hypecheck check`` on folders, several files and markup: findings with their places."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from hypecheck.cli.ending import BAD_DATA, OVER_LIMIT, USAGE, fail, note
from hypecheck.errors import ConfigError, InputError

if TYPE_CHECKING:
    from hypecheck.checks import Settings
    from hypecheck.types import FileReport

#: Module that writes each format.
WRITERS = {
    "text": "hypecheck.checks.words",
    "json": "hypecheck.exporters.report_json",
    "sarif": "hypecheck.exporters.sarif",
    "github": "hypecheck.exporters.github",
    "claimreview": "hypecheck.exporters.claim_review",
}


def is_compact(inputs: Sequence[str], form: str, options: Mapping[str, Any]) -> bool:
    """Tell whether findings are wanted in a line each, and not a report on one text."""
    from hypecheck.checks.reading import has_markup

    one = inputs[0] if len(inputs) == 1 else ""
    page = one.lower().endswith((".html", ".htm"))
    return bool(
        any(options.get(name) for name in ("compact", "baseline", "fix", "diff", "config"))
        or form in ("sarif", "github", "claimreview")
        or any(Path(name).is_dir() for name in inputs)
        or (len(inputs) > 1 and form != "html")
        or (has_markup(one) and not page and form != "html")
    )


def check_files(inputs: Sequence[str], form: str, options: Mapping[str, Any]) -> NoReturn:
    """Check files and end with the command's exit code."""
    from hypecheck.checks import ENDINGS, Checker, find_files

    settings = _settings(inputs, options)
    try:
        named = [name for name in inputs if name != "-"]
        files = find_files(named, settings.exclude) + ["-"] * ("-" in inputs)
    except InputError as error:
        fail(str(error), BAD_DATA)
    if not files:
        fail(f"{', '.join(inputs)}: no files to check. Read are {', '.join(ENDINGS)}.", BAD_DATA)
    checker = Checker(settings)
    reports, sources, failed = [], {}, False
    for path in files:
        try:
            sources[path] = _source(path)
            reports.append(checker.check(path, sources[path]))
        except InputError as error:
            note(str(error))
            failed = True
    reports = _compared(reports, options)
    if options["diff"] or options["fix"]:
        _mend(reports, sources, options)
    if not options["diff"]:
        write(_rendered(reports, form, options), options["output"])
    code = _judged(reports, settings)
    sys.exit(BAD_DATA if failed else code)


def _settings(inputs: Sequence[str], options: Mapping[str, Any]) -> Settings:
    """The nearest table's settings, under those of the command line."""
    from hypecheck.checks import Settings, find_settings, read_settings

    first = Path(inputs[0]) if inputs[0] != "-" else Path()
    try:
        if options["no_config"]:
            found = Settings()
        elif options["config"]:
            found = read_settings(Path(options["config"]))
        else:
            found = find_settings((first if first.is_dir() else first.parent).resolve())
    except ConfigError as error:
        fail(str(error), USAGE)
    given = {
        "fail_over": options["fail_over"],
        "fail_on": options["fail_on"],
        "as_of": options["as_of"],
        "lexicon": options["lexicon"],
        "lexicon_mode": options["lexicon_mode"] if options["lexicon"] else None,
        "allow": options["allow"],
    }
    changes = {name: value for name, value in given.items() if value not in (None, ())}
    overrides = tuple(
        (paths, {name: value for name, value in part.items() if name not in changes})
        for paths, part in found.overrides
    )
    exclude = (*found.exclude, *options["exclude"])
    return replace(found, **changes, exclude=exclude, overrides=overrides)


def _source(path: str) -> str:
    from hypecheck.checks.reading import read_source, source_of

    if path == "-":
        return source_of(sys.stdin.buffer.read(), "standard input")
    return read_source(path)


def _compared(reports: Sequence[FileReport], options: Mapping[str, Any]) -> list[FileReport]:
    """Reports whose findings say what the baseline has; or the baseline is written from them."""
    from hypecheck.checks import Baseline, read_baseline

    name = options["baseline"]
    if options["write_baseline"]:
        if not name:
            fail("--write-baseline needs --baseline FILE.", USAGE)
        baseline = Baseline.of(reports)
        baseline.write(Path(name))
    elif name:
        try:
            baseline = read_baseline(Path(name))
        except InputError as error:
            fail(str(error), BAD_DATA)
        for words in baseline.gone(reports):
            note(f"no longer there: {words}")
    else:
        return list(reports)
    return [baseline.marked(report) for report in reports]


def _mend(
    reports: Sequence[FileReport], sources: Mapping[str, str], options: Mapping[str, Any]
) -> None:
    """Show what would be put in the place of refuted claims, or put it there."""
    from hypecheck.checks import edits_of, fixed, unified
    from hypecheck.checks.fixes import write_fixed

    count = 0
    for report in reports:
        edits = edits_of(report, sources[report.path])
        if not edits:
            continue
        text = fixed(sources[report.path], edits)
        if options["diff"]:
            click.echo(unified(report.path, sources[report.path], text), nl=False)
        elif report.path == "-":
            fail("--fix can't change standard input. Use --diff.", USAGE)
        else:
            write_fixed(report.path, text)
            count += len(edits)
    if options["fix"] and not options["diff"]:
        click.echo(f"hypecheck: {count} put right", err=True)


def _rendered(reports: Sequence[FileReport], form: str, options: Mapping[str, Any]) -> str:
    given = {"url": options["review_url"], "organization": options["review_by"]}
    named = {name: value for name, value in given.items() if value and form == "claimreview"}
    text: str = importlib.import_module(WRITERS[form]).render(reports, **named)
    return text


def write(text: str, output: str | None) -> None:
    """Write to a file, or to standard output where none is named."""
    if not output:
        click.echo(text, nl=False)
        return
    try:
        Path(output).write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        fail(f"{output} can't be written: {error.strerror}.", BAD_DATA)


def _judged(reports: Sequence[FileReport], settings: Settings) -> int:
    """Exit code, after a line for each file that fails."""
    from hypecheck.checks.run import fails

    code = 0
    for report in reports:
        why = list(fails(report, settings.at(report.path)))
        if why:
            note(f"{report.path} fails: {'; '.join(why)}")
            code = OVER_LIMIT
    return code
