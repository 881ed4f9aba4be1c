"""One callable for data frameworks: a columnar batch in, a columnar batch out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hypecheck.errors import HypecheckError, InputError, MissingExtraError
from hypecheck.types import Article, Report

if TYPE_CHECKING:
    from pandas import DataFrame
    from pyarrow import Array, DataType, RecordBatch

    from hypecheck.pipeline import Analyzer

#: Result columns with the names of their Arrow types.
_TYPES = {"hype_score": "float64", "hype_error": "string", "hype_report": "string"}


class BatchScorer:
    """Scores batches of texts; can be sent to worker processes and used by `Dataset.map`.

    Parameters
    ----------
    text, title, date, id : str
        Names of the columns that hold them; all but `text` may be missing from a batch.
    details : bool
        Also give the whole report, as JSON text: one column of one type in every framework.
    lexicon : sequence of str
        Vocabulary files over the shipped one; every worker must find them.
    allow : sequence of str
        Phrases that never flag.

    Raises
    ------
    HypecheckError
        A vocabulary file is missing or can't be read, or a phrase is empty.

    Examples
    --------
    >>> batch = BatchScorer()({"text": ["It is a game-changer.", "It reads CSV."]})
    >>> batch["hype_score"][0] > batch["hype_score"][1]
    True
    """

    def __init__(
        self,
        *,
        text: str = "text",
        title: str = "title",
        date: str = "date",
        id: str = "id",
        details: bool = True,
        lexicon: Sequence[str] = (),
        allow: Sequence[str] = (),
    ) -> None:
        self.text = text
        self.title = title
        self.date = date
        self.id = id
        self.details = details
        self.lexicon = lexicon
        self.allow = allow
        if lexicon != () or allow:
            self._analyzer()  # fails here, and not once a row

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        """Columns of results, one entry a row.

        Parameters
        ----------
        batch : mapping of str to sequence
            Columns of equal length. A mapping whose text is one str is taken for one row, as
            ``Dataset.map`` without ``batched=True`` gives it.

        Returns
        -------
        dict of str to list, or to single values for one row
            "hype_score" (None where the row can't be scored), "hype_error" (None where it
            can), and with `details` "hype_report". Arrow sees the type of a list, also where
            all of it is None; a single None has none.

        Raises
        ------
        InputError
            The batch has no text column, or columns of several lengths.
        HypecheckError
            This worker doesn't find a vocabulary file.
        """
        if self.text not in batch:
            raise InputError(
                f"The batch has no column {self.text!r}. Its columns: {', '.join(batch)}."
                " Name the right one: BatchScorer(text=…)."
            )
        if isinstance(batch[self.text], str | None):
            alone = self({name: [value] for name, value in batch.items()})
            return {name: values[0] for name, values in alone.items()}
        given = self._columns(batch)
        analyzer = self._analyzer()
        results = [self._row(analyzer, given, number) for number in range(len(given[self.text]))]
        columns: dict[str, list[Any]] = {
            "hype_score": [report.score if report else None for report, _ in results],
            "hype_error": [error for _, error in results],
        }
        if self.details:
            columns["hype_report"] = [report.to_json() if report else None for report, _ in results]
        return {name: _Column(values, _TYPES[name]) for name, values in columns.items()}

    def map_in_pandas(self, frames: Iterable[DataFrame]) -> Iterator[DataFrame]:
        """Frames with the result columns added, for Spark's ``mapInPandas``."""
        for frame in frames:
            yield frame.assign(**self(frame.to_dict("list")))

    def map_in_arrow(self, batches: Iterable[RecordBatch]) -> Iterator[RecordBatch]:
        """Record batches with the result columns added, for Spark's ``mapInArrow``.

        Raises
        ------
        MissingExtraError
            pyarrow is not installed.
        """
        try:
            import pyarrow as pa
        except ImportError:
            raise MissingExtraError("pyarrow", "data") from None
        for batch in batches:
            for name, values in self(batch.to_pydict()).items():
                batch = batch.append_column(name, pa.array(values))
            yield batch

    def _analyzer(self) -> Analyzer:
        from hypecheck.bulk.worker import own_analyzer

        return own_analyzer(_names(self.lexicon), "add", _names(self.allow), None, None)

    def _columns(self, batch: Mapping[str, Sequence[Any]]) -> dict[str, list[Any]]:
        """The columns that are read, as lists: a frame's are known by labels, not by numbers."""
        names = (self.text, self.title, self.date, self.id)
        columns = {name: list(batch[name]) for name in names if name in batch}
        rows = len(columns[self.text])
        for name, values in columns.items():
            if len(values) != rows:
                raise InputError(
                    f"The column {name!r} has {len(values)} rows, and {self.text!r} has {rows}."
                    " Give columns of one length."
                )
        return columns

    def _row(
        self, analyzer: Analyzer, columns: Mapping[str, list[Any]], number: int
    ) -> tuple[Report | None, str | None]:
        from hypecheck.api import score_article
        from hypecheck.bulk.columns import cell_of, day_of, line_of

        row = {name: values[number] for name, values in columns.items()}
        try:
            day = cell_of(row, self.date)
            article = Article(
                row[self.text],
                id=line_of(row, self.id),
                title=line_of(row, self.title),
                published=None if day is None else day_of(day),
            )
            return score_article(analyzer, article), None
        except HypecheckError as error:
            return None, str(error)


class _Column(list[Any]):
    """List that Arrow takes as a column of a type; by its values, only None, it would have none."""

    def __init__(self, values: Iterable[Any], kind: str) -> None:
        super().__init__(values)
        self.kind = kind

    def __reduce__(self) -> tuple[Any, ...]:
        return _Column, (list(self), self.kind)

    def __arrow_array__(self, type: DataType | None = None) -> Array:
        import pyarrow as pa

        return pa.array(list(self), type or self.kind)


def _names(given: Sequence[str] | None) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())
