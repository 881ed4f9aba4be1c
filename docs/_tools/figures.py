"""The figures of the pages, computed: ``<!-- made: name -->`` … ``<!-- /made -->``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import hypecheck

ROOT = Path(__file__).parents[2]
REGION = re.compile(r"(<!-- made: (?P<name>[\w-]+) -->\n).*?(<!-- /made -->)", re.S)
#: Scores from and to, what they mean in words, and one sentence of our own for each.
BANDS = (
    (0.0, 0.05, "sober", "nothing to do", "The library reads CSV files."),
    (0.05, 0.3, "a touch", "fine in a quote or with a doubt",
     "Acme says its chip is a game-changer."),
    (0.3, 0.5, "borderline", "two editors may differ: look at the phrase",
     "The new chip is remarkable."),
    (0.5, 0.8, "clear hype", "tone it down, or name a source", "The chip is a game-changer."),
    (0.8, 1.01, "extreme", "the sentence lives on hype",
     "Our revolutionary, world-class app changes everything!"),
)  # fmt: skip
LADDER = (
    "The chip draws 4 watts.",
    "The chip is not a game-changer.",
    "Nobody knows whether the chip will be a game-changer.",
    "The chip could be a game-changer.",
    "Acme calls the chip a game-changer.",
    "The chip is a game-changer.",
    "The chip is a game-changer that changes everything.",
)


def bands() -> str:
    """Bands of scores with what they mean, and a sentence of each with its score."""
    rows = ["| score | in words | what to do | for example | its score |", "|---|---|---|---|---|"]
    for low, high, words, advice, example in BANDS:
        score = hypecheck.check(example).score
        limits = f"{low:.2f} to {min(high, 1.0):.2f}"
        rows.append(f"| {limits} | {words} | {advice} | {example} | {score:.2f} |")
    return table(rows)


def ladder() -> str:
    """One claim in seven voices."""
    rows = ["| sentence | stance | score |", "|---|---|---|"]
    for text in LADDER:
        report = hypecheck.check(text)
        stances = ", ".join(dict.fromkeys(span.stance for span in report.spans)) or "nothing found"
        rows.append(f"| {text} | {stances} | {report.score:.2f} |")
    return table(rows)


def reliability() -> str:
    """How often sentences of a score are clear hype, in cross-validation."""
    rows = ["| sentences that score about | there were | of them clear hype |", "|---|---|---|"]
    for part in evaluation()["reliability"]["sentences"]:
        rows.append(f"| {part['mean_score']:.2f} | {part['count']:,} | {part['rate']:.0%} |")
    return table(rows)


def measured() -> str:
    """Measures of the classifier on texts that it hasn't seen."""
    rows = ["| held out | cases | AUROC | F1 at 0.5 | Brier |", "|---|---|---|---|---|"]
    for part, name in (("by document", "documents"), ("by author", "authors")):
        for what, found in evaluation()[part].items():
            figures = f"{found['auroc']:.3f} | {found['f1']:.3f} | {found['brier']:.3f}"
            rows.append(f"| {what}, whole {name} | {found['count']:,} | {figures} |")
    return table(rows)


def weakest() -> str:
    """Genres in which sentences are told apart worst."""
    genres = [(f["sentences: auroc"], name) for name, f in evaluation()["genres"].items()]
    rows = ["| genre | AUROC of its sentences |", "|---|---|"]
    return table([*rows, *(f"| {name} | {auroc:.3f} |" for auroc, name in sorted(genres)[:4])])


def contents() -> str:
    """What ships with the package, counted."""
    from hypecheck.lexicon import load_lexicon

    words, db = load_lexicon(), hypecheck.ReleaseDB.load()
    patterns = sum(len(entry.patterns) for entry in words.entries)
    return (
        f"- vocabulary: {len(words):,} entries with {patterns:,} patterns\n"
        f"- release table: {len(db):,} releases of {len({r.organization for r in db}):,} makers,"
        f" up to {db.snapshot}\n"
    )


@cache
def evaluation() -> dict[str, Any]:
    """Measures that the model card is made of."""
    path = ROOT / "models" / "hypecheck-en" / "evaluation.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def table(rows: list[str]) -> str:
    """Lines of a Markdown table."""
    return "\n" + "\n".join(rows) + "\n\n"


FIGURES: dict[str, Callable[[], str]] = {
    function.__name__: function
    for function in (bands, ladder, reliability, measured, weakest, contents)
}


def made(text: str) -> str:
    """Text of a page with its figures as they are today."""
    return REGION.sub(lambda m: m[1] + FIGURES[m["name"]]() + m[3], text)
