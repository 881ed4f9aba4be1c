"""What fuzzing has found: each broke something once, and is now refused in one line, or works."""

import json

import pytest

import hypecheck
from hypecheck.bulk.readers.html_files import article_of_page
from hypecheck.claims.vocabulary import claim_word, class_word
from hypecheck.errors import CorpusError, InputError, LexiconError, ReleaseDBError
from hypecheck.lexicon import read_entries
from hypecheck.readers.corpus import read_corpus
from hypecheck.readers.models_dev import read_models_dev
from hypecheck.readers.releases_csv import NEEDED, read_releases_csv
from hypecheck.types import Report

HEADER = {"format": "hypecheck-releases", "version": 1, "snapshot": "2026-01-31"}
ROW = {"id": "x-1", "name": "X-1", "date": "2024-05"}


def table(tmp_path, *rows, header=HEADER):
    path = tmp_path / "own.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in (header, *rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": {}}, "id is {}. Allowed: a text"),
        ({"id": ""}, "id is ''. Allowed: a text that isn't empty"),
        ({"name": 0.5}, "name is 0.5. Allowed: a text"),
        pytest.param({"name": "\ud800"}, "name is '\\ud800'. Allowed: a text", id="half"),
        ({"organization": {"kind": 1}}, "organization is"),
        ({"aliases": "X1"}, "aliases is 'X1'. Allowed: a list of texts"),
        ({"traits": [None]}, "traits is [None]. Allowed: a list of texts"),
        ({"parameters": "7B"}, "parameters is '7B'. Allowed: a positive number"),
        ({"prominence": -1}, "prominence is -1"),
        ({"prominence": None}, "prominence is None. Allowed: a positive number"),
        ({"context_tokens": 10**40}, "context_tokens is 1000"),
        ({"parameters": True}, "parameters is True"),
        ({"date": "2024-13-45"}, "date is '2024-13-45'. Allowed: YYYY, YYYY-MM or YYYY-MM-DD"),
        ({"date": ""}, "date is ''"),
        ({"date": None}, "date is None"),
        ({"events": {}}, "events is {}. Allowed: a list"),
        ({"events": ["weights"]}, "Allowed: objects with kind and date"),
        ({"events": [{"kind": "weights", "date": "soon"}]}, "kind as a text, and date as YYYY"),
        ({"events": [{"kind": 1, "date": "2024"}]}, "kind as a text, and date as YYYY"),
        ({"events": [{"kind": "api", "date": "2024", "sources": [1]}]}, "sources as a list"),
        ({"other_dates": [{"source": None, "date": "2024"}]}, "source as a text"),
        ({"stage_of": ["x"]}, "stage_of is ['x']"),
    ],
)
def test_a_release_with_a_value_of_another_kind_is_refused(tmp_path, change, words):
    with pytest.raises(ReleaseDBError) as error:
        hypecheck.ReleaseDB.load(table(tmp_path, {**ROW, **change}))
    assert words in str(error.value)
    assert "own.jsonl:2" in str(error.value)


@pytest.mark.parametrize(
    "stages", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "b"}]
)
def test_a_release_that_is_a_stage_of_itself_is_refused(tmp_path, stages):
    rows = [{**ROW, "id": key, "stage_of": root} for key, root in stages.items()]
    with pytest.raises(ReleaseDBError, match="as a stage of itself"):
        hypecheck.ReleaseDB.load(table(tmp_path, *rows))


def test_stages_of_stages_are_fine(tmp_path):
    rows = [
        {**ROW, "id": "a"},
        {**ROW, "id": "b", "stage_of": "a"},
        {**ROW, "id": "c", "stage_of": "b"},
    ]
    assert hypecheck.ReleaseDB.load(table(tmp_path, *rows)).stage_of("c") == "a"


def test_a_header_with_half_a_character_is_refused(tmp_path):
    with pytest.raises(ReleaseDBError, match="half a character"):
        hypecheck.ReleaseDB.load(table(tmp_path, ROW, header={**HEADER, "note": "\ud800"}))


MAPPING = {"snapshot": "2025-12-31", "columns": {"name": "Rocket", "parameters": "Size"}}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"events": None}, "events None. Allowed: an object"),
        ({"values": {"country": "USA"}}, "for country 'USA'. Allowed: an object"),
        ({"separator": []}, "separator []. Allowed: a text"),
        ({"separator": ""}, "separator ''. Allowed: a text"),
        ({"columns": {"name": 1}}, "maps to 1. Allowed: a column's name"),
        ({"defaults": [1]}, "defaults [1]. Allowed: an object"),
    ],
)
def test_a_mapping_of_another_form_is_refused(tmp_path, change, words):
    (tmp_path / "own.csv").write_text("Rocket,Size\nAriane,1\n", encoding="utf-8")
    (tmp_path / "own.mapping.json").write_text(json.dumps({**MAPPING, **change}), encoding="utf-8")
    with pytest.raises(ReleaseDBError) as error:
        hypecheck.ReleaseDB.load(tmp_path / "own.csv")
    assert words in str(error.value)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("Ariane\n", "own.csv:2 has more or fewer cells than the header"),
        ("Ariane,1,2\n", "own.csv:2 has more or fewer cells than the header"),
        ("Ariane,inf\n", "own.csv:2 has Size 'inf'. Allowed: a number"),
    ],
)
def test_a_row_that_does_not_fit_its_table_is_refused(tmp_path, rows, words):
    (tmp_path / "own.csv").write_text(f"Rocket,Size\n{rows}", encoding="utf-8")
    (tmp_path / "own.mapping.json").write_text(json.dumps(MAPPING), encoding="utf-8")
    with pytest.raises(ReleaseDBError) as error:
        hypecheck.ReleaseDB.load(tmp_path / "own.csv")
    assert words in str(error.value)


