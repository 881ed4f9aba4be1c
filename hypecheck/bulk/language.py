"""Which language a text is in, told by py3langid: small, offline, and without a seed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from hypecheck.errors import MissingExtraError

#: Language of a text that is too short, or too mixed, to tell.
UNKNOWN = "und"
ENGLISH = "en"
#: Characters looked at: the answer doesn't change after a few paragraphs.
_LOOKED_AT = 2000
#: Words below which the answer is a guess.
_LEAST = 8
#: How sure the detector has to be that a text is not English.
_SURE = 0.95
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO 639-1 code of a text's language, or "und".

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        "en" for anything that may be English.

    Raises
    ------
    MissingExtraError
        py3langid isn't installed.

    Examples
    --------
    >>> language_of("Der Bericht nennt das Modell einen Durchbruch, ohne Zahlen vorzulegen.")
    'de'
    """
    start = text[:_LOOKED_AT]
    if not _has_enough(start):
        return UNKNOWN
    code, sure = _identifier().classify(start)
    if code == ENGLISH:
        return ENGLISH
    return str(code) if sure >= _SURE else UNKNOWN


def is_available() -> bool:
    """Whether the detector is installed."""
    from importlib.util import find_spec

    return find_spec("py3langid") is not None


def _has_enough(text: str) -> bool:
    """Whether there are enough words; in a script without spaces, enough letters."""
    words = _WORD.findall(text)
    foreign = sum(len(word) for word in words if not word.isascii())
    return len(words) >= _LEAST or foreign >= 2 * _LEAST


@lru_cache(maxsize=1)
def _identifier() -> Any:
    try:
        from py3langid.langid import MODEL_FILE, LanguageIdentifier
    except ImportError:
        raise MissingExtraError("py3langid", "data") from None
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
