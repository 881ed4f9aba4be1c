"""Sentences of thirteen genres, each with the spans that an editor would mark.

``It is a [[game-changer|transformation:asserted]].`` is how a span is marked. The files were written without a look at the vocabulary. A span is found where at least half of the
shorter of the two lies inside the other, as annotators are compared with each other.
"""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

import hypecheck

_MARK = re.compile(r"\[\[(?P<words>.+?)\|(?P<label>[a-z]+):(?P<stance>[a-z]+)\]\]")


@dataclass(frozen=True)
class Marked:
    """A sentence, and what has to be found in it."""

    text: str
    spans: tuple[tuple[int, int, str, str], ...]


def read_marked(line: str) -> Marked:
    """Sentence without its marks, and each mark as start, end, label and stance."""
    text, spans, at = "", [], 0
    for match in _MARK.finditer(line):
        text += line[at : match.start()]
        start = len(text)
        text += match["words"]
        spans.append((start, len(text), match["label"], match["stance"]))
        at = match.end()
    return Marked(text + line[at:], tuple(spans))


def marked_lines():
    """Genre, line number and line of every marked sentence beside this file."""
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if line.strip() and not line.startswith("#"):
                yield path.stem, number, line


LINES = list(marked_lines())
LABELS = {
    *("transformation", "priority", "superlative", "praise"),
    *("certainty", "scope", "capability", "rivalry"),
}
STANCES = {"asserted", "attributed", "hedged", "rejected"}


def overlap(one, other):
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared > 0 and 2 * shared >= min(one[1] - one[0], other[1] - other[0])


@pytest.mark.parametrize(("genre", "number", "line"), LINES, ids=lambda part: str(part)[:40])
def test_sentence_is_read_as_marked(genre, number, line):
    wanted = read_marked(line)
    report = hypecheck.check(wanted.text, as_of="2026-01-01")
    found = [(s.start_char, s.end_char, s.label, s.stance) for s in report.spans]
    assert [span[2:] for span in found] == [span[2:] for span in wanted.spans]
    for one, other in zip(found, wanted.spans, strict=True):
        assert overlap(one, other), report.text[slice(*one[:2])]


def test_there_are_sentences_for_every_category_stance_and_genre():
    spans = [span for _, _, line in LINES for span in read_marked(line).spans]
    assert len(LINES) >= 600
    assert {span[2] for span in spans} == LABELS
    assert {span[3] for span in spans} == STANCES
    per_label, per_stance = Counter(s[2] for s in spans), Counter(s[3] for s in spans)
    assert min(per_label.values()) >= 30
    assert min(per_stance.values()) >= 30
    assert len({genre for genre, _, _ in LINES}) == 13


def test_a_third_of_the_sentences_has_nothing_to_find():
    sober = [line for _, _, line in LINES if not read_marked(line).spans]
    assert len(sober) >= len(LINES) / 4
