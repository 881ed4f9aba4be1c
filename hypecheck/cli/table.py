"""``hypecheck releases``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from hypecheck.cli.ending import BAD_DATA, fail


@click.group()
def releases() -> None:
    """The release table: search it, show a release, check it."""


@releases.command("search")
@click.argument("words", nargs=-1)
@click.option("--organization", help="Maker, by any of its names.")
@click.option("--country", help="Country or region.")
@click.option("--kind", help="What the model does: llm, asr, text-to-image …")
@click.option("--openness", help="open, open-source, open-weights, api or closed.")
@click.option("--since", metavar="DATE", help="First public event on or after this day.")
@click.option("--until", metavar="DATE", help="First public event on or before this day.")
def search(
    words: tuple[str, ...],
    organization: str | None,
    country: str | None,
    kind: str | None,
    openness: str | None,
    since: str | None,
    until: str | None,
) -> None:
    """List releases that have all WORDS and every facet, earliest first."""
    from hypecheck.evidence import ReleaseDB

    found = ReleaseDB.load().search(
        text=" ".join(words) or None,
        organization=organization,
        country=country,
        kind=kind,
        openness=openness,
        since=since,
        until=until,
    )
    for release in found:
        click.echo(
            f"{release.date:10}  {release.id}  {release.name} ({release.organization}),"
            f" {release.kind}, {release.openness}"
        )


@releases.command("show")
@click.argument("name")
def show(name: str) -> None:
    """Show everything known of the release called NAME, as JSON."""
    from hypecheck.evidence import ReleaseDB
    from hypecheck.types import to_row

    db = ReleaseDB.load()
    found = [db[name]] if name in db else db.lookup(name)
    if not found:
        fail(f"No release is called {name!r}. Try: hypecheck releases search {name}", BAD_DATA)
    click.echo(json.dumps(to_row(found[0]), ensure_ascii=False, indent=1))


@releases.command("validate")
@click.argument("path", required=False, type=click.Path(path_type=Path))
def validate(path: Path | None) -> None:
    """Check the shipped table, or the one at PATH, against its rules."""
    from hypecheck.evidence import ReleaseDB
    from hypecheck.evidence.check import validate as problems_of

    problems = problems_of(path)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        sys.exit(BAD_DATA)
    click.echo(f"{len(ReleaseDB.load(path))} releases, no problem")
