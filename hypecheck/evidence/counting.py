"""Verdicts on "second", "third": how many members of the class came before the subject."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypecheck.dates import latest
from hypecheck.evidence.findings import (
    Finding,
    doubt,
    names,
    records,
    refuted,
    supported,
    undecided,
)
from hypecheck.evidence.members import Member
from hypecheck.evidence.phrases import plural
from hypecheck.evidence.relatives import is_subject
from hypecheck.evidence.setting import Setting
from hypecheck.evidence.window import Window

#: Rows that count as one release may be two to the writer, so one too many proves nothing.
SLACK = 1
#: "In little more than three months": so much of the time may have gone before.
ROUNDING = 0.15


def check_nth(setting: Setting) -> Finding:
    """Verdict on a claim to be the second, the third and so on."""
    if setting.window.unnamed or setting.window.upcoming:
        return undecided("the table doesn't know which release the claim is about")
    if setting.misfit():
        return undecided(setting.misfit())
    pool = setting.pool(_rounded(setting))
    # Whoever counts on a day of the month knows what of that month is out, unlike the table.
    pool.drop(lambda member: latest(member.event.date) > setting.as_of)
    before = setting.claim.ordinal - 1
    distinct = _distinct(setting, pool.sure)
    alike = _alike(setting, distinct)
    if len(alike) > before + SLACK:
        return refuted(_counted(alike), alike)
    distinct = alike if len(alike) == before else distinct
    pool.sure.clear()
    open_doubt = doubt(pool)
    if open_doubt or len(distinct) != before:
        return open_doubt or undecided(_counted(distinct), distinct)
    gap = setting.gap(whole=False)
    if gap:
        return undecided(gap)
    reason = f"{_counted(distinct)}; {setting.slice().words}"
    return supported(reason, [*setting.support(), *records(distinct, "support")])


def _rounded(setting: Setting) -> Window:
    """Window with a little more at its beginning, since "in three months" is a round figure."""
    window = setting.window
    if window.start is None or setting.claim.anchor:
        return window
    start = window.start - (window.end - window.start) * ROUNDING
    return replace(window, start=start, soft_start=start)


def _counted(members: list[Member]) -> str:
    return f"{plural(len(members), 'such release')} came before: {names(members)}"


def _alike(setting: Setting, members: list[Member]) -> list[Member]:
    """Members that the writer surely counts: those of the subject's own kind and purpose.

    The third Llama is Llama 3.1 to somebody who doesn't count Code Llama and Llama Guard.
    """
    subject = setting.window.subject
    if subject is None:
        return members
    own = (subject.kind, subject.purpose)
    return [member for member in members if (member.release.kind, member.release.purpose) == own]


def _distinct(setting: Setting, members: list[Member]) -> list[Member]:
    """Members without the stages and variants of one another."""
    kept: list[Member] = []
    for member in sorted(members, key=lambda member: member.event.date):
        if not any(_same(setting, member, other) for other in kept):
            kept.append(member)
    return kept


def _same(setting: Setting, member: Member, other: Member) -> bool:
    near = abs(member.release.earliest - other.release.earliest) <= timedelta(days=2)
    return is_subject(setting.table, member.release, other.release) and (
        near or setting.table.same_release(member.release, other.release)
    )
