"""The records that all rooms speak: plain, frozen, and JSON-safe through `to_row`.

Offsets are character offsets into the text the record belongs to: `text[start_char:end_char]`
is the record's `text`.
"""

from hypecheck.types.claims import (
    VERDICTS,
    Claim,
    Comparison,
    Facets,
    Restatement,
    Robustness,
    Turn,
    Verdict,
)
from hypecheck.types.findings import FileReport, Finding, Place
from hypecheck.types.releases import Event, Evidence, Relation, Release
from hypecheck.types.reports import AsOfSource, HypeSpan, Report, SentenceScore, Term
from hypecheck.types.rows import from_row, to_row
from hypecheck.types.texts import (
    STANCES,
    Article,
    Cue,
    Document,
    Hit,
    NamedEntity,
    Part,
    Stance,
    StanceMark,
)

__all__ = [
    "STANCES",
    "VERDICTS",
    "Article",
    "AsOfSource",
    "Claim",
    "Comparison",
    "Cue",
    "Document",
    "Event",
    "Evidence",
    "Facets",
    "FileReport",
    "Finding",
    "Hit",
    "HypeSpan",
    "NamedEntity",
    "Part",
    "Place",
    "Relation",
    "Release",
    "Report",
    "Restatement",
    "Robustness",
    "SentenceScore",
    "Stance",
    "StanceMark",
    "Term",
    "Turn",
    "Verdict",
    "from_row",
    "to_row",
]
