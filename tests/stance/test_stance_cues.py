"""The cue files: each rule does what its examples say, and a bad row is named by file and line."""

import json

import pytest

from hypecheck.errors import LexiconError
from hypecheck.stance import ContextStance, CueRule, load_cues, read_cues
from hypecheck.stance.cues import CATEGORIES, DIRECTIONS, unique
from hypecheck.text import make_document
from hypecheck.types import STANCES, Hit

RULES = load_cues()
TAGGER = ContextStance()
ROW = {
    "id": "may",
    "category": "hedged",
    "patterns": ["may"],
    "direction": "forward",
    "scope": "clause",
    "flags": ["It may be [[magic]]."],
    "ignores": ["It is [[magic]]."],
}


def row(**changes):
    """A good row with some keys changed; None takes a key away."""
    merged = {**ROW, **changes}
    return json.dumps({key: value for key, value in merged.items() if value is not None})


def mark_of(example):
    """Stance mark of the [[marked]] span of an example."""
    before, rest = example.split("[[")
    span, after = rest.split("]]")
    document = make_document(before + span + after)
    start = len(before)
    sentence = max(i for i, (first, _) in enumerate(document.sentences) if first <= start)
    hit = Hit(start, start + len(span), "praise", "test", 2, sentence)
    return TAGGER.tag(document, [hit])[0]


def examples(key):
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(rule, key))
    ]


@pytest.mark.parametrize(("rule", "example"), examples("flags"))
def test_cues_example_that_flags(rule, example):
    mark = mark_of(example)
    if rule.category in STANCES:
        assert mark.stance == rule.category
    else:
        assert mark.stance == "asserted"


@pytest.mark.parametrize(("rule", "example"), examples("ignores"))
def test_cues_example_that_is_ignored(rule, example):
    mark = mark_of(example)
    if rule.category in STANCES:
        assert mark.stance != rule.category
    else:
        assert mark.stance != "asserted"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_cues_rule_matches_one_of_its_examples(rule):
    texts = [text.replace("[[", "").replace("]]", "").lower() for text in rule.flags]
    assert any(pattern.regex.search(text) for pattern in rule.patterns for text in texts)


@pytest.mark.parametrize("category", CATEGORIES)
def test_cues_cover_each_category(category):
    assert any(rule.category == category for rule in RULES)


def test_cues_have_an_anchor_in_each_pattern():
    lame = [p.source for rule in RULES for p in rule.patterns if not p.anchors]
    assert lame == []


def test_cues_read_a_row():
    (rule,) = read_cues(row(tail=True, note="a modal"), "mine.jsonl")
    assert rule.id == "may"
    assert rule.scope == "clause"
    assert rule.words is None
    assert rule.tail
    assert rule.note == "a modal"


def test_cues_read_a_scope_in_words():
    (rule,) = read_cues(row(scope="12 words"), "mine.jsonl")
    assert (rule.scope, rule.words) == ("words", 12)


def test_cues_read_a_terminator():
    text = row(category="terminator", direction=None, scope=None, ends=["hedged"])
    (rule,) = read_cues(text, "mine.jsonl")
    assert rule.ends == ("hedged",)
    assert (rule.direction, rule.scope, rule.words, rule.tail) == ("", "", None, False)


def test_cues_made_by_hand_need_id_category_and_patterns_only():
    rule = CueRule("but", "terminator", ())
    assert (rule.direction, rule.scope, rule.words, rule.tail) == ("", "", None, False)
    assert (rule.ends, rule.flags, rule.ignores, rule.note) == ((), (), (), "")


def test_cues_skip_blank_lines():
    assert len(read_cues(f"\n{row()}\n\n", "mine.jsonl")) == 1


