"""What of a Markdown file is the writer's prose: containers, tags, marks that nothing closes."""

import pytest

from hypecheck.readers.markdown import read_markdown
from hypecheck.readers.prose import Reading

SHOWN = {
    # marks in a paragraph
    "escaped sign": (r"A \*fast\* parser.", "A *fast* parser."),
    "line end that is kept": ("A fast\\\nparser.", "A fast parser."),
    "backtick that nothing closes": ("It`s fast.", "It`s fast."),
    "comment in a line": ("It is <!-- a revolution --> fast.", "It is fast."),
    "comment in a line that nothing closes": ("It is <!-- fast.", "It is <!-- fast."),
    "address": ("See https://example.com/fast, it says.", "See , it says."),
    "address in angle brackets": ("See <https://example.com/fast>.", "See ."),
    "template": ("It reads {{ revolution }} files.", "It reads files."),
    "emoji by name": ("It runs :rocket: fast.", "It runs fast."),
    "words struck out": ("It is ~~a revolution~~ fast.", "It is fast."),
    "tildes that nothing closes": ("About ~~5 files.", "About ~~5 files."),
    "two pairs of which one is open": ("~~No~~ and ~~5 files.", "and ~~5 files."),
    "bracket that nothing opened": ("It is] fast.", "It is] fast."),
    "bracket that leads nowhere": ("It is [fast] now.", "It is [fast] now."),
    "stars that stand alone": ("2 * 3 files.", "2 * 3 files."),
    "bars inside a word": ("It reads snake_case_names.", "It reads snake_case_names."),
    "sign that HTML doesn't know": ("A &fast; parser.", "A &fast; parser."),
    "picture in a link": ("[![fast](a.png)](b.html) It is.", "It is."),
    "code in the words for a picture": ("![A `revolution` b](c.png) It is.", "It is."),
    "code in a link": ("See [`revolution`](b.html) there.", "See there."),
    # tags in a paragraph
    "tag": ("It is <b>fast</b>.", "It is fast."),
    "words quoted by a tag": ("He called it <q>fast</q>.", "He called it “fast”."),
    "code in a tag": ("Press <kbd>Revolution</kbd> now.", "Press now."),
    "code in a tag that nothing closes": ("Press <kbd>Enter now.", "Press Enter now."),
    "code in tags that nothing closes": ("Press <kbd>Enter <kbd>now.", "Press Enter now."),
    "line broken by a tag": ("One.<br>Two.", "One.\n\nTwo."),
    "element that is empty": ("One <svg/> two.", "One two."),
    "quote in a tag": (
        "<blockquote>\n\nA revolution!\n\n</blockquote>\n\nIt isn't.",
        "It isn't.",
    ),
    "quote in a tag that nothing closes": ("<blockquote>\n\nIt is fast.", "It is fast."),
    "script that begins a line": ("<script>\nrevolution\n\n</script>\n\nPlain.", "Plain."),
    "code in a page's tag": ("One <pre>revolution\n\nrevolution</pre>\n\nTwo.", "One\n\nTwo."),
    "script on one line": ("<script>revolution()</script>\n\nPlain.", "Plain."),
    # blocks
    "text behind a comment": ("<!-- a revolution --> It is fast.", "It is fast."),
    "text behind a long comment": ("<!-- a\nrevolution --> It is fast.", "It is fast."),
    "heading that a line makes": ("Part\n----\n\nText.", "Part\n\nText."),
    "quote that goes on without its mark": ("> A revolution,\nhe said.\n\nIt isn't.", "It isn't."),
    "text indented below text": ("One\n     two.", "One two."),
    "code in a list": ("-     revolution\n- two", "two"),
    "list item that begins empty": ("-\n  one\n- two", "one\n\ntwo"),
    "tasks": ("- [x] one\n- [ ] two", "one\n\ntwo"),
    "bars without a line of hyphens": ("a | b\nc | d", "a | b c | d"),
    "footnote": ("Fast.[^1]\n\n[^1]: Measured\n    twice.", "Fast.\n\nMeasured twice."),
    "term and its meaning": ("Parser\n: It reads CSV.", "Parser\n\nIt reads CSV."),
    "admonition": ('!!! note "A word"\n    It is fast.', "A word\n\nIt is fast."),
    "admonition without a title": ("!!! note\n    It is fast.", "It is fast."),
    "container": (":::tip\nIt is fast.\n:::", "It is fast."),
    "formula": ("$$\nrevolution\n$$\n\nPlain.", "Plain."),
}


def words(source):
    prose = read_markdown("# Title\n\n" + source)
    return Reading(prose.source, prose.blocks).text


@pytest.mark.parametrize(("source", "text"), SHOWN.values(), ids=SHOWN)
def test_prose_of(source, text):
    assert words(source) == text


def test_label_longer_than_any_is_no_link():
    label = "word " * 250
    source = f"[{label}] is fast.\n\n[{label}]: https://example.com\n"
    assert words(source).startswith("[word word")


def test_lists_on_one_line_are_told_apart_to_some_depth():
    assert words("- " * 60 + "deep") == "- " * 20 + "deep"
