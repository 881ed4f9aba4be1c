"""What training sees of a sentence."""

from __future__ import annotations

from collections.abc import Callable

from hypecheck.claims import ClaimReader
from hypecheck.dates import YEARS, latest
from hypecheck.evidence import ReleaseDB
from hypecheck.lexicon import load_lexicon
from hypecheck.linking import claim_hits
from hypecheck.spans import LexiconMatcher
from hypecheck.stance import ContextStance
from hypecheck.text import make_document
from hypecheck.types import Hit, StanceMark


def build_annotator() -> Callable[[str], tuple[list[Hit], list[StanceMark]]]:
    """A reader of one sentence: hits and stance, found the way they are found in use."""
    matcher, stance = LexiconMatcher(load_lexicon()), ContextStance()
    reader, db = ClaimReader(), ReleaseDB.load()

    def annotate(text: str) -> tuple[list[Hit], list[StanceMark]]:
        document = make_document(text, sentences=[(0, len(text))])
        hits = matcher.find(document)
        claims = reader.extract(document, db, latest(str(YEARS[-1])))
        hits = sorted([*hits, *claim_hits(claims, hits, document)], key=lambda hit: hit.start_char)
        return hits, stance.tag(document, hits)

    return annotate
