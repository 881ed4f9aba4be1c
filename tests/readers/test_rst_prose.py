"""What of a reStructuredText file is the writer's prose: tables, fields, directives, quotes."""

import pytest

from hypecheck.readers.prose import Reading
from hypecheck.readers.rst import read_rst


def words(source):
    prose = read_rst("Title\n=====\n\n" + source)
    return Reading(prose.source, prose.blocks).text


def paragraphs(source):
    return words(source).split("\n\n")


GRID = """\
+---------+------------------+
| Model   | What it does     |
+=========+==================+
| Alpha   | It reads         |
|         | whole books.     |
+---------+------------------+
| Beta    | It writes.       |
+---------+------------------+

After."""

SIMPLE = """\
=====  ================
Model  What it does
=====  ================
Alpha  It reads
       whole books.
Beta   It writes.
=====  ================

After."""

CELLS = ["Model", "What it does", "Alpha", "It reads whole books.", "Beta", "It writes.", "After."]


class TestTables:
    def test_cells_of_a_grid_are_read_whole(self):
        assert paragraphs(GRID) == CELLS

    def test_cells_of_a_simple_table_are_read_whole(self):
        assert paragraphs(SIMPLE) == CELLS

    def test_rows_that_reach_over_columns_are_read_line_by_line(self):
        source = "+-------+------+\n| Alpha | fast |\n| both of them |\n+-------+------+\n"
        assert paragraphs(source) == ["Alpha", "fast", "both of them"]

    def test_simple_table_keeps_a_last_column_that_is_longer_than_its_border(self):
        source = "=====  ====\nAlpha  It reads whole books.\n=====  ====\n"
        assert paragraphs(source) == ["Alpha", "It reads whole books."]

    def test_rows_may_end_early(self):
        source = "=====  ====\nAlpha  fast\nBeta\n=====  ====\n"
        assert paragraphs(source) == ["Alpha", "fast", "Beta"]

    def test_borders_that_nothing_closes_are_no_table(self):
        assert paragraphs("=====  ====\nAlpha  It reads.\n") == ["===== ==== Alpha It reads."]

    def test_table_at_the_end_of_a_file(self):
        assert paragraphs("=====  ====\nAlpha  fast\n=====  ====") == ["Alpha", "fast"]


SHOWN = {
    "escaped sign": (r"A \*fast\* parser.", ["A *fast* parser."]),
    "address": ("See https://example.com/fast, it says.", ["See , it says."]),
    "role with words": ("The :term:`fast parser` reads.", ["The fast parser reads."]),
    "role with a title": ("The :ref:`notes on it <notes>` say so.", ["The notes on it say so."]),
    "role with a name": ("Call :func:`revolution` now.", ["Call now."]),
    "link that is defined below": ("See `the notes`_ on it.", ["See the notes on it."]),
    "interpreted text": ("Call `revolution` now.", ["Call now."]),
    "footnote mark": ("It is fast [1]_ at last.", ["It is fast at last."]),
    "footnote": (".. [1] It was measured\n   twice.\n", ["It was measured twice."]),
    "term and its meaning": ("Parser\n    It reads\n    CSV.\n", ["Parser", "It reads CSV."]),
    "paragraph with a hanging indent": ("One\ntwo\n  three.\n", ["One two three."]),
    "line block": ("| One line\n| and one more\n", ["One line", "and one more"]),
    "list in a list": ("* one\n\n  * two\n    goes on\n", ["one", "two goes on"]),
    "list of code": ("* >>> revolution()\n", []),
    "list item below its mark": ("*\n  one\n", ["one"]),
    "quote": ("He said:\n\n    A revolution!\n\nIt isn't.", ["He said:", "It isn't."]),
    "doctest": ("Try:\n\n>>> revolution()\nA revolution\n\nIt ran.", ["Try:", "It ran."]),
    "field": ("Text.\n\nMore.\n\n:rate: It is\n   fast.\n", ["Text.", "More.", "It is fast."]),
    "option of a directive": (
        ".. note:: It is fast.\n   :class: revolution\n",
        ["It is fast."],
    ),
    "picture with a caption": (
        ".. figure:: revolution.png\n   :alt: A revolution\n\n   It grew.\n",
        ["It grew."],
    ),
    "note that begins on the line": (
        ".. warning:: It is slow\n   on Mondays.\n\nAfter.",
        ["It is slow on Mondays.", "After."],
    ),
    "comment of several lines": ("..\n   a revolution\n   or two\n\nAfter.", ["After."]),
    "heading between lines": ("=====\n Part\n=====\n\nText.", ["Part", "Text."]),
    "heading below text": ("Text.\n\nPart\n----\n\nMore.", ["Text.", "Part", "More."]),
    "line between paragraphs": ("One.\n\n----\n\nTwo.", ["One.", "Two."]),
    "line at the end": ("One.\n\n----", ["One."]),
    "two hyphens": ("One.\n\n--", ["One.", "--"]),
    "line that is too short": ("A long heading\n--\n\nText.", ["A long heading --", "Text."]),
    "body behind a tab": (".. note::\n\n\tIt is fast.\n", ["It is fast."]),
}


@pytest.mark.parametrize(("source", "text"), SHOWN.values(), ids=SHOWN)
def test_prose_of(source, text):
    assert [part for part in paragraphs(source) if part] == text


def test_fields_at_the_head_say_title_and_day():
    prose = read_rst(":title: A fast parser\n:date: 2025-04-03\n:tags: revolution\n\nText.\n")
    assert Reading(prose.source, [prose.title]).text == "A fast parser"
    assert prose.date == "2025-04-03"
    assert Reading(prose.source, prose.blocks).text == "Text."


def test_first_of_two_days_counts():
    assert read_rst(":date: 2025-04-03\n:published: 2024-01-01\n\nText.\n").date == "2025-04-03"


def test_comment_to_hypecheck_may_take_several_lines():
    (note,) = read_rst("..\n   hypecheck: ignore transformation\n\nIt's a revolution.\n").notes
    assert note.words == "ignore transformation"
