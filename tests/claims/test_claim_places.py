"""Names told by their place beside a claim, and whose claim it is when nobody is named."""

from datetime import date

import pytest

from hypecheck.claims import ClaimReader
from hypecheck.claims.placed import look_up, makers_near, placed_name
from hypecheck.claims.sentence import Sentence
from hypecheck.patterns import normalize
from hypecheck.protocols import Mention
from hypecheck.types import Document, Release

R1 = Release("deepseek-r1", "DeepSeek-R1", organization="DeepSeek", date="2025-01-20")
NEMO = Release("mistral-nemo", "Mistral NeMo", organization="Mistral AI", date="2024-07-18")
SMALL = Release("pine-small", "Pine Small 3", organization="Nordlab", date="2024-01-01")
#: Spellings that `lookup` knows and `find_names` doesn't find.
KNOWN = {"R1": R1, "Mistral NeMo": NEMO, "8x22B": SMALL, "Pine Small 3": SMALL, "o5": SMALL}


class Shy:
    """Finds makers only; looks up whatever it is asked."""

    def find_names(self, text, start=0, end=None):
        found = []
        for maker, key in (("Mistral", "Mistral AI"), ("DeepSeek", "DeepSeek")):
            at = text.find(maker, start, len(text) if end is None else end)
            if at >= 0:
                found.append(Mention(at, at + len(maker), "organization", key))
        return sorted(found, key=lambda name: name.start_char)

    def lookup(self, name, as_of=None):
        release = KNOWN.get(name)
        return [release] if release and (as_of is None or release.earliest <= as_of) else []


def sentence(text, day="2025-06-01"):
    starts, bounds = 0, []
    for line in text.split("\n"):
        bounds.append((starts, starts + len(line)))
        starts += len(line) + 1
    document = Document(text, normalize(text), tuple(bounds))
    return Sentence(document, len(bounds) - 1, Shy(), date.fromisoformat(day))


#: Sentence, the claim's words, id of the release in the subject's place or "".
PLACES = [
    ("R1, the first open reasoner, is out.", "first open reasoner", "deepseek-r1"),
    ("R1 is the first open reasoner.", "first open reasoner", "deepseek-r1"),
    ("R1 (671B) was the first open reasoner.", "first open reasoner", "deepseek-r1"),
    ("R1, out since Monday, is the first open reasoner.", "first open reasoner", "deepseek-r1"),
    ("R1: the first open reasoner", "first open reasoner", "deepseek-r1"),
    ("R1 — the first open reasoner — is out.", "first open reasoner", "deepseek-r1"),
    ("It is late, but R1 remains the only open reasoner.", "only open reasoner", "deepseek-r1"),
    ("They say that R1 is arguably the first open reasoner.", "first open reasoner", "deepseek-r1"),
    ("DeepSeek's R1 is its very first open reasoner.", "first open reasoner", "deepseek-r1"),
    ("LARGEST OPEN MODEL: Mistral's 8x22B weighs a lot", "LARGEST OPEN MODEL", "pine-small"),
    ("The first open reasoner, R1, is out.", "first open reasoner", "deepseek-r1"),
    ("The first open reasoner is called R1.", "first open reasoner", "deepseek-r1"),
    ("The first open reasoner from China is free: R1.", "first open reasoner", "deepseek-r1"),
    ("Pine Small 3 has the longest context.", "longest context", "pine-small"),
    ("With Pine Small 3, the lab has its first open model.", "first open model", "pine-small"),
    ("o5 is the first open reasoner.", "first open reasoner", "pine-small"),
    ("Mistral has the first open reasoner, NeMo.", "first open reasoner", "mistral-nemo"),
    # the maker completes the name, wherever it was said
    ("Mistral has news.\nNeMo is its first long model.", "first long model", "mistral-nemo"),
    # no name, an unknown one, or another place
    ("This is the first open reasoner.", "first open reasoner", ""),
    ("Today the first open reasoner came.", "first open reasoner", ""),
    ("Nobody knows who wrote the first open reasoner.", "first open reasoner", ""),
    ("X9, the first open reasoner, is out.", "first open reasoner", ""),
    ("NeMo is the first open reasoner.", "first open reasoner", ""),
    ("Better than R1 by far, it is the first open reasoner.", "first open reasoner", ""),
]


@pytest.mark.parametrize(("text", "claim", "expected"), PLACES, ids=[row[0] for row in PLACES])
def test_names_by_their_place(text, claim, expected):
    read = sentence(text)
    start = read.text.index(claim)
    name = placed_name(read, start, start + len(claim))
    assert (name.key if name else "") == expected


def test_a_placed_name_covers_its_words():
    read = sentence("DeepSeek's R1 is the first open reasoner.")
    start = read.text.index("first")
    name = placed_name(read, start, start + 19)
    assert read.text[name.start_char : name.end_char] == "R1"


def test_a_release_of_later_days_is_not_meant():
    read = sentence("R1 is the first open reasoner.", day="2024-06-01")
    assert look_up(read, "R1") is None
    assert look_up(sentence("R1 is out."), "R1") is R1


