"""Training: annotated sentences and texts in, a model out, the same one every time."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from hypecheck.errors import ConfigError
from hypecheck.scoring.aggregate import document_features
from hypecheck.scoring.classifier import HypeClassifier
from hypecheck.scoring.evaluate import CLEAR
from hypecheck.scoring.features import as_row, sentence_features
from hypecheck.scoring.load import make_scorer
from hypecheck.scoring.persist import Model
from hypecheck.scoring.register import Registers
from hypecheck.scoring.register_fit import Passage, RegisterSettings, fit_registers
from hypecheck.scoring.scorer import ScoredSentence, SentenceScorer
from hypecheck.types import Hit, StanceMark

#: Registers are fitted once for each of so many parts of the texts, without that part.
_FOLDS = 5


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
    missed : bool
        Whether the annotator marked a span that no hit overlaps.
    """

    text: str
    hits: Sequence[Hit]
    marks: Sequence[StanceMark]
    hype: float
    group: str = ""
    missed: bool = False


@dataclass(frozen=True, slots=True)
class TextExample:
    """A whole text, with its title, how strong its hype is, and whether it is a critical one."""

    sentences: Sequence[Example]
    title: Sequence[Example]
    hype: float
    group: str = ""
    critical: bool = False


def train(
    sentences: Sequence[Example], texts: Sequence[TextExample], config: Mapping[str, Any]
) -> Model:
    """Fitted model; equal examples and settings give equal coefficients.

    Parameters
    ----------
    sentences : sequence of Example
        For the registers and the classifier of sentences. The classifier leaves out those with a
        missed span: its words are lacking in the vocabulary, and neither the hurdle nor the spans
        that were found are to be blamed for their absence.
    texts : sequence of TextExample
        For the registers and the classifier of texts, which builds on the one of sentences; their
        sentences are in `sentences` too.
    config : mapping
        ``sentence`` and ``document``: parameters of `HypeClassifier`; ``register``: fields of
        `RegisterSettings`. Other keys are kept in the model's ``about``.

    Raises
    ------
    ConfigError
        A part is missing or has a parameter that is not known.
    """
    registers = _CrossFitted(_passages(sentences, texts), _register_settings(config))
    judged = [e for e in sentences if not e.missed]
    sentence = _fit_sentence(judged, config, registers)
    document = _classifier(config, "document")
    document.fit(
        [_text_row(make_scorer(sentence, None, registers(text.group)), text) for text in texts],
        [text.hype >= CLEAR for text in texts],
        intensity=[text.hype for text in texts],
        groups=[text.group for text in texts],
    )
    about = _about(config, len(judged), len(texts))
    return Model(sentence, document, registers.final, about)


def retrain(sentences: Sequence[Example], config: Mapping[str, Any], base: Model) -> Model:
    """A model whose classifier of sentences is fitted anew; all else stays as in another model.

    Parameters
    ----------
    sentences : sequence of Example
        As in `train`; they need no texts.
    config : mapping
        As in `train`; only ``sentence`` is used.
    base : Model
        Gives the registers and the classifier of texts.
    """
    judged = [e for e in sentences if not e.missed]
    sentence = _fit_sentence(judged, config, lambda _: base.registers)
    return Model(sentence, base.document, base.registers, _about(config, len(judged), 0))


def _fit_sentence(
    examples: Sequence[Example],
    config: Mapping[str, Any],
    registers: Callable[[str], Registers],
) -> HypeClassifier:
    return _classifier(config, "sentence").fit(
        [as_row(sentence_features(e.text, e.hits, e.marks, registers(e.group))) for e in examples],
        [e.hype >= CLEAR for e in examples],
        intensity=[e.hype for e in examples],
        groups=[e.group for e in examples],
    )


class _CrossFitted:
    """Registers that have not seen a text, for learning how far registers are to be trusted."""

    def __init__(self, passages: Sequence[Passage], settings: RegisterSettings) -> None:
        self.final = fit_registers(passages, settings)
        self._folds = [
            fit_registers([p for p in passages if _fold(p.group) != fold], settings)
            for fold in range(_FOLDS)
        ]

    def __call__(self, group: str) -> Registers:
        return self._folds[_fold(group)]


def _fold(group: str) -> int:
    return zlib.crc32(group.encode()) % _FOLDS


def _passages(sentences: Sequence[Example], texts: Sequence[TextExample]) -> list[Passage]:
    by_group = {text.group: text for text in texts}
    found = []
    for e in sentences:
        text = by_group.get(e.group)
        hype = e.hype if text is None else (e.hype + text.hype) / 2
        critical = text is not None and text.critical
        found.append(Passage(e.text, e.hits, hype, critical, e.group))
    return found


def _text_row(scorer: SentenceScorer, text: TextExample) -> dict[str, float]:
    return as_row(document_features(scorer, *scored(scorer, text)))


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
    content: dict[str, Any] = {
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
    content["registers"] = {
        name: {word: f"{weight:.9g}" for word, weight in register.weights.items()}
        for name, register in model.registers.items()
    }
    text = json.dumps(content, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _register_settings(config: Mapping[str, Any]) -> RegisterSettings:
    allowed = [field.name for field in fields(RegisterSettings)]
    given = config.get("register", {})
    unknown = sorted(set(given) - set(allowed))
    if unknown:
        raise ConfigError(
            f"The training configuration sets register.{unknown[0]}. Allowed: {', '.join(allowed)}."
        )
    return RegisterSettings(**given)


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
