"""Vocabulary files in JSON lines, CSV and TOML: the same rows, each with its place."""

import pytest

from hypecheck.errors import LexiconError
from hypecheck.lexicon import own_lexicon
from hypecheck.lexicon.own_rows import read_rows

CSV = """id,label,patterns,intensity,off,allow,flags
,buzzword,synergy/n; circle back,1,,,"Pure synergy, they say."

game-changer,,,,yes,,
,,,,,world-class; first aid kit,
,,,,,,
"""
TOML = """
allow = ["world-class"]
off = ["game-changer"]

[[entries]]
label = "buzzword"
patterns = ["synergy/n", "circle back"]
intensity = 1

[[entries]]
id = "revolutionary"
intensity = 1
"""


@pytest.fixture
def write(tmp_path):
    def _write(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return _write


def test_csv_rows_have_lists_numbers_and_places(write):
    path = write("mine.csv", CSV)
    assert list(read_rows(path)) == [
        (f"{path}:2", {
            "label": "buzzword", "patterns": ["synergy/n", "circle back"], "intensity": 1,
            "flags": ["Pure synergy, they say."],
        }),
        (f"{path}:4", {"id": "game-changer", "off": True}),
        (f"{path}:5", {"allow": ["world-class", "first aid kit"]}),
    ]  # fmt: skip


def test_toml_rows_have_places(write):
    path = write("mine.toml", TOML)
    assert list(read_rows(path)) == [
        (f"{path}:2", {"allow": "world-class"}),
        (f"{path}:3", {"id": "game-changer", "off": True}),
        (f"{path}:5", {"label": "buzzword", "patterns": ["synergy/n", "circle back"], "intensity": 1}),
        (f"{path}:10", {"id": "revolutionary", "intensity": 1}),
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "content"), [("a.csv", CSV), ("a.toml", TOML)])
def test_either_makes_a_lexicon(write, name, content):
    lexicon = own_lexicon([write(name, content)])
    assert lexicon["buzzword-synergy"].intensity == 1
    assert [entry.id for entry in lexicon.off] == ["game-changer"]
    assert any(allowed.id == "allow: world-class" for allowed in lexicon.allowed)


def test_byte_order_mark_of_a_spreadsheet_is_no_part_of_the_first_column(write):
    path = write("a.csv", "\ufeff" + CSV)
    assert next(read_rows(path))[1]["label"] == "buzzword"


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("a.csv", "id,colour\nx,red\n", r"a.csv:1 has the column 'colour'. Allowed: id, label"),
        ("a.csv", "id,label\nx,y,z\n", r"a.csv:2 has more cells"),
        ("a.csv", 'id\n"x\n', r"a.csv:\d is no CSV row"),
        ("a.csv", "id,off\nx,maybe\n", r"a.csv:2 has off 'maybe'. Allowed: true, yes"),
        ("a.toml", "x = ", r"a.toml is no TOML"),
        ("a.toml", "words = []", r"a.toml has 'words'. Allowed: allow, off"),
        ("a.toml", "allow = 'x'", r"has allow 'x'. Allowed: a list"),
        ("a.toml", "entries = [1]", r"a.toml:1 is no table"),
        ("a.txt", "synergy", r"of no known kind. Allowed: .jsonl, .csv, .toml"),
        ("a.jsonl", b"\xff\xfe", r"a.jsonl is not UTF-8"),
        ("a.jsonl", "[" * 100_000, r"a.jsonl:1 is not JSON"),
        ("a.csv", b"id\x00\n\x00", r"a.csv:1"),
    ],
)  # fmt: skip
def test_what_can_not_be_read_is_one_clear_error(write, name, content, complaint):
    with pytest.raises(LexiconError, match=complaint):
        list(read_rows(write(name, content)))


def test_missing_file(tmp_path):
    with pytest.raises(LexiconError, match=r"can't be read: No such file"):
        list(read_rows(tmp_path / "none.jsonl"))


def test_file_that_is_too_large(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b" " * 5_000_001)
    with pytest.raises(LexiconError, match=r"larger than 5 MB"):
        list(read_rows(path))
