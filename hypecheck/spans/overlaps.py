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
    """

    start: int
    end: int
    core_end: int
    entry: VocabularyEntry


def resolve(found: Iterable[Found]) -> list[Found]:
    """Spans that don't overlap, in text order.

    A verb's object never swallows another overclaim: "revolutionize the world's first …" is
    two spans. Elsewhere the earlier and longer core wins, so that a head and its modifiers
    are one span.
    """
    kept: list[Found] = []
    for one in sorted(found, key=lambda f: (f.start, -f.core_end, -f.end, -f.entry.intensity)):
        last = kept[-1] if kept else None
        if last is None or one.start >= last.end:
            kept.append(one)
        elif one.start >= last.core_end and last.entry.extend in ("object", "of"):
            kept[-1] = replace(last, end=last.core_end)
            kept.append(one)
        elif one.end > last.end:
            kept[-1] = replace(last, end=one.end)
    return kept
