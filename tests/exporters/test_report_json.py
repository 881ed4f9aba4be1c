"""JSON documents and the published schema, which can't drift from the records."""

import json
from dataclasses import fields

import jsonschema
import pytest
from click.testing import CliRunner

import hypecheck
from hypecheck.cli import main
from hypecheck.exporters.json_schema import make_schema, read_schema
from hypecheck.exporters.report_json import render
from hypecheck.replaying import with_today
from hypecheck.types import FileReport, Report, from_row

SCHEMA = json.loads(read_schema())
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
ARTICLE = (
    "OpenAI announced its first open-weight model since GPT-2, a game-changer, on Monday. "
    "Critics say it is hardly revolutionary. It is 10x faster than GPT-4."
)


def test_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_schema_that_ships_is_that_of_the_records():
    """If not: python -m hypecheck.exporters.json_schema."""
    assert make_schema() == SCHEMA


def test_every_field_of_a_report_is_in_the_schema():
    assert set(SCHEMA["$defs"]["Report"]["properties"]) == {field.name for field in fields(Report)}
    assert set(SCHEMA["$defs"]["Report"]["required"]) == {"text", "score"}


def test_schema_explains_its_fields():
    about = SCHEMA["$defs"]["HypeSpan"]["properties"]["score"]["description"]
    assert about.startswith("Probability of clear hype")


def test_command_prints_the_schema():
    assert json.loads(CliRunner().invoke(main, ["schema"]).stdout) == SCHEMA


@pytest.mark.parametrize("title", [None, "A game-changer for everyone"])
def test_report_fits_the_schema(title):
    report = hypecheck.check(ARTICLE, as_of="2025-04-03", title=title)
    assert report.claims
    assert report.comparisons
    VALIDATOR.validate(json.loads(report.to_json()))
    VALIDATOR.validate(json.loads(with_today(report).to_json()))


def test_document_of_files_fits_the_schema_and_can_be_read_again(checked, file_with, finding):
    document = json.loads(render([checked, file_with(finding(suppressed="quoted"))]))
    VALIDATOR.validate(document)
    assert from_row(FileReport, document["files"][0]) == checked


def test_document_without_files_fits_too():
    VALIDATOR.validate(json.loads(render([])))


@pytest.mark.parametrize(
    "change",
    [
        {"score": 1.5},
        {"score": "high"},
        {"unknown": 1},
        {"spans": [{"start_char": 0}]},
        {"as_of_source": "guess"},
        {"text": None},
        {"sentences": [{"start_char": -1, "end_char": 2, "score": 0.5}]},
    ],
)
def test_schema_refuses(change):
    row = {"text": "A.", "score": 0.5, **change}
    assert not VALIDATOR.is_valid(row)
    assert VALIDATOR.is_valid({"text": "A.", "score": 0.5})


def test_half_a_surrogate_pair_becomes_an_escape():
    text = render([FileReport("a", Report("\ud800", 0.5))])
    text.encode("utf-8")
    assert json.loads(text)["files"][0]["report"]["text"] == "\ud800"
