"""What tagger, parser and entity recogniser have found is used, on Docs annotated by hand."""

import pytest
import spacy
from spacy.tokens import Doc

nlp = spacy.blank("en")
checker = nlp.add_pipe("hypecheck")

#: Words, the ambiguous one, and the phrase that is flagged where it is the other part of speech.
NOUNS = [
    ("A crush of competitors formed .", "crush", "crush of competitors formed"),
    ("The match GPT-4 lost was long .", "match", "match GPT-4 lost"),
    ("The transforms industry uses are old .", "transforms", "transforms industry uses"),
]
VERBS = [
    ("The model rivals GPT-4 .", "rivals"),
    ("The model matches GPT-4 .", "matches"),
    ("It transforms the industry .", "transforms"),
]


def read(sentence, tag=None, **annotations):
    words = sentence.split()
    if tag is not None:
        word, pos = tag
        annotations["pos"] = [pos if one == word else "X" for one in words]
    return checker(Doc(nlp.vocab, words=words, **annotations))


def phrases(doc):
    return [span.text for span in doc.spans["hype"]]


@pytest.mark.parametrize(("sentence", "word", "phrase"), NOUNS)
def test_tagger_that_sees_a_noun_keeps_the_verb_from_being_flagged(sentence, word, phrase):
    assert phrase in phrases(read(sentence))
    assert phrase in phrases(read(sentence, (word, "VERB")))
    assert phrase not in phrases(read(sentence, (word, "NOUN")))


@pytest.mark.parametrize(("sentence", "word"), VERBS)
def test_tagger_that_sees_the_verb_changes_nothing(sentence, word):
    without = phrases(read(sentence))
    assert without
    assert phrases(read(sentence, (word, "VERB"))) == without


def test_tags_on_a_few_words_only_are_enough():
    words = ["The", "match", "GPT-4", "lost", "was", "long", "."]
    doc = Doc(nlp.vocab, words=words, pos=["", "NOUN", "", "", "", "", ""])
    assert phrases(checker(doc)) == []


NOT_BUT = ["It", "is", "not", "a", "game-changer", "but", "the", "best", "chip", "ever"]


@pytest.mark.parametrize(("second", "count"), [(None, 1), (5, 2)])
def test_sentence_boundaries_of_the_pipeline_are_the_report_s(second, count):
    starts = [number in (0, second) for number in range(len(NOT_BUT))]
    doc = checker(Doc(nlp.vocab, words=NOT_BUT, sent_starts=starts))
    assert len(doc._.hype.sentences) == count


def test_sentence_boundaries_bound_what_a_denial_reaches():
    words = ["This", "is", "not", "the", "case", "it", "is", "a", "game-changer"]
    joined = checker(Doc(nlp.vocab, words=words, sent_starts=[True] + [False] * 8))
    parted = checker(Doc(nlp.vocab, words=words, sent_starts=[n in (0, 5) for n in range(9)]))
    assert joined.spans["hype"][0]._.hype.stance == "rejected"
    assert parted.spans["hype"][0]._.hype.stance == "asserted"


def test_boundaries_come_from_a_dependency_tree_too():
    words = ["A", "game-changer", "It", "is"]
    doc = Doc(nlp.vocab, words=words, heads=[1, 1, 3, 3], deps=["det", "ROOT", "nsubj", "ROOT"])
    assert [(s.start_char, s.end_char) for s in checker(doc)._.hype.sentences] == [
        (0, 14),
        (15, 20),
    ]


CLAIM = "Foo-7B from Acme Labs is the first open-weight language model from Norway ."
ENTITIES = ["B-PRODUCT", "O", "B-ORG", "I-ORG", *["O"] * 9]


def test_product_is_named_as_what_a_claim_is_about():
    (without,) = read(CLAIM)._.hype.claims
    (claim,) = read(CLAIM, ents=ENTITIES)._.hype.claims
    assert without.subject_text != "Foo-7B"
    assert claim.subject_text == "Foo-7B"
    assert claim.verdict == without.verdict == "NOT_ENOUGH_INFO"


def test_organisation_is_named_where_there_is_no_product():
    ents = ["O", "O", "B-ORG", "I-ORG", *["O"] * 9]
    (claim,) = read(CLAIM, ents=ents)._.hype.claims
    assert claim.subject_text == "Acme Labs"


def test_product_that_the_claim_compares_with_is_not_its_subject():
    sentence = "Acme has the first open-weight language model from Norway since Foo-7B ."
    ents = ["B-ORG", *["O"] * 9, "B-PRODUCT", "O"]
    (claim,) = read(sentence, ents=ents)._.hype.claims
    assert claim.subject_text == "Acme"
    assert claim.verdict == "NOT_ENOUGH_INFO"


def test_product_behind_the_claim_is_found():
    sentence = "Here is the first open-weight language model from Norway : Foo-7B ."
    ents = [*["O"] * 10, "B-PRODUCT", "O"]
    (claim,) = read(sentence, ents=ents)._.hype.claims
    assert claim.subject_text == "Foo-7B"


def test_subject_that_the_table_knows_stays():
    sentence = "GPT-2 was the first open-weight language model from OpenAI ."
    ents = [*["O"] * 8, "B-ORG", "O"]
    plain, named = read(sentence)._.hype.claims, read(sentence, ents=ents)._.hype.claims
    assert [claim.subject for claim in named] == [claim.subject for claim in plain]
    assert plain[0].subject.startswith("gpt-2")


def test_entities_of_other_kinds_name_nothing():
    ents = ["B-DATE", "O", "B-PERSON", "I-PERSON", *["O"] * 9]
    assert read(CLAIM, ents=ents)._.hype == read(CLAIM)._.hype
