"""``hypecheck lexicon``."""

from __future__ import annotations

import sys

import click


@click.group()
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
