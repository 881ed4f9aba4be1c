"""The one place that knows the order: text, spans, stance, claims, evidence, score, report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from hypecheck.claims import ClaimReader, TopicReader, read_puffery
from hypecheck.dates import YEARS, latest
from hypecheck.evidence import ReleaseDB, ReleaseVerifier
from hypecheck.lexicon import Lexicon, load_lexicon, read_entries
from hypecheck.linking import PRIOR_ART_LABELS, claim_hits, in_voice, noted, overlapping, rationale
from hypecheck.naming import named, said
from hypecheck.scoring import ScoredSentence, SentenceScorer, document_score, load_scorer
from hypecheck.spans import LexiconMatcher
from hypecheck.stance import ContextStance
from hypecheck.text import make_document
from hypecheck.text.dateline import find_dateline
from hypecheck.types import (
    AsOfSource,
    Claim,
    Document,
    Evidence,
    Hit,
    HypeSpan,
    NamedEntity,
    Report,
    SentenceScore,
    StanceMark,
)

_Pos = Mapping[int, str] | None
#: Alternative wordings that are parsed and checked again before one is shown.
_TRIED = 6


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text with everything that was found in it."""

    document: Document
    hits: list[Hit]
    marks: list[StanceMark]
    claims: list[Claim]


class Analyzer:
    """All stages, joined.

    Parameters
    ----------
    lexicon : Lexicon
    db : ReleaseDB
    scorer : SentenceScorer

    Notes
    -----
    Works on characters and needs no tokens: spaCy only brings texts in and takes spans out.
    """

    def __init__(self, lexicon: Lexicon, db: ReleaseDB, scorer: SentenceScorer) -> None:
        self.matcher = LexiconMatcher(lexicon)
        self.stance = ContextStance()
        self.reader = ClaimReader()
        self.db = db
        self.verifier = ReleaseVerifier(db)
        self.scorer = scorer

    def analyze(
        self,
        text: str,
        *,
        as_of: date | None = None,
        title: str | None = None,
        id: str | None = None,
        sentences: Sequence[tuple[int, int]] | None = None,
        pos: Mapping[int, str] | None = None,
        entities: Sequence[NamedEntity] = (),
    ) -> Report:
        """Report on one text.

        Parameters
        ----------
        text : str
        as_of : date, optional
            Day up to which releases count; by default the text's date line, else today.
        title, id : str, optional
        sentences : sequence of (int, int), optional
            Boundaries that someone else has found.
        pos : mapping of int to str, optional
            Universal part of speech by the offset a word starts at.
        entities : sequence of NamedEntity, optional
            Products and organisations, for claims about what the table doesn't know.
        """
        day, source = _as_of(text, as_of)
        body = self._read(make_document(text, sentences=sentences), day, pos, entities)
        head = self._read(make_document(title or "", part="title"), day, None)
        scored, scored_head = self._score(body), self._score(head)
        total = document_score(self.scorer, scored, scored_head)
        spans = [*self._spans(head, scored_head, day), *self._spans(body, scored, day)]
        floor = self.scorer.score_sentence("").score
        compared = [read_puffery(one.document, self.db) for one in (head, body)]
        return Report(
            text=text,
            score=total.score,
            spans=noted(spans, (*compared[0], *compared[1])),
            claims=(*head.claims, *body.claims),
            sentences=tuple(
                SentenceScore(start, end, one.score, one.terms)
                if one.hits
                else SentenceScore(start, end, floor)
                for (start, end), one in zip(body.document.sentences, scored, strict=True)
            ),
            own_voice=total.own_voice,
            quoted_voice=total.quoted_voice,
            terms=total.terms,
            title=title,
            as_of=day.isoformat(),
            as_of_source=source,
            snapshot=self.db.snapshot_id,
            version=_version(),
            id=id,
            comparisons=(*compared[0], *compared[1]),
        )

    def _read(
        self, document: Document, day: date, pos: _Pos, entities: Sequence[NamedEntity] = ()
    ) -> _Reading:
        hits = self.matcher.find(document, pos)
        claims = self.reader.extract(document, self.db, day)
        if entities:
            claims = [named(claim, document, entities, self.db, day) for claim in claims]
        hits = sorted([*hits, *claim_hits(claims, hits)], key=lambda hit: hit.start_char)
        if not hits and not claims:
            return _Reading(document, [], [], [])
        pseudo = [Hit(c.start_char, c.end_char, "priority", "claim", 1, c.sentence) for c in claims]
        marks = self.stance.tag(document, [*hits, *pseudo])
        claims = [
            in_voice(self._settle(said(claim, mark, document), day))
            for claim, mark in zip(claims, marks[len(hits) :], strict=True)
        ]
        return _Reading(document, hits, marks[: len(hits)], claims)

    def _settle(self, claim: Claim, day: date) -> Claim:
        """The claim with its verdict and, where it doesn't hold as worded, a wording that does."""
        checked = self.verifier.verify(claim, day)
        vague = checked.robustness == "definition-sensitive"
        if checked.verdict != "REFUTED" and not (vague and checked.verdict == "NOT_ENOUGH_INFO"):
            return checked
        wordings = [
            wording
            for wording in self.verifier.restatements(checked, day)[:_TRIED]
            if self._holds(wording.text, checked, day)
        ]
        if not wordings:
            return checked
        first, *others = wordings
        return replace(
            checked,
            restatement=first.text,
            alternatives=tuple(other.text for other in others[:3]),
            stretch=first.stretch,
        )

    def _holds(self, wording: str, claim: Claim, day: date) -> bool:
        """Read a wording as if it stood in a text, and check it as any other claim."""
        for again in self.reader.extract(make_document(wording), self.db, day):
            maker = again.facets.organization or claim.facets.organization
            bound = replace(
                again,
                subject=claim.subject or again.subject,
                subject_text=again.subject_text if claim.subject else claim.subject_text,
                facets=replace(again.facets, organization=maker),
            )
            if self.verifier.verify(bound, day).verdict == "SUPPORTED":
                return True
        return False

    def _score(self, reading: _Reading) -> list[ScoredSentence]:
        by_sentence: dict[int, list[int]] = {}
        for number, hit in enumerate(reading.hits):
            by_sentence.setdefault(hit.sentence, []).append(number)
        text, norm = reading.document.text, reading.document.norm
        scored = []
        for index, (start, end) in enumerate(reading.document.sentences):
            numbers = by_sentence.get(index)
            if numbers is None:
                scored.append(self.scorer.score_sentence(text[start:end], norm=norm[start:end]))
                continue
            hits = [_moved(reading.hits[number], -start) for number in numbers]
            marks = [reading.marks[number] for number in numbers]
            scored.append(self.scorer.score_sentence(text[start:end], hits, marks))
        return scored

    def _spans(
        self, reading: _Reading, scored: Sequence[ScoredSentence], day: date
    ) -> list[HypeSpan]:
        spans = []
        topics = TopicReader(reading.document, self.db, day)
        for hit, mark in zip(reading.hits, reading.marks, strict=True):
            claim = overlapping(reading.claims, hit.start_char, hit.end_char)
            start = reading.document.sentences[hit.sentence][0]
            span = HypeSpan(
                start_char=hit.start_char,
                end_char=hit.end_char,
                text=reading.document.text[hit.start_char : hit.end_char],
                label=hit.label,
                part=reading.document.part,
                score=self._contribution(scored[hit.sentence], _moved(hit, -start)),
                entry=hit.entry,
                intensity=hit.intensity,
                claim=claim,
                prior_art=() if claim else self._prior_art(hit, topics, day),
            ).with_stance(mark)
            spans.append(replace(span, rationale=rationale(span)))
        return spans

    def _contribution(self, sentence: ScoredSentence, hit: Hit) -> float:
        """What the sentence's probability would lose without the hit."""
        kept = [number for number, other in enumerate(sentence.hits) if other != hit]
        without = self.scorer.score_sentence(
            sentence.text,
            [sentence.hits[number] for number in kept],
            [sentence.marks[number] for number in kept],
        )
        return sentence.score - without.score

    def _prior_art(self, hit: Hit, topics: TopicReader, day: date) -> tuple[Evidence, ...]:
        """Comparable releases from before."""
        topic = topics.read(hit.sentence) if hit.label in PRIOR_ART_LABELS else None
        if topic is None:
            return ()
        return self.verifier.prior_art(topic.facets, day, subject=topic.subject)


