"""What is counted while articles are scored; tallies of shards add up to that of the run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from hypecheck.bulk.folder import Folder
from hypecheck.errors import InputError

#: Phrases that are kept apart while counting, and shown in the end.
_KEPT, TOP = 100_000, 25
_COUNTS = ("articles", "scored", "failed", "words")
_COUNTERS = ("not_scored", "verdicts", "phrases")


@dataclass(slots=True)
class Tally:
    """Counts of a shard or of a run.

    Attributes
    ----------
    articles, scored, failed, words : int
        Rows read; those scored; those among the errors; words of those read without an error.
    not_scored : Counter
        Articles by their language, where it isn't English.
    verdicts : Counter
        Checkable claims by verdict.
    phrases : Counter
        Flagged phrases in lower case.
    """

    articles: int = 0
    scored: int = 0
    failed: int = 0
    words: int = 0
    not_scored: Counter[str] = field(default_factory=Counter)
    verdicts: Counter[str] = field(default_factory=Counter)
    phrases: Counter[str] = field(default_factory=Counter)

    def count(self, row: Mapping[str, Any]) -> None:
        """Count an article by its row."""
        self.articles += 1
        self.words += row["words"]
        if row["status"] != "scored":
            self.not_scored[row["language"]] += 1
            return
        self.scored += 1
        self.verdicts.update(claim["verdict"] for claim in row["claims"] if claim["verdict"])
        self.phrases.update(" ".join(span["text"].lower().split()) for span in row["spans"])

    def fail(self) -> None:
        """Count a row that went to the errors."""
        self.articles += 1
        self.failed += 1

    def add(self, other: Tally) -> None:
        """Add another tally; rare phrases are dropped where there are too many to keep."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))
        if len(self.phrases) > 2 * _KEPT:
            self.phrases = Counter(dict(_ordered(self.phrases)[:_KEPT]))

    def to_dict(self, top: int | None = None) -> dict[str, Any]:
        """Plain values; of the phrases only the `top` most frequent ones, if so wished."""
        row: dict[str, Any] = {one.name: getattr(self, one.name) for one in fields(self)}
        for name in _COUNTERS:
            row[name] = dict(_ordered(row[name]))
        row["phrases"] = dict(_ordered(self.phrases)[:top])
        return row

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Tally:
        """Tally again from what `to_dict` gave."""
        counters = {name: Counter(row[name]) for name in _COUNTERS}
        return cls(**{**row, **counters})


def read_summary(folder: Folder, name: str) -> dict[str, Any]:
    """Summary of a finished run, as the page and the terminal show it.

    Raises
    ------
    InputError
        The file holds something else.
    """
    row = folder.read_json(name)
    counts = [row.get(one) for one in (*_COUNTS, "near_copies")]
    counters = [row.get(one) for one in _COUNTERS]
    counts += [n for one in counters if isinstance(one, dict) for n in one.values()]
    if not all(isinstance(one, dict) for one in counters) or not all(
        isinstance(one, int) for one in counts
    ):
        raise InputError(
            f"{folder.path}/{name} is no summary of a run. Delete it and give the same command"
            " again."
        )
    return row


def _ordered(counter: Mapping[str, int]) -> list[tuple[str, int]]:
    """Most frequent first, equals by name: the same in every run."""
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))
