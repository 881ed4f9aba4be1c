"""``hypecheck lexicon``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from hypecheck.cli.ending import BAD_DATA, USAGE, fail
from hypecheck.cli.own import own_analyzer, own_words, vocabulary_options

if TYPE_CHECKING:
    from hypecheck.lexicon import Lexicon


@click.group()
def lexicon() -> None:
    """The vocabulary: list it, check it, ask it why."""


@lexicon.command("list")
@click.option("--label", help="Only this category.")
@vocabulary_options
def lexicon_list(label: str | None, **vocabulary: Any) -> None:
    """List entries: id, category, intensity, patterns."""
    entries = own_words(vocabulary).entries
    known = sorted({entry.label for entry in entries})
    if label not in (None, *known):
        fail(f"--label: no entry has {label!r}. Allowed: {', '.join(known)}.", USAGE)
    for entry in entries:
        if label in (None, entry.label):
            patterns = " | ".join(pattern.source for pattern in entry.patterns)
            click.echo(f"{entry.id}\t{entry.label}\t{entry.intensity}\t{patterns}")


@lexicon.command("validate")
@click.argument("files", nargs=-1, metavar="[FILE]…")
def lexicon_validate(files: tuple[str, ...]) -> None:
    """Check every entry, its examples included: of FILEs of your own, or of the shipped ones.

    Exit codes: 0 in order, 3 with problems.
    """
    if not files:
        from hypecheck.lexicon.validate import main as validate

        sys.exit(validate())
    from hypecheck.lexicon.own_check import check_files

    found = check_files(files)
    for line in (*found.problems, *(f"note: {note}" for note in found.notes)):
        click.echo(line)
    click.echo(f"{found.summary}; {len(found.problems)} problems")
    if found.problems:
        sys.exit(BAD_DATA)


@lexicon.command("why")
@click.argument("phrase")
@vocabulary_options
def lexicon_why(phrase: str, **vocabulary: Any) -> None:
    """Say for each flagged part of PHRASE which entry fired and which cue set its stance.

    Also says which entries would have fired and what kept them from it, and where nothing fires,
    which entries are near.
    """
    from hypecheck.lexicon.why import kept_out

    analyzer = own_analyzer(vocabulary)
    spans = analyzer.analyze(phrase).spans
    for span in spans:
        click.echo(f"“{span.text}”: {span.rationale}")
    silent = list(kept_out(analyzer.lexicon, phrase))
    for line in silent:
        click.echo(line)
    if not spans:
        _say_what_is_near(analyzer.lexicon, phrase, silent)


def _say_what_is_near(lexicon: Lexicon, phrase: str, silent: list[str]) -> None:
    from hypecheck.lexicon.why import nearest, shown

    near = nearest(lexicon, phrase)
    if not silent:
        click.echo(f"No entry fires on “{phrase}”.")
    click.echo("Nearest entries:" if near else "No entry is near.")
    for entry in near:
        click.echo(f"  {shown(entry)}")
