"""How far a span goes: its head, its object, or the complement it can't be read without.

The rules are those of the guidelines, section 1. They work on characters with closed word
classes, so that they are the same with and without a tagger.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice, pairwise

from hypecheck.spans.grammar import Grammar, load_grammar, tokens
from hypecheck.spans.heads import LONGEST_PHRASE, head, is_closed, is_pair
from hypecheck.types.words import Token

_LONGEST_CLAUSE = 14
#: Kinds that begin with an adjective, so that a verb can follow the noun they end in.
_ATTRIBUTIVE = frozenset(["head", "priority", "superlative"])
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
        following = following[1:] if is_pair(core[-1], following[1:], load_grammar()) else []
    elif kind in _ATTRIBUTIVE and is_closed(core, following, load_grammar()):
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
        phrase = extend("head", norm, start, end, limit)
        return whole, end, min(whole, extend("of", norm, start, phrase, limit))
    return whole, end, end if kind in ("object", "of") else whole


def trimmed(norm: str, start: int, end: int) -> int:
    """Start of a span without subject, article, or a modal that says how sure the writer is.

    "It's" and articles stay outside a span; "could" and "to" are left for the stance to read.
    """
    grammar = load_grammar()
    words = list(islice(tokens(norm, start, end), 3))
    if len(words) < 2 or not (words[1].is_word or words[1].text == '"'):
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
        if opens and inner[-1].end == following[last].start and len(inner) <= LONGEST_PHRASE:
            whole = Token(inner[-1].text, inner[0].start, following[last].end)
            return [*following[:first], whole, *_unquoted(following[last + 1 :])]
    return following


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
    reached = head(following, end, grammar)
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
    reached = head(following[skip:], start, grammar)
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
    "head": head,
    "object": _object,
    "of": _of,
    "priority": _priority,
    "superlative": _superlative,
}
