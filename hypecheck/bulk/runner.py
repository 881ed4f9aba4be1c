"""A run: shards that are not done yet are handed to workers; the rest is bookkeeping."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import IO, Any

from hypecheck.bulk import manifest
from hypecheck.bulk.backends import Workers, WorkersLost
from hypecheck.bulk.columns import column_problem
from hypecheck.bulk.copies import KEYS_SIZE, count_copies
from hypecheck.bulk.folder import Folder
from hypecheck.bulk.language import is_available
from hypecheck.bulk.named_fields import refuse_unknown_fields
from hypecheck.bulk.readers import Record, count_rows, reader_of, records_of
from hypecheck.bulk.settings import Columns, Settings
from hypecheck.bulk.shards import Shard, shards_of
from hypecheck.bulk.sources import Source, find_sources, stamps_of
from hypecheck.bulk.tally import TOP, Tally, read_summary
from hypecheck.bulk.worker import STATE, Job, analyzer_for, score_shard
from hypecheck.errors import InputError

SUMMARY, ERRORS, STDIN = "summary.json", "errors.jsonl", "stdin"
#: Kinds whose rows all have the same columns, so that a missing one is known at the start.
_TABLES = ("csv", "parquet", "dataset")
#: Times that workers may be lost one after another without a shard being finished.
_TRIES = 3
#: Rows of a table that are read to learn its columns, where the first are broken.
_LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes
    ----------
    articles, total : int
        Articles done, those of earlier runs included, and all that there are.
    words : int
        Words of those that this run has scored.
    """

    articles: int
    total: int
    words: int = 0