def test_a_release_of_later_days_is_not_meant_with_its_maker_either():
    assert look_up(sentence("Mistral has NeMo.", day="2024-07-17"), "NeMo") is None
    assert look_up(sentence("Mistral has NeMo.", day="2024-07-18"), "NeMo") is NEMO


def test_makers_are_read_from_the_nearest_sentence_first():
    assert makers_near(sentence("Mistral spoke.\nDeepSeek replied.")) == ["DeepSeek", "Mistral"]
    assert makers_near(sentence("DeepSeek spoke.\nIt rained.\nIt snowed.\nIt froze.")) == []


#: Sentence, organisation or country that restricts the class, or an undecided word.
OWNERS = [
    ("China has many labs, but DeepSeek has the only open LLM there.", "country", "China"),
    ("In France, Jamba is the first open model there.", "country", "France"),
    ("France is glad of Jamba, the country's first open model.", "country", "France"),
    ("Japan saw how in France Jamba became the country's first open model.", "country", "France"),
    ("China is large.\nIt is the only open LLM there.", "country", "China"),
    ("In France, Jamba became the country's first open model.", "country", "France"),
    ("The Swiss have Apertus, their nation's first open model.", "country", "Switzerland"),
    ("The world's first open model is Jamba.", "country", ""),
    ("Today's first open model is Jamba.", "country", ""),
]


@pytest.mark.parametrize(("text", "facet", "value"), OWNERS, ids=[row[0] for row in OWNERS])
def test_whose_claim_it_is(read, text, facet, value):
    claim = read(text)[-1]
    assert getattr(claim.facets, facet) == value
    assert claim.facets.undecided == ()


STRANGERS = [
    ("Zuckerberg's first open model is Llama 2.", "zuckerberg"),
    ("The bank's first open model is Llama 2.", "the bank"),
    ("Their country's first open model is Llama 2.", "their country"),
    ("The city's only open model is Llama 2.", "the city"),
    ("My uncle's first open language model is Llama 2.", "my uncle"),
]


@pytest.mark.parametrize(("text", "words"), STRANGERS, ids=[row[0] for row in STRANGERS])
def test_an_unknown_possessor_leaves_the_claim_open(read, text, words):
    (claim,) = read(text)
    assert any(words in word for word in claim.facets.undecided)


#: Sentence, maker that is the subject.
MAKERS = [
    ("xAI became the first American company to open a language model.", "xAI"),
    ("Then came Moonshot, the first company to open a language model.", "Moonshot AI"),
    ("DeepSeek is the only one with an open reasoning model.", "DeepSeek"),
    ("Meta was the first company to give away the weights of a language model.", "Meta"),
    ("Mistral remains the only European lab to open a reasoning model.", "Mistral AI"),
    ("In June, Apple became the first to open a video model.", ""),
    ("Moonshot is now the largest lab to open a language model.", "Moonshot AI"),
]


@pytest.mark.parametrize(("text", "maker"), MAKERS, ids=[row[0] for row in MAKERS])
def test_a_maker_can_be_the_subject(read, text, maker):
    claim = read(text)[-1]
    if maker:
        assert claim.subject_text == maker
    assert claim.subject == ""


#: Sentence: it is about something without a name, not about the model beside it.
SIBLINGS = [
    "Meta shows Llama 3.1 and a second model that should be the largest open model ever.",
    "With Llama 3.1 comes a bigger sibling that would be the largest open model ever.",
    "Meta presents Llama 3.1 plus an unfinished giant which will be the largest open model ever.",
    "Meta speaks of Llama 3.1 and another one that is the largest open model ever.",
    "Kimi K2 has been promised a twin, with a version that may become the largest open model ever.",
]


@pytest.mark.parametrize("text", SIBLINGS)
def test_an_unnamed_sibling_is_the_subject(read, text):
    (claim,) = read(text)
    assert claim.subject == ""


@pytest.mark.parametrize(
    "text",
    [
        "Llama 3.1 is a model that is the largest open model ever.",
        "Llama 3.1, a model that is the largest open model ever, is here.",
        "Llama 3.1, and with good reason, is the largest open model ever.",
    ],
)
def test_an_apposition_is_about_the_named_model(read, text):
    assert read(text)[-1].subject == "llama-3.1"


#: A sentence with other blanks, and the words of its claim as they stand there.
BLANKS = [
    ("Llama 2 is  the first open model  with 70  billion parameters.", "first open model  with 70  billion parameters"),
    ("Llama 2 is the first open\tmodel with 70 billion\r\nparameters.", "first open\tmodel with 70 billion\r\nparameters"),
    ("  Llama 2 is the first  open model with 70 billion parameters.", "first  open model with 70 billion parameters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), BLANKS)
def test_blanks_in_a_row_are_read_as_one(names, text, words):
    document = Document(text, normalize(text), ((0, len(text)),))
    (claim,) = ClaimReader().extract(document, names, date(2025, 9, 30))
    assert (claim.text, claim.start_char) == (words, text.index("first"))
    assert text[claim.start_char : claim.end_char] == words
    assert (claim.subject, claim.facets.min_parameters) == ("llama-2", 63_000_000_000)
    assert claim.facets.undecided == ()
