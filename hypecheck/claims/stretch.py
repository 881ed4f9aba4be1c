"""The stretches of a sentence that describe the class of a claim."""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]


@dataclass
class Region:
    """The stretches that describe a claim's class.

    Attributes
    ----------
    start, end : int
        The claim, from its first word to its last.
    stretches : list of (int, int)
        Where the class is described.
    known : list of (int, int)
        The claim's own words in them.
    clause : bool
        The class is described by a clause, with verbs.
    opposite : (str, str) or None
        Facet and value that "until" says of the subject: it is the first that isn't blind.
    """

    start: int
    end: int
    stretches: list[Span]
    quantifier: str
    known: list[Span] = field(default_factory=list)
    clause: bool = False
    opposite: tuple[str, str] | None = None
