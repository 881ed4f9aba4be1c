"""``hypecheck train``, ``hypecheck evaluate`` and ``hypecheck corpus``."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

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
@click.option(
    "--corpus",
    "labels",
    type=_FOLDER,
    help="Labelled sentences of your own (.jsonl, .csv, a folder, or what datasets has saved)"
    " instead of the shipped corpus.",
)
@click.option("--config", type=_FOLDER, help="JSON file with training settings; needs --corpus.")
@click.option("--out", type=_FOLDER, help="Where the model of your own goes; needs --corpus.")
def train(checkout: Path, labels: Path | None, config: Path | None, out: Path | None) -> None:
    """Train the shipped classifier again, or one on sentences of your own."""
    if (labels is None) != (out is None):
        raise click.UsageError("--corpus and --out go together.")
    if config is not None and labels is None:
        raise click.UsageError("--config needs --corpus: a checkout has its own train.json.")
    from hypecheck.scoring.persist import save_model
    from hypecheck.training import train_own, train_shipped

    if labels is None or out is None:
        training = train_shipped(checkout, progress=_shown("document"))
    else:
        training = train_own(labels, config=config)
        save_model(training.model, out)
    click.echo(json.dumps(training.metrics, indent=1, default=float))


@click.command()
@click.option("--card", is_flag=True, help="Make the model card and its pictures again.")
@click.option(
    "--checkout",
    type=_FOLDER,
    default=Path(),
    help="Root of a checkout, with models/ and corpora/. Default: here.",
)
def evaluate(card: bool, checkout: Path) -> None:
    """Measure the shipped classifier on the test split of the shipped corpus."""
    from hypecheck.card import make_card
    from hypecheck.training import measure_shipped

    if card:
        click.echo(f"written: {make_card(checkout, progress=_shown('training'))}")
    else:
        click.echo(json.dumps(measure_shipped(checkout), indent=1, default=float))


def _shown(unit: str) -> Callable[[Sequence[Any]], Iterable[Any]]:
    """Show how far something has come, where somebody is looking."""
    from tqdm import tqdm

    return lambda rows: tqdm(rows, unit=unit, disable=not sys.stderr.isatty())


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
