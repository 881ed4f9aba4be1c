"""What the tagger returns: marks in order, cues with offsets, speakers, the strongest distance."""

import json

import pytest

from hypecheck.patterns import normalize
from hypecheck.protocols import StanceTagger
from hypecheck.stance import ContextStance, read_cues
from hypecheck.text import make_document
from hypecheck.types import Document, Hit, StanceMark

TAGGER = ContextStance()


def hits_of(document, word):
    hits, at = [], document.norm.find(word)
    while at >= 0:
        sentence = max(i for i, (start, _) in enumerate(document.sentences) if start <= at)
        hits.append(Hit(at, at + len(word), "praise", "test", 2, sentence))
        at = document.norm.find(word, at + 1)
    return hits


def tag(text, word="game-changer", part="text"):
    document = make_document(text, part=part)
    return TAGGER.tag(document, hits_of(document, word))


def test_tagger_has_the_shape_of_the_protocol():
    assert isinstance(TAGGER, StanceTagger)


def test_tagger_without_hits():
    assert TAGGER.tag(make_document("Nothing here."), []) == []


def test_tagger_without_cues_asserts():
    document = make_document("It is not a game-changer.")
    assert ContextStance([]).tag(document, hits_of(document, "game-changer")) == [StanceMark()]


def test_tagger_keeps_the_order_of_the_hits():
    document = make_document("It is a game-changer. It is not a game-changer.")
    hits = hits_of(document, "game-changer")
    assert [mark.stance for mark in TAGGER.tag(document, hits)] == ["asserted", "rejected"]
    assert [mark.stance for mark in TAGGER.tag(document, hits[::-1])] == ["rejected", "asserted"]


def test_tagger_changes_nothing():
    document = make_document("It is not a game-changer.")
    hits = hits_of(document, "game-changer")
    assert TAGGER.tag(document, hits) == TAGGER.tag(document, hits)


def test_tagger_cue_has_text_offsets_and_category():
    (mark,) = tag("Analysts Doubt it is a game-changer.")
    (cue,) = mark.cues
    assert (cue.text, cue.start_char, cue.end_char) == ("Doubt", 9, 14)
    assert cue.category == "rejected"


def test_tagger_nearest_cue_comes_first():
    (mark,) = tag("If it lasts, it could perhaps be a game-changer.")
    assert mark.stance == "hedged"
    assert mark.cues[0].text == "perhaps"


def test_tagger_longer_cue_comes_first_where_two_begin_together():
    rows = [
        {"id": words, "category": "hedged", "patterns": [words], "direction": "forward",
         "scope": "sentence", "flags": ["[[a]]"], "ignores": ["[[a]]"]}
        for words in ("may", "may well")
    ]  # fmt: skip
    document = make_document("It may well be a game-changer.")
    rules = read_cues("\n".join(map(json.dumps, rows)), "mine.jsonl")
    (mark,) = ContextStance(rules).tag(document, hits_of(document, "game-changer"))
    assert [cue.text for cue in mark.cues] == ["may well", "may"]


def test_tagger_names_three_cues_at_most():
    (mark,) = tag("If it lasts, it might possibly, maybe, could perhaps be a game-changer.")
    assert len(mark.cues) == 3


def test_tagger_scare_quote_is_its_own_cue():
    (mark,) = tag("Meet the “game-changer” with a dead battery.")
    assert mark.stance == "rejected"
    assert mark.cues[0].text == "“game-changer”"


def test_tagger_quotation_mark_is_the_cue_where_no_verb_is():
    (mark,) = tag("“It is a real game-changer for all of us.”")
    assert mark.stance == "attributed"
    assert mark.cues[0].text == "“"


def test_tagger_closing_mark_is_the_cue_of_a_quotation_left_open():
    (mark,) = tag("It is a real game-changer for us,” said Lee.")
    assert "”" in [cue.text for cue in mark.cues]


STRENGTH = {
    "rejected-over-hedged": ("It could not be called a game-changer.", "rejected"),
    "rejected-over-attributed": ("Lee says it is not a game-changer.", "rejected"),
    "hedged-over-attributed": ("Lee says it may be a game-changer.", "hedged"),
    "attributed-over-asserted": ("Lee says it is a game-changer.", "attributed"),
    "agreement-undoes-attribution": ("Lee rightly calls it a game-changer.", "asserted"),
    "agreement-leaves-a-hedge": ("Lee rightly says it may be a game-changer.", "hedged"),
    "agreement-leaves-a-denial": ("Lee rightly says it is no game-changer.", "rejected"),
}


