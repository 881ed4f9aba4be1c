"""``hypecheck check``."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hypecheck.cli.ending import BAD_DATA, OVER_LIMIT, USAGE, fail
from hypecheck.cli.own import own_analyzer, vocabulary_options
from hypecheck.errors import InputError

if TYPE_CHECKING:
    from hypecheck.types import Article, Report


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|URL|-…")
@click.option("--as-of", metavar="DATE", help="Day up to which releases count: YYYY[-MM[-DD]].")
@click.option("--title", help="Headline of the text, scored with it.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
)
@click.option(
    "--fail-over", type=click.FloatRange(0, 1), help="Exit with 1 when a score lies above this."
)
@click.option(
    "--today", is_flag=True, help="Also say what each claim is today, and when it turned."
)
@click.option("--explain", is_flag=True, help="Also print each score as a sum of terms.")
@vocabulary_options
def check(
    inputs: tuple[str, ...],
    as_of: str | None,
    title: str | None,
    form: str,
    fail_over: float | None,
    today: bool,
    explain: bool,
    **vocabulary: Any,
) -> None:
    """Check texts: FILEs, pages at a URL, or - for standard input.

    From an HTML file or a page the article is taken, with its title and date (needs
    hypecheck[web]).

    Exit codes: 0 done, 1 a score over --fail-over, 2 usage, 3 a text that can't be read.
    """
    from hypecheck.api import score_article
    from hypecheck.replaying import with_today

    day = _day(as_of)
    over = False
    analyzer = own_analyzer(vocabulary)
    for name in inputs:
        report = score_article(analyzer, _given(_read(name), day, title))
        if today:
            report = with_today(report)
        click.echo(_render(report, name, form), nl=False)
        if explain and form == "text":
            click.echo("\n" + report.explain(), nl=False)
        over |= fail_over is not None and report.score > fail_over
    if over:
        sys.exit(OVER_LIMIT)


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
