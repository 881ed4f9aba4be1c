"""Scopes: which spans of a sentence a cue reaches, rule by rule on rules made here."""

import json

import pytest

from hypecheck.stance import ContextStance, read_cues
from hypecheck.text import make_document
from hypecheck.types import Hit


def rule(category="rejected", direction="forward", scope="clause", patterns=("zap",), **more):
    row = {
        "id": f"{category}-{patterns[0]}",
        "category": category,
        "patterns": list(patterns),
        "direction": direction,
        "scope": scope,
        "flags": ["[[a]]"],
        "ignores": ["[[a]]"],
        **more,
    }
    kept = {key: value for key, value in row.items() if value is not None}
    return read_cues(json.dumps(kept), "test.jsonl")[0]


def no_scope(category, patterns, **more):
    return rule(category, None, None, patterns, **more)


def stance(text, *rules):
    """Stance of the word "magic" in a text under some rules."""
    document = make_document(text)
    at = text.index("magic")
    sentence = max(i for i, (start, _) in enumerate(document.sentences) if start <= at)
    hit = Hit(at, at + len("magic"), "praise", "test", 2, sentence)
    return ContextStance(rules).tag(document, [hit])[0].stance


DIRECTIONS = {
    "forward": ("forward", "It zap magic.", "rejected"),
    "forward-not-back": ("forward", "It magic zap.", "asserted"),
    "backward": ("backward", "It magic zap.", "rejected"),
    "backward-not-forward": ("backward", "It zap magic.", "asserted"),
    "both-before": ("both", "It zap magic.", "rejected"),
    "both-after": ("both", "It magic zap.", "rejected"),
}


@pytest.mark.parametrize(
    ("direction", "text", "wanted"), DIRECTIONS.values(), ids=DIRECTIONS.keys()
)
def test_scope_direction(direction, text, wanted):
    assert stance(text, rule(direction=direction)) == wanted


@pytest.mark.parametrize(
    ("direction", "wanted"),
    [
        ("forward", "asserted"),
        ("both", "asserted"),
        ("over", "rejected"),
        ("around", "rejected"),
    ],
)
def test_scope_of_a_cue_that_overlaps_the_span(direction, wanted):
    assert stance("A magic zap.", rule(direction=direction, patterns=["magic zap"])) == wanted


CLAUSES = {
    "same": ("It zap all of the magic.", "rejected"),
    "semicolon": ("It zap; magic.", "asserted"),
    "colon": ("It zap: magic.", "asserted"),
    "one-dash": ("It zap — magic.", "asserted"),
    "pair-of-dashes": ("It zap — as we saw — the magic.", "rejected"),
    "dash-behind": ("It zap the magic — at last.", "rejected"),
    "hyphen-as-dash": ("It zap - magic.", "asserted"),
    "comma": ("It zap, at last, the magic.", "rejected"),
    "comma-subject": ("It zap, it is magic.", "asserted"),
    "comma-and-subject": ("It zap, and they are magic.", "asserted"),
    "comma-participle": ("It zap, making it magic.", "asserted"),
    "relative": ("It zap, which is magic.", "asserted"),
    "relative-closes": ("The pen, which they zap, is magic.", "asserted"),
    "brackets-inside": ("It (zap) is magic.", "asserted"),
    "brackets-outside": ("It zap (so magic).", "asserted"),
    "brackets-both": ("It (zap the magic) won.", "rejected"),
    "quote-inside": ("It “zap all of it here” is magic.", "asserted"),
    "quote-outside": ("It zap a “magic” pen.", "rejected"),
    "next-sentence": ("It zap. It is magic.", "asserted"),
    "quote-left-open": ("Lee put “it zap\nthe magic.", "asserted"),
    "wrapped-line": ("It zap\nall the magic.", "rejected"),
    "brackets-first": ("(It zap) magic.", "asserted"),
    "quote-right-before": ("It “zap”magic now.", "asserted"),
}


@pytest.mark.parametrize(("text", "wanted"), CLAUSES.values(), ids=CLAUSES.keys())
def test_scope_ends_with_the_clause(text, wanted):
    assert stance(text, rule()) == wanted


