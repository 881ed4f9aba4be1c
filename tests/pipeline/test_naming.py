"""What a claim is about, by the names that somebody else has found in its sentence."""

from datetime import date

import pytest

from hypecheck.evidence import ReleaseDB
from hypecheck.naming import named
from hypecheck.pipeline import default_analyzer
from hypecheck.text import make_document
from hypecheck.types import Claim, NamedEntity

DAY = date(2025, 4, 3)


def claim_in(text, words, subject=""):
    start = text.index(words)
    return Claim(words, start, start + len(words), "first", subject=subject, subject_text="it")


def entities(text, **labels):
    """Entities by their words, with underscores for blanks: ``Acme_Labs="ORG"``."""
    found = []
    for words, label in labels.items():
        name = words.replace("_", " ")
        start = text.index(name)
        found.append(NamedEntity(start, start + len(name), name, label))
    return found


def subject_of(text, words="first model", **labels):
    claim = claim_in(text, words)
    return named(claim, make_document(text), entities(text, **labels), ReleaseDB.load(), DAY)


@pytest.mark.parametrize(
    ("text", "labels", "subject"),
    [
        ("Lumo is the first model.", {"Lumo": "PRODUCT"}, "Lumo"),
        ("Acme says Lumo is the first model.", {"Acme": "ORG", "Lumo": "PRODUCT"}, "Lumo"),
        ("Lumo and Fiat are the first model.", {"Lumo": "PRODUCT", "Fiat": "PRODUCT"}, "Fiat"),
        ("Acme Labs has the first model.", {"Acme_Labs": "ORG"}, "Acme Labs"),
        ("Meet the first model: Lumo.", {"Lumo": "PRODUCT"}, "Lumo"),
        ("Meet the first model, called Lumo.", {"Lumo": "PRODUCT"}, "it"),
        ("It is the first model since Lumo.", {"Lumo": "PRODUCT"}, "it"),
        ("Unlike Lumo it is the first model.", {"Lumo": "PRODUCT"}, "it"),
        ("It is the first model that beats Lumo.", {"Lumo": "PRODUCT"}, "it"),
        ("Here it is. It is the first model.", {"Here": "PRODUCT"}, "it"),
        ("It is the first model in the history of Acme.", {"Acme": "ORG"}, "it"),
    ],
)
def test_nearest_product_in_the_place_of_the_subject(text, labels, subject):
    document = make_document(text)
    index = next(
        number for number, (a, b) in enumerate(document.sentences) if a <= text.index("first") < b
    )
    claim = claim_in(text, "first model")
    claim = Claim(**{**{n: getattr(claim, n) for n in claim.__slots__}, "sentence": index})
    found = named(claim, document, entities(text, **labels), ReleaseDB.load(), DAY)
    assert found.subject_text == subject


def test_name_that_the_table_knows_becomes_the_subject():
    assert subject_of("GPT-2 is the first model.", **{"GPT-2": "PRODUCT"}).subject == "gpt-2"


def test_name_that_the_table_does_not_know_stays_words():
    assert subject_of("Lumo is the first model.", Lumo="PRODUCT").subject == ""


def test_organisation_is_never_taken_for_a_release():
    assert subject_of("Whisper has the first model.", Whisper="ORG").subject == ""


def test_subject_that_was_read_already_stays():
    text = "Lumo is the first model."
    claim = claim_in(text, "first model", subject="gpt-2")
    assert (
        named(claim, make_document(text), entities(text, Lumo="PRODUCT"), ReleaseDB.load(), DAY)
        is claim
    )


def test_names_never_turn_abstaining_into_a_verdict():
    text = "Lumo is the first open-weight language model from Norway."
    analyzer = default_analyzer()
    without = analyzer.analyze(text, as_of=DAY).claims
    with_names = analyzer.analyze(text, as_of=DAY, entities=entities(text, Lumo="PRODUCT")).claims
    assert [c.verdict for c in with_names] == [c.verdict for c in without] == ["NOT_ENOUGH_INFO"]
