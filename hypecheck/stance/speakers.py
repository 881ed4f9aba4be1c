"""Who speaks: the name or noun phrase that goes with a verb of speech."""

from __future__ import annotations

import re

from hypecheck.stance.finder import Found

_NAME = re.compile(
    r"@?[A-Z][\w.&'’-]*(?:\s+(?:(?:of|the|de|van|von|for|and)\s+)?@?[A-Z][\w.&'’-]*){0,4}|@\w+"
)
_FOLLOWING = re.compile(
    r"\s*(?:,\s*)?((?:(?:the|a|an|its|their|one|many|some|most|several)\s+)?[^\s,.;:!?\"“”—()]+"
    r"(?:\s+[^\s,.;:!?\"“”—()]+){0,5})"
)
#: Common nouns that speak in the press; any other lower-case phrase is no speaker.
PEOPLE = (
    r"analysts?|researchers?|experts?|scientists?|critics?|skeptics?|sceptics?|company|firm|reports?|study|"
    r"studies|officials?|executives?|founders?|investors?|users?|fans?|supporters?|proponents?|pundits?|"
    r"authors?|developers?|maker|makers|team|startup|people|observers?|economists?|engineers?|reviewers?|"
    r"advocates?|boosters?|evangelists?|vendors?|spokes(?:man|woman|person)|ceo|chief|director|minister|"
    r"president|customers?|clients?|commentators?|journalists?|posts?|memo|release|statement|some|many|"
    r"others|everyone|insiders?|sources?|lab|bank|group|agency|university|he|she|they"
)
_PHRASE = re.compile(
    rf"(?<!\w)(?:(?:the|a|an|its|their|many|some|most|several|one)\s+)?(?:[\w'’-]+\s+){{0,2}}(?:{PEOPLE})$",
    re.I,
)
_ADVERB = re.compile(
    r"\s+(?:\w+ly|also|then|often|even|once|still|now|has|have|had|is|was|be|been)$"
)
#: A speaker's noun phrase ends where one of these begins.
_STOP = re.compile(
    r"\s+(?:in|on|at|during|when|while|who|that|last|this|after|before|yesterday|today|as|to|by|"
    r"when|with|and|about|is|was|has|will)\b.*",
    re.DOTALL,
)
_NOBODY = frozenset(
    {
        *("it", "this", "that", "which", "what", "who", "there", "and", "but", "so", "to", "not"),
        *("also", "be", "is", "was", "are", "were", "been", "has", "have", "had", "as", "the"),
        *("a", "an", "of", "in", "or", "if", "by", "for", "everyone", "no", "from"),
    }
)


def speaker_of(text: str, found: Found, start: int, end: int) -> str | None:
    """Who speaks, for a cue of attribution in the sentence from `start` to `end`."""
    if found.rule.id.startswith("according"):
        return speaker_after(text, found.end, end)
    first = max(start, *(text.rfind(mark, start, found.start) + 1 for mark in '"”“;:('))
    before = speaker_before(text, first, found.start)
    if before or not found.rule.tail:
        return before
    return speaker_after(text, found.end, end)


def speaker_before(text: str, start: int, end: int) -> str | None:
    """Read the subject of a verb that begins at `end` from `text[start:end]`.

    Examples
    --------
    >>> speaker_before("Jane Doe, head of research, said", 0, 27)
    'Jane Doe'
    >>> speaker_before("many analysts say", 0, 14)
    'many analysts'
    """
    segment = _ADVERB.sub("", text[start:end].rstrip())
    names = [*_NAME.finditer(segment)]
    if segment.endswith(","):
        return _clean(names[0].group()) if names else None
    if names and names[-1].end() == len(segment):
        return _clean(names[-1].group())
    phrase = _PHRASE.search(segment.rpartition(",")[2])
    return _clean(phrase[0]) if phrase else None


def speaker_after(text: str, start: int, end: int) -> str | None:
    """Read the name or noun phrase that follows a verb or "according to" ending at `start`.

    Examples
    --------
    >>> speaker_after('"Magic," said Ann Lee, its founder.', 13, 35)
    'Ann Lee'
    """
    match = _FOLLOWING.match(text, start, end)
    if not match:
        return None
    phrase = _STOP.sub("", match.group(1))
    name = _NAME.search(phrase)
    return _clean(name.group() if name else phrase)


def _clean(phrase: str) -> str | None:
    """Strip a phrase of what can't be part of a name; None where nothing is left."""
    words = re.sub(r"['’]s$", "", phrase.strip(" .'’\"“”")).split()
    while words and words[0].lower() in _NOBODY - {"the", "a", "an"}:
        words = words[1:]
    while words and words[-1].lower() in _NOBODY:
        words = words[:-1]
    return " ".join(words) or None