@pytest.mark.parametrize(("text", "wanted"), STRENGTH.values(), ids=STRENGTH.keys())
def test_tagger_strongest_distance_wins(text, wanted):
    (mark,) = tag(text)
    assert mark.stance == wanted


SPEAKERS = {
    "name-before": ("Ann Lee says it is a game-changer.", "Ann Lee"),
    "title-before": ("CEO Ann Lee said it is a game-changer.", "CEO Ann Lee"),
    "apposition": ("Ann Lee, head of Acme, said it is a game-changer.", "Ann Lee"),
    "adverb": ("Ann Lee also said it is a game-changer.", "Ann Lee"),
    "noun": ("Many analysts believe it is a game-changer.", "Many analysts"),
    "the-noun": ("The company claims it is a game-changer.", "The company"),
    "pronoun": ("She insists it is a game-changer.", "She"),
    "handle": ("@annlee says it is a game-changer.", "@annlee"),
    "name-after": ("It is a game-changer, said Ann Lee.", "Ann Lee"),
    "name-before-tail": ("It is a game-changer, Ann Lee said.", "Ann Lee"),
    "according": ("According to Acme, it is a game-changer.", "Acme"),
    "according-noun": ("It is a game-changer, according to the vendor.", "the vendor"),
    "quote-after": ("“It is a real game-changer for us,” said Ann Lee.", "Ann Lee"),
    "quote-before": ("Ann Lee said: “It is a real game-changer for us.”", "Ann Lee"),
    "quote-next": ("“It rained,” said Ann Lee. “It was a real game-changer.”", "Ann Lee"),
    "quote-nobody": ("“It is a real game-changer for all of us.”", None),
    "hedged-too": ("Ann Lee says it could be a game-changer.", "Ann Lee"),
    "quote-after-another-sentence": (
        "It rained. “It was a real game-changer for us,” said Ann Lee.",
        "Ann Lee",
    ),
    "quote-before-wrapped-lines": (
        "“It is a real game-changer for all of us.” Ann Lee said it would\ngrow.",
        "Ann Lee",
    ),
    "behind-a-colon": ("From the WHO: Ann Lee, its head, said it is a game-changer.", "Ann Lee"),
    "with-place": ("It is a game-changer, said Ann Lee in Rome.", "Ann Lee"),
    "what-was-said-is-nobody": ("The new chief said the chip is a game-changer.", "The new chief"),
    "title-and-name": ("The chief executive, Ann Lee, said it is a game-changer.", "Ann Lee"),
    "pronoun-title-and-name": ("Its founder, Ann Lee, called it a game-changer.", "Ann Lee"),
    "party": ("Ann Lee (D-Ohio) said it is a game-changer.", "Ann Lee"),
    "name-in-what-was-said": ("The Acme chip is a game-changer, said Ann Lee.", "Ann Lee"),
    "listener": ("“It rained,” Ann Lee, a farmer, told Acme. It was a game-changer.", None),
    "listener-behind": ("Ann Lee, a farmer, told Acme it was a game-changer.", "Ann Lee"),
    "day": ("Ann Lee, who lives in Rome, said Friday it is a game-changer.", "Ann Lee"),
    "participle": ("@annlee showed the mill, calling it a game-changer.", "@annlee"),
    "no-subject": ("It is misleading to say the mill is a game-changer.", None),
    "conjunction": ("Although Acme says it is a game-changer, it failed.", "Acme"),
    "inside-the-cue": ("As Ann Lee put it, the pump is a game-changer.", "Ann Lee"),
    "in-her-view": ("In Lee's view, the pump is a game-changer.", "Lee"),
    "to-its-fans": ("To its fans, the pump is a game-changer.", "its fans"),
    "eyes-of": ("In the eyes of Ann Lee, the pump is a game-changer.", "Ann Lee"),
    "nobody-there": ("It is widely assumed that pumps are game-changers.", None),
    "name-and-colon": ("Elon Musk: the pump is a game-changer", "Elon Musk"),
    "passive-infinitive": ("Acme is said to have a game-changer.", "Acme"),
    "asserted": ("It is a game-changer.", None),
    "passive": ("It was hailed as a game-changer.", None),
    "agreed": ("Ann Lee rightly calls it a game-changer.", None),
}


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.values(), ids=SPEAKERS.keys())
def test_tagger_names_the_speaker(text, speaker):
    (mark,) = tag(text)
    assert mark.speaker == speaker


