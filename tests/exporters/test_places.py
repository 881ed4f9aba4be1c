"""Offsets as lines and columns, and a plain text's report as that of a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hypecheck.exporters import file_report
from hypecheck.exporters.places import Lines
from hypecheck.types import Claim, HypeSpan, Report


@pytest.mark.parametrize(
    ("text", "start", "end", "place"),
    [
        ("abc", 0, 3, (1, 1, 1, 4)),
        ("a\nbc", 2, 4, (2, 1, 2, 3)),
        ("a\nb\nc", 0, 5, (1, 1, 3, 2)),
        ("\n\nx", 2, 3, (3, 1, 3, 2)),
        ("é👩‍🔬x", 4, 5, (1, 5, 1, 6)),
        ("", 0, 0, (1, 1, 1, 1)),
    ],
)
def test_lines_place(text, start, end, place):
    found = Lines(text).place(start, end)
    assert (found.line, found.column, found.end_line, found.end_column) == place


@given(st.text(alphabet="ab\né", max_size=30), st.data())
def test_line_and_column_lead_back_to_the_offset(text, data):
    start = data.draw(st.integers(0, len(text)))
    place = Lines(text).place(start, start)
    before = text.split("\n")[: place.line - 1]
    assert sum(len(line) + 1 for line in before) + place.column - 1 == start


def test_spans_and_refuted_claims_outside_them_are_findings(checked):
    assert [finding.rule for finding in checked.findings] == ["priority", "transformation"]
    alone = Claim("no weights since GPT-2", 0, 22, "absence", verdict="REFUTED", reason="Whisper.")
    open_ = Claim("no weights since GPT-2", 0, 22, "absence", verdict="NOT_ENOUGH_INFO")
    (found,) = file_report(Report("no weights since GPT-2", 0.1, claims=(alone, open_)), "a").findings  # fmt: skip
    assert (found.rule, found.claim) == ("claim", alone)


def test_message_says_verdict_reason_and_what_holds(checked):
    message = checked.findings[0].message
    for words in ("“first open-weight model since GPT-2”", "REFUTED", "Whisper", "Holds: “"):
        assert words in message


def test_fingerprint_stays_when_the_words_move():
    span = HypeSpan(0, 11, "World-class", "praise")
    moved = HypeSpan(7, 18, "world-class", "praise")
    one = file_report(Report("World-class text", 0.5, (span,)), "a.md").findings[0]
    other = file_report(Report("Now, a world-class text", 0.5, (moved,)), "a.md").findings[0]
    assert one.fingerprint == other.fingerprint
    assert len(one.fingerprint) == 16


def test_same_words_twice_have_two_fingerprints():
    spans = (HypeSpan(0, 4, "best", "praise"), HypeSpan(5, 9, "best", "praise"))
    found = file_report(Report("best best", 0.5, spans), "a.md").findings
    assert found[0].fingerprint != found[1].fingerprint


def test_title_says_so_and_stands_at_the_beginning():
    span = HypeSpan(2, 14, "game-changer", "transformation", part="title")
    (found,) = file_report(Report("Text.", 0.5, (span,), title="A game-changer"), "a").findings
    assert found.message.startswith("title: ")
    assert (found.place.line, found.place.start_char, found.place.end_char) == (1, 0, 0)
