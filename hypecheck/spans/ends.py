"""Last words of a span: no mark of punctuation and no word that waits for another."""

from __future__ import annotations

import re
from itertools import islice

from hypecheck.spans.extend import noun_phrase
from hypecheck.spans.grammar import Grammar, load_grammar, tokens
from hypecheck.types.words import Token

#: Marks that no phrase ends in, unless they belong to its last word ("A.I.", "100%", "Gen®").
_MARKS = ",.;:!?-…—([{'\" \n\t"
_PAIRS = {")": "(", "]": "[", "}": "{", '"': '"', "'": "'"}
_INITIALS = re.compile(r"(?<![\w.])(?:[a-z]\.){2,}$")
#: Words of a span that are read from its end.
_TAIL = 6
_LONGEST = 60
#: "what AI can", "who don't": a clause that only its verb completes, opened so many words back.
_OPENER_WORDS = 4
_PERFECT = ("'ve", "'d", "have", "has", "had")
#: Words that begin another clause, which no span goes into.
_REASONS = frozenset(["because", "although", "whereas"])


def finished(norm: str, start: int, end: int, limit: int, upcoming: int | None = None) -> int:
    """End of a span that a reader can take for a phrase.

    Parameters
    ----------
    norm : str
        Normalised text.
    start, end : int
        The span as it was matched and extended.
    limit : int
        End of the sentence.
    upcoming : int, optional
        Start of the next span, which this one doesn't grow into.

    Returns
    -------
    int
        Less than `end` where the last words or marks were cut off, more where the phrase went
        on to its noun or verb.
    """
    bare = _without_marks(norm, start, end)
    if bare < end and norm[end : end + 1].strip() == "":
        end = bare
    words = _last_words(norm, start, end)
    for index, word in enumerate(words):
        if index and word.text in _REASONS:
            return words[index - 1].end
    following = list(islice(tokens(norm, end, limit), 12))
    if not words or not following or following[0].start == end or not _opens(following[0]):
        return bare
    grammar = load_grammar()
    grown = _grown(words, following, grammar)
    if grown and (upcoming is None or grown + 1 < upcoming):  # else that span is the noun
        return grown
    return _cut(words, following, grammar) or bare


def _without_marks(norm: str, start: int, end: int) -> int:
    """End of a span without marks left alone; a closing mark stays where its opening one is."""
    while end > start:
        last = norm[end - 1]
        if last in _PAIRS and norm.count(_PAIRS[last], start, end - (last in "'\"")):
            break
        if last not in _MARKS and last not in _PAIRS:
            break
        if last == "." and _INITIALS.search(norm, start, end):
            break
        end -= 1
    return end


def _last_words(norm: str, start: int, end: int) -> list[Token]:
    near = max(start, end - _LONGEST)
    return list(tokens(norm, near, end))[-_TAIL:]


def _opens(token: Token) -> bool:
    return token.is_word or token.text in ('"', "'", "$", "(")


def _cut(words: list[Token], following: list[Token], grammar: Grammar) -> int | None:
    """End of the last word that doesn't wait for another."""
    kept = list(words)
    while len(kept) > 1 and _waits(kept, following[0], grammar, cut=len(kept) < len(words)):
        following = [kept.pop(), *following]
    if len(kept) == len(words) or all(word.text in grammar.closed for word in kept):
        return None
    return kept[-1].end


def _grown(words: list[Token], following: list[Token], grammar: Grammar) -> int | None:
    """End of the noun phrase after "the" or "of", or of the verb after "you've ever"."""
    last, before = words[-1], words[-2] if len(words) > 1 else None
    if before is None or not before.is_word:
        return None
    if last.text in grammar.noun_openers or (
        last.text in grammar.determiners and not _loose(before.text, grammar)
    ):
        return _noun(following, last.end, grammar)
    clause = {word.text for word in words[-1 - _OPENER_WORDS : -1]} & grammar.clause_openers
    perfect = last.text == "ever" and before.text.endswith(_PERFECT)
    if perfect or (clause and last.text in grammar.auxiliaries):
        return _verb(following[0], grammar)
    return None


def _noun(following: list[Token], end: int, grammar: Grammar) -> int | None:
    """End of a noun phrase, unless its last word again waits for another."""
    if following[0].text in grammar.closed and following[0].text not in grammar.determiners:
        return None
    reached, rest = noun_phrase(following, end, grammar)
    taken = [token for token in following if token.end <= reached]
    if taken and taken[-1].text.endswith(("'ve", "'d", "'ll", "'re", "'m")):  # "the response I've"
        taken.pop()
    goes_on = bool(rest) and rest[0].is_word and rest[0].text not in grammar.closed
    if not taken or taken[-1].text.endswith("ly") or (goes_on and taken[-1].text.endswith("ing")):
        return None
    return taken[-1].end


def _verb(after: Token, grammar: Grammar) -> int | None:
    if after.text in grammar.closed and after.text not in ("do", "be"):
        return None
    return None if after.text.endswith(("ly", "ing")) or not after.is_word else after.end


def _loose(before: str, grammar: Grammar) -> bool:
    """Tell whether a preposition opens a complement that the span can do without."""
    return before in grammar.prepositions and before not in grammar.noun_openers


def _waits(words: list[Token], after: Token, grammar: Grammar, *, cut: bool) -> bool:
    """Tell whether the last word only leads over to what comes after."""
    last, before = words[-1].text, words[-2].text
    if not words[-1].is_word:
        return last in _MARKS
    if last in grammar.auxiliaries:
        # "free will" is a noun; "have" before a determiner that was cut is the main verb
        return before != "free" and not (cut and after.text in grammar.never_alone)
    if last == "that":
        return after.text not in grammar.prepositions
    if last in grammar.determiners:
        return last in grammar.never_alone or after.text not in grammar.closed
    return last in grammar.leading_over and (before, last) != ("of", "which")
