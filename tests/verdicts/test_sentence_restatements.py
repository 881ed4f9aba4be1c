"""What is offered in place of a claim that doesn't hold: it must read back, and hold."""

from datetime import date

import pytest

from hypecheck.pipeline import default_analyzer

#: Sentence, day, wording that must be the first or among the alternatives.
RESTATED = [
    (
        "gpt-oss is OpenAI's first open-weight model since GPT-2.",
        "2025-08-06",
        "first open-weight general-purpose language model since GPT-2",
    ),
    (
        "OpenAI will publish its first open-weight model since GPT-2.",
        "2025-04-03",
        "first open-weight general-purpose language model since GPT-2",
    ),
    # a matter of definition is answered with the wording that isn't
    (
        "gpt-oss is OpenAI's first open-weight language model since GPT-2.",
        "2025-08-06",
        "first open-weight general-purpose language model since GPT-2",
    ),
    # a clause gets a clause
    (
        "For the first time, Meta has released the weights of a language model: Llama 2.",
        "2023-07-20",
        "Llama 2 is Meta's first open-weight language model since LLaMA",
    ),
    # an absence ends with the latest release
    (
        "xAI has never given away a model.",
        "2024-06-01",
        "xAI has not released any open-weight model since Grok-1",
    ),
    # the maker's own first
    (
        "xAI became the first American company to open a mixture-of-experts language model.",
        "2024-03-18",
        "xAI's first open-weight mixture-of-experts language model",
    ),
    (
        "Mixtral 8x22B is the largest open model to date.",
        "2024-04-18",
        "Mistral AI's largest open-weight model",
    ),
]


def settled(text, day):
    report = default_analyzer().analyze(text, as_of=date.fromisoformat(day))
    return next(claim for claim in report.claims if claim.verdict)


@pytest.mark.parametrize(("text", "day", "wording"), RESTATED, ids=[row[0] for row in RESTATED])
def test_the_wording_that_holds_is_offered(text, day, wording):
    claim = settled(text, day)
    assert wording in (claim.restatement, *claim.alternatives)
    assert claim.stretch


@pytest.mark.parametrize(("text", "day"), [row[:2] for row in RESTATED])
def test_a_restatement_is_not_refuted_in_the_place_of_the_claim(text, day):
    claim = settled(text, day)
    whole = (
        claim.restatement
        if " is " in claim.restatement
        else text.replace(claim.text, claim.restatement)
    )
    again = default_analyzer().analyze(whole, as_of=date.fromisoformat(day)).claims
    assert again
    assert all(one.verdict != "REFUTED" for one in again)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Grok-1 is xAI's first open model.", "2024-03-18"),
        ("DBRX is the best open model.", "2024-03-28"),
        ("Jamba is the first production-grade Mamba-based model.", "2024-03-29"),
    ],
)
def test_what_holds_or_is_open_is_not_restated(text, day):
    claim = settled(text, day)
    assert claim.restatement == ""
    assert claim.alternatives == ()
