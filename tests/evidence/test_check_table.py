import json

import pytest

from hypecheck.evidence.check import validate

HEADER = {"format": "hypecheck-releases", "version": 1, "snapshot": "2026-08-31", "rows": 1}
ROW = {
    "id": "demo-1",
    "name": "Demo 1",
    "organization": "OpenAI",
    "date": "2024-05-01",
    "events": [{"kind": "weights", "date": "2024-05-01"}],
    "openness": "open-weights",
    "kind": "llm",
    "sources": ["https://example.org/demo"],
}


def problems(tmp_path, *rows):
    path = tmp_path / "table.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    return [str(problem) for problem in validate(path)]


def test_the_bundled_table_keeps_its_rules():
    assert [str(problem) for problem in validate()] == []


def test_a_good_table_has_no_problems(tmp_path):
    assert problems(tmp_path, HEADER, ROW) == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"colour": "red"}, "has the field 'colour'. Allowed: "),
        ({"sources": []}, "has no sources"),
        ({"organization": ""}, "has no organization"),
        ({"openness": "free"}, "has the openness 'free'. Allowed: open-source"),
        ({"kind": "chatbot"}, "has the kind 'chatbot'"),
        ({"purpose": "any"}, "has the purpose 'any'. Allowed: general, task"),
        ({"confidence": "sure"}, "has the confidence 'sure'"),
        ({"terms": "free"}, "has the terms 'free'"),
        ({"parameters": "7B"}, "has parameters '7B'"),
        ({"context_tokens": 0}, "has context_tokens 0"),
        ({"parameters": 7, "active_parameters": 8}, "has 8 active parameters of 7"),
        ({"aliases": "Demo"}, "has aliases that are no list"),
        ({"name": 7}, "has a name that is no text"),
        ({"date": "2024-13-01"}, "has the date '2024-13-01'"),
        ({"events": [{"kind": "leak", "date": "2024"}]}, "Allowed kinds: announced"),
        ({"events": [{"kind": "weights", "date": "May"}]}, "which is no date"),
        ({"events": [{"kind": "weights", "date": "2024-06"}]}, "no event on it"),
        (
            {
                "events": [
                    {"kind": "api", "date": "2023"},
                    {"kind": "weights", "date": "2024-05-01"},
                ]
            },
            "has an event before its date",
        ),
        ({"events": [{"kind": "api", "date": "2024-05-01"}]}, "is open and has no weights event"),
        ({"sources": ["someone/course:models.csv@1"]}, "Name its publisher in publishers.json"),
        ({"other_dates": [{"date": "2024"}]}, "an object with source and date"),
        ({"other_dates": [{"source": "x", "date": "May"}]}, "has the other date 'May'"),
        ({"stage_of": "demo-0"}, "is a stage of 'demo-0'"),
        ({"stage_of": "demo-1"}, "is a stage of 'demo-1'"),
        ({"organization": "Acme Rockets"}, "has the organisation 'Acme Rockets'"),
    ],
)
def test_a_broken_rule_is_named_with_file_and_line(tmp_path, change, words):
    found = problems(tmp_path, HEADER, {**ROW, **change})
    assert any("table.jsonl:2 " in problem and words in problem for problem in found), found


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (("demo-1", "demo-1"), "Ids are unique"),
        (("demo-2", "demo-1"), "Sort the lines by id"),
    ],
)
def test_ids_are_unique_and_sorted(tmp_path, ids, words):
    rows = [{**ROW, "id": id, "name": f"{id} {n}"} for n, id in enumerate(ids)]
    found = problems(tmp_path, {**HEADER, "rows": 2}, *rows)
    assert len(found) == 1
    assert "table.jsonl:3 " in found[0]
    assert words in found[0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"rows": 5}, "says 5 rows and has 1"),
        ({"snapshot": "2026"}, "has the snapshot '2026'"),
        ({"version": 9}, "has no header"),
        ({"vocabulary": {"colour": ["red"]}}, "has the vocabulary 'colour'. Allowed: lists for"),
        ({"vocabulary": ["red"]}, "has the vocabulary \"['red']\""),
    ],
)
def test_a_broken_header_is_named(tmp_path, change, words):
    found = problems(tmp_path, {**HEADER, **change}, ROW)
    assert any("table.jsonl:1 " in problem and words in problem for problem in found)


