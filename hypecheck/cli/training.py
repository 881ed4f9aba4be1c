"""``hypecheck train`` and ``hypecheck corpus``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from hypecheck.cli.ending import BAD_DATA

_FOLDER = click.Path(path_type=Path)


@click.command()
@click.option(
    "--checkout",
    type=_FOLDER,
    default=Path(),
    help="Root of a checkout, with models/ and corpora/. Default: here.",
)
def train(checkout: Path) -> None:
    """Train the shipped classifier again from the shipped corpus."""
    from tqdm import tqdm

    from hypecheck.training import train_shipped

    training = train_shipped(
        checkout,
        progress=lambda rows: tqdm(rows, unit="document", disable=not sys.stderr.isatty()),
    )
    click.echo(json.dumps(training.metrics, indent=1, default=float))


@click.group()
def corpus() -> None:
    """Annotated corpora: check one, count one, build its published files."""


@corpus.command("validate")
@click.argument("folder", type=_FOLDER)
def validate(folder: Path) -> None:
    """Check the annotated documents of FOLDER, or of its parts."""
    from hypecheck.readers.corpus import read_documents
    from hypecheck.readers.corpus_check import corpus_problems

    documents = read_documents(_parts(folder))
    problems = list(corpus_problems(documents))
    for problem in problems:
        click.echo(problem)
    if problems:
        sys.exit(BAD_DATA)
    click.echo(f"{len(documents)} documents, no problem")


@corpus.command("stats")
@click.argument("folder", type=_FOLDER)
def stats(folder: Path) -> None:
    """Count documents, sentences, spans, labels and stances of FOLDER, as JSON."""
    from dataclasses import asdict

    from hypecheck.readers.corpus import read_documents
    from hypecheck.readers.corpus_stats import corpus_stats

    counts = asdict(corpus_stats(read_documents(_parts(folder))))
    click.echo(json.dumps(counts, ensure_ascii=False, indent=1))


@corpus.command("build")
@click.argument("folder", type=_FOLDER)
def build(folder: Path) -> None:
    """Build the published splits of FOLDER from its parts."""
    from hypecheck.readers.corpus_build import rebuild_corpus

    click.echo(json.dumps(rebuild_corpus(folder)))


def _parts(folder: Path) -> Path:
    return folder / "parts" if (folder / "parts").is_dir() else folder
