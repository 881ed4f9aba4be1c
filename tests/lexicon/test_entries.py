"""Reading vocabulary files: every mistake is one clear error with file and line."""

import json

import pytest

from hypecheck.errors import LexiconError
from hypecheck.lexicon import (
    LABELS,
    Lexicon,
    load_lexicon,
    read_entries,
    read_exclusions,
    validate,
)
from hypecheck.lexicon.entries import unique
from hypecheck.lexicon.validate import fires, main, problems

GOOD = {
    "id": "game-changer", "label": "transformation", "patterns": ["game-changer/n"], "intensity": 2,
    "flags": ["A game-changer."], "ignores": ["The game changed."],
}  # fmt: skip


def test_good_row_is_read():
    (entry,) = read_entries(json.dumps(GOOD), "my.jsonl")
    assert (entry.id, entry.label, entry.intensity, entry.extend) == (
        "game-changer",
        "transformation",
        2,
        "none",
    )


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"intensity": 4}, r"my.jsonl:1.*intensity 4.*Allowed: 1, 2, 3"),
        ({"extend": "far"}, r"my.jsonl:1.*extend 'far'.*Allowed: 'none'"),
        ({"case": "upper"}, r"case 'upper'.*'capital'"),
        ({"pos": "X"}, r"pos 'X'.*'ADJ'"),
        ({"colour": "red"}, r"key 'colour'.*Allowed: id"),
        ({"patterns": []}, r"lacks 'patterns'"),
        ({"flags": []}, r"lacks 'flags'"),
        ({"ignores": None}, r"lacks 'ignores'"),
        ({"patterns": "game"}, r"patterns 'game'.*list of texts"),
        ({"patterns": ["(a"]}, r"my.jsonl:1.*closing bracket"),
        ({"label": ""}, r"lacks 'label'"),
        ({"label": 3}, r"label 3.*text"),
    ],
)
def test_bad_row_is_one_clear_error(change, complaint):
    with pytest.raises(LexiconError, match=complaint):
        read_entries(json.dumps({**GOOD, **change}), "my.jsonl")


@pytest.mark.parametrize("text", ["{", "[1]", '"x"'])
def test_line_that_is_no_object_names_its_place(text):
    with pytest.raises(LexiconError, match=r"my.jsonl:2"):
        read_entries("\n" + text, "my.jsonl")


def test_id_that_stands_twice_is_refused():
    with pytest.raises(LexiconError, match="twice"):
        unique(read_entries(json.dumps(GOOD) + "\n" + json.dumps(GOOD), "my.jsonl"))


def test_exclusion_needs_an_example():
    with pytest.raises(LexiconError, match="lacks 'hides'"):
        read_exclusions(json.dumps({"id": "x", "patterns": ["first aid"]}), "my.jsonl")


def test_example_that_does_not_flag_is_a_problem():
    (entry,) = read_entries(json.dumps({**GOOD, "flags": ["Nothing."]}), "my.jsonl")
    lexicon = type(load_lexicon())((entry,))
    assert list(problems(lexicon)) == ["entry 'game-changer' must flag, and doesn't: Nothing."]


def test_entry_is_found_by_its_id():
    assert load_lexicon()["game-changer"].label == "transformation"
    with pytest.raises(KeyError, match="no-such"):
        load_lexicon()["no-such"]


class TestValidator:
    """What ``python -m hypecheck lexicon validate`` says to somebody who edits the files."""

    def test_examples_that_are_wrong_are_listed(self, capsys, monkeypatch):
        bad = {**GOOD, "flags": ["Nothing."], "ignores": ["A game-changer."]}
        lexicon = Lexicon(tuple(read_entries(json.dumps(bad), "my.jsonl")))
        monkeypatch.setattr(validate, "load_lexicon", lambda: lexicon)
        assert main() == 3
        assert capsys.readouterr().out.splitlines() == [
            "entry 'game-changer' must flag, and doesn't: Nothing.",
            "entry 'game-changer' must not flag, and does: A game-changer.",
            "1 entries, 2 problems",
        ]

    def test_row_that_can_not_be_read_is_one_line(self, capsys, monkeypatch):
        monkeypatch.setattr(validate, "load_lexicon", lambda: read_entries("{", "my.jsonl"))
        assert main() == 3
        (line,) = capsys.readouterr().out.splitlines()
        assert line.startswith("my.jsonl:1 is not JSON")


class TestShippedLexicon:
    def test_has_no_problem(self):
        assert list(problems(load_lexicon())) == []

    def test_has_at_least_350_entries_over_all_labels(self):
        entries = load_lexicon().entries
        assert len(entries) >= 350
        assert {entry.label for entry in entries} == set(LABELS)

    def test_entries_flag_their_examples_and_only_those(self):
        for entry in load_lexicon().entries:
            assert all(fires(entry, sentence) for sentence in entry.flags), entry.id
            assert not any(fires(entry, sentence) for sentence in entry.ignores), entry.id

    def test_validator_says_so(self, capsys):
        assert main() == 0
        assert capsys.readouterr().out.endswith(" 0 problems\n")
