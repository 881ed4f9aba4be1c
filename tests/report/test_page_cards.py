"""Cards: category, stance and cue, verdict and reason, evidence, restatement, score."""

from dataclasses import replace

import pytest

from hypecheck.types import (
    Claim,
    Comparison,
    Cue,
    Evidence,
    HypeSpan,
    Report,
    SentenceScore,
    Term,
    Turn,
)


@pytest.fixture
def card(read):
    def only(report):
        (found,) = read(report.to_html()).find("article", "card")
        return found

    return only


def inside(card, tag=None, cls=None):
    return [
        one
        for one in card.all()
        if (tag is None or one.tag == tag) and (cls is None or cls in one.classes)
    ]


def test_card_says_category_stance_cue_speaker_and_entry(card, refuted):
    found = card(refuted)
    assert [tag.text for tag in inside(found, cls="tag")] == ["priority", "attributed", "Refuted"]
    assert "Attributed because of They call, marked in the text." in found.text
    assert "Speaker: They." in found.text
    assert "Entry: first-since." in found.text


def test_cue_that_is_only_a_quotation_mark_is_called_so(card):
    span = HypeSpan(1, 6, "great", "praise", "attributed", cues=(Cue("“", 0, 1),))
    assert "the quotation mark “" in card(Report("“great”", 0.1, (span,))).text


def test_card_has_the_verdict_with_its_reason_and_how_sure_it_is(card, refuted):
    (verdict,) = inside(card(refuted), cls="v-REFUTED", tag="div")
    assert "two came later" in verdict.text
    assert "under every reading" in verdict.text


@pytest.mark.parametrize("robustness", ["date-sensitive", "definition-sensitive"])
def test_verdict_that_turns_on_something_says_so(card, refuted, robustness):
    claim = replace(refuted.claims[0], robustness=robustness)
    span = replace(refuted.spans[0], claim=claim)
    assert robustness in card(replace(refuted, spans=(span,), claims=(claim,))).text


def test_evidence_has_date_name_openness_reason_and_source(card, refuted):
    first, second = inside(card(refuted), tag="li")[-2:]
    for word in ("2022-09-21", "Whisper", "OpenAI", "open weights", "weights public 2022-09-21"):
        assert word in first.text
    (link,) = [one for one in first.all() if one.tag == "a"]
    assert link.attrs["href"] == "https://example.org/whisper"
    assert "2020-04" in second.text


def test_restatement_can_be_copied_and_says_how_far_it_is(card, refuted):
    found = card(refuted)
    (wording,) = inside(found, cls="wording")
    assert wording.text == "first open language model since GPT-2"
    assert [button.text for button in inside(found, tag="button")] == ["Copy"]
    assert "It takes one more word." in found.text
    assert "first open model since Jukebox" in found.text


def test_score_is_shown_with_its_terms_and_without_the_phrase(card, refuted):
    sentences = (SentenceScore(0, 57, 0.6, (Term("floor", -4.6), Term("flagged", 2.3, "first"))),)
    found = card(replace(refuted, sentences=sentences))
    assert "scores 0.60; without this phrase 0.20" in found.text
    rows = [row.text for row in inside(found, tag="tr")]
    assert rows[1:] == ["floor-4.60", "flaggedfirst+2.30"]


def test_bars_of_terms_point_where_the_terms_push(card, refuted):
    sentences = (SentenceScore(0, 57, 0.6, (Term("floor", -4.6), Term("x", float("inf")))),)
    bars = [one for one in inside(card(replace(refuted, sentences=sentences)), tag="rect")]
    ways = [bar for bar in bars if set(bar.classes) & {"up", "down"}]
    assert [bar.classes for bar in ways] == [["down"], ["up"]]
    assert all(0 <= float(bar.attrs["x"]) <= 60 for bar in ways)


def test_phrase_stands_in_its_sentence(card, refuted):
    (context,) = inside(card(refuted), cls="context")
    assert context.text == "They call it the first open model since GPT-2."


def test_endless_sentence_is_cut_around_the_phrase(card):
    text = "a " * 5000 + "great" + " b" * 5000
    span = HypeSpan(10000, 10005, "great", "praise")
    report = Report(text, 0.1, (span,), sentences=(SentenceScore(0, len(text), 0.3),))
    (context,) = inside(card(report), cls="context")
    assert len(context.text) < 400
    assert context.text.startswith("…")
    assert context.text.endswith("…")


def test_claim_that_is_no_hype_has_a_card_too(card):
    claim = Claim(
        "has not released weights", 4, 28, "absence", verdict="NOT_ENOUGH_INFO", reason="?"
    )
    found = card(Report("Acme has not released weights.", 0.1, claims=(claim,)))
    assert [tag.text for tag in inside(found, cls="tag")] == [
        "claim", "asserted", "Not enough information",
    ]  # fmt: skip


def test_claim_of_a_span_has_no_second_card(read, refuted):
    assert len(read(refuted.to_html()).find(cls="card")) == 1


def test_comparison_says_what_it_leaves_out(card):
    one = Comparison("10x faster", 6, 16, "ratio", missing=("baseline", "date"))
    found = card(Report("It is 10x faster.", 0.1, comparisons=(one,)))
    assert "no baseline, no date" in found.text


def test_later_day_is_told_with_what_turned_the_claim(card, refuted, release):
    turned = Turn(
        "2026-01-01", "REFUTED", since="2025-08-05", words="true then; false since 2025-08-05",
        evidence=(Evidence(release("gpt-oss", "2025-08-05"), "counterexample", "weights", "2025-08-05"),),
    )  # fmt: skip
    claim = replace(refuted.claims[0], today=turned)
    found = card(replace(refuted, spans=(replace(refuted.spans[0], claim=claim),), claims=(claim,)))
    assert "As of 2026-01-01: true then; false since 2025-08-05" in found.text
    assert "gpt-oss" in found.text


def test_prior_art_that_several_phrases_share_stands_there_once(read, release):
    art = (Evidence(release(), "prior_art", "weights", "2022-09-21", "comparable"),)
    spans = tuple(HypeSpan(at, at + 3, "new", "scope", prior_art=art, score=0.1) for at in (0, 4))
    tree = read(Report("new new", 0.1, spans, as_of="2023-01-01").to_html())
    first, second = tree.find(cls="card")
    assert "Whisper" in first.text
    (slot,) = [one for one in second.all() if "slot" in one.classes]
    assert slot.attrs["data-set"] == "card-1-set"
    assert "as for “new”" in slot.text


def test_phrase_of_the_headline_is_marked_there_and_comes_first(read):
    spans = (HypeSpan(0, 5, "Great", "praise", part="title"), HypeSpan(3, 6, "new", "scope"))
    tree = read(Report("It new.", 0.1, spans, title="Great news").to_html())
    (heading,) = tree.find("h1")
    assert [one.text for one in heading.all() if "hit" in one.classes] == ["Great"]
    assert [one.text for one in tree.find("h3")] == ["“Great”", "“new”"]
