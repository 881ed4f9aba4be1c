"""Names that are told by their place: "R1, the first …", "the first …: Voxtral Mini".

A name finder that reads any text must be careful with names that are ordinary words or short
codes. Right beside a claim about models, in the place of its subject, such a word is a name; it
is looked up with the makers that the text speaks of, and then alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hypecheck.claims.sentence import Sentence
from hypecheck.protocols import Mention
from hypecheck.types import Release

_NAME = (
    r"(?:[A-Z]|[a-z]{1,3}[A-Z\d]|\d+x?\d*[bBx])[\w.+*-]*"
    r"(?: (?:[A-Z]|\d|v\d|[a-z]{1,3}\d)[\w.+*-]*){0,3}"
)
_OWNER = (
    r"(?:(?:the )?(?:[\w-]+ ){0,2}[\w.-]+'s? |the |its |our |their )?"
    r"(?:[\w.-]+-(?:parameter|billion|trillion) )?"
)
_ASIDE = r"(?: \([^()]{1,60}\)|, [^,;:]{2,70},)?"
_VERB = (
    r"(?:(?:,|:| --?| ?—)(?: once again| now)?|(?:'s)? (?:is|was|are|were|became|becomes|has become"
    r"|remains|remained|has|had|offers|will be|would be|counts as|marks|is now|is also|is already"
    r"|is still|was also|is called|is billed as|is being sold as|goes down as|went down as),?)"
)
#: "R1, out since Monday, is Europe's very | first …", from the beginning of a clause.
_BEFORE = re.compile(
    rf"(?:^|[:;,(\"“—] ?|\b(?:that|and|but|when|while|because|as|says|said|With|with|called|named"
    r"|unveil(?:ed|s)|releas(?:ed|es)|launch(?:ed|es)|publish(?:ed|es)|present(?:ed|s)"
    r"|introduc(?:ed|es)|announc(?:ed|es)|shipp?(?:ed|s)|open-sourc(?:ed|es))"
    rf" (?:the )?)(?:(?:The )?(?:[\w-]+ ){{0,2}}[\w.-]+'s |The |Its |Our )?"
    rf"(?P<name>{_NAME}){_ASIDE}{_VERB}"
    r"(?: (?:by far|arguably|likely|probably|possibly|perhaps|also|now|still|thus|then|therefore"
    rf"|effectively|essentially|indeed|once|clearly))*(?: (?:the|a))?(?: {_OWNER})?(?: ?very)? ?$"
)
#: "With NeMo, the start-up has its first …": the name opens the sentence or the clause.
_LED = re.compile(rf"(?:^|[.:;] )(?:With|In|By (?:opening|releasing|launching)) (?P<name>{_NAME})")
_AFTER = re.compile(
    r"[\"')\s]*(?:,|:|—| --?|,? (?:is )?called|,? named|,? dubbed|,? known as| is| was)\s+[\"'(]?"
    rf"{_OWNER}(?:new |own )?(?P<name>{_NAME})"
)
#: "Europe's only open model comes from Paris: Magistral Small."
_LAST = re.compile(rf": (?P<name>{_NAME})[.!]?$")
#: Capitalised words that begin sentences and name nothing.
_OPENERS = frozenset([
    "the", "a", "an", "this", "that", "these", "those", "it", "its", "they", "we", "our", "he",
    "she", "his", "her", "in", "on", "at", "with", "by", "for", "from", "of", "and", "but",
    "or", "so", "as", "if", "when", "while", "once", "today", "yesterday", "now", "then",
    "there", "here", "what", "who", "how", "why", "is", "was", "not", "no", "after", "before",
    "since", "until", "unlike", "like", "ai", "i", "you",
])  # fmt: skip
#: Sentences back in which makers are looked for.
_REACH = 3


def placed_name(sentence: Sentence, start: int, end: int) -> Mention | None:
    """Name in the place of the subject of the claim between two offsets, or None.

    Its key is the id of the release; a name that nobody knows has the key "".
    """
    for match in _places(sentence, start, end):
        left, right = match.span("name")
        words = _trimmed(sentence.text[left:right])
        if not words or any(left < n.end_char and n.start_char < right for n in sentence.mentions):
            continue
        found = look_up(sentence, words)
        if found is not None:
            at = left + sentence.text[left:right].index(words)
            return Mention(at, at + len(words), "release", found.id)
    return None


def _places(sentence: Sentence, start: int, end: int) -> Iterator[re.Match[str]]:
    text = sentence.text.replace("’", "'")
    for match in (
        _BEFORE.search(text, max(0, start - 160), start),
        _AFTER.match(text, end),
        _LAST.search(text, end),
        _LED.search(text, 0, start),
    ):
        if match is not None:
            yield match


def look_up(sentence: Sentence, words: str) -> Release | None:
    """Release that words name, read with the makers of the text first."""
    for maker in makers_near(sentence):
        found = sentence.names.lookup(f"{maker} {words}", sentence.as_of)
        if found:
            return found[0]
    found = sentence.names.lookup(words, sentence.as_of)
    return found[0] if found else None


def makers_near(sentence: Sentence) -> list[str]:
    """Makers as the sentence and the ones before it spell them, the nearest first."""
    makers: dict[str, None] = {}
    near: Sentence | None = sentence
    for _ in range(_REACH):
        if near is None:
            break
        for name in near.organizations:
            makers[near.text[name.start_char : name.end_char]] = None
        near = near.before
    return list(makers)


def _trimmed(words: str) -> str:
    """Words of a name without the sentence's opening word before it."""
    parts = words.split(" ")
    while parts and parts[0].lower() in _OPENERS:
        parts.pop(0)
    return " ".join(parts).rstrip(".")
