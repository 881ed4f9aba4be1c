"""How far a span goes: [core] in square brackets, the whole span in < >."""

import pytest

from hypecheck.patterns import normalize
from hypecheck.spans.extend import extend, trimmed

CASES = {
    "none": [
        "It is a <[game-changer]> for labs.",
    ],
    "head": [
        "a <[cutting-edge] robotics platform> that works",
        "its <[cutting-edge], modular system> for labs",
        "<[innovative] solutions> help people",
        "an <[innovative] AI solutions provider> in Ohio",
        "the work is <[innovative]>, he said",
        "the work is <[unprecedented]>, says Mary Smith.",
        "the work is <[unprecedented]>, Acme's Mary Smith said.",
        "the work is <[unprecedented]>, said Acme",
        "the work is <[innovative]> and cheap",
        "a <[groundbreaking] machine learning method>",
        "a <[groundbreaking] drug> showing promise",
        "<[world-class]>",
        "an <[innovative] platform> quickly adopted by banks",
        "an <[innovative] supply network> for banks",
        "an <[innovative] robot> lifting boxes",
        "an <[innovative] machine learning method> for banks",
        "an <[innovative] platform> designed to help",
        "an <[innovative]-feeling tool>",
        "an <[innovative] one two three four five six> seven",
        'a "<[groundbreaking]>" drug, he said',
        'a <[revolutionary] "memories"> feature',
        'an <[innovative] "plug and play" token> for all',
        'a <[seamless] "inner loop"> for coders',
        'a <[seamless]> "loop that runs on and on and on" for coders',
        'a <[seamless]> "loop, said Lee',
    ],
    "object": [
        "will <[revolutionize] the hospitality industry> by 2030",
        "<[transforming] how companies operate>.",
        "to <[transform] our understanding of memory>, said Lee",
        "could <[disrupt] banking>",
        "will <[transform] medicine>, Acme claims.",
        "it has <[disrupted]> again",
        "<[redefine] what a visit can feel like>",
        "will <[revolutionize] the landscape> needs a check",
        "will <[transform] our view of how companies work>, he said",
        "<[transforming] how companies operate> while they grow",
    ],
    "of": [
        "the <[holy grail] of computing> is near",
        "a <[game-changer] for the speech industry>, he said",
        "a <[game-changer]> in our view",
        "<[forefront] of the drone services industry>",
    ],
    "priority": [
        "the <[first] open-weight model since GPT-2> is out",
        "the <[first] company in Israel to give away the weights>, he said",
        "its <[first] Large Language Model (LLM) since GPT-2> is near",
        "the <[only] platform of its kind>.",
        "the <[first] chip ever> was",
        'the <[first] live-action "star wars" series> is out',
        "the <[first] chip> since, he said",
        "the <[first] chip in Europe since 2019 for schools> with a fan",
    ],
    "superlative": [
        "the <[most powerful] phone ever> made",
        "the <[largest] bank in the world>.",
        "the <[fastest] chip on the market> today",
        "the <[best] phone available>",
    ],
}


def _cases():
    return [
        pytest.param(kind, marked, id=f"{kind}-{number}")
        for kind, group in CASES.items()
        for number, marked in enumerate(group)
    ]


@pytest.mark.parametrize(("kind", "marked"), _cases())
def test_span_grows_to_the_mark(kind, marked):
    text = "".join(char for char in marked if char not in "<>[]")
    start = marked.index("<")
    core = text[start : start + marked.index("]") - marked.index("[") - 1]
    whole = "".join(c for c in marked[marked.index("<") + 1 : marked.index(">")] if c not in "[]")
    end = extend(kind, normalize(text), start, start + len(core), len(text))
    assert text[start:end] == whole


def test_span_never_leaves_its_sentence():
    text = "a cutting-edge robot platform"
    assert extend("head", text, 2, 14, 20) <= 20


@pytest.mark.parametrize(
    ("span", "rest"),
    [
        ("the future of work", "future of work"),
        ("a thing of the past", "thing of the past"),
        ("could revolutionize farming", "revolutionize farming"),
        ("to transform care", "transform care"),
        ("will transform care", "will transform care"),
        ("to the moon", "to the moon"),
        ("the", "the"),
        ("game-changer", "game-changer"),
    ],
)
def test_article_and_modal_stay_outside(span, rest):
    assert span[trimmed(span, 0, len(span)) :] == rest
