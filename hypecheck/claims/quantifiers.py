"""Words that make a claim: first, only, largest, "has not released", "for the first time"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hypecheck.claims.sentence import Sentence
from hypecheck.claims.vocabulary import ClaimWord, flagged, load_claim_words, load_words

_OPEN_LEFT = re.compile(r"(?:^|[\"'(\[:;!?—]|\s--?|^\W*(?:as|and|but|or|also))\s*$")
_PREVIOUS = re.compile(r"(\S+)\s+[\"'(]*$")
#: The word behind, also one in quotation marks: 'the first "open" model'.
_AFTER = re.compile(r"(?:\s+[\"'](?=\w)|[-\s]*)([\w'-]+)?")
#: "one of the world's first", "among the very first", "some of the largest".
_ONE_OF = re.compile(r"\b(one of|some of|among|two of|three of|many of)( [\w']+){0,3} $")

#: "The third most downloaded model" ranks; it doesn't count.
_RANKED = frozenset(
    ["most", "least", "largest", "biggest", "smallest", "best", "highest", "longest"]
)


@dataclass(frozen=True, slots=True)
class Head:
    """Claim words in a sentence.

    Attributes
    ----------
    bare : bool
        Nothing before it shows that a noun phrase begins here (headlines, quotes).
    proof : bool
        The words before it claim priority over everyone ("the world's first").
    """

    start: int
    end: int
    word: ClaimWord
    quantifier: str
    bare: bool = False
    proof: bool = False


def find_heads(sentence: Sentence) -> list[Head]:
    """Claim words of a sentence in order, none over another, the longest first."""
    found = list(_candidates(sentence))
    found.sort(key=lambda head: (head.start - head.end, head.start))
    kept: list[Head] = []
    for head in found:
        if not any(head.start < other.end and other.start < head.end for other in kept):
            kept.append(head)
    return sorted(kept, key=lambda head: head.start)


def _candidates(sentence: Sentence) -> Iterator[Head]:
    norm = sentence.norm
    for word, match in load_claim_words().find(norm, 0, len(norm), sentence.words):
        start, end = flagged(match)
        if word.form != "noun":
            bare = not norm[:start].strip(" \"'(—-")
            yield Head(start, end, word, word.quantifier, bare=bare)
        elif (head := _noun_head(norm, start, end, word)) is not None:
            yield head


def _noun_head(norm: str, start: int, end: int, word: ClaimWord) -> Head | None:
    """Return a head that can begin a noun phrase; None for an adverb or an order word."""
    following = _AFTER.match(norm, end)
    after = following[1] if following else None
    ends = not after and word.quantifier != "longest-context"  # that holds its noun
    if ends or after in load_words().sober_nouns:
        return None
    if word.quantifier == "nth" and after in _RANKED:
        return None
    quantifier = word.quantifier
    group = _ONE_OF.search(norm, max(0, start - 40), start)
    if group:
        if quantifier not in ("first", "largest"):
            return None
        quantifier = "among"
    if _licensed(norm, start):
        owner = norm[:start].removesuffix("very ").split()[-1:]
        return Head(start, end, word, quantifier, proof=set(owner) <= load_words().everyone)
    if word.quantifier != "only" and _OPEN_LEFT.search(norm[max(0, start - 20) : start]):
        return Head(start, end, word, quantifier, bare=True)
    return None


def _licensed(norm: str, start: int) -> bool:
    """Tell whether the word before is a determiner, a possessive or a form of "be"."""
    before = _PREVIOUS.search(norm, max(0, start - 40), start)
    if before is None:
        return False
    previous = before[1].strip("\"'(,“")
    possessive = before[1].endswith(("'s", "s'"))
    return possessive or (norm[start - 1] == " " and previous in load_words().before_head)
