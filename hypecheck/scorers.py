"""How good the spans of a pipeline are: spaCy's scorer for ``nlp.evaluate`` and training runs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import registry

from hypecheck.extensions import stance_of

Scores = dict[str, Any]


@registry.scorers("hypecheck.hype_scorer.v1")  # type: ignore[untyped-decorator]
def make_hype_scorer() -> Callable[..., Scores]:
    """Scorer of flagged spans, for ``scorer`` in the component's configuration."""
    return score_hype


def score_hype(examples: Iterable[Example], *, spans_key: str = "hype", **settings: Any) -> Scores:
    """Precision, recall and F1 of spans, over all, for each category and for each stance.

    Parameters
    ----------
    examples : iterable of Example
        The reference has its spans in ``doc.spans[spans_key]``, with the category as label and
        the stance as ``kb_id_`` ("asserted" where there is none).
    spans_key : str
    **settings
        Of other components' scorers; they change nothing.

    Returns
    -------
    dict
        With ``spans_key="hype"``: "spans_hype_p", "_r", "_f" and "spans_hype_per_type" count a
        span as right with its offsets and category; "spans_hype_per_stance" with its offsets and
        stance; "spans_hype_stance_acc" is the share of right stances among spans found where the
        reference has one. None where there is nothing to count.
    """
    rows = list(examples)
    attr = f"spans_{spans_key}"
    scores = _counted(rows, attr, partial(_spans, key=spans_key))
    stances = _counted(rows, attr, partial(_by_stance, key=spans_key))
    scores[f"{attr}_per_stance"] = stances[f"{attr}_per_type"]
    scores[f"{attr}_stance_acc"] = _accuracy(rows, spans_key)
    return scores


def _counted(rows: list[Example], attr: str, getter: Callable[[Doc], list[Span]]) -> Scores:
    found: Scores = Scorer.score_spans(
        rows,
        attr,
        getter=lambda doc, _: getter(doc),
        has_annotation=lambda doc: attr.removeprefix("spans_") in doc.spans,
        allow_overlap=True,
    )
    found.setdefault(f"{attr}_per_type", None)
    return found


def _spans(doc: Doc, *, key: str) -> list[Span]:
    return list(doc.spans.get(key, ()))


def _by_stance(doc: Doc, *, key: str) -> list[Span]:
    """Spans with their stance as label, so that spaCy counts stances."""
    return [Span(doc, s.start, s.end, label=stance_of(s)) for s in _spans(doc, key=key)]


def _accuracy(rows: list[Example], key: str) -> float | None:
    """Share of right stances among the spans that both sides have."""
    right = both = 0
    for row in rows:
        wanted = {(s.start_char, s.end_char): stance_of(s) for s in _spans(row.reference, key=key)}
        for span in _spans(row.predicted, key=key):
            stance = wanted.get((span.start_char, span.end_char))
            both += stance is not None
            right += stance == stance_of(span)
    return right / both if both else None
