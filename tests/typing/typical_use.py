"""What users write, for type checkers to read: mypy and pyright find nothing to say about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import assert_type

import hypecheck
from hypecheck import (
    Article,
    BatchScorer,
    Claim,
    Evidence,
    HypecheckError,
    HypeSpan,
    HypeTextClassifier,
    Release,
    ReleaseDB,
    Report,
)


def check() -> None:
    report = hypecheck.check("A game-changer.", as_of="2025-04-03", title="News")
    assert_type(report, Report)
    assert_type(report.score, float)
    assert_type(report.spans, tuple[HypeSpan, ...])
    assert_type(report.claims, tuple[Claim, ...])
    for span in report.spans:
        assert_type(span.text, str)
        assert_type(span.evidence, tuple[Evidence, ...])
        if span.verdict is not None:
            print(span.verdict.lower(), span.restatement.upper())
    print(report.to_json(indent=2), report.explain(), report.to_html())


def many() -> None:
    articles = [Article("A game-changer.", id="a", published=date(2025, 4, 3))]
    for one in hypecheck.score_articles([*articles, "A text."], n_jobs=2):
        print(one.score)
    print(hypecheck.collisions([hypecheck.check("a"), hypecheck.check("b")]))


def pipeline() -> None:
    nlp = hypecheck.load(config={"spans_key": "hype"})
    doc = nlp("A game-changer.")
    print([span.label_ for span in doc.spans["hype"]])


def releases() -> None:
    db = ReleaseDB.load()
    assert_type(db.lookup("GPT-2", as_of="2020"), list[Release])
    assert_type(iter(db), Iterator[Release])
    print(db["gpt-2"].earliest.year, len(db), db.snapshot)


def batches() -> None:
    columns = BatchScorer(text="body")({"body": ["A game-changer."]})
    print(columns["hype_score"])


def own_labels() -> None:
    model = HypeTextClassifier().fit(["A game-changer."] * 4, [True, False] * 2)
    print(model.predict_proba(["Another."])[0, 1])


def errors() -> None:
    try:
        hypecheck.check("text", as_of="soon")
    except HypecheckError as error:
        print(error)
