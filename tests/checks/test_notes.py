"""Comments that let findings pass, with a reason, and what is wrong with them."""

import pytest

from hypecheck.checks import Checker, Settings

HYPE = "The kettle is a game-changer."
PRAISE = "It has an incredible lid."


@pytest.fixture(scope="module")
def checker():
    return Checker(Settings())


def passed(report):
    return {finding.span.text: finding.suppressed for finding in report.findings}


def test_comment_above_a_paragraph_speaks_of_it(checker):
    report = checker.check(
        "a.md", f"<!-- hypecheck: ignore the board wants it -->\n{HYPE}\n\n{PRAISE}\n"
    )
    assert passed(report) == {"game-changer": "the board wants it", "incredible lid": None}
    assert not report.problems


def test_comment_on_the_line_speaks_of_the_line(checker):
    report = checker.check("a.md", f"{HYPE} <!-- hypecheck: ignore quoting -->\n\n{PRAISE}\n")
    assert passed(report) == {"game-changer": "quoting", "incredible lid": None}


def test_only_the_categories_that_it_names(checker):
    note = "<!-- hypecheck: ignore[praise] a quote -->"
    report = checker.check("a.md", f"{note}\n{HYPE} {PRAISE}\n")
    assert passed(report) == {"game-changer": None, "incredible lid": "a quote"}


def test_several_categories(checker):
    note = "<!-- hypecheck: ignore[praise, transformation] a quote -->"
    report = checker.check("a.md", f"{note}\n{HYPE} {PRAISE}\n")
    assert set(passed(report).values()) == {"a quote"}


def test_from_start_to_end(checker):
    report = checker.check(
        "a.md",
        f"{PRAISE}\n\n<!-- hypecheck: ignore-start their text -->\n\n{HYPE}\n\n"
        f"<!-- hypecheck: ignore-end -->\n\nA truly stunning spout.\n",
    )
    assert list(passed(report).values()) == [None, "their text", None]
    assert not report.problems


def test_start_within_a_start_is_named_and_ends_the_first(checker):
    report = checker.check(
        "a.md",
        f"<!-- hypecheck: ignore-start their text -->\n\n{HYPE}\n\n"
        f"<!-- hypecheck: ignore-start our text -->\n\n{PRAISE}\n\n"
        "<!-- hypecheck: ignore-end -->\n",
    )
    assert passed(report) == {"game-changer": "their text", "incredible lid": "our text"}
    (problem,) = report.problems
    assert problem.startswith("a.md:5: ")
    assert "ignore-start before the last one's ignore-end" in problem


def test_whole_file(checker):
    report = checker.check(
        "a.md", f"{HYPE}\n\n{PRAISE}\n\n<!-- hypecheck: ignore-file a parody -->\n"
    )
    assert set(passed(report).values()) == {"a parody"}


def test_restructuredtext(checker):
    report = checker.check("a.rst", f".. hypecheck: ignore quoting\n\n{HYPE}\n\n{PRAISE}\n")
    assert passed(report) == {"game-changer": "quoting", "incredible lid": None}


def test_html(checker):
    report = checker.check(
        "a.html", f"<!-- hypecheck: ignore quoting --><p>{HYPE}</p><p>{PRAISE}</p>"
    )
    assert passed(report) == {"game-changer": "quoting", "incredible lid": None}


@pytest.mark.parametrize(
    ("comment", "words"),
    [
        ("ignore", "gives no reason"),
        ("ignore[praise]", "gives no reason"),
        ("ignore[hype] they said so", "names 'hype'. Allowed: capability, certainty, claim"),
        ("allow this", "says 'allow'. Allowed: ignore, ignore-start"),
        ("ignore-end", "ignore-end without an ignore-start"),
        ("ignore[scope] nothing of it here", "lets nothing pass"),
        ("ignore-start no end", "without an ignore-end"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_line(checker, comment, words):
    report = checker.check("a.md", f"Plain.\n\n<!-- hypecheck: {comment} -->\n{HYPE}\n")
    assert any(one.startswith("a.md:3: ") and words in one for one in report.problems)


def test_a_wrong_comment_lets_nothing_pass(checker):
    report = checker.check("a.md", f"<!-- hypecheck: ignore[hype] so -->\n{HYPE}\n")
    assert passed(report) == {"game-changer": None}


def test_other_comments_are_none_of_its_business(checker):
    assert not checker.check("a.md", f"<!-- todo: ignore -->\n{HYPE}\n").problems
