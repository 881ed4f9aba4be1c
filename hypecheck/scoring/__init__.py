"""From spans and their stance to a calibrated score that is a plain sum."""

from hypecheck.scoring.aggregate import DocumentScore, document_score
from hypecheck.scoring.load import load_scorer
from hypecheck.scoring.register import SentenceWords, words_of
from hypecheck.scoring.scorer import ScoredSentence, SentenceScorer, probability
from hypecheck.scoring.without import Without

__all__ = [
    "DocumentScore",
    "ScoredSentence",
    "SentenceScorer",
    "SentenceWords",
    "Without",
    "document_score",
    "load_scorer",
    "probability",
    "words_of",
]
