"""Sentences of many genres, each span marked with the stance that a careful reader gives it.

The files in ``sentences/`` read ``id | sentence with <stance|span>``.
"""

import re
from pathlib import Path

import pytest

from hypecheck.stance import ContextStance
from hypecheck.text import make_document
from hypecheck.types import STANCES, Hit

FOLDER = Path(__file__).with_name("sentences")
MARKUP = re.compile(r"<(\w+)\|([^>]+)>")
TAGGER = ContextStance()


def read_markup(markup, part="text"):
    """Document, hits and wanted stances of a marked sentence."""
    text, spans = "", []
    last = 0
    for match in MARKUP.finditer(markup):
        text += markup[last : match.start()]
        spans.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        last = match.end()
    document = make_document(text + markup[last:], part=part)
    hits = [
        Hit(start, end, "praise", "test", 2, sentence_at(document, start))
        for start, end, _ in spans
    ]
    return document, hits, [stance for *_, stance in spans]


def sentence_at(document, offset):
    return max(i for i, (start, _) in enumerate(document.sentences) if start <= offset)


def rows():
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                name, markup = line.split(" | ", 1)
                yield pytest.param(markup, id=f"{path.stem}-{name}")


@pytest.mark.parametrize("markup", [*rows()])
def test_stance_of_sentence(markup):
    document, hits, wanted = read_markup(markup)
    marks = TAGGER.tag(document, hits)
    assert [mark.stance for mark in marks] == wanted, [mark.cues for mark in marks]


def test_stance_sentences_are_many_and_named_once():
    names = [row.id for row in rows()]
    assert len(names) >= 200
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("stance", STANCES)
def test_stance_sentences_cover_each_stance(stance):
    lines = (FOLDER / f"{stance}.txt").read_text(encoding="utf-8")
    assert lines.count(f"<{stance}|") >= 40


def test_stance_cues_stand_in_the_text():
    for row in rows():
        document, hits, _ = read_markup(row.values[0])
        for mark in TAGGER.tag(document, hits):
            assert (mark.stance == "asserted") or mark.cues
            for cue in mark.cues:
                assert document.text[cue.start_char : cue.end_char] == cue.text
