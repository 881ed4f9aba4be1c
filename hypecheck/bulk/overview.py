"""Figures of a finished run, gathered from its rows one by one: memory doesn't grow with them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hypecheck.bulk.folder import Folder
from hypecheck.bulk.runner import SUMMARY
from hypecheck.bulk.tally import read_summary
from hypecheck.bulk.worker import ARTICLES
from hypecheck.colliding import Collision, collisions
from hypecheck.errors import HypecheckError, InputError, MissingExtraError
from hypecheck.resources import parse_json
from hypecheck.types import Claim, Facets, Report
from hypecheck.types.rows import from_row

#: Columns of the distribution of scores, each a tenth wide.
BINS = 10
#: Refuted claims and claims held against each other that are kept.
_REFUTED, _CLAIMS = 500, 20_000
_TAKEN = (
    *("text", "quantifier", "ordinal", "subject", "subject_text"),
    *("since", "anchor", "as_of", "stance", "speaker", "reason"),
)


@dataclass(slots=True)
class Group:
    """Articles of one outlet or one month.

    Attributes
    ----------
    loud : int
        Those that score above one half.
    """

    articles: int = 0
    score: float = 0.0
    loud: int = 0

    def add(self, score: float) -> None:
        """Count an article."""
        self.articles += 1
        self.score += score
        self.loud += score > 0.5

    @property
    def mean(self) -> float:
        """Mean score, 0 to 1."""
        return self.score / self.articles if self.articles else 0.0


@dataclass(slots=True)
class Overview:
    """What the page on a run shows.

    Attributes
    ----------
    summary : mapping
        Content of ``summary.json``.
    scores : list of int
        Scored articles by score, in `BINS` equal steps from 0 to 1.
    outlets, months : mapping of str to Group
        Months as YYYY-MM, of as-of.
    labels : Counter
        Flagged phrases by category, of those that the writer asserts.
    refuted : list of dict
        Refuted claims with what is known of their article.
    collisions : list of Collision
    """

    summary: Mapping[str, Any]
    scores: list[int] = field(default_factory=lambda: [0] * BINS)
    outlets: dict[str, Group] = field(default_factory=lambda: defaultdict(Group))
    months: dict[str, Group] = field(default_factory=lambda: defaultdict(Group))
    labels: Counter[str] = field(default_factory=Counter)
    refuted: list[dict[str, Any]] = field(default_factory=list)
    collisions: list[Collision] = field(default_factory=list)


def read_overview(path: str) -> Overview:
    """Figures of a finished run.

    Parameters
    ----------
    path : str
        Folder that `score_files` has written to.

    Raises
    ------
    InputError
        The folder holds no finished run, or not what a run writes.
    """
    folder = Folder(path)
    if not folder.has(SUMMARY):
        raise InputError(
            f"{path} holds no finished run: {SUMMARY} is missing."
            " Give the folder that `hypecheck score --out` wrote to, when it has ended."
        )
    found = Overview(read_summary(folder, SUMMARY))
    try:
        found.collisions = collisions(list(_counted(found, folder)))
    except (HypecheckError, LookupError, TypeError, AttributeError, ValueError) as error:
        reason = f"{type(error).__name__}: {error}"
        raise InputError(
            f"{path}/{ARTICLES} holds a row that `hypecheck score` did not write ({reason:.200})."
            " Score again into another folder."
        ) from None
    return found


def _counted(found: Overview, folder: Folder) -> Iterator[Report]:
    """Count every row, and yield reports of claims to be held against each other."""
    kept = 0
    for row in _rows(folder):
        if row["status"] != "scored":
            continue
        _count(found, row)
        if row["claims"] and kept < _CLAIMS:
            kept += len(row["claims"])
            yield from _claims_of(row)


def _count(found: Overview, row: Mapping[str, Any]) -> None:
    score = float(row["score"])
    found.scores[min(BINS - 1, int(score * BINS))] += 1
    if row["outlet"]:
        found.outlets[row["outlet"]].add(score)
    found.months[row["as_of"][:7]].add(score)
    found.labels.update(span["label"] for span in row["spans"] if span["stance"] == "asserted")
    for claim in row["claims"]:
        if claim["verdict"] == "REFUTED" and len(found.refuted) < _REFUTED:
            found.refuted.append({**claim, "article": _name(row), "outlet": row["outlet"]})


def _claims_of(row: Mapping[str, Any]) -> Iterator[Report]:
    """Yield a report for each claim of an article, as long as its sentence, for comparing them."""
    for claim in row["claims"]:
        start = claim["sentence"].find(claim["text"])
        if start < 0:
            continue
        known = {name: claim[name] for name in _TAKEN if claim.get(name) is not None}
        again = Claim(
            **known,
            start_char=start,
            end_char=start + len(claim["text"]),
            facets=from_row(Facets, claim["facets"]),
        )
        yield Report(claim["sentence"], 0.0, claims=(again,), id=_name(row), as_of=row["as_of"])


def _name(row: Mapping[str, Any]) -> str:
    return str(row["title"] or row["id"] or f"{row['file']}:{row['row']}")


def _rows(folder: Folder) -> Iterator[dict[str, Any]]:
    for name in sorted(folder.names(ARTICLES)):
        if name.endswith(".parquet"):
            yield from _parquet_rows(folder, f"{ARTICLES}/{name}")
        else:
            for line in folder.read(f"{ARTICLES}/{name}").splitlines():
                yield parse_json(line.decode("utf-8"))


def _parquet_rows(folder: Folder, name: str) -> Iterator[dict[str, Any]]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise MissingExtraError("pyarrow", "data") from None
    for batch in pq.ParquetFile(pa.BufferReader(folder.read(name))).iter_batches(256):
        yield from batch.to_pylist()
