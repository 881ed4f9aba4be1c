"""Claims in everyday words: people who get the models, what they do with them, who makes them."""

import pytest

#: Sentence, quantifier, subject, facets; all others must be empty.
WORDS = [
    # who gets it, and how
    (
        "Llama 2 is the first language model that customers may host themselves.",
        "first", "llama-2", {"openness": "open", "kind": "language"},
    ),
    (
        "Voxtral is the first speech model that Mistral has opened to outsiders.",
        "first", "voxtral", {"organization": "Mistral AI", "openness": "open", "kind": "speech"},
    ),
    (
        "FLUX.1 is the biggest image generator that can be had for nothing.",
        "largest", "flux.1", {"openness": "open", "kind": "text-to-image"},
    ),
    (
        "Gemma is the first language model that Google gives away free of charge.",
        "first", "gemma", {"organization": "Google", "openness": "open", "kind": "language"},
    ),
    (
        "Kimi K2 is the first model people can run at home.",
        "first", "kimi-k2", {"openness": "open"},
    ),
    (
        "Grok-1 is the first model with weights that xAI has willingly put online.",
        "first", "grok-1", {"organization": "xAI", "openness": "open"},
    ),
    (
        "Whisper is the maiden download on offer from OpenAI.",
        "first", "whisper", {"organization": "OpenAI", "openness": "open"},
    ),
    (
        "Apple has never let a model out of the house.",
        "absence", "", {"organization": "Apple", "openness": "open"},
    ),
    (
        "Grok-1 is the lone model whose weights xAI has posted.",
        "only", "grok-1", {"organization": "xAI", "openness": "open"},
    ),
    # kinds by their everyday names
    (
        "Apple has not published an AI composer yet.",
        "absence", "", {"organization": "Apple", "kind": "music"},
    ),
    (
        "Whisper is OpenAI's first transcriber.",
        "first", "whisper", {"organization": "OpenAI", "kind": "asr"},
    ),
    (
        "FLUX.1 is the first image painter from Black Forest Labs.",
        "first", "flux.1", {"organization": "Black Forest Labs", "kind": "text-to-image"},
    ),
    (
        "Google's first robot-control model is out.",
        "first", "", {"organization": "Google", "kind": "robotics"},
    ),
    (
        "Sora is OpenAI's first video maker.",
        "first", "sora", {"organization": "OpenAI", "kind": "video"},
    ),
    (
        "Pixtral 12B is Mistral's first seeing model.",
        "first", "pixtral-12b", {"organization": "Mistral AI", "traits": ("image-input",)},
    ),
    (
        "Pixtral 12B is Mistral's first image-reading model.",
        "first", "pixtral-12b", {"organization": "Mistral AI", "traits": ("image-input",)},
    ),
    (
        "Meta has launched its first foray into the third dimension.",
        "first", "", {"organization": "Meta", "kind": "3d"},
    ),
    (
        "GPT-4 is the first language model to accept a prompt of a million tokens.",
        "first", "gpt-4", {"kind": "language", "min_context": 1_000_000},
    ),
    # makers by role, place and founder
    (
        "Llama 2 is the first model that Instagram's parent Meta has opened.",
        "first", "llama-2", {"organization": "Meta", "openness": "open"},
    ),
    (
        "Gemma is the first model Larry Page's Google has opened.",
        "first", "gemma", {"organization": "Google", "openness": "open"},
    ),
    (
        "Until now Meta sold adverts; with Llama 2 the social network has an open model"
        " for the first time.",
        "first", "llama-2", {"organization": "Meta", "openness": "open"},
    ),
    (
        "South Korea has its first open-weight language model.",
        "first", "", {"country": "South Korea", "openness": "open", "kind": "language"},
    ),
    # licence named before
    (
        "Llama 2 comes under Apache 2.0, terms that Meta had never before granted"
        " for a language model.",
        "first", "llama-2", {"organization": "Meta", "licence": "Apache-2.0", "kind": "language"},
    ),
    # the family's second word
    (
        "Pixtral 12B is the first Pixtral with open weights.",
        "first", "pixtral-12b", {"openness": "open", "family": "Pixtral"},
    ),
    # overtaken releases are no subject
    (
        "Llama 3.1 overtakes Grok-1 as the largest open dense model.",
        "largest", "llama-3.1", {"openness": "open", "traits": ("dense",)},
    ),
]  # fmt: skip


