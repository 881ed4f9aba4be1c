"""How far a span goes: its head, its object, or the complement it can't be read without.

The rules are those of the guidelines, section 1. They work on characters with closed word
classes, so that they are the same with and without a tagger.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice, pairwise

from hypecheck.spans.grammar import Grammar, load_grammar, tokens
from hypecheck.types.words import Token

_LONGEST_PHRASE = 6
_LONGEST_CLAUSE = 14
#: Words after a participle that show that it doesn't belong to the noun phrase.
_PURPOSE = frozenset(["to", "for", "by", "with", "in", "on", "from", "at", "specifically"])
#: "unprecedented, says Mary Smith": who says it is no part of a span, so many words on.
_SPEAKER_WORDS = 5
#: Kinds that begin with an adjective, so that a verb can follow the noun they end in.
_ATTRIBUTIVE = frozenset(["head", "priority", "superlative"])
#: Endings of nouns: after one, a comma is the end of the phrase.
_NOUN = re.compile(r"(?:ity|ness|ment|[st]ion|ance|ence|ship|ism|[^sui']s)$")
_CLAUSE_OPENERS = frozenset(["how", "what", "where", "when", "who", "why"])


def extend(kind: str, norm: str, start: int, end: int, limit: int) -> int:
    """End of a span after it has taken in what belongs to it.

    Parameters
    ----------
    kind : str
        "none", "head", "object", "of", "priority" or "superlative".
    norm : str
        Normalised text.
    start, end : int
        The words that matched.
    limit : int
        End of the sentence.

    Returns
    -------
    int
        Never less than `end` nor more than `limit`.
    """
    rule = _RULES.get(kind)
    if rule is None or end >= limit or (norm[end : end + 1] not in (" ", "-", ",", "\n")):
        return end
    following = _unquoted(list(islice(tokens(norm, end, limit), 40)))
    core = norm[start:end].split()
    if following and following[0].text == ",":
        following = following[1:] if _pairs(core[-1], following[1:], load_grammar()) else []
    elif kind in _ATTRIBUTIVE and _closed(core, following, load_grammar()):
        following = []
    return max(end, rule(following, end, load_grammar()))


def reach(kind: str, norm: str, start: int, end: int, limit: int) -> tuple[int, int, int]:
    """Ends of a span: the whole, the words that matched, and the part that is one phrase.

    "Leading provider of innovative tools" is one phrase; what follows "in", "since" or "to"
    is a complement.

    Parameters
    ----------
    kind, norm, start, end, limit
        As for `extend`.
    """
    whole = extend(kind, norm, start, end, limit)
    if kind in ("priority", "superlative"):
        head = extend("head", norm, start, end, limit)
        return whole, end, min(whole, extend("of", norm, start, head, limit))
    return whole, end, end if kind in ("object", "of") else whole


def trimmed(norm: str, start: int, end: int) -> int:
    """Start of a span without subject, article, or a modal that says how sure the writer is.

    "It's" and articles stay outside a span; "could" and "to" are left for the stance to read.
    """
    grammar = load_grammar()
    words = list(islice(tokens(norm, start, end), 3))
    if len(words) < 2 or not words[1].is_word:
        return start
    first, second = words[0].text, words[1].text
    if first in grammar.articles or first in ("it's", "that's"):
        return trimmed(norm, words[1].start, end)
    noun_follows = second in grammar.determiners or second in grammar.prepositions
    if first in grammar.modals and not noun_follows:
        return words[1].start
    return start


def _unquoted(following: list[Token]) -> list[Token]:
    """Read words in quotation marks as one word, which takes the closing mark along."""
    marks = [index for index, token in enumerate(following) if token.text == '"']
    for first, last in pairwise(marks):
        inner = following[first + 1 : last]
        opens = inner and inner[0].start == following[first].end
        if opens and inner[-1].end == following[last].start and len(inner) <= _LONGEST_PHRASE:
            whole = Token(inner[-1].text, inner[0].start, following[last].end)
            return [*following[:first], whole, *_unquoted(following[last + 1 :])]
    return following


def _closed(core: list[str], following: list[Token], grammar: Grammar) -> bool:
    """Tell whether words that matched are followed by their verb: nothing more belongs to them."""
    if len(core) < 2 or len(following) < 2 or not following[0].is_word:
        return False
    after, rest = following[0], following[1:]
    if core[-1] in ("ever", "yet"):  # "ever seen" goes on, "ever arrives" doesn't
        return after.text.endswith("s") and grammar.can_be_verb(after.text)
    participle = after.text.endswith("ed") and rest[0].text in grammar.prepositions
    if after.text in grammar.always_verbs and not participle:
        return True
    return _is_finite(after, rest, grammar)


def _head(following: list[Token], end: int, grammar: Grammar) -> int:
    """An attributive adjective takes the rest of its noun phrase."""
    reached, previous, words = end, "", 0
    for index, token in enumerate(following):
        if token.text == "-" and not previous and token.start == end:  # not a dash
            continue
        if not token.is_word or _is_past(token, following[index + 1 :], previous, grammar):
            break
        reached, previous, words = token.end, token.text, words + 1
        if words == _LONGEST_PHRASE:
            break
    return reached


def _is_past(token: Token, rest: list[Token], previous: str, grammar: Grammar) -> bool:
    """Tell whether a word is past the noun phrase that reached `previous`."""
    if grammar.ends_phrase(token.text, previous):
        return not _is_place(token, rest, grammar) and not _is_gerund(token, rest, grammar)
    return bool(previous) and (
        _is_verb(token, rest, grammar) or _is_participle(token, rest, grammar)
    )


def _is_place(token: Token, following: list[Token], grammar: Grammar) -> bool:
    """Tell whether "us" or "it" is "US" or "IT": a noun follows."""
    return (
        token.text in ("us", "it")
        and bool(following)
        and following[0].is_word
        and not grammar.ends_phrase(following[0].text, token.text)
    )


def _is_gerund(token: Token, rest: list[Token], grammar: Grammar) -> bool:
    """Tell whether "weather forecasting" ends the phrase, as no object follows."""
    free = token.text not in grammar.closed and (not rest or not rest[0].is_word)
    return free and token.text.endswith("ing") and token.text not in grammar.verbs


def _is_verb(token: Token, rest: list[Token], grammar: Grammar) -> bool:
    """Tell whether a word that can be noun or verb is a verb: an object follows."""
    if token.text not in grammar.nouns_or_verbs or not rest or not rest[0].is_word:
        return False
    after = rest[0].text
    if after in grammar.determiners or _is_finite(token, rest, grammar):
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


def _pairs(core: str, following: list[Token], grammar: Grammar) -> bool:
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


def _object(following: list[Token], end: int, grammar: Grammar) -> int:
    """A verb takes its object, a clause with "how" or "what" included."""
    if following and following[0].text in _CLAUSE_OPENERS:
        return _clause(following, end)
    reached, rest = noun_phrase(following, end, grammar)
    if reached > end and rest and rest[0].text == "of":
        reached, rest = noun_phrase(rest[1:], reached, grammar)
    if reached > end and rest and rest[0].text in _CLAUSE_OPENERS:
        return _clause(rest, reached)
    return reached


def _of(following: list[Token], end: int, grammar: Grammar) -> int:
    """A noun takes a complement with "of" or "for"."""
    if following and following[0].text in ("of", "for"):
        reached, _ = noun_phrase(following[1:], end, grammar)
        return reached
    return end


def _priority(following: list[Token], end: int, grammar: Grammar) -> int:
    return _complemented(following, end, grammar, grammar.priority_complements)


def _superlative(following: list[Token], end: int, grammar: Grammar) -> int:
    return _complemented(following, end, grammar, grammar.comparison_classes)


def _complemented(
    following: list[Token], end: int, grammar: Grammar, starters: frozenset[str]
) -> int:
    """Noun phrase, then up to three complements that begin with one of `starters`."""
    reached = _head(following, end, grammar)
    for _ in range(3):
        rest = _after_acronym([token for token in following if token.start >= reached])
        if not rest or rest[0].text not in starters:
            break
        opener = rest[0]
        if opener.text in ("to", "that"):
            return _clause(rest, reached)
        if opener.text in ("ever", "yet", "anywhere", "available", "known", "out"):
            reached = opener.end
            continue
        after, _ = noun_phrase(rest[1:], reached, grammar)
        if after == reached:
            break
        reached = after
    return reached


def _after_acronym(following: list[Token]) -> list[Token]:
    """Skip an acronym in brackets: "Large Language Model (LLM) since …"."""
    marks = [token.text for token in following[:3]]
    return following[3:] if len(marks) == 3 and marks[0] == "(" and marks[2] == ")" else following


def noun_phrase(following: list[Token], end: int, grammar: Grammar) -> tuple[int, list[Token]]:
    """End of a noun phrase, its determiners included, and what follows it."""
    skip = 0
    while skip < min(2, len(following)) and following[skip].text in grammar.determiners:
        skip += 1
    start = following[skip - 1].end if skip else end
    reached = _head(following[skip:], start, grammar)
    if reached == start:
        reached = end
    return reached, [token for token in following if token.start >= reached]


def _clause(following: list[Token], end: int) -> int:
    """Words up to the next mark of punctuation."""
    reached = end
    for token in following[:_LONGEST_CLAUSE]:
        if not token.is_word and token.text not in ("'", "-", "/", "%", "$"):
            break
        if token.text in ("while", "but", "because", "whereas", "although"):
            break
        reached = token.end
    return reached


_RULES: dict[str, Callable[[list[Token], int, Grammar], int]] = {
    "head": _head,
    "object": _object,
    "of": _of,
    "priority": _priority,
    "superlative": _superlative,
}
