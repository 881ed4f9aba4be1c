"""What ``hypecheck check`` does: read texts, compare, mend, write what was found, judge."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from hypecheck.cli.check_view import is_alone, is_report, rendered_findings, rendered_report
from hypecheck.cli.ending import BAD_DATA, OVER_LIMIT, USAGE, fail, note, print_document
from hypecheck.errors import ConfigError, InputError

if TYPE_CHECKING:
    from hypecheck.checks import Checker, Settings
    from hypecheck.types import Article, FileReport


def check_texts(inputs: Sequence[str], form: str, options: Mapping[str, Any]) -> NoReturn:
    """Check texts and end with the command's exit code."""
    from hypecheck.checks import ENDINGS, Checker

    report_wanted = is_report(inputs, form, options)
    alone = is_alone(inputs, options)
    settings = _settings(inputs, options, alone)
    missed: list[InputError] = []
    names = _names(inputs, settings, missed)
    if not names and not missed:
        fail(f"{', '.join(inputs)}: no files to check. Read are {', '.join(ENDINGS)}.", BAD_DATA)
    try:
        checker = Checker(settings)
    except ConfigError as error:
        fail(str(error), USAGE)
    reports, sources = _checked(checker, names, alone, options["title"], missed)
    for why in missed:
        note(str(why))
    if not reports and (report_wanted or not names):
        sys.exit(BAD_DATA)
    reports = _compared(reports, options)
    if options["diff"] or options["fix"]:
        _mend(reports, sources, options)
    if not options["diff"] and report_wanted:
        _write(
            rendered_report(reports[0], form, options, checker.analyzer), form, options["output"]
        )
    elif not options["diff"]:
        _write(rendered_findings(reports, form, options), form, options["output"])
    code = _judged(reports, settings)
    sys.exit(BAD_DATA if missed else code)


def _names(inputs: Sequence[str], settings: Settings, missed: list[InputError]) -> list[str]:
    """Files, addresses and "-" for standard input; what isn't there goes to `missed`."""
    from hypecheck.checks import find_files
    from hypecheck.checks.paths import excluded, is_name

    files = [name for name in inputs if not is_name(name)]
    found = find_files(files, settings.exclude, folder=settings.folder, on_missing=missed.append)
    others = dict.fromkeys(name for name in inputs if is_name(name))
    return [*found, *(name for name in others if not excluded(name, settings.exclude))]


def _settings(inputs: Sequence[str], options: Mapping[str, Any], alone: bool) -> Settings:
    """The nearest table's settings, under those of the command line.

    For one plain text or page alone, no table is read that isn't named.
    """
    from hypecheck.checks import Settings, find_settings, read_settings

    first = Path(inputs[0]) if inputs[0] != "-" else Path()
    try:
        if options["config"]:
            found = read_settings(Path(options["config"]))
        elif options["no_config"] or alone:
            found = Settings()
        else:
            found = find_settings((first if first.is_dir() else first.parent).resolve())
    except ConfigError as error:
        fail(str(error), USAGE)
    given = {
        name: options[name]
        for name in ("fail_over", "fail_on", "as_of", "lexicon", "lexicon_mode", "allow")
    }
    if options["lexicon"] and not options["lexicon_mode"]:
        given["lexicon_mode"] = "add"
    changes = {name: value for name, value in given.items() if value not in (None, ())}
    overrides = tuple(
        (paths, {name: value for name, value in part.items() if name not in changes})
        for paths, part in found.overrides
    )
    exclude = (*found.exclude, *options["exclude"])
    return replace(found, **changes, exclude=exclude, overrides=overrides)


def _read(name: str, alone: bool) -> str | Article:
    """A file's text as it stands there, or the article of a page."""
    from hypecheck.checks.reading import is_held, read_source, source_of
    from hypecheck.readers.names import is_address, is_page

    if name == "-":
        return source_of(sys.stdin.buffer.read(), "standard input")
    if is_address(name) or (alone and is_page(name) and not is_held(name)):
        from hypecheck.readers.web import read_page

        return read_page(name)
    return read_source(name)


def _checked(
    checker: Checker,
    names: Sequence[str],
    alone: bool,
    title: str | None,
    missed: list[InputError],
) -> tuple[list[FileReport], dict[str, str]]:
    """Reports, and the texts of those that are files; what can't be read goes to `missed`."""
    reports, sources = [], {}
    for name in names:
        try:
            text = _read(name, alone)
            if isinstance(text, str):
                sources[name] = text
                reports.append(checker.check(name, text, title=title))
            else:
                article = replace(text, title=title or text.title)
                reports.append(checker.check_article(name, article))
        except InputError as error:
            missed.append(error)
    return reports, sources


def _compared(reports: Sequence[FileReport], options: Mapping[str, Any]) -> list[FileReport]:
    """Reports whose findings say what the baseline has; or the baseline is written from them."""
    from hypecheck.checks import Baseline, read_baseline

    name = options["baseline"]
    if options["write_baseline"]:
        baseline = Baseline.of(reports)
        try:
            baseline.write(Path(name))
        except InputError as error:
            fail(str(error), USAGE)
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
        source = sources.get(report.path, report.report.text)
        edits = edits_of(report, source)
        if not edits:
            continue
        text = fixed(source, edits)
        if options["diff"]:
            print_document(unified(report.path, source, text))
        elif report.path == "-" or report.path not in sources:
            fail("--fix changes files only. Use --diff.", USAGE)
        else:
            write_fixed(report.path, text)
            count += len(edits)
    if options["fix"] and not options["diff"]:
        click.echo(f"hypecheck: {count} put right", err=True)


def _write(text: str, form: str, output: str | None) -> None:
    """Write to a file, or to standard output where none is named."""
    if not output:
        if form == "text":
            click.echo(text, nl=False)
        else:
            print_document(text)
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
