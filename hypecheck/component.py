"""hypecheck as a spaCy pipeline component: spaCy's documents in, spans and rows out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, Span, SpanGroup

from hypecheck.dates import as_day
from hypecheck.errors import ConfigError
from hypecheck.extensions import ROWS, register_extensions
from hypecheck.pipeline import Analyzer, build_analyzer
from hypecheck.types import HypeSpan, Report


class HypeChecker(Pipe):
    """Flags overclaims in `doc.spans`, with the whole report in `doc._.hype`.

    `predict` computes and touches nothing; `set_annotations` is the only writer to a Doc.

    Parameters
    ----------
    nlp : Language
        Unused but for the error handler; the component needs nothing of the pipeline.
    name : str
        Name in the pipeline.
    spans_key : str
        Group of `doc.spans` to write.
    analyzer : Analyzer
        The stages, joined.

    Notes
    -----
    Sentence boundaries of the pipeline are used where it has set them, and hypecheck's own
    otherwise; part of speech is used where a tagger has run before.
    """

    def __init__(self, nlp: Language, name: str, *, spans_key: str, analyzer: Analyzer) -> None:
        self.name = name
        self.spans_key = spans_key
        self.analyzer = analyzer

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        handler = self.get_error_handler()
        try:
            self.set_annotations([doc], self.predict([doc]))
        except Exception as error:
            handler(self.name, self, [doc], error)
        return doc

    def pipe(self, stream: Any, *, batch_size: int = 128) -> Iterator[Doc]:
        """Annotate a stream of Docs, in order."""
        handler = self.get_error_handler()
        for doc in stream:
            try:
                self.set_annotations([doc], self.predict([doc]))
                yield doc
            except Exception as error:
                handler(self.name, self, [doc], error)

    def predict(self, docs: Sequence[Doc]) -> list[Report]:
        """Reports on some Docs; nothing is written."""
        return [self._analyze(doc) for doc in docs]

    def set_annotations(self, docs: Sequence[Doc], reports: Sequence[Report]) -> None:
        """Write spans and rows of the reports to the Docs."""
        for doc, report in zip(docs, reports, strict=True):
            spans = []
            for number, found in enumerate(report.spans):
                if found.part == "text":
                    spans.append(_span(doc, found, number))
            row = report.to_dict()
            row.pop("text")  # the Doc has it
            doc.spans[self.spans_key] = SpanGroup(
                doc, name=self.spans_key, spans=spans, attrs={ROWS: row}
            )

    def _analyze(self, doc: Doc) -> Report:
        as_of = doc._.hype_as_of
        text = doc.text  # put together from tokens each time it is asked for
        return self.analyzer.analyze(
            text,
            as_of=None if as_of is None else as_day(as_of),
            title=doc._.hype_title,
            sentences=_sentences(doc, text),
            pos=_parts_of_speech(doc),
        )


@Language.factory(
    "hypecheck",
    assigns=["doc.spans", "doc._.hype", "doc._.hype_score", "span._.hype"],
    default_config={
        "spans_key": "hype",
        "lexicon": None,
        "lexicon_mode": "add",
        "allow": [],
        "releases": None,
        "classifier": None,
    },
)
def make_hypecheck(
    nlp: Language,
    name: str,
    spans_key: str,
    lexicon: str | list[str] | None,
    lexicon_mode: str,
    allow: list[str],
    releases: str | None,
    classifier: str | None,
) -> HypeChecker:
    """Component for a pipeline.

    Parameters
    ----------
    nlp : Language
    name : str
    spans_key : str
        Group of `doc.spans` to write.
    lexicon : str or list of str or None
        Vocabulary files (JSON lines, CSV, TOML) over the shipped one.
    lexicon_mode : {"add", "replace"}
        With "replace", those files are all that is flagged.
    allow : list of str
        Phrases that never flag.
    releases : str or None
        JSONL file with releases to use in place of the shipped table.
    classifier : str or None
        Artefact to use in place of the shipped classifier.

    Raises
    ------
    ConfigError
        A file of the settings does not exist.
    """
    for setting, value in (
        *(("lexicon", one) for one in ([lexicon] if isinstance(lexicon, str) else lexicon or [])),
        ("releases", releases),
        ("classifier", classifier),
    ):
        if value is not None and not Path(value).exists():
            raise ConfigError(
                f"{setting} names {value!r}, which does not exist. Give a path, or null for the"
                " shipped one."
            )
    if not spans_key:
        raise ConfigError("spans_key is empty. Give a name, for example 'hype'.")
    register_extensions()
    analyzer = build_analyzer(
        lexicon=lexicon,
        lexicon_mode=lexicon_mode,
        allow=allow,
        releases=releases,
        classifier=classifier,
    )
    return HypeChecker(nlp, name, spans_key=spans_key, analyzer=analyzer)


def _span(doc: Doc, found: HypeSpan, number: int) -> Span:
    """The tokens that a flagged phrase touches; `number` is its place in the report."""
    span = doc.char_span(
        found.start_char,
        found.end_char,
        found.label,
        alignment_mode="expand",
        span_id=str(number),
    )
    assert span is not None  # offsets come from this Doc's text
    return span


def _sentences(doc: Doc, text: str) -> list[tuple[int, int]] | None:
    """The pipeline's own boundaries, where it has set them."""
    if not doc.has_annotation("SENT_START"):
        return None
    pairs = [(sent.start_char, sent.end_char) for sent in doc.sents]
    return [offsets for pair in pairs if (offsets := _stripped(text, *pair))]


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end].strip()
    if not words:
        return None
    start = text.index(words[0], start)
    return start, start + len(words)


def _parts_of_speech(doc: Doc) -> dict[int, str] | None:
    if not doc.has_annotation("POS"):
        return None
    return {token.idx: token.pos_ for token in doc if token.pos_}


__all__ = ["HypeChecker", "make_hypecheck"]
