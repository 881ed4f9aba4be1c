"""Training from an annotated corpus, on what the pipeline finds in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypecheck.errors import ConfigError
from hypecheck.readers.corpus import CorpusDocument, CorpusSentence, read_corpus
from hypecheck.scoring.crossval import evaluate
from hypecheck.scoring.persist import SHIPPED, Model, save_model
from hypecheck.scoring.train import Example, TextExample, fingerprint, train
from hypecheck.types import Hit, StanceMark

#: Where a checkout keeps the configuration, the measures and the card of the shipped model.
RECORD = "models/hypecheck-en"
#: Finds spans and their stances in a text, as the pipeline does.
Annotator = Callable[[str], tuple[list[Hit], list[StanceMark]]]
#: Wraps an iterable to show how far it has come, such as ``tqdm``.
Progress = Callable[[Sequence[CorpusDocument]], Iterable[CorpusDocument]]


@dataclass(frozen=True, slots=True)
class Training:
    """A trained model with its measures on the split that it has not seen."""

    model: Model
    metrics: Mapping[str, Any]


def train_shipped(checkout: Path, *, progress: Progress = iter) -> Training:
    """Train the shipped model again from a checkout's corpus and configuration, and write it.

    Parameters
    ----------
    checkout : Path
        Root of the repository.
    progress : callable, optional
        Wraps the documents while they are annotated.

    Raises
    ------
    ConfigError
        There is no configuration: the folder is no checkout.
    """
    record = checkout / RECORD
    config = read_config(record / "train.json")
    training = train_from_corpus(checkout / config["corpus"], config, progress=progress)
    write_model(training, checkout / "hypecheck" / "data" / SHIPPED, record)
    return training


def train_from_corpus(
    corpus: Path,
    config: Mapping[str, Any],
    *,
    annotate: Annotator | None = None,
    progress: Progress = iter,
) -> Training:
    """Model trained on a corpus's training splits and measured on its test split.

    Parameters
    ----------
    corpus : Path
        Folder of a published corpus.
    config : mapping
        ``splits`` to train on, and parameters of both classifiers (`read_config`).
    annotate : callable, optional
        The shipped pipeline's matcher and stance tagger if not given.
    progress : callable, optional
        Wraps the documents while they are annotated.

    Raises
    ------
    CorpusError
        The corpus can't be read.
    ConfigError
        The configuration has a wrong setting.
    """
    if annotate is None:
        from hypecheck.pipeline import build_annotator

        annotate = build_annotator()
    documents = [d for split in config["splits"] for d in read_corpus(corpus, split)]
    sentences, texts = examples(progress(documents), annotate)
    model = train(sentences, texts, config)
    held_out = examples(read_corpus(corpus, "test"), annotate)
    metrics = {
        "trained on": {"sentences": len(sentences), "texts": len(texts)},
        "test": evaluate(model, *held_out),
        "fingerprint": fingerprint(model),
    }
    return Training(model, metrics)


def read_config(path: Path) -> dict[str, Any]:
    """Training configuration from a JSON file.

    Raises
    ------
    ConfigError
        The file is missing, not JSON, or names no splits.
    """
    try:
        config = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path} can't be read: {error.strerror}.") from None
    except ValueError as error:
        raise ConfigError(f"{path} is not JSON ({error}).") from None
    if not isinstance(config, dict) or not config.get("splits"):
        raise ConfigError(f'{path} names no splits. Write for example: "splits": ["train"].')
    return config


def write_model(training: Training, artefact: Path, record: Path) -> None:
    """Write the artefact, and beside its configuration its measures and check sum.

    Parameters
    ----------
    training : Training
    artefact : Path
        The skops file.
    record : Path
        Folder that gets ``metrics.json`` and ``SHA256SUMS``.
    """
    save_model(training.model, artefact)
    metrics = json.dumps(_rounded(training.metrics), indent=1) + "\n"
    (record / "metrics.json").write_text(metrics, encoding="utf-8")
    digest = hashlib.sha256(artefact.read_bytes()).hexdigest()
    (record / "SHA256SUMS").write_text(f"{digest}  {artefact.name}\n", encoding="utf-8")


def examples(
    documents: Iterable[CorpusDocument], annotate: Annotator
) -> tuple[list[Example], list[TextExample]]:
    """Training examples of documents: every sentence and title, and every text of several."""
    sentences: list[Example] = []
    texts: list[TextExample] = []
    for document in documents:
        parts = [_example(part, document.id, annotate) for part in document.parts]
        sentences += parts
        if len(document.sentences) > 1:
            body = parts[-len(document.sentences) :]
            title = parts[: len(parts) - len(body)]
            critical = document.voice == "critical"
            texts.append(TextExample(body, title, document.hype, document.id, critical))
    return sentences, texts


def _example(part: CorpusSentence, group: str, annotate: Annotator) -> Example:
    hits, marks = annotate(part.text)
    missed = any(
        not any(h.start_char < span.end_char and span.start_char < h.end_char for h in hits)
        for span in part.spans
    )
    return Example(part.text, hits, marks, part.hype, group, missed)


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, Mapping):
        return {name: _rounded(inner) for name, inner in value.items()}
    return value
