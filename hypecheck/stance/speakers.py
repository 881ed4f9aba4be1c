"""Who speaks: the name or noun phrase that goes with a verb of speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypecheck.stance.finder import Found

_NAME = re.compile(
    r"(?<![\w@])@?[A-Z][\w.&'’-]*(?:\s+(?:(?:of|the|de|van|von|for|and)\s+)?@?[A-Z][\w.&'’-]*){0,4}|@\w+"
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
    r"others|everyone|insiders?|sources?|lab|bank|group|agency|university|he|she|they|"
    r"campaign|network|governor|newspaper|magazine|outlet|publisher|judge|host|committee|commission|"
    r"regulators?|ministry|department|institute|foundation|manufacturer|supplier|provider|exchange|"
    r"entrepreneurs?|billionaire|senator|professors?|doctors?|physicians?|patients?|presenter|voters?|"
    r"secretary|advis[eo]r|manager|designer|organi[sz]ation|boss|owner|letter|filing|article|essay|ad"
)
_DETERMINER = r"(?:the|a|an|its|his|her|our|their|many|some|most|several|one)"
_PHRASE = re.compile(
    rf"(?<!\w)(?:{_DETERMINER}\s+)?(?:[\w'’-]+\s+){{0,2}}(?:{PEOPLE})$",
    re.I,
)
#: A title with its name behind it: "the chief executive, Ann Lee,".
_TITLE = re.compile(rf"\s*(?:(?i:{_DETERMINER})|[\w.&’'-]+['’]s)\s.*\b[a-z]+\s*$")
_NAME_SET_OFF = re.compile(rf",\s+({_NAME.pattern})\s*(?=$|[.,;:!?\"“”])")
#: What opens a clause and is no subject: a place, a time, an adverb.
_OPENING = re.compile(
    r"\s*(?:(?:in|on|at|from|by|with|under|after|before|since|for|as)\s|"
    r"(?:\w+ly|however|still|meanwhile|indeed|yet|instead|also|then|now|today|yesterday)\s*$)",
    re.I,
)
#: Capital words that open a sentence and belong to no name.
_OPENERS = frozenset(
    {
        *("although", "though", "while", "whereas", "despite", "because", "since", "if", "when"),
        *("after", "before", "once", "unless", "until", "however", "yet", "even", "according"),
        *("like", "unlike", "from", "with", "at", "on", "per"),
    }
)
_DAYS = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
#: Nothing but a speaker follows the verb: what comes then is an end, a comma or a circumstance.
_ENDING = (
    r"\s*(?:$|[.,;:!?](?!\w)|[—–\"“”)]"
    r"|(?:in|on|at|during|when|while|who|last|this|after|before|yesterday|today)\b)"
)
_NAMED = re.compile(
    rf"(?!\s*{_DAYS})\s*(?:(?:{_DETERMINER}\s+)?(?:[a-z-]+\s+){{0,3}}{_NAME.pattern}"
    rf"|{_DETERMINER}\s+(?:[\w'’-]+\s+){{0,3}}?(?:{PEOPLE})){_ENDING}"
)
_ANYBODY = re.compile(rf"\s*(?:{_DETERMINER}\s+)?(?:[\w.&'’@-]+\s+){{0,6}}?[\w.&'’@-]+{_ENDING}")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NEVER_TURNED = re.compile(r"\b(?:that|told|tells)\s*$")
_DOING = re.compile(r"\w+ing\b")
_WITHIN = re.compile(
    rf"(?<!\w)((?:{_DETERMINER}\s+)?(?:[\w-]+\s+)?(?:{PEOPLE}))(?:['’]s)?(?!\w)", re.I
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
#: They may stand in front of a speaker, and are none alone.
_OWNERS = ("its", "his", "her", "our", "my", "your", "their")
_IN_FRONT = frozenset({"the", "a", "an", *_OWNERS})
_NOBODY = frozenset(
    {
        *("it", "this", "that", "which", "what", "who", "there", "and", "but", "so", "to", "not"),
        *("also", "be", "is", "was", "are", "were", "been", "has", "have", "had", "as", "the"),
        *("a", "an", "of", "in", "or", "if", "by", "for", "everyone", "no", "from"),
        *_OWNERS,
    }
)


def speaker_of(text: str, found: Found, start: int, end: int) -> str | None:
    """Who speaks, for a cue of attribution in the sentence from `start` to `end`."""
    cue = text[found.start : found.end]
    if found.rule.id.startswith("according"):
        behind = found.rule.id == "according" or cue.endswith(" of")
        return speaker_after(text, found.end, end) if behind else _inside(cue)
    if cue.endswith(":") and not found.rule.tail:
        return _at_the_end(text[start : found.end - 1].rpartition(",")[2])
    said = _ASIDE.sub("", text[start : found.start])
    first = max(said.rfind(mark) for mark in '"”“;:(') + 1
    segment = said[first:].strip(" \n'’")
    if found.rule.tail and _turned(text, segment, found, end):
        return speaker_after(text, found.end, end)
    if segment.endswith(",") and _DOING.match(text, found.start, found.end):
        name = _NAME.match(segment)
        return _clean(name.group()) if name and not _OPENING.match(name.group()) else None
    return speaker_before(segment, 0, len(segment))


def _inside(cue: str) -> str | None:
    """Who speaks, where the cue names them: "as Ann Lee puts it", "in the firm's view"."""
    names = (_clean(match.group()) for match in _NAME.finditer(cue))
    phrase = _WITHIN.search(cue)
    return next((name for name in names if name), _clean(phrase[1]) if phrase else None)


def _turned(text: str, segment: str, found: Found, end: int) -> bool:
    """Whether the speaker stands behind the verb: "…, said Ann Lee."."""
    if _OPENING.match(text, found.end, end) or _NEVER_TURNED.search(text, found.start, found.end):
        return False
    if segment in ("", ","):  # what was said is a quotation
        return _ANYBODY.match(text, found.end, end) is not None
    return segment.endswith(",") and _NAMED.match(text, found.end, end) is not None


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
    if segment.endswith(","):
        return _before_commas(segment[:-1].split(","))
    return _at_the_end(segment.rpartition(",")[2])


def _before_commas(parts: Sequence[str]) -> str | None:
    """Read a subject with what is set off by commas behind it: a name, a title, a clause."""
    if len(parts) > 1 and _NAME.fullmatch(parts[-1].strip()) and _TITLE.match(parts[-2]):
        return _clean(parts[-1])
    subjects = [part for part in parts[:-1] or parts if not _OPENING.match(part)]
    whole = (part for part in subjects if _NAME.fullmatch(part.strip()))
    found = (_at_the_end(part) for part in (*whole, *subjects))
    return next((name for name in found if name), None)


def _at_the_end(part: str) -> str | None:
    """Read the name or the people that a stretch of words ends with."""
    names = [*_NAME.finditer(part)]
    if names and names[-1].end() == len(part) and (name := _clean(names[-1].group())):
        return name
    phrase = _PHRASE.search(part)
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
    if name := _NAME.search(phrase):
        return _clean(name.group())
    titled = _TITLE.match(phrase) and _NAME_SET_OFF.match(text, match.end(), end)
    return _clean(titled.group(1) if titled else phrase)


def _clean(phrase: str) -> str | None:
    """Strip a phrase of what can't be part of a name; None where nothing is left."""
    words = re.sub(r"['’]s$", "", phrase.strip(" .'’\"“”")).split()
    while words and words[0].lower() in (_NOBODY | _OPENERS) - _IN_FRONT:
        words = words[1:]
    while words and words[-1].lower() in _NOBODY:
        words = words[:-1]
    return " ".join(words) or None
