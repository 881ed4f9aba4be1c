"""What is known of a text once it has been checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from hypecheck.types.claims import Claim, Comparison, Verdict
from hypecheck.types.releases import Evidence
from hypecheck.types.rows import from_row, to_row
from hypecheck.types.texts import Cue, Part, Stance, StanceMark

AsOfSource = Literal["given", "date line", "front matter", "page", "today"]


@dataclass(frozen=True, slots=True)
class Term:
    """One summand of a score's log-odds."""

    name: str
    value: float
    text: str = ""


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """A sentence's offsets and its probability of being clear hype."""

    start_char: int
    end_char: int
    score: float
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class HypeSpan:
    """A flagged phrase with its category, its voice and what is known against it.

    Attributes
    ----------
    part : {"text", "title"}
        Which text the offsets point into.
    label : str
        Category.
    score : float
        Probability of clear hype that the sentence has with this span, less the one without it.
    entry : str
        Id of the lexicon entry or construction that fired.
    rationale : str
        Which entry fired and which cue set the stance, in words.
    prior_art : tuple of Evidence
        For spans without a claim: comparable releases from before.
    text_without : float or None
        The score that the whole text has without this span; None where that isn't known.
    """

    start_char: int
    end_char: int
    text: str
    label: str
    stance: Stance = "asserted"
    part: Part = "text"
    score: float = 0.0
    entry: str = ""
    intensity: int = 1
    cues: tuple[Cue, ...] = ()
    speaker: str | None = None
    rationale: str = ""
    claim: Claim | None = None
    prior_art: tuple[Evidence, ...] = ()
    text_without: float | None = None

    @property
    def verdict(self) -> Verdict | None:
        """The claim's verdict; None for a span without a claim."""
        return self.claim.verdict if self.claim else None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The claim's evidence; prior art for a span without a claim."""
        return self.claim.evidence if self.claim else self.prior_art

    @property
    def restatement(self) -> str:
        """A wording that holds, or ""."""
        return self.claim.restatement if self.claim else ""

    def with_stance(self, mark: StanceMark) -> HypeSpan:
        """Copy with the stance, cues and speaker of `mark`."""
        return replace(self, stance=mark.stance, cues=mark.cues, speaker=mark.speaker)


@dataclass(frozen=True, slots=True)
class Report:
    """Everything hypecheck says about one text.

    Attributes
    ----------
    score : float
        Probability, 0 to 1, that a careful editor would call the text clear hype. For a text
        of one sentence it equals that sentence's.
    spans : tuple of HypeSpan
        Flagged phrases, those of the title first, then in text order.
    claims : tuple of Claim
        Every checkable claim, also those that are no hype.
    sentences, title_sentences : tuple of SentenceScore
        In text order; those of the title have their offsets in the title.
    comparisons : tuple of Comparison
        Figures and victories ("10x faster", "beats GPT-4"), and what they leave out.
    own_voice, quoted_voice : float
        The score of what the writer says, and of what the writer passes on, 0 to 1 each.
    terms : tuple of Term
        Summands of the score's log-odds.
    as_of : str
        ISO day up to which releases count.
    as_of_source : {"given", "date line", "front matter", "page", "today"}
    snapshot : str
        Day up to which the release table reaches, with a hash of its facts:
        "2026-08-31+1f3870be274f".
    version : str
        Version of hypecheck.
    """

    text: str
    score: float
    spans: tuple[HypeSpan, ...] = ()
    claims: tuple[Claim, ...] = ()
    sentences: tuple[SentenceScore, ...] = ()
    own_voice: float = 0.0
    quoted_voice: float = 0.0
    terms: tuple[Term, ...] = ()
    title: str | None = None
    as_of: str = ""
    as_of_source: AsOfSource = "given"
    snapshot: str = ""
    version: str = ""
    id: str | None = None
    comparisons: tuple[Comparison, ...] = ()
    title_sentences: tuple[SentenceScore, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Plain dicts, lists, texts and numbers, ready for JSON."""
        return to_row(self)

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Report:
        """Report again from what `to_dict` gave.

        Raises
        ------
        InputError
            The row has a field that a report doesn't have, or lacks one that it needs.
        """
        return from_row(cls, row)

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def explain(self) -> str:
        """The score as a sum, and for each span why it was flagged and what it adds."""
        from hypecheck.report.explain import explain

        return explain(self)

    def to_html(self) -> str:
        """One self-contained HTML page; text from the article is escaped."""
        from hypecheck.report.page import render

        return render(self)

    def _repr_html_(self) -> str:
        from hypecheck.report.page import render_fragment

        return render_fragment(self)
