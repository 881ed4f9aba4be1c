"""The shapes of the stages. A stage is interchangeable because it has a shape, not a base class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Protocol, runtime_checkable

from hypecheck.patterns import Pattern
from hypecheck.types import (
    Claim,
    Document,
    Evidence,
    Facets,
    Hit,
    Release,
    StanceMark,
    Term,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a release, family, organisation or country found in a text.

    Attributes
    ----------
    kind : str
        "release", "family", "organization" or "country".
    key : str
        Release id, or the family, organisation or country as `Release` spells it.
    """

    start_char: int
    end_char: int
    kind: str
    key: str


class VocabularyItem(Protocol):
    """Something with patterns: a lexicon entry or an exclusion."""

    @property
    def patterns(self) -> Sequence[Pattern]:
        """Any of them fires it."""


class VocabularyExclusion(VocabularyItem, Protocol):
    """Words that no entry flags."""

    @property
    def allows(self) -> bool:
        """Whether also what begins in them and goes on is let pass."""


class VocabularyEntry(VocabularyItem, Protocol):
    """A lexicon entry as the matcher sees it."""

    @property
    def id(self) -> str:
        """Unique name."""

    @property
    def label(self) -> str:
        """Category."""

    @property
    def intensity(self) -> int:
        """1 to 3."""

    @property
    def extend(self) -> str:
        """How the span grows."""

    @property
    def pos(self) -> str:
        """Part of speech that counts, or ""."""

    def kept(
        self,
        matches: Iterable[re.Match[str]],
        text: str,
        norm: str,
        start: int,
        end: int,
        words: Set[str],
    ) -> Iterator[tuple[int, int]]:
        """Offsets of those of its matches in a sentence that count, before the span grows."""


class Vocabulary(Protocol):
    """A lexicon as the matcher sees it."""

    @property
    def entries(self) -> Sequence[VocabularyEntry]:
        """What to flag."""

    @property
    def exclusions(self) -> Sequence[VocabularyExclusion]:
        """What is literal wherever it stands."""


@runtime_checkable
class Matcher(Protocol):
    """Finds phrases of the vocabulary."""

    def find(self, document: Document) -> list[Hit]:
        """Hits in text order, not overlapping."""


@runtime_checkable
class StanceTagger(Protocol):
    """Says in whose voice each phrase is made."""

    def tag(self, document: Document, hits: Sequence[Hit]) -> list[StanceMark]:
        """One mark per hit, in order."""


@runtime_checkable
class Gazetteer(Protocol):
    """Finds names in a text and looks releases up."""

    def find_names(self, text: str, start: int = 0, end: int | None = None) -> list[Mention]:
        """Mentions in text order, not overlapping, longest first."""

    def lookup(self, name: str, as_of: date | str | None = None) -> list[Release]:
        """Releases of that name, best first."""


@runtime_checkable
class ClaimExtractor(Protocol):
    """Reads checkable claims from a text."""

    def extract(self, document: Document, names: Gazetteer, as_of: date) -> list[Claim]:
        """Claims in text order, none with a verdict yet."""


@runtime_checkable
class Verifier(Protocol):
    """Checks claims against a release table."""

    def verify(self, claim: Claim, as_of: date) -> Claim:
        """Copy of the claim with verdict, robustness, reason and evidence."""

    def prior_art(self, facets: Facets, as_of: date, *, subject: str = "") -> tuple[Evidence, ...]:
        """Comparable releases from before `as_of`, best known first."""


@runtime_checkable
class TextScorer(Protocol):
    """Turns spans into a calibrated probability."""

    @property
    def floor(self) -> float:
        """Log-odds of a sentence without any trigger."""

    def sentence_terms(
        self, text: str, hits: Sequence[Hit], marks: Sequence[StanceMark]
    ) -> tuple[Term, ...]:
        """Summands of the sentence's log-odds, the intercept first."""
