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
        # a comma between two adjectives before a noun
        "a <[smarter], faster chip> for labs",
        "a <[seamless], user-friendly experience> for all",
        "a <[profound], positive impact> on labs",
        "a <[thrilling], straightforward game> for all",
        "an <[unstoppable], fully decentralized network> for labs",
        "a <[next-generation], pluggable 16-channel laser> for labs",
        "an <[innovative], connected device> for labs",
        "<[innovative], passionate people> in our labs",
        "a <[bold], revolutionary tool> for labs",
        "a <[groundbreaking], cutting edge lab>.",
        # a comma before another clause or another item
        "hailed as <[revolutionary]>, sold 400 units",
        "it is <[revolutionary]>, beating Acme's best",
        "it is <[stunning]>, featuring three stars",
        "it is <[world-class]>, reaching 200 km/h",
        "it is <[limitless]>, starring Lee Smith",
        "it is <[groundbreaking]>, packed with ideas",
        "it is <[innovative]>, Acme Labs found",
        "it is <[innovative]>, useful and cheap",
        "it is <[innovative]>, new research shows",
        "<[incredible flexibility]>, easy setup and more",
        "<[remarkably]>, nearly two years after it began",
        "<[exceptional results]>, reliable people and more",
        # a verb ends the phrase
        "the <[groundbreaking] trial> enrolled 400 patients",
        "<[incredible] Labs> hired 20 nurses",
        "the <[state-of-the-art] factory> burned down",
        "the <[next-generation] engine> uses less fuel",
        "the <[next-generation] engine> uses advanced fuel",
        "the <[revolutionary] approach> cut costs by half",
        "the <[breakthrough] model> needs less data",
        "the <[breakthrough] model> needs the data",
        "the <[human-level] reasoning> collapses on puzzles",
        "the <[human-level reasoning]> collapses on puzzles",
        "the <[legendary] prototype> concluded Friday",
        "the <[powerful] tool> supports cheap drugs",
        "the <[landmark] paper> exposed the scale of it",
        "the <[innovative] firm> acquired its rival",
        "the <[innovative] firm> expanded quickly",
        "the <[incredible] team> shipped it",
        "the <[breakthrough drug]> cuts deaths by half",
        "the <[breakthrough drug]> shrinks tumors",
        "the <[standout feature]> lies in its price",
        "the <[breakthrough technology]> comes with a lot of noise",
        "the <[incredible] offer> ends Friday",
        "the <[revolutionary] battery> lasts longer",
        "its <[unrivalled speed]> matters.",
        # what looks like a verb and is none
        "a <[revolutionary] AI powered platform> in Ohio",
        "its <[stunning] test results> that changed minds",
        "<[innovative] platform services> for labs",
        "<[cutting-edge] machine learning models> for labs",
        "<[groundbreaking] AI-powered drug discovery>",
        "<[revolutionary] connected devices> for labs",
        "an <[innovative] needs assessment> for labs",
        "an <[innovative] 3D printed bridge> in Ohio",
        "<[incredible] processing speed> with little fuel",
        "an <[innovative] insurance claims platform>.",
        "a <[world-class] customer support team> in Ohio",
        "an <[innovative] power plant> in Ohio",
        "its <[stunning] test results> showed growth",
        # a gerund that no object follows
        "<[seamless] video conferencing>, he said",
        "<[incredible] weather forecasting>.",
        "<[seamless] data sharing>, easy setup and more",
        "<[innovative] charities> receiving, he said, grants",
        "an <[incredible] robot> lifting boxes",
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
        "to <[pave the way for a greener], more sustainable future>.",
        "can <[transform] your business>, visit our page",
        "to <[transform] care delivery>, improve health and more",
        "to <[transform]>, improve and grow",
        "will <[transform] drug discovery> with a model",
        "<[transforming] how companies operate> while they grow",
    ],
    "of": [
        "the <[holy grail] of computing> is near",
        "a <[game-changer] for the speech industry>, he said",
        "a <[game-changer]> in our view",
        "a <[quantum leap] for weather forecasting>.",
        "<[forefront] of the drone services industry>",
    ],
    "priority": [
        "the <[first] open-weight model since GPT-2> is out",
        "the <[first] company in Israel to give away the weights>, he said",
        "its <[first] Large Language Model (LLM) since GPT-2> is near",
        "the <[only] platform of its kind>.",
        "the <[first] chip ever> was",
        'the <[first] live-action "star wars" series> is out',
        "the <[first African-American student] admitted to the university>.",
        "the <[first phone ever] used in a lab>, he said",
        "the <[first ever] printed bridge> is out",
        "the <[first] chip> since, he said",
        "the <[first] chip in Europe since 2019 for schools> with a fan",
    ],
    "superlative": [
        "the <[most powerful] phone ever> made",
        "the <[largest] bank in the world>.",
        "the <[fastest] chip on the market> today",
        "the <[best] phone available>",
        "the <[most powerful model yet]> runs on a phone",
        "the <[largest model ever]> arrives to mixed reviews",
        "the <[largest model ever] made>.",
        "the <[greatest scale ever] seen>.",
        "the <[world's fastest train]> hit 600 km/h",
        "the <[world's largest bank]> said profits fell",
        "the <[world's largest bank]> reported market turbulence",
        "the <[world's biggest] shop> pared the decline",
        "<[Asia's most valuable firm]> raised about $11 billion",
        "the <[world's leading] thought leader>, he said",
        "the <[industry's best] kept secret> is out",
        "the <[world's highest] paid CEO> spoke",
        "the <[world's first] reported case>, he said",
        "the <[most powerful] closed model> beat it",
        "its <[biggest maker]>, Acme Group, said so",
        "its <[largest model yet]>, achieving great scores",
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
        ("it's insane", "insane"),
        ("that's a big deal", "big deal"),
        ("it's", "it's"),
        ("will transform care", "will transform care"),
        ("to the moon", "to the moon"),
        ("the", "the"),
        ("game-changer", "game-changer"),
    ],
)
def test_article_and_modal_stay_outside(span, rest):
    assert span[trimmed(span, 0, len(span)) :] == rest
