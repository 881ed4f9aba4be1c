"""A register weighs the words around the spans."""

import pytest

from hypecheck.scoring import load_scorer
from hypecheck.scoring.register import (
    CRITICAL,
    NUMBER,
    PROMOTIONAL,
    Register,
    words_of,
)
from hypecheck.types import Hit

REGISTER = Register({"proud": 1.0, "announce": 3.0, "said": -2.0, NUMBER: -0.5, "!": 0.5})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We're proud, PROUD!", {"we're", "proud", "!"}),
        ("We’re open-weight now", {"we're", "open-weight", "now"}),
        ("Up 4.5% in 2024", {"up", "in", NUMBER}),
        ("Acme™ and Ünal®", {"acme", "™", "and", "ünal", "®"}),
        ("… — 、", set()),
        ("", set()),
    ],
)
def test_words_are_lower_case_and_numbers_are_alike(text, words):
    assert words_of(text) == words


def test_words_of_spans_do_not_count():
    text = "A magic toaster, no magic."
    assert words_of(text, [Hit(2, 7, "praise", "magic", 1, 0)]) == words_of(text)
    both = [Hit(2, 7, "praise", "magic", 1, 0), Hit(20, 25, "praise", "magic", 1, 0)]
    assert words_of(text, both) == {"a", "toaster", "no"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("proud", 1 / 3),
        ("said", -2 / 3),
        ("A proud lord said", -1 / 12**0.5),
        ("A toaster.", 0.0),
        ("", 0.0),
    ],
)
def test_value_is_the_sum_by_the_root_of_the_length_and_eight(text, value):
    assert REGISTER.value(text) == pytest.approx(value)


def test_single_word_counts_less_the_longer_the_sentence():
    values = [REGISTER.value("proud " + " ".join("abcdefghij"[:n])) for n in range(10)]
    assert values == sorted(values, reverse=True)


def test_value_does_not_hang_on_order_or_repetition():
    assert REGISTER.value("proud, we announce") == REGISTER.value(
        "Announce! we proud".replace("!", "")
    )
    assert REGISTER.value("proud proud") == REGISTER.value("proud")


def test_telling_words_lead_in_the_direction_of_the_value():
    assert REGISTER.telling("Proud to announce it, he said.") == ["announce", "proud"]
    assert REGISTER.telling("He said: proud in 2024.") == ["said", NUMBER]
    assert REGISTER.telling("A toaster.") == []


@pytest.fixture(scope="module")
def shipped():
    return load_scorer().registers


def test_shipped_registers_tell_launches_from_reports(shipped):
    launch = "Today we're introducing a simple way for your team to get started, and we can't wait!"
    report = "The ministry said on Friday that the figures had not been audited since 2019."
    assert shipped[PROMOTIONAL].value(launch) > 0 > shipped[PROMOTIONAL].value(report)


def test_shipped_registers_tell_essays_from_releases(shipped):
    essay = "I read the paper twice, and nothing in it was what my cousin had been promised."
    release = "The release has model weights, code and training data, available today."
    assert shipped[CRITICAL].value(essay) > shipped[CRITICAL].value(release)
