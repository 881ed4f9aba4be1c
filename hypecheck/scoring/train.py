"""Training: annotated sentences and texts in, a model out, the same one every time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypecheck.errors import ConfigError
from hypecheck.scoring.aggregate import document_features, document_score
from hypecheck.scoring.classifier import HypeClassifier
from hypecheck.scoring.evaluate import CLEAR, measures
from hypecheck.scoring.features import as_row, sentence_features
from hypecheck.scoring.load import make_scorer
from hypecheck.scoring.persist import Model
from hypecheck.scoring.scorer import ScoredSentence, SentenceScorer
from hypecheck.types import Hit, StanceMark


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with what the pipeline finds in it and how strong its hype is.

    Attributes
    ----------
    hits, marks : sequence
        From the same matcher and stance tagger that will feed the model later; offsets count
        from the start of `text`.
    hype : float
        Mean intensity, 0 to 3.
    group : str
        Examples of one group, such as one document, never part in cross-validation.
    marked : bool
        Whether the annotator marked a span in it.
    """

    text: str
    hits: Sequence[Hit]
    marks: Sequence[StanceMark]
    hype: float
    group: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class TextExample:
    """A whole text, with its title, and how strong its hype is."""

    sentences: Sequence[Example]
    title: Sequence[Example]
    hype: float
    group: str = ""


def train(
    sentences: Sequence[Example], texts: Sequence[TextExample], config: Mapping[str, Any]
) -> Model:
    """Fitted model; equal examples and settings give equal coefficients.

    Parameters
    ----------
    sentences : sequence of Example
        For the classifier of sentences. One that is marked but has no hits is left out: its
        words are missing from the vocabulary, and that says nothing about the hurdle.
    texts : sequence of TextExample
        For the classifier of texts, which builds on the one of sentences.
    config : mapping
        ``sentence`` and ``document``: parameters of `HypeClassifier`. Other keys are kept in
        the model's ``about``.

    Raises
    ------
    ConfigError
        A part is missing or has a parameter that the classifier doesn't know.
    """
    sentence = _classifier(config, "sentence")
    sentences = [e for e in sentences if e.hits or not e.marked]
    sentence.fit(
        [as_row(sentence_features(e.text, e.hits, e.marks)) for e in sentences],
        [e.hype >= CLEAR for e in sentences],
        intensity=[e.hype for e in sentences],
        groups=[e.group for e in sentences],
    )
    scorer = make_scorer(sentence, None)
    document = _classifier(config, "document")
    document.fit(
        [as_row(document_features(scorer, *scored(scorer, text))) for text in texts],
        [text.hype >= CLEAR for text in texts],
        intensity=[text.hype for text in texts],
        groups=[text.group for text in texts],
    )
    return Model(sentence, document, _about(config, len(sentences), len(texts)))


def evaluate(
    model: Model, sentences: Sequence[Example], texts: Sequence[TextExample]
) -> dict[str, dict[str, float]]:
    """Measures of a model on annotated sentences and texts.

    Returns
    -------
    dict
        ``sentences`` and ``texts``, each as `measures` gives it.
    """
    scorer = make_scorer(model.sentence, model.document)
    sentence_scores = [scorer.score_sentence(e.text, e.hits, e.marks).score for e in sentences]
    text_scores = [document_score(scorer, *scored(scorer, text)).score for text in texts]
    return {
        "sentences": measures(sentence_scores, [e.hype for e in sentences]),
        "texts": measures(text_scores, [text.hype for text in texts]),
    }


def scored(
    scorer: SentenceScorer, text: TextExample
) -> tuple[list[ScoredSentence], list[ScoredSentence]]:
    """Sentences and title of a text with their terms."""
    return (
        [scorer.score_sentence(e.text, e.hits, e.marks) for e in text.sentences],
        [scorer.score_sentence(e.text, e.hits, e.marks) for e in text.title],
    )


def fingerprint(model: Model) -> str:
    """SHA-256 over parameters and coefficients, the latter to nine digits."""
    content = {
        part: {
            "parameters": estimator.get_params(),
            "intercept": f"{estimator.intercept_:.9g}",
            "coefficients": {
                name: f"{value:.9g}"
                for name, value in zip(estimator.feature_names_, estimator.coef_, strict=True)
            },
        }
        for part, estimator in (("sentence", model.sentence), ("document", model.document))
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _classifier(config: Mapping[str, Any], part: str) -> HypeClassifier:
    allowed = sorted(HypeClassifier().get_params())
    if not isinstance(config.get(part), Mapping):
        raise ConfigError(
            f"The training configuration has no table {part!r}. It needs sentence and document,"
            f" each with any of {', '.join(allowed)}."
        )
    unknown = sorted(set(config[part]) - set(allowed))
    if unknown:
        raise ConfigError(
            f"The training configuration sets {part}.{unknown[0]}. Allowed: {', '.join(allowed)}."
        )
    return HypeClassifier(**config[part])


def _about(config: Mapping[str, Any], sentences: int, texts: int) -> dict[str, Any]:
    import sklearn

    return {
        "config": json.dumps(config, sort_keys=True),
        "sentences": sentences,
        "texts": texts,
        "scikit-learn": sklearn.__version__,
    }
