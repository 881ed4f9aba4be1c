"""Texts with characters that nobody sees: read as they look, answered as they came."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from hypecheck.errors import InputError
from hypecheck.text.unseen import SeenText, has_unseen
from hypecheck.types import (
    Claim,
    Comparison,
    Cue,
    HypeSpan,
    NamedEntity,
    Report,
    SentenceScore,
)

Placed = TypeVar("Placed", Claim, Comparison, Cue, HypeSpan)


def hides_something(text: str, title: str | None) -> bool:
    """Tell whether a text or its title holds a character that nobody sees.

    Raises
    ------
    InputError
        The title, of which this is the first look, is no text.
    """
    if not isinstance(title, str | None):
        raise InputError(f"A title is a {type(title).__name__}. Allowed: str.")
    return has_unseen(text) or has_unseen(title or "")


def analyze_seen(
    analyze: Callable[..., Report],
    text: str,
    title: str | None,
    as_of: date | None,
    id: str | None,
    sentences: Sequence[tuple[int, int]] | None,
    pos: Mapping[int, str] | None,
    entities: Sequence[NamedEntity],
) -> Report:
    """Report on a text as it looks, with every offset into the text as it came.

    Parameters
    ----------
    analyze : callable
        `Analyzer.analyze`, of which the rest are the arguments.
    """
    body, head = SeenText(text), SeenText(title or "")
    report = analyze(
        body.text,
        title=None if title is None else head.text,
        as_of=as_of,
        id=id,
        sentences=None if sentences is None else _sentences(sentences, body),
        pos=None if pos is None else {body.offset(at): tag for at, tag in pos.items()},
        entities=_entities(entities, body),
    )
    return _as_it_came(report, body, head, title)


def _sentences(sentences: Sequence[tuple[int, int]], body: SeenText) -> list[tuple[int, int]]:
    """Sentences of the text as it looks, without the blanks that now stand at their ends."""
    found = []
    for start, end in sentences:
        first, last = body.offset(start), body.offset(end)
        words = body.text[first:last]
        first += len(words) - len(words.lstrip())
        last -= len(words) - len(words.rstrip())
        if first < last:
            found.append((first, last))
    return found


def _entities(entities: Sequence[NamedEntity], body: SeenText) -> list[NamedEntity]:
    found = []
    for entity in entities:
        start, end = body.offset(entity.start_char), body.offset(entity.end_char)
        if start < end:
            found.append(NamedEntity(start, end, body.text[start:end], entity.label))
    return found


def _as_it_came(report: Report, body: SeenText, head: SeenText, title: str | None) -> Report:
    def scores(found: Sequence[SentenceScore], seen: SeenText) -> tuple[SentenceScore, ...]:
        places = [seen.back(one.start_char, one.end_char) for one in found]
        return tuple(
            replace(one, start_char=start, end_char=end)
            for one, (start, end) in zip(found, places, strict=True)
        )

    def seen_of(found: HypeSpan | Claim | Comparison) -> SeenText:
        return body if found.part == "text" else head

    return replace(
        report,
        text=body.source,
        title=title,
        spans=tuple(_span(span, seen_of(span)) for span in report.spans),
        claims=tuple(_moved(claim, seen_of(claim)) for claim in report.claims),
        comparisons=tuple(_moved(one, seen_of(one)) for one in report.comparisons),
        sentences=scores(report.sentences, body),
        title_sentences=scores(report.title_sentences, head),
    )


def _span(span: HypeSpan, seen: SeenText) -> HypeSpan:
    return replace(
        _moved(span, seen),
        cues=tuple(_moved(cue, seen) for cue in span.cues),
        claim=_moved(span.claim, seen) if span.claim else None,
    )


def _moved(found: Placed, seen: SeenText) -> Placed:
    start, end = seen.back(found.start_char, found.end_char)
    return replace(found, start_char=start, end_char=end, text=seen.source[start:end])
