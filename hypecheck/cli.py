"""The command line: parses options, calls the library, turns errors into one clear line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from hypecheck.errors import HypecheckError, InputError

if TYPE_CHECKING:
    from hypecheck.types import Report

OVER_LIMIT, USAGE, BAD_DATA = 1, 2, 3


class _Commands(click.Group):
    """A group whose library errors end as one line and an exit code."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return super().main(*args, **kwargs)
        except (HypecheckError, ImportError) as error:
            _fail(str(error), BAD_DATA)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hypecheck")
def main() -> None:
    """Find overclaiming language, in whose voice it is made, and what speaks against it."""


@main.command()
@click.argument("inputs", nargs=-1, required=True, metavar="FILE|-…")
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
@click.option("--explain", is_flag=True, help="Also print the score as a sum of terms.")
def check(
    inputs: tuple[str, ...],
    as_of: str | None,
    title: str | None,
    form: str,
    fail_over: float | None,
    explain: bool,
) -> None:
    """Check texts: one or more FILEs, or - for standard input.

    Exit codes: 0 done, 1 a score over --fail-over, 2 usage, 3 a text that can't be read.
    """
    import hypecheck

    day = _day(as_of)
    over = False
    for name in inputs:
        report = hypecheck.check(_read(name), as_of=day, title=title)
        click.echo(_render(report, name, form), nl=False)
        if explain and form == "text":
            click.echo("\n" + report.explain(), nl=False)
        over |= fail_over is not None and report.score > fail_over
    if over:
        sys.exit(OVER_LIMIT)


@main.group()
def lexicon() -> None:
    """The vocabulary: list it, check it, ask it why."""


@lexicon.command("list")
@click.option("--label", help="Only this category.")
def lexicon_list(label: str | None) -> None:
    """List entries: id, category, intensity, patterns."""
    from hypecheck.lexicon import load_lexicon

    for entry in load_lexicon().entries:
        if label in (None, entry.label):
            patterns = " | ".join(pattern.source for pattern in entry.patterns)
            click.echo(f"{entry.id}\t{entry.label}\t{entry.intensity}\t{patterns}")


@lexicon.command("validate")
def lexicon_validate() -> None:
    """Check every entry, its examples included."""
    from hypecheck.lexicon.validate import main as validate

    sys.exit(validate())


@lexicon.command("why")
@click.argument("sentence")
def lexicon_why(sentence: str) -> None:
    """Say for each phrase of SENTENCE which entry fired and which cue set its stance."""
    import hypecheck

    for span in hypecheck.check(sentence).spans:
        click.echo(f"“{span.text}”: {span.rationale}")


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
        _fail(f"--as-of {error}", USAGE)


def _read(name: str) -> str:
    from hypecheck.readers.plain import decode, read_file

    try:
        if name == "-":
            return decode(sys.stdin.buffer.read(), "standard input")
        return read_file(Path(name))
    except InputError as error:
        _fail(str(error), BAD_DATA)


def _fail(message: str, code: int) -> NoReturn:
    click.echo(f"hypecheck: {message}", err=True)
    sys.exit(code)
