"""The vocabulary: entries read from data files, every row checked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from hypecheck.errors import HypecheckError, LexiconError
from hypecheck.patterns import Pattern, compile_pattern
from hypecheck.resources import data_path, parse_jsonl
from hypecheck.types.texts import WORDS

LABELS = (
    "transformation", "priority", "superlative", "praise",
    "certainty", "scope", "capability", "rivalry",
)  # fmt: skip
EXTENSIONS = ("none", "head", "object", "of", "priority", "superlative")
CASES = ("any", "capital", "lower")
PARTS_OF_SPEECH = ("", "ADJ", "ADV", "NOUN", "PROPN", "VERB")
_REQUIRED = ("id", "label", "patterns", "intensity", "flags", "ignores")
_KNOWN = (*_REQUIRED, "extend", "unless", "needs", "case", "pos", "note", "source")


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
        for first, last in sorted({_flagged(match) for match in matches}):
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


def _flagged(match: re.Match[str]) -> tuple[int, int]:
    """The part in square brackets, where the branch that matched has one."""
    marked = "span" in match.re.groupindex and match.start("span") >= 0
    return match.span("span") if marked else match.span()


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Words that are literal wherever they stand: a hit inside such a match is dropped."""

    id: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries and exclusions, as read from the data files."""

    entries: tuple[Entry, ...]
    exclusions: tuple[Exclusion, ...] = ()

    def __getitem__(self, entry_id: str) -> Entry:
        for entry in self.entries:
            if entry.id == entry_id:
                return entry
        raise KeyError(entry_id)

    def __len__(self) -> int:
        return len(self.entries)


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
        _keys(row, place, ("id", "patterns", "hides"), ("id", "patterns", "hides", "note"))
        found.append(Exclusion(str(row["id"]), _patterns(row, "patterns", place)))
    return found


def _rows(text: str, where: str) -> Iterable[tuple[int, dict[str, Any]]]:
    try:
        yield from parse_jsonl(text, where)
    except LexiconError:
        raise
    except HypecheckError as error:
        raise LexiconError(str(error)) from None


def _entry(row: Mapping[str, Any], where: str, rarely: Callable[[str], Pattern]) -> Entry:
    place = f"entry {row.get('id')!r} ({where})"
    _keys(row, place, _REQUIRED, _KNOWN)
    _choice(row["intensity"], (1, 2, 3), f"{place} has intensity")
    extend = _choice(row.get("extend", "none"), EXTENSIONS, f"{place} has extend")
    case = _choice(row.get("case", "any"), CASES, f"{place} has case")
    pos = _choice(row.get("pos", ""), PARTS_OF_SPEECH, f"{place} has pos")
    return Entry(
        id=_text(row, "id", place),
        label=_text(row, "label", place),
        patterns=_patterns(row, "patterns", place),
        intensity=row["intensity"],
        extend=extend,
        unless=_patterns(row, "unless", place, rarely),
        needs=_patterns(row, "needs", place, rarely),
        case=case,
        pos=pos,
        flags=_texts(row, "flags", place),
        ignores=_texts(row, "ignores", place),
        note=str(row.get("note", "")),
    )


def _keys(
    row: Mapping[str, Any], place: str, required: Iterable[str], known: Iterable[str]
) -> None:
    for key in row:
        if key not in known:
            raise LexiconError(f"{place} has the key {key!r}. Allowed: {', '.join(known)}.")
    for key in required:
        if not row.get(key):
            raise LexiconError(f"{place} lacks {key!r}. Needed: {', '.join(required)}.")


def _choice(value: Any, allowed: tuple[Any, ...], what: str) -> Any:
    if value not in allowed:
        shown = ", ".join(repr(choice) for choice in allowed)
        raise LexiconError(f"{what} {value!r}. Allowed: {shown}.")
    return value


def _text(row: Mapping[str, Any], key: str, place: str) -> str:
    value = row[key]
    if not isinstance(value, str) or not value.strip():
        raise LexiconError(f"{place} has {key} {value!r}. Allowed: a text that isn't empty.")
    return value


def _texts(row: Mapping[str, Any], key: str, place: str) -> tuple[str, ...]:
    value = row.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise LexiconError(f"{place} has {key} {value!r}. Allowed: a list of texts.")
    return tuple(value)


def _patterns(
    row: Mapping[str, Any],
    key: str,
    place: str,
    read: Callable[[str], Pattern] = compile_pattern,
) -> tuple[Pattern, ...]:
    try:
        return tuple(read(source) for source in _texts(row, key, place))
    except LexiconError:
        raise
    except HypecheckError as error:
        raise LexiconError(f"{place}, {key}: {error}") from None
