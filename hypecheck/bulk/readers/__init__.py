"""Readers: rows out of JSONL, CSV, Parquet, text, HTML and WARC files and dataset folders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module

from hypecheck.bulk.files import Damaged
from hypecheck.bulk.readers.record import Broken, Reader, Record
from hypecheck.bulk.sources import Source
from hypecheck.errors import HypecheckError

__all__ = ["Broken", "Reader", "Record", "count_rows", "reader_of", "records_of"]

_READERS: Mapping[str, str] = {
    "jsonl": "json_lines:JsonLines",
    "csv": "csv_rows:CsvRows",
    "parquet": "parquet:ParquetRows",
    "text": "text_files:TextFiles",
    "html": "html_files:HtmlFiles",
    "warc": "warc:WarcPages",
    "dataset": "dataset:DatasetRows",
}


@lru_cache
def reader_of(kind: str) -> Reader:
    """Reader of a kind of source."""
    module, _, name = _READERS[kind].partition(":")
    reader: Reader = getattr(import_module(f"hypecheck.bulk.readers.{module}"), name)()
    return reader


def records_of(source: Source, first: int) -> Iterator[Record | Broken]:
    """Records from the one with index `first` on.

    A source that breaks off (cut short, no permission, wrong format) ends with `Broken`, which
    counts as one record, so that it gets a line among the errors.
    """
    try:
        yield from reader_of(source.kind).records(source, first)
    except ImportError:
        raise
    except (HypecheckError, Damaged) as error:
        yield Broken(source.name, str(error))
    except Exception as error:  # whatever a decoder throws at damaged bytes
        yield Broken(source.name, f"{type(error).__name__}: {error}")


def count_rows(source: Source) -> int:
    """Number of records of a source; a look at its metadata where it has any, else a pass."""
    try:
        known = reader_of(source.kind).length(source)
    except Exception:  # the pass will say what is wrong, in its place
        known = None
    return sum(1 for _ in records_of(source, 0)) if known is None else known
