"""One spelling for text, of the same length, so that offsets carry over."""

from __future__ import annotations

import re

#: Few texts hold more than a handful of these: looking for each beats a table for every letter.
_FOLD = tuple(
    {
        "‘": "'", "’": "'", "ʼ": "'", "`": "'", "´": "'", "＇": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"', "＂": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-", "―": "—",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u200a": " ", "\u3000": " ",
        "\u00ad": "-", "*": " ",
    }.items()
)  # fmt: skip
#: Characters that nobody sees: inside a word one parts it like a hyphen, elsewhere like a blank.
_HIDDEN = "\u200b\u200c\u200d\u2060\ufeff"
_UNSEEN = re.compile(rf"(?P<inside>(?<=[^\W_])[{_HIDDEN}](?=[^\W_]))|[{_HIDDEN}]")


_SINGLE = re.compile(
    r"(?<![\w'.,])'(?!(?:em|til|tis|twas|cause|n|bout|round)\b)(?=[^\W\d_])"
    r"((?:[^\n'\"]|'(?=\w)|(?<=s)'(?= [a-z])){1,60}?(?<=[\w.,!?…%)]))'(?!\w)"
    r"(?!(?<=s') [a-z][^\n']{0,80}[\w.,!?]'(?!\w))"
)


def normalize(text: str) -> str:
    """Lower case with plain quotes, hyphens and spaces; every character keeps its place.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Of the same length as `text`.

    Examples
    --------
    >>> normalize("A “Game–Changer”")
    'a "game-changer"'
    """
    lower = text.lower()
    if len(lower) != len(text):  # a few letters, such as "İ", have a longer lower case
        lower = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    for char, plain in _FOLD:
        if char in lower:
            lower = lower.replace(char, plain)
    if " '" in lower:
        lower = _SINGLE.sub(r'"\1"', lower)
    if not lower.isascii() and any(char in lower for char in _HIDDEN):
        lower = _UNSEEN.sub(lambda match: "-" if match["inside"] else " ", lower)
    return lower
