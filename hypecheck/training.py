"""Training from an annotated corpus, on what the pipeline finds in it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from hypecheck.errors import ConfigError, CorpusError
from hypecheck.own_labels import own_labels
from hypecheck.readers.corpus import CorpusDocument, CorpusSentence, read_corpus
from hypecheck.resources import parse_json
from hypecheck.scoring.crossval import Fit, cross_validate, evaluate, fifth, summary
from hypecheck.scoring.evaluate import CLEAR
from hypecheck.scoring.persist import SHIPPED, Model, load_model, save_model
from hypecheck.scoring.train import Example, TextExample, fingerprint, retrain, train
from hypecheck.types import Hit, StanceMark

#: Where a checkout keeps the configuration, the measures and the card of the shipped model.
RECORD = "models/hypecheck-en"
#: Texts with a sentence of either class, below which nothing can be learnt or measured.
_FEWEST = 10
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
        from hypecheck.annotating import build_annotator

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


def measure_shipped(checkout: Path) -> dict[str, Any]:
    """Measures of the shipped model on the test split of a checkout's corpus."""
    from hypecheck.annotating import build_annotator

    config = read_config(checkout / RECORD / "train.json")
    held_out = read_corpus(checkout / config["corpus"], "test")
    return evaluate(load_model(), *examples(held_out, build_annotator()))


def train_own(path: Path, *, config: Path | None = None) -> Training:
    """Model for a user's own idea of hype, measured by cross-validation.

    Parameters
    ----------
    path : Path
        Labelled sentences, as `own_labels` takes them, or the folder of a corpus with whole
        articles as well. From sentences alone the classifier of sentences is learnt; registers
        and the classifier of texts stay those of the shipped model.
    config : Path, optional
        JSON file with any of the tables ``sentence``, ``document`` and ``register`` of
        ``models/hypecheck-en/train.json``, in place of the shipped model's.

    Raises
    ------
    CorpusError
        The file can't be read, or too few of its sentences have a span that the vocabulary knows.
    ConfigError
        The configuration can't be read or has a wrong setting.
    """
    from hypecheck.annotating import build_annotator

    annotate = build_annotator()
    base = load_model()
    settings = json.loads(base.about["config"])
    if config is not None:
        settings |= _json_object(config)
    texts: list[TextExample] = []
    if (path / "articles-train.jsonl").is_file():
        sentences, texts = examples(read_corpus(path, "train"), annotate)
    else:
        labelled = own_labels(path)
        sentences = [_example(one.sentence, one.document, annotate) for one in labelled]
    _require_both_classes(sentences, path)
    fit: Fit = partial(train, config=settings)
    if not texts:
        fit = partial(_fit_sentences, config=settings, base=base)
    held_out = cross_validate(sentences, texts, settings, fit=fit)
    metrics: dict[str, Any] = {
        "trained on": {"sentences": len(sentences), "texts": len(texts)},
        "cross-validation": {"sentences": summary(held_out.sentences)},
    }
    if texts:
        metrics["cross-validation"]["texts"] = summary(held_out.texts)
    return Training(fit(sentences, texts), metrics)


def _fit_sentences(
    sentences: Sequence[Example],
    texts: Sequence[TextExample],
    *,
    config: Mapping[str, Any],
    base: Model,
) -> Model:
    return retrain(sentences, config, base)


def _require_both_classes(sentences: Sequence[Example], path: Path) -> None:
    """Refuse what cross-validation would break on, before it does."""
    flagged = [e for e in sentences if e.hits and not e.missed]
    for name, found in (
        ("clear hype (1.5 or more)", {e.group for e in flagged if e.hype >= CLEAR}),
        ("no clear hype (below 1.5)", {e.group for e in flagged if e.hype < CLEAR}),
    ):
        if len({fifth(group) for group in found}) < 2 or len(found) < _FEWEST:
            raise CorpusError(
                f"{path}: of the sentences in which the vocabulary finds a span, those of"
                f" {len(found)} documents are {name}. Give at least {_FEWEST}."
            )


def read_config(path: Path) -> dict[str, Any]:
    """Training configuration from a JSON file.

    Raises
    ------
    ConfigError
        The file is missing, not JSON, or names no splits.
    """
    config = _json_object(path)
    if not config.get("splits"):
        raise ConfigError(f'{path} names no splits. Write for example: "splits": ["train"].')
    return config


def _json_object(path: Path) -> dict[str, Any]:
    try:
        config = parse_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path} can't be read: {error.strerror}.") from None
    except ValueError as error:
        raise ConfigError(f"{path} is not JSON ({error}).") from None
    if not isinstance(config, dict):
        raise ConfigError(f"{path} is no JSON object. Write {{…}} with the tables of settings.")
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
