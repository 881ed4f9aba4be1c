"""Turns of phrase that say "first", "longest" or "not since" without the word."""

import pytest

#: Sentence, quantifier, subject, facets that must be set.
TURNS = [
    # every … until
    (
        "Every model from Meta had been closed until Llama 2 arrived.",
        "first", "llama-2", {"organization": "Meta", "openness": "open"},
    ),
    (
        "All of Mistral's models were blind until Pixtral 12B.",
        "first", "pixtral-12b", {"organization": "Mistral AI", "traits": ("image-input",)},
    ),
    (
        "Until Voxtral, all Mistral models had been deaf.",
        "first", "voxtral", {"organization": "Mistral AI", "traits": ("audio-input",)},
    ),
    (
        "Each Llama was dense until Llama 3.1.",
        "first", "llama-3.1", {"family": "Llama", "traits": ("moe",)},
    ),
    (
        "Every reasoning model had been proprietary before DeepSeek-R1.",
        "first", "deepseek-r1", {"openness": "open", "traits": ("reasoning",)},
    ),
    (
        "All language models from Google had been text-only until Gemma 3.",
        "first", "gemma-3",
        {"organization": "Google", "kind": "language", "traits": ("multimodal",)},
    ),
    # a first for
    (
        "Open weights are a first for xAI, which put Grok-1 online.",
        "first", "grok-1", {"organization": "xAI", "openness": "open"},
    ),
    (
        "The non-commercial terms of Pixtral 12B are a first for Mistral.",
        "first", "pixtral-12b", {"organization": "Mistral AI", "traits": ("non-commercial",)},
    ),
    (
        "The public weights of Grok-1 mark a first for xAI.",
        "first", "grok-1", {"organization": "xAI", "openness": "open"},
    ),
    (
        "Pixtral 12B is a first for Mistral: a model that takes pictures.",
        "first", "pixtral-12b", {"organization": "Mistral AI", "traits": ("image-input",)},
    ),
    # no other comes near
    (
        "No other open model comes near the trillion parameters of Kimi K2.",
        "largest", "kimi-k2", {"openness": "open"},
    ),
    (
        "No other open language model matches the size of BLOOM.",
        "largest", "bloom", {"openness": "open", "kind": "language"},
    ),
    (
        "No open model rivals Kimi K2's parameter count.",
        "largest", "kimi-k2", {"openness": "open"},
    ),
    (
        "No other open model gets anywhere close to the ten million tokens of Llama 3.1.",
        "longest-context", "llama-3.1", {"openness": "open"},
    ),
    (
        "No other open model above 100 billion parameters can match the context window of Grok-1.",
        "longest-context", "grok-1", {"openness": "open", "min_parameters": 10**11},
    ),
    # smallest
    ("Gemma 3 is the smallest open model ever.", "smallest", "gemma-3", {"openness": "open"}),
    (
        "It is Google's tiniest open language model.",
        "smallest", "", {"organization": "Google", "openness": "open", "kind": "language"},
    ),
    # one model's weights
    (
        "OpenAI has not released the weights of GPT-4.",
        "absence", "", {"organization": "OpenAI", "openness": "open", "family": "GPT-4"},
    ),
    (
        "Meta still hasn't let anyone download Llama 3.1.",
        "absence", "", {"organization": "Meta", "openness": "open", "family": "Llama 3.1"},
    ),
    (
        "OpenAI has yet to open-source Sora.",
        "absence", "", {"organization": "OpenAI", "openness": "open-source", "family": "Sora"},
    ),
    (
        "OpenAI has never published the weights of GPT-3.",
        "absence", "", {"organization": "OpenAI", "openness": "open", "family": "GPT-3"},
    ),
    # the family's name is the noun
    ("Llama 2 was the first open Llama.", "first", "llama-2", {"openness": "open",
                                                             "family": "Llama"}),
    (
        "Llama 3.1 is the largest multilingual Llama.",
        "largest", "llama-3.1", {"family": "Llama", "traits": ("multilingual",)},
    ),
    (
        "Llama 3.1 is Meta's third open Llama.",
        "nth", "llama-3.1", {"organization": "Meta", "openness": "open", "family": "Llama"},
    ),
    # kind and openness share a word
    (
        "Meta has published no language-model weights since Llama 2.",
        "absence", "", {"organization": "Meta", "openness": "open", "kind": "language"},
    ),
    (
        "Google has not released any image-model weights since 2023.",
        "absence", "", {"organization": "Google", "openness": "open", "kind": "text-to-image"},
    ),
    (
        "Apple has not shared speech-recognition weights since 2023.",
        "absence", "", {"organization": "Apple", "openness": "open", "kind": "asr"},
    ),
    # languages
    (
        "Kimi K2 is the largest language model trained for Chinese.",
        "largest", "kimi-k2", {"kind": "language", "traits": ("chinese",)},
    ),
    (
        "Apertus is the first German language model with open weights.",
        "first", "apertus", {"openness": "open", "kind": "language", "traits": ("german",)},
    ),
    (
        "It is the first open safety model.",
        "first", "", {"openness": "open", "traits": ("safety",)},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quantifier", "subject", "facets"), TURNS, ids=[row[0] for row in TURNS]
)
def test_turn_is_read(read, text, quantifier, subject, facets):
    claim = read(text)[0]
    assert (claim.quantifier, claim.subject) == (quantifier, subject)
    empty = {"kind": "model", "undecided": ()}
    assert {name: getattr(claim.facets, name) for name in facets} == facets
    for name in ("organization", "country", "openness", "family", "traits", "undecided", "kind"):
        if name not in facets:
            assert getattr(claim.facets, name) == empty.get(
                name, type(getattr(claim.facets, name))()
            )


#: Sentence, id of the anchor, date it counts from, last day.
TIMES = [
    ("Between GPT-2 and GPT-4, OpenAI put out no speech model.", "gpt-2", "", "2023-03-13"),
    (
        "Years passed between GPT-2 and gpt-oss in which OpenAI opened no language model.",
        "gpt-2", "", "2025-08-04",
    ),
    (
        "Between Llama 2 and Llama 3.1, Meta went without a single open speech model.",
        "llama-2", "", "2024-07-22",
    ),
    ("Since Llama 2, Meta has released no speech model.", "llama-2", "", "2025-09-30"),
    ("Since 2023 Meta has released no open speech model.", "", "2023", "2025-09-30"),
    ("In the years since GPT-2, OpenAI has opened no language model.", "gpt-2", "", "2025-09-30"),
    (
        "For the first time since GPT-2, OpenAI releases the weights of a language model.",
        "gpt-2", "", "2025-09-30",
    ),
    ("Not since GPT-2 has OpenAI opened a language model.", "gpt-2", "", "2025-09-30"),
    ("Meta released no open speech model in all of 2024.", "", "2023-12-31", "2024-12-31"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "anchor", "since", "until"), TIMES, ids=[r[0] for r in TIMES])
def test_time_of_a_claim(read, text, anchor, since, until):
    claim = read(text)[0]
    assert (claim.anchor, claim.since, claim.as_of) == (anchor, since, until)
    assert claim.facets.undecided == ()


#: Nothing of the kind is claimed.
SILENT = [
    "Every road had been closed until Llama 2 arrived.",
    "All of the town was silent until Grok-1.",
    "Every model had been closed.",
    "The quarrel between Meta and Google has no model.",
    "A first for the family: they went to the sea.",
    "No other town comes near the size of Paris.",
    "It is the smallest detail.",
    "Nothing else has been said.",
]


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_claimed(read, text):
    assert [c for c in read(text) if not c.facets.undecided] == []
