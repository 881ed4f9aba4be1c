"""Sentence boundaries: each case is written as it should be split, with | between sentences."""

from itertools import pairwise

import pytest

from hypecheck.text import split_sentences

SPLIT = [
    "One.| Two.",
    "Is it? |Yes!| Really…| So.",
    "Acme Inc. shipped it.| It works.",
    "Acme Inc.| The firm shipped it.",
    "Dr. Lee and Prof. Wu agreed.| Mrs. Oh did not.",
    "The U.S. Senate voted.| In the U.S.| The vote was close.",
    "J. R. Smith wrote it.| He lied.",
    "It costs $3.50 per unit.| Cheap.",
    "Version 2.0 is out.| Get it.",
    "“It works.”| She left.",
    "He said: “It works.” |“Fine,” she said.",
    "Wait… what?| Yes.",
    "See fig. 3 for details.| Then stop.",
    "On Jan. 5 it shipped.| On Feb. 6 it broke.",
    "Yahoo! is back.",
    "A headline without a stop\n|A body with one.",
    "First paragraph.\n\n|Second paragraph.",
    "- one item\n|- another item",
    "It was vs. them.| All lost.",
    "GPT-4 vs. Claude: who wins?| Nobody.",
    "e.g. Llama or i.e. Mistral.| Done.",
    "(It works.)| So there.",
    "He paid 5 p.m. prices.| Bad.",
    "Was it I.| No, it was you.",
    "The end?| 3 people asked.",
    "He said no.| She left.",
    "See No. 5 on the list.| Buy it.",
]


@pytest.mark.parametrize("marked", SPLIT)
def test_sentences_end_where_marked(marked):
    text = marked.replace("|", "")
    expected = [part.strip() for part in marked.split("|")]
    assert [text[start:end] for start, end in split_sentences(text)] == expected


def test_lines_of_a_wrapped_mail_are_one_sentence():
    text = (
        "The board met on Tuesday to talk about the budget for\n"
        "Project Lion, which has been over its limit since the\n"
        "spring. It did not decide."
    )
    assert len(split_sentences(text)) == 2


def test_line_that_goes_on_in_lower_case_is_one_sentence():
    assert len(split_sentences("The board met on\ntuesday.")) == 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\t \n"])
def test_blank_text_has_no_sentence(text):
    assert split_sentences(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "a.b.c",
        "…!?.",
        "x" * 5000,
        "A. " * 2000,
        "\n".join("ab" * 40 for _ in range(50)),
        "\ud800. A",
    ],
)
def test_sentences_cover_all_that_is_not_blank(text):
    covered = "".join(text[start:end] for start, end in split_sentences(text))
    assert "".join(covered.split()) == "".join(text.split())


def test_sentences_do_not_overlap_and_are_in_order():
    text = "One. Two?\nThree!  Four (five. Six)."
    offsets = split_sentences(text)
    assert all(before[1] <= after[0] for before, after in pairwise(offsets))
