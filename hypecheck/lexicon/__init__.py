"""The vocabulary of overclaiming, as data."""

from hypecheck.lexicon.entries import (
    LABELS,
    Entry,
    Exclusion,
    Lexicon,
    load_lexicon,
    read_entries,
    read_exclusions,
)

__all__ = [
    "LABELS",
    "Entry",
    "Exclusion",
    "Lexicon",
    "load_lexicon",
    "read_entries",
    "read_exclusions",
]
