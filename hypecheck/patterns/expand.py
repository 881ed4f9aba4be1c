"""Bracketed parts of words written out: "(anti|counter)-war" becomes "(anti-war|counter-war)"."""

from __future__ import annotations

import re
from itertools import product

from hypecheck.errors import PatternError

_PIECE = r"[\w'&%+*/-]"
#: A group without inner brackets that touches a piece of a word, or another group.
_GLUED = re.compile(
    rf"(?P<before>{_PIECE}*)\((?P<first>[^()\[\]]*)\)(?P<maybe>\??)"
    rf"(?:(?P<after>{_PIECE}+)|\((?P<second>[^()\[\]]*)\)(?P<maybe_second>\??))?"
)
_MARK = re.compile(r"\)(\??)(?=[,;:.!])")
_MOST = 400


def expand(source: str) -> str:
    """The pattern with every bracket inside a word written out as whole words.

    Parameters
    ----------
    source : str
        A pattern; see `hypecheck.patterns`.

    Raises
    ------
    PatternError
        Brackets are nested inside a word, or the words would be too many.

    Examples
    --------
    >>> expand("(anti|counter)-revolution/n")
    '(anti-revolution/n|counter-revolution/n)'
    >>> expand("(rival|challenger)/n")
    '(rival/n|challenger/n)'
    >>> expand("(im)?possible to beat")
    '(impossible|possible) to beat'
    """
    text = _MARK.sub(r")\1 ", source)
    position = 0
    while match := _GLUED.search(text, position):
        if not (match["before"] or match["after"] or match["second"] is not None):
            position = match.end("maybe")
            continue
        written = _written_out(match, source)
        text = text[: match.start()] + written + text[match.end() :]
        position = match.start()
    if re.search(rf"{_PIECE}\(|\)\??(?:{_PIECE}|\()", text):
        raise PatternError(
            f"Pattern {source!r} has brackets inside a word that hold brackets themselves."
            " Write the words out."
        )
    return text


def _written_out(match: re.Match[str], source: str) -> str:
    firsts = _choices(match["first"], match["maybe"])
    seconds = [match["after"] or ""]
    if match["second"] is not None:
        seconds = _choices(match["second"], match["maybe_second"])
    if len(firsts) * len(seconds) > _MOST:
        raise PatternError(f"Pattern {source!r} stands for more than {_MOST} words. Split it.")
    words = [match["before"] + first + second for first, second in product(firsts, seconds)]
    return f"({'|'.join(words)})"


def _choices(inside: str, maybe: str) -> list[str]:
    choices = [choice.strip() for choice in inside.split("|")]
    return [*choices, ""] if maybe else choices