def test_scope_of_a_cue_in_a_quotation_right_behind_the_span():
    assert stance("It is magic“zap” now.", rule(direction="both")) == "asserted"
    assert stance("It is magic zap now.", rule(direction="both")) == "rejected"


def test_scope_ends_after_a_thousand_characters():
    denial = rule(direction="both", scope="sentence")
    for count, wanted in ((996, "rejected"), (997, "asserted")):
        assert stance(f"zap {'w' * (count - 1)} magic.", denial) == wanted
        assert stance(f"It is magic {'w' * (count - 1)} zap", denial) == wanted


def test_scope_sentence_passes_clauses():
    assert stance("It zap; it is magic.", rule(scope="sentence")) == "rejected"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("zap one two magic", "rejected"), ("zap one two three magic", "asserted")],
)
def test_scope_in_words(text, wanted):
    assert stance(text, rule(scope="2 words")) == wanted


def test_scope_in_words_of_a_denial_stops_at_a_comma():
    assert stance("zap one, magic", rule(scope="5 words")) == "asserted"
    assert stance("zap one, magic", rule("hedged", scope="5 words")) == "hedged"


def test_scope_previous_speaks_of_the_sentence_before():
    wrong = rule(direction="backward", scope="previous")
    assert stance("It is magic. They zap.", wrong) == "rejected"
    assert stance("It is magic. Well. They zap.", wrong) == "asserted"
    assert stance("They zap it. It is magic.", wrong) == "asserted"


def test_scope_terminator_ends_only_its_stances():
    stop = no_scope("terminator", ["but"], ends=["hedged"])
    assert stance("It zap but magic.", rule("hedged"), stop) == "asserted"
    assert stance("It zap but magic.", rule("rejected"), stop) == "rejected"


def test_scope_terminator_may_end_an_agreement():
    agrees, stop = (
        rule("asserted", patterns=["zap"]),
        no_scope("terminator", ["but"], ends=["asserted"]),
    )
    says = rule("attributed", patterns=["say"])
    assert stance("They say so; zap magic.", says, agrees, stop) == "asserted"
    assert stance("They say zap magic.", says, agrees, stop) == "asserted"
    assert stance("They say zap but magic.", says, agrees, stop) == "attributed"


def test_scope_denial_ends_where_a_new_clause_begins():
    denial = rule(patterns=["didn't"])
    assert stance("It didn't rain and the old mill is magic.", denial) == "asserted"
    assert stance("It didn't rain and stay magic.", denial) == "rejected"


INSIDE = {
    "denial-anywhere": ("rejected", "one two three four zap", "rejected"),
    "hedge-behind-three-words": ("hedged", "one two three zap", "hedged"),
    "hedge-behind-four-words": ("hedged", "one two three four zap", "asserted"),
}


@pytest.mark.parametrize(("category", "span", "wanted"), INSIDE.values(), ids=INSIDE.keys())
def test_scope_of_a_cue_inside_the_span(category, span, wanted):
    document = make_document(f"A {span} mill.")
    hit = Hit(2, 2 + len(span), "praise", "test", 2, 0)
    tagger = ContextStance([rule(category, "over")])
    assert tagger.tag(document, [hit])[0].stance == wanted


def test_scope_according_to_somebody_who_is_described():
    says = rule("attributed", "both", "sentence", ["according to"], id="according")
    assert stance("According to Acme, the magic is rye.", says) == "attributed"
    assert stance("It rained, according to Acme, the magic mill.", says) == "asserted"


def test_scope_pseudo_hides_the_cue_it_overlaps():
    pseudo = no_scope("pseudo", ["zap only"])
    assert stance("It zap only magic.", rule(), pseudo) == "asserted"
    assert stance("It zap magic.", rule(), pseudo) == "rejected"


def test_scope_pseudo_with_a_bracketed_part_hides_only_that():
    pseudo = no_scope("pseudo", ["[zap] maybe"])
    rules = (rule(), rule("hedged", patterns=["maybe"]), pseudo)
    assert stance("They zap maybe magic.", *rules) == "hedged"


def test_scope_longer_cue_swallows_a_shorter_one():
    rules = (rule("attributed", patterns=["zap"]), rule("hedged", patterns=["zap maybe"]))
    assert stance("They zap maybe magic.", *rules) == "hedged"
    assert stance("They zap magic.", *rules) == "attributed"


