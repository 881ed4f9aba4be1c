"""``hypecheck check``."""

from __future__ import annotations

from math import isnan
from typing import Any

import click

from hypecheck.cli.check_files import check_texts
from hypecheck.cli.check_view import WRITERS, refuse
from hypecheck.cli.ending import USAGE, fail
from hypecheck.cli.own import vocabulary_options
from hypecheck.errors import InputError


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
def check(inputs: tuple[str, ...], form: str, as_of: str | None, **options: Any) -> None:
    """Check texts: FILEs, FOLDERs, pages at a URL, or - for standard input.

    One plain text gives a report; several, a folder, Markdown and reStructuredText give a
    finding a line, with its place in the file. From a page, and from one HTML file, the article
    is taken, with its title and date (needs hypecheck[web]).

    Exit codes: 0 done, 1 over --fail-over or for --fail-on, 2 usage, 3 a text that can't be read.
    """
    refuse(inputs, form, options)
    check_texts(inputs, form, {**options, "as_of": _day(as_of)})


def _number(value: float | None) -> float | None:
    if value is not None and isnan(value):  # lies in every range that click can check
        raise click.BadParameter("nan is no number from 0 to 1.")
    return value


def _day(as_of: str | None) -> str | None:
    if as_of is None:
        return None
    from hypecheck.dates import as_day

    try:
        return as_day(as_of).isoformat()
    except InputError as error:
        fail(f"--as-of {error}", USAGE)
