"""A score as the sum it is, in words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from hypecheck.types import HypeSpan, Report, Term


def explain(report: Report) -> str:
    """Lines that show every summand of the score and what each span adds.

    Parameters
    ----------
    report : Report

    Returns
    -------
    str
        The terms sum to the log-odds on the last line of the sum.
    """
    lines = ["log-odds of clear hype:"]
    lines += _sum(report.terms)
    lines += [f"  = {_logit(report.score):+.3f}, a score of {report.score:.3f}"]
    for span in report.spans:
        lines += ["", *_span(span)]
    return "\n".join(lines) + "\n"


def _sum(terms: Iterable[Term]) -> Iterator[str]:
    for term in terms:
        note = f"  ({term.text})" if term.text else ""
        yield f"  {term.value:+.3f}  {term.name}{note}"


def _span(span: HypeSpan) -> Iterator[str]:
    yield f"“{span.text}”: {span.rationale}"
    less = "less" if span.score >= 0 else "more"
    yield f"  without it the sentence would score {abs(span.score):.3f} {less}"


def _logit(score: float) -> float:
    return math.log(score / (1 - score)) if 0 < score < 1 else math.copysign(math.inf, score - 0.5)