def build_analyzer(
    *, lexicon: str | None = None, releases: str | None = None, classifier: str | None = None
) -> Analyzer:
    """All stages from files; None means the file that ships with the package.

    Parameters
    ----------
    lexicon, releases, classifier : str, optional
        Paths of a JSONL vocabulary, a JSONL release table and a skops artefact.
    """
    if lexicon is None and releases is None and classifier is None:
        return default_analyzer()
    words = load_lexicon()
    if lexicon is not None:
        own = read_entries(Path(lexicon).read_text(encoding="utf-8"), lexicon)
        words = Lexicon(tuple(own), words.exclusions)
    db = ReleaseDB.load() if releases is None else ReleaseDB.load(releases)
    return Analyzer(words, db, load_scorer(classifier))


@lru_cache(maxsize=1)
def default_analyzer() -> Analyzer:
    """All stages with the data that ships with the package, made once a process."""
    return Analyzer(load_lexicon(), ReleaseDB.load(), load_scorer())


def build_annotator() -> Callable[[str], tuple[list[Hit], list[StanceMark]]]:
    """What training sees of a sentence: hits and stance, found the way they are found in use."""
    matcher, stance = LexiconMatcher(load_lexicon()), ContextStance()
    reader, db = ClaimReader(), ReleaseDB.load()

    def annotate(text: str) -> tuple[list[Hit], list[StanceMark]]:
        document = make_document(text, sentences=[(0, len(text))])
        hits = matcher.find(document)
        claims = reader.extract(document, db, latest(str(YEARS[-1])))
        hits = sorted([*hits, *claim_hits(claims, hits)], key=lambda hit: hit.start_char)
        return hits, stance.tag(document, hits)

    return annotate


def _as_of(text: str, given: date | None) -> tuple[date, AsOfSource]:
    if given is not None:
        return given, "given"
    written = find_dateline(text)
    if written is not None:
        return written, "date line"
    return date.today(), "today"


def _moved(hit: Hit, by: int) -> Hit:
    return replace(hit, start_char=hit.start_char + by, end_char=hit.end_char + by)


@lru_cache(maxsize=1)
def _version() -> str:
    return version("hypecheck")