def test_a_table_of_another_field_brings_its_own_words_and_makers(tmp_path):
    header = {**HEADER, "vocabulary": {"kind": ["rocket"], "event": ["orbit"]}}
    row = {
        "id": "v-1", "name": "V 1", "organization": "Acme Rockets", "date": "1999", "kind": "rocket",
        "events": [{"kind": "orbit", "date": "1999"}], "sources": ["https://example.org/v"],
    }  # fmt: skip
    assert problems(tmp_path, header, row) == []
    (kind,) = problems(tmp_path, header, {**row, "kind": "kite"})
    assert "has the kind 'kite'" in kind
    assert kind.endswith("rocket.")


def test_two_releases_of_a_maker_need_two_names(tmp_path):
    found = problems(
        tmp_path, {**HEADER, "rows": 2}, ROW, {**ROW, "id": "demo-2", "name": "DEMO-1"}
    )
    assert any("Tell the two apart" in problem for problem in found)


def test_a_second_listing_may_share_the_name(tmp_path):
    twin = {**ROW, "id": "demo-2", "name": "DEMO-1", "stage_of": "demo-1"}
    assert problems(tmp_path, {**HEADER, "rows": 2}, ROW, twin) == []


def test_every_bad_line_is_reported_at_once(tmp_path):
    path = tmp_path / "table.jsonl"
    lines = [json.dumps({**HEADER, "rows": 0}), "{", "[1]"]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [problem.line for problem in validate(path)] == [2, 3]


def test_an_empty_file_is_a_problem(tmp_path):
    (tmp_path / "table.jsonl").write_text("", encoding="utf-8")
    (problem,) = validate(tmp_path / "table.jsonl")
    assert str(problem).endswith("table.jsonl:1 is empty. Write a header line first.")


#: What is changed in a good row, and all that is said of it.
MESSAGES = [
    ({"colour": "red"}, "has the field 'colour'. Allowed: active_parameters, aliases, confidence, context_tokens, country, date, events, family, id, inputs, kind, licence, name, note, openness, organization, other_dates, outputs, parameters, prominence, purpose, sources, stage_of, terms, traits."),
    ({"id": ""}, "has no id. Every release needs one."),
    ({"name": ""}, "has no name. Every release needs one."),
    ({"organization": ""}, "has no organization. Every release needs one."),
    ({"sources": []}, "has no sources. Every release needs one."),
    ({"openness": "free"}, "has the openness 'free'. Allowed: open-source, open-weights, api, closed, unknown."),
    ({"kind": "chatbot"}, "has the kind 'chatbot'. Allowed: llm, vlm, code-llm, vision-encoder, text-to-image, text-to-video, 3d, asr, tts, music, embedding, protein, robotics, rl, other."),
    ({"purpose": "any"}, "has the purpose 'any'. Allowed: general, task, component, unknown."),
    ({"confidence": "sure"}, "has the confidence 'sure'. Allowed: high, medium, low."),
    ({"terms": "free"}, "has the terms 'free'. Allowed: unrestricted, restricted-use, non-commercial."),
    *(({name: -1}, f"has {name} -1. Allowed: a whole number above 0, or leave it out.")
      for name in ("parameters", "active_parameters", "context_tokens", "prominence")),
    ({"parameters": True}, "has parameters True. Allowed: a whole number above 0, or leave it out."),
    ({"parameters": 7, "active_parameters": 8}, "has 8 active parameters of 7. Active ones are a part of all."),
    *(({name: "one"}, f"has {name} that are no list: 'one'.") for name in ("aliases", "traits", "inputs", "outputs")),
    *(({name: 7}, f"has a {name} that is no text: 7.") for name in ("name", "family", "organization", "country", "licence", "note", "stage_of")),
    ({"date": "2024-13-01"}, "has the date '2024-13-01'. Allowed: a day, month or year of the calendar, 2023-07-18."),
    ({"events": [{"kind": "leak", "date": "2024"}]}, "has the event {'kind': 'leak', 'date': '2024'}. Allowed kinds: announced, paper, api, weights, licence, withdrawn."),
    ({"events": [{"kind": "weights", "date": "May"}]}, "has the weights event on 'May', which is no date."),
    ({"events": [{"kind": "weights", "date": "2024-06"}]}, "has the date 2024-05-01 and no event on it. The date is that of the first public event."),
    ({"events": [{"kind": "api", "date": "2024-05-01"}]}, "is open and has no weights event. Say when its weights became public."),
    ({"sources": ["someone/course:models.csv@1"]}, "has the source 'someone/course:models.csv@1', a data file. Name its publisher in publishers.json."),
    ({"other_dates": [{"date": "2024"}]}, "has the other date {'date': '2024'}. Allowed: an object with source and date."),
    ({"other_dates": [{"source": "x", "date": "May"}]}, "has the other date 'May'. Allowed: YYYY, YYYY-MM or YYYY-MM-DD."),
    ({"stage_of": "demo-0"}, "is a stage of 'demo-0', which is no other release of the table."),
    ({"organization": "OpenAI / Acme Rockets"}, "has the organisation 'Acme Rockets'. Add it to organizations.jsonl."),
]  # fmt: skip


