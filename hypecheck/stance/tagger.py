"""The stance tagger: cues with their scopes, quotations with their speakers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hypecheck.stance.cues import CueRule, load_cues
from hypecheck.stance.finder import CueFinder, Found
from hypecheck.stance.forms import (
    afterthought,
    condition,
    handle,
    headline_purpose,
    is_caption,
    question,
)
from hypecheck.stance.quoted import Quoted, quoted_stance
from hypecheck.stance.quotes import Quote, find_quotes, overlapping
from hypecheck.stance.scope import Sentence, reaches
from hypecheck.stance.speakers import speaker_of
from hypecheck.types import STANCES, Cue, Document, Hit, Stance, StanceMark

_MOST_CUES = 3
#: No cue reaches further than this many characters; a text without full stops stays cheap.
_REACH = 1000
_Votes = dict[str, list[Cue]]


class ContextStance:
    """Tells in whose voice each span is made, with the cues that say so.

    The strongest distance wins: rejected, hedged, attributed, asserted.

    Parameters
    ----------
    cues : sequence of CueRule, optional
        Rules to use; those of the package if not given.
    """

    def __init__(self, cues: Sequence[CueRule] | None = None) -> None:
        self._finder = CueFinder(load_cues() if cues is None else cues)

    def tag(self, document: Document, hits: Sequence[Hit]) -> list[StanceMark]:
        """One mark per hit, in order.

        Parameters
        ----------
        document : Document
        hits : sequence of Hit
            In any order; each names its sentence.
        """
        if not hits:
            return []
        reader = _Reader(document, self._finder)
        return [reader.mark(hit) for hit in hits]


class _Reader:
    """One document while it is read; each sentence is analysed once."""

    def __init__(self, document: Document, finder: CueFinder) -> None:
        self._document = document
        self._finder = finder
        self._quotes = find_quotes(document.text)
        self._starts = [start for start, _ in document.sentences]
        self._sentences: dict[tuple[int, int], Sentence] = {}
        self._looking: dict[int, bool] = {}

    def mark(self, hit: Hit) -> StanceMark:
        """Decide the stance of one span."""
        sentence = self._sentence(hit.sentence, hit)
        acting = [found for found in sentence.found if reaches(found, hit, sentence)]
        votes: _Votes = {}
        for found in [*acting, *self._verdicts(hit)]:
            votes.setdefault(found.rule.category, []).append(found.cue(self._document.text))
        for cue in self._forms(hit, sentence):
            votes.setdefault(cue.category, []).append(cue)
        voices = [found for found in acting if found.rule.category == "attributed"]
        quoted = self._quoted(hit, sentence, attributed=bool(voices or votes.get("hedged")))
        if quoted:
            votes.setdefault(quoted.stance, []).append(self._mark_cue(quoted.quote, quoted.stance))
            voices = voices or self._voices_nearby(hit, quoted.quote)
        if votes.get("attributed"):
            votes.setdefault("rejected", []).extend(self._scorn(hit, sentence))
        return self._decide(hit, votes, voices)

    def _sentence(self, index: int, hit: Hit) -> Sentence:
        """Read a sentence, or as much of it as lies within reach of a span."""
        start, end = self._document.sentences[index]
        start = min(max(start, hit.start_char - _REACH), end)
        end = max(min(end, hit.end_char + _REACH), start)
        if (start, end) not in self._sentences:
            found = self._finder.find(self._document.norm, start, end)
            text, norm = self._document.text, self._document.norm
            self._sentences[start, end] = Sentence(text, norm, start, end, found, self._quotes)
        return self._sentences[start, end]

    def _neighbour(self, index: int, hit: Hit) -> Sentence | None:
        return self._sentence(index, hit) if 0 <= index < len(self._starts) else None

    def _verdicts(self, hit: Hit) -> list[Found]:
        """Cues of the next sentence that speak about this one ("He is wrong.")."""
        number = hit.sentence + 1
        if number >= len(self._starts) or not self._looks_back(number):
            return []
        following = self._sentence(number, hit)
        return [found for found in following.found if found.rule.scope == "previous"]

    def _looks_back(self, number: int) -> bool:
        """Tell whether a sentence may judge the one before; few do, and the others aren't read."""
        if number not in self._looking:
            words = self._document.words.of(number)
            self._looking[number] = self._finder.may_look_back(words)
        return self._looking[number]

    def _scorn(self, hit: Hit, sentence: Sentence) -> Iterator[Cue]:
        """Cues of contempt for what others say, outside the words they say."""
        own = [*overlapping(self._quotes, hit.start_char, hit.end_char)]
        for found in sentence.found:
            inside = any(quote.start <= found.start < quote.end for quote in own)
            overlap = found.start < hit.end_char and hit.start_char < found.end
            if found.rule.scope == "spoken" and not inside and not overlap:
                yield found.cue(self._document.text)

    def _forms(self, hit: Hit, sentence: Sentence) -> Iterator[Cue]:
        for form in (question, headline_purpose, afterthought, condition, handle):
            cue = form(self._document, sentence.start, sentence.end, hit)
            if cue:
                yield cue

    def _quoted(self, hit: Hit, sentence: Sentence, *, attributed: bool) -> Quoted | None:
        headline = is_caption(self._document, sentence.start, sentence.end)
        return quoted_stance(
            self._document, hit, self._quotes, attributed=attributed, headline=headline
        )

    def _mark_cue(self, quote: Quote, stance: Stance) -> Cue:
        """Return the opening mark of a quotation; all of it, where it is a scare quote."""
        end = quote.end if stance == "rejected" else quote.start + 1
        if not quote.opened:
            return Cue(
                self._document.text[quote.end - 1 : quote.end], quote.end - 1, quote.end, stance
            )
        return Cue(self._document.text[quote.start : end], quote.start, end, stance)

    def _voices_nearby(self, hit: Hit, quote: Quote) -> list[Found]:
        """Verbs of speech outside a quotation, in its sentence or the ones beside it."""
        for index in (hit.sentence, hit.sentence + 1, hit.sentence - 1):
            near = self._neighbour(index, hit)
            if near is None or "\n" in self._between(index, hit.sentence):
                continue
            voices = [
                found
                for found in near.found
                if found.rule.tail and not quote.start <= found.start < quote.end
            ]
            if voices:
                return voices
        return []

    def _between(self, one: int, other: int) -> str:
        first, second = sorted((one, other))
        sentences = self._document.sentences
        return self._document.text[sentences[first][1] : sentences[second][0]]

    def _decide(self, hit: Hit, votes: _Votes, voices: Sequence[Found]) -> StanceMark:
        if "asserted" in votes:
            votes.pop("attributed", None)
        stance: Stance = next((s for s in reversed(STANCES) if votes.get(s)), "asserted")
        # The nearest first; of two that begin together, the one that says more. The rest of the
        # key settles what is left, so that the order is the same in every process.
        cues = sorted(
            set(votes.get(stance, ())),
            key=lambda cue: (
                abs(cue.start_char - hit.start_char),
                -cue.end_char,
                cue.start_char,
                cue.category,
            ),
        )
        speaker = None if stance == "asserted" else self._speaker(voices)
        return StanceMark(stance, tuple(cues[:_MOST_CUES]), speaker)

    def _speaker(self, voices: Sequence[Found]) -> str | None:
        """Name the first speaker that a verb of speech names."""
        for found in voices:
            index = bisect_right(self._starts, found.start) - 1
            name = speaker_of(self._document.text, found, *self._document.sentences[index])
            if name:
                return name
        return None
