"""Archives scored in shards: resumable, on one machine or many, and what data frameworks call."""

from hypecheck.bulk.batch import BatchScorer
from hypecheck.bulk.runner import score_files
from hypecheck.bulk.settings import Columns, Settings

__all__ = ["BatchScorer", "Columns", "Settings", "score_files"]
