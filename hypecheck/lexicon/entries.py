"""The vocabulary: entries read from data files, every row checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hypecheck.errors import HypecheckError, LexiconError
from hypecheck.lexicon.fields import KNOWN, REQUIRED, check_keys, given_fields, read_patterns
from hypecheck.patterns import Pattern, compile_pattern
from hypecheck.resources import data_path, parse_jsonl
from hypecheck.types.words import WORDS


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase or construction of the vocabulary.

    Attributes
    ----------
    id : str
        Unique name, shown as the reason for a span.
    label : str
        Category.
    patterns : tuple of Pattern
        Any of them fires the entry.
    intensity : int
        1 (mild) to 3 (extreme).
    extend : str
        How the span grows; see `hypecheck.spans.extend`.
    unless : tuple of Pattern
        A hit that overlaps a match of one of them is literal use and dropped.
    needs : tuple of Pattern
        One of them must match in the sentence, where any is given.
    case : {"any", "capital", "lower"}
        What the first letter must be.
    pos : str
        Universal part of speech that counts where a tagger has run, or "".
    flags, ignores : tuple of str
        Sentences that must, and must not, be flagged by this entry.
    """

    id: str
    label: str
    patterns: tuple[Pattern, ...]
    intensity: int
    extend: str = "none"
    unless: tuple[Pattern, ...] = ()
    needs: tuple[Pattern, ...] = ()
    case: str = "any"
    pos: str = ""
    flags: tuple[str, ...] = ()
    ignores: tuple[str, ...] = ()
    note: str = ""

    def find(self, text: str, norm: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Offsets of the matches in one sentence; literal uses are left out.

        Parameters
        ----------
        text, norm : str
            The text and its normalised form, of equal length.
        start, end : int
            Offsets of the sentence.
        """
        matches = [m for pattern in self.patterns for m in pattern.finditer(norm, start, end)]
        if matches:
            words = frozenset(WORDS.findall(norm, start, end))
            yield from self.kept(matches, text, norm, start, end, words)

    def kept(
        self,
        matches: Iterable[re.Match[str]],
        text: str,
        norm: str,
        start: int,
        end: int,
        words: Set[str],
    ) -> Iterator[tuple[int, int]]:
        """Offsets of those matches of the entry's patterns that are no literal use.

        Parameters
        ----------
        matches : iterable of re.Match
        text, norm, start, end
            As for `find`.
        words : set of str
            Words of the sentence.
        """
        if self.needs and not any(_matches(self.needs, norm, start, end, words)):
            return
        literal = [match.span() for match in _matches(self.unless, norm, start, end, words)]
        for first, last in sorted({flagged_part(match) for match in matches}):
            overlapped = any(first < b and a < last for a, b in literal)
            if first < last and not overlapped and self._cased(text[first]):
                yield first, last

    def _cased(self, letter: str) -> bool:
        return self.case == "any" or (self.case == "capital") == letter.isupper()


def _matches(
    patterns: Iterable[Pattern], norm: str, start: int, end: int, words: Set[str]
) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        if pattern.possible(words):
            yield from pattern.find(norm, start, end, words)


def flagged_part(match: re.Match[str]) -> tuple[int, int]:
    """The part in square brackets, where the branch that matched has one."""
    marked = "span" in match.re.groupindex and match.start("span") >= 0
    return match.span("span") if marked else match.span()


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Words that are literal wherever they stand: a hit inside such a match is dropped.

    Attributes
    ----------
    allows : bool
        They are a user's: a hit that begins inside such a match is dropped, however far it goes.
    """

    id: str
    patterns: tuple[Pattern, ...]
    allows: bool = False


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries and exclusions, as read from the data files.

    Attributes
    ----------
    allowed : tuple of Exclusion
        Phrases that a user lets pass; they stand among the exclusions too.
    off : tuple of Entry
        Entries that a user has switched off.
    off_names : frozenset of str
        Categories that are off as a whole, and ids such as "claim:first" of spans that no entry
        brings.
    """

    entries: tuple[Entry, ...]
    exclusions: tuple[Exclusion, ...] = ()
    allowed: tuple[Exclusion, ...] = ()
    off: tuple[Entry, ...] = ()
    off_names: frozenset[str] = frozenset()

    def __getitem__(self, entry_id: str) -> Entry:
        for entry in self.entries:
            if entry.id == entry_id:
                return entry
        raise KeyError(entry_id)

    def __len__(self) -> int:
        return len(self.entries)

    def silences(self, names: Iterable[str], norm: str, sentence: tuple[int, int], at: int) -> bool:
        """Tell whether a span that no entry brings is not wanted.

        Parameters
        ----------
        names : iterable of str
            Its category and the id that it has in place of an entry's.
        norm : str
            The text, normalised.
        sentence : (int, int)
            Offsets of its sentence.
        at : int
            Where it begins.
        """
        if not self.off_names.isdisjoint(names):
            return True
        return any(
            match.start() <= at < match.end()
            for phrase in self.allowed
            for pattern in phrase.patterns
            for match in pattern.finditer(norm, *sentence)
        )


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The lexicon that ships with the package."""
    entries: list[Entry] = []
    folder = data_path("lexicon/en")
    for file in sorted(folder.iterdir(), key=lambda path: path.name):
        if file.name.endswith(".jsonl"):
            text = file.read_text(encoding="utf-8")
            entries.extend(read_entries(text, f"lexicon/en/{file.name}", checked=True))
    exclusions = read_exclusions(
        data_path("lexicon/exclusions.jsonl").read_text(encoding="utf-8"),
        "lexicon/exclusions.jsonl",
    )
    return Lexicon(unique(entries), tuple(exclusions))


def unique(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries, after a check that no id comes twice."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in seen:
            raise LexiconError(
                f"entry {entry.id!r} stands twice. Ids are unique: rename one of them."
            )
        seen[entry.id] = entry
    return tuple(seen.values())


def read_entries(text: str, where: str, *, checked: bool = False) -> list[Entry]:
    """Entries of one JSONL file.

    Parameters
    ----------
    text : str
        The file's text, one JSON object a line.
    where : str
        The file's name, for messages.
    checked : bool
        The rows are known to be in order, as those of the package are by its tests: patterns
        that only rule a hit out are then read when they are first needed.

    Raises
    ------
    LexiconError
        A row breaks the rules; names file, line, what came in and what is allowed.
    """
    rarely = Pattern if checked else compile_pattern
    return [_entry(row, f"{where}:{number}", rarely) for number, row in _rows(text, where)]


def read_exclusions(text: str, where: str) -> list[Exclusion]:
    """Exclusions of one JSONL file; raises `LexiconError` like `read_entries`."""
    found = []
    for number, row in _rows(text, where):
        place = f"exclusion {row.get('id')!r} ({where}:{number})"
        check_keys(row, place, ("id", "patterns", "hides"), ("id", "patterns", "hides", "note"))
        found.append(Exclusion(str(row["id"]), read_patterns(row, "patterns", place)))
    return found


def _rows(text: str, where: str) -> Iterable[tuple[int, dict[str, Any]]]:
    try:
        yield from parse_jsonl(text, where)
    except HypecheckError as error:
        raise LexiconError(str(error)) from None


def _entry(row: Mapping[str, Any], where: str, rarely: Callable[[str], Pattern]) -> Entry:
    place = f"entry {row.get('id')!r} ({where})"
    check_keys(row, place, REQUIRED, KNOWN)
    return Entry(**given_fields(row, place, rarely))
