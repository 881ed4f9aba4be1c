"""Elements of a pattern, put together: brackets, gaps, and what each begins and ends with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hypecheck.patterns.keys import Key, best_keys

#: Blanks or a hyphen (one with blanks around it is a dash).
_APART = r"\"?[ \t\r\n]{1,3}\"?|-"
#: The edge of a mark.
_BEFORE_MARK, _BEHIND_QUOTE = r"(?=['\",:;.!?])", r"(?<=\")"
_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """One element of a pattern.

    Attributes
    ----------
    anchors : frozenset of str or None
        Words one of which it holds; None where none is sure.
    optional : bool
        It may be missing.
    nullable : bool
        It may match without holding a word: missing, or a mark.
    first, last : frozenset of str or None
        Words (runs of letters and digits) that it can begin and end with; None if any.
    keys : tuple of Key or None
        As `Pattern.keys`.
    mark : str
        The mark of punctuation that it is and that must stand there, or "".
    flush : bool
        What it matches begins with one of `first`, with no mark before it.
    bracket : bool
        One end of the flagged part.
    marked : bool
        It can begin with a mark of punctuation, or not match anything where it stands.
    hollow : bool
        Also where it isn't missing it can match nothing.
    """

    regex: str
    anchors: frozenset[str] | None = None
    optional: bool = False
    nullable: bool = False
    first: frozenset[str] | None = _NONE
    last: frozenset[str] | None = _NONE
    keys: tuple[Key, ...] | None = None
    mark: str = ""
    flush: bool = False
    bracket: bool = False
    marked: bool = False
    hollow: bool = False


def gap(*, marked: bool, quoted: bool) -> str:
    """Expression of what stands between two parts.

    Expressions are compiled when first needed, half a millisecond each: what can't match in a
    place is not written there.

    Parameters
    ----------
    marked : bool
        A mark can follow, and then nothing need stand between.
    quoted : bool
        A quotation mark can stand before, likewise.
    """
    edges = "|" + _BEFORE_MARK if marked else ""
    edges += "|" + _BEHIND_QUOTE if quoted else ""
    return f"(?:{_APART}{edges})"


def choice(
    branches: Sequence[tuple[str, Sequence[Part], frozenset[str] | None]], *, optional: bool
) -> Part:
    """Part of a bracket with its branches: expression, parts and anchors of each."""
    anchors: set[str] = set()
    for _, _, found in branches:
        anchors |= found or _NONE
    sure = all(found for _, _, found in branches) and not optional
    keys = [best_keys(parts) for _, parts, _ in branches]
    hollow = any(all(p.optional or p.hollow for p in parts) for _, parts, _ in branches)
    return Part(
        f"(?:{'|'.join(regex for regex, _, _ in branches)})",
        anchors=frozenset(anchors) if sure else None,
        optional=optional,
        nullable=optional or any(all(p.nullable for p in parts) for _, parts, _ in branches),
        first=_ends(p for _, parts, _ in branches for p in _up_to_word(parts, last=False)),
        last=_ends(p for _, parts, _ in branches for p in _up_to_word(parts, last=True)),
        flush=not optional and all(begins_flush(parts) for _, parts, _ in branches),
        keys=None if None in keys else _merged(key for found in keys for key in found or ()),
        marked=hollow or any(begins_marked(parts) for _, parts, _ in branches),
        hollow=hollow,
    )


def begins_flush(parts: Sequence[Part]) -> bool:
    """Tell whether a row of parts begins with one whose first words are known and stand first."""
    return next((part.flush for part in parts if not part.bracket), False)


def begins_marked(parts: Iterable[Part]) -> bool:
    """Tell whether a row of parts can begin with a mark of punctuation."""
    for part in parts:
        if part.marked:
            return True
        if not (part.optional or part.bracket):
            return False
    return True


def _ends(sets: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    words: set[str] = set()
    for found in sets:
        if found is None:
            return None
        words |= found
    return frozenset(words)


def _up_to_word(parts: Sequence[Part], *, last: bool) -> list[frozenset[str] | None]:
    """What the parts at one end can begin (or end) with, up to the first that holds a word."""
    found = []
    for part in reversed(parts) if last else parts:
        found.append(part.last if last else part.first)
        if not part.nullable:
            break
    return found


def _merged(keys: Iterable[Key]) -> tuple[Key, ...]:
    """Keys of the same neighbours, and then of the same words, made one: fewer to look up."""
    words: dict[tuple[frozenset[str] | None, ...], set[str]] = {}
    for key in keys:
        words.setdefault((key.before, key.after), set()).update(key.words)
    beside: dict[tuple[frozenset[str], bool, bool], tuple[set[str], set[str]]] = {}
    for (before, after), found in words.items():
        place = (frozenset(found), before is None, after is None)
        befores, afters = beside.setdefault(place, (set(), set()))
        befores |= before or _NONE
        afters |= after or _NONE
    return tuple(
        Key(
            found,
            before=None if any_before else frozenset(befores),
            after=None if any_after else frozenset(afters),
        )
        for (found, any_before, any_after), (befores, afters) in beside.items()
    )
