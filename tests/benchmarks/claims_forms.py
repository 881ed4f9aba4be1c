"""Verdicts on the sentences of corpora/claims, scored.

usage: claims_forms.py [--predictions FILE] [--errors N]

Without FILE hypecheck itself is scored. A prediction is one JSON line a sentence with `id`,
`verdict` (REFUTED, SUPPORTED, NOT_ENOUGH_INFO or null) and, where refuted, `counterexamples`.
Prints one JSON object.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

CORPUS = Path(__file__).parents[2] / "corpora" / "claims" / "test.jsonl"
#: The most decided verdict of a sentence counts.
ORDER = ("REFUTED", "SUPPORTED", "NOT_ENOUGH_INFO")

Row = Mapping[str, Any]


def read(path: Path) -> list[dict[str, Any]]:
    """Rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def own_predictions(rows: Iterable[Row]) -> dict[str, Row]:
    """What hypecheck says of each sentence, by id."""
    from hypecheck.pipeline import default_analyzer

    analyzer = default_analyzer()
    said: dict[str, Row] = {}
    for row in rows:
        report = analyzer.analyze(row["text"], as_of=date.fromisoformat(row["as_of"]))
        checked = [claim for claim in report.claims if claim.verdict]
        claim = min(checked, key=lambda one: ORDER.index(str(one.verdict)), default=None)
        against = [
            item.release.id
            for item in (claim.evidence if claim else ())
            if item.relation == "counterexample"
        ]
        said[row["id"]] = {"verdict": claim and claim.verdict, "counterexamples": against}
    return said


def is_right(row: Row, verdict: str | None) -> bool:
    """Tell whether a verdict is the row's or one that a careful expert would accept."""
    accepted = {row["verdict"] or "NOT_ENOUGH_INFO", *row["also_ok"]}
    return (verdict or "NOT_ENOUGH_INFO") in accepted


def score(rows: list[Row], said: Mapping[str, Row]) -> dict[str, Any]:
    """Figures as the card of the corpus explains them; a sentence without answer is null."""
    verdicts = {row["id"]: said.get(row["id"], {}).get("verdict") for row in rows}
    right = {row["id"]: is_right(row, verdicts[row["id"]]) for row in rows}
    decidable = [row for row in rows if row["verdict"] in ("REFUTED", "SUPPORTED")]
    refuted = [row for row in rows if verdicts[row["id"]] == "REFUTED"]
    hits = [row for row in refuted if row["verdict"] == "REFUTED"]
    named = [
        row
        for row in hits
        if row["counterexamples"][:1]
        and row["counterexamples"][0] in said[row["id"]].get("counterexamples", ())
    ]
    forms: defaultdict[str, list[bool]] = defaultdict(list)
    for row in rows:
        forms[row["form"]].append(right[row["id"]])
    return {
        "sentences": len(rows),
        "verdict_accuracy": _share(sum(right.values()), len(rows)),
        "decidable": len(decidable),
        "decided_right": _share(
            sum(verdicts[row["id"]] == row["verdict"] for row in decidable), len(decidable)
        ),
        "refuted": len(refuted),
        "false_refuted": sum(not right[row["id"]] for row in refuted),
        "with_counterexample": _share(len(named), len(hits)),
        "by_form": {form: _share(sum(marks), len(marks)) for form, marks in sorted(forms.items())},
        "wrong": [row["id"] for row in rows if not right[row["id"]]],
    }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def main() -> int:
    """Print the figures; the wrong sentences with --errors on standard error."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--predictions", type=Path)
    parser.add_argument("--errors", type=int, default=0)
    args = parser.parse_args()
    rows = read(CORPUS)
    if args.predictions:
        said = {row["id"]: row for row in read(args.predictions)}
    else:
        said = own_predictions(rows)
    figures = score(rows, said)
    wrong = set(figures.pop("wrong")[: args.errors])
    print(json.dumps(figures, indent=1))
    for row in rows:
        if row["id"] in wrong:
            print(row["id"], row["as_of"], row["verdict"], row["text"], sep=" | ", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
