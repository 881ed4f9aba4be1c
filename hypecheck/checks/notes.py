"""What a file lets pass, and why: its comments to hypecheck, held against what was found."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from hypecheck.readers.prose import Note
from hypecheck.types import Finding

_WORDS = re.compile(r"(?P<verb>[\w-]+)\s*(?:\[(?P<rules>[^\]]*)\])?\s*(?P<reason>.*)", re.S)
_VERBS = ("ignore", "ignore-start", "ignore-end", "ignore-file")


@dataclass(frozen=True, slots=True)
class Pass:
    """A stretch of a file in which findings pass.

    Attributes
    ----------
    rules : frozenset of str
        Which; empty for all.
    at : int
        Offset of the comment.
    """

    start: int
    end: int
    rules: frozenset[str]
    reason: str
    at: int

    def covers(self, finding: Finding) -> bool:
        """Whether a finding begins in the stretch and is of one of its rules."""
        here = self.start <= finding.place.start_char < self.end
        return here and (not self.rules or finding.rule in self.rules)


def read_passes(
    notes: Iterable[Note], length: int, known: Collection[str]
) -> tuple[list[Pass], list[tuple[int, str]]]:
    """What a file's comments let pass, and what is wrong with them.

    Parameters
    ----------
    notes : iterable of Note
        In file order.
    length : int
        Of the file, in characters.
    known : collection of str
        Rules that there are.

    Returns
    -------
    list of Pass
    list of (int, str)
        Offset and words of each problem.
    """
    passes: list[Pass] = []
    problems: list[tuple[int, str]] = []
    opened: Pass | None = None
    for note in notes:
        verb, rules, reason, wrong = _read(note, known)
        if wrong:
            problems.append((note.start, wrong))
        elif verb == "ignore-end":
            if opened is None:
                problems.append((note.start, "ignore-end without an ignore-start before it."))
            else:
                passes.append(replace(opened, end=note.start))
            opened = None
        elif verb == "ignore-start":
            if opened is not None:
                problems.append((note.start, "ignore-start before the last one's ignore-end."))
                passes.append(replace(opened, end=note.start))
            opened = Pass(note.end, length, rules, reason, note.start)
        else:
            stretch = (0, length) if verb == "ignore-file" else note.covers
            passes.append(Pass(*stretch, rules, reason, note.start))
    if opened is not None:
        problems.append((opened.at, "ignore-start without an ignore-end: it lets all below pass."))
        passes.append(opened)
    return passes, problems


def let_pass(
    findings: Sequence[Finding], passes: Sequence[Pass]
) -> tuple[list[Finding], list[Pass]]:
    """Findings with the reason why they pass, and the comments that nothing needed."""
    used: set[Pass] = set()
    marked = []
    for finding in findings:
        first = next((one for one in passes if one.covers(finding)), None)
        if first is not None:
            used.add(first)
            finding = replace(finding, suppressed=first.reason)
        marked.append(finding)
    return marked, [one for one in passes if one not in used]


def _read(note: Note, known: Collection[str]) -> tuple[str, frozenset[str], str, str]:
    """Verb, rules and reason of a comment, and what is wrong with it."""
    match = _WORDS.fullmatch(note.words)
    verb = match["verb"] if match else note.words
    if match is None or verb not in _VERBS:
        return "", frozenset(), "", f"says {verb!r}. Allowed: {', '.join(_VERBS)}."
    rules = frozenset(rule.strip() for rule in (match["rules"] or "").split(",") if rule.strip())
    unknown = sorted(rules - set(known))
    if unknown:
        return verb, rules, "", f"names {unknown[0]!r}. Allowed: {', '.join(sorted(known))}."
    reason = match["reason"].strip()
    if not reason and verb != "ignore-end":
        return verb, rules, "", f"gives no reason. Write it behind {verb}."
    return verb, rules, reason, ""
