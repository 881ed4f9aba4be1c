"""What a command leaves behind: documents, one clear line for an error, exit codes."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import NoReturn

import click

from hypecheck.printable import printable_line

#: Characters of the longest message.
_LONGEST = 1500
OVER_LIMIT, USAGE, BAD_DATA, STOPPED = 1, 2, 3, 130


def one_line(message: str) -> str:
    """A message of one line that ends, without signs that steer a terminal.

    What it quotes may come from a file of anybody's.
    """
    line = printable_line(message)
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"
    return line


def note(message: str) -> None:
    """Print one line to standard error."""
    click.echo(f"hypecheck: {one_line(message)}", err=True)


def fail(message: str, code: int) -> NoReturn:
    """Print one line to standard error and leave with `code`."""
    note(message)
    sys.exit(code)


def print_document(text: str) -> None:
    """Print JSON, a page, a drawing or a diff: in UTF-8, whatever the terminal's encoding."""
    if isinstance(sys.stdout, TextIOWrapper):
        click.echo(text.encode("utf-8", "backslashreplace"), nl=False)
    else:  # someone catches what is printed
        click.echo(text, nl=False)
