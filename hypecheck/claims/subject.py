"""What a claim is about: the release it praises, and the maker that "the company" means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypecheck.claims.bounds import read_size
from hypecheck.claims.placed import placed_name
from hypecheck.claims.sentence import Sentence
from hypecheck.claims.vocabulary import load_metonyms, load_words
from hypecheck.protocols import Mention
from hypecheck.types import Release

Span = tuple[int, int]
_APPOSED = re.compile(
    r"\s+$|"
    r"[\s\"')]*(?:\([^)]*\)\s*)?"
    r"(?:,|:|—|--?|called|named|dubbed|known as|, called|, named|is|was)\s+"
    r"(?:(?:the|its|our|a|an|[\w.-]+'s?) (?:[\w'-]+ )?)?$"
)
_PREVIOUS_WORD = re.compile(r"([\w'-]+)[\s\"(]*(?:[\w.-]+'s? )?(?:the |a |its |our )?$")
_APPOSED_BEFORE = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:,|—|--?|:)\s*(?:the|a|an|its|our|their)?\s*(?:very |world's )?$"
)
_UNNAMED = re.compile(
    r"\b(?:and|plus|with|comes|came|including|alongside|of|promis\w+|teas\w+|preview\w*)"
    r" (?:a|an|another|one)\b(?! (?:result|bit|lot)\b)[^,;]*\b(?:that|which)"
    r"(?: (?:is|was|will|would|should|could|may|might|can|be|become|also|still|already|now))*"
    r" (?:the |an? |its )?$"
)
_SERIES = re.compile(r" (?:series|family|line|line-up|lineup|range)\b")
_WITH = re.compile(r"\bwith (?:the |its |their )?(?:\w+ )?$")
#: Sentence openings that carry a subject over from the sentence before.
_CARRIED = re.compile(
    r"[\W]*(?:it|this|that|they|these|he|she|never (?:before|until now|previously) ha(?:d|s)"
    r"|the (?:new |latest |open |company's )?(?:\w+[- ])?(?:model|release"
    r"|system|family|version|launch|company|firm|start-up|startup|lab|newcomer|generator|weights)s?)\b"
)
_WORD_END = re.compile(r"([\w-]+(?: [\w-]+)?)'s?$")


@dataclass(frozen=True, slots=True)
class Subject:
    """The release that a claim is about.

    Attributes
    ----------
    id : str
        Release id, or "" where no release is named.
    text : str
        Its words, or those of its maker.
    """

    id: str = ""
    text: str = ""
    start: int = -1
    end: int = -1
    organization: str = ""
    family: str = ""


def find_subject(
    sentence: Sentence, start: int, end: int, known: Sequence[Span], given: Mention | None
) -> Subject:
    """Subject of the claim that stands between two offsets.

    Parameters
    ----------
    known : sequence of (int, int)
        Names in these stretches are anchors, not subjects.
    given : Mention or None
        The subject where the claim's own words name it ("until X").
    """
    if given is not None:
        return _resolved(sentence, given)
    names = [name for name in sentence.models if not _inside(name, known)]
    single = [name for name in names if not _SERIES.match(sentence.norm, name.end_char)]
    names = single or names
    inside = [name for name in names if start <= name.start_char < end]
    names = [name for name in names if name not in inside]
    if _another(sentence, names, start):
        return Subject()
    name = _apposed(sentence, names, end) or _announced(sentence, names, start)
    name = name or placed_name(sentence, start, end) or _nearest_before(sentence, names, start)
    name = name or _led_by_with(sentence, names, end)
    name = name or next((n for n in inside if _WITH.search(sentence.norm[: n.start_char])), None)
    name = name or _alone_after(sentence, names, end)
    if name is not None:
        return _resolved(sentence, name)
    return _carried(sentence)


def organization_before(sentence: Sentence, position: int, subject: Subject) -> tuple[str, str]:
    """Organisation whose first or only something is claimed, and the words left unresolved.

    Parameters
    ----------
    position : int
        Where the claim words begin: "OpenAI's | first", "the company's | first", "its | first".
    """
    left = sentence.norm[:position].rstrip(" \"'(")
    left += "'" if sentence.norm[len(left) : len(left) + 2] == "' " else ""
    left = re.sub(r"\s(?:very|real|truly)$", "", left)
    for name in sentence.organizations:
        if name.end_char <= len(left) and left[name.end_char :] in ("'s", "'"):
            return name.key, ""
    owner = _WORD_END.search(left)
    if owner is None:
        last = left.rpartition(" ")[2].strip("\"'(")
        if last in load_words().possessive_pronouns:
            return _referred(sentence, position, subject, last)
        return "", ""
    return _owner(sentence, position, subject, owner[1])


def _owner(sentence: Sentence, position: int, subject: Subject, words: str) -> tuple[str, str]:
    """Whose: "Redmond's", "the Paris firm's"; the world's and the industry's are no one's.

    A possessor that nobody knows ("Altman's first open model") stays unresolved: it narrows the
    class in a way that can't be checked.
    """
    last = words.rpartition(" ")[2]
    for place in (words, last):
        if place in load_metonyms():
            return load_metonyms()[place], ""
    if last in load_words().references:
        return _referred(sentence, position, subject, words)
    known = last in load_words().whose or f"{last}'s" in load_words().everyone
    return "", "" if known else words


def refer(sentence: Sentence, position: int, subject: Subject, words: str) -> tuple[str, str]:
    """Organisation that "it", "we" or "the French company" means, or the words unresolved."""
    return _referred(sentence, position, subject, words)


def _referred(sentence: Sentence, position: int, subject: Subject, words: str) -> tuple[str, str]:
    before = [name.key for name in sentence.organizations if name.end_char <= position]
    if subject.organization:
        owner = [key for key in before if subject.organization.startswith(f"{key} ")]
        return (owner[-1] if owner else subject.organization), ""
    if len(set(before)) > 1 and words.startswith(("the ", "this ")):
        return "", words  # "Nvidia supplies Meta; the social network has …"
    if before:
        return before[0], ""
    for name in sentence.models:
        if name.end_char <= position:
            found = _resolved(sentence, name).organization
            if found:
                return found, ""
    earlier = sentence.before
    if earlier is not None and earlier.organizations and words not in ("our", "we"):
        return earlier.organizations[0].key, ""
    return "", words


def _resolved(sentence: Sentence, name: Mention) -> Subject:
    text = sentence.text[name.start_char : name.end_char]
    release = _pick(sentence, name, text)
    if release is None:
        key = name.key if name.kind == "release" else ""
        return Subject(key, text, name.start_char, name.end_char)
    return Subject(
        release.id, text, name.start_char, name.end_char, release.organization, release.family
    )


def _pick(sentence: Sentence, name: Mention, text: str) -> Release | None:
    """Find the release that a name means; one of a family by the size beside it."""
    found = sentence.names.lookup(text, sentence.as_of)
    size = read_size(sentence.norm[max(0, name.start_char - 40) : name.start_char])
    if size and name.kind == "family":
        found = [*found, *sentence.names.lookup(f"{text} {size / 10**9:g}B", sentence.as_of)]
        return next((r for r in found if r.parameters and _near(r.parameters, size)), None)
    if name.kind == "release":
        exact = next((release for release in found if release.id == name.key), None)
        return exact or (found[0] if found else None)
    return found[0] if found else None


def _announced(sentence: Sentence, names: Sequence[Mention], start: int) -> Mention | None:
    """Find the name right before: "Llama 3.1, the largest open model, and …"."""
    for name in names:
        if _APPOSED_BEFORE.fullmatch(sentence.norm, name.end_char, start):
            return name
    return None


def _near(one: int, other: int) -> bool:
    """Sizes are rounded in the press."""
    return abs(one - other) <= 0.05 * max(one, other)


def _apposed(sentence: Sentence, names: Sequence[Mention], end: int) -> Mention | None:
    """Find the name that follows at once: "the first open video model, Open-Sora, …"."""
    for name in names:
        if name.start_char >= end:
            return name if _APPOSED.match(sentence.norm[end : name.start_char]) else None
    return None


def _another(sentence: Sentence, names: Sequence[Mention], start: int) -> bool:
    """Tell whether the claim is about something without a name that comes with a named model.

    "Llama 4 and a third model that should be the largest …" isn't about Llama 4.
    """
    before = [name for name in names if name.end_char <= start]
    return bool(before) and bool(_UNNAMED.search(sentence.norm, before[-1].end_char, start))


def _nearest_before(sentence: Sentence, names: Sequence[Mention], start: int) -> Mention | None:
    before = [name for name in names if name.end_char <= start]
    plain = [name for name in before if not _compared(sentence, name)]
    main = [name for name in plain if not _aside(sentence, name, plain[0], start)]
    return main[-1] if main else None


def _aside(sentence: Sentence, name: Mention, first: Mention, start: int) -> bool:
    """Tell a second name between commas: "GPT-4.5, known as Orion, is the largest"."""
    comma = sentence.norm.find(",", first.end_char, name.start_char)
    return comma >= 0 and sentence.norm.find(",", name.end_char, start) >= 0


def _led_by_with(sentence: Sentence, names: Sequence[Mention], end: int) -> Mention | None:
    for name in names:
        if name.start_char >= end and _WITH.search(sentence.norm[: name.start_char]):
            return name
    return None


def _alone_after(sentence: Sentence, names: Sequence[Mention], end: int) -> Mention | None:
    after = [name for name in names if name.start_char >= end]
    plain = [name for name in after if not _compared(sentence, name)]
    return plain[0] if len(plain) == 1 and len(after) == 1 else None


def _compared(sentence: Sentence, name: Mention) -> bool:
    """Tell whether a name stands in a comparison: "unlike GPT-4", "the successor of GPT-3"."""
    before = _PREVIOUS_WORD.search(sentence.norm, max(0, name.start_char - 40), name.start_char)
    return before is not None and before[1] in load_words().comparators


def _carried(sentence: Sentence) -> Subject:
    """Subject of the sentence before, where this one goes on about it."""
    earlier = sentence.before
    if earlier is None or not earlier.models or not _CARRIED.match(sentence.norm):
        return Subject()
    found = _resolved(earlier, earlier.models[0])
    return replace(found, start=-1, end=-1)


def _inside(name: Mention, known: Sequence[Span]) -> bool:
    return any(start <= name.start_char < end for start, end in known)
