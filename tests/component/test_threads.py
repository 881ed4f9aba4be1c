"""In a service many threads share one pipeline."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import spacy

TEXTS = [
    "Acme's chip is a game-changer.",
    "Critics doubt that Lumo 2 is the first open-weight model since GPT-2.",
    "It could revolutionize how we read.",
    "The release reads CSV files.",
    "“This changes everything,” said the founder of Acme.",
    "The most powerful model ever, and blazing fast.",
]


@pytest.fixture
def eager_switching():
    """Threads take turns every few instructions, so that what is shared is shared badly."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def test_threads_that_share_one_nlp_get_what_one_thread_gets(nlp, eager_switching):
    jobs = TEXTS * 10
    wanted = [nlp(text)._.hype.to_json() for text in jobs]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: nlp(text)._.hype.to_json(), jobs))
    assert found == wanted


def test_threads_that_come_first_get_it_right_too(fresh):
    """Patterns are compiled when first needed: in a new process, by several threads at a time."""
    code = (
        "import sys, spacy\n"
        "from concurrent.futures import ThreadPoolExecutor\n"
        "sys.setswitchinterval(1e-6)\n"
        f"texts = {TEXTS!r}\n"
        "nlp = spacy.blank('en')\n"
        "nlp.add_pipe('hypecheck')\n"
        "with ThreadPoolExecutor(8) as pool:\n"
        "    found = list(pool.map(lambda text: nlp(text)._.hype.to_json(), texts * 3))\n"
        "assert found == [nlp(text)._.hype.to_json() for text in texts * 3]\n"
        "print(len(found))"
    )
    assert fresh(code) == "18"


def test_threads_may_use_pipelines_of_their_own():
    def score(text):
        pipeline = spacy.blank("en")
        pipeline.add_pipe("hypecheck")
        return pipeline(text)._.hype_score

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(score, TEXTS)) == [score(text) for text in TEXTS]
