"""The one place that knows the order: text → spans → stance → claims → evidence → score → report."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from hypecheck.claims import ClaimReader
from hypecheck.dates import as_day
from hypecheck.evidence import ReleaseDB, ReleaseVerifier
from hypecheck.lexicon import Lexicon, load_lexicon
from hypecheck.linking import link, prior_art_facets, settle
from hypecheck.protocols import (
    ClaimExtractor,
    Gazetteer,
    Matcher,
    StanceTagger,
    TextScorer,
    Verifier,
)
from hypecheck.scoring import document_score, load_scorer
from hypecheck.spans import LexiconMatcher
from hypecheck.stance import ContextStance
from hypecheck.text import make_document
from hypecheck.text.dateline import find_dateline
from hypecheck.types import Claim, Document, Hit, HypeSpan, Report, SentenceScore, StanceMark

Annotator = Callable[[str], tuple[list[Hit], list[StanceMark]]]