@pytest.mark.parametrize(("change", "message"), MESSAGES, ids=[row[1][:40] for row in MESSAGES])
def test_a_message_says_what_came_in_and_what_is_allowed(tmp_path, change, message):
    said = [line.partition("table.jsonl:")[2] for line in problems(tmp_path, HEADER, ROW | change)]
    assert said == [f"2 {message}"]


#: What is changed in a good header, and all that is said of it.
HEADERS = [
    ({"rows": 5}, "says 5 rows and has 1. Correct the header."),
    ({"snapshot": "2026"}, "has the snapshot '2026'. Allowed: a day, YYYY-MM-DD."),
    ({"version": 9}, "has no header 'hypecheck-releases' version 1. Write it on the first line."),
    ({"format": "csv"}, "has no header 'hypecheck-releases' version 1. Write it on the first line."),
    ({"vocabulary": {"b": [], "a": []}}, "has the vocabulary 'a'. Allowed: lists for openness, kind, purpose, terms, confidence, event."),
]  # fmt: skip


@pytest.mark.parametrize(("change", "message"), HEADERS)
def test_a_message_on_the_header_stands_on_its_line(tmp_path, change, message):
    said = [line.partition("table.jsonl:")[2] for line in problems(tmp_path, HEADER | change, ROW)]
    assert said == [f"1 {message}"]


def test_a_message_on_the_header_stands_on_its_line_below_an_empty_one(tmp_path):
    path = tmp_path / "table.jsonl"
    path.write_text(
        f"\n{json.dumps(HEADER | {'rows': 2})}\n\n{json.dumps(ROW)}\n", encoding="utf-8"
    )
    (problem,) = validate(path)
    assert (problem.line, problem.where) == (2, str(path))


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[1]", "3 is a list. Write a JSON object."),
        ("{", "3 is not JSON (Expecting property name enclosed in double quotes: line 1 column 2 (char 1)). Write one JSON object on each line."),
    ],
)  # fmt: skip
def test_a_line_of_another_form_is_named(tmp_path, line, message):
    path = tmp_path / "table.jsonl"
    path.write_text(f"{json.dumps(HEADER)}\n{json.dumps(ROW)}\n{line}\n", encoding="utf-8")
    assert [str(problem) for problem in validate(path)] == [f"{path}:{message}"]


def test_order_is_told_by_the_ids(tmp_path):
    rows = [{**ROW, "id": id, "name": id} for id in ("b", "a", "b", "b")]
    said = [
        line.partition("table.jsonl:")[2]
        for line in problems(tmp_path, HEADER | {"rows": 4}, *rows)
    ]
    assert said == [
        "3 has the id 'a' after 'b'. Sort the lines by id.",
        "4 has the id 'b' of the line before. Ids are unique.",
        "5 has the id 'b' of the line before. Ids are unique.",
    ]


def test_a_name_of_two_releases_is_named_with_the_other(tmp_path):
    rows = [ROW, {**ROW, "id": "demo-2", "name": "DEMO-1"}]
    said = [
        line.partition("table.jsonl:")[2]
        for line in problems(tmp_path, HEADER | {"rows": 2}, *rows)
    ]
    assert said == [
        "2 has the name 'Demo 1' of 'demo-2'. Tell the two apart.",
        "3 has the name 'DEMO-1' of 'demo-1'. Tell the two apart.",
    ]


def test_a_paper_may_come_before_the_release(tmp_path):
    events = [{"kind": "paper", "date": "2023-01-01"}, *ROW["events"]]
    assert problems(tmp_path, HEADER, ROW | {"events": events}) == []
