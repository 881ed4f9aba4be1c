"""Verdicts on smallest: the table knows the largest size of a release, which is enough to refute.

A release comes in several sizes, and the table has the greatest. Where the greatest of another
release is smaller than the size that the claim names, that release is smaller for sure. Nothing
shows that none is, so such a claim is never supported.
"""

from __future__ import annotations

import re

from hypecheck.evidence.findings import Finding, record, refuted, shown, undecided
from hypecheck.evidence.members import Member
from hypecheck.evidence.phrases import number, plural
from hypecheck.evidence.setting import Setting
from hypecheck.evidence.sizes import DRAW

#: "270M", "1.5 B" in the words of a subject.
SIZE = re.compile(r"(?i)(?<![\w.])(\d+(?:\.\d+)?)[ -]?(m|b)(?:illion)?\b")
UNITS = {"m": 10**6, "b": 10**9}
#: A claim to be the smallest is about one size; so many smaller ones make it plainly wrong.
ENOUGH = 2


def check_smallest(setting: Setting) -> Finding:
    """Verdict for "smallest": REFUTED or NOT_ENOUGH_INFO."""
    if setting.misfit():
        return undecided(setting.misfit())
    size = named_size(setting)
    if size is None:
        return undecided("the claim doesn't name the size that it calls the smallest")
    smaller = [
        member for member in setting.pool(setting.until_as_of()).sure if _below(member, size)
    ]
    attested = [member for member in smaller if member.attested]
    if len(attested) < ENOUGH:
        return undecided("the table has the largest size of each release, not the smallest")
    reason = f"{plural(len(smaller), 'release')} in the table had fewer parameters in every size"
    evidence = tuple(
        record(member, "counterexample", f"{number(member.release.parameters or 0)} parameters")
        for member in shown(smaller)
    )
    return Finding("REFUTED", reason, refuted(reason, ()).robustness, evidence)


def named_size(setting: Setting) -> int | None:
    """Size that the claim's subject names ("Gemma 3 270M"), or None."""
    subject = setting.window.subject
    for words in (setting.claim.subject_text, subject.name if subject else ""):
        match = SIZE.search(words)
        if match:
            return round(float(match[1]) * UNITS[match[2].lower()])
    return None


def _below(member: Member, size: int) -> bool:
    parameters = member.release.parameters
    return parameters is not None and parameters * DRAW < size
