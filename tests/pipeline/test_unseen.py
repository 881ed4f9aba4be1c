"""A phrase cut by characters that nobody sees is found, and its offsets slice to what stands there."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import hypecheck
from hypecheck.dates import as_day
from hypecheck.pipeline import default_analyzer
from hypecheck.text.unseen import UNSEEN, SeenText
from hypecheck.types import Claim, NamedEntity

AS_OF = "2025-08-06"
SENTENCES = [
    "The new tool is a game-changer for every newsroom, and its revolutionary engine is the fastest ever built.",
    "OpenAI says gpt-oss is its first open-weight model since GPT-2.",
    "It isn't a breakthrough, and it could hardly be called unprecedented.",
    "She called the launch “a revolution”, but the figures are flat. The drug will change medicine forever.",
    "The chip is 10x faster than its rivals and beats GPT-4, the maker claims.",
]


@pytest.mark.parametrize("unseen", ["\u200b", "\u200c", "\u200d", "\u00ad", "\u2060", "\ufeff"])
@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("breakthrough", "break{}through"),
        ("breakthrough", "b{0}r{0}e{0}a{0}k{0}t{0}h{0}r{0}o{0}u{0}g{0}h"),
        ("game-changer", "game{}-changer"),
        ("game-changer", "game-{}changer"),
        ("gamechanger", "game{}changer"),
        ("revolutionary", "rev{0}o{0}lu{0}tion{0}ary"),
        ("state-of-the-art", "state-of-t{}he-art"),
        ("first of its kind", "fi{0}rst of its ki{0}nd"),
    ],
)
def test_a_phrase_that_is_cut_is_found(words, cut, unseen):
    plain = hypecheck.check(f"The chip is a {words}.", as_of=AS_OF)
    text = f"The chip is a {cut.format(unseen)}."
    report = hypecheck.check(text, as_of=AS_OF)
    assert [span.label for span in report.spans] == [span.label for span in plain.spans] != []
    (span,) = report.spans
    assert text[span.start_char : span.end_char] == span.text == cut.format(unseen)
    assert report.score == plain.score


@st.composite
def hiding(draw):
    """A sentence or two, and the same with characters that nobody sees put in anywhere."""
    plain = " ".join(draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2)))
    places = draw(st.lists(st.integers(0, len(plain)), min_size=1, max_size=25))
    text = plain
    for place in sorted(places, reverse=True):
        text = text[:place] + draw(st.sampled_from(UNSEEN)) + text[place:]
    return plain, text


def everything(report):
    """All that stands in a report with offsets, and the text each is to slice to."""
    for span in report.spans:
        yield span
        yield from span.cues
        if span.claim:
            yield span.claim
    yield from report.claims
    yield from report.comparisons


@settings(max_examples=120, deadline=None, derandomize=True)
@given(hiding())
def test_hidden_characters_change_nothing_but_offsets(texts):
    plain, text = texts
    before = hypecheck.check(plain, as_of=AS_OF, title=plain)
    report = hypecheck.check(text, as_of=AS_OF, title=text)
    seen = SeenText(text)
    for one, found in zip(everything(before), everything(report), strict=True):
        assert text[found.start_char : found.end_char] == found.text
        assert seen.back(one.start_char, one.end_char) == (found.start_char, found.end_char)
        assert SeenText(found.text).text == one.text
    assert (report.text, report.title) == (text, text)
    assert report.terms == before.terms
    for part in ("sentences", "title_sentences"):
        pairs = zip(getattr(before, part), getattr(report, part), strict=True)
        for one, found in pairs:
            place = seen.back(one.start_char, one.end_char)
            assert replace(one, start_char=place[0], end_char=place[1]) == found


def test_a_title_may_hide_something_where_the_text_does_not():
    title = "A game\u00adchanger arrives"
    report = hypecheck.check("It reads CSV files.", as_of=AS_OF, title=title)
    (span,) = report.spans
    assert (span.part, title[span.start_char : span.end_char]) == ("title", "game\u00adchanger")
    assert hypecheck.check("A break\u200dthrough.", as_of=AS_OF).title is None


@pytest.mark.parametrize("text", ["\u200b", "\u00ad" * 50, " \u2060 \n\ufeff", "👩\u200d🔬\ufe0f"])
def test_a_text_of_hidden_characters_alone_has_nothing_in_it(text):
    report = hypecheck.check(text, as_of=AS_OF)
    assert (report.text, report.spans) == (text, ())


def test_a_document_of_spacy_keeps_its_tokens():
    doc = hypecheck.load()("The chip is a break\u200dthrough. It is a game\u00adchanger.")
    assert [span.text for span in doc.spans["hype"]] == ["break\u200dthrough", "game\u00adchanger"]


def test_sentences_of_a_pipeline_are_carried_over():
    text = "\u200b \u200bOne line.\u200b It is a break\u200dthrough. \u00ad"
    bounds = [(0, 13), (13, 14), (14, 36), (36, 38)]
    report = default_analyzer().analyze(text, as_of=as_day(AS_OF), sentences=bounds)
    found = [text[one.start_char : one.end_char] for one in report.sentences]
    assert found == ["One line.", "It is a break\u200dthrough."]


@pytest.mark.parametrize(("tag", "found"), [("VERB", 1), ("NOUN", 0)])
def test_parts_of_speech_stand_where_their_words_do(tag, found):
    text = "\u200bThe \u200btrans\u00adforms industry uses are old."
    pos = {text.index("trans") - 1: tag}  # a token of spaCy begins with what nobody sees
    report = default_analyzer().analyze(text, as_of=as_day(AS_OF), pos=pos)
    assert len(report.spans) == found


def test_entities_stand_where_their_names_do():
    text = "Zeta\u00adBox is the first open\u00ad-weight music model from Norway."
    entity = NamedEntity(0, 8, "Zeta\u00adBox", "PRODUCT")
    hidden = NamedEntity(4, 5, "\u00ad", "PRODUCT")
    report = default_analyzer().analyze(text, as_of=as_day(AS_OF), entities=[entity, hidden])
    (claim,) = report.claims
    assert isinstance(claim, Claim)
    assert claim.subject_text == "ZetaBox"
    assert text[claim.start_char : claim.end_char] == claim.text


@pytest.mark.parametrize(
    "source",
    ["# A game\u00adchanger\n\nIt is a *break\u200dthrough*.\n", "It is a break\u200dthrough.\n"],
)
def test_places_in_a_file_are_those_of_the_file(source, tmp_path):
    from hypecheck.checks import Checker, Settings

    report = Checker(Settings(as_of=AS_OF)).check("news.md", source)
    assert report.findings
    for finding in report.findings:
        words = source[finding.place.start_char : finding.place.end_char]
        assert words == finding.span.text
