"""The classifier's file: skops, read only when every type in it is on a frozen list.

A file holds one mapping: ``format`` (the number below), ``sentence`` and ``document`` (fitted
classifiers), ``registers`` (names with words and their weights) and ``about`` (plain texts and
numbers). The estimators keep nothing but their own numbers, so a file does not depend on the
scikit-learn version that made it; that version is written down in ``about`` all the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from hypecheck.errors import ModelFormatError
from hypecheck.resources import data_path, read_at_most
from hypecheck.scoring.register import Register, Registers

if TYPE_CHECKING:
    from hypecheck.scoring.classifier import HypeClassifier

#: Number of the format described above; a file with another one is refused.
FORMAT = 2
#: Everything that skops does not trust by itself and that a classifier's file may hold.
TRUSTED_TYPES = ("hypecheck.scoring.classifier.HypeClassifier",)
#: Where the artefact lies that ships with the package.
SHIPPED = "model/hypecheck.skops"
#: Bytes that a model may unpack to; the shipped one takes a sixth of a million.
_LARGEST = 200_000_000
_FIELDS = {"format", "sentence", "document", "registers", "about"}


@dataclass(frozen=True, slots=True)
class Model:
    """The classifiers of sentences and of texts, the registers they use, and their origin."""

    sentence: HypeClassifier
    document: HypeClassifier
    registers: Registers
    about: Mapping[str, Any]


def save_model(model: Model, path: Path) -> None:
    """Write a model to a file.

    Parameters
    ----------
    model : Model
        Fitted.
    path : Path
        Its folder is made if need be.
    """
    from skops.io import dumps

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        dumps(
            {
                "format": FORMAT,
                "sentence": model.sentence,
                "document": model.document,
                "registers": {name: _packed(r) for name, r in model.registers.items()},
                "about": dict(model.about),
            }
        )
    )


def load_model(path: Path | None = None) -> Model:
    """Model from a file, audited before anything of it is built.

    Parameters
    ----------
    path : Path, optional
        The model that ships with the package if not given.

    Raises
    ------
    ModelFormatError
        The file is missing, no model, of another format, or holds a type that is not trusted.
    """
    name = f"hypecheck/data/{SHIPPED}" if path is None else str(path)
    data = _read(path, name)
    _audit(data, name)
    return _model(_construct(data, name), name)


def shipped_model() -> bytes:
    """The model file that ships with the package.

    Raises
    ------
    ModelFormatError
        The installation lacks it.
    """
    return _read(None, f"hypecheck/data/{SHIPPED}")


def _read(path: Path | None, name: str) -> bytes:
    try:
        if path is None:
            return data_path(SHIPPED).read_bytes()
        return read_at_most(path, _LARGEST)
    except OSError as error:
        raise ModelFormatError(
            f"{name} can't be read: {error.strerror}. Name a file that `hypecheck train` wrote."
        ) from None


def _audit(data: bytes, name: str) -> None:
    """Refuse a file that holds anything outside the list, before it is built."""
    from skops.io import get_untrusted_types

    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except Exception as error:  # the file decides what breaks, and how
        raise _not_a_model(name, error) from None
    if size > _LARGEST:
        raise ModelFormatError(
            f"{name} unpacks to {size / 1e6:.0f} MB. Allowed: {_LARGEST / 1e6:.0f} MB."
            " Do not use this file."
        )
    try:
        foreign = sorted(set(get_untrusted_types(data=data)) - set(TRUSTED_TYPES))
    except Exception as error:  # as above
        raise _not_a_model(name, error) from None
    if foreign:
        raise ModelFormatError(
            f"{name} holds {foreign[0]}, which a model has no need of. Allowed:"
            f" numbers, texts, arrays and {TRUSTED_TYPES[0]}. Do not use this file."
        )


def _construct(data: bytes, name: str) -> Any:
    from skops.io import loads

    try:
        return loads(data, trusted=list(TRUSTED_TYPES))
    except Exception as error:  # as above
        raise _not_a_model(name, error) from None


def _model(content: Any, name: str) -> Model:
    from hypecheck.scoring.classifier import HypeClassifier

    if not isinstance(content, dict) or "format" not in content:
        raise ModelFormatError(
            f"{name} is a skops file but no model of hypecheck."
            " Name a file that `hypecheck train` wrote."
        )
    if content["format"] != FORMAT:
        raise ModelFormatError(
            f"{name} has format {content['format']!r}. This version reads format {FORMAT}:"
            " train again, or install the version that wrote it."
        )
    if set(content) != _FIELDS:
        raise ModelFormatError(
            f"{name} has the fields {', '.join(sorted(content))}."
            f" A model has {', '.join(sorted(_FIELDS))}."
        )
    for part in ("sentence", "document"):
        if type(content[part]) is not HypeClassifier or not _is_fitted(content[part]):
            raise ModelFormatError(f"{name}: {part} is no fitted HypeClassifier. Train again.")
    return Model(
        content["sentence"],
        content["document"],
        _registers(content["registers"], name),
        content["about"],
    )


def _registers(tables: Any, name: str) -> Registers:
    try:
        return {title: _unpacked(**table) for title, table in tables.items()}
    except (AttributeError, TypeError, ValueError):
        raise ModelFormatError(
            f"{name}: registers is no table of words and weights. Train again."
        ) from None


def _packed(register: Register) -> dict[str, Any]:
    """Words in one text and weights in one array: a mapping of thousands is slow to read."""
    import numpy as np

    return {
        "words": "\n".join(register.weights),
        "weights": np.array(list(register.weights.values()), dtype=float),
    }


def _unpacked(words: str, weights: Any) -> Register:
    values = [float(weight) for weight in weights.tolist()]
    return Register(dict(zip(words.split("\n"), values, strict=True)))


def _is_fitted(classifier: HypeClassifier) -> bool:
    state = vars(classifier)
    names, values = state.get("feature_names_", ()), state.get("coef_", ())
    return "intercept_" in state and 0 < len(names) == len(values)


def _not_a_model(name: str, error: Exception) -> ModelFormatError:
    return ModelFormatError(
        f"{name} is no skops file ({type(error).__name__}). Allowed: files that"
        " `hypecheck train` wrote; pickle and joblib files are never read."
    )
