"""How far a cue reaches: clauses, enclosures, words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hypecheck.stance.cues import CueRule
from hypecheck.stance.finder import Found
from hypecheck.stance.given import given
from hypecheck.stance.naming import gives_name
from hypecheck.stance.quotes import Quote, overlapping
from hypecheck.stance.speakers import PEOPLE
from hypecheck.types import Hit

#: Marks that end a clause for every stance.
_STRONG = re.compile(r"[;:]|[.!?]+[\"')\]]*(?=\s)|\n\s*\n")
#: A pair of dashes holds an aside; a single one ends a clause.
_DASH = re.compile(r"—|\s-{1,3}\s")
#: A comma before a new subject starts a new clause …
_SUBJECT = re.compile(
    r",[\"']?\s+(?:(?:and|so|or)\s+)?(?:(?:now|then|today|here)\s+)?(?:it|they|we|he|she|you|i|this|that|these|those|there|which|who|whose)\b"
)
#: … and one before a participle leaves a negation behind ("needs no tuning, making it the best").
#: Adjectives only look like one.
_PARTICIPLE = re.compile(
    r",\s+(?:thereby\s+|thus\s+)?(?!(?:[a-z]*breaking|pioneering|outstanding|amazing|a?stonishing"
    r"|stunning|exciting|thrilling|leading|inspiring|breathtaking|promising|compelling)\b)"
    r"[a-z]{3,}ing\b(?!,)"
)
#: What is yet to be made brings along nothing so far ("aims to build a mill, offering the best …").
_YET_TO_BE = re.compile(
    r"\s*(?:[a-z]+ly\s+)?(?:become|create|build|establish|develop|launch|found|form|construct)\b"
)
#: Neither does what would be, nor a wish that is named ("its goal is to build a mill, …").
_UNREAL = re.compile(
    r"would\b|could\b|might\b|(?:aim|seek|hop|intend|plan|aspir|striv)[a-z]* to\b"
    r"|(?:.*\b)?(?:mission|vision|objective|goal|dream)\b"
)
#: The comma that closes a relative clause.
_RELATIVE_END = re.compile(r",\s+(?:which|who|whose|where)\b[^,;:.]*(,)")
#: A new subject with a finite verb of its own: "…, both parties are", "and the stage is".
_INDICATIVE = re.compile(
    r"(?:,\s+(?:(?:and|so|or)\s+)?|\band\s+)"
    r"(?!to\b)(?:(?!(?:that|which|who|whose|where|when|if|whether|what|how|as|because|says?|said)\b)"
    r"[\w'-]+\s+){1,6}?(?:is|are|was|were|has|have|will|should)\b"
)
#: ", was released": the sentence goes on behind a phrase set off by commas.
_RESUMED = re.compile(r",\s+(?:is|are|was|were|has|have|will)\b")
#: ", and Acme leads"
_NAMED = re.compile(
    r",\s+(?:and|but|so)\s+(?=[A-Z][\w-]+\s+(?:[a-z]+(?:s|ed)|had|bought|made|took|got|won|sold|built)\b)"
)
#: "it appears to do well, and continues to be …": the subject goes on with a verb of its own.
_GOES_ON = re.compile(r",\s+and\s+(?:continues|remains|offers|provides|delivers|boasts|features)\b")
_WHERE = re.compile(
    r"\b(?:where|in which|whose|who|which|of what)\s+(?:[\w'-]+\s+){0,4}?"
    r"(?:is|are|was|were|has|have)\b"
)
#: "As it is expected to grow, the firm …": a clause that leads up to the main one …
_LEADING = re.compile(
    r"[\"“'‘]?(?:As|If|While|With|Although|Though|Even though|Since|Because|After|When|Given"
    r"|Whereas|By|Despite|Designed|Built|Created|Founded|Intended|Aimed|Aiming|Seeking|Hoping|Looking"
    r"|Expected|Developed|Called|Named|Dubbed|Billed|Positioned|Hailed|Touted|Regarded|Considered"
    r"|Known|Recogni[sz]ed|Embracing|Armed|Through)\b"
)
#: … and the comma before the main one.
_MAIN = re.compile(
    r",\s+(?=(?:the|an?|this|these|its|our|their)\s|(?:[A-Z][\w-]+\s+){1,5}[a-z]+s\b|[a-z]+ing\s)"
)
#: "her revolutionary plan to cut waste": such a noun is what is praised.
_WISH = re.compile(r"(?:plan|mission|vision|goal|aim|ambition|dream|quest|effort|objective)s?\b")
#: "By noon it had been called a revolution, a …": the main clause has begun before the comma.
_PHRASE = re.compile(r"[\"“'‘]?(?:By|With|Through|Despite|Given|After)\b(?! [a-z]+ing\b)")
_BEGUN = re.compile(
    r"(?<!that )(?<!which )(?<!who )\b(?:is|are|was|were|has|have|had|will|would|could|may|might)\b"
)
#: What a clause needs before another can follow it.
_FINITE = re.compile(
    r"\b(?:to|could|may|might|would|should|can|will|is|are|was|were|has|have|had|do|does|did"
    r"|not|[a-z]+n't|[a-z]{3,}ed)\b"
)
_PARENTHESIS = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"[^\W_][\w'-]*")
#: "sweeping shifts expected to remake trade": so many words may stand before a hedge in a span.
_LEADING_WORDS = 3
#: … and so many characters of it behind the span ("to").
_LOOSE_END = 4
#: The subject of a verb of speech that stands behind what was said: "…, Lee said".
_PAUSE = re.compile(r"[,\"”—?!-][\"']?\s*(?P<subject>(?:[\w'.&@-]+\s+){0,6})$")
_AFTER_QUOTE = re.compile(r"[,.?!][\"']\s*$")
#: "according to Vitol, the world's largest oil trader": a description of who speaks.
_APPOSED = re.compile(r"\s+[A-Z][^,]{1,60},\s+(?:the|an?|one of the)\s+")
_RELATIVE = re.compile(r"(?:which|who|that|whose|and|to)\b", re.IGNORECASE)
_NOTHING_SAID = re.compile(
    r"\s*(?:[.,;:!?\"—)]|$|(?:in|on|at|during|to|last|this|when|after|of)\b)", re.IGNORECASE
)
_NAME = r"\s+(?:(?:[a-z-]+\s+){0,3}@?[A-Z][\w'’.&-]*(?:\s+[\w'’.&@-]+){0,6}"
_NOUN = rf"|(?:(?:the|its|an?|one|some|many|most)\s+)?(?:[a-z-]+\s+)?(?:{PEOPLE})"
_TRADE = r"|(?:the|its|their|his|her)\s+(?:[a-z-]+\s+)?[a-z]+(?:er|or|ist|ian|man|woman|ess|chief)"
_CLOSES = r")\s*(?:[.,;:!?\"”—)]|$)"
_NOT_THAT = r"(?!\s+(?:that|today|yesterday|on|in|at|to|will)\b)"
#: Speakers are read with their capitals, so not in the normal form.
_HYPHENS = str.maketrans("‐‑‒–−", "-----")
_SPEAKER = re.compile(_NOT_THAT + _NAME + _NOUN + _TRADE + _CLOSES)


@dataclass(frozen=True)
class Sentence:
    """A sentence with all that ends a scope in it, each found when first asked for.

    Attributes
    ----------
    found : sequence of Found
        Its cues and terminators.
    around : sequence of Quote
        Quotations of the document.
    """

    text: str
    norm: str
    start: int
    end: int
    found: Sequence[Found]
    around: Sequence[Quote]

    def _starts(self, pattern: re.Pattern[str], group: int = 0) -> list[int]:
        """Where a pattern, or a part of it, matches in the sentence."""
        return [m.start(group) for m in pattern.finditer(self.norm, self.start, self.end)]

    @cached_property
    def breaks(self) -> dict[str, list[int]]:
        """Where clauses end for a cue of each stance."""
        strong = self._starts(_STRONG) + self._starts(_SUBJECT) + self._starts(_RELATIVE_END, 1)
        breaks = {stance: [*strong] for stance in ("attributed", "hedged", "rejected")}
        breaks["rejected"] += self.participles
        for item in self.found:
            for stance in item.rule.ends:
                breaks.setdefault(stance, [*strong]).append(item.start)
        return breaks

    @cached_property
    def participles(self) -> list[int]:
        """Where a comma stands before what a deed brings along ("…, making it easy")."""
        return self._starts(_PARTICIPLE)

    @cached_property
    def clauses(self) -> list[int]:
        """Where a subject with a verb of its own begins."""
        named = [m.start() for m in _NAMED.finditer(self.text, self.start, self.end)]
        clauses = self._starts(_INDICATIVE) + self._starts(_WHERE) + self._starts(_GOES_ON)
        return clauses + named + self.main

    @cached_property
    def main(self) -> list[int]:
        """Where the main clause begins, behind a clause that leads up to it."""
        start, end = self.start, self.end
        main = _LEADING.match(self.text, start, end) and _MAIN.search(self.text, start, end)
        if not main:
            return []
        phrase = _PHRASE.match(self.text, start, end)
        begun = phrase and _BEGUN.search(self.text, start, main.start())
        return [] if begun else [main.start()]

    @cached_property
    def brackets(self) -> list[tuple[int, int]]:
        """A cue inside doesn't act on the outside, nor one outside on the inside."""
        return [m.span() for m in _PARENTHESIS.finditer(self.norm, self.start, self.end)]

    @cached_property
    def quotes(self) -> list[tuple[int, int]]:
        """A cue inside doesn't act on the outside."""
        return [
            (quote.start, quote.end) for quote in overlapping(self.around, self.start, self.end)
        ]


