"""Verdicts on first, not since, in N years and only: is another member in the window."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypecheck.dates import earliest, latest
from hypecheck.evidence.findings import Finding, doubt, names, refuted, supported, undecided
from hypecheck.evidence.kinds import ANY_KIND
from hypecheck.evidence.members import Member, Pool
from hypecheck.evidence.phrases import plural
from hypecheck.evidence.setting import Setting
from hypecheck.evidence.window import Window, news_day, says_upcoming
from hypecheck.types import Facets

#: Doubtful dates that together are no accident: two sources out of four being wrong by more than
#: a week has a probability of about one in twenty for two rows, since each is right to a week in
#: 75 to 85 % of the cases.
ENOUGH_NEAR = 2
#: A text may speak of a release so long before the table's day for it: announcements, errors.
EARLY = timedelta(days=45)
#: "Two years", "eighteen months" are rounded: so much of the time may be missing.
ROUNDING = 0.15


def check_priority(setting: Setting) -> Finding:
    """Verdict for "first", "absence" and "gap"."""
    claim = setting.claim
    if claim.quantifier == "gap" and not (claim.since or claim.anchor):
        return undecided("the claim doesn't say since when")
    if claim.quantifier == "absence":
        if not _narrow(setting.facets):
            return undecided("a claim that nobody ever released anything is likely misread")
        setting.drop_stranger()
    if setting.misfit():
        return undecided(setting.misfit())
    for release in filter(None, (setting.window.subject, setting.window.anchor)):
        if release.earliest - EARLY > setting.as_of:
            return undecided(f"the table dates {release.name} to {release.date}, after the text")
    if claim.quantifier == "first" and _homeless(setting):
        return undecided("the table doesn't know which release the claim is about")
    pool = setting.pool(_rounded(setting))
    news = _take_news(setting, pool)
    if news and not pool.sure:
        return undecided(f"it may speak of a release that was just out: {names(news)}")
    return judge(setting, pool, whole=claim.quantifier == "absence")


def check_only(setting: Setting) -> Finding:
    """Verdict for "only", "no other"."""
    if setting.misfit():
        return undecided(setting.misfit())
    if setting.window.unnamed:
        return undecided("the table doesn't know which release the claim is about")
    return judge(setting, setting.pool(setting.until_as_of()), whole=True)


def judge(setting: Setting, pool: Pool, *, whole: bool) -> Finding:
    """Verdict from the members found, the surest grounds first."""
    if len(pool.sure) == 1 and not pool.sure[0].attested:
        # What made news before would be known to more than one source.
        return undecided(f"a single source lists {names(pool.sure)}", pool.sure, "date-sensitive")
    if pool.sure:
        return refuted(_against(setting, pool.sure), pool.sure)
    strong = [member for member in pool.near if _strong(setting, member)]
    if len(strong) >= ENOUGH_NEAR:
        return refuted(_against(setting, strong), strong, "date-sensitive")
    return doubt(pool) or _none_listed(setting, whole=whole)


def _none_listed(setting: Setting, *, whole: bool) -> Finding:
    gap = setting.gap(whole=whole) or setting.lacking() or setting.unlabelled()
    if gap:
        return undecided(gap)
    when = _when(setting, whole=whole)
    reason = f"no other {setting.words} is listed {when}; {setting.slice().words}"
    return supported(reason, setting.support())


def _against(setting: Setting, members: list[Member]) -> str:
    count = plural(len(members), "release")
    when = _when(setting, whole=setting.claim.quantifier in ("absence", "only"))
    return f"{count} in the table came {when}: {names(members)}"


def _when(setting: Setting, *, whole: bool) -> str:
    window = setting.window
    start = f"after {window.start}" if window.start else ""
    closed = not (window.upcoming or whole)
    end = f"before {window.end}" if closed else f"up to {setting.as_of}"
    return f"{start} and {end}" if start else end


def _narrow(facets: Facets) -> bool:
    """Tell whether a class says more than how open its members are."""
    return replace(facets, openness="", kind="" if facets.kind in ANY_KIND else "x") != Facets()


def _homeless(setting: Setting) -> bool:
    """Without a known subject only a claim bound to a maker and an anchor says enough."""
    claim = setting.claim
    if not setting.window.unnamed:
        return False
    bound = claim.facets.organization or claim.facets.family
    return not bound or not (claim.since or claim.anchor or says_upcoming(claim))


def _take_news(setting: Setting, pool: Pool) -> list[Member]:
    """Take what was just out on the as-of day from the pool: it may be the unnamed subject."""
    claim = setting.claim
    if claim.quantifier == "absence" or not setting.window.unnamed or says_upcoming(claim):
        return []
    day = news_day(setting.as_of)
    news = [m for m in [*pool.sure, *pool.near] if latest(m.event.date) >= day]
    pool.drop(lambda member: member in news)
    return news


def _strong(setting: Setting, member: Member) -> bool:
    """Tell whether only an error larger than a week would put the member outside."""
    window = setting.window
    if member.release.confidence == "low":
        return False
    if window.soft_start is not None and earliest(member.event.date) <= window.soft_start:
        return False
    return latest(member.event.date) + timedelta(days=8) <= window.end


def _rounded(setting: Setting) -> Window:
    """Window without the first part of a stated length of time, which is a round figure."""
    window, claim = setting.window, setting.claim
    if claim.quantifier != "gap" or claim.anchor or window.start is None:
        return window
    start = window.start + (window.end - window.start) * ROUNDING
    return replace(window, start=start, soft_start=start)
