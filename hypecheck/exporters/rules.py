"""Categories as rules of a check: what each stands for, and how bad a finding is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hypecheck.exporters.places import CLAIM
from hypecheck.types import Claim, Finding

Level = Literal["error", "warning", "note", "none"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A category in words.

    Attributes
    ----------
    about : str
        One line: what a span of the category does.
    advice : str
        What a writer can do about it.
    example : str
        Words that it is about.
    """

    id: str
    about: str
    advice: str
    example: str = ""


RULES = (
    Rule(
        "transformation",
        "Says that something changes everything, or ends or begins an age.",
        "Say what changed, for whom, and by how much; leave the age to later historians.",
        "a game-changer that revolutionizes the industry",
    ),
    Rule(
        "priority",
        "Claims to be first, only, or the first in a long time.",
        "Name the class so narrowly that the claim holds, or drop it; see the counterexamples.",
        "the first open-weight model since GPT-2",
    ),
    Rule(
        "superlative",
        "Ranks something above all others.",
        "Name the benchmark, the date and those that were compared.",
        "the most powerful model ever built",
    ),
    Rule(
        "praise",
        "Praises with words that no figure stands behind.",
        "Replace the praise by the property that earned it.",
        "a world-class, seamless experience",
    ),
    Rule(
        "certainty",
        "States a future or a judgement as settled.",
        "Say how likely it is and on what grounds, or whose forecast it is.",
        "will inevitably replace search",
    ),
    Rule(
        "scope",
        "Reaches for everyone, everything or everywhere.",
        "Name the group, the tasks or the places that were looked at.",
        "for everyone, everywhere",
    ),
    Rule(
        "capability",
        "Credits a system with more than was shown.",
        "Say what was tested, and what the system did in the test.",
        "superhuman reasoning that understands you",
    ),
    Rule(
        "rivalry",
        "Casts a product as the end of another.",
        "Compare the two on stated tasks, with figures.",
        "a GPT-4 killer",
    ),
    Rule(
        CLAIM,
        "A checkable claim that the release table refutes.",
        "Correct it; a wording that holds is offered where there is one.",
        "OpenAI has published no weights since GPT-2",
    ),
)


def rules_for(findings: Iterable[Finding]) -> list[Rule]:
    """The rules that ship, always all and in the same order, then a user's own categories."""
    known = {rule.id for rule in RULES}
    own = sorted({finding.rule for finding in findings} - known)
    return [
        *RULES,
        *(
            Rule(
                name,
                f"Wording of the category “{name}”, from a vocabulary of one's own.",
                "See the vocabulary file that adds it.",
            )
            for name in own
        ),
    ]


def claim_of(finding: Finding) -> Claim | None:
    """The claim that a finding is about, its span's or its own."""
    return finding.claim or (finding.span.claim if finding.span else None)


def level_of(finding: Finding) -> Level:
    """How bad a finding is.

    A claim of the writer's own that the table refutes is an error; the writer's own strong
    wording, and a refuted claim that is passed on, a warning; the rest a note. What the writer
    rejects is no fault at all.
    """
    claim = claim_of(finding)
    stance = finding.span.stance if finding.span else claim.stance if claim else "asserted"
    if stance == "rejected":
        return "none"
    refuted = claim is not None and claim.verdict == "REFUTED"
    if stance == "asserted":
        strong = finding.span is not None and finding.span.intensity >= 2
        return "error" if refuted else "warning" if strong else "note"
    return "warning" if refuted else "note"
