"""Wordings built from facets are read back to the same facets."""

from itertools import product

import pytest

from hypecheck.types import Facets

COUNTRIES = {
    "": "",
    "United States": "American",
    "China": "Chinese",
    "France": "French",
    "Europe": "European",
}
OPENNESS = {
    "": "",
    "open": "open-weight",
    "open-source": "open-source",
    "permissive": "permissively licensed",
    "fully-open": "fully open",
}
KINDS = {
    "language": "language model",
    "asr": "speech-recognition model",
    "tts": "text-to-speech model",
    "speech": "speech model",
    "text-to-image": "image model",
    "text-to-video": "text-to-video model",
    "video": "video model",
    "vlm": "vision-language model",
    "embedding": "embedding model",
    "code-llm": "code model",
    "music": "music model",
    "3d": "3D model",
    "robotics": "robotics model",
    "protein": "protein model",
    "rl": "reinforcement-learning model",
    "audio": "audio model",
}
TRAITS = {
    (): "",
    ("reasoning",): "reasoning",
    ("moe",): "mixture-of-experts",
    ("dense",): "dense",
    ("multilingual",): "multilingual",
    ("edge",): "on-device",
    ("agentic",): "agentic",
    ("long-context",): "long-context",
    ("moe", "reasoning"): "reasoning mixture-of-experts",
    ("text-only",): "text-only",
}
TAILS = {
    "": {},
    "with over 100 billion parameters": {"min_parameters": 10**11},
    "with at most 3 billion parameters": {"max_parameters": 3 * 10**9},
    "with a context window of 1 million tokens": {"min_context": 10**6},
    "with a context window of 128,000 tokens": {"min_context": 128_000},
    "under the Apache-2.0 licence": {"licence": "Apache-2.0"},
    "under the MIT licence": {"licence": "MIT"},
    "from OpenAI": {"organization": "OpenAI"},
    "from Spain": {"country": "Spain"},
    "that takes image input": {"traits": ("image-input",)},
    "that takes audio input": {"traits": ("audio-input",)},
    "that produces video": {"traits": ("video-output",)},
    "for math": {"traits": ("math",)},
}


def phrase(*words):
    return " ".join(word for word in words if word)


@pytest.mark.parametrize(("openness", "kind"), list(product(OPENNESS, KINDS)))
@pytest.mark.parametrize("anchor", ["since GPT-2", "since 2019"])
def test_openness_and_kind_come_back(read, openness, kind, anchor):
    (claim,) = read(phrase("first", OPENNESS[openness], KINDS[kind], anchor))
    assert claim.facets == Facets(openness=openness, kind=kind)
    assert (claim.anchor, claim.since) == (("gpt-2", "") if "GPT" in anchor else ("", "2019"))


@pytest.mark.parametrize(("country", "traits"), list(product(COUNTRIES, TRAITS)))
def test_country_and_traits_come_back(read, country, traits):
    text = phrase(
        "The largest", COUNTRIES[country], "open-weight", TRAITS[traits], "language model"
    )
    (claim,) = read(text)
    assert claim.quantifier == "largest"
    assert claim.facets == Facets(country=country, openness="open", kind="language", traits=traits)


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("purpose", ["", "general-purpose"])
@pytest.mark.parametrize("anchor", ["", "since GPT-2", "in five years"])
def test_tail_and_purpose_come_back(read, tail, purpose, anchor):
    (claim,) = read(phrase("It is the first open-weight", purpose, "language model", tail, anchor))
    wanted = {"openness": "open", "kind": "language", "purpose": purpose and "general"}
    assert claim.facets == Facets(**wanted | TAILS[tail])


@pytest.mark.parametrize("quantifier", ["first", "only", "largest"])
@pytest.mark.parametrize("kind", KINDS)
def test_possessive_comes_back(read, quantifier, kind):
    (claim,) = read(f"OpenAI's {quantifier} open-weight {KINDS[kind]}")
    assert claim.quantifier == quantifier
    assert claim.facets == Facets(organization="OpenAI", openness="open", kind=kind)


def test_general_purpose_language_model_is_read(read):
    (claim,) = read("OpenAI's first open-weight general-purpose language model since GPT-2")
    wanted = Facets(organization="OpenAI", openness="open", kind="language", purpose="general")
    assert claim.facets == wanted
    assert claim.anchor == "gpt-2"
