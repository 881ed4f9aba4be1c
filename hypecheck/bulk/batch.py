"""One callable for data frameworks: a columnar batch in, a columnar batch out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hypecheck.errors import HypecheckError, InputError, MissingExtraError
from hypecheck.types import Article, Report

if TYPE_CHECKING:
    from pandas import DataFrame
    from pyarrow import RecordBatch


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
            can), and with `details` "hype_report".

        Raises
        ------
        InputError
            The batch has no text column.
        """
        if self.text not in batch:
            raise InputError(
                f"The batch has no column {self.text!r}. Its columns: {', '.join(batch)}."
                " Name the right one: BatchScorer(text=…)."
            )
        if isinstance(batch[self.text], str | None):
            alone = self({name: [value] for name, value in batch.items()})
            return {name: values[0] for name, values in alone.items()}
        results = [self._row(batch, number) for number in range(len(batch[self.text]))]
        columns: dict[str, list[Any]] = {
            "hype_score": [report.score if report else None for report, _ in results],
            "hype_error": [error for _, error in results],
        }
        if self.details:
            columns["hype_report"] = [report.to_json() if report else None for report, _ in results]
        return columns

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
        types = {"hype_score": pa.float64(), "hype_error": pa.string(), "hype_report": pa.string()}
        for batch in batches:
            for name, values in self(batch.to_pydict()).items():
                batch = batch.append_column(name, pa.array(values, types[name]))
            yield batch

    def _row(
        self, batch: Mapping[str, Sequence[Any]], number: int
    ) -> tuple[Report | None, str | None]:
        from hypecheck.api import score_article
        from hypecheck.bulk.columns import day_of, is_missing
        from hypecheck.bulk.worker import own_analyzer

        def cell(column: str) -> Any:
            value = batch[column][number] if column in batch else None
            return None if is_missing(value) else value

        try:
            day = cell(self.date)
            article = Article(
                batch[self.text][number],
                id=cell(self.id),
                title=cell(self.title),
                published=None if day is None else day_of(day),
            )
            analyzer = own_analyzer(_files(self.lexicon), "add", tuple(self.allow), None, None)
            return score_article(analyzer, article), None
        except HypecheckError as error:
            return None, str(error)


def _files(lexicon: Sequence[str]) -> tuple[str, ...]:
    return (lexicon,) if isinstance(lexicon, str) else tuple(lexicon)
