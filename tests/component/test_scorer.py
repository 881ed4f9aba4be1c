"""nlp.evaluate: precision, recall and F1 of spans, for each category and each stance."""

import pytest
import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example

#: Sentence, and its annotated spans: words from and to, category, stance.
GOLD = [
    ("Acme says it is a game-changer .", [(5, 6, "transformation", "attributed")]),
    ("It may be the best chip ever .", [(4, 7, "superlative", "hedged")]),
    ("The chip is blazing fast .", [(3, 5, "praise", "asserted")]),
    ("It is a sober report .", [(3, 5, "praise", "asserted")]),
]


def reference(nlp, text, spans):
    doc = Doc(nlp.vocab, words=text.split())
    doc.spans["hype"] = [
        Span(doc, start, end, label=label, kb_id=stance) for start, end, label, stance in spans
    ]
    return doc


def examples(nlp, gold=GOLD):
    found = []
    for text, spans in gold:
        doc = reference(nlp, text, spans)
        found.append(Example(Doc(nlp.vocab, words=text.split()), doc))
    return found


@pytest.fixture(scope="module")
def plain():
    nlp = spacy.blank("en")
    nlp.add_pipe("hypecheck")
    return nlp


@pytest.fixture(scope="module")
def scores(plain):
    return plain.evaluate(examples(plain))


def test_spans_are_counted(scores):
    assert scores["spans_hype_p"] == 1.0
    assert scores["spans_hype_r"] == 0.75
    assert scores["spans_hype_f"] == pytest.approx(6 / 7)


def test_each_category_is_counted(scores):
    assert scores["spans_hype_per_type"]["superlative"] == {"p": 1.0, "r": 1.0, "f": 1.0}
    assert scores["spans_hype_per_type"]["praise"]["r"] == 0.5


def test_each_stance_is_counted(scores):
    assert scores["spans_hype_per_stance"]["hedged"] == {"p": 1.0, "r": 1.0, "f": 1.0}
    assert scores["spans_hype_per_stance"]["asserted"]["r"] == 0.5


def test_right_stances_are_counted_among_found_spans(plain, scores):
    assert scores["spans_hype_stance_acc"] == 1.0
    wrong = [(GOLD[0][0], [(5, 6, "transformation", "rejected")])]
    assert plain.evaluate(examples(plain, wrong))["spans_hype_stance_acc"] == 0.0


def test_wrong_category_is_no_hit(plain):
    wrong = [(GOLD[0][0], [(5, 6, "praise", "attributed")])]
    assert plain.evaluate(examples(plain, wrong))["spans_hype_f"] == 0.0


def test_no_annotation_gives_no_figure(plain):
    text = "Nothing is annotated here ."
    nothing = Example(Doc(plain.vocab, words=text.split()), Doc(plain.vocab, words=text.split()))
    scores = plain.evaluate([nothing])
    assert scores["spans_hype_f"] is None
    assert scores["spans_hype_stance_acc"] is None


def test_pipeline_s_own_annotations_can_be_the_reference(plain):
    docs = [plain(text) for text, _ in GOLD]
    again = [Example(plain.make_doc(doc.text), doc) for doc in docs]
    scores = plain.evaluate(again)
    assert (scores["spans_hype_f"], scores["spans_hype_stance_acc"]) == (1.0, 1.0)


def test_scores_carry_the_key_of_the_component():
    nlp = spacy.blank("en")
    nlp.add_pipe("hypecheck", config={"spans_key": "claims"})
    docs = [nlp(text) for text, _ in GOLD]
    scores = nlp.evaluate([Example(nlp.make_doc(doc.text), doc) for doc in docs])
    assert scores["spans_claims_f"] == 1.0


def test_scorer_can_be_switched_off_by_null():
    nlp = spacy.blank("en")
    nlp.add_pipe("hypecheck", config={"scorer": None})
    assert "spans_hype_f" not in nlp.evaluate(examples(nlp))
