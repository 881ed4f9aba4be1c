"""How a command ends: exit codes, and one clear line for an error."""

from __future__ import annotations

import sys
from typing import NoReturn

import click

OVER_LIMIT, USAGE, BAD_DATA, STOPPED = 1, 2, 3, 130


def fail(message: str, code: int) -> NoReturn:
    """Print one line to standard error and leave with `code`."""
    click.echo(f"hypecheck: {message}", err=True)
    sys.exit(code)
