"""What of a marked-up file is the writer's prose, and where it stands."""

import pytest

from hypecheck.checks.reading import has_markup, read_plain, read_prose
from hypecheck.readers.html_prose import read_html
from hypecheck.readers.markdown import read_markdown
from hypecheck.readers.prose import Reading
from hypecheck.readers.rst import read_rst


def words(prose):
    return Reading(prose.source, prose.blocks).text


MARKDOWN = [
    ("A *fast* parser.", "A fast parser."),
    ("A **fast** and __light__ parser.", "A fast and light parser."),
    ("It reads `CSV` files.", "It reads files."),
    ("See [the notes](https://example.com/a_b).", "See the notes."),
    ("See [the notes][1].\n\n[1]: https://example.com\n", "See the notes."),
    ("![A chart](chart.png)\n\nIt grew.", "It grew."),
    ("Before.\n\n```python\nrevolution = 1\n```\n\nAfter.", "Before.\n\nAfter."),
    ("Before.\n\n~~~\nrevolution\n~~~\n\nAfter.", "Before.\n\nAfter."),
    ("Before.\n\n    revolution = 1\n\nAfter.", "Before.\n\nAfter."),
    ("He said:\n\n> It's a revolution.\n\nIt isn't.", "He said:\n\nIt isn't."),
    ("- one\n- two\n", "one\n\ntwo"),
    ("1. one\n2. two\n", "one\n\ntwo"),
    ("<!-- a revolution -->\nPlain.", "Plain."),
    ("| a | b |\n|---|---|\n| one | two |\n", "a\n\nb\n\none\n\ntwo"),
    ("A line\nthat goes on.", "A line that goes on."),
    ("A line\r\nthat goes on.\r\n", "A line that goes on."),
    ("Fish &amp; chips.", "Fish & chips."),
    ("> [!NOTE]\n> It is fast.\n", "It is fast."),
]


@pytest.mark.parametrize(("source", "text"), MARKDOWN, ids=[source[:24] for source, _ in MARKDOWN])
def test_markdown_without_its_marks(source, text):
    assert words(read_markdown("# Title\n\n" + source)) == text


RST = [
    ("A *fast* and **light** parser.", "A fast and light parser."),
    ("It reads ``CSV`` files.", "It reads files."),
    ("See `the notes <https://example.com>`_.", "See the notes."),
    ("So::\n\n    revolution = 1\n\nAfter.", "So::\n\nAfter."),
    (".. code-block:: python\n\n   revolution = 1\n\nAfter.", "After."),
    (".. a revolution\n\nAfter.", "After."),
    (".. note::\n\n   It is fast.\n", "It is fast."),
    ("* one\n* two\n", "one\n\ntwo"),
]


@pytest.mark.parametrize(("source", "text"), RST, ids=[source[:24] for source, _ in RST])
def test_restructuredtext_without_its_marks(source, text):
    assert words(read_rst("Title\n=====\n\n" + source)) == text


HTML = [
    ("<p>A <b>fast</b> parser.</p>", "A fast parser."),
    ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
    ("<p>It reads <code>CSV</code> files.</p>", "It reads files."),
    ("<script>revolution()</script><p>Plain.</p>", "Plain."),
    ("<style>p { color: red }</style><p>Plain.</p>", "Plain."),
    ("<blockquote>It's a revolution.</blockquote><p>It isn't.</p>", "It isn't."),
    ("<!-- a revolution --><p>Plain.</p>", "Plain."),
    ("<p>Fish &amp; chips.</p>", "Fish & chips."),
    ("<ul><li>one<li>two</ul>", "one\n\ntwo"),
    ("<p>One<br>two.</p>", "One two."),
]


@pytest.mark.parametrize(("source", "text"), HTML, ids=[source[:24] for source, _ in HTML])
def test_html_without_its_tags(source, text):
    assert words(read_html(f"<html><body>{source}</body></html>")) == text


def test_plain_text_is_read_as_it_stands_with_one_kind_of_line_end():
    assert words(read_plain("\nOne\nline.\r\n\r\n  Two.\n")) == "\nOne\nline.\n\n  Two.\n"
    assert words(read_plain(" \n\n")) == ""


