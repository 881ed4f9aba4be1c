"""The text with its spans, cues and hot sentences marked, in one sweep from left to right.

Spans may overlap, and links can't be nested in HTML. So the text is cut where anything begins or
ends, and each piece is a link to one of the spans that cover it: to one that no piece leads to
yet, else to the shortest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from hypecheck.report.page.inert import inert
from hypecheck.report.page.items import MOST_CARDS, MOST_OVERLAPS, Item
from hypecheck.types import SentenceScore

_LINES = re.compile(r"([^\r\n]*)([\r\n]*)")
#: Scores from which a sentence has a bar in the margin, ever broader.
HEAT = (0.1, 0.25, 0.45, 0.7)


def heat(score: float) -> int:
    """How hot a sentence is, 0 to 4."""
    return sum(score >= limit for limit in HEAT)


def marked(
    text: str,
    items: Sequence[Item],
    sentences: Iterable[SentenceScore] = (),
    *,
    anchor: str = "card-",
    cards: int = MOST_CARDS,
) -> str:
    """HTML of the text: a paragraph for each line, its spans linked to their cards.

    Parameters
    ----------
    items : sequence of Item
        Those of this text.
    anchor : str
        What the ids of the cards begin with.
    cards : int
        Number of the last item that has a card.
    """
    return "".join(_Sweep(text, items, sentences, anchor, cards).paragraphs())


def marked_line(
    text: str, items: Sequence[Item], *, anchor: str = "card-", cards: int = MOST_CARDS
) -> str:
    """The same for a title: no paragraphs, no sentences."""
    return "".join(_Sweep(text, items, (), anchor, cards).pieces())


class _Sweep:
    def __init__(
        self,
        text: str,
        items: Sequence[Item],
        sentences: Iterable[SentenceScore],
        anchor: str,
        cards: int,
    ) -> None:
        self._text = text
        self._cards = cards
        self._anchor = anchor
        self._begin: dict[int, list[Item]] = defaultdict(list)
        self._bounds = {0, len(text)}
        self._cues: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._levels = {
            s.start_char: (s.end_char, heat(s.score)) for s in sentences if heat(s.score)
        }
        for item in items:
            self._add(item)
        for start, (end, _) in self._levels.items():
            self._bounds |= {start, min(end, len(text))}
        self._opened: set[int] = set()

    def _add(self, item: Item) -> None:
        self._begin[item.start].append(item)
        self._bounds |= {item.start, item.end}
        for cue in item.cues:
            if 0 <= cue.start_char < cue.end_char <= len(self._text):
                self._cues[cue.start_char].append((cue.end_char, item.number))
                self._bounds |= {cue.start_char, cue.end_char}

    def _pieces(self) -> Iterator[tuple[int, int, list[Item], list[int]]]:
        """Stretches over which nothing begins or ends, with the items and cues that cover them."""
        covering: list[Item] = []
        cues: list[tuple[int, int]] = []
        bounds = sorted(bound for bound in self._bounds if 0 <= bound <= len(self._text))
        for start, end in pairwise(bounds):
            covering = [item for item in covering if item.end > start]
            covering = [*covering[-MOST_OVERLAPS:], *self._begin.get(start, ())]
            cues = [cue for cue in cues if cue[0] > start] + self._cues.get(start, [])
            yield start, end, covering, sorted({number for _, number in cues})

    def pieces(self) -> Iterator[str]:
        """HTML of the pieces, without paragraphs."""
        for start, end, covering, cues in self._pieces():
            yield self._piece(self._text[start:end], end, covering, cues)

    def paragraphs(self) -> Iterator[str]:
        """HTML of the pieces in a paragraph for each line."""
        line = _Line()
        for start, end, covering, cues in self._pieces():
            if start >= line.sentence_end:
                yield line.cool()
                line.sentence_end, line.level = self._levels.get(start, (0, 0))
            for words, breaks in _LINES.findall(self._text[start:end]):
                if words or breaks:
                    yield line.begin()
                if words:
                    yield line.warm() + self._piece(words, end, covering, cues)
                if breaks:
                    yield f'{line.cool()}<span class="nl">{inert(breaks)}</span>{line.finish()}'
        yield line.cool() + line.finish()

    def _piece(self, words: str, end: int, covering: list[Item], cues: list[int]) -> str:
        html = inert(words)
        if cues:
            of = " ".join(map(str, cues))
            html = f'<span class="cue" data-of="{of}">{html}</span>'
        return self._link(html, end, covering) if covering else html

    def _link(self, html: str, end: int, covering: list[Item]) -> str:
        item = self._leading(covering)
        classes = f"hit {item.classes}" + (" last" if item.end == end else "")
        if item.number > self._cards:
            return f'<mark class="{classes}">{html}</mark>'
        first = item.number not in self._opened
        self._opened.add(item.number)
        rest = "" if first else ' tabindex="-1"'
        of = " ".join(str(other.number) for other in covering)
        said = ", ".join(inert(word) for word in (item.label, item.stance) if word)
        return (
            f'<a class="{classes}" href="#{self._anchor}{item.number}" data-of="{of}"'
            f' title="{said}"{rest}>{html}</a>'
        )

    def _leading(self, covering: list[Item]) -> Item:
        """The item a piece leads to."""
        unopened = [item for item in covering if item.number not in self._opened]
        return min(unopened or covering, key=lambda item: (item.end - item.start, item.number))


class _Line:
    """Which elements are open: the paragraph, and in it the sentence with its bar."""

    def __init__(self) -> None:
        self.sentence_end = 0
        self.level = 0
        self._paragraph = False
        self._sentence = False

    def begin(self) -> str:
        if self._paragraph:
            return ""
        self._paragraph = True
        return "<p>"

    def finish(self) -> str:
        if not self._paragraph:
            return ""
        self._paragraph = False
        return "</p>"

    def warm(self) -> str:
        if self._sentence or not self.level:
            return ""
        self._sentence = True
        return f'<span class="heat h{self.level}">'

    def cool(self) -> str:
        if not self._sentence:
            return ""
        self._sentence = False
        return "</span>"
