"""Quotations: straight, curly, single, nested, open at either end, and marks that are none."""

import pytest

from hypecheck.stance.quotes import find_quotes, overlapping

FOUND = {
    "straight": ('He said "yes" twice.', ['"yes"']),
    "curly": ("He said “yes” twice.", ["“yes”"]),
    "guillemets": ("He said «yes» twice.", ["«yes»"]),
    "two": ('"One" and "two".', ['"One"', '"two"']),
    "comma-inside": ('"Yes," he said.', ['"Yes,"']),
    "bracket": ('It ("new") won.', ['"new"']),
    "dash": ('It—"new"—won.', ['"new"']),
    "across-sentences": ("“One. Two.” Three.", ["“One. Two.”"]),
    "single": ("The 'smart' bin.", ["'smart'"]),
    "single-curly": ("The ‘smart’ bin.", ["‘smart’"]),
    "single-with-apostrophe": ("'It's fine,' he said.", ["'It's fine,'"]),
    "single-with-plural": (
        "'The farmers' best day,' he said.",
        ["'The farmers' best day,'"],
    ),
    "nested": ("“The 'smart' bin”", ["“The 'smart' bin”", "'smart'"]),
    "apostrophe": ("It isn't the farmers' barn, it's Ann's.", []),
    "apostrophe-curly": ("It isn’t the farmers’ barn.", []),
    "decade": ("In the '90s and the '80s.", []),
    "elision": ("Rock 'n' roll, get 'em.", []),
    "inches": ('A 15.6" screen.', []),
    "feet-and-inches": ("He is 6'2\" tall.", []),
    "open-to-line-end": ("Lee added, “It grew.\nNext line.", ["“It grew."]),
    "open-until-next": ("“One.\n“Two.”\nThree.", ["“One.", "“Two.”"]),
    "open-until-next-straight": ('"One.\n"Two."', ['"One.', '"Two."']),
    "open-until-next-of-its-line": ("“One “two” three.\nFour.", ["“One ", "“two”"]),
    "open-until-blank-line": ('"One.\n\nTwo."', ['"One.', 'Two."']),
    "unopened": ("It grew,” said Lee.", ["It grew,”"]),
    "unopened-straight": ('It grew," said Lee.', ['It grew,"']),
    "unopened-in-its-line": ("First.\nIt grew,” said Lee.", ["It grew,”"]),
    "unopened-behind-a-blank-line": ("\nIt grew,” said Lee.", ["It grew,”"]),
    "unopened-too-far-from-its-line": ("word " * 1000 + "grew,” said Lee.", []),
    "unopened-behind-another": ("“It,” he said, grew,” said Lee.", ["“It,”"]),
    "mark-alone": ("” said Lee.", []),
    "spaced": ('" Yes, " he said.', ['" Yes, "']),
    "spaced-to-the-end": ('He said "Yes "', ['"Yes "']),
    "block": ("Text\n> quoted line\nText", ["> quoted line"]),
    "block-only-at-line-start": ("a > b", []),
    "none": ("No marks here.", []),
    "empty": ("", []),
}


@pytest.mark.parametrize(("text", "wanted"), FOUND.values(), ids=FOUND.keys())
def test_quotes_found(text, wanted):
    assert [text[quote.start : quote.end] for quote in find_quotes(text)] == wanted


def test_quotes_know_their_kind():
    kinds = [quote.kind for quote in find_quotes("“a” 'b'\n> c")]
    assert kinds == ["double", "single", "block"]


def test_quotes_left_open_are_double_and_not_closed():
    for text in ("“One.\n“Two.", "“One “two.”", "“One.\n\nTwo.", "“One.\n\n“Two.”", "“One."):
        first = find_quotes(text)[0]
        assert (first.kind, first.opened, first.closed) == ("double", True, False)


def test_quotes_know_which_ends_are_marked():
    (quote,) = find_quotes("Lee added, “It grew.")
    assert (quote.opened, quote.closed) == (True, False)
    (quote,) = find_quotes("It grew,” said Lee.")
    assert (quote.opened, quote.closed) == (False, True)


@pytest.mark.parametrize(
    ("text", "count"),
    [("“new”", 1), ("“so-called new”", 2), ("“a 5% rise in 2024”", 5), ("“It’s ours.”", 2)],
)
def test_quotes_count_words(text, count):
    (quote,) = find_quotes(text)
    assert len(quote.words(text)) == count


def test_quotes_overlapping_come_innermost_first():
    text = "“The 'smart' bin” and “more”"
    at = text.index("smart")
    around = [*overlapping(find_quotes(text), at, at + 5)]
    assert [text[quote.start : quote.end] for quote in around] == ["'smart'", "“The 'smart' bin”"]


def test_quotes_overlapping_come_innermost_first_where_both_begin_together():
    text = "'Magic' is here,” said Lee."
    around = [*overlapping(find_quotes(text), 2, 4)]
    assert [text[quote.start : quote.end] for quote in around] == ["'Magic'", "'Magic' is here,”"]


def test_quotes_overlapping_leave_out_one_that_ends_where_the_stretch_begins():
    assert [*overlapping(find_quotes("“a”b“c”"), 3, 4)] == []


def test_quotes_overlapping_leave_the_others_out():
    text = "“One” and “two”"
    assert [*overlapping(find_quotes(text), 6, 9)] == []


def test_quotes_overlapping_find_all_of_a_long_stretch():
    text = "“a” " * 30
    assert len([*overlapping(find_quotes(text), 0, len(text))]) == 30
