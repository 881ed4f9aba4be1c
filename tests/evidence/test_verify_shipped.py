"""Verdicts on the shipped table, for facts that anyone can look up."""

from dataclasses import replace

import pytest

from hypecheck.dates import as_day
from hypecheck.evidence.releases import ReleaseDB
from hypecheck.evidence.verify import ReleaseVerifier
from hypecheck.protocols import Verifier
from hypecheck.types import Claim, Facets

REASONING = Facets(openness="open", traits=("reasoning",))
LANGUAGE = Facets(openness="open", kind="language")
OPENAI = Facets(organization="OpenAI", openness="open", kind="model")
GENERAL = replace(OPENAI, kind="language", purpose="general")
APRIL = "2025-04-03"


@pytest.fixture(scope="module")
def verifier():
    return ReleaseVerifier(ReleaseDB.load())


def claim(quantifier, facets, **facts):
    return Claim("first open-weight model since GPT-2", 0, 35, quantifier, facets=facets, **facts)


def ids(evidence):
    return [record.release.id for record in evidence]


def test_the_verifier_has_the_shape_of_its_stage(verifier):
    assert isinstance(verifier, Verifier)


def test_whisper_refutes_the_first_open_model_since_gpt_2(verifier):
    checked = verifier.verify(claim("first", OPENAI, anchor="gpt-2"), as_day(APRIL))
    assert (checked.verdict, checked.robustness) == ("REFUTED", "robust")
    assert ids(checked.evidence)[0] == "whisper"
    assert {"whisper-large-v3", "clip", "jukebox"} <= set(ids(checked.evidence))
    assert len(checked.evidence) <= 12
    assert not any(key.startswith("gpt-2") for key in ids(checked.evidence))


@pytest.mark.parametrize(("as_of", "subject"), [(APRIL, ""), ("2025-08-06", "gpt-oss")])
def test_general_purpose_language_model_holds_before_and_after_gpt_oss(verifier, as_of, subject):
    asked = claim("first", GENERAL, anchor="gpt-2", subject=subject)
    checked = verifier.verify(asked, as_day(as_of))
    assert (checked.verdict, checked.robustness) == ("SUPPORTED", "robust")


def test_plain_language_model_is_a_matter_of_definition(verifier):
    asked = claim("first", replace(GENERAL, purpose=""), anchor="gpt-2")
    checked = verifier.verify(asked, as_day(APRIL))
    assert checked.robustness == "definition-sensitive"
    assert "summarization-from-human-feedback-1.3b" in ids(checked.evidence)


@pytest.mark.parametrize("as_of", [APRIL, "2025-08-06"])
def test_the_restatement_names_general_purpose_language_models(verifier, as_of):
    subject = "gpt-oss" if as_of > APRIL else ""
    checked = verifier.verify(
        claim("first", OPENAI, anchor="gpt-2", subject=subject), as_day(as_of)
    )
    best = verifier.restatements(checked, as_day(as_of))[0]
    assert best.text == "first open-weight general-purpose language model since GPT-2"
    assert "'general-purpose', 'language'" in best.stretch


@pytest.mark.parametrize(
    ("quantifier", "subject", "facets", "as_of", "rival"),
    [
        ("first", "deepseek-r1", REASONING, "2025-01-25", "qwq-32b-preview"),
        ("first", "gemma", Facets("Google", openness="open", kind="language"), "2024-02-25", "t5"),
        ("first", "llama-4", Facets("Meta", traits=("moe",)), "2025-04-10", "nllb-200"),
        ("first", "sora", Facets(kind="text-to-video"), "2024-02-20", "cogvideo"),
        ("first", "gpt-j-6b", Facets("EleutherAI", kind="language"), "2021-06-15", "gpt-neo"),
        ("only", "whisper", Facets("OpenAI", openness="open", kind="model"), "2023-01-01", "clip"),
        ("largest", "mixtral-8x22b", LANGUAGE, "2024-04-20", "grok-1"),
        ("absence", "", Facets("xAI", openness="open", kind="model"), "2025-10-01", "grok-2"),
    ],
)  # fmt: skip
def test_well_known_counterexamples(verifier, quantifier, subject, facets, as_of, rival):
    asked = claim(quantifier, facets, subject=subject)
    checked = verifier.verify(asked, as_day(as_of))
    assert checked.verdict == "REFUTED"
    assert rival in ids(checked.evidence)
    assert subject not in ids(checked.evidence)
    assert all(record.date <= as_of for record in checked.evidence)


@pytest.mark.parametrize(
    ("quantifier", "subject", "facets", "as_of"),
    [
        ("largest", "mistral-large-3", Facets("Mistral AI", openness="open"), "2025-12-10"),
        ("largest", "qwen1.5-110b", Facets(family="Qwen1.5"), "2024-05-01"),
        ("first", "ltx-2", Facets("Lightricks", traits=("audio-output",)), "2026-01-10"),
        ("first", "pixtral-12b", Facets("Mistral AI", traits=("image-input",)), "2024-09-20"),
        ("first", "whisper", Facets("OpenAI", openness="open", kind="asr"), "2022-10-01"),
        ("first", "grok-1", Facets("xAI", openness="open"), "2024-03-20"),
    ],
)  # fmt: skip
def test_claims_that_hold(verifier, quantifier, subject, facets, as_of):
    checked = verifier.verify(claim(quantifier, facets, subject=subject), as_day(as_of))
    assert checked.verdict == "SUPPORTED", checked.reason
    assert "the table lists" in checked.reason


@pytest.mark.parametrize("as_of", ["2026-12-01", "2030-01-01"])
def test_after_the_table_s_end_nothing_is_said_to_be_absent(verifier, as_of):
    facets = Facets("OpenAI", openness="open", kind="music")
    asked = claim("absence", facets, since="2021")
    checked = verifier.verify(asked, as_day(as_of))
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert "the table ends 2026-08" in checked.reason


@pytest.mark.parametrize(
    "facets", [Facets(openness="open"), replace(OPENAI, kind=""), replace(OPENAI, kind="language")]
)
def test_prior_art_for_an_open_model_of_openai(verifier, facets):
    shown = verifier.prior_art(facets, as_day(APRIL))
    makers = [record.release.organization for record in shown]
    assert {"DeepSeek", "Meta", "Mistral AI", "Alibaba"} <= set(makers)
    assert max(makers.count(maker) for maker in makers) <= 2
    assert "OpenAI" not in makers
    assert all(record.date <= APRIL for record in shown)


def test_prior_art_of_a_named_release_compares_its_kind(verifier):
    shown = verifier.prior_art(
        Facets(openness="open", kind="asr"), as_day(APRIL), subject="whisper"
    )
    assert shown
    assert {record.release.kind for record in shown} <= {"asr", "vlm", "llm"}
    assert "OpenAI" not in {record.release.organization for record in shown}
