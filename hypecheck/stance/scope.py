"""How far a cue reaches: clauses, enclosures, words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hypecheck.stance.finder import Found
from hypecheck.stance.quotes import Quote
from hypecheck.types import Hit

#: Marks that end a clause for every stance.
_STRONG = re.compile(r"[;:—]|[.!?]+[\"')\]]*(?=\s)|\s-{1,3}\s|\n")
#: A comma before a new subject starts a new clause …
_SUBJECT = re.compile(
    r",[\"']?\s+(?:(?:and|so|or)\s+)?(?:it|they|we|he|she|you|i|this|that|these|those|there|which|who|whose)\b"
)
#: … and one before a participle leaves a negation behind ("needs no tuning, making it the best").
_PARTICIPLE = re.compile(r",\s+(?:thereby\s+|thus\s+)?[a-z]{3,}ing\b(?!,)")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_][\w'-]*")
#: The subject of a verb of speech that stands behind what was said.
_LAST_PAUSE = re.compile(r"[,\"—?!-][\"']?\s*(?P<subject>(?:[\w'.&@-]+\s+){0,6})$")
_NOTHING_SAID = re.compile(r"\s*(?:[.,;:!?\"—)]|$|(?:in|on|at|during|to|last|this|when|after|of)\b)")
_ONLY_NAME = re.compile(
    r"\s+(?!(?:that|it|he|she|they|we|its|on|in|at|to|will)\b)(?:[\w'.&@-]+\s+){0,6}[\w'.&@-]+\s*(?:[.,;:!?\"—)]|$)"
)
#: "with its", "by our": what follows is taken as given, not as what may happen.
_GIVEN = re.compile(
    r"(?:\b(?:by|with|through|via|using|leveraging|from|of|in|into|across|on|at|thanks to|under|to)\s+"
    r"(?:its|our|their|his|her|this|these|those|your|my|\w+'s|\w+s')"
    r"|\b(?:by|via|using|leveraging)\b[^.,;:]{0,80}\b(?:with|through|via|using)"
    r"|\b(?:by|from|at|with)\s+(?:one of\s+)?the"
    r"|,\s+(?:an?|the|one of the))\s+(?:[\w'-]+,?\s+){0,3}$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with all that ends a scope in it.

    Attributes
    ----------
    found : sequence of Found
        Its cues and terminators.
    breaks : mapping of stance to list of int
        Where clauses end for a cue of that stance.
    enclosures : list of (int, int)
        Quotations and brackets; a cue inside doesn't act on the outside.
    """

    norm: str
    start: int
    end: int
    found: Sequence[Found]
    breaks: dict[str, list[int]]
    enclosures: list[tuple[int, int]]


def read_sentence(
    norm: str, start: int, end: int, found: Sequence[Found], quotes: Sequence[Quote]
) -> Sentence:
    """The sentence with its clause ends and enclosures."""
    strong = [m.start() for m in _STRONG.finditer(norm, start, end)]
    strong += [m.start() for m in _SUBJECT.finditer(norm, start, end)]
    breaks = {stance: [*strong] for stance in ("attributed", "hedged", "rejected")}
    breaks["rejected"] += [m.start() for m in _PARTICIPLE.finditer(norm, start, end)]
    for item in found:
        for stance in item.rule.ends:
            breaks.setdefault(stance, [*strong]).append(item.start)
    brackets = [m.span() for m in _PARENTHESIS.finditer(norm, start, end)]
    quoted = [(q.start, q.end) for q in quotes if q.end > start and q.start < end]
    return Sentence(norm, start, end, found, breaks, brackets + quoted)


def reaches(found: Found, hit: Hit, sentence: Sentence) -> bool:
    """Tell whether a cue acts on a span of the same sentence."""
    overlap = found.start < hit.end_char and hit.start_char < found.end
    if not _same_enclosure(found, hit, sentence):
        return False
    if overlap:
        return found.rule.direction == "around"
    forward = found.end <= hit.start_char
    if forward and found.rule.direction == "backward":
        return False
    if not forward and found.rule.direction == "forward":
        return False
    if not forward and found.rule.tail and not _is_tail(found, hit, sentence):
        return False
    first, last = (
        (found.end, hit.start_char) if forward else (hit.end_char, found.start)
    )
    return _within(found, first, last, sentence, forward=forward)


def _within(found: Found, first: int, last: int, sentence: Sentence, *, forward: bool) -> bool:
    rule = found.rule
    stance = rule.category
    if rule.scope == "sentence":
        return True
    ends = sentence.breaks.get(stance, ())
    if any(first <= end < last for end in ends):
        return False
    if rule.words is not None and len(_WORD.findall(sentence.norm, first, last)) > rule.words:
        return False
    return not (forward and stance == "hedged" and _given(sentence.norm, first, last))


def _is_tail(found: Found, hit: Hit, sentence: Sentence) -> bool:
    """Tell whether a verb of speech closes what was said: "…, said Lee", "…, Lee said."."""
    before = _LAST_PAUSE.search(sentence.norm, hit.end_char, found.start)
    if not before:
        return False
    following = sentence.norm[found.end : sentence.end]
    if before.group("subject"):
        return bool(_NOTHING_SAID.match(following))
    return bool(_ONLY_NAME.match(following))


def _given(norm: str, first: int, last: int) -> bool:
    """Tell whether the words before a span present it as a fact ("with its world-class team")."""
    return bool(_GIVEN.search(norm[first:last]))


def _same_enclosure(found: Found, hit: Hit, sentence: Sentence) -> bool:
    """Tell whether the span stands wherever the cue stands; a cue outside reaches in."""
    return all(
        hit.start_char < end and start < hit.end_char
        for start, end in sentence.enclosures
        if start <= found.start and found.end <= end
    )