def test_offsets_behind_two_signs_for_a_line_end_hold():
    source = "One.\r\n\r\nTwo.\rThree."
    reading = Reading(source, read_plain(source).blocks)
    for word in ("One.", "Two.", "Three."):
        at = reading.text.index(word)
        start, end = reading.place(at, at + len(word))
        assert source[start:end] == word


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        ("a.md", True),
        ("A.MD", True),
        ("a.rst", True),
        ("a.htm", True),
        ("a.txt", False),
        ("a", False),
    ],
)
def test_the_ending_says_how_a_file_is_read(name, marked):
    assert has_markup(name) is marked


class TestTitleAndDate:
    def test_front_matter_of_markdown(self):
        prose = read_markdown("---\ntitle: A parser\ndate: 2025-04-03\n---\n\nText.")
        assert Reading(prose.source, [prose.title]).text == "A parser"
        assert (prose.date, prose.date_from) == ("2025-04-03", "front matter")

    @pytest.mark.parametrize("mark", ["'", '"'])
    def test_title_without_the_marks_around_it(self, mark):
        prose = read_markdown(f"---\ntitle: {mark}A fast parser{mark}\n---\n\nText.")
        assert Reading(prose.source, [prose.title]).text == "A fast parser"

    def test_first_heading(self):
        prose = read_markdown("Intro.\n\n# A parser\n\nText.")
        assert Reading(prose.source, [prose.title]).text == "A parser"
        assert words(prose) == "Intro.\n\nText."

    def test_heading_of_restructuredtext(self):
        prose = read_rst("A parser\n========\n\nText.")
        assert Reading(prose.source, [prose.title]).text == "A parser"

    def test_page(self):
        page = (
            "<html><head><title>A parser</title>"
            '<meta property="article:published_time" content="2025-04-03T10:00:00Z"></head>'
            "<body><h1>A parser</h1><p>Text.</p></body></html>"
        )
        prose = read_html(page)
        assert (prose.date, prose.date_from) == ("2025-04-03", "page")

    @pytest.mark.parametrize("source", ["---\n\nNo front matter.", "---\nno: end\n", "Text."])
    def test_none(self, source):
        assert read_markdown(source).date == ""


SOURCES = [
    *(("a.md", "# Title\n\n" + source) for source, _ in MARKDOWN),
    *(("a.rst", "Title\n=====\n\n" + source) for source, _ in RST),
    *(("a.html", source) for source, _ in HTML),
    ("a.txt", "One\nline.\r\n\r\nTwo 🚀 rockets."),
]


@pytest.mark.parametrize(("name", "source"), SOURCES, ids=range(len(SOURCES)))
def test_every_word_leads_back_to_where_it_stands(name, source):
    prose = read_prose(name, source)
    reading = Reading(source, prose.blocks)
    at = 0
    for word in reading.text.split():
        start = reading.text.index(word, at)
        at = start + len(word)
        first, last = reading.place(start, at)
        stands = source[first:last]  # where a link's target ends a word, it stands in between
        assert stands == "&amp;" or (stands[: len(word) - 1], stands[-1]) == (word[:-1], word[-1])


@pytest.mark.parametrize(("name", "source"), SOURCES, ids=range(len(SOURCES)))
def test_blanked_file_has_the_same_offsets(name, source):
    blanked = read_prose(name, source).blanked()
    assert len(blanked) == len(source)
    assert blanked.count("\n") == source.count("\n")


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        *(("a.md", unit) for unit in ("> ", "*", "[", "`", "![](", "<div>", "- ", "```\n", "<!--")),
        *(("a.rst", unit) for unit in ("*", "`", "``", ".. ", "|", "::\n\n", "=\n")),
        *(
            ("a.html", unit)
            for unit in ("<", "<p>", "</p>", "<blockquote>", "<!--", "&", "<a href='")
        ),
    ],
)
def test_marks_without_end_are_read(name, unit):
    source = unit * 20_000 + "\n\nIt reads CSV.\n"
    assert len(read_prose(name, source).blanked()) == len(source)
