"""Who a claim is about, whose it is, and from when it counts."""

import pytest

#: Sentence or two (one a line), id of the subject or "".
SUBJECTS = [
    ("Gemma 3 leads the Llama series and is the first open model with a phone app.", "gemma-3"),
    ("Meta's largest open model Llama 3.1 outperforms the others.", "llama-3.1"),
    ("Llama 2, the first open model from Meta, and GPT-4 are here.", "llama-2"),
    ("GPT-4 is the first open multimodal model.", "gpt-4"),
    ("Llama 2, the first open model from Meta, is here.", "llama-2"),
    ("The first open video model, Sora, has arrived.", "sora"),
    ("Europe's first open reasoning model, called Jamba, is here.", "jamba"),
    ("Jamba: the first open hybrid model from Israel", "jamba"),
    ("With Gemma, Google opened up a language model for the first time.", "gemma"),
    ("Alibaba opened up a trillion-parameter model for the first time with Kimi K2.", "kimi-k2"),
    (
        "When Kimi K2 turned up in July, it was the first open model with a trillion parameters.",
        "kimi-k2",
    ),
    ("Meta has released Llama 3.1.\nIt is the largest open model to date.", "llama-3.1"),
    ("Meta has released Llama 3.1.\nThe model is the largest open model to date.", "llama-3.1"),
    (
        "Meta has released Llama 3.1.\nElsewhere, someone trained the largest open model to date.",
        "",
    ),
    ("GPT-4, unlike Llama 2, is the first open multimodal model.", "gpt-4"),
    ("Llama 3.1, also known as Kimi K2, is the largest open model to date.", "llama-3.1"),
    ("BLOOM is the largest open model, ahead of Grok-1.", "bloom"),
    ("The 180-billion-parameter Falcon is the largest open language model.", "falcon-180b"),
    ("The 40-billion-parameter Falcon is the largest open language model.", "falcon-40b"),
    ("The 90-billion-parameter Falcon is the largest open language model.", ""),
    (
        "No Chinese lab had ever trained a model with a trillion parameters until Kimi K2.",
        "kimi-k2",
    ),
    (
        "Before Apertus arrived, not one Swiss institution had released the weights of an LLM.",
        "apertus",
    ),
    (
        "Never before Pixtral 12B had Mistral let outsiders download a model that sees.",
        "pixtral-12b",
    ),
    ("No European firm has produced a bigger open-weight model than Mixtral 8x7B.", "mixtral-8x7b"),
    ("This would be OpenAI's first open-weight model since GPT-2.", ""),
    ("OpenAI has not released model weights since Whisper.", ""),
    ("GPT-3 vanished behind an API, and OpenAI has not released any weights since 2019.", ""),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS, ids=[row[0] for row in SUBJECTS])
def test_subject_is_found(read, text, subject):
    assert read(text)[-1].subject == subject


def test_first_company_has_its_maker_as_subject(read):
    (claim,) = read("xAI became the first American company to open a language model.")
    assert (claim.subject, claim.subject_text) == ("", "xAI")


#: Text, organisation of the class.
OWNERS = [
    ("His company has not released any weights since Grok-1.", "xAI"),
    ("It is the company's first open model since GPT-2.", "OpenAI"),
    ("GPT-3 is the world's largest language model, built by OpenAI.", ""),
    ("OpenAI? Not one open checkpoint in all of 2024.", "OpenAI"),
    ("And what of Meta?\nNot one open video model in all of 2024.", "Meta"),
    ("OpenAI's first open model is small.", "OpenAI"),
    ("OpenAI's very first open model is small.", "OpenAI"),
    ("This will be OpenAI’s “first open-weight model since GPT-2.”", "OpenAI"),
    ("OpenAI says it is its first open model.", "OpenAI"),
    ("Pixtral 12B is the company's first open vision-language model.", "Mistral AI"),
    ("Pixtral 12B is the Paris firm's first open vision-language model.", "Mistral AI"),
    ("Mistral has found its ears.\nIt is the start-up's first open speech model.", "Mistral AI"),
    (
        "Mistral goes on: it has the longest context window of any model the firm has put out.",
        "Mistral AI",
    ),
    ("Jamba is the first open model from AI21.", "AI21 Labs"),
    ("Gemma is the first open model Google has trained.", "Google"),
    ("Gemma is the first open model trained by Google.", "Google"),
    ("Mountain View's first open model is Gemma.", "Google"),
    ("OpenAI keeps promising, yet it has not released any weights since 2019.", "OpenAI"),
    ("For all the talk at Meta, the company has not opened a video model since 2023.", "Meta"),
]


