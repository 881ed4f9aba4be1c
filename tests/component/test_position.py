"""Any place in any pipeline: with a parser, a senter, a sentencizer, or nothing of the kind."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

import hypecheck

TEXT = "Acme says its chip is a game-changer. It may be the best chip ever. It draws 4 watts."
WANTED = [("game-changer", "attributed"), ("best chip ever", "hedged")]
#: Stand-ins that set what the trained component of that name sets: no model is downloaded.
ENDS = (".",)


@Language.component("stand_in_parser")
def stand_in_parser(doc):
    """A tree for each sentence, as a dependency parser leaves it."""
    heads, deps, root = [], [], 0
    for token in doc:
        heads.append(root)
        deps.append("ROOT" if token.i == root else "dep")
        if token.text in ENDS:
            root = token.i + 1
    parsed = Doc(
        doc.vocab, words=[t.text for t in doc], spaces=[bool(t.whitespace_) for t in doc],
        heads=heads, deps=deps,
    )  # fmt: skip
    doc.from_array(["HEAD", "DEP"], parsed.to_array(["HEAD", "DEP"]))
    return doc


@Language.component("stand_in_senter")
def stand_in_senter(doc):
    """A start or no start on every token, as a sentence recogniser leaves it."""
    for token in doc:
        token.is_sent_start = token.i == 0 or doc[token.i - 1].text in ENDS
    return doc


@Language.component("half_a_senter")
def half_a_senter(doc):
    """Says of one token only that no sentence begins there, as custom rules do."""
    doc[1].is_sent_start = False
    return doc


@Language.component("stand_in_ner")
def stand_in_ner(doc):
    """One entity, as an entity recogniser leaves it."""
    doc.ents = [Span(doc, 0, 1, label="ORG")]
    return doc


def found(doc):
    return [(span.text, span._.hype.stance) for span in doc.spans["hype"]]


@pytest.mark.parametrize(
    "others",
    [
        [], ["sentencizer"], ["stand_in_senter"], ["stand_in_parser"], ["half_a_senter"],
        ["stand_in_ner"], ["sentencizer", "stand_in_ner"],
    ],
    ids="-".join,
)  # fmt: skip
@pytest.mark.parametrize("first", [False, True], ids=["last", "first"])
def test_finds_the_same_before_and_after_others(others, first):
    nlp = spacy.blank("en")
    for other in others:
        nlp.add_pipe(other)
    nlp.add_pipe("hypecheck", first=first or None, last=None if first else True)
    assert found(nlp(TEXT)) == WANTED


def test_stands_between_others():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("stand_in_ner")
    nlp.add_pipe("hypecheck", before="stand_in_ner")
    assert nlp.pipe_names == ["sentencizer", "hypecheck", "stand_in_ner"]
    assert found(nlp(TEXT)) == WANTED


def test_a_pipeline_without_sentence_boundaries_gets_none_set():
    nlp = spacy.blank("en")
    nlp.add_pipe("hypecheck")
    assert not nlp(TEXT).has_annotation("SENT_START")


def test_one_sentence_score_for_each_sentence_of_hypecheck_s_own():
    assert len(hypecheck.load()(TEXT)._.hype.sentences) == 3


def test_boundaries_that_are_half_set_are_not_taken_for_one_long_sentence():
    nlp = spacy.blank("en")
    nlp.add_pipe("half_a_senter")
    nlp.add_pipe("hypecheck")
    assert len(nlp(TEXT)._.hype.sentences) == 3


def test_other_languages_own_tokenizers_are_no_hindrance():
    nlp = spacy.blank("xx")
    nlp.add_pipe("hypecheck")
    assert found(nlp(TEXT)) == WANTED


def test_tokens_that_cut_across_a_phrase_widen_the_span_to_whole_tokens():
    nlp = spacy.blank("en")
    nlp.add_pipe("hypecheck")
    words = ["Acme", "says", "its", "chip", "is", "a", "game-changer(ish)", "."]
    doc = nlp.get_pipe("hypecheck")(Doc(nlp.vocab, words=words))
    span = doc.spans["hype"][0]
    assert span.text == "game-changer(ish)"
    assert doc.text[span._.hype.start_char : span._.hype.end_char] == span._.hype.text


def test_entities_and_groups_of_others_are_left_alone():
    nlp = spacy.blank("en")
    nlp.add_pipe("hypecheck")
    doc = nlp.make_doc(TEXT)
    doc.ents = [Span(doc, 0, 1, label="ORG")]
    doc.spans["mine"] = [Span(doc, 0, 2, label="x")]
    doc = nlp(doc)
    assert [ent.text for ent in doc.ents] == ["Acme"]
    assert [span.text for span in doc.spans["mine"]] == ["Acme says"]
