"""Text of others shown: it can't be markup, can't turn the line around, can't hide."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hypecheck.report.page.inert import address, flat, inert, link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("<script>", "&lt;script&gt;", id="markup"),
        pytest.param("a \" ' &", "a &quot; &#x27; &amp;", id="quotes that would end an attribute"),
        pytest.param("abc\u202etxt.exe", "abc[U+202E]txt.exe", id="right-to-left override"),
        pytest.param("\u2066a\u2069", "[U+2066]a[U+2069]", id="bidi isolates"),
        pytest.param("a\u200f\u061cb", "a[U+200F][U+061C]b", id="invisible marks of direction"),
        pytest.param("\U000e0041", "[U+E0041]", id="invisible tag letter"),
        pytest.param("a\x00b\x1b[31m", "a\u2400b\u241b[31m", id="NUL and escape"),
        pytest.param("a\x85b", "a[U+0085]b", id="C1 control"),
        pytest.param("a\ud83db", "a\ufffdb", id="lone surrogate"),
        pytest.param("a\r\nb", "a&#13;\nb", id="line ends stay what they are"),
        pytest.param("शक्‍ति 👩‍💻", "शक्‍ति 👩‍💻", id="joiners that scripts and emoji need stay"),
    ],
)
def test_text_is_shown_and_harmless(text, shown):
    assert inert(text) == shown


@given(st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_text_can_be_written_and_has_no_markup(text):
    html = inert(text)
    html.encode("utf-8")
    assert not set(html) & set("<>\"'\x00\u202e\u2066")


@given(st.text(st.characters(exclude_categories=("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")), max_size=80))
def test_ordinary_text_reads_the_same(text):
    assert unescape(inert(text)) == text


def test_flat_is_one_line_of_a_width():
    assert flat("a\n  b") == "a b"
    assert flat("x" * 500, 10) == "x" * 9 + "…"
    assert flat("<" * 500, 5) == "&lt;" * 4 + "…"


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("https://example.org/a?b=1", "https://example.org/a?b=1"),
        ("http://example.org/", "http://example.org/"),
        ("openai/whisper@6e3be77", "https://github.com/openai/whisper/tree/6e3be77"),
        (
            "openai/whisper:model-card.md@c0d2f62",
            "https://github.com/openai/whisper/blob/c0d2f62/model-card.md",
        ),
        (
            "a/b (fork of c/d):docs/x y.md@746e0e9",
            "https://github.com/a/b/blob/746e0e9/docs/x%20y.md",
        ),
        ("a/b:data/hf.json", "https://github.com/a/b/blob/HEAD/data/hf.json"),
    ],
)
def test_source_has_an_address(source, url):
    assert address(source) == url


@pytest.mark.parametrize(
    "source",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "//evil.example",
        "https://", "https://[", "https://evil.example/\u202egpj", "a/b:<script>?x", "",
        "javascript:alert(1)//a/b@1234567",
    ],
)  # fmt: skip
def test_source_without_a_safe_address_is_no_link(source):
    assert address(source) == ""
    assert "<a" not in link(source)


def test_link_tells_the_other_side_nothing(read):
    (anchor,) = read(link("https://example.org/?a=1&b=2")).find("a")
    assert anchor.attrs["href"] == "https://example.org/?a=1&b=2"
    assert anchor.attrs["rel"] == "noopener noreferrer"
    assert "opens in a new tab" in anchor.text
