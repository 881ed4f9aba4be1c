"""The one place that knows the order: text, spans, stance, claims, evidence, score, report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.metadata import version

from hypecheck.claims import ClaimReader, TopicReader, read_puffery
from hypecheck.evidence import ReleaseDB, ReleaseVerifier
from hypecheck.lexicon import Lexicon, load_lexicon, own_lexicon
from hypecheck.linking import (
    PRIOR_ART_LABELS,
    claim_hits,
    in_voice,
    moved,
    noted,
    overlapping,
    rationale,
    sentence_scores,
    wanted,
    words_outside,
)
from hypecheck.loading import unsearched
from hypecheck.naming import named, said
from hypecheck.scoring import ScoredSentence, SentenceScorer, Without, document_score, load_scorer
from hypecheck.spans import LexiconMatcher
from hypecheck.stance import ContextStance
from hypecheck.text import make_document
from hypecheck.text.dateline import day_of
from hypecheck.types import (
    Claim,
    Document,
    Evidence,
    Hit,
    HypeSpan,
    NamedEntity,
    Report,
    StanceMark,
)
from hypecheck.unseen import analyze_seen, hides_something

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
        self.lexicon = lexicon
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
        if hides_something(text, title):
            return analyze_seen(self.analyze, text, title, as_of, id, sentences, pos, entities)
        day, source = day_of(text, as_of)
        body = self._read(make_document(text, sentences=sentences), day, pos, entities)
        head = self._read(make_document(title or "", part="title"), day, None)
        scored, scored_head = self._score(body), self._score(head)
        total = document_score(
            self.scorer, scored, scored_head, lambda: words_outside(body.document, scored)
        )
        without = Without(self.scorer, scored, scored_head, total)
        spans = [
            *self._spans(head, scored_head, day, without),
            *self._spans(body, scored, day, without),
        ]
        floor = self.scorer.silent.score
        compared = [read_puffery(one.document, self.db) for one in (head, body)]
        return Report(
            text=text,
            score=total.score,
            spans=noted(spans, (*compared[0], *compared[1])),
            claims=(*head.claims, *body.claims),
            sentences=sentence_scores(body.document, scored, floor),
            title_sentences=sentence_scores(head.document, scored_head, floor),
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
        found = wanted(claim_hits(claims, hits, document), document, self.lexicon)
        hits = sorted([*hits, *found], key=lambda hit: hit.start_char)
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
        scored = [self.scorer.silent] * len(reading.document.sentences)
        for index, numbers in by_sentence.items():
            start, end = reading.document.sentences[index]
            hits = [moved(reading.hits[number], -start) for number in numbers]
            marks, text = [reading.marks[n] for n in numbers], reading.document.text[start:end]
            scored[index] = self.scorer.score_sentence(text, hits, marks)
        return scored

    def _spans(
        self, reading: _Reading, scored: Sequence[ScoredSentence], day: date, without: Without
    ) -> list[HypeSpan]:
        spans = []
        topics = TopicReader(reading.document, self.db, day)
        for hit, mark in zip(reading.hits, reading.marks, strict=True):
            claim = overlapping(reading.claims, hit.start_char, hit.end_char)
            start = reading.document.sentences[hit.sentence][0]
            left = self._left(scored[hit.sentence], moved(hit, -start))
            spans.append(
                HypeSpan(
                    start_char=hit.start_char,
                    end_char=hit.end_char,
                    text=reading.document.text[hit.start_char : hit.end_char],
                    label=hit.label,
                    stance=mark.stance,
                    part=reading.document.part,
                    score=scored[hit.sentence].score - left.score,
                    text_without=without.score(reading.document.part, hit.sentence, left),
                    entry=hit.entry,
                    intensity=hit.intensity,
                    cues=mark.cues,
                    speaker=mark.speaker,
                    rationale=rationale(hit, mark),
                    claim=claim,
                    prior_art=() if claim else self._prior_art(hit, topics, day),
                )
            )
        return spans

    def _left(self, sentence: ScoredSentence, hit: Hit) -> ScoredSentence:
        """The sentence as if the hit had not been found in it."""
        if len(sentence.hits) == 1:
            return replace(self.scorer.silent, text=sentence.text)
        kept = [number for number, other in enumerate(sentence.hits) if other != hit]
        return self.scorer.score_sentence(
            sentence.text,
            [sentence.hits[number] for number in kept],
            [sentence.marks[number] for number in kept],
        )

    def _prior_art(self, hit: Hit, topics: TopicReader, day: date) -> tuple[Evidence, ...]:
        """Comparable releases from before."""
        topic = topics.read(hit.sentence) if hit.label in PRIOR_ART_LABELS else None
        return self.verifier.prior_art(topic.facets, day, subject=topic.subject) if topic else ()


@unsearched()
def build_analyzer(
    *,
    lexicon: str | Sequence[str] | None = None,
    lexicon_mode: str = "add",
    allow: Sequence[str] = (),
    releases: str | None = None,
    classifier: str | None = None,
) -> Analyzer:
    """All stages from files; None means what ships with the package.

    Parameters
    ----------
    lexicon : str or sequence of str, optional
        Vocabulary files (JSON lines, CSV, TOML) over the shipped one, a later one before an
        earlier one.
    lexicon_mode : {"add", "replace"}
        With "replace", those files are all that is flagged.
    allow : sequence of str
        Phrases that never flag.
    releases, classifier : str, optional
        Paths of a JSONL release table and a skops artefact.
    """
    files = [lexicon] if isinstance(lexicon, str) else list(lexicon or ())
    own = bool(files or allow or lexicon_mode != "add")
    if not own and releases is None and classifier is None:
        return default_analyzer()
    words = own_lexicon(files, mode=lexicon_mode, allow=allow) if own else load_lexicon()
    return Analyzer(words, ReleaseDB.load(releases), load_scorer(classifier))


@lru_cache(maxsize=1)
@unsearched()
def default_analyzer() -> Analyzer:
    """All stages with the data that ships with the package, made once a process."""
    return Analyzer(load_lexicon(), ReleaseDB.load(), load_scorer())


@lru_cache(maxsize=1)
def _version() -> str:
    return version("hypecheck")