BAD = {
    "key": (row(colour="red"), "the key 'colour'. Allowed: id, category"),
    "missing-id": (row(id=None), "lacks 'id'"),
    "missing-flags": (row(flags=None), "lacks 'flags'"),
    "empty-ignores": (row(ignores=[]), "lacks 'ignores'"),
    "category": (row(category="maybe"), "'maybe'. Allowed: 'asserted', 'attributed'"),
    "direction": (row(direction="up"), "'up'. Allowed: 'forward'"),
    "no-direction": (row(direction=None), "lacks 'direction'"),
    "no-scope": (row(scope=None), "lacks 'scope'"),
    "scope": (row(scope="page"), "'page'. Allowed: 'clause', 'sentence', 'previous'"),
    "scope-words": (row(scope="0 words"), "'0 words'. Allowed:"),
    "scope-literal": (row(scope="N words"), "'N words'"),
    "scope-number": (row(scope=3), "has scope 3"),
    "previous-forward": (row(scope="previous"), "Allowed: 'backward'"),
    "spoken-forward": (row(scope="spoken"), "Allowed: 'both'"),
    "tail": (row(tail="yes"), "has tail 'yes'"),
    "pseudo-scope": (row(category="pseudo"), "may not have 'direction'"),
    "terminator-ends": (row(category="terminator", direction=None, scope=None), "has ends None"),
    "ends-not-terminator": (row(ends=["hedged"]), "A terminator names the stances"),
    "ends": (
        row(category="terminator", direction=None, scope=None, ends=["all"]),
        "'all'. Allowed:",
    ),
    "patterns-text": (row(patterns="may"), "a list of texts"),
    "patterns-empty": (row(patterns=["may", ""]), "a list of texts"),
    "flags-number": (row(flags=[1]), "a list of texts"),
    "pattern": (row(patterns=["(may"]), "closing bracket"),
    "unmarked": (row(flags=["It may be magic."]), "one [[marked]] span"),
    "marked-twice": (row(ignores=["[[A]] and [[B]]."]), "one [[marked]] span"),
    "json": ("{", "is not JSON"),
    "list": ("[]", "is a list"),
}


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD.keys())
def test_cues_name_file_line_and_what_is_allowed(text, message):
    with pytest.raises(LexiconError) as caught:
        read_cues(f"{row()}\n{text}", "mine.jsonl")
    assert "mine.jsonl:2" in str(caught.value)
    assert message in str(caught.value)


WHOLE = {
    "key": (
        row(colour="red"),
        "has the key 'colour'. Allowed: id, category, patterns, flags, ignores, direction, "
        "scope, tail, ends, note.",
    ),
    "missing": (
        row(flags=None),
        "lacks 'flags'. Needed: id, category, patterns, flags, ignores.",
    ),
    "category": (
        row(category="maybe"),
        "has category 'maybe'. Allowed: 'asserted', 'attributed', 'hedged', 'rejected', "
        "'pseudo', 'terminator'.",
    ),
    "direction": (
        row(direction="up"),
        "has direction 'up'. Allowed: 'forward', 'over', 'backward', 'both', 'around'.",
    ),
    "no-direction": (
        row(direction=None),
        "is hedged and lacks 'direction'. See hypecheck.stance.cues.",
    ),
    "pseudo-direction": (
        row(category="pseudo"),
        "is pseudo and may not have 'direction'. See hypecheck.stance.cues.",
    ),
    "scope": (
        row(scope="page"),
        "has scope 'page'. Allowed: 'clause', 'sentence', 'previous', 'spoken', '3 words' (1 to 99).",
    ),
    "previous-forward": (
        row(scope="previous"),
        "has scope 'previous' and direction 'forward'. Allowed: 'backward'.",
    ),
    "no-ends": (
        row(category="terminator", direction=None, scope=None),
        "is terminator and has ends None. A terminator names the stances it ends, no other "
        "rule does.",
    ),
    "ends": (
        row(category="terminator", direction=None, scope=None, ends=["all"]),
        "ends 'all'. Allowed: 'asserted', 'attributed', 'hedged', 'rejected'.",
    ),
    "tail": (row(tail="yes"), "has tail 'yes'. Allowed: True, False."),
    "patterns-text": (row(patterns="may"), "has patterns 'may'. Allowed: a list of texts."),
    "unmarked": (
        row(flags=["It may be magic."]),
        "has in flags 'It may be magic.'. Allowed: a text with one [[marked]] span.",
    ),
}


@pytest.mark.parametrize(("text", "message"), WHOLE.values(), ids=WHOLE.keys())
def test_cues_say_it_in_one_sentence(text, message):
    with pytest.raises(LexiconError) as caught:
        read_cues(f"{row()}\n{text}", "mine.jsonl")
    name = json.loads(text).get("id")
    assert str(caught.value) == f"cue {name!r} (mine.jsonl:2) {message}"


def test_cues_say_which_pattern_is_wrong():
    with pytest.raises(LexiconError) as caught:
        read_cues(row(patterns=["(may"]), "mine.jsonl")
    assert str(caught.value).startswith("cue 'may' (mine.jsonl:1), patterns: ")


def test_cues_refuse_an_id_that_stands_twice():
    with pytest.raises(LexiconError, match="'may' stands twice"):
        unique(read_cues(f"{row()}\n{row()}", "mine.jsonl"))


def test_cues_are_loaded_once():
    assert load_cues() is RULES
    assert all(isinstance(rule, CueRule) for rule in RULES)


@pytest.mark.parametrize("direction", DIRECTIONS)
def test_cues_accept_each_direction(direction):
    assert read_cues(row(direction=direction), "mine.jsonl")[0].direction == direction