def described(claim, facets):
    """Facets of a claim that a row names, and those that are set without being named."""
    names = ("organization", "country", "openness", "licence", "family", "traits", "undecided")
    others = {n: getattr(claim.facets, n) for n in names if n not in facets}
    return {n: getattr(claim.facets, n) for n in facets}, {n: v for n, v in others.items() if v}


@pytest.mark.parametrize(
    ("text", "quantifier", "subject", "facets"), WORDS, ids=[row[0] for row in WORDS]
)
def test_everyday_words_are_read(read, text, quantifier, subject, facets):
    claim = read(text)[-1]
    assert (claim.quantifier, claim.subject) == (quantifier, subject)
    assert described(claim, facets) == (facets, {})


#: Sentence, quantifier, subject, anchor, since, facets.
FORMS = [
    (
        "OpenAI had kept every one of its language models under lock and key until gpt-oss-120b.",
        "first", "gpt-oss", "", "",
        {"organization": "OpenAI", "openness": "open", "kind": "language"},
    ),
    (
        "Meta has kept every speech model it ever built behind closed doors.",
        "absence", "", "", "",
        {"organization": "Meta", "openness": "open", "kind": "speech"},
    ),
    (
        "OpenAI returns to open releases after a six-year break with gpt-oss-120b.",
        "gap", "gpt-oss", "", "2019-09-30", {"organization": "OpenAI", "openness": "open"},
    ),
    (
        "With gpt-oss-120b, OpenAI breaks with five years of strictly closed releases.",
        "gap", "gpt-oss", "", "2020-09-30", {"organization": "OpenAI", "openness": "open"},
    ),
    (
        "Gemma 3 ends a drought of a year in which Google offered no new open model.",
        "gap", "gemma-3", "", "2024-09-30", {"organization": "Google", "openness": "open"},
    ),
    (
        "OpenAI's gpt-oss-120b ends a five-year spell without an open model.",
        "gap", "gpt-oss", "", "2020-09-30", {"organization": "OpenAI", "openness": "open"},
    ),
    (
        "Between Llama 2 and Llama 3.1, Meta went a whole year without opening another"
        " speech model.",
        "absence", "", "llama-2", "",
        {"organization": "Meta", "openness": "open", "kind": "speech"},
    ),
    (
        "Nothing with open weights has ever been bigger than Kimi K2.",
        "largest", "kimi-k2", "", "", {"openness": "open"},
    ),
    (
        "DeepSeek has never opened a bigger model than DeepSeek-V3.",
        "largest", "deepseek-v3", "", "", {"organization": "DeepSeek", "openness": "open"},
    ),
    (
        "No speech recogniser had come with free weights until OpenAI's Whisper turned up online.",
        "first", "whisper", "", "", {"openness": "open", "kind": "asr"},
    ),
    (
        "No earlier model from Mistral could see before Pixtral 12B.",
        "first", "pixtral-12b", "", "",
        {"organization": "Mistral AI", "traits": ("image-input",)},
    ),
    (
        "Never has Meta opened a mixture-of-experts model before Llama 3.1.",
        "first", "llama-3.1", "", "",
        {"organization": "Meta", "openness": "open", "traits": ("moe",)},
    ),
    (
        "Apple has gone quiet: not one open model has been posted since Gemma.",
        "absence", "", "gemma", "", {"organization": "Apple", "openness": "open"},
    ),
    (
        "Meta's language models had been closed until Llama 2.",
        "first", "llama-2", "", "",
        {"organization": "Meta", "openness": "open", "kind": "language"},
    ),
    (
        "That Llama 2 was the first language model Meta ever opened is a myth.",
        "first", "llama-2", "", "",
        {"organization": "Meta", "openness": "open", "kind": "language"},
    ),
    (
        "The first open model from Switzerland is here: Apertus.",
        "first", "apertus", "", "", {"country": "Switzerland", "openness": "open"},
    ),
    (
        "Not one speech model has come from Apple since April of last year.",
        "absence", "", "", "2024-04", {"organization": "Apple", "kind": "speech"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "quantifier", "subject", "anchor", "since", "facets"),
    FORMS,
    ids=[row[0] for row in FORMS],
)
def test_form_is_read(read, text, quantifier, subject, anchor, since, facets):
    claim = read(text)[-1]
    assert (claim.quantifier, claim.subject, claim.anchor) == (quantifier, subject, anchor)
    assert claim.since == since
    assert described(claim, facets) == (facets, {})


def test_the_subject_of_the_news_before_is_carried_over(read):
    text = "Mistral released Pixtral 12B.\nNever before had the company opened a model that sees."
    (claim,) = read(text)
    assert (claim.quantifier, claim.subject) == ("first", "pixtral-12b")
    assert claim.facets.organization == "Mistral AI"


#: What looks alike and narrows the class: each must stay undecided.
NARROWED = [
    "Llama 2 is the first open customer model.",
    "Llama 2 is the first open model for students.",
    "Llama 2 is the first open model built by amateurs.",
    "Gemma is the first Google model that people can use.",
    "GPT-4 is OpenAI's first model that users can try for free.",
    "GPT-4 is the first OpenAI model given to customers.",
    "Gemma is the first model Google has trained on its own chips.",
    "Gemma is the first open model trained online.",
    "Gemma is the first open model that Europe's firms can host.",
    "Grok-1 is the first model of the kind from xAI.",
    "Grok-1 is the first xAI model with a licence of that sort.",
    "OpenAI has kept all of its best models behind closed doors until gpt-oss-120b.",
    "Meta had opened nothing but speech models before Llama 2.",
    "Meta had not opened a model as good as Llama 3.1 before.",
    "Meta had not opened a model better than Llama 3.1 before.",
    "gpt-oss-120b ends a five-year wait for an open model.",
    "OpenAI went two years without opening another model.",
    "Llama 2 comes with weights, terms that Meta had never before granted for a language model.",
    "Llama 3.1 is the first Llama that had to be withheld from a continent.",
    "OpenAI's models had been blind until GPT-4.",
    "Apple rivals Meta; the social network has never opened a speech model.",
    "The continent has its first open language model: Apertus.",
    "Meta is the first giant to open a language model: Llama 2.",
    "Llama 2 is the first flagship model that Meta has opened.",
    "Llama 2 is the first open model that others have built on.",
    "Llama 2 is the first open model that people use.",
    "Llama 2 is the first Meta model released under its new terms.",
    "Llama 2 is the first open Meta model to be hosted by others.",
    "Llama 2 is the first model Meta has agreed to license.",
    "GPT-4 is the first OpenAI model that hears, sees and speaks.",
    "Llama 2 is the first open model for code, maths and chat.",
    "Meta has opened its first model with Mistral: Llama 2.",
    "Llama 2 is the first major model that Meta has opened.",
    "Llama 2 is Meta's first big language model with open weights.",
    "Nobody had given the public a dense model as big as Llama 3.1.",
    "Pixtral 12B is the first Pixtral with open weights in this generation.",
]


@pytest.mark.parametrize("text", NARROWED)
def test_narrower_words_stay_undecided(read, text):
    claims = read(text)
    assert claims
    assert all(claim.facets.undecided for claim in claims)


#: Everyday sentences with the same words and no claim about models in them.
NOTHING = [
    "Meta has kept every promise under wraps until Llama 2.",
    "The director returns to the stage after a two-year break.",
    "Google breaks with three years of closed meetings.",
    "The quarrel between Meta and Google has no model.",
    "Meta has never trained a bigger cluster than Google.",
    "The lab kept its word.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_claimed_in_everyday_words(read, text):
    assert read(text) == []
