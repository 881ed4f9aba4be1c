"""Registers are learnt from passages with the hype and the voice of their texts."""

import pytest

from hypecheck.scoring.register import CRITICAL, PROMOTIONAL
from hypecheck.scoring.register_fit import Passage, RegisterSettings, fit_registers
from hypecheck.types import Hit


def passages(count=12):
    """Loud, sober and critical texts of two sentences each."""
    lines = {
        "loud": (["Join us today.", "Your toaster awaits."], 2.5, False),
        "sober": (["The board met on Monday.", "Minutes were kept."], 0.0, False),
        "critical": (["Nobody asked whether it works.", "Why would anyone?"], 0.0, True),
    }
    return [
        Passage(text, [], hype, critical, f"{kind}-{number}")
        for number in range(count)
        for kind, (texts, hype, critical) in lines.items()
        for text in texts
    ]


def test_words_of_loud_texts_weigh_more():
    weights = fit_registers(passages(), RegisterSettings())[PROMOTIONAL].weights
    assert weights["join"] > 0 > weights["monday"]


def test_words_of_critical_texts_weigh_more():
    weights = fit_registers(passages(), RegisterSettings())[CRITICAL].weights
    assert weights["nobody"] > 0 > weights["monday"]


def test_without_critical_texts_there_is_one_register():
    some = [passage for passage in passages() if not passage.critical]
    assert list(fit_registers(some, RegisterSettings())) == [PROMOTIONAL]


def test_words_of_spans_are_not_learnt():
    spotted = [
        Passage("A magic lamp", [Hit(2, 7, "praise", "magic", 2, 0)], hype, False, str(number))
        for number, hype in enumerate([3.0, 0.0] * 5)
    ]
    assert set(fit_registers(spotted, RegisterSettings())[PROMOTIONAL].weights) == {"a", "lamp"}


def test_rare_words_are_left_out():
    odd = Passage("Zymurgy today.", [], 3.0, False, "odd")
    weights = fit_registers([*passages(), odd], RegisterSettings())[PROMOTIONAL].weights
    assert "zymurgy" not in weights
    once = fit_registers([*passages(), odd], RegisterSettings(min_texts=1))[PROMOTIONAL]
    assert once.weights["zymurgy"] > 0


def test_word_is_counted_by_text_not_by_sentence():
    same = [Passage("Zymurgy today.", [], 3.0, False, "odd")] * 5
    assert (
        "zymurgy"
        not in fit_registers([*passages(), *same], RegisterSettings())[PROMOTIONAL].weights
    )


def test_stronger_penalty_makes_smaller_weights():
    loose, tight = (
        fit_registers(passages(), RegisterSettings(C=C))[PROMOTIONAL].weights["join"]
        for C in (2.0, 0.02)
    )
    assert loose > 5 * tight > 0


def test_order_of_passages_does_not_matter():
    given = fit_registers(passages(), RegisterSettings())[PROMOTIONAL].weights
    turned = fit_registers(passages()[::-1], RegisterSettings())[PROMOTIONAL].weights
    assert turned == pytest.approx(given, abs=1e-8)


def test_nothing_in_common_gives_no_register():
    lone = [Passage("Word", [], 0.0, False, "1"), Passage("Other", [], 3.0, False, "2")]
    assert fit_registers(lone, RegisterSettings()) == {}
