"""Reports as rows of the tables in `hypecheck.bulk.schema`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from hypecheck.bulk.schema import ARTICLE, FLAT_SPAN
from hypecheck.types import Article, Claim, Evidence, HypeSpan, Report


def article_row(
    article: Article, report: Report | None, *, file: str, row: int, language: str
) -> dict[str, Any]:
    """Row of an article; without a report, of one that wasn't scored."""
    known: dict[str, Any] = dict.fromkeys(ARTICLE)
    known |= {name: getattr(article, name) for name in ("id", "title", "url", "outlet", "author")}
    known |= {
        "file": file,
        "row": row,
        "status": "not_scored" if report is None else "scored",
        "language": language,
        "words": len(article.text.split()),
        "sentences": [],
        "spans": [],
        "claims": [],
    }
    return known if report is None else known | _found(report)


def span_rows(article: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """Rows of the flat table, from an article's row."""
    for span in article["spans"]:
        known = {
            "article": article["id"],
            "article_score": article["score"],
            **{name: article[name] for name in ("file", "row", "outlet", "as_of")},
            **span,
            "cues": "; ".join(cue["text"] for cue in span["cues"]),
            "evidence": "; ".join(one["release"] for one in span["evidence"]),
        }
        yield {name: known[name] for name in FLAT_SPAN}


def _found(report: Report) -> dict[str, Any]:
    return {
        **{name: getattr(report, name) for name in ("as_of", "as_of_source", "snapshot")},
        **{name: getattr(report, name) for name in ("score", "own_voice", "quoted_voice")},
        "version": report.version,
        "sentences": [
            {"start_char": one.start_char, "end_char": one.end_char, "score": one.score}
            for one in report.sentences
        ],
        "spans": [_span(span) for span in report.spans],
        "claims": [_claim(claim, report) for claim in report.claims],
    }


def _span(span: HypeSpan) -> dict[str, Any]:
    return {
        **{name: getattr(span, name) for name in ("start_char", "end_char", "part", "text")},
        **{name: getattr(span, name) for name in ("label", "stance", "score", "entry")},
        "speaker": span.speaker,
        "cues": [
            {"text": cue.text, "start_char": cue.start_char, "end_char": cue.end_char}
            for cue in span.cues
        ],
        "verdict": span.verdict,
        "evidence": [_evidence(one) for one in span.evidence],
        "restatement": span.restatement,
    }


_COPIED = (
    *("start_char", "end_char", "part", "text", "quantifier", "ordinal", "subject"),
    *("subject_text", "since", "anchor", "as_of", "stance", "speaker", "verdict", "robustness"),
    *("reason", "restatement"),
)


def _claim(claim: Claim, report: Report) -> dict[str, Any]:
    facets = asdict(claim.facets)
    return {
        **{name: getattr(claim, name) for name in _COPIED},
        "sentence": sentence_of(claim, report),
        "facets": {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in facets.items()
        },
        "evidence": [_evidence(one) for one in claim.evidence],
        "alternatives": list(claim.alternatives),
    }


def sentence_of(claim: Claim, report: Report) -> str:
    """Words of the sentence that a claim stands in."""
    if claim.part == "title":
        return report.title or ""
    sentence = report.sentences[claim.sentence]
    return report.text[sentence.start_char : sentence.end_char]


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "release": one.release.id,
        "relation": one.relation,
        "event": one.event,
        "date": one.date,
    }
