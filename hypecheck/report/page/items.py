"""What the page has a card for: flagged spans, claims outside them, and comparisons."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from hypecheck.report.page.colours import CATEGORIES
from hypecheck.types import Claim, Comparison, Cue, HypeSpan, Part, Report, SentenceScore

#: Cards on one page; a text with more of them is marked to its end, but a browser would choke
#: on the cards.
MOST_CARDS = 2000
STANCES = ("asserted", "attributed", "hedged", "rejected")
#: Neighbours that a card names.
MOST_OVERLAPS = 6


@dataclass(frozen=True, slots=True)
class Item:
    """One thing with a card.

    Attributes
    ----------
    number : int
        From 1, in reading order.
    overlaps : tuple of int
        Numbers of the items that share characters with this one.
    """

    number: int
    start: int
    end: int
    part: Part
    label: str
    stance: str = ""
    cues: tuple[Cue, ...] = ()
    text: str = ""
    span: HypeSpan | None = None
    claim: Claim | None = None
    comparison: Comparison | None = None
    overlaps: tuple[int, ...] = ()

    @property
    def classes(self) -> str:
        """Classes for its colour and the style of its stance."""
        category = self.label if self.label in CATEGORIES else "other"
        stance = self.stance if self.stance in STANCES else "none"
        return f"k-{category} s-{stance}"


def items_of(report: Report) -> list[Item]:
    """Everything with a card, the title's first, then in reading order."""
    found = [*_spans(report), *_claims(report), *_comparisons(report)]
    found = [item for item in found if _stands(item, report)]
    found.sort(key=lambda item: (item.part == "text", item.start, -item.end))
    numbered = [replace(item, number=at) for at, item in enumerate(found, start=1)]
    near = _overlaps(numbered)
    return [replace(item, overlaps=tuple(near.get(item.number, ()))) for item in numbered]


def _stands(item: Item, report: Report) -> bool:
    """Whether the offsets lie in their text; a report made by hand may have others."""
    within = report.text if item.part == "text" else report.title or ""
    return 0 <= item.start < item.end <= len(within)


def _spans(report: Report) -> Iterator[Item]:
    for span in report.spans:
        yield Item(
            0, span.start_char, span.end_char, span.part, span.label, span.stance, span.cues,
            span.text, span, span.claim,
        )  # fmt: skip


def _claims(report: Report) -> Iterator[Item]:
    """Claims that no flagged span carries."""
    carried = {(c.part, c.start_char, c.end_char) for s in report.spans if (c := s.claim)}
    for claim in report.claims:
        if (claim.part, claim.start_char, claim.end_char) not in carried:
            yield Item(
                0, claim.start_char, claim.end_char, claim.part, "claim", claim.stance,
                text=claim.text, claim=claim,
            )  # fmt: skip


def _comparisons(report: Report) -> Iterator[Item]:
    for one in report.comparisons:
        yield Item(
            0, one.start_char, one.end_char, one.part, "comparison", text=one.text, comparison=one
        )


def _overlaps(items: Sequence[Item]) -> dict[int, list[int]]:
    near: dict[int, list[int]] = {}
    open_items: list[Item] = []
    for item in items:
        open_items = [o for o in open_items if o.part == item.part and o.end > item.start]
        for other in open_items[-MOST_OVERLAPS:]:
            for one, two in ((item, other), (other, item)):
                known = near.setdefault(one.number, [])
                if len(known) < MOST_OVERLAPS:
                    known.append(two.number)
        open_items = [*open_items[-MOST_OVERLAPS:], item]
    return near


class Sentences:
    """Finds the sentence of an item."""

    def __init__(self, sentences: Sequence[SentenceScore]) -> None:
        self._all = sentences
        self._starts = [sentence.start_char for sentence in sentences]

    def of(self, item: Item) -> SentenceScore | None:
        """Sentence that the item begins in; None for the title's items."""
        at = bisect_right(self._starts, item.start) - 1
        if item.part != "text" or at < 0 or self._all[at].end_char <= item.start:
            return None
        return self._all[at]
