"""``hypecheck releases export``, ``diff`` and ``import``: tables out and in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hypecheck.cli.ending import BAD_DATA, fail
from hypecheck.cli.facets import facet_options, open_tables, select, table_option
from hypecheck.errors import ReleaseDBError

if TYPE_CHECKING:
    from hypecheck.evidence import ReleaseDB
    from hypecheck.evidence.load import Table
    from hypecheck.types import Release

_ORIGINS = ("csv", "models.dev", "epoch")


@click.command("export")
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "jsonl", "sqlite", "parquet"]),
    required=True,
    help="jsonl is the table's own format; parquet needs the extra 'data'.",
)
@facet_options
@table_option
def export(form: str, words: tuple[str, ...], tables: tuple[str, ...], **facets: Any) -> None:
    """Write the table to a file: the last word is its PATH, words before it and facets choose.

    \b
    hypecheck releases export --format sqlite releases.db
    hypecheck releases export --format csv whisper --organization OpenAI whisper.csv
    """  # noqa: D301 - click keeps the lines of a paragraph that begins with this sign
    if not words:
        raise click.UsageError("Give the PATH of the file to write.")
    *words_before, last = words
    path = Path(last)
    db = open_tables(tables)
    found = select(db, tuple(words_before), **facets)
    if form == "jsonl":
        db.save(path, found)
    else:
        from hypecheck.exporters.release_files import write_releases

        write_releases(found, path, form, _about(db))
    click.echo(f"{len(found)} releases in {path}, snapshot {db.snapshot_id}")


def _about(db: ReleaseDB) -> dict[str, str]:
    """What an export says of its origin."""
    header = db.table.header
    about = {"snapshot": db.snapshot, "snapshot_id": db.snapshot_id}
    return about | ({"licence": str(header["licence"])} if "licence" in header else {})


@click.command("diff")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
def diff(old: str, new: str) -> None:
    """Print what is new (+), gone (-) and changed (~) from table OLD to table NEW.

    'bundled' stands for the bundled table.
    """
    from hypecheck.evidence.diff import compare

    found = compare(open_tables((old,)).table, open_tables((new,)).table)
    for line in found.lines():
        click.echo(line)
    click.echo(f"{len(found.new)} new, {len(found.gone)} gone, {len(found.changed)} changed")


@click.command("import")
@click.option("--from", "origin", type=click.Choice(_ORIGINS), required=True, help="Form of FILE.")
@click.option("--write", is_flag=True, help="Write the merged table; without it nothing is.")
@click.option(
    "--table",
    metavar="PATH",
    default="bundled",
    help="JSONL table to merge into; else the bundled.",
)
@click.argument("file", type=click.Path(path_type=Path))
def import_(origin: str, write: bool, table: str, file: Path) -> None:
    """Merge FILE into the table: new (+), changed (~), in conflict (!), of unknown makers (?).

    models.dev is its api.json or a clone of its repository, epoch a CSV of Epoch AI's AI models,
    csv a file with the columns of 'releases export --format csv' or with a mapping file beside it.
    Nothing is written without --write.
    """
    from hypecheck.evidence.merge import Merger
    from hypecheck.evidence.purpose import read_purpose_rules

    if table.lower().endswith(".csv"):
        fail(f"{table} is a CSV. Merge into a JSONL table; 'releases export' makes one.", BAD_DATA)
    db = open_tables((table,))
    found = Merger(db, read_purpose_rules(), origin).merge(_read(origin, file))
    for line in found.lines():
        click.echo(line)
    click.echo(found.summary)
    if write:
        click.echo(f"written to {_write(found.applied(db.table), table)}")


def _read(origin: str, file: Path) -> list[Release]:
    if origin == "models.dev":
        from hypecheck.readers.models_dev import read_models_dev

        return read_models_dev(file)
    if origin == "epoch":
        from hypecheck.readers.epoch import read_epoch

        return read_epoch(file)
    from hypecheck.evidence.mapped import SUFFIX, read_mapped
    from hypecheck.readers.releases_csv import read_releases_csv

    if file.with_suffix(SUFFIX).exists():
        return list(read_mapped(file).releases)
    return read_releases_csv(file)


def _write(merged: Table, table: str) -> Path:
    """Write the merged table where it came from."""
    from hypecheck.evidence.load import BUNDLED, write_table
    from hypecheck.resources import data_path

    path = data_path(BUNDLED) if table == "bundled" else Path(table)
    if not isinstance(path, Path):
        raise ReleaseDBError(
            "The bundled table lies in an archive. Export it with 'releases export --format jsonl'"
            " and merge into that file with --table."
        )
    write_table(merged, path)
    return path
