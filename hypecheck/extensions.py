"""Custom attributes of spaCy's Doc and Span: getters that read rows and build records."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Span

from hypecheck.errors import ConfigError
from hypecheck.types import HypeSpan, Report

#: Key of the rows in `SpanGroup.attrs`.
ROWS = "hypecheck"


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
    """Report of a Doc, or None where no component has run or its rows were dropped."""
    for group in doc.spans.values():
        row = group.attrs.get(ROWS)
        if row is not None:
            return Report.from_dict({**row, "text": doc.text})
    return None


def get_score(doc: Doc) -> float | None:
    """Score of a Doc, or None."""
    for group in doc.spans.values():
        row = group.attrs.get(ROWS)
        if row is not None:
            return float(row["score"])
    return None


def get_span(span: Span) -> HypeSpan | None:
    """What hypecheck says of a span that it flagged, or None."""
    report = get_report(span.doc)
    if report is None or not span.id_.isdigit() or int(span.id_) >= len(report.spans):
        return None
    found = report.spans[int(span.id_)]
    return found if found.label == span.label_ else None


_EXTENSIONS: tuple[tuple[Any, str, dict[str, Any]], ...] = (
    (Doc, "hype", {"getter": get_report}),
    (Doc, "hype_score", {"getter": get_score}),
    (Doc, "hype_as_of", {"default": None}),
    (Doc, "hype_title", {"default": None}),
    (Span, "hype", {"getter": get_span}),
)


def _as_registered(settings: dict[str, Any]) -> tuple[Any, Any, Any, Any]:
    """The form in which spaCy keeps an extension."""
    return (settings.get("default"), settings.get("method"), settings.get("getter"), None)
