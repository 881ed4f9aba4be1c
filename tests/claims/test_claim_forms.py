"""What the reader makes of the forms in which priority, size and absence are claimed."""

import pytest

#: Sentence, quantifier, facets that must be set (all others empty, kind "model" if not named).
FORMS = [
    # first: whose, where, what
    (
        "This is the first open-weight language model from China.",
        "first",
        {"openness": "open", "kind": "language", "country": "China"},
    ),
    (
        "Voxtral is OpenAI's first open-weight speech recognition model.",
        "first",
        {"organization": "OpenAI", "openness": "open", "kind": "asr"},
    ),
    (
        "It is Apple's very first open video generator.",
        "first",
        {"organization": "Apple", "openness": "open", "kind": "video"},
    ),
    (
        "Redmond's first text-to-speech model is out.",
        "first",
        {"organization": "Microsoft", "kind": "tts"},
    ),
    (
        "BLOOM became the first multilingual language model to be made available for download.",
        "first",
        {"openness": "open", "kind": "language", "traits": ("multilingual",)},
    ),
    (
        "DeepSeek-R1 was the first reasoning model that anyone can download.",
        "first",
        {"openness": "open", "traits": ("reasoning",)},
    ),
    (
        "DeepSeek-R1 was the first reasoning model free for the taking.",
        "first",
        {"openness": "open", "traits": ("reasoning",)},
    ),
    (
        "OLMo is the first fully open language model.",
        "first",
        {"openness": "fully-open", "kind": "language"},
    ),
    (
        "OLMo is the first truly open source LLM.",
        "first",
        {"openness": "fully-open", "kind": "language"},
    ),
    (
        "Gemma is the first language model Google has ever open-sourced.",
        "first",
        {"organization": "Google", "openness": "open-source", "kind": "language"},
    ),
    (
        "The first open-source image generator from Black Forest Labs is called FLUX.1.",
        "first",
        {"organization": "Black Forest Labs", "openness": "open-source", "kind": "text-to-image"},
    ),
    (
        "Jamba is the first hybrid of its kind, the first open model from Israel.",
        "first",
        {"openness": "open", "country": "Israel"},
    ),
    (
        "Jamba is the first language model by an Israeli company to be opened up.",
        "first",
        {"openness": "open", "kind": "language", "country": "Israel"},
    ),
    (
        "Apertus is Switzerland's first open LLM.",
        "first",
        {"openness": "open", "kind": "language", "country": "Switzerland"},
    ),
    (
        "Europe's first open reasoning model has arrived.",
        "first",
        {"openness": "open", "country": "Europe", "traits": ("reasoning",)},
    ),
    (
        "America's first open mixture-of-experts model was Grok-1.",
        "first",
        {"openness": "open", "country": "United States", "traits": ("moe",)},
    ),
    (
        "It was the world's first open music generator.",
        "first",
        {"openness": "open", "kind": "music"},
    ),
    (
        "The industry's first open embedding model came from a small lab.",
        "first",
        {"openness": "open", "kind": "embedding"},
    ),
    (
        "Pixtral 12B is Mistral's first multimodal model.",
        "first",
        {"organization": "Mistral AI", "traits": ("multimodal",)},
    ),
    (
        "Pixtral 12B is the first vision-language model Mistral has released.",
        "first",
        {"organization": "Mistral AI", "kind": "vlm"},
    ),
    (
        "DeepSeek-R1: the first reasoning model under the MIT licence",
        "first",
        {"licence": "MIT", "traits": ("reasoning",)},
    ),
    (
        "Gemma 3 is the first Apache-licensed vision-language model.",
        "first",
        {"licence": "Apache-2.0", "kind": "vlm"},
    ),
    (
        "It is the first permissively licensed code model.",
        "first",
        {"openness": "permissive", "kind": "code-llm"},
    ),
    (
        "Llama 2 is the first commercially usable language model from Meta.",
        "first",
        {"organization": "Meta", "openness": "permissive", "kind": "language"},
    ),
    (
        "Llama 2 is the first open and commercially usable LLM from Meta.",
        "first",
        {"organization": "Meta", "openness": "permissive", "kind": "language"},
    ),
    (
        "Kimi K2 is the first open model with over a trillion parameters.",
        "first",
        {"openness": "open", "min_parameters": 10**12},
    ),
    (
        "Kimi K2 is the first trillion-parameter open model.",
        "first",
        {"openness": "open", "min_parameters": 10**12},
    ),
    (
        "GPT-3 was the first language model to pass 100 billion parameters.",
        "first",
        {"kind": "language", "min_parameters": 10**11},
    ),
    (
        "It is the first open language model with a context window of 1 million tokens.",
        "first",
        {"openness": "open", "kind": "language", "min_context": 10**6},
    ),
    (
        "It is the first open model with a two-million-token context window.",
        "first",
        {"openness": "open", "min_context": 2 * 10**6},
    ),
    (
        "It is the first open model with 128K context.",
        "first",
        {"openness": "open", "min_context": 128_000},
    ),
    (
        "It is the first on-device speech recognition model with open weights.",
        "first",
        {"openness": "open", "kind": "asr", "traits": ("edge",)},
    ),
    (
        "It is the first agentic model with open weights.",
        "first",
        {"openness": "open", "traits": ("agentic",)},
    ),
    (
        "It is the first long-context model with open weights.",
        "first",
        {"openness": "open", "traits": ("long-context",)},
    ),
    ("It is the first open text-to-3D model.", "first", {"openness": "open", "kind": "3d"}),
    ("It is the first open robotics model.", "first", {"openness": "open", "kind": "robotics"}),
    (
        "It is the first open large audio-language model.",
        "first",
        {"openness": "open", "traits": ("audio-input",)},
    ),
    ("Sora is the first AI to turn text into video.", "first", {"kind": "text-to-video"}),
    (
        "EleutherAI's debut open language model was small.",
        "first",
        {"organization": "EleutherAI", "openness": "open", "kind": "language"},
    ),
    (
        "This is the earliest open language model from France.",
        "first",
        {"openness": "open", "kind": "language", "country": "France"},
    ),
    (
        "The first-ever open video model came from China.",
        "first",
        {"openness": "open", "kind": "video"},
    ),
    # first: companies, occasions, clauses
    (
        "xAI became the first American company to hand out the weights of a language model.",
        "first",
        {"openness": "open", "kind": "language", "country": "United States"},
    ),
    (
        "AI21 is the first Israeli lab to give away a language model.",
        "first",
        {"openness": "open", "kind": "language", "country": "Israel"},
    ),
    (
        "For the first time, Google has opened up a language model.",
        "first",
        {"organization": "Google", "openness": "open", "kind": "language"},
    ),
    (
        "Google has opened up a language model for the first time.",
        "first",
        {"organization": "Google", "openness": "open", "kind": "language"},
    ),
    (
        "With Gemma, Google opened up a language model for the very first time.",
        "first",
        {"organization": "Google", "openness": "open", "kind": "language"},
    ),
    (
        "The release marks the first time Meta has published a speech model.",
        "first",
        {"organization": "Meta", "kind": "speech"},
    ),
    (
        "It is the first occasion on which Cohere has let outsiders download a model.",
        "first",
        {"organization": "Cohere", "openness": "open"},
    ),
    (
        "Never before had Microsoft let outsiders download a speech model.",
        "first",
        {"organization": "Microsoft", "openness": "open", "kind": "speech"},
    ),
    (
        "Pixtral 12B is a first for Mistral: a model that takes pictures as well as text.",
        "first",
        {"organization": "Mistral AI", "traits": ("image-input",)},
    ),
    (
        "Alibaba crosses the trillion-parameter line for the first time.",
        "first",
        {"organization": "Alibaba", "min_parameters": 10**12},
    ),
    (
        "DeepSeek was first to release an open reasoning model.",
        "first",
        {"openness": "open", "traits": ("reasoning",)},
    ),
    (
        "No Chinese lab had ever trained a model with a trillion parameters until Kimi K2.",
        "first",
        {"country": "China", "min_parameters": 10**12},
    ),
    (
        "Before Apertus arrived, not one Swiss institution had released the weights of an LLM.",
        "first",
        {"country": "Switzerland", "openness": "open", "kind": "language"},
    ),
    (
        "No American company had offered a reasoning model with open weights before gpt-oss.",
        "first",
        {"country": "United States", "openness": "open", "traits": ("reasoning",)},
    ),
    # only
    (
        "Whisper is the only speech recognition model OpenAI has opened.",
        "only",
        {"organization": "OpenAI", "openness": "open", "kind": "asr"},
    ),
    (
        "Apertus remains the only fully open LLM from Switzerland.",
        "only",
        {"openness": "fully-open", "kind": "language", "country": "Switzerland"},
    ),
    (
        "It is Apple's only open vision-language model.",
        "only",
        {"organization": "Apple", "openness": "open", "kind": "vlm"},
    ),
    (
        "It is the only text-to-image model whose weights Google has ever shared.",
        "only",
        {"organization": "Google", "openness": "open", "kind": "text-to-image"},
    ),
    (
        "The sole open video model from Meta is a year old.",
        "only",
        {"organization": "Meta", "openness": "open", "kind": "video"},
    ),
    # absence
    (
        "OpenAI has not released any open-weight model since 2019.",
        "absence",
        {"organization": "OpenAI", "openness": "open"},
    ),
    (
        "Anthropic has never published model weights.",
        "absence",
        {"organization": "Anthropic", "openness": "open"},
    ),
    (
        "Amazon hasn't released an open video generator since March 2024.",
        "absence",
        {"organization": "Amazon", "openness": "open", "kind": "video"},
    ),
    (
        "Meta has yet to put out another language model after Llama 3.1.",
        "absence",
        {"organization": "Meta", "kind": "language"},
    ),
    (
        "OpenAI published no model weights in 2020, yet shipped an API.",
        "absence",
        {"organization": "OpenAI", "openness": "open"},
    ),
    (
        "OpenAI? Not one open checkpoint in all of 2024.",
        "absence",
        {"organization": "OpenAI", "openness": "open"},
    ),
    (
        "No European company has ever opened a video generator.",
        "absence",
        {"country": "Europe", "openness": "open", "kind": "video"},
    ),
    (
        "TII has not released a new Falcon since 2023.",
        "absence",
        {"organization": "TII", "family": "Falcon"},
    ),
    (
        "Cohere has never once opened a speech model.",
        "absence",
        {"organization": "Cohere", "openness": "open", "kind": "speech"},
    ),
    # gaps
    (
        "This is OpenAI's first open-weight language model in over five years.",
        "gap",
        {"organization": "OpenAI", "openness": "open", "kind": "language"},
    ),
    (
        "It ends a wait of two years for a new open speech model from OpenAI.",
        "gap",
        {"organization": "OpenAI", "openness": "open", "kind": "speech"},
    ),
    (
        "It has been more than two years since Baidu last opened a language model.",
        "gap",
        {"organization": "Baidu", "openness": "open", "kind": "language"},
    ),
    (
        "Google's first open video model in half a decade has arrived.",
        "gap",
        {"organization": "Google", "openness": "open", "kind": "video"},
    ),
    # sizes
    (
        "BLOOM is the largest open multilingual language model.",
        "largest",
        {"openness": "open", "kind": "language", "traits": ("multilingual",)},
    ),
    (
        "Falcon is now the largest dense language model available for download.",
        "largest",
        {"openness": "open", "kind": "language", "traits": ("dense",)},
    ),
    (
        "FLUX.1 is the biggest image generator anyone can download.",
        "largest",
        {"openness": "open", "kind": "text-to-image"},
    ),
    (
        "It is the largest model with open weights to have been trained by a European company.",
        "largest",
        {"openness": "open", "country": "Europe"},
    ),
    (
        "No European firm has produced a bigger open-weight model than Mixtral 8x7B.",
        "largest",
        {"openness": "open", "country": "Europe"},
    ),
    (
        "Nothing larger than FLUX.1 has been opened up for image generation.",
        "largest",
        {"openness": "open", "kind": "text-to-image"},
    ),
    (
        "BLOOM is bigger than any other open language model.",
        "largest",
        {"openness": "open", "kind": "language"},
    ),
    (
        "Llama 3.1 dwarfs every open language model released so far.",
        "largest",
        {"openness": "open", "kind": "language"},
    ),
    ("Grok-1 has more parameters than any other open model.", "largest", {"openness": "open"}),
    ("LARGEST OPEN MODEL TO DATE: Grok-1", "largest", {"openness": "open"}),
    (
        "Europe's largest open LLM is French.",
        "largest",
        {"openness": "open", "kind": "language", "country": "Europe"},
    ),
    (
        "It has the longest context window of any open model.",
        "longest-context",
        {"openness": "open"},
    ),
    (
        "It has the longest context window of any model Mistral has put out.",
        "longest-context",
        {"organization": "Mistral AI"},
    ),
    # order and groups
    (
        "Pixtral 12B is Mistral's third open model.",
        "nth",
        {"organization": "Mistral AI", "openness": "open"},
    ),
    (
        "Mixtral 8x7B is the second mixture-of-experts model from France.",
        "nth",
        {"country": "France", "traits": ("moe",)},
    ),
    (
        "It is one of the first open vision-language models.",
        "among",
        {"openness": "open", "kind": "vlm"},
    ),
    (
        "It is among the largest open language models.",
        "among",
        {"openness": "open", "kind": "language"},
    ),
    # quality
    ("Kimi K2 is the most capable open model.", "quality", None),
    ("It is the best open-source language model.", "quality", None),
]


