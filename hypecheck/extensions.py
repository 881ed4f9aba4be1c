"""Custom attributes of spaCy's Doc and Span: getters that read rows and build records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

from hypecheck.errors import ConfigError
from hypecheck.types import STANCES, HypeSpan, Report, from_row

#: Key of the rows in `SpanGroup.attrs`.
ROWS = "hypecheck"
#: Group whose report is the Doc's where several components have written one.
DEFAULT_KEY = "hype"


def register_extensions() -> None:
    """Make `doc._.hype`, `doc._.hype_score`, `span._.hype` and the inputs known to spaCy.

    Called when a component is made; needed by hand only to read a DocBin in a fresh process.

    Raises
    ------
    ConfigError
        Another package has registered an attribute of the same name.
    """
    for holder, name, settings in _EXTENSIONS:
        if not holder.has_extension(name):
            holder.set_extension(name, **settings)
        elif holder.get_extension(name) != _as_registered(settings):
            raise ConfigError(
                f"Another package has registered {holder.__name__}._.{name}."
                " Load only one of the two in a process."
            )


def get_report(doc: Doc) -> Report | None:
    """Report of a Doc, or None where no component has run or its rows were dropped.

    Where several components have run it is that of the group "hype", or else the first's.
    """
    row = _row(doc)
    return None if row is None else _report(doc, row)


def get_reports(doc: Doc) -> dict[str, Report]:
    """Reports of a Doc by the span group that they belong to, one for each component."""
    return {str(group.name): _report(doc, group.attrs[ROWS]) for group in _groups(doc)}


def get_score(doc: Doc) -> float | None:
    """Score of a Doc, or None; of the report that `get_report` gives."""
    row = _row(doc)
    return None if row is None else float(row["score"])


def get_span(span: Span) -> HypeSpan | None:
    """What hypecheck says of a span that it flagged, or None."""
    key, _, number = span.id_.rpartition("/")
    group = span.doc.spans.get(key)
    row = None if group is None else group.attrs.get(ROWS)
    spans = row.get("spans", ()) if row else ()
    if not number.isdigit() or int(number) >= len(spans):
        return None
    found: HypeSpan = from_row(HypeSpan, spans[int(number)])
    return found if found.label == span.label_ else None


def stance_of(span: Span) -> str:
    """Stance of a flagged or annotated span; "asserted" where it has none.

    It stands in ``kb_id_``, so that it survives what drops a Doc's rows, such as
    ``Doc.from_docs``, and can be set by hand in annotated Docs.
    """
    return span.kb_id_ if span.kb_id_ in STANCES else STANCES[0]


def id_of(spans_key: str, number: int) -> str:
    """Id of a flagged span: its group and its place in the report."""
    return f"{spans_key}/{number}"


def _groups(doc: Doc) -> Iterator[SpanGroup]:
    return (group for group in doc.spans.values() if ROWS in group.attrs)


def _row(doc: Doc) -> dict[str, Any] | None:
    rows = {group.name: group.attrs[ROWS] for group in _groups(doc)}
    return rows.get(DEFAULT_KEY) or next(iter(rows.values()), None)


def _report(doc: Doc, row: dict[str, Any]) -> Report:
    return Report.from_dict({**row, "text": doc.text})


_EXTENSIONS: tuple[tuple[Any, str, dict[str, Any]], ...] = (
    (Doc, "hype", {"getter": get_report}),
    (Doc, "hype_reports", {"getter": get_reports}),
    (Doc, "hype_score", {"getter": get_score}),
    (Doc, "hype_as_of", {"default": None}),
    (Doc, "hype_title", {"default": None}),
    (Span, "hype", {"getter": get_span}),
)


def _as_registered(settings: dict[str, Any]) -> tuple[Any, Any, Any, Any]:
    """The form in which spaCy keeps an extension."""
    return (settings.get("default"), settings.get("method"), settings.get("getter"), None)
