"""Makers that a claim compares with, and words that narrow a class without a facet for them."""

import pytest

#: The sentence, and the maker before which nobody had done so.
UP_TO_A_MAKER = [
    ("No company had released a reasoning model before OpenAI.", "OpenAI"),
    ("Before OpenAI, no company had released a reasoning model.", "OpenAI"),
    ("Before OpenAI did so in autumn, nobody had released a reasoning model.", "OpenAI"),
    ("Nobody before OpenAI had released a reasoning model.", "OpenAI"),
    ("No company before OpenAI had released a reasoning model.", "OpenAI"),
    ("No one had shipped a reasoning model until OpenAI did.", "OpenAI"),
    ("No reasoning model had been released prior to OpenAI's.", "OpenAI"),
    ("No company had opened a reasoning model before the young lab DeepSeek did.", "DeepSeek"),
    ("Never before Meta had anyone opened a mixture-of-experts model.", "Meta"),
]


@pytest.mark.parametrize(("text", "maker"), UP_TO_A_MAKER, ids=[row[0] for row in UP_TO_A_MAKER])
def test_the_maker_after_before_is_the_subject_and_not_the_class(read, text, maker):
    (claim,) = read(text)
    assert (claim.quantifier, claim.subject, claim.subject_text) == ("first", "", maker)
    assert claim.facets.organization == ""
    assert claim.facets.undecided == ()


def test_a_release_after_before_is_still_the_subject(read):
    (claim,) = read("Until Meta opened Llama 3.1, nobody had released an open dense model.")
    assert claim.subject == "llama-3.1"


def test_a_class_that_goes_on_after_the_maker_is_read(read):
    (claim,) = read("No company had opened a model before Meta that sees pictures.")
    assert claim.subject_text == "Meta"
    assert claim.facets.traits == ("image-input",)


@pytest.mark.parametrize(
    "text",
    [
        "Never before had Meta opened a mixture-of-experts model.",
        "Meta has never before opened a mixture-of-experts model.",
    ],
)
def test_never_before_is_no_maker_before_whom(read, text):
    (claim,) = read(text)
    assert claim.facets.organization == "Meta"


#: Makers beside "no company" and "the first firm" that no class is of.
SET_APART = [
    "No open-weight lab in Europe had released a reasoning model earlier than OpenAI.",
    "No Chinese company other than DeepSeek has released an open reasoning model.",
    "xAI is the first company after OpenAI to release a reasoning model.",
    "xAI is the only company besides OpenAI with an open reasoning model.",
    "xAI is the first company to follow OpenAI with a reasoning model.",
]


@pytest.mark.parametrize("text", SET_APART)
def test_a_maker_that_is_set_apart_stays_undecided(read, text):
    for claim in read(text):
        assert claim.facets.organization == ""
        assert claim.facets.undecided


def test_two_makers_after_before_are_no_single_subject(read):
    for claim in read("No Chinese lab had opened a reasoning model before Meta and Google."):
        assert claim.facets.undecided


@pytest.mark.parametrize(
    "words",
    [
        "with tool use",
        "for tool use",
        "to use tools",
        "that can use tools",
        "that calls functions",
        "with function calling",
        "with access to external tools",
    ],
)
def test_tool_use_is_a_trait(read, words):
    (claim,) = read(f"Llama 3.1 is Meta's first open model {words}.")
    assert claim.facets.traits == ("tool-use",)
    assert claim.facets.undecided == ()


@pytest.mark.parametrize("adverb", ["openly", "freely", "in the open", "for download"])
def test_how_a_model_was_released_says_that_it_is_open(read, adverb):
    (claim,) = read(f"Anthropic has never released a model {adverb}.")
    assert claim.facets.openness == "open"


@pytest.mark.parametrize("words", ["publicly", "in public", "for free", "free of charge"])
def test_public_and_free_of_charge_say_neither_open_nor_closed(read, words):
    (claim,) = read(f"Anthropic has never released a model {words}.")
    assert words in claim.facets.undecided


def test_the_weights_made_public_are_open(read):
    (claim,) = read("OpenAI has yet to make the weights of Whisper public.")
    assert (claim.facets.openness, claim.facets.undecided) == ("open", ())


@pytest.mark.parametrize("word", ["true", "genuine", "real", "full-fledged", "comparable"])
def test_a_judgement_of_what_counts_is_undecided(read, word):
    claim = read(f"Not one {word} open reasoning model has come from Meta.")[-1]
    assert word in claim.facets.undecided