@pytest.mark.parametrize(("text", "quantifier", "facets"), FORMS, ids=[row[0] for row in FORMS])
def test_form_is_read(read, text, quantifier, facets):
    claim = read(text)[-1]
    assert claim.quantifier == quantifier
    if facets is not None:
        assert set_facets(claim) == facets


@pytest.mark.parametrize(("text", "quantifier", "facets"), FORMS, ids=[row[0] for row in FORMS])
def test_offsets_are_those_of_the_text(read, text, quantifier, facets):
    for claim in read("Nothing here.\n" + text):
        assert claim.sentence == 1
        assert ("Nothing here.\n" + text)[claim.start_char : claim.end_char] == claim.text


def set_facets(claim):
    """Facets that say something; the kind "model" says nothing."""
    names = (
        "organization", "country", "openness", "kind", "purpose", "traits", "licence", "family",
        "min_parameters", "max_parameters", "min_context", "undecided",
    )  # fmt: skip
    values = {name: getattr(claim.facets, name) for name in names}
    return {name: value for name, value in values.items() if value and value != "model"}


#: Sentence, claim as the guidelines draw it: head and complement, without article and subject.
SPANS = [
    (
        "This is the first open-weight model since GPT-2, they say.",
        "first open-weight model since GPT-2",
    ),
    ("Llama 2, the first open model from Meta, is here.", "first open model from Meta"),
    ("The first open model from China arrived and it was small.", "first open model from China"),
    ("It is the largest open model ever released, but slow.", "largest open model ever released"),
    (
        "It is the first Large Language Model (LLM) with open weights since GPT-2.",
        "first Large Language Model (LLM) with open weights since GPT-2",
    ),
    ("It is “the first open LLM” to some.", "first open LLM"),
    ("OpenAI has not released weights since 2019, he said.", "has not released weights since 2019"),
    ("Meta's first open speech model; others followed.", "first open speech model"),
    (
        "It is the first model that Cohere, better known for search, has opened.",
        "first model that Cohere, better known for search, has opened",
    ),
    (
        "It is the only open LLM that runs on your own laptop.",
        "only open LLM that runs on your own laptop",
    ),
]


@pytest.mark.parametrize(("text", "words"), SPANS, ids=[row[1] for row in SPANS])
def test_claim_has_its_complement(read, text, words):
    assert [claim.text for claim in read(text)] == [words]
