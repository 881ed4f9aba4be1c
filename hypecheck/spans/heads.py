"""Where a noun phrase ends: the adjective's noun, before a verb or another clause.

Works on closed word classes and endings of words, so that it is the same without a tagger.
"""

from __future__ import annotations

import re

from hypecheck.spans.grammar import Grammar
from hypecheck.types.words import Token

LONGEST_PHRASE = 6
#: Words after a participle that show that it doesn't belong to the noun phrase.
_PURPOSE = frozenset(["to", "for", "by", "with", "in", "on", "from", "at", "specifically"])
#: "unprecedented, says Mary Smith": who says it is no part of a span, so many words on.
_SPEAKER_WORDS = 5
#: Endings of words that a noun follows: "world's", "first", "fastest", "changing".
_OPEN = ("'s", "s'", "est", "first", "only", "ing")
#: Endings of nouns: after one, a comma is the end of the phrase.
_NOUN = re.compile(r"(?:ity|ness|ment|[st]ion|ance|ence|ship|ism|[^sui']s)$")


def is_closed(core: list[str], following: list[Token], grammar: Grammar) -> bool:
    """Tell whether words that matched are followed by their verb: nothing more belongs to them."""
    if len(core) < 2 or not following or not following[0].is_word:
        return False
    after, rest = following[0].text, following[1:]
    if core[-1] in ("ever", "yet"):  # "ever seen" goes on, "ever arrives" doesn't
        return after.endswith("s") and grammar.can_be_verb(after)
    if after in grammar.finite_verbs or _is_finite(following[0], rest, grammar):
        return True
    if not _ends_in_noun(core, grammar):
        return False
    participle = not rest or not rest[0].is_word or rest[0].text in grammar.prepositions
    third = after.endswith("s") and after in grammar.verbs
    return third or (after in grammar.past_participles and not participle)


def _ends_in_noun(core: list[str], grammar: Grammar) -> bool:
    """Tell whether words that matched end in a noun: "breakthrough drug", not "world's first"."""
    if grammar.is_adjective(core[-1]) or core[-1].endswith(_OPEN):
        return False
    return core[-2] not in grammar.quantities and not core[-2].endswith("ly")


def head(following: list[Token], end: int, grammar: Grammar) -> int:
    """An attributive adjective takes the rest of its noun phrase."""
    reached, previous, words = end, "", 0
    for index, token in enumerate(following):
        if token.text == "-" and not previous and token.start == end:  # not a dash
            continue
        if not token.is_word or _is_past(token, following[index + 1 :], previous, grammar):
            break
        reached, previous, words = token.end, token.text, words + 1
        if words == LONGEST_PHRASE:
            break
    return reached


def _is_past(token: Token, rest: list[Token], previous: str, grammar: Grammar) -> bool:
    """Tell whether a word is past the noun phrase that reached `previous`."""
    if grammar.ends_phrase(token.text, previous):
        compound = not grammar.is_plural(previous) and _is_gerund(token, rest, grammar)
        return not compound and not _is_place(token, rest, grammar)
    return bool(previous) and (
        _is_verb(token, rest, grammar) or _is_participle(token, rest, grammar)
    )


def _is_place(token: Token, following: list[Token], grammar: Grammar) -> bool:
    """Tell whether "us" or "it" is "US" or "IT": a noun follows."""
    return (
        token.text in ("us", "it")
        and bool(following)
        and following[0].is_word
        and not following[0].text.endswith("ed")
        and not grammar.ends_phrase(following[0].text, token.text)
    )


def _is_gerund(token: Token, rest: list[Token], grammar: Grammar) -> bool:
    """Tell whether "weather forecasting" ends the phrase, as no object follows."""
    free = token.text not in grammar.closed and (not rest or not rest[0].is_word)
    return free and token.text.endswith("ing")


def _is_verb(token: Token, rest: list[Token], grammar: Grammar) -> bool:
    """Tell whether a word that can be noun or verb is a verb: an object follows."""
    if token.text not in grammar.nouns_or_verbs or not rest or not rest[0].is_word:
        return False
    after = rest[0].text
    if (after in grammar.determiners and after != "that") or _is_finite(token, rest, grammar):
        return True
    if token.text == "cut":
        return after.endswith("s")
    named = grammar.ends_phrase(after, "it") or after in grammar.heads_after_plural
    return token.text.endswith("s") and not named and after not in grammar.gerunds


def _is_finite(token: Token, rest: list[Token], grammar: Grammar) -> bool:
    """Tell whether a form of a known verb opens a clause: "uses less fuel", "hit 600"."""
    if not grammar.can_be_verb(token.text):
        return False
    form = token.text.endswith(("s", "ed")) or token.text in ("cut", "hit")
    form = form or token.text in grammar.past_participles
    return form and bool(rest) and grammar.begins_object(rest[0].text)


def _is_participle(token: Token, rest: list[Token], grammar: Grammar) -> bool:
    """Tell whether a clause begins: "a platform designed to …", "the trial enrolled 400"."""
    past = token.text.endswith("ed") and not token.text.endswith("eed")
    if not rest or not (past or token.text in ("built", "made")):
        return False
    after = rest[0].text
    if after in _PURPOSE:
        return True
    opens = after in grammar.prepositions or grammar.begins_object(after)
    return "-" not in token.text and (opens or (len(after) > 4 and after.endswith("ly")))


def is_pair(core: str, following: list[Token], grammar: Grammar) -> bool:
    """Tell whether a comma stands between two adjectives before a noun."""
    if len(following) < 2 or not following[0].is_word or not following[1].is_word:
        return False
    first, second = following[0].text, following[1].text
    if (
        ("-" not in core and _NOUN.search(core))
        or grammar.ends_phrase(first, "")
        or grammar.ends_phrase(second, "it")
    ):
        return False
    if grammar.begins_object(second) or second.endswith("'s"):
        return False
    compared = core.endswith("er") and first.endswith("er")
    adverb = first.endswith("ly") and grammar.is_adjective(second)
    if not (compared or adverb or grammar.is_adjective(first)):
        return False
    return not any(token.text in grammar.saying for token in following[:_SPEAKER_WORDS])
