"""One span where several entries fire on the same words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from hypecheck.protocols import VocabularyEntry


@dataclass(frozen=True, slots=True)
class Found:
    """A match of one entry, grown from its core to its whole span.

    Attributes
    ----------
    start, end : int
        The span.
    core_end : int
        End of the words that matched.
    own_end : int
        Up to here the span takes other overclaims in; what follows is a complement, and an
        overclaim in it is a span of its own.
    """

    start: int
    end: int
    core_end: int
    own_end: int
    entry: VocabularyEntry


def resolve(found: Iterable[Found]) -> list[Found]:
    """Spans that don't overlap, in text order.

    An object or complement never swallows another overclaim: "revolutionize the world's
    first …" is two spans, and so is "the largest maker of groundbreaking …". Elsewhere the
    earlier and longer core wins, so that a head and its modifiers are one span.
    """
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.core_end, -f.end, -f.entry.intensity)):
        last = kept[-1] if kept else None
        if last is None or one.start >= last.end:
            kept.append(one)
        elif one.start >= last.own_end:
            kept[-1] = replace(last, end=last.own_end)
            kept.append(one)
        elif one.end > last.end:
            kept[-1] = replace(last, end=one.end)
    return kept
