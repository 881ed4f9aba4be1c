"""Everything one check needs: the claim, its window, its subject's fit and the table's reach."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date

from hypecheck.evidence.completeness import Slice, measure
from hypecheck.evidence.findings import names, record
from hypecheck.evidence.fits import OPEN, Fit
from hypecheck.evidence.matching import counted_event, match, matching, steps
from hypecheck.evidence.members import Member, Pool, collect, widened_by
from hypecheck.evidence.phrases import class_words
from hypecheck.evidence.relatives import Table, is_subject, last_day, same_maker
from hypecheck.evidence.window import Window, read_window
from hypecheck.types import Claim, Evidence, Facets

#: What a text may say of its subject beyond the table: a tag is easily missing there.
STATED = frozenset({"trait", "purpose", "licence"})
#: Sources from which on a release is so well known that its tags are complete.
KNOWN = 3
#: Words that take every release bearing a family's name into the family.
NAME = re.compile(r"(?i)\b(?:names?|named|moniker|badge|label)\b")
#: Makers, as far as the claim speaks of firms.
FIRM = re.compile(r"(?i)\b(?:compan(?:y|ies)|firms?|start-?ups?|corporations?|business(?:es)?)\b")
#: What is published or shared is out of its maker's hands: a paper or an API is less.
GIVEN = re.compile(r"(?i)\b(?:publish|shar(?:e|ed|ing)\b|upload|posted\b|hand(?:ed)? out\b)")
SCHOOL = re.compile(
    r"(?i)universit|institute of|college|academy|\b(?:CNRS|MIT|CUHK|HKUST|UC|ETH|EPFL|USTC)\b"
)


@dataclass
class Setting:
    """One claim before one table on one day.

    Parameters
    ----------
    end : date
        Last day that the table covers.
    said : date, optional
        Day on which the claim was made; by default the as-of day.
    """

    table: Table
    claim: Claim
    as_of: date
    end: date
    said: date | None = None
    window: Window = field(init=False)
    widened: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.window = read_window(self.claim, self.as_of, self.table)
        self.widened = widened_by(self.window.subject, self.facets)
        if NAME.search(self.claim.text):
            self.widened |= {"family"}

    @property
    def facets(self) -> Facets:
        """The claim's class."""
        return self.claim.facets

    @property
    def words(self) -> str:
        """The claim's class in words."""
        return class_words(self.facets)

    def until_as_of(self) -> Window:
        """Window stretched to the as-of day, for claims about what is so by then."""
        return replace(self.window, end=self.as_of, upcoming=True)

    def pool(self, window: Window | None = None) -> Pool:
        """Members of the class in the window."""
        pool = collect(self.table, self.facets, window or self.window, self.as_of, self.widened)
        if GIVEN.search(self.claim.text) and not (self.facets.openness or self.facets.licence):
            pool.loosen(lambda member: member.release.openness not in OPEN)
        if self.facets.country and FIRM.search(self.claim.text):
            pool.drop(lambda member: bool(SCHOOL.search(member.release.organization)))
        if self.facets.family and self.window.subject is not None:
            pool.drop(self._named_by_others)
        if self.facets.family and self.claim.quantifier == "absence":
            pool.drop(lambda member: any(name == "family" for name, _, _ in member.match.doubts))
        return pool

    def _named_by_others(self, member: Member) -> bool:
        """Tell a release that bears the family's name and is another maker's fine-tune."""
        subject = self.window.subject
        inside = any(name == "family" for name, _, _ in member.match.doubts)
        return inside and subject is not None and not same_maker(member.release, subject)

    def drop_stranger(self) -> None:
        """Forget a subject outside the class: what was absent then didn't end with it."""
        if self.misfit():
            claim = replace(self.claim, subject="", subject_text="")
            self.window = read_window(claim, self.as_of, self.table)

    def misfit(self) -> str:
        """Why the claim's own subject is outside its class by the table; "" where it fits."""
        subject = self.window.subject
        if self.window.maker and self.window.upcoming:
            return f"the table has no {self.words} from {self.window.maker}"
        if subject is None:
            return ""
        failed = [
            words
            for name, step, words in steps(subject, self.facets)
            if step is Fit.NO and name not in STATED
        ]
        if not failed:
            return ""
        words = failed[0]
        return f"the table doesn't have {subject.name} as {self.words} ({words})"

    def unlabelled(self) -> str:
        """Why "no image model" may be wrong: one draws, though not from a text; "" if none does."""
        if self.facets.kind != "text-to-image" or "text" in self.claim.text.lower():
            return ""
        wide = replace(self.facets, kind="image")
        loose = collect(self.table, wide, self.window, self.as_of, self.widened).loose
        drawn = [member for member in loose if "image" in member.release.outputs]
        return f"it turns on what the words mean: {names(drawn)}" if drawn else ""

    def lacking(self) -> str:
        """What the claim says of its own subject and the table denies; "" where it doesn't.

        A tag is easily missing, so that this is asked of well-known releases only, and where no
        part of the launch has it ("Llama 3.2" sees, says the row of "Llama 3.2 Vision").
        """
        subject, fits = self.window.subject, matching(self.facets)
        if subject is None or subject.prominence < KNOWN:
            return ""
        if any(fits(one).fit is Fit.SURE and is_subject(self.table, one, subject)
               for one in fits.among(self.table)):  # fmt: skip
            return ""
        doubts = (words for _, step, words in steps(subject, self.facets) if step is Fit.NO)
        words = next(doubts, "")
        return f"the table doesn't have {subject.name} as {self.words} ({words})" if words else ""

    def gap(self, *, whole: bool, record: bool = False) -> str:
        """Why "none is listed" doesn't mean "there is none"; "" where it does.

        Parameters
        ----------
        whole : bool
            The claim speaks of all time up to as-of, not only of the time before its subject.
        record : bool
            Only a release that would be famous for its size could be missing.
        """
        upto = self.as_of if whole or self.window.upcoming else self.window.end
        if upto > self.end:
            return f"the table ends {self.end:%Y-%m}"
        part = self.slice(upto, record=record)
        return "" if part.enough else f"too thin to say that there is none: {part.words}"

    def slice(self, upto: date | None = None, *, record: bool = False) -> Slice:
        """How complete the table is around the class."""
        return measure(self.table, self._broad(), upto or self.window.end, record=record)

    def _broad(self) -> Facets:
        """Class around a family: everything of its maker."""
        facets = self.facets
        if not facets.family:
            return facets
        fits = matching(facets)
        makers = Counter(
            release.organization
            for release in fits.among(self.table)
            if fits(release).fit is Fit.SURE
        )
        maker = facets.organization or next(iter(dict(makers.most_common(1))), "")
        return replace(facets, organization=maker, family="") if maker else facets

    def support(self) -> list[Evidence]:
        """Subject and anchor with the events that count, none after as-of."""
        shown = []
        for release in (self.window.subject, self.window.anchor):
            if release is None:
                continue
            event = counted_event(release, self.facets.openness)
            day = last_day(release, self.facets.openness)
            if event is not None and day is not None and day <= self.as_of:
                member = Member(release, match(release, Facets()), event)
                shown.append(record(member, "support"))
        return shown
