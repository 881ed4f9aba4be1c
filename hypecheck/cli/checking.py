"""``hypecheck check``."""

from __future__ import annotations

import sys
from dataclasses import replace
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hypecheck.cli.check_files import WRITERS, check_files, is_compact, write
from hypecheck.cli.ending import BAD_DATA, OVER_LIMIT, USAGE, fail
from hypecheck.cli.own import own_analyzer, vocabulary_options
from hypecheck.errors import InputError

if TYPE_CHECKING:
    from hypecheck.types import Article, Report


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|FOLDER|URL|-…")
@click.option("--as-of", metavar="DATE", help="Day up to which releases count: YYYY[-MM[-DD]].")
@click.option("--title", help="Headline of the text, scored with it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", *WRITERS]),
    default="text",
    show_default=True,
)
@click.option(
    "--fail-over",
    type=click.FloatRange(0, 1),
    callback=lambda _context, _option, value: _number(value),
    help="Exit with 1 when a score lies above this.",
)
@click.option(
    "--today", is_flag=True, help="Also say what each claim is today, and when it turned."
)
@click.option("--explain", is_flag=True, help="Also print each score as a sum of terms.")
@click.option("--compact", is_flag=True, help="A finding a line, also for one plain text.")
@click.option(
    "--fail-on",
    type=click.Choice(["finding", "refuted", "problem"]),
    multiple=True,
    help="Exit with 1 also for any finding, a refuted claim, a wrong comment to hypecheck.",
)
@click.option("--exclude", metavar="PATTERN", multiple=True, help="Paths that are not read.")
@click.option("--baseline", metavar="FILE", help="What was known before doesn't fail.")
@click.option("--write-baseline", is_flag=True, help="Write that file from what is found.")
@click.option("--diff", is_flag=True, help="Show refuted claims and wordings that hold as a diff.")
@click.option("--fix", is_flag=True, help="Put those wordings into the files.")
@click.option("--config", metavar="FILE", help="Settings, in place of the nearest table.")
@click.option("--no-config", is_flag=True, help="No settings from files.")
@click.option("--review-url", metavar="URL", help="Where the review stands, for claimreview.")
@click.option("--review-by", metavar="NAME", help="Who reviews, for claimreview.")
@click.option("--output", metavar="FILE", help="Write there, not to standard output.")
@vocabulary_options
def check(
    inputs: tuple[str, ...],
    as_of: str | None,
    title: str | None,
    form: str,
    fail_over: float | None,
    today: bool,
    explain: bool,
    **options: Any,
) -> None:
    """Check texts: FILEs, FOLDERs, pages at a URL, or - for standard input.

    One plain text gives a report; several, a folder, Markdown and reStructuredText give a
    finding a line, with its place in the file. From a page, and from one HTML file, the article
    is taken, with its title and date (needs hypecheck[web]).

    Exit codes: 0 done, 1 over --fail-over or for --fail-on, 2 usage, 3 a text that can't be read.
    """
    if is_compact(inputs, form, options):
        _refuse(title=title, today=today, explain=explain)
        check_files(inputs, form, {**options, "fail_over": fail_over, "as_of": _day(as_of)})
    from hypecheck.api import score_article
    from hypecheck.replaying import with_today

    day = _day(as_of)
    over = False
    analyzer = own_analyzer(options)
    for name in inputs:
        report = score_article(analyzer, _given(_read(name), day, title))
        if today:
            report = with_today(report)
        write(_render(report, name, form), options["output"])
        if explain and form == "text":
            click.echo("\n" + report.explain(), nl=False)
        over |= fail_over is not None and report.score > fail_over
    if over:
        sys.exit(OVER_LIMIT)


def _number(value: float | None) -> float | None:
    if value is not None and isnan(value):  # lies in every range that click can check
        raise click.BadParameter("nan is no number from 0 to 1.")
    return value


def _refuse(**given: object) -> None:
    """Options that speak of one text."""
    for name, value in given.items():
        if value:
            fail(f"--{name} is for one plain text.", USAGE)


def _render(report: Report, name: str, form: str) -> str:
    if form == "json":
        return report.to_json(indent=1) + "\n"
    if form == "html":
        return report.to_html()
    from hypecheck.report import render_text

    return render_text(report, name=name, colour=sys.stdout.isatty())


def _day(as_of: str | None) -> str | None:
    if as_of is None:
        return None
    from hypecheck.dates import as_day

    try:
        return as_day(as_of).isoformat()
    except InputError as error:
        fail(f"--as-of {error}", USAGE)


def _given(article: Article, day: str | None, title: str | None) -> Article:
    """The article with what was given in place of what was found."""
    if day is not None:
        article = replace(article, published=day, meta={})
    return replace(article, title=title or article.title)


def _read(name: str) -> Article:
    from hypecheck.readers.plain import decode, read_file
    from hypecheck.readers.web import is_page, read_page
    from hypecheck.types import Article

    try:
        if name == "-":
            return Article(decode(sys.stdin.buffer.read(), "standard input"))
        return read_page(name) if is_page(name) else Article(read_file(Path(name)))
    except InputError as error:
        fail(str(error), BAD_DATA)
