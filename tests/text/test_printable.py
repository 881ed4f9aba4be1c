"""Text from anybody's files on one line of a terminal."""

import pytest

from hypecheck.printable import printable_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Plain words.", "Plain words."),
        ("two\nlines\tand  blanks ", "two lines and blanks"),
        ("\x1b[2Jgone", "�[2Jgone"),
        ("turned\u202eround", "turned�round"),
        ("naïve 日本 🚀", "naïve 日本 🚀"),
        ("", ""),
    ],
)
def test_line_keeps_what_can_be_seen_and_replaces_what_steers(text, line):
    assert printable_line(text) == line
