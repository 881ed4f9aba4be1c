"""The tables a run writes, column by column; JSONL rows have the same fields as Parquet rows.

Types are written as "string", "int32", "float64", a list as ``[type]``, a struct as a dict.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypecheck.errors import MissingExtraError

#: A release that speaks for or against a claim or a phrase.
EVIDENCE: Mapping[str, Any] = {
    "release": "string",  # id in the release table
    "relation": "string",  # counterexample, prior_art or support
    "event": "string",
    "date": "string",  # YYYY[-MM[-DD]]
}
_CUE: Mapping[str, Any] = {"text": "string", "start_char": "int32", "end_char": "int32"}
#: A flagged phrase.
SPAN: Mapping[str, Any] = {
    "start_char": "int32",
    "end_char": "int32",
    "part": "string",  # text or title: what the offsets point into
    "text": "string",
    "label": "string",
    "stance": "string",
    "score": "float64",
    "entry": "string",
    "speaker": "string",
    "cues": [_CUE],
    "verdict": "string",  # of its claim
    "evidence": [EVIDENCE],  # its claim's, or prior art
    "restatement": "string",
}
_FACETS: Mapping[str, Any] = {
    "organization": "string",
    "country": "string",
    "openness": "string",
    "kind": "string",
    "purpose": "string",
    "traits": ["string"],
    "licence": "string",
    "family": "string",
    "min_parameters": "int64",
    "max_parameters": "int64",
    "min_context": "int64",
    "undecided": ["string"],
}
#: A checkable claim.
CLAIM: Mapping[str, Any] = {
    "start_char": "int32",
    "end_char": "int32",
    "part": "string",
    "text": "string",
    "sentence": "string",  # the words of its sentence
    "quantifier": "string",
    "ordinal": "int32",
    "subject": "string",
    "subject_text": "string",
    "facets": _FACETS,
    "since": "string",
    "anchor": "string",
    "as_of": "string",
    "stance": "string",
    "speaker": "string",
    "verdict": "string",
    "robustness": "string",
    "reason": "string",
    "evidence": [EVIDENCE],
    "restatement": "string",
    "alternatives": ["string"],
}
_SENTENCE: Mapping[str, Any] = {"start_char": "int32", "end_char": "int32", "score": "float64"}
#: One row an article.
ARTICLE: Mapping[str, Any] = {
    "id": "string",
    "file": "string",
    "row": "int64",
    "title": "string",
    "url": "string",
    "outlet": "string",
    "author": "string",
    "status": "string",  # scored, or not_scored for a text of another language
    "language": "string",  # ISO 639-1, und where too little is there to tell
    "words": "int32",
    "as_of": "string",
    "as_of_source": "string",  # given, date line, page or today
    "score": "float64",
    "own_voice": "float64",
    "quoted_voice": "float64",
    "sentences": [_SENTENCE],
    "spans": [SPAN],
    "claims": [CLAIM],
    "snapshot": "string",  # day the release table reaches to
    "version": "string",  # of hypecheck
}
#: One row a flagged phrase: `SPAN` without its lists, after what its article is known by.
FLAT_SPAN: Mapping[str, Any] = {
    "article": "string",
    "file": "string",
    "row": "int64",
    "outlet": "string",
    "as_of": "string",
    "article_score": "float64",
    **{name: kind for name, kind in SPAN.items() if not isinstance(kind, list)},
    "cues": "string",  # the cues' words, with "; " between
    "evidence": "string",  # ids of releases, likewise
}


def arrow_schema(table: Mapping[str, Any]) -> Any:
    """Arrow schema of one of the tables above.

    Raises
    ------
    MissingExtraError
        pyarrow isn't installed.
    """
    try:
        import pyarrow as pa
    except ImportError:
        raise MissingExtraError("pyarrow", "data") from None

    def arrow(kind: Any) -> Any:
        if isinstance(kind, list):
            return pa.list_(arrow(kind[0]))
        if isinstance(kind, str):
            return getattr(pa, kind)()
        return pa.struct([(name, arrow(inner)) for name, inner in kind.items()])

    return pa.schema([(name, arrow(kind)) for name, kind in table.items()])
