"""How far the words of a class go: noun phrase, complement, relative clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hypecheck.claims.sentence import Sentence
from hypecheck.claims.vocabulary import ClassWord, load_class_words, load_words
from hypecheck.types.words import Token

_Word = tuple[ClassWord, re.Match[str]]
_LONGEST = 34
_STOPS = frozenset([";", ":", "—", "--", "-", "…"])
#: After a comma these go on with the class: "first open LLM, trained on …".
_PARTICIPLES = ("fine-tuned", "trained", "built", "designed", "licensed", "licenced", "released")
_ASIDE = re.compile(
    r"\([^()]{1,120}\)|,[^,;:()]{3,70},(?= (?:has|had|have|can|could|will|is|was|may)\b)"
    r"| --? [^—]{1,60}? --?(?= (?:of|in|from|by|for|with|that|to)\b)"
)
#: "the first model Jack Ma's Alibaba has released": a name whose maker follows.
_OWNER = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]+)?['’]s(?= [A-Z])")
#: "That it was the first model Meta ever opened | is a myth".
_THAT = re.compile(
    r"^\W*that\b|\b(?:claim|idea|notion|belief|assertion|boast|talk|suggestion|line|story) that\b"
)
#: "The first model with open weights | is here".
_ARRIVED = frozenset(["here", "out", "live", "upon"])
_WHICH = frozenset(["which", "whose", "whom"])
_LAST_WORDS = ("and", "or", "with", "the", "a", "of", "to", "its", "in", "by", "as", "for")


@dataclass
class _Walk:
    """State of the walk from the claim word to the right."""

    clause: bool
    models: set[int]
    names: set[int]
    nouns: set[int]
    capitals: set[int]
    noun: bool = False
    after_noun: list[str] | None = None
    reached: int = 0
    begun: bool = False
    quoted: bool = False
    since: bool = False
    that: bool = False


def class_end(sentence: Sentence, start: int, *, clause: bool = False) -> int:
    """Offset where the class that begins at `start` ends.

    Parameters
    ----------
    clause : bool
        The stretch is a clause ("has not released …"): verbs don't end it.
    """
    words = list(load_class_words().find(sentence.norm, start, len(sentence.norm)))
    lists = _lists(words)
    skipped = [*asides(sentence.norm, start), *lists]
    found = [
        token
        for token in list(sentence.tokens(start))[:_LONGEST]
        if not any(left <= token.start < right for left, right in skipped)
    ]
    walk = _Walk(
        clause,
        models={name.start_char for name in sentence.models},
        names={name.start_char for name in sentence.mentions},
        nouns=_noun_ends(sentence, start, words),
        capitals={match.start() for match in _OWNER.finditer(sentence.text, start)},
        reached=start,
        quoted=sentence.norm.count('"', 0, start) % 2 == 1,
        that=_THAT.search(sentence.norm, 0, start) is not None,
    )
    for index, token in enumerate(found):
        if _stops(walk, token, found[index + 1 : index + 3]):
            break
        _step(walk, token)
    return _trim(sentence, start, _past_list(lists, walk.reached))


def asides(norm: str, start: int) -> list[tuple[int, int]]:
    """Brackets, and insertions between commas: "that Meituan, known for lunch, has shared"."""
    return [match.span() for match in _ASIDE.finditer(norm, start)]


def _lists(words: Sequence[_Word]) -> list[tuple[int, int]]:
    """Class words that hold commas: "its weights, its code and its data"."""
    return [match.span() for _, match in words if "," in match.group()]


def _past_list(lists: list[tuple[int, int]], reached: int) -> int:
    """Return the end of a list that follows directly: it belongs to the class."""
    return max([reached, *(right for left, right in lists if left == reached + 1)])


def _step(walk: _Walk, token: Token) -> None:
    words = load_words()
    walk.reached, walk.begun = token.end, True
    ends_time = token.start in walk.names or token.text[0].isdigit()
    walk.since = token.text == "since" or (walk.since and not ends_time)
    if token.end in walk.nouns:
        walk.noun, walk.after_noun = True, []
        return
    walk.clause |= (walk.noun and token.text in words.relative) or token.text in _WHICH
    if walk.after_noun is None:
        return
    if not walk.after_noun and token.is_word:
        named = token.start in walk.names or token.start in walk.capitals
        walk.clause |= named or token.text in words.subject_pronouns
    walk.after_noun.append(token.text)


def _stops(walk: _Walk, token: Token, rest: list[Token]) -> bool:
    words = load_words()
    following = rest[0] if rest else None
    if not token.is_word:
        return _mark_stops(walk, token, rest)
    if token.text in words.enders:
        return True
    if walk.clause and token.text in ("is", "was", "are", "were") and following is not None:
        judged = (walk.that and following.text in words.judged) or following.text in _ARRIVED
        return walk.noun and (judged or following.start in walk.models)
    if walk.clause or walk.since:
        return False
    if token.start in walk.models and walk.noun and not walk.after_noun:
        return True  # "our largest model Qwen2-Math-72B" names the subject
    if token.text in ("and", "or", "yet") and walk.noun:
        return _new_clause(walk, following)
    return walk.begun and token.text in words.finite


def _mark_stops(walk: _Walk, token: Token, rest: list[Token]) -> bool:
    if token.text[0] == ",":
        return _comma_stops(walk, rest)
    if token.text[0] in "\"'":
        return walk.quoted
    return token.text[0] in ".!?()" or token.text in _STOPS


def _comma_stops(walk: _Walk, rest: list[Token]) -> bool:
    """Tell whether a comma ends the class: not between adjectives, not before a participle."""
    following = rest[0] if rest else None
    if following is None or following.start in walk.names:
        return True
    if following.text in _PARTICIPLES:  # "…, built by Meta" tells more of the subject
        return rest[-1].text == "by"
    words = load_words()
    return walk.noun or walk.clause or following.text in words.finite | words.function


def _new_clause(walk: _Walk, following: Token | None) -> bool:
    words = load_words()
    if following is None or following.start in walk.names or following.text.endswith("ly"):
        return True
    return following.text in words.finite | words.subject_pronouns | {"its", "their", "also", "our"}


def _noun_ends(sentence: Sentence, start: int, words: Sequence[_Word]) -> set[int]:
    """Where words for models, makers and kinds end, and a family's name in place of one."""
    first = {name.end_char for name in sentence.models if start <= name.start_char <= start + 1}
    return first | {
        match.end()
        for item, match in words
        if item.facet in ("noun", "kind") or match.group().endswith(("weights", "checkpoints"))
    }


def _trim(sentence: Sentence, start: int, end: int) -> int:
    """Drop words at the end that can't end a phrase."""
    while end > start:
        text = sentence.norm[start:end].rstrip(" ,(\"'")
        last = text.rpartition(" ")[2]
        if last not in _LAST_WORDS:
            return start + len(text)
        end = start + len(text) - len(last)
    return start
