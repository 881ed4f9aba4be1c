"""``hypecheck releases``: what the table says."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hypecheck.cli.ending import BAD_DATA, fail, print_document
from hypecheck.cli.facets import facet_options, open_tables, select, table_option
from hypecheck.cli.table_files import diff, export, import_

if TYPE_CHECKING:
    from hypecheck.evidence import ReleaseDB
    from hypecheck.types import Release


@click.group()
def releases() -> None:
    """The release table: search it, show a release, check it, export, merge and compare it."""


for command in (diff, export, import_):
    releases.add_command(command)


@releases.command("search")
@facet_options
@table_option
def search(words: tuple[str, ...], tables: tuple[str, ...], **facets: Any) -> None:
    """List releases that have all WORDS and every facet, earliest first."""
    for release in select(open_tables(tables), words, **facets):
        click.echo(
            f"{release.date:10}  {release.id}  {release.name} ({release.organization}),"
            f" {release.kind}, {release.openness}"
        )


@releases.command("show")
@click.argument("name")
@table_option
def show(name: str, tables: tuple[str, ...]) -> None:
    """Show everything known of the release called NAME, as JSON.

    ``publishers`` says who first published each source, ``other_dates`` what other sources say.
    """
    db = open_tables(tables)
    found = [db[name]] if name in db else db.lookup(name)
    if not found:
        fail(f"No release is called {name!r}. Try: hypecheck releases search {name}", BAD_DATA)
    print_document(json.dumps(_known(db, found[0]), ensure_ascii=False, indent=1) + "\n")


def _known(db: ReleaseDB, release: Release) -> dict[str, Any]:
    from hypecheck.evidence.publishers import cite

    row = db.table.row_of(release)
    sources = [*release.sources, *(source for event in release.events for source in event.sources)]
    row["publishers"] = [cite(source) for source in dict.fromkeys(sources)]
    row["snapshot"] = db.snapshot_id
    return row


@releases.command("timeline")
@facet_options
@table_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "svg", "html"]),
    default="text",
    show_default=True,
)
@click.option("--out", type=click.Path(path_type=Path), help="File to write; else standard output.")
def timeline(
    words: tuple[str, ...], tables: tuple[str, ...], form: str, out: Path | None, **facets: Any
) -> None:
    """Draw the events of releases that have all WORDS and every facet in the order of time."""
    db = open_tables(tables)
    found = select(db, words, **facets)
    title = " ".join(filter(None, [*words, facets["organization"], facets["kind"]])) or "Releases"
    text = _drawn(found, title, form, db)
    if out is None and form == "text":
        click.echo(text, nl=False)
        return
    if out is None:
        print_document(text)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        fail(f"{out} can't be written: {error.strerror}.", BAD_DATA)
    click.echo(f"{len(found)} releases in {out}")


def _drawn(found: list[Release], title: str, form: str, db: ReleaseDB) -> str:
    """Timeline in one of its forms."""
    from hypecheck.exporters.timeline import timeline_text
    from hypecheck.exporters.timeline_html import timeline_html
    from hypecheck.exporters.timeline_svg import timeline_svg

    if form == "html":
        header = db.table.header
        about = {"table": db.snapshot_id, "licence": str(header.get("licence", ""))}
        return timeline_html(found, title, about)
    return timeline_svg(found, title) if form == "svg" else timeline_text(found)


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
