"""Overclaiming language, in whose voice it is made, and the counter-evidence beside it.

Importing the package is quick: spaCy, scikit-learn and the release table are loaded when a
name that needs them is first used.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from hypecheck.errors import (
    ConfigError,
    CorpusError,
    HypecheckError,
    InputError,
    LexiconError,
    MissingExtraError,
    ModelFormatError,
    PatternError,
    ReleaseDBError,
)

if TYPE_CHECKING:
    from hypecheck.api import check, load, score_articles
    from hypecheck.bulk import BatchScorer
    from hypecheck.colliding import collisions
    from hypecheck.colours import displacy_options
    from hypecheck.estimators import HypeFeatures, HypeTextClassifier
    from hypecheck.evidence import ReleaseDB
    from hypecheck.extensions import register_extensions
    from hypecheck.replaying import replay
    from hypecheck.types import Article, Claim, Evidence, HypeSpan, Release, Report

_LAZY = {
    "Article": "hypecheck.types",
    "BatchScorer": "hypecheck.bulk",
    "Claim": "hypecheck.types",
    "Evidence": "hypecheck.types",
    "HypeFeatures": "hypecheck.estimators",
    "HypeSpan": "hypecheck.types",
    "HypeTextClassifier": "hypecheck.estimators",
    "Release": "hypecheck.types",
    "ReleaseDB": "hypecheck.evidence",
    "Report": "hypecheck.types",
    "check": "hypecheck.api",
    "collisions": "hypecheck.colliding",
    "displacy_options": "hypecheck.colours",
    "load": "hypecheck.api",
    "register_extensions": "hypecheck.extensions",
    "replay": "hypecheck.replaying",
    "score_articles": "hypecheck.api",
}

__all__ = [
    "Article",
    "BatchScorer",
    "Claim",
    "ConfigError",
    "CorpusError",
    "Evidence",
    "HypeFeatures",
    "HypeSpan",
    "HypeTextClassifier",
    "HypecheckError",
    "InputError",
    "LexiconError",
    "MissingExtraError",
    "ModelFormatError",
    "PatternError",
    "Release",
    "ReleaseDB",
    "ReleaseDBError",
    "Report",
    "__version__",
    "check",
    "collisions",
    "displacy_options",
    "load",
    "register_extensions",
    "replay",
    "score_articles",
]

logging.getLogger(__name__).addHandler(logging.NullHandler())


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("hypecheck")
    if name not in _LAZY:
        raise AttributeError(f"module 'hypecheck' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_LAZY[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
