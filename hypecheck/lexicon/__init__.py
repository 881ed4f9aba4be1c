"""The vocabulary of overclaiming, as data."""

from hypecheck.lexicon.entries import (
    Entry,
    Exclusion,
    Lexicon,
    load_lexicon,
    read_entries,
    read_exclusions,
)
from hypecheck.lexicon.fields import LABELS
from hypecheck.lexicon.own import own_lexicon

__all__ = [
    "LABELS",
    "Entry",
    "Exclusion",
    "Lexicon",
    "load_lexicon",
    "own_lexicon",
    "read_entries",
    "read_exclusions",
]
