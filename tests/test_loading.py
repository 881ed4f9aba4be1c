"""Loading pauses the search for garbage, and leaves it as it was."""

import gc
import subprocess
import sys
import weakref

import pytest

from hypecheck.loading import unsearched


class Ring:
    """An object that only a search for garbage can free."""

    def __init__(self):
        self.myself = self


@pytest.fixture(autouse=True)
def _searching_as_before():
    enabled = gc.isenabled()
    yield
    (gc.enable if enabled else gc.disable)()


def test_nothing_is_searched_meanwhile():
    gc.enable()
    with unsearched():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_search_goes_on_after_an_error():
    gc.enable()
    with pytest.raises(ValueError, match="no such file"), unsearched():
        raise ValueError("no such file")
    assert gc.isenabled()


def test_one_load_within_another_ends_the_pause_once():
    gc.enable()
    with unsearched():
        with unsearched():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_who_searches_never_still_does_not_afterwards():
    gc.disable()
    with unsearched():
        pass
    assert not gc.isenabled()


def test_what_becomes_garbage_later_is_freed():
    gc.enable()
    with unsearched():
        ring = Ring()
    seen = weakref.ref(ring)
    del ring
    gc.collect()
    assert seen() is None


def test_nothing_stays_frozen():
    gc.enable()
    before = gc.get_freeze_count()
    with unsearched():
        pass
    assert gc.get_freeze_count() == before


FROZEN = """
import gc
gc.freeze()
from hypecheck.loading import unsearched
with unsearched():
    pass
assert gc.get_freeze_count() > 0
"""
LOADED = """
import gc
from hypecheck.pipeline import build_analyzer, default_analyzer
searches = gc.get_stats()[2]["collections"]
assert build_analyzer() is default_analyzer()
assert gc.isenabled()
assert gc.get_stats()[2]["collections"] == searches
"""


@pytest.mark.parametrize("code", [FROZEN, LOADED], ids=["frozen by others", "the analyzer"])
def test_in_a_process_of_its_own(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
