"""How a name is reduced to the key under which its other spellings are found too.

A name is cut into runs of letters and numbers; case, hyphens, blanks and dots between runs are
dropped, so "GPT-2", "GPT2" and "gpt 2" share a key. Two numbers in a row stay apart
("GPT-2 1.5B" is not "GPT-21.5B").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

#: A run of letters, a number with its decimals, or a plus sign.
TOKEN = re.compile(r"[^\W\d_]+|\d+(?:\.\d+)*|\+")
#: Accents, once they are apart from their letters: "Tülu" is written "Tulu" too.
_MARKS = re.compile("[\u0300-\u036f]")
_AFTERTHOUGHT = re.compile(r"^(.+?) \(([^()]+)\)$")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'"})


def tokens_of(name: str) -> list[str]:
    """Cut a name into runs of letters and numbers, lower case.

    Examples
    --------
    >>> tokens_of("Qwen2.5-72B-Instruct")
    ['qwen', '2.5', '72', 'b', 'instruct']
    """
    if not name.isascii():
        name = _MARKS.sub("", unicodedata.normalize("NFKD", name.translate(_APOSTROPHES)))
    return TOKEN.findall(name.lower())


def join(tokens: Sequence[str]) -> str:
    """Key of a sequence of tokens.

    Examples
    --------
    >>> join(["gpt", "2", "1.5", "b"])
    'gpt2|1.5b'
    """
    parts: list[str] = []
    number = False
    for token in tokens:
        digit = token[0].isdigit()
        if digit and number:
            parts.append("|")
        parts.append(token)
        number = digit
    return "".join(parts)


def key_of(name: str) -> str:
    """Key under which every spelling of a name is found.

    Examples
    --------
    >>> key_of("GPT-2") == key_of("gpt 2") == key_of("GPT2")
    True
    """
    return join(tokens_of(name))


def forms_of(name: str, aliases: Sequence[str]) -> Iterator[str]:
    """Spellings of a release: name, aliases, and what stands before and in a name's brackets.

    Examples
    --------
    >>> list(forms_of("Segment Anything (SAM)", []))
    ['Segment Anything (SAM)', 'Segment Anything', 'SAM']
    """
    yield name
    yield from aliases
    parts = _AFTERTHOUGHT.match(name)
    if parts:
        yield parts[1]
        if parts[2].isupper() and parts[2].isalpha():
            yield parts[2]
