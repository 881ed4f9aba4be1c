"""What of an HTML page is the article's prose, and what day the page gives itself."""

import pytest

from hypecheck.readers.html_prose import read_html
from hypecheck.readers.prose import Reading

SHOWN = {
    "declarations": ("<!doctype html><?xml version='1.0'?><p>Plain.</p>", "Plain."),
    "closing tag without a name": ("One</ >two.", "Onetwo."),
    "sign that opens no tag": ("<p>1 < 2 files.</p>", "1 < 2 files."),
    "tag that isn't closed": ("<p>Plain.</p><a href='revolution", "Plain."),
    "comment that isn't closed": ("<p>Plain.</p><!-- a revolution", "Plain."),
    "declaration that isn't closed": ("<p>Plain.</p><!doctype revolution", "Plain."),
    "words quoted by a tag": ("<p>He called it <q>fast</q>.</p>", "He called it “fast”."),
    "line break": ("<p>One<br>two<br/>three.</p>", "One two three."),
    "two line breaks": ("<p>One.<br>\n<br>Two.</p>", "One.\n\nTwo."),
    "line break before any words": ("<p><br>One.</p>", "One."),
    "element left out in one of its kind": (
        "<aside>A<aside>B</aside><b>C</b> revolution</aside><p>Plain.</p>",
        "Plain.",
    ),
    "element left out that is empty": ("<p>One <svg/> two.</p>", "One two."),
    "script in an element that is left out": (
        "<nav><script>'</nav>'</script>Home</nav><p>Plain.</p>",
        "Plain.",
    ),
    "the one main part": ("<p>Home</p><main><p>Plain.</p></main><p>More</p>", "Plain."),
    "a main part that isn't closed": ("<p>Home</p><main><p>Plain.</p>", "Plain."),
    "a main part without words": ("<p>Plain.</p><main></main>", "Plain."),
    "the article of a page": (
        "<p>Home</p><article><p>It reads CSV files.</p></article>",
        "It reads CSV files.",
    ),
    "articles in an article": (
        "<p>Home</p><article>It reads.<article>It writes.</article>Both.</article>",
        "It reads.\n\nIt writes.\n\nBoth.",
    ),
    "a teaser is no article": (
        "<article><p>News</p></article><p>It reads CSV files.</p>",
        "News\n\nIt reads CSV files.",
    ),
    "articles side by side": (
        "<article>It reads.</article><article>It writes.</article>",
        "It reads.\n\nIt writes.",
    ),
    "end of an article that never began": ("<p>Plain.</p></article>", "Plain."),
}


def words(source):
    prose = read_html(source)
    return Reading(source, prose.blocks).text


@pytest.mark.parametrize(("source", "text"), SHOWN.values(), ids=SHOWN)
def test_prose_of(source, text):
    assert words(source) == text


LINKED = '<script type="application/ld+json">{"datePublished": "2025-04-03T08:00:00Z"}</script>'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta name="date" content="2025-04-03">', "2025-04-03"),
        ("<meta name=dc.date content=2025-04>", "2025-04"),
        ('<meta itemprop="datePublished" content="2025-04-03T08:00:00Z">', "2025-04-03"),
        (LINKED, "2025-04-03"),
        ('<time datetime="2025-04-03">yesterday</time>', "2025-04-03"),
        ('<time>2025-04-03</time>', ""),
        ('<meta name="date" content="2025-13-45">', ""),
        ('<meta name="date" content="soon">', ""),
        ('<meta name="author" content="2025-04-03">', ""),
        ('<script type="application/ld+json">{"name": "A parser"}</script>', ""),
        ("<script>x = '\"datePublished\": \"2025-04-03\"'</script>", ""),
        ('<meta name="date" content="2024-01-01">' + LINKED, "2025-04-03"),
        ('<meta name="date" content="2024-01-01"><meta name="date" content="2025-04-03">', "2024-01-01"),
    ],
)  # fmt: skip
def test_day_of_a_page(head, day):
    """The surest of a page's own words counts, of equal ones the first."""
    assert read_html(f"<head>{head}</head><body><p>Plain.</p></body>").date == day


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<title>A parser</title><p>Plain.</p>", "A parser"),
        ("<title>A parser</title><title>More</title><p>Plain.</p>", "A parser"),
        ("<title>A parser</title><h1>A fast parser</h1><p>Plain.</p>", "A fast parser"),
        ("<h1>Our site</h1><main><h1>A parser</h1><p>Plain.</p></main>", "A parser"),
        ("<h1>Our site</h1><main><h2>Part</h2><p>Plain.</p></main>", "Our site"),
        ("<svg><title>A picture</title></svg><title>A parser</title><p>Plain.</p>", "A parser"),
    ],
)
def test_title_of_a_page(source, title):
    prose = read_html(source)
    assert Reading(source, [prose.title]).text == title


@pytest.mark.parametrize("source", ["<title> </title><p>Plain.</p>", "<p>Plain.</p>", "<title>"])
def test_page_without_a_title(source):
    assert read_html(source).title is None


def test_comment_behind_text_speaks_of_its_paragraph():
    source = "<p>It's a revolution.</p><!-- hypecheck: ignore --><p>Plain.</p>"
    (note,) = read_html(source).notes
    assert source[slice(*note.covers)].startswith("It's a revolution.")


def test_comment_before_a_paragraph_speaks_of_that():
    source = "<p>One.</p>\n<!-- hypecheck: ignore -->\n<p>It's a revolution.</p>"
    (note,) = read_html(source).notes
    assert source[slice(*note.covers)] == "It's a revolution."


def test_comment_in_an_element_that_is_left_out_says_nothing():
    assert read_html("<nav><!-- hypecheck: ignore -->Home</nav><p>Plain.</p>").notes == ()
