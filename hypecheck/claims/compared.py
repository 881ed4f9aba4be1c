"""Makers that a claim names though its class isn't theirs: "before Meta", "no rival of Meta"."""

from __future__ import annotations

import re

from hypecheck.claims.facets import Reading
from hypecheck.claims.quantifiers import Head
from hypecheck.claims.sentence import Sentence
from hypecheck.protocols import Mention

#: "before | the French start-up | Mistral did so"; with a preposition there it is no subject.
_UP_TO = re.compile(
    r"\s+(?:(?!(?:by|at|from|in|on|of|had|has|did|do|does|with|for|to|and|or|it|they|he|she|its"
    r"|their|any\w*|some\w*|every\w*|all|no)\b)[\w.'-]+ ){0,5}"
)
#: "before Meta and Google": of several makers none is the subject.
_AND_MAKER = re.compile(r"(?:'s)?,? (?:and|or) (?=[A-Z])")
#: "Nobody" and the like are makers, too.
_PEOPLE = re.compile(r"(?:nobody|no[- ]one|not a soul|no rivals?|no competitors?)\b")


def maker_after(sentence: Sentence, start: int, end: int) -> Mention | None:
    """Maker that the words "before" or "until" name as the first: "before Meta did", or None."""
    for name in sentence.organizations:
        if start <= name.start_char < end:
            led = _UP_TO.fullmatch(sentence.norm, start, name.start_char)
            more = _AND_MAKER.match(sentence.text, name.end_char)
            return name if led and not more else None
    return None


def set_apart(sentence: Sentence, head: Head, reading: Reading) -> None:
    """Take a maker beside "no company" or "the first firm" for one with which it is compared.

    "No company earlier than Meta", "the first firm after Meta": the class isn't Meta's own, and
    no facet says what it is.
    """
    if reading.organization and (reading.maker or _PEOPLE.match(sentence.norm, head.start)):
        reading.words += sorted(reading.organization)
        reading.organization.clear()
        reading.owned = True
