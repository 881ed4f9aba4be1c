"""What a claim counts from: "since GPT-2", "in five years", "in all of 2024", "until Kimi K2"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta

from hypecheck.claims.compared import maker_after
from hypecheck.claims.sentence import Sentence
from hypecheck.claims.time import DATE, DURATION, before, days_in, period, read_date
from hypecheck.protocols import Mention

Span = tuple[int, int]
_SINCE = re.compile(r"\b(?:ever )?since\b(?! then)")
_OPENING = re.compile(
    r"\W*(?:in the [\w -]{2,30} |for the first time |and |but |yet |ever )?(?P<since>since\b)"
)
_DURATION = re.compile(rf"\b(?:in|for|after|within) (?:the (?:past|last) )?{DURATION}")
_PERIOD = re.compile(
    r"\b(?:so far |earlier )?(?:(?:in|of|for|during|throughout|from|since the start of) "
    r"(?:all of |the whole of |the entire |late |early )?(?:20\d\d|the year|this year|last year)"
    r"|this year|last year)\b(?:'s)?"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?: 20\d\d)?"
)
#: A month in which nothing came: "released no model in May 2024".
_MONTHLY = re.compile(
    r"\b(?:in|of|for|during|throughout) (?:all of |the whole of |the entire |late |early )?"
    rf"{_MONTH}\b(?:'s)?"
)
#: Words after which a month is that of somebody's saying so: "In May it had never released …".
_AT_ANY_TIME = re.compile(r"\b(?:never|ever|yet|still|has|have|had|sa(?:ys?|id)|that)\b")
#: Times of the event itself; they restrict nothing.
_EVENT = re.compile(
    r"\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|on \d{1,2} [a-z]+(?: 20\d\d)?"
    r"|(?:earlier )?(?:this|last|next) (?:week|month|spring|summer|autumn|fall|winter|morning"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:'s)?|yesterday"
    rf"|in {_MONTH})\b"
)
_SUBJECT = re.compile(r"\b(?:before|until|till|prior to)\b")
#: After the subject of "until X" the class goes on: "… before X that runs on a phone".
_GOES_ON = re.compile(r"\b(?:that|which|whose|capable|able|with)\b|[,;:]")
_HAD = re.compile(r"\b(?:had|has|have)\b")
_THAN = re.compile(r"\b(?:than|that|as)\b")
#: "… than Falcon and its 40 billion parameters" adds nothing to the class.
_ITS_SIZE = re.compile(
    r"(?:'s|,)? (?:and |with |at )?(?:its |the )?[\w.]+[ -](?:million|billion|trillion)"
    r"[ -]parameters?\b"
)
_AFTER = re.compile(r"\bafter\b")
_VERSION = re.compile(r" (?:(?:version|generation|release|number|v) ?)(\d+(?:\.\d+)?)\b")
_BETWEEN = re.compile(r"\bbetween\b")
_AND = re.compile(r"(?:'s)?(?: [\w-]+){0,3} and\b")
_DATE = re.compile(DATE)
#: A date belongs to "since" when no more words stand between.
_DATE_REACH = 48
_NAME_REACH = 70


@dataclass
class Anchor:
    """Where the time of a claim begins and ends, and what is understood of its words.

    Attributes
    ----------
    since, until : str
        ISO dates, partial or "".
    release : str
        Id of the anchor release, or "".
    organization : str
        Maker of the anchor release, or "".
    gap : bool
        The claim speaks of a length of time.
    subject : Mention or None
        "until X", "bigger than X": the release that the claim is about.
    maker : Mention or None
        "before Meta": the maker that the claim is about, where no release is named.
    known : list of (int, int)
        Words accounted for.
    """

    since: str = ""
    until: str = ""
    release: str = ""
    organization: str = ""
    gap: bool = False
    subject: Mention | None = None
    maker: Mention | None = None
    known: list[Span] = field(default_factory=list)

    @property
    def given(self) -> bool:
        """The claim has a beginning."""
        return bool(self.since or self.release)


def find_anchor(sentence: Sentence, start: int, end: int, *, clause: bool, absence: bool) -> Anchor:
    """Anchor of the claim whose class stands between two offsets.

    Parameters
    ----------
    clause : bool
        The claim is a clause: "before X" and "after X" belong to it, and so does a phrase at the
        head of the sentence ("For the whole of 2020, …").
    absence : bool
        The claim is that nothing came: a month is the time of which it is said.
    """
    anchor = Anchor()
    _since(sentence, start, end, anchor)
    if not anchor.given:
        _opening(sentence, start, anchor)
    if not anchor.given:
        _lengths(sentence, start, end, anchor)
    if clause:
        _names_after(sentence, start, end, anchor, absence=absence)
        _lead(sentence, start, anchor, absence=absence)
    if absence and not anchor.given and not anchor.until:
        _month(sentence, end, anchor)
    anchor.known += [match.span() for match in _EVENT.finditer(sentence.norm, start, end)]
    return anchor


def _month(sentence: Sentence, end: int, anchor: Anchor) -> None:
    """Read the month in which nothing came, at the head of the sentence or in the claim."""
    stretch = _MONTHLY.search(sentence.norm, 0, end)
    if stretch is not None and not _AT_ANY_TIME.search(sentence.norm, 0, end):
        anchor.since, anchor.until = period(stretch.group(), sentence.as_of)
        anchor.known.append(stretch.span())


def _opening(sentence: Sentence, start: int, anchor: Anchor) -> None:
    """Read "Since X, …" and "After X …" at the beginning of the sentence."""
    match = _OPENING.match(sentence.norm, 0, start)
    if match is None:
        return
    stop = sentence.norm.find(",", match.end(), start)
    _since(sentence, match.start("since"), stop if stop >= 0 else start, anchor)


def _since(sentence: Sentence, start: int, end: int, anchor: Anchor) -> None:
    match = _SINCE.search(sentence.norm, start, end)
    if match is None:
        return
    name = _first_name(sentence, match.end(), end)
    stated = _DATE.search(sentence.norm, match.end(), min(end, match.end() + _DATE_REACH))
    since = read_date(stated.group(), sentence.as_of) if stated else ""
    if name is None and not since:
        return
    ends = [name.end_char if name else 0, stated.end() if stated else 0]
    anchor.known.append((match.start(), _whole_word(sentence.norm, max(ends))))
    anchor.since = since
    if name is not None:
        year = str(sentence.as_of.year)
        this_year = stated is not None and stated.group().endswith(year)
        _release(sentence, name, since, anchor, of_event=this_year)
        anchor.since = "" if anchor.release else since


def _release(
    sentence: Sentence, name: Mention, since: str, anchor: Anchor, *, of_event: bool = False
) -> None:
    """Note the release that an anchor names; with a date, one of that date.

    Where none is of that date, it may be that of the event: "its first model since GPT-2 in 2025".
    """
    words = sentence.text[name.start_char : name.end_char]
    found = sentence.names.lookup(words, sentence.as_of)
    anchor.organization = found[0].organization if found else ""
    dated = next((r.id for r in found if r.date.startswith(since)), "") if since else ""
    if dated or (since and not of_event):
        anchor.release = dated
    elif name.kind == "release":
        anchor.release = name.key
    else:
        anchor.release = found[0].id if found else ""


def _lengths(sentence: Sentence, start: int, end: int, anchor: Anchor) -> None:
    length = _DURATION.search(sentence.norm, start, end)
    if length is not None:
        days = days_in(length.group())
        anchor.since = before(sentence.as_of, days or 0)
        anchor.gap = True
        anchor.known.append(length.span())
        return
    stretch = _PERIOD.search(sentence.norm, start, end)
    if stretch is not None:
        anchor.since, anchor.until = period(stretch.group(), sentence.as_of)
        anchor.known.append(stretch.span())


def _names_after(
    sentence: Sentence, start: int, end: int, anchor: Anchor, *, absence: bool
) -> None:
    """Names after "until", "than" (the subject) and "after" (the anchor)."""
    _between(sentence, anchor)
    if anchor.until:
        return
    for pattern in (_SUBJECT, _THAN):
        match = pattern.search(sentence.norm, start, end)
        name = _first_name(sentence, match.end(), end) if match else None
        if match and pattern is _SUBJECT:
            name = name or _version(sentence, match.end())
        if match and name:
            anchor.subject = name
            size = _ITS_SIZE.match(sentence.norm, name.end_char)
            stop = size.end() if size else _whole_word(sentence.norm, name.end_char)
            if pattern is _SUBJECT and not _GOES_ON.search(sentence.norm, stop, end):
                stop = max(stop, end)  # "until X turned up on GitHub": the news of X itself
            began = match.start()
            if match.group() == "as":  # "as good as X": what it is as good in stays unread
                began = sentence.norm.rfind("as ", 0, name.start_char)
            anchor.known.append((max(began, match.start()), stop))
            return
        up_to = pattern is _SUBJECT and absence
        if match and up_to and (maker := maker_after(sentence, match.end(), end)):
            anchor.maker = maker
            stop = _whole_word(sentence.norm, maker.end_char)
            said = _HAD.search(sentence.norm, start, match.start())
            if said and not _GOES_ON.search(sentence.norm, stop, end):
                stop = max(stop, end)  # "before Meta did so": "nobody before Meta had" goes on
            anchor.known.append((match.start(), stop))
            return
    match = _AFTER.search(sentence.norm, start, end)
    name = _first_name(sentence, match.end(), end) if match else None
    if match and name and not anchor.given:
        _release(sentence, name, "", anchor)
        anchor.known.append((match.start(), _whole_word(sentence.norm, name.end_char)))


def _version(sentence: Sentence, start: int) -> Mention | None:
    """Find "version 3" after "until": the release of that number in a family named before."""
    match = _VERSION.match(sentence.norm, start)
    families = [name for name in sentence.models if name.end_char <= start]
    if match is None or not families:
        return None
    first = families[0]
    family = sentence.text[first.start_char : first.end_char]
    found = sentence.names.lookup(f"{family} {match[1]}", sentence.as_of)
    return Mention(match.start(1), match.end(1), "release", found[0].id) if found else None


def _between(sentence: Sentence, anchor: Anchor) -> None:
    """Read "between X and Y": the claim counts from X and ends on the day before Y."""
    match = _BETWEEN.search(sentence.norm)
    first = _first_name(sentence, match.end(), len(sentence.norm)) if match else None
    joint = _AND.match(sentence.norm, first.end_char) if first else None
    second = _first_name(sentence, joint.end(), len(sentence.norm)) if joint else None
    if match is None or first is None or second is None or anchor.given:
        return
    words = sentence.text[second.start_char : second.end_char]
    last = next(iter(sentence.names.lookup(words, sentence.as_of)), None)
    if last is not None:
        _release(sentence, first, "", anchor)
        anchor.until = (last.earliest - timedelta(days=1)).isoformat()
        anchor.known.append((match.start(), _whole_word(sentence.norm, second.end_char)))


def _lead(sentence: Sentence, start: int, anchor: Anchor, *, absence: bool) -> None:
    """Read a phrase that opens the sentence: "Before X landed, …", "For the whole of 2020, …"."""
    comma = sentence.norm.find(",", 0, start)
    match = _SUBJECT.match(sentence.norm) if comma >= 0 else None
    if match and anchor.subject is None:
        anchor.subject = _first_name(sentence, match.end(), comma)
        if anchor.subject is None and absence:
            anchor.maker = anchor.maker or maker_after(sentence, match.end(), comma)
    stretch = _PERIOD.match(sentence.norm)
    if stretch:
        since, anchor.until = period(stretch.group(), sentence.as_of)
        anchor.since = anchor.since if anchor.given else since


def _first_name(sentence: Sentence, start: int, end: int) -> Mention | None:
    limit = min(end, start + _NAME_REACH)
    return next((name for name in sentence.models if start <= name.start_char < limit), None)


def _whole_word(norm: str, end: int) -> int:
    """Return the end of the word that a name stands in: "Grok-1's"."""
    while end < len(norm) and (norm[end].isalnum() or norm[end] == "'"):
        end += 1
    return end
