"""Data files of the package, and what is said where an installation lacks one."""

import pytest

from hypecheck.errors import HypecheckError
from hypecheck.resources import parse_jsonl, read_jsonl, read_text


def test_file_that_the_installation_lacks_is_named():
    with pytest.raises(HypecheckError, match=r"lacks hypecheck/data/none\.json. Reinstall"):
        read_text("none.json")


def test_rows_have_the_numbers_of_their_lines():
    assert list(parse_jsonl('{"a": 1}\n\n{"a": 2}\n', "x.jsonl")) == [(1, {"a": 1}), (3, {"a": 2})]


@pytest.mark.parametrize(("line", "words"), [("{", "is not JSON"), ("[1]", "is a list")])
def test_line_that_is_no_object_is_named(line, words):
    with pytest.raises(HypecheckError, match=rf"x\.jsonl:2 {words}.*one JSON object on each line"):
        list(parse_jsonl(f"{{}}\n{line}\n", "x.jsonl"))


def test_shipped_rows_are_objects():
    assert all(isinstance(row, dict) for _, row in read_jsonl("claims/facets.jsonl"))
