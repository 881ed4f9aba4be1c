"""The pattern language, element by element: what matches, what doesn't."""

import re

import pytest

from hypecheck.errors import PatternError
from hypecheck.patterns import compile_pattern, normalize

MATCHES = [
    ("game-changer", "A game-changer."),
    ("game-changer", "A Game Changer."),
    ("game-changer", "a gamechanger"),
    ("game-changer", "a game–changer"),
    ("game-changer/n", "two game-changers"),
    ("state of the art", "State-of-the-Art optics"),
    ("state of the art", "the state\nof the art"),
    ("revolutionize/v", "It revolutionised farming."),
    ("revolutionize/v", "revolutionizing"),
    ("beat/v", "was beaten"),
    ("crush/v", "crushes rivals"),
    ("rewrite/v", "rewrote the rules"),
    ("fast/a", "the fastest"),
    ("good/a", "even better"),
    ("honor/v", "honoured"),
    ("(best|top) in class", "best in class"),
    ("(blow/v away|leave/v in the dust)", "left in the dust"),
    ("very? fast", "fast"),
    ("very? fast", "very fast"),
    ("fast very?", "fast"),
    ("(in the world)? today", "today"),
    ("take/v * to market", "took it to market"),
    ("take/v *3 to the next level", "takes your whole team to the next level"),
    ("take/v *3 to the next level", "take to the next level"),
    ("*-killer/n", "a Tesla-killer"),
    ("*'s finest", "the town’s finest"),
    ("*'s finest", "two towns' finest"),
    ("# times faster", "12 times faster"),
    ("# times faster", "ten times faster"),
    ("$adv best", "truly best"),
    ("$adv best", "demonstrably best"),
    ("no, really", "No, really"),
    ("it's over", "It’s over"),
    ('" (think/v|know/v) "', "It “knows” you."),
    ("(anti|counter)-war", "counter-war"),
    ("(life|soul)-(changing|saving)", "a soul-saving trip"),
    ("(rival|challenger)/n", "two challengers"),
    ("(beat|crush)/v rivals", "crushed rivals"),
    ("(do|did)n't help", "didn't help"),
    ("(not|n't) new", "isn’t new"),
    ("(not|n't) new", "not new"),
    ("it (is|'s) over", "it’s over"),
    ("it ('ll|will) win", "it'll win"),
    ("(im)?possible", "possible"),
    ("(im)?possible", "impossible"),
    ("(anyone|everyone),? anywhere", "anyone, anywhere"),
    ("(anyone|everyone),? anywhere", "everyone anywhere"),
    ("best (.|,|in class)", "the best, he said"),
    ('the " *1 revolution "', 'the "so-called revolution"'),
]

MISSES = [
    ("game-changer", "The game changed."),
    ("game-changer", "a game; changer"),
    ("game-changer", "endgame-changers"),
    ("game-changer/n", "game-changed"),
    ("state of the art", "state of the arts"),
    ("revolutionize/v", "revolution"),
    ("take/v *3 to the next level", "take this, and move it to the next level"),
    ("take/v *3 to the next level", "take a b c d to the next level"),
    ("*-killer/n", "a killer feature"),
    ("*'s finest", "its finest"),
    ("# times faster", "many times faster"),
    ("no, really", "no really"),
    ("best in class", "best – in class"),
]


@pytest.mark.parametrize(("pattern", "text"), MATCHES)
def test_pattern_matches(pattern, text):
    assert compile_pattern(pattern).regex.search(normalize(text))


@pytest.mark.parametrize(("pattern", "text"), MISSES)
def test_pattern_does_not_match(pattern, text):
    assert not compile_pattern(pattern).regex.search(normalize(text))


def test_brackets_mark_the_flagged_part():
    match = compile_pattern("take/v *4 to [the next level]").regex.search(
        "takes it to the next level"
    )
    assert match.group("span") == "the next level"


@pytest.mark.parametrize(
    ("pattern", "anchor"),
    [
        ("state of the art", "state"),
        ("take/v *3 to the next level", "level"),
        ("(blow/v away|leave/v in the dust)", "dust"),
        ("*-killer", "killer"),
        ("game-changer", "gamechanger"),
        ("revolutionize/v", "revolutionised"),
    ],
)
def test_pattern_names_a_word_that_every_match_holds(pattern, anchor):
    assert anchor in compile_pattern(pattern).anchors


@pytest.mark.parametrize(("pattern", "text"), MATCHES)
def test_every_match_holds_an_anchor(pattern, text):
    compiled = compile_pattern(pattern)
    words = set(re.findall(r"[^\W_]+", normalize(text)))
    assert not compiled.anchors or words & compiled.anchors


@pytest.mark.parametrize(
    ("pattern", "complaint"),
    [
        ("(best", "closing bracket"),
        ("best)", "opening bracket"),
        ("", "empty"),
        ("revolutionize/x", "/v, /n, /a"),
        ("$nonsense best", r"\$adv"),
        ("(a (b|c))-word", "inside a word"),
        ("(disease|lines?) ahead", "may be empty"),
        ("24/7/365 support", "/v, /n, /a"),
        ("[best] [ever]", "around one flagged part"),
        ("]best[", "around one flagged part"),
        ("[best ever", "around one flagged part"),
        ("the [(very] best)", "around one flagged part"),
        ("(the [very)] best", "around one flagged part"),
        ("(the [very) (much] best)", "around one flagged part"),
        (
            f"({'|'.join('abcdefghijklmnopqrstu')})({'|'.join('abcdefghijklmnopqrst')})",
            "more than 400 words",
        ),
        ("\\d+ times", "Allowed: letters"),
    ],
)
def test_unreadable_pattern_is_one_clear_error(pattern, complaint):
    with pytest.raises(PatternError, match=complaint):
        compile_pattern(pattern)


@pytest.mark.parametrize(
    "text",
    ["A “Game–Changer”", "İstanbul’s best", "naïve ﬁrst", "ẞ\u00a0x", "日本語", "\ud800 lone", ""],
)
def test_normal_text_keeps_its_length(text):
    assert len(normalize(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("It’s", "it's"),
        ("“so”", '"so"'),
        ("non‑stop", "non-stop"),
        ("a — b", "a — b"),
        ("*Large*", " large "),
        ("the 'revolution' is", 'the "revolution" is'),
        ("a ‘plug and play’ kit", 'a "plug and play" kit'),
        ("it's 'Lee's best'", "it's \"lee's best\""),
        ("the firms' chips' best", "the firms' chips' best"),
        ("rock 'n' roll", "rock 'n' roll"),
        ("get 'em, lads' way", "get 'em, lads' way"),
        ("in the '90s'", "in the '90s'"),
        ("he said 'no", "he said 'no"),
    ],
)
def test_normal_text_has_one_spelling(text, normal):
    assert normalize(text) == normal


def test_pattern_shows_how_it_was_written():
    assert repr(compile_pattern("game-changer/n")) == "Pattern('game-changer/n')"
