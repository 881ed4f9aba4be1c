"""Claims about years behind closed doors: kept, went without, returns to open models."""

from __future__ import annotations

import re

from hypecheck.claims.quantifiers import Head
from hypecheck.claims.scope import class_end
from hypecheck.claims.sentence import Sentence
from hypecheck.claims.stretch import Region
from hypecheck.claims.time import DURATION

_EVERY = re.compile(
    r"\W*(?:all(?: of)?|(?:each and )?every(?: single)?(?: one)?(?: of)?|each(?: one)?(?: of)?) "
)
#: Where models are that nobody else may have.
_LOCKED = re.compile(
    r"\b(?:(?:strictly |firmly |safely |well )?(?:behind (?:closed|locked) doors|behind bars"
    r"|to (?:itself|themselves|himself|herself)|under (?:lock and key|wraps)"
    r"|locked(?: up| away| down)?|closed|private|secret|proprietary|hidden|in-house|in house"
    r"|in (?:the|a|its|their) (?:vaults?|safe|drawers?|lab|cellar)|in secret"
    r"|(?:within|inside) (?:its|their) (?:own )?walls|out of (?:public )?(?:reach|sight)"
    r"|(?:behind|on|inside) (?:its|their) (?:own )?(?:walls|servers?)|from (?:the public|outsiders)"
    r"|back|away))(?![\w-])"
)
_LOCK_REACH = 110
_TILL = re.compile(r"\W*(?:right |up )?(?:until|till|before)\b")
_OPEN_AGAIN = re.compile(
    r"(?P<what>[^,;:.()]{2,50}?) after (?:an? |its |their )?"
    rf"{DURATION}(?:[ -]long)?(?:[ -](?:break|silence|absence|pause|hiatus|gap|lull|wait|drought"
    r"|spell|detour|retreat|of (?:silence|secrecy|closed \w+|absence|abstinence)))?"
)
#: "breaks with five years of | strictly closed releases": what is new is open.
_CLOSED_YEARS = re.compile(
    r"(?:strictly |entirely |purely |exclusively |wholly |largely )?(?P<closed>[\w-]+)"
    r"(?P<what> (?:language |image |video |speech )?(?:model |weight )?"
    r"(?:models?|releases?|weights|systems?|llms?))\b"
)


def kept(sentence: Sentence, head: Head) -> Region | None:
    """Region of "had kept every one of its models locked away until X", or None."""
    every = _EVERY.match(sentence.norm, head.end)
    if every is None:
        return None
    locked = _LOCKED.search(sentence.norm, every.end(), every.end() + _LOCK_REACH)
    if locked is None:
        return None
    till = _TILL.match(sentence.norm, locked.end())
    end = class_end(sentence, till.end(), clause=True) if till else locked.end()
    stretches = [(every.end(), locked.start())]
    if till:
        stretches.append((till.start(), end))
    return Region(
        head.start, end, stretches, head.quantifier, clause=True, opposite=("openness", "open")
    )


def returned(sentence: Sentence, head: Head) -> Region | None:
    """Region of "returns to open models after two years" and "ends years of closed ones"."""
    again = _OPEN_AGAIN.match(sentence.norm, head.end)
    if again is not None:
        return Region(head.start, again.end(), [again.span("what")], head.quantifier)
    closed = _CLOSED_YEARS.match(sentence.norm, _skip_of(sentence.norm, head.end))
    if closed is None or " of" not in sentence.norm[head.start : closed.start()]:
        return None
    return Region(
        head.start, closed.end(), [closed.span("what")], head.quantifier,
        opposite=("openness", "open"),
    )  # fmt: skip


def went_without(sentence: Sentence, head: Head) -> Region | None:
    """Region of "went nine months without opening another model"."""
    end = class_end(sentence, head.end, clause=True)
    return Region(head.start, end, [(head.end, end)], "absence", clause=True)


def _skip_of(norm: str, end: int) -> int:
    """Return the offset after "… years of ", of which the head may hold only the beginning."""
    years = re.compile(rf"\W*(?:{DURATION})? ?(?:of )?").match(norm, end)
    return years.end() if years else end
