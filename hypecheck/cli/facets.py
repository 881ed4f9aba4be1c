"""Options that choose a table and releases of it, shared by the commands of ``releases``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from hypecheck.evidence import ReleaseDB
    from hypecheck.types import Release

Command = TypeVar("Command", bound=Callable[..., Any])

_FACETS = (
    click.argument("words", nargs=-1),
    click.option("--organization", help="Maker, by any of its names."),
    click.option("--country", help="Country or region."),
    click.option("--kind", help="What the model does: llm, asr, text-to-image …"),
    click.option("--openness", help="open, open-source, open-weights, api or closed."),
    click.option("--trait", "traits", multiple=True, help="moe, reasoning …; all given must hold."),
    click.option("--min-parameters", type=float, metavar="N", help="At least so many: 7e9."),
    click.option("--max-parameters", type=float, metavar="N", help="At most so many: 13e9."),
    click.option("--since", metavar="DATE", help="First public event on or after this day."),
    click.option("--until", metavar="DATE", help="First public event on or before this day."),
)
_TABLE = click.option(
    "--table",
    "tables",
    multiple=True,
    metavar="PATH",
    help="Table to read in place of the bundled one: JSONL, or CSV with a mapping file."
    " Given several times, later ones win; 'bundled' stands for the bundled one.",
)


def table_option(command: Command) -> Command:
    """Command with the option ``--table``."""
    return _TABLE(command)


def facet_options(command: Command) -> Command:
    """Command with WORDS and an option for each facet, as `select` takes them."""
    for option in reversed(_FACETS):
        command = option(command)
    return command


def open_tables(tables: tuple[str, ...]) -> ReleaseDB:
    """Database of the chosen tables; without any, the bundled one."""
    from hypecheck.evidence import ReleaseDB

    return ReleaseDB.load([name if name == "bundled" else Path(name) for name in tables] or None)


def select(db: ReleaseDB, words: tuple[str, ...], **facets: Any) -> list[Release]:
    """Releases that have all words and facets, earliest first."""
    for name in ("min_parameters", "max_parameters"):
        facets[name] = None if facets[name] is None else int(facets[name])
    return db.search(text=" ".join(words) or None, **facets)