def reaches(found: Found, hit: Hit, sentence: Sentence) -> bool:
    """Tell whether a cue acts on a span of the same sentence."""
    overlap = found.start < hit.end_char and hit.start_char < found.end
    if not _same_enclosure(found, hit, sentence):
        return False
    if overlap:
        if found.rule.direction == "backward":  # a span that runs into the verdict on it
            return hit.start_char < found.start < hit.end_char < found.end
        return found.rule.direction in ("over", "around") and _leads(found, hit, sentence)
    forward = found.end <= hit.start_char
    if forward and found.rule.direction == "backward":
        return False
    if not forward and found.rule.direction in ("forward", "over"):
        return False
    if (
        forward
        and found.rule.id == "according"
        and _APPOSED.fullmatch(sentence.text, found.end, hit.start_char)
    ):
        return found.start == sentence.start
    if found.rule.tail and not _speaks(found, hit, sentence, forward=forward):
        return False
    if forward and gives_name(found, hit, sentence.text, sentence.start):
        return False
    first, last = (found.end, hit.start_char) if forward else (hit.end_char, found.start)
    return _within(found, first, last, sentence, forward=forward)


def _within(found: Found, first: int, last: int, sentence: Sentence, *, forward: bool) -> bool:
    rule = found.rule
    stance = rule.category
    if rule.scope == "sentence":
        return True
    if rule.scope == "spoken":
        return False
    ends = sentence.breaks.get(stance, ())
    if any(first <= end < last for end in ends):
        return False
    if forward and _new_clause(found, last, sentence):
        return False
    if len(_DASH.findall(sentence.norm, first, last)) % 2:
        return False
    if rule.words is not None and not _near(rule, sentence.norm[first:last]):
        return False
    return not (forward and stance == "hedged" and given(sentence.norm, first, last))


