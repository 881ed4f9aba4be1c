"""What the classifier sees of a sentence."""

import json

import pytest

from hypecheck.errors import ConfigError
from hypecheck.scoring.features import WORDS, as_row, read_word_sets, sentence_features
from hypecheck.scoring.register import Register
from hypecheck.types import Hit, StanceMark


def features(text, *spans):
    """Features for (words, label, stance, intensity) tuples."""
    hits, marks = [], []
    for words, label, stance, intensity in spans:
        start = text.index(words)
        hits.append(Hit(start, start + len(words), label, "entry", intensity, 0))
        marks.append(StanceMark(stance))
    return sentence_features(text, hits, marks)


def row(text, *spans):
    return as_row(features(text, *spans))


def test_sentence_without_spans_has_no_features():
    assert sentence_features("We shipped 3 versions!", [], []) == ()


def test_own_words_count_by_strength_and_label():
    found = row("A stunning toaster.", ("stunning", "praise", "asserted", 2))
    assert found["asserted"] == found["asserted praise"] == found["asserted strongly"] == 1
    assert "asserted extremely" not in found


def test_strength_grows_step_by_step():
    names = [
        {
            n
            for n in row("A fine toaster.", ("fine", "praise", "asserted", i))
            if n.startswith("asserted")
        }
        for i in (1, 2, 3)
    ]
    assert names[0] < names[1] < names[2]


@pytest.mark.parametrize("stance", ["attributed", "hedged", "rejected"])
def test_distance_is_told_by_stance(stance):
    found = row("A stunning toaster.", ("stunning", "praise", stance, 2))
    assert found[stance] == 1
    assert not any(name.startswith("asserted") for name in found)


def test_rejected_spans_do_not_count_by_number_or_strength():
    one = row("No magic toaster.", ("magic", "praise", "rejected", 1))
    two = row(
        "No magic, stunning toaster.",
        ("magic", "praise", "rejected", 3),
        ("stunning", "praise", "rejected", 3),
    )
    assert one == two


def test_stacked_spans_count_more_and_more_slowly():
    text = "A magic, stunning, perfect, divine toaster."
    spans = [(word, "praise", "asserted", 1) for word in ("magic", "stunning", "perfect", "divine")]
    assert "asserted spans stacked" not in row(text, *spans[:1])
    assert row(text, *spans[:2])["asserted spans stacked"] == 1
    assert row(text, *spans)["asserted spans stacked"] == 2


def test_distance_beside_own_words_is_a_feature_of_its_own():
    found = row(
        "A stunning toaster, though no revolution.",
        ("stunning", "praise", "asserted", 2),
        ("revolution", "transformation", "rejected", 2),
    )
    assert found["also rejected"] == 1
    assert "rejected" not in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The best toaster of 2024.", "number"),
        ("The best toaster!", "exclamation mark"),
        ("The best toaster, we say.", "first person"),
        ("The best toaster for you.", "second person"),
        ("The best toaster perhaps.", "hedge word"),
        ("The best toaster in GPQA.", "measured"),
        ("The best toaster, but slow.", "contrast"),
    ],
)
def test_setting_is_seen(text, name):
    assert name in row(text, ("best", "superlative", "asserted", 2))
    assert name not in row("The best toaster.", ("best", "superlative", "asserted", 2))


def test_curly_apostrophes_read_like_straight_ones():
    assert "first person" in row("We’re the best.", ("best", "superlative", "asserted", 2))


def test_features_name_the_words_they_come_from():
    found = {
        f.name: f.text
        for f in features("Our best toaster.", ("best", "superlative", "asserted", 2))
    }
    assert found["asserted superlative"] == "best"
    assert found["first person"] == "our"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Best Toaster Ever Made", {"headline capitals", "no full stop"}),
        ("Best Toaster Ever Made.", {"headline capitals"}),
        ("The best toaster they ever made", {"no full stop"}),
        ("“The best toaster they ever made.”", set()),
        ("Best of all toasters made in South Tyrol?", set()),
        ("Best Lamp.", set()),
    ],
)
def test_form_of_a_headline_is_seen(text, names):
    word = "Best" if text.startswith("Best") else "best"
    found = row(text, (word, "superlative", "asserted", 2))
    assert {name for name in found if name in ("headline capitals", "no full stop")} == names


def test_words_around_the_span_give_the_register():
    registers = {"promotional register": Register({"our": 1.0, "best": 9.0, "proud": 2.0})}
    text = "Our proud team has the best toaster."
    hit = Hit(text.index("best"), text.index("best") + 4, "superlative", "best", 2, 0)
    found = {f.name: f for f in sentence_features(text, [hit], [StanceMark()], registers)}
    assert found["promotional register"].value == pytest.approx(3 / 14**0.5)
    assert found["promotional register"].text == "proud, our"


def test_label_of_a_lexicon_of_ones_own_is_allowed():
    assert row("A zingy toaster.", ("zingy", "zing", "asserted", 1))["asserted zing"] == 1


def test_every_hit_needs_its_mark():
    with pytest.raises(ValueError, match="shorter"):
        sentence_features("Best.", [Hit(0, 4, "superlative", "e", 1, 0)], [])


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"flags": "Nothing here."}, r"words.json: the 'flags' sentence of set 's' must have"),
        ({"ignores": "A magic word."}, r"the 'ignores' sentence of set 's' must not have"),
        ({"colour": "red"}, r"set 's' has colour, flags, ignores, words. It needs"),
    ],
)
def test_word_sets_are_tried_on_their_examples(change, complaint):
    good = {"words": ["magic*"], "flags": "A magical word.", "ignores": "A word."}
    assert list(read_word_sets(json.dumps({"sets": {"s": good}}), WORDS)) == ["s"]
    with pytest.raises(ConfigError, match=complaint):
        read_word_sets(json.dumps({"sets": {"s": {**good, **change}}}), WORDS)
