"""Reports on files, with everything in them that a format has to carry."""

import pytest

from hypecheck.exporters import file_report
from hypecheck.types import (  # fmt: skip
    Claim,
    Cue,
    Event,
    Evidence,
    FileReport,
    Finding,
    HypeSpan,
    Place,
    Release,
    Report,
)

TEXT = "A calm start.\nOurs is the first open-weight model since GPT-2.\nIt is hardly a game-changer.\n"
WHISPER = Release(
    "whisper", "Whisper", organization="OpenAI", date="2022-09-21", openness="open-source",
    events=(Event("weights", "2022-09-21", ("https://github.com/openai/whisper",)),),
)  # fmt: skip
CLAIM = Claim(
    "first open-weight model since GPT-2", 26, 61, "first", verdict="REFUTED", reason="OpenAI published the weights of Whisper.",
    restatement="first open-weight general-purpose language model since GPT-2", sentence=1,
    evidence=(Evidence(WHISPER, "counterexample", "weights", "2022-09-21", "open-weight speech model"),),
)  # fmt: skip
SPANS = (
    HypeSpan(26, 61, CLAIM.text, "priority", "asserted", score=0.4, entry="first", intensity=2, claim=CLAIM),
    HypeSpan(77, 89, "game-changer", "transformation", "rejected", score=-0.01, cues=(Cue("hardly", 68, 74),)),
)  # fmt: skip
REPORT = Report(
    TEXT, 0.42, SPANS, (CLAIM,), as_of="2025-04-03", snapshot="2026-08-31", version="0.1.0"
)


@pytest.fixture
def checked():
    """Report on one file, each span a finding."""
    return file_report(REPORT, "docs/a b.md")


@pytest.fixture
def finding():
    """A finding with fields of the caller's choice."""

    def make(label="praise", stance="asserted", intensity=2, claim=None, part="text", **fields):
        text = fields.pop("text", "world-class")
        span = HypeSpan(0, len(text), text, label, stance, part, 0.2, "x", intensity, claim=claim)
        place = fields.pop("place", Place(1, 1, 1, 1 + len(text), 0, len(text)))
        path, message = fields.pop("path", "a.md"), fields.pop("message", f"“{text}”")
        return Finding(path, label, message, place, "0123456789abcdef", span, **fields)

    return make


@pytest.fixture
def file_with():
    """A file's report with the findings of the caller's choice."""

    def make(*findings, path="a.md", problems=()):
        return FileReport(path, Report("world-class text", 0.5), findings, problems)

    return make
