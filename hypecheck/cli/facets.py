"""Options that choose a table and releases of it, shared by the commands of ``releases``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from hypecheck.cli.ending import BAD_DATA, USAGE, fail

if TYPE_CHECKING:
    from hypecheck.evidence import ReleaseDB
    from hypecheck.types import Release

Command = TypeVar("Command", bound=Callable[..., Any])

#: Values up to which all are named where another was given.
_NAMED = 20


def _number(_context: click.Context, _option: click.Parameter, value: str | None) -> int | None:
    """A number from 0 on, such as 7e9."""
    if value is None:
        return None
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not isfinite(number) or number < 0:
        raise click.BadParameter(f"{value!r} is no number of parameters. Write it like 7e9.")
    return int(number)


_FACETS = (
    click.argument("words", nargs=-1),
    click.option("--organization", help="Maker, by any of its names."),
    click.option("--country", help="Country or region."),
    click.option("--kind", help="What the model does: llm, asr, text-to-image …"),
    click.option("--openness", help="open, open-source, open-weights, api or closed."),
    click.option("--trait", "traits", multiple=True, help="moe, reasoning …; all given must hold."),
    click.option("--min-parameters", callback=_number, metavar="N", help="At least so many: 7e9."),
    click.option("--max-parameters", callback=_number, metavar="N", help="At most so many: 13e9."),
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
    """Releases that have all words and facets, earliest first; ends the command without any."""
    found = db.search(text=" ".join(words) or None, **facets)
    if not found:
        for name in ("organization", "country", "kind", "openness"):
            if facets[name] is not None and not db.search(**{name: facets[name]}):
                _unknown(name, facets[name], _values(db, name))
        for trait in facets["traits"]:
            if not db.search(traits=[trait]):
                _unknown("trait", trait, _values(db, "traits"))
        fail("No release has all these words and facets. Leave one of them out.", BAD_DATA)
    return found


def _values(db: ReleaseDB, facet: str) -> set[str]:
    """What the releases of a table have in a facet."""
    found: Mapping[str, Callable[[Release], Iterable[str]]] = {
        "organization": lambda release: [release.organization],
        "country": db.homes_of,
        "kind": lambda release: [release.kind],
        "openness": lambda release: ["open", release.openness],
        "traits": lambda release: release.traits,
    }
    return {value for release in db for value in found[facet](release)}


def _unknown(facet: str, value: str, known: set[str]) -> NoReturn:
    """End over a value that no release has: a slip, more often than not."""
    from difflib import get_close_matches

    near = sorted(known) if len(known) <= _NAMED else get_close_matches(value, known, 5, 0.5)
    words = f" {'Allowed' if len(known) <= _NAMED else 'Near it'}: {', '.join(near)}."
    fail(f"--{facet}: no release has {value!r}.{words if near else ''}", USAGE)
