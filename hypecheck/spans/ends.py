"""Last words of a span: no mark of punctuation and no word that waits for another."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from hypecheck.spans.extend import noun_phrase
from hypecheck.spans.grammar import Grammar, load_grammar, tokens
from hypecheck.types.words import Token

#: Marks that no phrase ends in, unless they belong to its last word ("A.I.", "100%", "Gen®").
_MARKS = ",.;:!?-…—([{ \n\t"
_PAIRS = {")": "(", "]": "[", "}": "{", '"': '"', "'": "'"}
_ABBREVIATED = re.compile(r"(?<![\w.])(?:(?:[a-z]\.){2,}|(?:inc|corp|ltd|jr|sr|etc)\.)$")
#: Words of a span that are read from its end.
_TAIL, _LONGEST = 6, 60
#: Words after a span that are looked at: a noun phrase has no more.
_AHEAD = 12
#: Characters before a span in which the quotation that it ends is looked for.
_QUOTED = 40
#: A single quotation mark, not an apostrophe.
_OPENING = re.compile(r"(?<!\w)'\w")
#: "what AI can", "who don't": a clause that only its verb completes, opened so many words back.
_OPENER_WORDS = 4
_SUBJECTS = ("'ve", "'d", "'ll", "'re", "'m")
_PERFECT = ("'ve", "'d", "have", "has", "had")
_NO_AUXILIARIES = frozenset([("free", "will"), ("must", "have")])
_FUTURES = frozenset(["will", "would", "could", "can", "may", "might", "must", "shall"])
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
    if bare < end and not norm[end : end + 1].strip():
        end = bare
    words = list(tokens(norm, max(start, end - _LONGEST), end))[-_TAIL:]
    grammar = load_grammar()
    for number, (word, after) in enumerate(pairwise(words)):
        if after.text in _REASONS:
            return word.end
        if number and word.text == "," and _is_clause(after.text, grammar):
            return words[number - 1].end
    following = list(islice(tokens(norm, end, limit), _AHEAD))
    if not words or not words[-1].is_word or not _goes_on(following, end):
        return bare
    grown = _grown(words, following, grammar)
    if grown and (upcoming is None or grown + 1 < upcoming):  # else that span is the noun
        return grown
    return _cut(words, following, grammar) or bare


def quoted(norm: str, start: int, end: int, floor: int = 0) -> tuple[int, int]:
    """Ends of a span with both marks of a quotation that it cuts in two, or with neither.

    Parameters
    ----------
    norm : str
        Normalised text.
    start, end : int
        The finished span.
    floor : int
        End of the span before it, which this one doesn't grow into.

    Examples
    --------
    >>> text = 'a "game-changing" chip'
    >>> quoted(text, 3, len(text))
    (2, 22)
    """
    if norm.count('"', start, end) % 2 == 0:
        return start, end
    if start > floor and norm[start - 1] == '"':
        return start - 1, end
    if norm[end : end + 1] == '"':
        return start, end + 1
    mark = norm.rfind('"', start, end)
    if norm[mark - 1 : mark].isalnum():  # it closes what was opened before
        opening = norm.rfind('"', max(floor, start - _QUOTED), start)
        return (opening, end) if opening >= 0 else (start, mark)
    if mark - start < end - mark - 1:  # "to", "the": most of it stands inside
        return mark + 1, end
    return start, _without_marks(norm, start, mark)


def _is_clause(word: str, grammar: Grammar) -> bool:
    """Tell whether a word after a comma is a participle: "full control, allowing others"."""
    return word.endswith("ing") and word not in grammar.gerunds and not grammar.is_adjective(word)


def _without_marks(norm: str, start: int, end: int) -> int:
    """End of a span without marks left alone; a closing mark stays where its opening one is."""
    while end > start and (norm[end - 1] in _MARKS or norm[end - 1] in _PAIRS):
        if norm[end - 1] in _PAIRS and _is_open(norm[start : end - 1], norm[end - 1]):
            break
        if norm[end - 1] == "." and _ABBREVIATED.search(norm, start, end):
            break
        end -= 1
    return end


def _is_open(inner: str, mark: str) -> bool:
    """Tell whether the partner of a closing mark stands before it and is still open."""
    if mark == "'":
        return bool(_OPENING.search(inner))
    if mark == '"':
        return inner.count(mark) % 2 == 1
    return inner.count(_PAIRS[mark]) > inner.count(mark)


def _goes_on(following: list[Token], end: int) -> bool:
    """Tell whether the sentence goes on with a word, not with a mark of punctuation."""
    if not following or following[0].start == end:
        return False
    return following[0].is_word or following[0].text in ('"', "'", "$")


def _cut(words: list[Token], following: list[Token], grammar: Grammar) -> int | None:
    """End of the last word that doesn't wait for another."""
    kept = list(words)
    while len(kept) > 1 and _waits(kept, following[0], grammar, cut=len(kept) < len(words)):
        following = [kept.pop(), *following]
    whole = len(words) < _TAIL
    if len(kept) == len(words) or (whole and all(word.text in grammar.closed for word in kept)):
        return None
    return kept[-1].end


def _grown(words: list[Token], following: list[Token], grammar: Grammar) -> int | None:
    """End of the noun phrase after "the" or "of", or of the verb after "you've ever"."""
    last, before = words[-1], words[-2] if len(words) > 1 else None
    if before is None or not before.is_word:
        return None
    if last.text in grammar.noun_openers or (
        last.text in grammar.determiners - {"that"} and not _loose(before.text, grammar)
    ):
        return _noun(following, last.end, grammar)
    recent = {word.text for word in words[-1 - _OPENER_WORDS : -1]}
    if recent & grammar.measures and (reached := _predicate(following, grammar)):
        return reached
    clause = recent & grammar.clause_openers
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
    if taken and taken[-1].text.endswith(_SUBJECTS):  # "the response I've"
        taken.pop()
    after = rest[0].text if rest and rest[0].is_word else "and"
    goes_on = after not in grammar.closed or after in grammar.determiners
    if not taken or taken[-1].text.endswith("ly") or (goes_on and taken[-1].text.endswith("ing")):
        return None
    return taken[-1].end


def _predicate(following: list[Token], grammar: Grammar) -> int | None:
    """End of a verb after its auxiliaries: "anything the world" goes on to "has ever seen"."""
    for number, token in enumerate(following):
        if token.text in grammar.auxiliaries or token.text in ("ever", "never"):
            continue
        return _verb(token, grammar) if number else None
    return None


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
    if last in grammar.auxiliaries or last.endswith(_SUBJECTS):
        if (before, last) in _NO_AUXILIARIES or before == "ever":
            return False
        if last == "do" and before in grammar.auxiliaries:
            return False
        return not (cut and after.text in grammar.never_alone)  # "have a" is the main verb
    if last.endswith("s") and grammar.can_be_verb(last) and grammar.begins_object(after.text):
        return any(word.text in _FUTURES for word in words)
    if cut and last.endswith("ing") and last in grammar.verbs and grammar.is_plural(before):
        return True
    if last == "you":
        return cut
    if last == "that":
        return after.text not in grammar.prepositions
    if last in grammar.determiners:
        noun_follows = after.is_word and after.text not in grammar.closed
        return last in grammar.never_alone or noun_follows
    return last in grammar.leading_over and (before, last) != ("of", "which")
