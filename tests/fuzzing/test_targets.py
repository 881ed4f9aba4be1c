"""The fuzz targets on a few inputs each, so that they stay whole between fuzzing sessions."""

import random

import pytest
import targets
from choices import Choices


@pytest.mark.parametrize("name", targets.TARGETS)
@pytest.mark.parametrize("seed", range(12))
def test_target_holds_for_bytes_of_any_kind(name, seed):
    maker = random.Random(f"{name} {seed}")
    targets.run(name, maker.randbytes(maker.choice([0, 8, 40, 150, 400])))


def test_a_target_that_lets_an_error_out_is_noticed(monkeypatch):
    monkeypatch.setitem(targets.TARGETS, "broken", lambda data: {}["missing"])
    with pytest.raises(KeyError):
        targets.run("broken", b"")


def test_a_target_that_takes_too_long_is_noticed(monkeypatch):
    monkeypatch.setattr(targets, "SECONDS", -1.0)
    with pytest.raises(AssertionError, match="plain_file took"):
        targets.run("plain_file", b"A text.")


def test_equal_bytes_make_equal_decisions():
    one, other = (Choices(b"\x07\x10\x33\x02 and so on") for _ in range(2))
    assert [one.value() for _ in range(5)] == [other.value() for _ in range(5)]


def test_used_up_bytes_go_on_with_the_first_choice():
    choices = Choices(b"")
    assert choices.used_up
    assert [choices.pick("abc"), choices.number(10), choices.words(["x"])] == ["a", 0, ""]


def test_a_change_leaves_the_original_alone():
    row = {"id": "x", "list": [1, {"y": 2}]}
    for start in range(40):
        Choices(bytes(range(start, start + 30))).changed(row)
    assert row == {"id": "x", "list": [1, {"y": 2}]}
