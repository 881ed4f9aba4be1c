"""How far the words of a class go: noun phrase, complement, relative clause."""

from __future__ import annotations

from dataclasses import dataclass

from hypecheck.claims.sentence import Sentence, Token
from hypecheck.claims.vocabulary import load_class_words, load_words

_LONGEST = 34
_STOPS = frozenset([";", ":", "—", "--", "-", "!", "?", "…", "..."])
#: After a comma these go on with the class: "first open LLM, trained on …".
_PARTICIPLES = ("fine-tuned", "trained", "built", "designed", "licensed", "licenced", "released")
_LAST_WORDS = ("and", "or", "with", "the", "a", "of", "to", "its", "in", "by", "as", "for")


@dataclass
class _Walk:
    """State of the walk from the claim word to the right."""

    clause: bool
    noun: bool = False
    after_noun: list[str] | None = None
    reached: int = 0


def class_end(sentence: Sentence, start: int, *, clause: bool = False) -> int:
    """Offset where the class that begins at `start` ends.

    Parameters
    ----------
    clause : bool
        The stretch is a clause ("has not released …"): verbs don't end it.
    """
    found = list(sentence.tokens(start))[:_LONGEST]
    names = {name.start_char for name in sentence.mentions}
    nouns = _noun_ends(sentence, start)
    walk = _Walk(clause, reached=start)
    for index, token in enumerate(found):
        if _stops(walk, token, found[index + 1 :], names):
            break
        if token.text == "(":
            continue
        _step(walk, token, nouns, names)
    return _trim(sentence, start, walk.reached)


def _step(walk: _Walk, token: Token, nouns: set[int], names: set[int]) -> None:
    words = load_words()
    walk.reached = token.end
    if token.end in nouns:
        walk.noun, walk.after_noun = True, []
        return
    if walk.after_noun is None:
        return
    if not walk.after_noun and token.is_word:
        opens = token.start in names or token.text in words.subject_pronouns
        walk.clause |= opens or token.text in words.relative
    walk.clause |= token.text in words.relative
    walk.after_noun.append(token.text)


def _stops(walk: _Walk, token: Token, rest: list[Token], names: set[int]) -> bool:
    words = load_words()
    following = rest[0] if rest else None
    if not token.is_word:
        return _mark_stops(walk, token, following, names)
    if token.text in words.enders:
        return True
    if token.text in ("and", "or", "yet", "which") and walk.noun and not walk.clause:
        return _new_clause(following, names)
    return walk.noun and not walk.clause and token.text in words.finite


def _mark_stops(walk: _Walk, token: Token, following: Token | None, names: set[int]) -> bool:
    if token.text[0] == ",":
        return _comma_stops(walk, following, names)
    if token.text[0] in ".!?":
        return True
    if token.text[0] in "\"'":
        return walk.noun
    if token.text[0] in "()":
        return token.text[0] == ")" and not _acronym_closed(walk)
    return token.text in _STOPS


def _comma_stops(walk: _Walk, following: Token | None, names: set[int]) -> bool:
    """A comma goes on only between adjectives and before a participle."""
    if following is None or following.start in names:
        return True
    if following.text in _PARTICIPLES:
        return False
    words = load_words()
    if walk.noun or walk.clause or following.text in words.finite:
        return True
    return following.text in words.function


def _acronym_closed(walk: _Walk) -> bool:
    """The bracket that closes here was opened inside the class: "model (LLM) since"."""
    return walk.noun


def _new_clause(following: Token | None, names: set[int]) -> bool:
    words = load_words()
    if following is None or following.start in names:
        return True
    return following.text in words.finite | words.subject_pronouns | {"its", "their", "also", "our"}


def _noun_ends(sentence: Sentence, start: int) -> set[int]:
    """Where words for models, makers and kinds end."""
    return {
        match.end()
        for item, match in load_class_words().find(sentence.norm, start, len(sentence.norm))
        if item.facet in ("noun", "kind") or match.group().endswith(("weights", "checkpoints"))
    }


def _trim(sentence: Sentence, start: int, end: int) -> int:
    """Drop words at the end that can't end a phrase."""
    while end > start:
        text = sentence.norm[start:end].rstrip(" ,(\"'")
        last = text.rsplit(" ", 1)[-1]
        if last not in _LAST_WORDS:
            return start + len(text)
        end = start + len(text) - len(last)
    return start
