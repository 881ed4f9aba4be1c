"""Whose a claim is: the writer's, somebody else's, or one that the writer corrects."""

import dataclasses

import pytest

from hypecheck import Report, check
from hypecheck.linking import in_voice, noted
from hypecheck.report import render_text
from hypecheck.types import Claim, Comparison, HypeSpan

CLAIM = Claim("first open model", 0, 16, "first", reason="3 releases came before")

#: Stance, verdict, speaker, beginning of the reason.
VOICES = [
    ("rejected", "REFUTED", "", "the writer corrects this, and the table agrees: 3 releases"),
    ("rejected", "SUPPORTED", "", "the writer rejects this, and the table supports it: 3"),
    ("rejected", "NOT_ENOUGH_INFO", "", "the writer rejects this, and the table leaves it open: 3"),
    ("attributed", "REFUTED", "Ada Finch", "said by Ada Finch, not by the writer: 3 releases"),
    ("attributed", "SUPPORTED", "", "said by someone else, not by the writer: 3 releases"),
    ("asserted", "REFUTED", "", "3 releases"),
    ("hedged", "REFUTED", "", "3 releases"),
]


@pytest.mark.parametrize(("stance", "verdict", "speaker", "words"), VOICES)
def test_reason_says_whose_claim_it_is(stance, verdict, speaker, words):
    claim = dataclasses.replace(CLAIM, stance=stance, verdict=verdict, speaker=speaker)
    assert in_voice(claim).reason.startswith(words)


def test_a_claim_without_verdict_is_left_alone():
    claim = dataclasses.replace(CLAIM, stance="rejected")
    assert in_voice(claim) is claim


def test_a_correction_is_agreement_in_the_report():
    text = "gpt-oss is not OpenAI's first open-weight model since GPT-2."
    report = check(text, as_of="2025-08-06")
    assert report.claims[0].stance == "rejected"
    shown = " ".join(render_text(report).split())
    assert "REFUTED: the writer corrects this, and the table agrees: " in shown
    assert "\x1b[32;1mREFUTED" in render_text(report, colour=True)


def test_a_claim_of_somebody_else_names_the_speaker():
    text = "Sam Altman said gpt-oss is the first open-weight model since GPT-2 from OpenAI."
    (claim,) = check(text, as_of="2025-08-06").claims
    assert claim.speaker == "Sam Altman"
    assert claim.reason.startswith("said by Sam Altman, not by the writer: ")


class TestComparisons:
    def test_span_says_what_its_comparison_leaves_out(self):
        span = HypeSpan(4, 15, "beats GPT-4", "rivalry", rationale="why")
        one = Comparison("beats", 4, 9, "beats", missing=("figure",))
        (seen,) = noted([span], [one])
        assert seen.rationale == "why; “beats” names nothing to check it by; no figure"

    @pytest.mark.parametrize("other", [{"start_char": 40, "end_char": 45}, {"part": "title"}])
    def test_comparison_elsewhere_is_none_of_its_business(self, other):
        span = HypeSpan(4, 15, "beats GPT-4", "rivalry", rationale="why")
        one = dataclasses.replace(Comparison("beats", 4, 9, "beats"), **other)
        assert noted([span], [one]) == (span,)

    def test_report_has_them_with_and_without_span(self):
        report = check("Our model is 10x faster. Foo is state of the art.", as_of="2025")
        assert [one.text for one in report.comparisons] == ["10x faster", "state of the art"]
        assert "no benchmark" in report.spans[-1].rationale
        assert Report.from_dict(report.to_dict()) == report
        shown = " ".join(render_text(report).split())
        assert "comparison “10x faster” names figure: 10x faster; no baseline" in shown
