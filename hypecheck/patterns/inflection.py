"""Inflected and alternative spellings of an English word, by rule and by a list of exceptions."""

from __future__ import annotations

import json
from functools import lru_cache

from hypecheck.resources import read_text

_VOWELS = "aeiou"


def verb_forms(lemma: str) -> set[str]:
    """Base, third person, past, participle and -ing form of a verb.

    Examples
    --------
    >>> sorted(verb_forms("crush"))
    ['crush', 'crushed', 'crushes', 'crushing']
    >>> sorted(verb_forms("redefine"))
    ['redefine', 'redefined', 'redefines', 'redefining']
    """
    forms = {lemma, *_third_person(lemma)}
    irregular = _irregular()["verbs"].get(lemma)
    if irregular:
        return forms | set(irregular) | {_ing(lemma)}
    if lemma.endswith("e"):
        past = lemma + "d"
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        past = lemma[:-1] + "ied"
    else:
        past = _doubled(lemma) + "ed"
    return forms | {past, _ing(lemma)}


def noun_forms(lemma: str) -> set[str]:
    """Singular and plural of a noun.

    Examples
    --------
    >>> sorted(noun_forms("breakthrough"))
    ['breakthrough', 'breakthroughs']
    """
    plural = _irregular()["nouns"].get(lemma)
    return {lemma, *(plural or _third_person(lemma))}


def adjective_forms(lemma: str) -> set[str]:
    """Positive, comparative and superlative of a short adjective.

    Examples
    --------
    >>> sorted(adjective_forms("big"))
    ['big', 'bigger', 'biggest']
    """
    irregular = _irregular()["adjectives"].get(lemma)
    if irregular:
        return {lemma, *irregular}
    if lemma.endswith("e"):
        return {lemma, lemma + "r", lemma + "st"}
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return {lemma, lemma[:-1] + "ier", lemma[:-1] + "iest"}
    stem = _doubled(lemma)
    return {lemma, stem + "er", stem + "est"}


def spellings(word: str) -> set[str]:
    """The word in British and American spelling.

    Examples
    --------
    >>> sorted(spellings("revolutionized"))
    ['revolutionised', 'revolutionized']
    """
    found = {word}
    for american, british in (("iz", "is"), ("yz", "ys")):
        if american not in word:
            continue
        for ending in ("e", "es", "ed", "er", "ers", "ing", "ation", "ations"):
            if word.endswith(american + ending) and len(word) > len(ending) + 4:
                found.add(word[: -len(american + ending)] + british + ending)
    for american, others in _irregular()["spellings"].items():
        if american in word:
            found |= {word.replace(american, british) for british in others}
    return found


def _third_person(lemma: str) -> set[str]:
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return {lemma[:-1] + "ies"}
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return {lemma + "es"}
    return {lemma + "s"}


def _ing(lemma: str) -> str:
    if lemma.endswith("ie"):
        return lemma[:-2] + "ying"
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return lemma[:-1] + "ing"
    return _doubled(lemma) + "ing"


def _doubled(lemma: str) -> str:
    """Double the last consonant of a one-syllable word with a single vowel before it."""
    short = sum(char in _VOWELS for char in lemma) == 1
    if (
        len(lemma) > 2
        and lemma[-1] not in _VOWELS + "wxy"
        and lemma[-2] in _VOWELS
        and (short or lemma in _irregular()["doubling"])
    ):
        return lemma + lemma[-1]
    return lemma


@lru_cache(maxsize=1)
def _irregular() -> dict[str, dict[str, list[str]]]:
    data: dict[str, dict[str, list[str]]] = json.loads(read_text("lexicon/inflection.json"))
    return data
