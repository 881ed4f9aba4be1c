"""The class of "its first since …" stands before it: "two open language models, its first since …"."""

import pytest

BEFORE = {
    "wire": "OpenAI on Tuesday released two open-weight language models, its first since GPT-2.",
    "with-a-year": "OpenAI put out an open-weight language model, its first since GPT-2 in 2019.",
    "owner": "OpenAI will ship a new open-weight language model, the company's first since GPT-2.",
    "dash": "OpenAI has an open-weight language model - its first since GPT-2.",
    "relative": "OpenAI has an open-weight language model, which is its first since GPT-2.",
}


@pytest.mark.parametrize("text", BEFORE.values(), ids=BEFORE.keys())
def test_the_class_before_its_first_since(read, text):
    (claim,) = read(text)
    assert claim.text.startswith("first since GPT-2")
    facets = claim.facets
    assert (facets.openness, facets.kind, facets.organization) == ("open", "language", "OpenAI")
    assert claim.anchor == "gpt-2"


@pytest.mark.parametrize(
    "text",
    [
        "Prices of language models fell, the sector's first drop since March.",
        "It bought two language models and a mill, its first since the merger of 1990.",
    ],
)
def test_no_class_is_taken_from_what_is_not_said_to_be_first(read, text):
    assert all(claim.facets.kind != "language" for claim in read(text))
