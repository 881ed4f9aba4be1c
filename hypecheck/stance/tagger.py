"""The stance tagger: cues with their scopes, quotations with their speakers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypecheck.stance.cues import CueRule, load_cues
from hypecheck.stance.finder import CueFinder, Found
from hypecheck.stance.forms import headline_purpose, is_headline, question
from hypecheck.stance.quoted import Quoted, quoted_stance
from hypecheck.stance.quotes import Quote, find_quotes
from hypecheck.stance.scope import Sentence, reaches, read_sentence
from hypecheck.stance.speakers import speaker_of
from hypecheck.types import STANCES, Cue, Document, Hit, Stance, StanceMark

_MOST_CUES = 3
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
        self._sentences: dict[int, Sentence] = {}

    def mark(self, hit: Hit) -> StanceMark:
        """The stance of one span."""
        sentence = self._sentence(hit.sentence)
        acting = [found for found in sentence.found if reaches(found, hit, sentence)]
        votes: _Votes = {}
        for found in [*acting, *self._verdicts(hit)]:
            votes.setdefault(found.rule.category, []).append(found.cue(self._document.text))
        for cue in self._forms(hit, sentence):
            votes.setdefault("hedged", []).append(cue)
        voices = [found for found in acting if found.rule.category == "attributed"]
        quoted = self._quoted(hit, sentence, attributed=bool(voices))
        if quoted:
            votes.setdefault(quoted.stance, []).append(self._mark_cue(quoted.quote, quoted.stance))
            voices = voices or self._voices_nearby(hit, quoted.quote)
        return self._decide(hit, votes, voices)

    def _sentence(self, index: int) -> Sentence:
        if index not in self._sentences:
            start, end = self._document.sentences[index]
            found = self._finder.find(self._document.norm, start, end)
            self._sentences[index] = read_sentence(
                self._document.norm, start, end, found, self._quotes
            )
        return self._sentences[index]

    def _neighbour(self, index: int) -> Sentence | None:
        return self._sentence(index) if 0 <= index < len(self._document.sentences) else None

    def _verdicts(self, hit: Hit) -> list[Found]:
        """Cues of the next sentence that speak about this one ("He is wrong.")."""
        following = self._neighbour(hit.sentence + 1)
        if following is None:
            return []
        return [found for found in following.found if found.rule.scope == "previous"]

    def _forms(self, hit: Hit, sentence: Sentence) -> Iterator[Cue]:
        for form in (question, headline_purpose):
            cue = form(self._document, sentence.start, sentence.end, hit)
            if cue:
                yield cue

    def _quoted(self, hit: Hit, sentence: Sentence, *, attributed: bool) -> Quoted | None:
        headline = is_headline(self._document, sentence.start, sentence.end)
        return quoted_stance(
            self._document, hit, self._quotes, attributed=attributed, headline=headline
        )

    def _mark_cue(self, quote: Quote, stance: Stance) -> Cue:
        """The opening mark of a quotation; all of it, where it is a scare quote."""
        end = quote.end if stance == "rejected" else quote.start + 1
        if not quote.opened:
            return Cue(self._document.text[quote.end - 1 : quote.end], quote.end - 1, quote.end, stance)
        return Cue(self._document.text[quote.start : end], quote.start, end, stance)

    def _voices_nearby(self, hit: Hit, quote: Quote) -> list[Found]:
        """Verbs of speech outside a quotation, in its sentence or the ones beside it."""
        for index in (hit.sentence, hit.sentence + 1, hit.sentence - 1):
            near = self._neighbour(index)
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
        text = self._document.text
        if "asserted" in votes:
            votes.pop("attributed", None)
        stance = next((s for s in reversed(STANCES) if votes.get(s)), "asserted")
        cues = sorted(set(votes.get(stance, ())), key=lambda cue: abs(cue.start_char - hit.start_char))
        speaker = None
        if stance != "asserted":
            names = (speaker_of(text, found, *self._bounds(found)) for found in voices)
            speaker = next((name for name in names if name), None)
        return StanceMark(stance, tuple(cues[:_MOST_CUES]), speaker)

    def _bounds(self, found: Found) -> tuple[int, int]:
        return next(
            (s.start, s.end) for s in self._sentences.values() if s.start <= found.start < s.end
        )
