"""What the tests of the page share: a reader of HTML, and reports made by hand."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from hypecheck.types import Claim, Cue, Event, Evidence, HypeSpan, Release, Report, SentenceScore

VOID = {"meta", "input", "br", "link", "img"}


class Element:
    def __init__(self, tag, attrs):
        self.tag, self.attrs, self.children, self.text = tag, dict(attrs), [], ""

    @property
    def classes(self):
        return (self.attrs.get("class") or "").split()

    def all(self):
        yield self
        for child in self.children:
            yield from child.all()


class Reader(HTMLParser):
    """A tree of elements; complains of tags that don't close in their order."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.root = Element("#root", ())
        self.open = [self.root]
        self.feed(html)
        self.close()
        assert self.open == [self.root], [one.tag for one in self.open]

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"{tag} has an attribute twice: {names}"
        one = Element(tag, attrs)
        self.open[-1].children.append(one)
        if tag not in VOID:
            self.open.append(one)

    def handle_endtag(self, tag):
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data):
        for one in self.open:
            one.text += data

    def find(self, tag=None, cls=None, **attrs):
        return [
            one
            for one in self.root.all()
            if (tag is None or one.tag == tag)
            and (cls is None or cls in one.classes)
            and all(one.attrs.get(name) == value for name, value in attrs.items())
        ]


@pytest.fixture(scope="session")
def read():
    return Reader


@pytest.fixture
def release():
    def make(name="Whisper", date="2022-09-21", sources=("https://example.org/whisper",), **fields):
        known = {
            "organization": "OpenAI",
            "openness": "open-weights",
            "events": (Event("weights", date, tuple(sources)),),
        }
        return Release(name.lower(), name, date=date, **(known | fields))

    return make


@pytest.fixture
def refuted(release):
    """A report with one refuted claim, attributed by a cue, in the second of two sentences."""
    text = "It rained. They call it the first open model since GPT-2."
    start = text.index("first")
    evidence = (
        Evidence(release(), "counterexample", "weights", "2022-09-21", "weights public 2022-09-21"),
        Evidence(release("Jukebox", "2020-04"), "counterexample", "weights", "2020-04"),
    )
    claim = Claim(
        text[start:-1], start, len(text) - 1, "first", as_of="2025-04-03", stance="attributed",
        verdict="REFUTED", reason="two came later", evidence=evidence,
        restatement="first open language model since GPT-2", stretch="It takes one more word.",
        alternatives=("first open model since Jukebox",), anchor="gpt-2", anchor_name="GPT-2",
        anchor_date="2019-02-14",
    )  # fmt: skip
    call = text.index("They call")
    span = HypeSpan(
        start, len(text) - 1, text[start:-1], "priority", "attributed", score=0.4,
        entry="first-since", cues=(Cue("They call", call, call + 9),), speaker="They", claim=claim,
    )  # fmt: skip
    return Report(
        text, 0.5, (span,), (claim,), as_of="2025-04-03", snapshot="2026-08-31+abc", title="News",
        sentences=(SentenceScore(0, 10, 0.01), SentenceScore(11, len(text), 0.6)), version="1.2",
    )  # fmt: skip


@pytest.fixture(scope="session")
def root():
    return Path(__file__).parents[2]
