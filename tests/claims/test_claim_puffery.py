"""What a figure or a victory leaves out: baseline, benchmark, figure, date."""

import json

import pytest

from hypecheck.claims import read_puffery
from hypecheck.claims.puffery import PARTS
from hypecheck.resources import read_text
from hypecheck.text import make_document

ALL = {*PARTS}

#: Sentence, the words of the comparison, its form, what is missing.
COMPARED = [
    ("Our model is 10x faster than GPT-4.", "10x faster", "ratio", {"benchmark", "date"}),
    ("It runs 3.5 times as fast.", "3.5 times as fast", "ratio", ALL - {"figure"}),
    ("It is ten times cheaper than its predecessor.", "ten times cheaper", "ratio", {"benchmark", "date"}),
    ("The new chip is twice as fast.", "twice as fast", "ratio", ALL - {"figure"}),
    ("A 50% smarter assistant.", "50% smarter", "ratio", ALL - {"figure"}),
    ("Expect a 20x speedup over GPT-3.", "20x speedup", "ratio", {"benchmark", "date"}),
    ("The chip is 4x faster, says OpenAI.", "4x faster", "ratio", ALL - {"figure"}),
    ("It is 4x faster versus GPT-4.", "4x faster", "ratio", {"benchmark", "date"}),
    ("It is 4x faster compared to GPT-4.", "4x faster", "ratio", {"benchmark", "date"}),
    ("It is 4x faster than anything before.", "4x faster", "ratio", ALL - {"figure"}),
    ("It is 4x faster than the competition.", "4x faster", "ratio", ALL - {"figure"}),
    ("It is half as heavy as GPT-3.", "half as heavy", "ratio", {"benchmark", "date"}),
    ("It is two times faster than GPT-4.", "two times faster", "ratio", {"benchmark", "date"}),
    ("Foo crushes GPT-4.", "crushes", "beats", {"benchmark", "figure", "date"}),
    ("Foo trounced GPT-4.", "trounced", "beats", {"benchmark", "figure", "date"}),
    ("Foo is besting GPT-4.", "besting", "beats", {"benchmark", "figure", "date"}),
    ("Foo outclasses every rival.", "outclasses", "beats", ALL),
    ("Foo outscores every rival.", "outscores", "beats", ALL),
    ("Foo outscored every rival.", "outscored", "beats", ALL),
    ("Foo beats GPT-4.", "beats", "beats", {"benchmark", "figure", "date"}),
    ("Foo beats GPT-4 on MMLU.", "beats", "beats", {"figure", "date"}),
    ("Foo beats GPT-4 on MMLU by 3 points.", "beats", "beats", {"date"}),
    ("In March 2025 Foo beat GPT-4 on MMLU by 3 points.", "beat", "beats", set()),
    ("Foo outperforms every rival.", "outperforms", "beats", ALL),
    ("Foo outperforms GPT-4 on every benchmark.", "outperforms", "beats", {"benchmark", "figure", "date"}),
    ("Foo outperforms GPT-4 on the Kestrel reasoning benchmark.", "outperforms", "beats", {"figure", "date"}),
    ("Foo surpasses XY-3 on SWE-bench Verified.", "surpasses", "beats", {"figure", "date"}),
    ("Foo is state of the art.", "state of the art", "top", ALL),
    ("A state-of-the-art score of 71 percent on GPQA.", "state-of-the-art", "top", {"baseline", "date"}),
    ("SOTA on HumanEval as of 2025.", "SOTA", "top", {"baseline", "figure"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "form", "missing"), COMPARED, ids=[r[0] for r in COMPARED])  # fmt: skip
def test_comparison_says_what_is_missing(names, text, words, form, missing):
    (one,) = read_puffery(make_document(text), names)
    assert (one.text, one.form) == (words, form)
    assert set(one.missing) == missing
    assert {part.split(":")[0] for part in one.named} == ALL - missing
    assert text[one.start_char : one.end_char] == one.text


@pytest.mark.parametrize(
    "text",
    [
        "She felt a beat and then another.",
        "They crush the grapes by hand.",
        "It is the best model.",
        "He beat the eggs.",
        "Futures rose 1.1% as of noon.",
        "Wages are 61 percent more than the minimum.",
        "It was released two times.",
        "The 10x engineer is a myth.",
        "",
    ],
)
def test_no_comparison(names, text):
    assert read_puffery(make_document(text), names) == ()


def test_only_the_own_sentence_counts(names):
    other = "We tested MMLU in March 2025 on the Kestrel leaderboard; it scored 71 percent."
    for text in (f"{other} Foo beats GPT-4.", f"Foo beats GPT-4. {other}"):
        (one,) = read_puffery(make_document(text), names)
        assert set(one.missing) == {"benchmark", "figure", "date"}
    (one,) = read_puffery(make_document("It is 4x faster. It is older than GPT-4."), names)
    assert set(one.missing) == {"baseline", "benchmark", "date"}


def test_words_are_a_line(names):
    (one,) = read_puffery(make_document("Foo beats GPT-4 on MMLU."), names)
    assert one.words == "names baseline: GPT-4, benchmark: MMLU; no figure, no date"
    (bare,) = read_puffery(make_document("Foo is state of the art."), names)
    assert bare.words.startswith("names nothing to check it by; no baseline")


@pytest.mark.parametrize("benchmark", json.loads(read_text("claims/benchmarks.json")))
def test_every_benchmark_of_the_list_is_read(names, benchmark):
    (one,) = read_puffery(make_document(f"Foo outperforms GPT-4 on {benchmark}."), names)
    assert f"benchmark: {benchmark}" in one.named
