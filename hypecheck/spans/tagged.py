"""What a tagger knows better: a noun where an entry means the verb, and the other way round."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from hypecheck.patterns.expand import expand
from hypecheck.patterns.inflection import noun_forms, spellings, verb_forms

_WORD = re.compile(r"([a-z]+)(/[vna])?(?![\w-])")
_IN_TEXT = re.compile(r"[^\W\d_]+")
_FORMS = {"/v": verb_forms, "/n": noun_forms}
#: Tags that an inflected word of a pattern can't have. A participle is often tagged as an
#: adjective and an adjective as a verb, so only nouns and verbs are held against each other.
_AGAINST = {"/v": frozenset(["NOUN", "PROPN"]), "/n": frozenset(["VERB", "AUX"])}


def contradicted(source: str, match: re.Match[str], pos: Mapping[int, str]) -> bool:
    """Tell whether a tagger says that a match isn't what its pattern means.

    Parameters
    ----------
    source : str
        The pattern as written: "rival/v" is the verb, "killer/n" the noun.
    match : re.Match
        In normalised text.
    pos : mapping of int to str
        Universal part of speech by the offset a word starts at.

    Examples
    --------
    >>> match = re.search("rivals gpt-4", "its rivals gpt-4")
    >>> contradicted("rival/v $rivalname", match, {4: "NOUN"})
    True
    """
    meant = _meant(source)
    return any(
        pos.get(word.start(), "") in meant.get(word.group(), ())
        for word in _IN_TEXT.finditer(match.string, *match.span())
    )


@cache
def _meant(source: str) -> dict[str, frozenset[str]]:
    """Words to the tags that speak against them; none for a word meant in more than one way."""
    against: dict[str, set[frozenset[str]]] = {}
    for match in _WORD.finditer(expand(source).lower()):
        word, ending = match[1], match[2] or ""
        for form in _FORMS[ending](word) if ending in _FORMS else [word]:
            for spelling in spellings(form):
                against.setdefault(spelling, set()).add(_AGAINST.get(ending, frozenset()))
    return {word: found.pop() for word, found in against.items() if len(found) == 1}
