"""Verdicts on largest and longest: does another member have a greater figure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypecheck.dates import latest
from hypecheck.evidence.bounds import RECORD_CONTEXT, RECORD_SIZE, soft_context
from hypecheck.evidence.findings import (
    Finding,
    doubt,
    names,
    record,
    refuted,
    shown,
    supported,
    undecided,
)
from hypecheck.evidence.fits import OPEN
from hypecheck.evidence.members import Member, Pool
from hypecheck.evidence.phrases import number, plural
from hypecheck.evidence.relatives import is_size_of
from hypecheck.evidence.setting import Setting
from hypecheck.types import Evidence, Relation, Release

#: Kinds of which one says how long a text they take.
READERS = frozenset({"llm", "vlm", "code-llm"})
#: Figures are rounded ("1.5B" for 1.56B): less than this above the subject's is a draw.
DRAW = 1.03
#: A text that looks back further than this may mean "at the time".
LOOKING_BACK = timedelta(days=200)
#: Share of members without a figure up to which the others decide.
UNSIZED = 0.5
#: Since GPT-4 makers of closed models have kept sizes to themselves.
SECRECY = date(2022, 11, 1)
#: Names of the smaller models of a line.
MINOR = re.compile(r"(?i)\b(?:lite|mini|small|tiny|nano|flash|air|haiku|edge|micro|lightning)\b")


@dataclass(frozen=True, slots=True)
class Measure:
    """The figure that a quantifier compares."""

    field: str
    unit: str

    def of(self, release: Release) -> int | None:
        """Figure of a release, or None."""
        value: int | None = getattr(release, self.field)
        return value

    def unheard_of(self, release: Release, figure: int) -> bool:
        """Tell whether a release can't exceed a figure that it would be famous for."""
        if self.field == "context_tokens":
            return figure >= RECORD_CONTEXT or release.kind not in READERS
        return figure >= RECORD_SIZE and release.openness in OPEN


MEASURES = {
    "largest": Measure("parameters", "parameters"),
    "longest-context": Measure("context_tokens", "tokens of context"),
}


def check_size(setting: Setting) -> Finding:
    """Verdict for "largest" and "longest-context"."""
    subject = setting.window.subject
    measure = MEASURES[setting.claim.quantifier]
    if subject is None:
        return undecided("the table doesn't know which release the claim is about")
    if setting.misfit():
        return undecided(setting.misfit())
    figure, day = _own_figure(setting, subject, measure)
    if figure is None:
        return undecided(f"the table has no figure for {subject.name} ({measure.unit})")
    pool = setting.pool(setting.until_as_of())
    return _compare(setting, pool, measure, figure, day)


def _own_figure(setting: Setting, subject: Release, measure: Measure) -> tuple[int | None, date]:
    """Greatest figure among the subject's stages and sizes by the as-of day, and its own day."""
    own = [
        release
        for release in setting.table
        if release.latest <= setting.as_of and is_size_of(setting.table, release, subject)
    ]
    figures = [(measure.of(release) or 0, release.earliest) for release in (subject, *own)]
    figure, day = max(figures)
    return figure or None, day


def _compare(setting: Setting, pool: Pool, measure: Measure, figure: int, day: date) -> Finding:
    greater = _greater(pool, measure, figure)
    sure, doubtful = _by_weight_of_figure(setting, greater.sure, measure, day)
    if sure:
        has = "has" if len(sure) == 1 else "have"
        reason = f"{plural(len(sure), 'release')} in the table {has} more: {names(sure)}"
        return replace(refuted(reason, sure), evidence=_sized(sure, measure, "counterexample"))
    left = replace(greater, sure=[], near=[*greater.near, *doubtful])
    return doubt(left) or _greatest(setting, pool, measure, figure)


def _greatest(setting: Setting, pool: Pool, measure: Measure, figure: int) -> Finding:
    members = [*pool.sure, *pool.near]
    sized = [member for member in members if measure.of(member.release) is not None]
    unsized = [
        member
        for member in members
        if measure.of(member.release) is None and not measure.unheard_of(member.release, figure)
    ]
    if any(map(_secret, unsized)) or len(unsized) > UNSIZED * len(members):
        return undecided(f"the table has no {measure.unit} for {names(unsized)}")
    record = measure.field == "parameters" and figure >= RECORD_SIZE
    gap = _hearsay(setting) or setting.gap(whole=True, record=record)
    if gap:
        return undecided(gap)
    runners_up = sorted(sized, key=lambda member: -(measure.of(member.release) or 0))[:2]
    count = plural(len(sized) + 1, "release")
    reason = f"{number(figure)} {measure.unit} are the most among {count}; {setting.slice().words}"
    return supported(reason, [*setting.support(), *_sized(runners_up, measure, "support")])


def _hearsay(setting: Setting) -> str:
    """Why the subject's own figure is doubtful: one uncertain source alone has it; "" if not."""
    subject = setting.window.subject
    weak = subject is not None and subject.confidence == "low" and subject.prominence < 2
    return f"a single source lists {subject.name}" if subject is not None and weak else ""


def _greater(pool: Pool, measure: Measure, figure: int) -> Pool:
    def more(members: list[Member]) -> list[Member]:
        return [m for m in members if (measure.of(m.release) or 0) > figure * DRAW]

    return Pool(more(pool.sure), more(pool.near), more(pool.loose), more(pool.unknown))


def _by_weight_of_figure(
    setting: Setting, members: list[Member], measure: Measure, day: date
) -> tuple[list[Member], list[Member]]:
    """Members that refute, and those that only may.

    A window length read off a small model's configuration says what the code allows, not what the
    maker offers; and a text that looks back may speak of the time of its subject.
    """
    back = (setting.said or setting.as_of) - day > LOOKING_BACK
    sure: list[Member] = []
    doubtful: list[Member] = []
    for member in members:
        later = back and latest(member.event.date) >= day
        soft = "fine-tune" in member.release.traits
        soft |= measure.field == "context_tokens" and soft_context(member.release)
        (doubtful if later or soft else sure).append(member)
    if len(sure) == 1 and not sure[0].attested:
        # A record is news: that one source alone knows of it makes its row suspect.
        return [], [*doubtful, *sure]
    return sure, doubtful


def _secret(member: Member) -> bool:
    """Tell whether a member's size is kept back rather than merely not listed.

    One that is called "mini" or "lite" is not the biggest of anything.
    """
    release = member.release
    if MINOR.search(release.name):
        return False
    return release.openness not in OPEN and release.prominence > 1 and release.earliest >= SECRECY


def _sized(members: Iterable[Member], measure: Measure, relation: Relation) -> tuple[Evidence, ...]:
    return tuple(
        record(member, relation, f"{number(measure.of(member.release) or 0)} {measure.unit}")
        for member in shown(members)
    )
