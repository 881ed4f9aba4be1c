"""A tagger's word against a pattern's: nouns are no verbs."""

import re

import pytest

from hypecheck.lexicon import read_entries
from hypecheck.spans import LexiconMatcher
from hypecheck.spans.tagged import contradicted
from hypecheck.text import make_document


def match(words, text):
    return re.search(words, text)


@pytest.mark.parametrize(
    ("source", "tag", "speaks_against"),
    [
        ("rival/v *", "NOUN", True),
        ("rival/v *", "PROPN", True),
        ("rival/v *", "VERB", False),
        ("rival/v *", "ADJ", False),
        ("rival/n *", "VERB", True),
        ("rival/n *", "AUX", True),
        ("rival/n *", "NOUN", False),
        ("rivals *", "VERB", False),
        ("(rival/n|rival/v) *", "VERB", False),
        ("(rival|match)/v *", "NOUN", True),
    ],
)
def test_only_nouns_and_verbs_are_held_against_each_other(source, tag, speaks_against):
    found = match("rivals gpt", "it rivals gpt")
    assert contradicted(source, found, {3: tag}) is speaks_against


def test_word_without_a_tag_speaks_for_the_pattern():
    found = match("rivals gpt", "it rivals gpt")
    assert not contradicted("rival/v *", found, {0: "PRON"})


def test_british_spellings_are_known():
    found = match("revolutionises", "it revolutionises it")
    assert contradicted("revolutionize/v", found, {3: "NOUN"})


def test_tags_outside_the_match_do_not_count():
    found = match("beats", "matches beats")
    assert not contradicted("(match/v|beat/v)", found, {0: "NOUN", 8: "VERB"})


ENTRIES = """
{"id": "v", "label": "rivalry", "patterns": ["outrank/v *"], "intensity": 1, "flags": ["It outranks it."], "ignores": ["x y"]}
{"id": "a", "label": "praise", "patterns": ["ace"], "intensity": 1, "pos": "ADJ", "flags": ["An ace camera."], "ignores": ["x y"]}
"""


class Words:
    entries = tuple(read_entries(ENTRIES, "words.jsonl"))
    exclusions = ()


@pytest.mark.parametrize(
    ("text", "pos", "found"),
    [
        ("It outranks them.", {3: "VERB"}, ["v"]),
        ("It outranks them.", {3: "NOUN"}, []),
        ("It outranks them.", {}, ["v"]),
        ("An ace camera.", {3: "ADJ"}, ["a"]),
        ("An ace camera.", {3: "NOUN"}, []),
        ("An ace camera.", None, ["a"]),
    ],
)
def test_matcher_listens_to_the_tagger(text, pos, found):
    assert [hit.entry for hit in LexiconMatcher(Words()).find(make_document(text), pos)] == found
