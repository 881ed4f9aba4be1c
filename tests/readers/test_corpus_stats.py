"""Counts, contradictions, repeated sentences and agreement, on small corpora."""

from dataclasses import replace

import pytest

from hypecheck.errors import CorpusError
from hypecheck.readers.corpus import CorpusDocument, CorpusSentence
from hypecheck.readers.corpus_check import corpus_problems
from hypecheck.readers.corpus_stats import agreement, corpus_stats, matching
from hypecheck.readers.duplicates import near_duplicates
from hypecheck.readers.markup import CorpusSpan, parse_markup


def sentence(markup, hype=0.0):
    return CorpusSentence(*parse_markup(markup), hype)


def document(*sentences, name="doc-1", genre="newswire", date="2024-05-23", title=None):
    return CorpusDocument(name, "a1", genre, "ai", date, "neutral", 1.0, title, tuple(sentences))


DIVINE = sentence(
    "The <praise:asserted>divine</praise> new toaster toasts both sides at once.", 2.0
)
DENIED = sentence("It is <certainty:rejected>not the end of bread</certainty>.")
PLAIN = sentence("Its two slots take slices of any width.")


def test_counts():
    found = corpus_stats([document(DIVINE, DENIED, PLAIN, title=sentence("Toast"))])
    assert (found.documents, found.sentences, found.spans) == (1, 4, 2)
    assert found.label == {"certainty": 1, "praise": 1}
    assert found.stance == {"asserted": 1, "rejected": 1}
    assert found.sentence_hype == {"0": 3, "2": 1}
    assert found.voices == {"no span": 0.5, "none asserted": 0.25, "some asserted": 0.25}


def test_sound_corpus_has_no_problems():
    assert list(corpus_problems([document(DIVINE, DENIED, PLAIN)])) == []


@pytest.mark.parametrize(
    ("wrong", "complaint"),
    [
        (replace(DENIED, hype=1.0), "hype is 1 though every span is rejected. Allowed: 0."),
        (replace(PLAIN, hype=2.0), "hype is 2 without a span"),
        (replace(DIVINE, hype=0.0), "hype is 0 though a span is asserted"),
        (
            sentence("A <scope:hedged>limitless</scope> one.", 3.0),
            "hype is 3 though no span is asserted",
        ),
        (
            sentence("A <scope:asserted>limitless </scope>one.", 2.0),
            "'limitless ' has blanks at its ends",
        ),
    ],
)
def test_labels_against_the_guidelines_are_named(wrong, complaint):
    (problem,) = corpus_problems([document(wrong)])
    assert problem.startswith("doc-1, part 0: ")
    assert complaint in problem


def test_genre_outside_the_list_is_named():
    (problem,) = corpus_problems([document(PLAIN, genre="sonnet")])
    assert "genre is 'sonnet'. Allowed: newswire, press release" in problem


def test_date_that_is_no_day_is_named():
    (problem,) = corpus_problems([document(PLAIN, date="2024-05")])
    assert problem == "doc-1: date is '2024-05'. Allowed: a whole day, YYYY-MM-DD."


def test_repeated_sentences_are_named():
    again = sentence("The <praise:asserted>divine</praise> new toaster toasts both sides.", 2.0)
    (problem,) = corpus_problems([document(DIVINE), document(again, name="doc-2")])
    assert problem.startswith("doc-2: 'The divine new toaster toasts both sides.'")
    assert "doc-1" in problem


@pytest.mark.parametrize(
    ("left", "right", "near"),
    [
        ("It sold 40 units in 2023 alone.", "It lost 40 clients in 2023 alone.", False),
        ("It sold 40 units in 2023 alone.", "It sold 9,100 units in 2024 alone.", True),
        ("Toast", "Toast!", True),
        ("Toast", "Bread", False),
        ("This is only the beginning.", "And this is only the beginning.", False),
        ("The slots are wide enough.", "The prices are low enough.", False),
    ],
)
def test_near_duplicates(left, right, near):
    assert bool(list(near_duplicates([left, right]))) is near


def test_equal_annotations_agree_wholly():
    found = agreement([document(DIVINE, DENIED)], [document(DIVINE, DENIED)])
    assert (found.span_f1, found.label, found.stance, found.clear) == (1, 1, 1, 1)
    assert found.by_label == {"certainty": (1, 1), "praise": (1, 1)}


def test_differences_are_counted():
    other = sentence("The <scope:hedged>divine new</scope> toaster toasts both sides at once.", 1.5)
    found = agreement([document(DIVINE, PLAIN)], [document(other, PLAIN)])
    assert (found.span_f1, found.label, found.stance) == (1, 0, 0)
    assert (found.intensity_exact, found.intensity_within_half, found.clear) == (0.5, 1, 1)
    assert found.by_stance["asserted"] == (0, 1)


def test_span_that_one_annotator_missed_costs():
    bare = CorpusSentence(DIVINE.text, (), 0.0)
    found = agreement([document(DIVINE, DENIED)], [document(bare, DENIED)])
    assert found.span_f1 == pytest.approx(2 / 3)
    assert found.clear == 0.5


def test_spans_match_by_half_of_the_shorter():
    long, short = CorpusSpan(0, 10, "praise", "asserted"), CorpusSpan(8, 12, "praise", "asserted")
    assert matching([long], [short]) == [(long, short)]
    assert matching([long], [CorpusSpan(9, 12, "praise", "asserted")]) == []


def test_a_span_is_matched_once_by_the_one_that_shares_most():
    whole = CorpusSpan(0, 10, "praise", "asserted")
    half, most = CorpusSpan(0, 4, "praise", "asserted"), CorpusSpan(4, 10, "praise", "asserted")
    assert matching([whole], [half, most]) == [(whole, most)]
    assert matching([half, most], [whole]) == [(most, whole)]


@pytest.mark.parametrize(
    ("second", "complaint"),
    [
        (document(PLAIN, name="doc-9"), "has 'doc-9', the first has not"),
        (document(PLAIN, PLAIN), "'doc-1' has other sentences"),
    ],
)
def test_second_annotation_must_be_of_the_same_texts(second, complaint):
    with pytest.raises(CorpusError, match=complaint):
        agreement([document(PLAIN)], [second])
