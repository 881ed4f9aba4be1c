"""A score as the sum it is, and what each span does to it, in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from hypecheck.types import HypeSpan, Report, SentenceScore, Term

_SHOWN = 72


def explain(report: Report) -> str:
    """Lines that show every summand of every score, and each score without each span.

    Parameters
    ----------
    report : Report

    Returns
    -------
    str
        The summands of each sum add up to the log-odds on its last line. Scores without a span
        come from the model, which was asked again with the span left out.
    """
    lines = ["text: log-odds of clear hype", *_sum(report.terms, report.score)]
    for part, text, sentences in (
        ("title", report.title or "", report.title_sentences),
        ("text", report.text, report.sentences),
    ):
        for sentence in sentences:
            spans = [span for span in report.spans if span.part == part and _in(span, sentence)]
            if spans:
                lines += ["", *_sentence(report, part, text, sentence, spans)]
    return "\n".join(lines) + "\n"


def _in(span: HypeSpan, sentence: SentenceScore) -> bool:
    return sentence.start_char <= span.start_char < sentence.end_char


def _sentence(
    report: Report, part: str, text: str, sentence: SentenceScore, spans: Iterable[HypeSpan]
) -> Iterator[str]:
    words = _short(text[sentence.start_char : sentence.end_char])
    yield f"{'title' if part == 'title' else 'sentence'}: “{words}”"
    if sentence.terms == report.terms:
        yield f"  the text's only sentence: the sum above, a score of {sentence.score:.3f}"
    else:
        yield from _sum(sentence.terms, sentence.score)
    for span in spans:
        yield from _span(report, sentence, span)


def _sum(terms: Iterable[Term], score: float) -> Iterator[str]:
    for term in terms:
        note = f"  ({_short(term.text)})" if term.text else ""
        yield f"  {term.value:+.3f}  {term.name}{note}"
    yield f"  = {_logit(score):+.3f}, a score of {score:.3f}"


def _span(report: Report, sentence: SentenceScore, span: HypeSpan) -> Iterator[str]:
    after = sentence.score - span.score
    line = f"  without “{_short(span.text)}”: sentence {sentence.score:.2f} → {after:.2f}"
    if span.text_without is not None:
        line += f", text {report.score:.2f} → {span.text_without:.2f}"
    yield line
    yield f"    {span.rationale}"


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else flat[: _SHOWN - 1].rstrip() + "…"


def _logit(score: float) -> float:
    return math.log(score / (1 - score)) if 0 < score < 1 else math.copysign(math.inf, score - 0.5)