def test_tagger_speaker_stays_within_the_paragraph():
    (mark,) = tag("“It is a real game-changer for all of us.”\n\nThe weather, said Lee, is fine.")
    assert mark.speaker is None


QUESTIONS = {
    "yes-no": ("Is it a game-changer?", "hedged"),
    "quoted": ("Is it a “game-changer”?", "hedged"),
    "double-mark": ("Is it a game-changer?!", "hedged"),
    "why": ("Why is it a game-changer?", "asserted"),
    "how-likely": ("How likely is a game-changer?", "hedged"),
    "what-if": ("What if it is a game-changer?", "hedged"),
    "either-or": ("Which is it, flop or game-changer?", "hedged"),
    "tag": ("It is a game-changer, isn't it?", "asserted"),
    "next-sentence": ("It is a game-changer. Will it rain?", "asserted"),
}


@pytest.mark.parametrize(("text", "wanted"), QUESTIONS.values(), ids=QUESTIONS.keys())
def test_tagger_questions(text, wanted):
    (mark,) = tag(text)
    assert mark.stance == wanted


def test_tagger_title_of_purpose_is_hedged():
    (mark,) = tag("Acme raises money to reinvent lunch", "reinvent lunch", part="title")
    assert mark.stance == "hedged"
    assert mark.cues[0].text == "to"


def test_tagger_purpose_in_running_text_is_not():
    (mark,) = tag("Acme raises goats to reinvent lunch, and it shows.", "reinvent lunch")
    assert mark.stance == "asserted"


def test_tagger_title_quotes_are_attributed():
    assert tag("Maker unveils “game-changer”", part="title")[0].stance == "attributed"
    assert tag("The maker unveils a “game-changer” today.")[0].stance == "rejected"


def test_tagger_span_may_hold_its_own_quotation_marks():
    (mark,) = tag(
        "It “knows” the answer, of course.", "“knows”".replace("“", '"').replace("”", '"')
    )
    assert mark.stance == "rejected"


def test_tagger_quoted_name_inside_a_span_counts_for_nothing():
    (mark,) = tag("They showed the stunning 'Sky' engine.", 'stunning "sky" engine')
    assert mark.stance == "asserted"


def test_tagger_reads_sentences_of_a_pipeline():
    text = "It is not one. a game-changer it is."
    document = Document(text, normalize(text), ((0, 14), (15, len(text))))
    hit = Hit(17, 29, "praise", "test", 2, 1)
    assert TAGGER.tag(document, [hit]) == [StanceMark()]


def test_tagger_long_text_without_full_stops():
    text = "not " + "word " * 3000 + "game-changer " * 3
    assert [mark.stance for mark in tag(text)] == ["asserted"] * 3


CONDITIONS = {
    "will": ("If the sale goes through, it will be a game-changer.", "hedged"),
    "in-the-span": ("If it sells, it game-changer all round.", "asserted"),
    "polite": ("If you like rye, this will be a game-changer.", "asserted"),
    "no-forecast": ("If money is tight, the old one remains a game-changer.", "asserted"),
}


@pytest.mark.parametrize(("text", "wanted"), CONDITIONS.values(), ids=CONDITIONS.keys())
def test_tagger_forecast_hangs_on_its_condition(text, wanted):
    assert tag(text)[0].stance == wanted


def test_tagger_afterthought_is_hedged_by_its_last_word():
    (mark,) = tag("A real game-changer for small bakers in the north, perhaps.")
    assert mark.stance == "hedged"
    assert mark.cues[0].text == "perhaps"


def test_tagger_line_without_full_stop_quotes_like_a_headline():
    assert tag("Baker's boss praises “game-changer”")[0].stance == "attributed"


def test_tagger_ranks_are_quoted_where_other_words_are_mocked():
    document = make_document("Sales rose on the “fastest rollout ever” this spring.")
    marks = {
        label: TAGGER.tag(document, [Hit(19, 39, label, "test", 2, 0)])[0].stance
        for label in ("superlative", "praise")
    }
    assert marks == {"superlative": "attributed", "praise": "rejected"}
