"""The terminal form: what a reader sees."""

from dataclasses import replace

import pytest

from hypecheck.report import render_text
from hypecheck.types import (
    Claim,
    Cue,
    Event,
    Evidence,
    HypeSpan,
    Release,
    Report,
    SentenceScore,
    Term,
)

WHISPER = Release(
    "whisper", "Whisper", organization="OpenAI", date="2022-09-21",
    events=(Event("weights", "2022-09-21", ("https://epoch.ai (read in a/b:c.csv@1)",)),),
)  # fmt: skip
CLAIM = Claim(
    "first open-weight model since GPT-2", 10, 45, "first", verdict="REFUTED", robustness="definition-sensitive",
    reason="OpenAI published the weights of 9 models in between.", restatement="first open-weight chatbot",
    evidence=(Evidence(WHISPER, "counterexample", "weights", "2022-09-21", "open-weight speech model",
                       "https://github.com/openai/whisper"),),
)  # fmt: skip
SPANS = (
    HypeSpan(0, 12, "game-changer", "transformation", "rejected", cues=(Cue("hardly a", 3, 9),)),
    HypeSpan(10, 45, CLAIM.text, "priority", "attributed", claim=CLAIM, speaker="The Herald"),
    HypeSpan(
        0, 5, "a " * 100 + "long phrase", "praise", part="title", prior_art=CLAIM.evidence * 9
    ),
)
REPORT = Report(
    "text", 0.31, SPANS, (CLAIM,), (SentenceScore(0, 4, 0.31),), 0.2, 0.4,
    (Term("intercept", -0.8),), None, "2025-04-03", "given", "2026-08",
)  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "score 0.31", "own voice 0.20", "3 spans", "1 claim", "as of 2025-04-03 (given)", "releases: 2026-08",
        "1. “game-changer”", "transformation · rejected by “hardly a”", "speaker The Herald",
        "REFUTED (definition-sensitive)", "- 2022-09-21 Whisper (OpenAI)", "https://github.com/openai/whisper",
        "holds: “first open-weight chatbot”", "title, praise", "prior art", "and 3 more",
    ],
)  # fmt: skip
def test_report_shows(words):
    assert words in " ".join(render_text(REPORT).split())


def test_report_fits_80_columns():
    assert max(map(len, render_text(REPORT, name="/a/very/long/path" * 8).splitlines())) <= 80


def test_prior_art_is_shown_once():
    span = HypeSpan(0, 5, "a leap", "transformation", prior_art=CLAIM.evidence)
    text = render_text(Report("text", 0.1, (span, span)))
    assert text.count("Whisper (OpenAI)") == 1
    assert "prior art: as for 1." in text


def test_colour_only_on_request():
    assert "\x1b[" not in render_text(REPORT)
    assert "\x1b[" in render_text(REPORT, colour=True)


def test_claim_that_no_table_was_asked_about_has_no_verdict():
    span = replace(SPANS[1], claim=replace(CLAIM, verdict=None))
    shown = render_text(Report("text", 0.1, (span,)))
    assert "“first open-weight model since GPT-2”" in shown
    assert "REFUTED" not in shown
    assert "Whisper" not in shown


def test_evidence_without_an_address_is_shown_without_one():
    bare = replace(CLAIM.evidence[0], source="", release=replace(WHISPER, events=()))
    shown = render_text(Report("text", 0.1, claims=(replace(CLAIM, evidence=(bare,)),)))
    assert "- 2022-09-21 Whisper (OpenAI): open-weight speech model" in shown
    assert "http" not in shown


def test_claim_that_is_no_span_is_shown_by_itself():
    report = Report("text", 0.1, claims=(CLAIM,))
    assert "claim “first open-weight model since GPT-2”" in render_text(report)