@pytest.mark.parametrize(("text", "organization"), OWNERS, ids=[row[0] for row in OWNERS])
def test_maker_is_found(read, text, organization):
    claim = read(text)[-1]
    assert claim.facets.organization == organization
    assert claim.facets.undecided == ()


#: A maker that the text doesn't name leaves the claim open.
UNNAMED = [
    "It is the company's first open model.",
    "Our first open model is here.",
    "They have not released an open model since 2019.",
    "The start-up has never opened a video generator.",
]


@pytest.mark.parametrize("text", UNNAMED)
def test_unnamed_maker_is_undecided(read, text):
    (claim,) = read(text)
    assert claim.facets.organization == ""
    assert claim.facets.undecided


def test_the_world_is_no_maker(read):
    (claim,) = read("Meta calls it the world's first open speech model.")
    assert claim.facets.organization == ""


#: Text (as of 2025-09-30), since, anchor.
ANCHORS = [
    ("OpenAI's first open-weight model since GPT-2", "", "gpt-2"),
    ("OpenAI's first open-weight model since GPT-2 in 2019", "", "gpt-2"),
    ("OpenAI's first open-weight model since the release of GPT-2 in February 2019", "", "gpt-2"),
    ("OpenAI's first open-weight model since it launched Whisper", "", "whisper"),
    ("OpenAI's first open-weight model since 2019", "2019", ""),
    ("OpenAI's first open-weight model since March 2020", "2020-03", ""),
    ("OpenAI's first open-weight model since late 2022", "2022", ""),
    ("OpenAI's first open-weight model since last November", "2024-11", ""),
    ("OpenAI's first open-weight model since last year", "2024", ""),
    ("OpenAI's first open-weight model since spring 2024", "2024-05", ""),
    ("OpenAI's first open-weight model since a slimmed-down Whisper last September", "2025-09", ""),
    ("OpenAI's first open-weight model since GPT-2 in 2025", "", "gpt-2"),
    ("OpenAI's first open-weight model since GPT-2 in March 2025", "", "gpt-2"),
    ("OpenAI's first open-weight model in five years", "2020-09-30", ""),
    ("OpenAI's first open-weight model in over five years", "2020-09-30", ""),
    ("OpenAI's first open-weight model in half a decade", "2020-09-30", ""),
    ("OpenAI's first open-weight model in 18 months", "2024-03-31", ""),
    ("OpenAI's first open-weight model in two and a half years", "2023-04-01", ""),
    ("OpenAI's first open-weight model of 2025", "2024-12-31", ""),
    ("OpenAI's first open-weight model this year", "2024-12-31", ""),
    ("OpenAI's first open-weight model of the year", "2024-12-31", ""),
    ("OpenAI's first open-weight model ever", "", ""),
    ("OpenAI's first open-weight model to date", "", ""),
    ("OpenAI has not released any weights since Whisper.", "", "whisper"),
    ("Meta has yet to release another open model after Llama 3.1.", "", "llama-3.1"),
    ("It has been a year since Meta last opened a language model.", "2024-09-30", ""),
]


@pytest.mark.parametrize(("text", "since", "anchor"), ANCHORS, ids=[row[0] for row in ANCHORS])
def test_anchor_is_read(read, text, since, anchor):
    claim = read(text)[-1]
    assert (claim.since, claim.anchor) == (since, anchor)
    assert claim.facets.undecided == ()


def test_period_ends_the_claim(read):
    (claim,) = read("OpenAI? Not one open checkpoint in all of 2023.")
    assert (claim.since, claim.as_of) == ("2022-12-31", "2023-12-31")


def test_period_at_the_head_of_the_sentence_counts(read):
    (claim,) = read("For the whole of 2020, OpenAI published no model weights.")
    assert (claim.since, claim.as_of) == ("2019-12-31", "2020-12-31")


def test_claim_is_made_as_of_the_day_of_reading(read):
    (claim,) = read("This is the first open model from Spain.", as_of="2025-04-03")
    assert claim.as_of == "2025-04-03"
    assert claim.verdict is None


def test_order_is_counted(read):
    (claim,) = read("It is Mistral's third open model.")
    assert (claim.quantifier, claim.ordinal) == ("nth", 3)


def test_part_is_the_documents(read):
    (claim,) = read("Kimi K2 is the first open model from China", part="title")
    assert claim.part == "title"