def score_files(
    inputs: Iterable[str],
    out: str,
    *,
    settings: Settings | None = None,
    kind: str | None = None,
    workers: int = 1,
    backend: str = "loky",
    address: str | None = None,
    stdin: IO[bytes] | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> dict[str, Any]:
    """Score the articles of files and folders into a folder; goes on where a run was ended.

    Parameters
    ----------
    inputs : iterable of str
        Files, folders, patterns and URLs; "-" for `stdin`.
    out : str
        Folder or URL for the output: ``articles/`` (one row an article), ``spans/`` where asked
        for, ``errors.jsonl``, ``summary.json``, ``manifest.json``.
    settings : Settings, optional
        What decides the output; all of it has to be the same when a run goes on.
    kind : str, optional
        Kind of all inputs, where their names don't tell: "jsonl", "csv", "parquet", "text",
        "html" or "warc".
    workers, backend, address
        As for `hypecheck.bulk.backends.Workers`; they don't change the output.
    stdin : binary file, optional
    progress : callable, optional
        Called with a `Progress` after every shard.

    Returns
    -------
    dict
        What ``summary.json`` holds.

    Raises
    ------
    HypecheckError
        A vocabulary file, release table or classifier is missing or has a mistake.
    InputError
        An input is missing or changes while it is read, the folder can't be written to or holds
        another run, or memory doesn't suffice. What is finished then is kept, and the same call
        goes on with it.
    """
    chosen = settings or Settings()
    if chosen.only_english and not is_available():
        raise InputError(
            "py3langid, which tells the language of a text, is not installed. It comes with an"
            " extra: pip install 'hypecheck[data]'. Or score every text as if it were English:"
            " only_english=False, --any-language."
        )
    if chosen.has_own_files:
        analyzer_for(chosen)  # a mistake in them ends the run before it begins
    folder = Folder(out)
    folder.make()
    folder.sweep()
    sources = _sources(inputs, kind, folder, stdin)
    stamps = stamps_of(sources)
    pool = Workers(workers, backend, address)
    with folder.left_tidy(), pool:
        plan = _plan(folder, sources, chosen, pool)
        rows = [count for _, _, count in plan.inputs]
        if not folder.has(SUMMARY):
            shards = shards_of(sources, rows, chosen.shard_size)
            _score(folder, plan, shards, pool, progress or (lambda _: None))
            _refuse_changed(stamps, sources, folder)
            _finish(folder, shards_of(sources, rows, chosen.shard_size))
    folder.remove(STATE)
    return read_summary(folder, SUMMARY)


def _sources(
    inputs: Iterable[str], kind: str | None, folder: Folder, stdin: IO[bytes] | None
) -> list[Source]:
    names = list(inputs)
    found = find_sources([name for name in names if name != "-"], kind)
    if "-" in names:
        if stdin is None:
            raise InputError("There is no standard input to read.")
        # Workers can't read it, and a second run has to find what the first one read.
        with folder.writing(f"{STATE}/{STDIN}") as path, path.open("wb") as file:
            shutil.copyfileobj(stdin, file)
        found.append(Source(kind or "jsonl", (f"{folder.path}/{STATE}/{STDIN}",), "-"))
    return found


def _plan(
    folder: Folder, sources: list[Source], settings: Settings, pool: Workers
) -> manifest.Manifest:
    if folder.has(manifest.NAME):
        return manifest.resume(folder, sources, settings)
    refuse_unknown_fields(sources, settings.columns)
    tasks = [(number, source, settings.columns) for number, source in enumerate(sources)]
    counted = dict(pool.map(_counted, tasks))
    plan = manifest.begin(sources, [counted[number] for number in range(len(sources))], settings)
    folder.write_json(manifest.NAME, plan.to_dict())
    return plan


def _counted(task: tuple[int, Source, Columns]) -> tuple[int, int]:
    """Number of rows of a source, whose columns are looked at first."""
    number, source, columns = task
    if source.kind in _TABLES:
        names = _column_names(source)
        problem = None if names is None else column_problem(names, columns)
        if problem:
            raise InputError(f"{source.name} {problem}")
    return number, count_rows(source)


def _column_names(source: Source) -> list[str] | None:
    """Columns by the first row that can be read; those before it end in ``errors.jsonl``."""
    reader = reader_of(source.kind)
    for record in islice(records_of(source, 0), _LOOKED_AT):
        if isinstance(record, Record):
            with contextlib.suppress(InputError):
                fields = reader.fields(record)
                # A name that comes twice is one field.
                return list(record.value[0] if source.kind == "csv" else fields)
    return None


def _score(
    folder: Folder,
    plan: manifest.Manifest,
    shards: Iterator[Shard],
    pool: Workers,
    progress: Callable[[Progress], None],
) -> None:
    total = sum(rows for _, _, rows in plan.inputs)
    pending, words, lost = _pending(folder, shards), 0, 0
    while pending:
        articles = total - sum(shard.count for shard in pending)
        progress(Progress(articles, total, words))
        jobs = (Job(shard, plan.settings, folder.path, plan.today) for shard in pending)
        try:
            for one in pool.map(score_shard, jobs):
                articles, words = articles + one.articles, words + one.words
                progress(Progress(articles, total, words))
            return
        except WorkersLost as error:
            left = _pending(folder, pending)
            lost = lost + 1 if len(left) == len(pending) else 1
            pending = left
            if lost == _TRIES:
                raise _too_little_memory(f"{error} {_place(left)}") from None
        except MemoryError:
            raise _too_little_memory("The memory did not suffice.") from None


def _pending(folder: Folder, shards: Iterable[Shard]) -> list[Shard]:
    done = folder.names(STATE)
    return [shard for shard in shards if f"{shard.name}.json" not in done]


def _place(shards: Sequence[Shard]) -> str:
    """Where a run got stuck."""
    shard = shards[0]
    rows = f"rows {shard.first + 1} to {shard.first + shard.count}"
    return f"It happened {_TRIES} times at or after {rows} of {shard.source.name}."


def _too_little_memory(reason: str) -> InputError:
    return InputError(
        f"{reason} Run the same command again with fewer workers, or with more memory:"
        " finished shards are kept."
    )


def _refuse_changed(
    stamps: Mapping[str, object], sources: Sequence[Source], folder: Folder
) -> None:
    """Refuse to end a run whose rows come from two states of a file.

    Raises
    ------
    InputError
        Names the file.
    """
    now = stamps_of(sources)
    for path, stamp in stamps.items():
        if now.get(path) != stamp:
            raise InputError(
                f"{path} changed while it was read, so {folder.path} may hold rows of both states."
                " Delete that folder and start again once the file stays as it is."
            )


def _finish(folder: Folder, shards: Iterator[Shard]) -> None:
    """Put together what shards have left behind; the summary is written last."""
    names = [shard.name for shard in shards]
    tally = Tally()
    for name in names:
        tally.add(Tally.from_dict(folder.read_json(f"{STATE}/{name}.json")))
    with folder.writing(ERRORS) as path, path.open("wb") as file:
        for name in names:
            file.write(folder.read(f"{STATE}/{name}.errors"))
    summary = {**tally.to_dict(TOP), "near_copies": count_copies(_keys(folder, names))}
    folder.write_json(SUMMARY, summary)


def _keys(folder: Folder, names: Sequence[str]) -> Iterator[bytes]:
    whole = (folder.read(f"{STATE}/{name}.keys") for name in names)
    return chain.from_iterable(
        (keys[at : at + KEYS_SIZE] for at in range(0, len(keys), KEYS_SIZE)) for keys in whole
    )
