"""``hypecheck score`` and ``hypecheck summarize``."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from hypecheck.cli.ending import BAD_DATA, STOPPED, USAGE, fail
from hypecheck.cli.own import own_vocabulary, vocabulary_options
from hypecheck.errors import InputError

if TYPE_CHECKING:
    from hypecheck.bulk import Settings
    from hypecheck.bulk.runner import Progress

_PARTS = ("text", "title", "date", "id", "url", "outlet", "author")
#: Phrases in the summary on the terminal.
_SHOWN = 8


def _column_options(command: Callable[..., None]) -> Callable[..., None]:
    for part in reversed(_PARTS):
        words = f"Column with the article's {part}; by default guessed by its name."
        command = click.option(f"--{part}", metavar="COLUMN", default="", help=words)(command)
    return command


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT|-…")
@click.option("--out", required=True, metavar="DIR", help="Folder or URL for the output.")
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "parquet"]), default="jsonl", show_default=True
)
@click.option("--spans", is_flag=True, help="Also write a flat table, one flagged phrase a row.")
@click.option(
    "--input-format",
    "kind",
    type=click.Choice(["jsonl", "csv", "parquet", "text", "html", "warc"]),
    help="Kind of all inputs, where names don't tell.",
)
@_column_options
@click.option(
    "--as-of",
    default="",
    metavar="DATE",
    help="Day for articles without a date; default: their date line, else today.",
)
@click.option("--any-language", is_flag=True, help="Score every text as if it were English.")
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="Processes, or workers of a cluster started for the run.",
)
@click.option(
    "--backend",
    type=click.Choice(["loky", "dask", "ray"]),
    default="loky",
    show_default=True,
    help="Where workers run: processes here, Dask or Ray.",
)
@click.option("--address", help="Scheduler of a running Dask or Ray cluster.")
@click.option(
    "--shard-size",
    type=click.IntRange(1),
    default=500,
    show_default=True,
    help="Articles that are read, scored and written in one go.",
)
@vocabulary_options
@click.option("--releases", metavar="FILE", help="Release table in place of the shipped one.")
def score(inputs: tuple[str, ...], out: str, **options: Any) -> None:
    """Score an archive: files, folders, patterns or URLs (JSONL, CSV, Parquet, text, HTML, WARC,
    dataset folders; plain, .gz or .zst), or - for standard input.

    The same command goes on with a run that was ended. Exit codes: 0 done, 2 usage, 3 an input or
    rows that can't be read (see errors.jsonl in DIR), 130 stopped.
    """  # noqa: D205  # click breaks the lines anew
    from hypecheck.bulk import score_files

    settings = _settings(options)
    with _stopped_cleanly(), _Bar(sys.stderr.isatty()) as bar:
        summary = score_files(
            inputs,
            out,
            settings=settings,
            stdin=sys.stdin.buffer,
            progress=bar.show,
            **{name: options[name] for name in ("kind", "workers", "backend", "address")},
        )
    click.echo(_words(summary, out))
    if summary["failed"]:
        sys.exit(BAD_DATA)


@click.command()
@click.argument("folder", metavar="DIR")
@click.option("--to", type=click.Path(path_type=Path), help="HTML file; default: DIR/summary.html.")
@click.option("--title", default="", help="Heading of the page.")
def summarize(folder: str, to: Path | None, title: str) -> None:
    """Write an HTML page on what `hypecheck score` has left in DIR.

    Scores, phrases, outlets side by side, hype over time, refuted claims with their evidence, and
    claims of several articles that can't all be true. Opens offline.
    """
    from hypecheck.bulk.page import write_page

    target = to or Path(folder) / "summary.html"
    write_page(folder, target, title=title)
    click.echo(f"The summary is in {target}")


@contextmanager
def _stopped_cleanly() -> Iterator[None]:
    """End a run that is told to stop (Ctrl-C, SIGTERM) in one line, half-written files removed."""

    def stop(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        yield
    except KeyboardInterrupt:
        fail("stopped. Run the same command again to go on: finished shards are kept.", STOPPED)
    finally:
        signal.signal(signal.SIGTERM, before)


def _settings(options: dict[str, Any]) -> Settings:
    from hypecheck.bulk import Columns, Settings

    try:
        return Settings(
            columns=Columns(**{part: options[part] for part in _PARTS}),
            only_english=not options["any_language"],
            **{name: options[name] for name in ("form", "spans", "as_of", "shard_size")},
            **own_vocabulary(options),
            releases=options["releases"],
        )
    except InputError as error:
        fail(str(error), USAGE)


class _Bar:
    """A progress bar with rate and time left; nothing at all where there is no terminal."""

    def __init__(self, shown: bool) -> None:
        self._shown = shown
        self._bar: Any = None
        self._start = time.monotonic()

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *error: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def show(self, progress: Progress) -> None:
        """Show how far the run is."""
        if not self._shown:
            return
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(
                total=progress.total, initial=progress.articles, unit=" articles", smoothing=0
            )
        self._bar.set_postfix_str(self._rate(progress.words), refresh=False)
        self._bar.update(progress.articles - self._bar.n)

    def _rate(self, words: int) -> str:
        return f"{words / max(1e-9, time.monotonic() - self._start):,.0f} words/s"


def _words(summary: dict[str, Any], out: str) -> str:
    """Summary for the terminal."""
    lines = [
        f"{summary['articles']} articles, {summary['words']} words: {summary['scored']} scored,"
        f" {sum(summary['not_scored'].values())} not in English, {summary['failed']} failed,"
        f" {summary['near_copies']} near-copies"
    ]
    for name, heading in (("not_scored", "languages"), ("verdicts", "verdicts")):
        if summary[name]:
            lines.append(f"{heading}: {_counts(summary[name])}")
    if summary["phrases"]:
        lines.append(f"phrases: {_counts(summary['phrases'], _SHOWN)}")
    if summary["failed"]:
        lines.append(f"rows that could not be scored: {out.rstrip('/')}/errors.jsonl")
    return "\n".join(lines)


def _counts(counts: dict[str, int], top: int | None = None) -> str:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:top]
    return ", ".join(f"{name} {count}" for name, count in ordered)
