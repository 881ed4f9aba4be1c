"""Metamorphic tests: what must not change a verdict, and what must."""

import pytest

import hypecheck

CLAIM = "The firm calls it OpenAI's first open-weight model since GPT-2."
AS_OF = "2025-08-06"

#: Sentences of which everything must survive a change of dress.
SENTENCES = [
    "The tool is a game-changer for every newsroom.",
    "It isn't a breakthrough, and it won't replace a single editor.",
    "Their world-class engine is the fastest ever built.",
    "She called the launch “a revolution”, but the figures are flat.",
    "gpt-oss is OpenAI's first open-weight model since GPT-2.",
    "The upgrade could be a game-changer if the price falls.",
    "Nobody has ever shipped such a state-of-the-art camera.",
    "This next-generation drug will revolutionise cancer care.",
]

SAME = {
    "straight quotes": lambda t: t.replace("“", '"').replace("”", '"').replace("’", "'"),
    "curly apostrophes": lambda t: t.replace("'", "’"),
    "curly quotes": lambda t: t.replace(' "', " “").replace('"', "”"),
    "non-breaking hyphen": lambda t: t.replace("-", "\u2011"),
    "hyphen sign": lambda t: t.replace("-", "\u2010"),
    "no-break spaces": lambda t: t.replace(" ", "\u00a0"),
    "double spaces": lambda t: t.replace(" ", "  "),
    "line breaks": lambda t: t.replace(" ", "\n", 3),
    "American spelling": lambda t: t.replace("ise ", "ize "),
    "company renamed": lambda t: t.replace("She", "Analyst Maria Lindqvist"),
    "typographic ellipsis": lambda t: t.removesuffix(".") + "…",
    "leading blank": lambda t: "  " + t,
}


def findings(text):
    """What is flagged, in which category and voice, and with which verdict."""
    report = hypecheck.check(text, as_of=AS_OF)
    return [(span.label, span.stance, span.verdict) for span in report.spans]


@pytest.mark.parametrize("change", SAME)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_dress_changes_nothing(sentence, change):
    assert findings(sentence), "the sentence must have something to lose"
    assert findings(SAME[change](sentence)) == findings(sentence)


@pytest.mark.parametrize(
    "phrase", ["game-changer", "GAME-CHANGER", "Game-Changer", "game changer", "gamechanger"]
)
def test_one_word_is_found_however_it_is_spelt(phrase):
    assert findings(f"The chip is a {phrase} for labs.") == [("transformation", "asserted", None)]


@pytest.mark.parametrize(
    ("plain", "denied"),
    [
        ("The chip is a game-changer.", "The chip is not a game-changer."),
        ("The chip is a game-changer.", "The chip isn't a game-changer."),
        ("The chip is a game-changer.", "The chip is hardly a game-changer."),
        ("The drug is revolutionary.", "The drug is far from revolutionary."),
        ("It will replace lawyers.", "It will not replace lawyers."),
        ("This is a breakthrough.", "This is no breakthrough."),
    ],
)
def test_a_denial_turns_asserted_into_rejected(plain, denied):
    assert [stance for _, stance, _ in findings(plain)] == ["asserted"]
    assert [stance for _, stance, _ in findings(denied)] == ["rejected"]


@pytest.mark.parametrize(
    "frame",
    [
        "OpenAI says {}",
        "According to Meta, {}",
        "“{}”, Google said.",
        "Nvidia's chief executive told reporters that {}",
        "In a statement, the company claimed that {}",
    ],
)
@pytest.mark.parametrize("core", ["the chip is a game-changer", "the drug is revolutionary"])
def test_a_speaker_makes_it_attributed(core, frame):
    text = frame.format(core)
    text = text if text.endswith(".") else f"{text}."
    assert [stance for _, stance, _ in findings(text)] == ["attributed"]


@pytest.mark.parametrize(
    "frame",
    [
        "{} might be a game-changer.",
        "If it works, {} will be a game-changer.",
        "Is {} a game-changer?",
        "{} aims to be a game-changer.",
    ],
)
def test_distance_makes_it_hedged(frame):
    assert [stance for _, stance, _ in findings(frame.format("the chip"))] == ["hedged"]


@pytest.mark.parametrize("company", ["Acme", "Nordlys Robotics", "Meta", "Banco Azul", "X"])
def test_a_company_changes_neither_category_nor_voice(company):
    text = f"{company} says its scanner is a game-changer and the best on the market."
    assert [found[:2] for found in findings(text)] == [
        ("transformation", "attributed"),
        ("superlative", "attributed"),
    ]


@pytest.mark.parametrize(
    "order",
    [
        "Since GPT-2, OpenAI had not released a single open-weight model.",
        "OpenAI had not released a single open-weight model since GPT-2.",
    ],
)
def test_a_clause_may_stand_first_or_last(order):
    report = hypecheck.check(order, as_of=AS_OF)
    assert [claim.verdict for claim in report.claims] == ["REFUTED"]


@pytest.mark.parametrize("upper", [str.upper, str.title])
def test_headline_capitals_keep_the_finding(upper):
    label, stance, _ = findings(upper("New chip is a game-changer for hospitals"))[0]
    assert (label, stance) == ("transformation", "asserted")
