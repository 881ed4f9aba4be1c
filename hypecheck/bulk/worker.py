"""What a worker does: it reads a shard, scores it and writes the shard's own files.

A shard is done when its tally is there, which is written last.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import IO, Any

from hypecheck.bulk.columns import article_of
from hypecheck.bulk.copies import keys_of
from hypecheck.bulk.folder import Folder
from hypecheck.bulk.language import ENGLISH, UNKNOWN, language_of
from hypecheck.bulk.readers import Broken, Record, reader_of
from hypecheck.bulk.rows import article_row, span_rows
from hypecheck.bulk.schema import ARTICLE, FLAT_SPAN
from hypecheck.bulk.settings import Settings
from hypecheck.bulk.shards import Shard, read_shard
from hypecheck.bulk.tally import Tally
from hypecheck.bulk.writers import Writer, open_writer
from hypecheck.dates import as_day
from hypecheck.errors import HypecheckError, InputError
from hypecheck.pipeline import Analyzer, build_analyzer
from hypecheck.text.dateline import find_dateline
from hypecheck.types import Article, Report

#: Where shards keep what is needed until the end of the run.
STATE = "shards"
ARTICLES, SPANS = "articles", "spans"


@dataclass(frozen=True, slots=True)
class Job:
    """A shard with all that a worker needs to know; small enough to be sent anywhere.

    Attributes
    ----------
    today : str
        ISO day on which the run began.
    """

    shard: Shard
    settings: Settings
    out: str
    today: str


@dataclass(frozen=True, slots=True)
class Done:
    """What a worker says of a finished shard."""

    number: int
    articles: int
    words: int


def score_shard(job: Job) -> Done:
    """Write a shard's files; all that comes back are three numbers.

    Raises
    ------
    HypecheckError
        The output can't be written, or the analyzer not be made: that is no matter of rows.
    """
    analyzer_for(job.settings)
    folder, name = Folder(job.out), job.shard.name
    tally, seen, broken = Tally(), 0, False
    with ExitStack() as stack:
        parts = _Parts(stack, folder, job)
        for record in read_shard(job.shard):
            seen, broken = seen + 1, isinstance(record, Broken)
            try:
                article, row = _scored(record, job)
            except HypecheckError as error:
                tally.fail()
                parts.refuse(record, str(error))
            else:
                tally.count(row)
                parts.add(row, keys_of(article.text))
        if seen != job.shard.count and not broken:
            raise InputError(
                f"{job.shard.source.name} had {job.shard.count} rows from row"
                f" {job.shard.first + 1} on when the run began, and now has {seen}. Delete"
                f" {job.out} and start again once the file stays as it is."
            )
    folder.write_json(f"{STATE}/{name}.json", tally.to_dict())
    return Done(job.shard.number, tally.articles, tally.words)


class _Parts:
    """The files of a shard, while it is being written."""

    def __init__(self, stack: ExitStack, folder: Folder, job: Job) -> None:
        state = f"{STATE}/{job.shard.name}"
        self._errors = _opened(stack, folder, f"{state}.errors")
        self._keys = _opened(stack, folder, f"{state}.keys")
        self._articles = _table(stack, folder, job, ARTICLES, ARTICLE)
        self._spans = _table(stack, folder, job, SPANS, FLAT_SPAN) if job.settings.spans else None

    def add(self, row: Mapping[str, Any], keys: bytes) -> None:
        self._articles.add(row)
        self._keys.write(keys)
        if self._spans is not None:
            for span in span_rows(row):
                self._spans.add(span)

    def refuse(self, record: Record | Broken, reason: str) -> None:
        row = record.row if isinstance(record, Record) else None
        line = json.dumps({"file": record.file, "row": row, "reason": reason}, ensure_ascii=False)
        self._errors.write(f"{line}\n".encode(errors="backslashreplace"))


def _opened(stack: ExitStack, folder: Folder, name: str) -> IO[bytes]:
    path = stack.enter_context(folder.writing(name))
    return stack.enter_context(path.open("wb"))


def _table(
    stack: ExitStack, folder: Folder, job: Job, name: str, table: Mapping[str, Any]
) -> Writer:
    form = job.settings.form
    path = stack.enter_context(folder.writing(f"{name}/{job.shard.name}.{form}"))
    return stack.enter_context(open_writer(path, table, form))


def _scored(record: Record | Broken, job: Job) -> tuple[Article, dict[str, Any]]:
    """Article of a record and its row.

    Raises
    ------
    InputError
        The record can't be read or scored, for whatever reason.
    """
    if isinstance(record, Broken):
        raise InputError(f"The file can't be read any further: {record.reason}")
    try:
        article = _article(record, job)
        language = language_of(article.text) if job.settings.only_english else UNKNOWN
        report = _report(article, job) if language in (ENGLISH, UNKNOWN) else None
    except (HypecheckError, ImportError, MemoryError):
        raise
    except Exception as error:  # one strange text among millions must not end the run
        raise InputError(f"It can't be scored: {type(error).__name__}: {error}") from error
    row = article_row(article, report, file=record.file, row=record.row, language=language)
    return article, row


def _article(record: Record, job: Job) -> Article:
    fields = reader_of(job.shard.source.kind).fields(record)
    return article_of(fields, job.settings.columns, f"{record.file}:{record.row}")


def _report(article: Article, job: Job) -> Report:
    settings, analyzer = job.settings, analyzer_for(job.settings)
    given = article.published or (as_day(settings.as_of) if settings.as_of else None)
    dated = given is not None or find_dateline(article.text) is not None
    day = given if dated else date.fromisoformat(job.today)
    assert not isinstance(day, str)  # `article_of` gives days
    report = analyzer.analyze(article.text, as_of=day, title=article.title, id=article.id)
    return report if dated else replace(report, as_of_source="today")


def analyzer_for(settings: Settings) -> Analyzer:
    """Analyzer that a run asks for.

    Raises
    ------
    HypecheckError
        A file of its settings can't be read, or a phrase is empty.
    """
    return own_analyzer(
        settings.lexicon,
        settings.lexicon_mode,
        settings.allow,
        settings.releases,
        settings.classifier,
    )


@lru_cache(maxsize=4)
def own_analyzer(
    lexicon: tuple[str, ...],
    mode: str,
    allow: tuple[str, ...],
    releases: str | None,
    classifier: str | None,
) -> Analyzer:
    """Analyzer of a worker, made once for the same settings."""
    return build_analyzer(
        lexicon=lexicon,
        lexicon_mode=mode,
        allow=allow,
        releases=releases,
        classifier=classifier,
    )
