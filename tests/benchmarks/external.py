"""What carries over: public sets that others labelled, none of which the model was trained on.

usage: external.py FOLDER [--peer]

FOLDER holds one JSONL file a set, each row with ``text``, ``label`` (0 or 1) and, where the set
has them, ``spans``. Prints for each set the AUROC of hypecheck's figure and, with ``--peer``, that of a
TF-IDF bag of words with logistic regression trained on the set itself (five-fold, held-out
predictions): what the words alone give to somebody who has the labels. Two sets ask for stance
instead of hype: there a whole sentence is handed to the stance tagger as if it were one span. One
has only positives: there the share of its spans that are found is printed.
None of the sets holds hypecheck's own construct; read each alone, never an average.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline

import hypecheck
from hypecheck.stance import ContextStance
from hypecheck.text import make_document
from hypecheck.types import Claim, Hit, HypeSpan, StanceMark

Row = dict[str, Any]
Figure = Callable[[Row], float]

#: A day after every text of the sets; no score depends on it.
AS_OF = "2026-01-01"
_stance = ContextStance()


def report_score(row: Row) -> float:
    """Score of the whole text."""
    return float(hypecheck.check(row["text"], as_of=AS_OF).score)


def candidate_score(row: Row) -> float:
    """Score of the span on the adjective that the set asks about; below any span where there is none."""
    report = hypecheck.check(row["text"], as_of=AS_OF)
    asked = row["spans"][0]
    inside = [s.score for s in report.spans if _overlap(s.start_char, s.end_char, asked)]
    return float(max(inside) + 1 if inside else report.score)


def stance_figure(*stances: str) -> Figure:
    """1 for a sentence that the tagger puts at one of the distances, else 0, cue by cue."""

    def figure(row: Row) -> float:
        return float(any(mark.stance in stances for mark in _marks(row["text"])))

    return figure


def _marks(text: str) -> list[StanceMark]:
    """Stance of each word, as if it were a span: a cue anywhere in the sentence shows."""
    document = make_document(text)
    hits = []
    for index, (start, end) in enumerate(document.sentences):
        words = text[start:end].split(" ")
        at = start
        for word in words:
            if word.strip():
                hits.append(Hit(at, at + len(word), "praise", "benchmark", 1, index))
            at += len(word) + 1
    return _stance.tag(document, hits)


def _overlap(start: int, end: int, span: Row) -> bool:
    return start < int(span["end"]) and int(span["start"]) < end


SETS: dict[str, tuple[str, Figure]] = {
    "nih_hype": ("hype adjective in a grant abstract", candidate_score),
    "ptc_sent": ("exaggeration in political news", report_score),
    "hypo_l": ("hyperbole", report_score),
    "lcc_hyperbole": ("hyperbole", report_score),
    "health_release_doc": ("sensational health release", report_score),
    "compsent19": ("comparative sentence", report_score),
    "polnear": ("sentence with attribution", stance_figure("attributed", "rejected")),
    "sfu_review": ("sentence with speculation", stance_figure("hedged")),
}


def peer(rows: Sequence[Row]) -> float:
    """AUROC of a bag of words trained on the set itself, on held-out folds."""
    labels = [row["label"] for row in rows]
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2),
        LogisticRegression(C=10, max_iter=2000, class_weight="balanced"),
    )
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    guess = cross_val_predict(
        model, [row["text"] for row in rows], labels, cv=folds, method="predict_proba"
    )
    return float(roc_auc_score(labels, guess[:, 1]))


def superlatives_found(rows: Sequence[Row]) -> float:
    """Share of the annotated superlatives that a flagged span or a claim touches."""
    found = 0
    for row in rows:
        report = hypecheck.check(row["text"], as_of=AS_OF)
        spots: list[HypeSpan | Claim] = [*report.spans, *report.claims]
        wanted = row["spans"][0]
        found += any(_overlap(spot.start_char, spot.end_char, wanted) for spot in spots)
    return found / len(rows)


def read(path: Path) -> list[Row]:
    """Rows of a set."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main() -> int:
    """Print one line a set."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peer", action="store_true", help="also train a bag of words on each set")
    args = parser.parse_args()
    print(f"{'set':20} {'rows':>6} {'hypecheck':>9} {'in-domain':>9}  task")
    for name, (task, figure) in SETS.items():
        path = args.folder / f"{name}.jsonl"
        if not path.exists():
            continue
        rows = read(path)
        own = roc_auc_score([row["label"] for row in rows], [figure(row) for row in rows])
        other = f"{peer(rows):9.3f}" if args.peer else f"{'-':>9}"
        print(f"{name:20} {len(rows):6} {own:9.3f} {other}  {task}", flush=True)
    path = args.folder / "supersem.jsonl"
    if path.exists():
        rows = read(path)
        share = superlatives_found(rows)
        print(f"{'supersem':20} {len(rows):6} {share:9.3f} {'-':>9}  share of superlatives found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
