"""Checkable claims: a quantifier over a class of releases, as of a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from hypecheck.types.releases import Evidence
from hypecheck.types.texts import Part, Stance

Verdict = Literal["SUPPORTED", "REFUTED", "NOT_ENOUGH_INFO"]
Robustness = Literal["robust", "date-sensitive", "definition-sensitive"]

VERDICTS: tuple[Verdict, ...] = ("REFUTED", "SUPPORTED", "NOT_ENOUGH_INFO")


@dataclass(frozen=True, slots=True)
class Facets:
    """The class of releases a claim speaks of; an empty facet means "any".

    Attributes
    ----------
    organization, country : str
        As `Release` spells them. `country` may be a region: "Europe", "Western".
    openness : str
        "open" (weights downloadable), "open-source" (the same in the press; licence free),
        "permissive" (licence allows any use), "fully-open" (data and code too), "api", "closed".
    kind : str
        A `Release.kind`, or "language" (llm and code), "speech" (asr or tts), "model" (any).
    purpose : str
        "general" where the claim says general-purpose.
    traits : tuple of str
        All must hold.
    licence : str
        "Apache-2.0", "MIT" … where the claim names one.
    family : str
        "in the Qwen family", "Gemma".
    min_parameters, max_parameters, min_context : int or None
        Bounds that the claim states.
    undecided : tuple of str
        Words of the class that no facet can express; a claim with any is not decidable.
    """

    organization: str = ""
    country: str = ""
    openness: str = ""
    kind: str = ""
    purpose: str = ""
    traits: tuple[str, ...] = ()
    licence: str = ""
    family: str = ""
    min_parameters: int | None = None
    max_parameters: int | None = None
    min_context: int | None = None
    undecided: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Restatement:
    """A wording that the database supports.

    Attributes
    ----------
    stretch : str
        Which added words make it true, as a sentence.
    """

    text: str
    facets: Facets
    verdict: Verdict = "SUPPORTED"
    robustness: Robustness = "robust"
    stretch: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a claim is on a later day, or by a later table.

    Attributes
    ----------
    as_of : str
        ISO day of the second look.
    verdict : {"SUPPORTED", "REFUTED", "NOT_ENOUGH_INFO"}
        Verdict on that day.
    reason : str
        Its grounds.
    since : str
        Day of the event that turned the verdict, "YYYY[-MM[-DD]]"; "" where none is known.
    evidence : tuple of Evidence
        Releases that turned it, the earliest first.
    words : str
        "true when published; false since 2025-08-05".
    flipped : bool
        The verdict is another one than before.
    """

    as_of: str
    verdict: Verdict
    reason: str = ""
    since: str = ""
    evidence: tuple[Evidence, ...] = ()
    words: str = ""
    flipped: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure or a victory, and what a reader would need to check it.

    Attributes
    ----------
    form : str
        "ratio" (10x faster), "beats" (beats GPT-4) or "top" (state of the art).
    named : tuple of str
        Parts that its sentence names, with the words: "baseline: GPT-4".
    missing : tuple of str
        Those of baseline, benchmark, figure and date that it doesn't.
    """

    text: str
    start_char: int
    end_char: int
    form: str
    part: Part = "text"
    named: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """What is named and what is missing, in a line."""
        named = f"names {', '.join(self.named)}" if self.named else "names nothing to check it by"
        return f"{named}; no {', no '.join(self.missing)}" if self.missing else named


@dataclass(frozen=True, slots=True)
class Claim:
    """A checkable claim: quantifier + class + anchor, as of a day.

    Attributes
    ----------
    quantifier : str
        "first", "only", "absence" (has not released … since), "gap" (first in N years),
        "largest", "smallest", "longest-context", "nth", "among" (one of the first), "quality".
    subject : str
        Id of the release the claim is about, or "" where it isn't known (yet).
    subject_text : str
        The subject's words.
    since : str
        Anchor date, "YYYY[-MM[-DD]]", or "".
    anchor : str
        Id of the anchor release ("since GPT-2"), or "".
    anchor_name, anchor_date : str
        The anchor release's name, and the day from which it counts, once the claim was checked.
    ordinal : int
        1 for first, 2 for second …
    verdict : {"SUPPORTED", "REFUTED", "NOT_ENOUGH_INFO"} or None
        None where nothing was checked.
    stretch : str
        How far the wording is from the nearest one that holds, in words.
    speaker : str
        Who makes the claim, where the text says so and it isn't the writer.
    today : Turn or None
        What the claim is on a later day, where that was asked for.
    """

    text: str
    start_char: int
    end_char: int
    quantifier: str
    subject: str = ""
    subject_text: str = ""
    facets: Facets = field(default_factory=Facets)
    since: str = ""
    anchor: str = ""
    ordinal: int = 1
    as_of: str = ""
    sentence: int = 0
    part: Part = "text"
    stance: Stance = "asserted"
    verdict: Verdict | None = None
    robustness: Robustness = "robust"
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    restatement: str = ""
    alternatives: tuple[str, ...] = ()
    stretch: str = ""
    speaker: str = ""
    today: Turn | None = None
    anchor_name: str = ""
    anchor_date: str = ""
