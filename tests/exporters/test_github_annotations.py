"""Annotations for GitHub: the right line, and no command that an article could have written."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hypecheck.exporters.github import escape_data, escape_property, render
from hypecheck.types import Place

#: As the runner reads a line: name, properties, message.
COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^:,\r\n]*)(?:,\w+=[^:,\r\n]*)*)::(.*)")


def parsed(line):
    name, fields, message = COMMAND.fullmatch(line).groups()
    return name, dict(field.split("=", 1) for field in fields.split(",")), message


def test_finding_is_a_line_with_its_place(checked):
    (line,) = render([checked]).splitlines()
    name, fields, message = parsed(line)
    assert name == "error"
    assert fields == {
        "file": "docs/a b.md", "line": "2", "col": "13", "endColumn": "48",
        "title": "hypecheck%3A priority",
    }  # fmt: skip
    assert message.startswith("“first open-weight model since GPT-2” (priority, asserted): REFUTED")


def test_columns_are_left_out_where_a_phrase_goes_over_lines(file_with, finding):
    _, fields, _ = parsed(render([file_with(finding(place=Place(2, 8, 3, 4, 9, 30)))]).rstrip())
    assert (fields["line"], fields["endLine"]) == ("2", "3")
    assert "col" not in fields


def test_title_that_stands_nowhere_in_the_text_has_a_line_and_no_columns(file_with, finding):
    _, fields, _ = parsed(render([file_with(finding(place=Place(1, 1, 1, 1, 0, 0)))]).rstrip())
    assert fields["line"] == "1"
    assert not {"col", "endLine", "endColumn"} & set(fields)


def test_worst_come_first(file_with, finding):
    findings = [finding(intensity=1), finding(intensity=3), finding(intensity=2)]
    names = [parsed(line)[0] for line in render([file_with(*findings)]).splitlines()]
    assert names == ["warning", "warning", "notice"]


@pytest.mark.parametrize("change", [{"suppressed": "quoted"}, {"known": True}, {"stance": "rejected"}])  # fmt: skip
def test_what_is_let_pass_is_not_annotated(file_with, finding, change):
    assert render([file_with(finding(**change))]) == ""


def test_problems_of_the_file_are_warnings(file_with):
    line = render([file_with(problems=("a.md:3: unused",))]).rstrip()
    assert line == "::warning file=a.md,title=hypecheck::a.md:3: unused"


ATTACKS = [
    "\n::error file=x::injected",
    "\r\n::add-mask::secret",
    "%0A::set-output name=x::y",
    "::stop-commands::token",
    "\u2028::error::x",
    "\x1b[2J\x1b]0;owned\x07",
    "\u202egnorw",
    "half a pair \ud800",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_article_text_stays_inside_its_line(file_with, finding, attack):
    report = file_with(finding(message=attack, path=f"a{attack}.md"), path=f"a{attack}.md")
    text = render([report])
    assert text.count("\n") == 1
    assert "\r" not in text
    assert parsed(text.rstrip("\n"))[0] == "warning"
    assert not set("\x1b\x07\u202e\u2028") & set(text)
    text.encode("utf-8")


def test_category_of_a_users_own_is_escaped_too(file_with, finding):
    _, fields, _ = parsed(render([file_with(finding("a,file=b::c"))]).rstrip())
    assert fields["title"] == "hypecheck%3A a%2Cfile=b%3A%3Cc".replace("%3C", "%3A")


@given(st.text(max_size=40))
def test_escapes_can_be_undone_and_hold_no_sign_that_steers(text):
    shown = escape_property(text)
    assert not re.search("[\r\n:,]", shown)
    plain = shown.replace("%2C", ",").replace("%3A", ":")
    assert plain == escape_data(text)
    assert "%" not in re.sub("%(25|0D|0A)", "", plain)
