"""What of a Doc the engine reads, and the spans that it gets back."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from hypecheck.types import HypeSpan, NamedEntity

#: Labels of named entities that can be what a claim is about.
_SUBJECTS = frozenset(["PRODUCT", "ORG"])


def sentences_of(doc: Doc, text: str) -> list[tuple[int, int]] | None:
    """The pipeline's own boundaries, where it has set all of them; `text` is the Doc's."""
    if not doc.has_annotation("SENT_START", require_complete=True):
        return None
    pairs = [(sent.start_char, sent.end_char) for sent in doc.sents]
    return [offsets for pair in pairs if (offsets := _stripped(text, *pair))]


def parts_of_speech(doc: Doc) -> dict[int, str] | None:
    """Universal part of speech by the offset a token starts at, where a tagger has run."""
    if not doc.has_annotation("POS"):
        return None
    return {token.idx: token.pos_ for token in doc if token.pos_}


def entities_of(doc: Doc) -> list[NamedEntity]:
    """Products and organisations that an entity recogniser has found."""
    return [
        NamedEntity(ent.start_char, ent.end_char, ent.text, ent.label_)
        for ent in doc.ents
        if ent.label_ in _SUBJECTS
    ]


def span_of(doc: Doc, found: HypeSpan, span_id: str) -> Span:
    """The tokens that a flagged phrase touches."""
    span = doc.char_span(
        found.start_char,
        found.end_char,
        found.label,
        kb_id=found.stance,
        alignment_mode="expand",
        span_id=span_id,
    )
    assert span is not None  # offsets come from this Doc's text
    return span


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end].strip()
    if not words:
        return None
    start = text.index(words[0], start)
    return start, start + len(words)