GIVEN = {
    "with-its": ("It may zap with its magic.", "asserted"),
    "by-our": ("It may zap by our magic.", "asserted"),
    "verb-its": ("It may open its magic.", "hedged"),
    "article": ("It may be the magic.", "hedged"),
    "apposition": ("It may suit Acme, the magic.", "asserted"),
    "indefinite": ("It may zap with amazing magic.", "hedged"),
}


@pytest.mark.parametrize(("text", "wanted"), GIVEN.values(), ids=GIVEN.keys())
def test_scope_hedge_leaves_what_is_taken_as_given(text, wanted):
    assert stance(text, rule("hedged", patterns=["may"])) == wanted


TAIL = {
    "inverted": ("It is magic, said Ann Lee.", "attributed"),
    "name-first": ("It is magic, Ann Lee said.", "attributed"),
    "noun": ("It is magic, said the company.", "attributed"),
    "trade": ("It is magic, said its designer.", "attributed"),
    "aside": ("It is magic, Lee said, and cheap.", "attributed"),
    "with-place": ("It is magic, Lee said in Rome.", "attributed"),
    "apposition": ("Acme, a magic shop, said profits fell.", "asserted"),
    "said-it": ("Acme, a magic shop, said it would close.", "asserted"),
    "said-on-day": ("Acme, a magic shop, said on Monday.", "asserted"),
    "no-pause": ("The magic shop said so.", "asserted"),
    "relative": ("It is magic, which Lee said.", "asserted"),
    "relative-with-a-capital": ("It is magic — Which Lee said.", "asserted"),
    "day-with-a-capital": ("It Is magic, Lee said On Monday.", "attributed"),
    "forward": ("Lee said it is magic.", "attributed"),
    "next-paragraph": ("It is magic, said\n\nAnn Lee.", "asserted"),
    "only-names-the-speaker": ("“Come,” said the magic man.", "asserted"),
}


@pytest.mark.parametrize(("text", "wanted"), TAIL.values(), ids=TAIL.keys())
def test_scope_verb_of_speech_behind_what_was_said(text, wanted):
    said = rule("attributed", "both", "sentence", ["said"], tail=True)
    assert stance(text, said) == wanted


CLAUSES = {
    "and-subject": ("It may zap and the old mill is magic.", "asserted"),
    "comma-at-once": ("It may, and the old mill is magic.", "asserted"),
    "comma-subject": ("It may zap, the old mill is magic.", "asserted"),
    "named-subject": ("It may zap, and Acme makes magic.", "asserted"),
    "resumed": ("Ink, which may zap, was magic.", "asserted"),
    "leading": ("As it may zap, the mill gains magic.", "asserted"),
    "where": ("It may zap a town where ink is magic.", "asserted"),
    "same-clause": ("It may zap and turn into magic.", "hedged"),
    "that-clause": ("It may zap what is magic.", "hedged"),
    "using": ("It may zap using a magic.", "asserted"),
}


@pytest.mark.parametrize(("text", "wanted"), CLAUSES.values(), ids=CLAUSES.keys())
def test_scope_hedge_ends_where_a_new_clause_begins(text, wanted):
    assert stance(text, rule("hedged", patterns=["may"])) == wanted


SPOKEN = {
    "attributed": ("Liars say it is magic.", "rejected"),
    "own-voice": ("Liars came and it is magic.", "asserted"),
    "nothing-said": ("Liars it is magic.", "asserted"),
}


@pytest.mark.parametrize(("text", "wanted"), SPOKEN.values(), ids=SPOKEN.keys())
def test_scope_spoken_acts_only_on_what_another_says(text, wanted):
    scorn = rule("rejected", patterns=["liars"], direction="both", scope="spoken")
    assert stance(text, scorn, rule("attributed", patterns=["say"])) == wanted


def test_scope_spoken_leaves_contempt_inside_the_quotation_to_the_speaker():
    scorn = rule("rejected", patterns=["liars"], direction="both", scope="spoken")
    says = rule("attributed", patterns=["say"], direction="both", scope="sentence")
    assert stance('They say: "No liars here, it is magic."', scorn, says) == "attributed"
