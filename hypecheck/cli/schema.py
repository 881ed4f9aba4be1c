"""``hypecheck schema``."""

from __future__ import annotations

import click


@click.command()
def schema() -> None:
    """Print the JSON Schema of `check --format json` and `Report.to_dict()`."""
    from hypecheck.exporters.json_schema import read_schema

    click.echo(read_schema(), nl=False)
