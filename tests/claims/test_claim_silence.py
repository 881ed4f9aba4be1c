"""What is no claim about models, and what no facet can express."""

from itertools import pairwise

import pytest

#: Order, procedure, business, adverbs: no claim at all.
NO_CLAIMS = [
    "In the first quarter, revenue rose by nine percent.",
    "First, install the package and train the model.",
    "The first model reads the text and the second model ranks it.",
    "We first trained the model on code.",
    "The first step loads the weights of the language model.",
    "In the first stage of training, the model sees code.",
    "The only argument is the name of the model.",
    "You only need one GPU to run the model.",
    "Only the 7B model was uploaded.",
    "The first half of 2024 went to GPT-4.",
    "It was first released in 2019.",
    "At first, the model was closed.",
    "The first author trained the language model at MIT.",
    "First Amendment lawyers read the output of the model.",
    "A first-person story about a language model.",
    "The first paragraph describes the open model.",
    "The largest value in each row is kept.",
    "The largest amount of compute went to the model.",
    "The model has not been trained yet.",
    "OpenAI has not released the model.",
    "Meta has not changed its logo since 2021.",
    "Nobody has read the report since Friday.",
    "There is no doubt that the model is open.",
    "No model was trained for this test.",
    "No, the model is not open.",
    "It has been a year since the company moved.",
    "The second model in the table is smaller.",
    "The second layer has fewer weights.",
    "The third model was trained on a laptop.",
    "The largest model in the table has 7B parameters.",
    "It was the first time in the city for her.",
    "The first users of the model came from banks.",
    "One of the most important trends is open models.",
    "He is among the most cited authors on language models.",
    "Some of the largest language models cost millions.",
    "The first bank to use the service saved money.",
    "She bought the biggest house on the street.",
    "The model was the size of a small book.",
    "The third most downloaded model is a CLIP model.",
    "Last but not least, the licence of the model changed.",
    "We keep the last checkpoint only.",
    "Attendees were looking for their first open-source project.",
    "Our first release of the parser has a bug.",
    "The world first saw the model in May.",
    "The context window is longer than before.",
    "Since 2019, models have grown.",
    "The firm waited two years for a permit.",
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_no_claim_is_read(read, text):
    assert read(text) == []


#: Sentence, word that stays undecided.
UNDECIDED = [
    ("It is the first natively trained 1-bit open LLM.", "1-bit"),
    ("It is the first open language model to pass the bar exam.", "bar"),
    ("It is the first open model to match GPT-4.", "GPT-4"),
    ("It is the first open language model for lawyers.", "lawyers"),
    ("It is the first commercial open language model.", "commercial"),
    ("It is the largest language model trained for English.", "for english"),
    ("It is the first English language model with open weights.", "english language model"),
    ("It is the first open LLM of its kind.", "of its kind"),
    ("It is the largest open model outside China.", "outside china"),
    ("It is the first real-time open speech model.", "real-time"),
    ("It is the first open language model without filters.", "without filters"),
    ("It is the first open model trained this way.", "way"),
    ("It is the first open LLM, trained on a single laptop.", "laptop"),
    ("It is the only open image model that can set long passages of text.", "passages"),
    ("For the first time, one open speech model covers 1,600 languages.", "1,600"),
    ("It is the first maker of an image generator that Meta dragged into court.", "dragged"),
    ("It is the first open model with 30 trillion tokens of training data.", "trillion"),
    ("It is the only open LLM there.", "there"),
    ("Meta's largest model is slow.", "of which series"),
    ("Our largest open model is slow.", "our"),
    ("Altman's first open model is out.", "altman"),
    ("The bank's first open model is out.", "the bank"),
    ("It is the first lab to do so with an open model.", "do so"),
    ("It was the first open model of that kind.", "of that kind"),
    ("The first model in the series was Gemma.", "the family"),
    ("It is the first open model since the storm.", "storm"),
    ("It is the first open model in years.", "years"),
    ("Meta's first open model and Google's first open speech and music model", "music and speech"),
]


@pytest.mark.parametrize(("text", "word"), UNDECIDED, ids=[row[0] for row in UNDECIDED])
def test_words_without_facet_stay_undecided(read, text, word):
    assert word in read(text)[-1].facets.undecided


#: Claims to be first that aren't about models are kept, and said to be undecidable.
OTHER_CLASSES = [
    "It is the world's first solar ferry.",
    "The town has the world's first school for robots.",
    "This is the first blockchain ever built for artists.",
]


@pytest.mark.parametrize("text", OTHER_CLASSES)
def test_other_classes_are_undecided(read, text):
    (claim,) = read(text)
    assert "no kind of AI model" in claim.facets.undecided


#: Filler changes nothing.
FILLER = [
    "new",
    "powerful",
    "innovative",
    "next-generation",
    "truly impressive",
    "brand-new",
]


@pytest.mark.parametrize("word", FILLER)
def test_promotional_filler_is_ignored(read, word):
    (plain,) = read("It is the first open language model from Spain.")
    (filled,) = read(f"It is the first {word} open language model from Spain.")
    assert filled.facets == plain.facets


def test_claims_do_not_overlap(read):
    claims = read(
        "It is the world's first and the world's largest open video generator from China."
    )
    assert all(one.end_char <= other.start_char for one, other in pairwise(claims))


def test_names_are_not_asked_without_claim_words(names):
    class Deaf:
        def find_names(self, text, start=0, end=None):
            raise AssertionError("asked for names")

        lookup = find_names

    from datetime import date

    from hypecheck.claims import ClaimReader
    from hypecheck.types import Document

    text = "Meta trained a model with care."
    document = Document(text, text.lower(), ((0, len(text)),))
    assert ClaimReader().extract(document, Deaf(), date(2025, 1, 1)) == []


def test_empty_text_has_no_claims(read):
    assert read("") == []
