"""hypecheck as a spaCy pipeline component: spaCy's documents in, spans and rows out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline import Pipe
from spacy.tokens import Doc, SpanGroup

from hypecheck.dates import as_day
from hypecheck.errors import ConfigError
from hypecheck.extensions import ROWS, id_of, register_extensions
from hypecheck.pipeline import Analyzer, build_analyzer
from hypecheck.portable import (
    Files,
    Named,
    OwnWords,
    Saved,
    analyzer_of,
    files_in,
    is_running,
    missing_file,
    pack,
    read_files,
    unpack,
    write_files,
)
from hypecheck.scorers import score_hype
from hypecheck.tokens import entities_of, parts_of_speech, sentences_of, span_of
from hypecheck.types import Report


class HypeChecker(Pipe):
    """Flags overclaims in `doc.spans`, with the whole report in `doc._.hype`.

    `predict` computes and touches nothing; `set_annotations` is the only writer to a Doc. One
    component can serve several threads at a time.

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
    files : mapping, optional
        Contents of files used over or in place of the shipped ones; saved with the component.
    words : mapping, optional
        How the vocabulary files are used, and phrases that never flag.
    named : mapping, optional
        Settings that name those files; saved with the component.
    loading : bool
        The pipeline is being made from a config, to be filled from disk or bytes next; where that
        config names other files than were saved, they count.
    scorer : callable, optional
        What ``nlp.evaluate`` counts with.

    Notes
    -----
    What other components have found is used where it is there and never needed: sentence
    boundaries in place of hypecheck's own, parts of speech to tell "its rivals" from "it rivals",
    products and organisations to name what a claim is about.
    """

    def __init__(
        self,
        nlp: Language,
        name: str,
        *,
        spans_key: str,
        analyzer: Analyzer | ConfigError,
        files: Files | None = None,
        words: OwnWords | None = None,
        named: Named | None = None,
        loading: bool = False,
        scorer: Callable[..., dict[str, Any]] | None = score_hype,
    ) -> None:
        self.name = name
        self.spans_key = spans_key
        self.files: Files = files or {}
        self.words: OwnWords = words or {}
        self.scorer = scorer
        self.cfg: dict[str, str] = {"spans_key": spans_key}  # what spaCy hands to the scorer
        self._analyzer = analyzer
        self._named: Named = named or {}
        self._loading = loading

    @property
    def analyzer(self) -> Analyzer:
        """The stages, joined.

        Raises
        ------
        ConfigError
            A setting names a file that isn't there, and no saved component has brought it.
        """
        if isinstance(self._analyzer, ConfigError):
            raise self._analyzer
        return self._analyzer

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one Doc."""
        handler = self.get_error_handler()
        try:
            self.set_annotations([doc], self.predict([doc]))
        except Exception as error:
            handler(self.name, self, [doc], error)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
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
            spans = [
                span_of(doc, found, id_of(self.spans_key, number))
                for number, found in enumerate(report.spans)
                if found.part == "text"
            ]
            row = report.to_dict()
            row.pop("text")  # the Doc has it
            doc.spans[self.spans_key] = SpanGroup(
                doc, name=self.spans_key, spans=spans, attrs={ROWS: row}
            )
            if isinstance(doc._.hype_as_of, date):  # Docs are saved as plain values
                doc._.hype_as_of = doc._.hype_as_of.isoformat()

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """The component's own files as bytes; its settings stand in the pipeline's config."""
        return pack(self._saved(), self._named)

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> HypeChecker:
        """Take over the files of a component saved by `to_bytes`, as `from_disk` does.

        Raises
        ------
        ConfigError
            The bytes are no such component.
        """
        return self._take(unpack(data))

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the component's own files to a folder."""
        write_files(self._saved(), Path(path), self._named)

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> HypeChecker:
        """Take over the files of a component saved by `to_disk`.

        A pipeline saved by an older version has none: the settings of its config stay. Where a
        pipeline is loaded with a config that names other files than the saved one, or none, the
        config counts: ``spacy.load(path, config={"components": {"hypecheck": …}})``.

        Raises
        ------
        ConfigError
            The folder lacks a file that it lists, or a file of the config does not exist.
        """
        return self._take(files_in(Path(path))) if Path(path).exists() else self

    def _saved(self) -> Files:
        """Files to be saved, if the component can be used at all."""
        _ = self.analyzer
        return self.files

    def _take(self, saved: Saved) -> HypeChecker:
        new: Named = {}
        if self._loading and is_running(Language.from_disk, Language.from_bytes):
            new = saved.changed(self._named)
        self._loading = False
        if wrong := missing_file(new):
            raise wrong
        kept = {setting: named for setting, named in saved.files.items() if setting not in new}
        files = {**kept, **read_files(new)}
        if files != self.files or isinstance(self._analyzer, ConfigError):
            self.files, self._analyzer = files, analyzer_of(files, self.words)
        return self

    def _analyze(self, doc: Doc) -> Report:
        as_of = doc._.hype_as_of
        text = doc.text  # put together from tokens each time it is asked for
        return self.analyzer.analyze(
            text,
            as_of=None if as_of is None else as_day(as_of),
            title=doc._.hype_title,
            sentences=sentences_of(doc, text),
            pos=parts_of_speech(doc),
            entities=entities_of(doc),
        )


@Language.factory(
    "hypecheck",
    assigns=["doc.spans", "doc._.hype", "doc._.hype_reports", "doc._.hype_score", "span._.hype"],
    default_config={
        "spans_key": "hype",
        "lexicon": None,
        "lexicon_mode": "add",
        "allow": [],
        "releases": None,
        "classifier": None,
        "scorer": {"@scorers": "hypecheck.hype_scorer.v1"},
    },
    default_score_weights={
        "spans_hype_f": 1.0,
        "spans_hype_p": 0.0,
        "spans_hype_r": 0.0,
        "spans_hype_stance_acc": 0.0,
        "spans_hype_per_type": None,
        "spans_hype_per_stance": None,
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
    scorer: Callable | None,  # type: ignore[type-arg]  # spaCy's config reads it at run time
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
        JSONL or CSV file with releases to use in place of the shipped table.
    classifier : str or None
        Artefact to use in place of the shipped classifier.
    scorer : callable or None
        What ``nlp.evaluate`` counts with (`hypecheck.scorers`); None for nothing.

    Raises
    ------
    ConfigError
        A file of the settings does not exist.
    """
    if not spans_key.strip():
        raise ConfigError("spans_key is empty. Give a name, for example 'hype'.")
    register_extensions()
    settings = {"lexicon": lexicon, "releases": releases, "classifier": classifier}
    words: OwnWords = {"lexicon_mode": lexicon_mode, "allow": allow}
    wrong, loading = missing_file(settings), is_running(Language.from_config)
    if wrong is None:
        analyzer: Analyzer | ConfigError = build_analyzer(
            lexicon=lexicon, releases=releases, classifier=classifier, **words
        )
        files = read_files(settings)
    elif loading:
        analyzer, files = wrong, {}
    else:
        raise wrong
    return HypeChecker(
        nlp,
        name,
        spans_key=spans_key,
        analyzer=analyzer,
        files=files,
        words=words,
        named=settings,
        loading=loading,
        scorer=scorer,
    )


__all__ = ["HypeChecker", "make_hypecheck"]
