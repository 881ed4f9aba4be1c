"""Text from anybody's files, made fit for one line of a terminal."""

from __future__ import annotations


def printable_line(text: str) -> str:
    r"""Text in one line, with a sign in place of each that would steer the terminal.

    Examples
    --------
    >>> printable_line("a\nb\x1b[2J")
    'a b�[2J'
    """
    line = " ".join(text.split())
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in line)