def _leads(found: Found, hit: Hit, sentence: Sentence) -> bool:
    """Tell whether a hedge inside a span stands near enough to its start to cover it."""
    if found.rule.category != "hedged":
        return True
    if found.start > hit.start_char and _WISH.match(sentence.norm, found.start, hit.end_char):
        return False
    inside = sentence.norm[hit.start_char : max(found.start, hit.start_char)]
    return found.end <= hit.end_char + _LOOSE_END and len(_WORD.findall(inside)) <= _LEADING_WORDS


def _new_clause(found: Found, last: int, sentence: Sentence) -> bool:
    """Tell whether the span has a subject and a verb that the cue doesn't govern."""
    if found.rule.category == "attributed":
        return any(found.end <= at < last for at in sentence.main)
    begins = [at for at in sentence.clauses if found.end <= at < last]
    if found.rule.category == "hedged":
        brings = _YET_TO_BE.match(sentence.norm, found.end) or _UNREAL.match(
            sentence.norm, found.start, found.end
        )
        if not brings:
            begins += [at for at in sentence.participles if found.end <= at < last]
        begins += [m.start() for m in _RESUMED.finditer(sentence.norm, found.end, last)]
    return any(_FINITE.search(sentence.norm, found.start, at) for at in begins)


def _near(rule: CueRule, between: str) -> bool:
    """Tell whether few enough words lie between; a denial of few words also stops at a comma."""
    if rule.category == "rejected" and "," in between:
        return False
    return rule.words is None or len(_WORD.findall(between)) <= rule.words


def _speaks(found: Found, hit: Hit, sentence: Sentence, *, forward: bool) -> bool:
    """Tell whether a verb of speech has the span as its object."""
    if forward:  # '"Done," said the host of the best show in town' names the speaker only
        return not _AFTER_QUOTE.search(sentence.norm, sentence.start, found.start)
    return _is_tail(found, hit, sentence)


def _is_tail(found: Found, hit: Hit, sentence: Sentence) -> bool:
    """Tell whether a verb of speech closes what was said: "…, said Lee", "…, Lee said"."""
    before = _PAUSE.search(sentence.text[hit.end_char : found.start].translate(_HYPHENS))
    if not before or sentence.norm[found.start : found.end].endswith("ing"):
        return False
    if _RELATIVE.match(before["subject"]):
        return False
    if before["subject"]:
        return bool(_NOTHING_SAID.match(sentence.text, found.end, sentence.end))
    words = sentence.text[found.end : sentence.end].translate(_HYPHENS)
    return bool(_SPEAKER.match(words))


def _same_enclosure(found: Found, hit: Hit, sentence: Sentence) -> bool:
    """Tell whether the span stands wherever the cue stands; a cue outside reaches into quotes."""
    for start, end in sentence.brackets:
        if (start <= found.start < end) != (start <= hit.start_char < end):
            return False
    return all(
        hit.start_char < end and start < hit.end_char
        for start, end in sentence.quotes
        if start <= found.start and found.end <= end
    )