@pytest.mark.parametrize("line", ["x", ",".join("x" for _ in (*NEEDED, 1))])
def test_a_release_row_that_is_cut_short_or_too_long_is_refused(tmp_path, line):
    path = tmp_path / "own.csv"
    path.write_text(f"{','.join(NEEDED)}\n{line}\n", encoding="utf-8")
    with pytest.raises(ReleaseDBError, match="more or fewer cells"):
        read_releases_csv(path)


def test_an_endless_count_is_refused(tmp_path):
    cells = dict.fromkeys(NEEDED, "") | {"release_date": "2024", "parameters": "inf"}
    path = tmp_path / "own.csv"
    path.write_text(f"{','.join(cells)}\n{','.join(cells.values())}\n", encoding="utf-8")
    with pytest.raises(ReleaseDBError, match="parameters 'inf'"):
        read_releases_csv(path)


@pytest.mark.parametrize("field", ["modalities", "limit"])
def test_a_catalogue_field_of_another_kind_counts_as_missing(tmp_path, field):
    model = {"name": "GPT-4o", "release_date": "2024-05-13", field: "text"}
    path = tmp_path / "api.json"
    path.write_text(json.dumps({"openai": {"models": {"gpt-4o": model}}}), encoding="utf-8")
    (release,) = read_models_dev(path)
    assert (release.inputs, release.context_tokens) == ((), None)


def test_a_catalogue_with_media_that_are_no_texts(tmp_path):
    model = {"release_date": "2024-05-13", "modalities": {"input": [1, "text"], "output": "text"}}
    path = tmp_path / "api.json"
    path.write_text(json.dumps({"openai": {"models": {"gpt-4o": model}}}), encoding="utf-8")
    (release,) = read_models_dev(path)
    assert (release.inputs, release.outputs) == (("text",), ())


CLASS = {
    "id": "x",
    "facet": "kind",
    "value": "llm",
    "patterns": ["x"],
    "flags": ["x"],
    "ignores": ["y"],
}
CLAIM = {
    "id": "x",
    "form": "noun",
    "quantifier": "first",
    "ordinal": 1,
    "patterns": ["x"],
    "flags": ["x"],
    "ignores": ["y"],
}


@pytest.mark.parametrize(
    ("read", "row", "change"),
    [
        (class_word, CLASS, {"id": []}),
        (class_word, CLASS, {"value": None}),
        (class_word, CLASS, {"patterns": [None]}),
        (class_word, CLASS, {"patterns": 1}),
        (claim_word, CLAIM, {"ordinal": "first"}),
        (claim_word, CLAIM, {"flags": 1.5}),
        (claim_word, CLAIM, {"ignores": {"x": 1}}),
    ],
)
def test_a_claim_row_with_a_value_of_another_kind_is_refused(read, row, change):
    assert read(row, "own.jsonl:1").id == "x"
    (field,) = change
    with pytest.raises(LexiconError, match=f"own.jsonl:1 has {field} "):
        read({**row, **change}, "own.jsonl:1")


def test_an_article_of_a_corpus_whose_id_is_no_text_is_refused(tmp_path):
    sentence = {"document": "d", "part": "text", "text": "A b.", "hype": 0}
    (tmp_path / "train.jsonl").write_text(f"{json.dumps(sentence)}\n", encoding="utf-8")
    (tmp_path / "articles-train.jsonl").write_text('{"id": {}}\n', encoding="utf-8")
    with pytest.raises(CorpusError, match=r"articles-train\.jsonl:1: id is {}"):
        read_corpus(tmp_path, "train")


def report_row():
    text = "OpenAI says it is its first open-weight model since GPT-2."
    return hypecheck.check(text, as_of="2025-08-06").to_dict()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"spans": ["x"]}, "HypeSpan is 'x'. Allowed: an object with its fields"),
        ({"spans": "x"}, "Report has spans 'x'. Allowed: a list"),
        ({"score": "high"}, "Report has score 'high'. Allowed: a number"),
        ({"text": 5}, "Report has text 5. Allowed: a text"),
        ({"text": None}, "Report has text None. Allowed: a text"),
        (
            {"as_of_source": "rumour"},
            "Allowed: 'given', 'date line', 'front matter', 'page', 'today'",
        ),
        (
            {"sentences": [{"start_char": 0.5, "end_char": 1, "score": 0}]},
            "Allowed: a whole number",
        ),
    ],
)
def test_a_report_row_with_a_value_of_another_kind_is_refused(change, words):
    with pytest.raises(InputError) as error:
        Report.from_dict({**report_row(), **change})
    assert words in str(error.value)


def test_a_report_row_that_is_no_object_is_refused():
    with pytest.raises(InputError, match=r"Report is \[1\]"):
        Report.from_dict([1])


def test_a_page_that_breaks_the_parser_is_refused():
    """htmldate takes the root of a page away while it looks for dates."""
    with pytest.raises(InputError, match="can't be taken apart"):
        article_of_page(b"<svg></article></body></html>")


@pytest.mark.parametrize("pattern", ["magic?", "( a | b )?", "[magic?] wand?"])
@pytest.mark.parametrize("case", ["any", "capital", "lower"])
def test_a_pattern_that_may_match_nothing_flags_nothing_where_it_does(pattern, case):
    row = {
        "id": "x",
        "label": "praise",
        "patterns": [pattern],
        "intensity": 1,
        "case": case,
        "flags": ["magic"],
        "ignores": ["-"],
    }
    (entry,) = read_entries(json.dumps(row), "own.jsonl")
    for text in ("", " ", "- ", "the harbour"):
        assert list(entry.find(text, text, 0, len(text))) == []
