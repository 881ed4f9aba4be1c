"""Sentences as journalists write them, and what the shipped table says of each.

A refuted sentence names one release that must be among its counterexamples.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from hypecheck.claims import ClaimReader
from hypecheck.evidence import ReleaseDB, ReleaseVerifier
from hypecheck.text import make_document

N = "NOT_ENOUGH_INFO"
ORDER = ("REFUTED", "SUPPORTED", N)
DB = ReleaseDB.load()
VERIFIER = ReleaseVerifier(DB)

#: Sentence, day on which it is read, verdict, a counterexample: corpora/claims.
TABLE = Path(__file__).parents[2] / "corpora" / "claims" / "test.jsonl"
SENTENCES = [
    (row["text"], row["as_of"], row["verdict"] or N, next(iter(row["counterexamples"]), ""))
    for row in map(json.loads, TABLE.read_text(encoding="utf-8").splitlines())
]


def strongest(text, day):
    """The claim of a sentence that is decided most, or None."""
    as_of = date.fromisoformat(day)
    read = ClaimReader().extract(make_document(text), DB, as_of)
    checked = [VERIFIER.verify(claim, as_of) for claim in read]
    return min(checked, key=lambda claim: ORDER.index(claim.verdict), default=None)


@pytest.mark.parametrize(
    ("text", "day", "verdict", "rival"), SENTENCES, ids=[row[0] for row in SENTENCES]
)
def test_verdict(text, day, verdict, rival):
    claim = strongest(text, day)
    assert (claim.verdict if claim else N) == verdict, claim and claim.reason
    if rival:
        assert rival in {record.release.id for record in claim.evidence}


@pytest.mark.parametrize(("text", "day"), [row[:2] for row in SENTENCES if row[2] != N])
def test_nothing_after_the_day_is_used_and_every_verdict_has_its_grounds(text, day):
    claim = strongest(text, day)
    assert claim.reason
    assert all(record.date <= day for record in claim.evidence)
    assert len(claim.evidence) <= 12


#: Releases that are the subject in another form, or the anchor.
NO_RIVALS = [
    ("gpt-oss is OpenAI's first open-weight model since GPT-2.", "2025-08-06", "gpt-2"),
    ("o1 was the first reasoning model with a price.", "2024-12-10", "o1-preview"),
    ("Llama 3.1 405B is the largest open-weight model.", "2024-07-25", "llama-3.1"),
    ("Whisper is the only open speech model from OpenAI.", "2022-10-10", "whisper"),
    ("Mixtral 8x22B is the largest open model.", "2024-04-18", "mixtral-8x22b"),
    ("Gemma 3 270M is the smallest open language model.", "2025-08-16", "gemma-3-270m"),
]


@pytest.mark.parametrize(("text", "day", "own"), NO_RIVALS)
def test_the_subject_and_the_anchor_are_no_counterexamples(text, day, own):
    claim = strongest(text, day)
    rivals = [r.release.id for r in claim.evidence if r.relation == "counterexample"]
    assert own not in rivals
    assert not any(key.startswith("gpt-2-") for key in rivals)


UNDECIDED = [
    "Qwen3Guard is the world's first guardrail model with a sense of humour.",
    "It is the world's first open language model for pirates.",
    "Altman's first open model is here.",
    "The bank's first open language model is Qwen2.5.",
    "DBRX is the first open model to do so.",
    "Nobody had released an open model like this before Mixtral 8x7B.",
]


@pytest.mark.parametrize("text", UNDECIDED)
def test_words_that_no_facet_expresses_never_decide(text):
    claim = strongest(text, "2025-12-31")
    assert claim is None or claim.verdict == N


#: A plain sentence, and other ways to print it.
PRINTED = [
    (
        "Mistral 7B is Mistral's first open-weight model",
        "Mistral 7B Is Mistral's first open-weight model",
        "Mistral 7B Is Mistral's First Open-Weight Model",
    ),
    (
        "Whisper is OpenAI's first open-weight model since GPT-2",
        "WHISPER Is OpenAI's First Open-Weight Model Since GPT-2",
        "WHISPER IS OPENAI'S FIRST OPEN-WEIGHT MODEL SINCE GPT-2",
    ),
    (
        "Kimi K2 is the first open-weight model with 1 trillion parameters.",
        "Kimi  K2 is the first open-weight model with 1 trillion  parameters.",
        "Kimi K2 is the\r\n  first open-weight model with 1\r\n  trillion parameters.",
    ),
]


@pytest.mark.parametrize("printed", PRINTED, ids=[row[0] for row in PRINTED])
def test_headlines_and_other_blanks_get_the_verdict_of_the_plain_sentence(printed):
    plain, *others = [strongest(text, "2025-10-03") for text in printed]
    assert plain.subject
    assert plain.verdict != N
    for other in others:
        assert (other.subject, other.facets) == (plain.subject, plain.facets)
        assert (other.verdict, other.evidence) == (plain.verdict, plain.evidence)
