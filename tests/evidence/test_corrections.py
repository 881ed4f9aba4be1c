import json
from dataclasses import replace

import pytest

from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.corrections import Correction, correct, read_corrections
from hypecheck.evidence.load import Table, read_table
from hypecheck.evidence.purpose import read_purpose_rules
from hypecheck.evidence.rebuild import doubted, rebuild
from hypecheck.types import Event, Release

ROW = Release("a", "A", date="2024", traits=("moe",), events=(Event("api", "2024"),))


def corrected(releases, corrections):
    """Releases and stages after corrections."""
    header = {"format": "hypecheck-releases", "version": 1, "snapshot": "2026-01-01", "rows": 0}
    table = correct(Table(header, tuple(releases), {}), corrections)
    return list(table.releases), table.stage_of


def test_a_correction_sets_the_fields_it_names_and_no_others():
    releases, _ = corrected([ROW], [Correction("a", "why", {"traits": [], "parameters": 7})])
    assert releases[0].traits == ()
    assert releases[0].parameters == 7
    assert releases[0].date == "2024"


def test_a_correction_can_take_a_value_away():
    sized = Release("a", "A", parameters=7)
    releases, _ = corrected([sized], [Correction("a", "why", {"parameters": None})])
    assert releases[0].parameters is None


def test_a_correction_can_drop_a_release_and_set_a_stage():
    other = Release("b", "B")
    changes = [Correction("a", "why", {}, drop=True), Correction("b", "why", {"stage_of": "c"})]
    releases, stages = corrected([ROW, other], changes)
    assert [release.id for release in releases] == ["b"]
    assert stages == {"b": "c"}


def test_a_correction_of_a_release_that_is_not_there_does_nothing():
    releases, _ = corrected([ROW], [Correction("z", "why", {"name": "Z"})])
    assert releases == [ROW]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"id": "a", "set": {"name": "B"}}, "lacks an id or a reason"),
        ({"set": {"name": "B"}, "reason": "r"}, "lacks an id or a reason"),
        ({"id": "a", "reason": "r"}, "must either"),
        ({"id": "a", "reason": "r", "set": {"name": "B"}, "drop": True}, "must either"),
        ({"id": "a", "reason": "r", "set": {"colour": "red"}}, "has the field 'colour'"),
        ({"id": "a", "reason": "r", "set": {"id": "b"}}, "has the field 'id'"),
        ({"id": "a", "reason": "r", "sett": {}}, "has the field 'sett'"),
    ],
)
def test_a_bad_correction_is_named(row, words):
    with pytest.raises(ReleaseDBError, match=r"overrides:1 ") as error:
        read_corrections(json.dumps(row), "overrides")
    assert words in str(error.value)


FIELDS = (
    "active_parameters, aliases, confidence, context_tokens, country, date, events, family, inputs, kind,"
    " licence, name, note, openness, organization, other_dates, outputs, parameters, prominence, purpose,"
    " sources, stage_of, terms, traits."
)
KEYS = "drop, id, reason, set, sources"


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"id": "a"}, "lacks an id or a reason. Say which release and why."),
        ({"id": "a", "reason": "r"}, "must either 'set' fields or 'drop' the release."),
        ({"id": "a", "reason": "r", "sett": {}}, f"has the field 'sett'. Allowed: {KEYS}; in 'set': {FIELDS}"),
        ({"id": "a", "reason": "r", "set": {"id": "b"}}, f"has the field 'id'. Allowed: {KEYS}; in 'set': {FIELDS}"),
    ],
)  # fmt: skip
def test_a_message_on_a_correction_says_what_is_allowed(row, message):
    with pytest.raises(ReleaseDBError) as caught:
        read_corrections(json.dumps(row), "overrides")
    assert str(caught.value) == f"overrides:1 {message}"


def test_a_correction_keeps_what_its_line_says():
    row = {"id": "a", "reason": "r", "set": {"name": "B"}, "sources": ["s"]}
    drop = {"id": "b", "reason": "r", "drop": True}
    assert read_corrections(f"{json.dumps(row)}\n{json.dumps(drop)}", "overrides") == [
        Correction("a", "r", {"name": "B"}, False, ("s",)), Correction("b", "r", {}, True, ()),
    ]  # fmt: skip


def test_bundled_corrections_are_sorted_unique_and_of_known_releases():
    corrections = read_corrections()
    ids = [correction.id for correction in corrections]
    known = {release.id for release in read_table().releases}
    assert ids == sorted(set(ids))
    assert {item.id for item in corrections if not item.drop} <= known
    assert not {item.id for item in corrections if item.drop} & known


def test_the_bundled_table_has_every_correction_in_it():
    table = read_table()
    again = correct(table, read_corrections())
    assert [release.id for release in again.releases] == [release.id for release in table.releases]
    changed = [
        release.id
        for release, once in zip(again.releases, table.releases, strict=True)
        if again.row_of(release) != table.row_of(once)
    ]
    assert changed == []


def test_rebuild_replaces_imported_rows_and_keeps_the_others():
    current = read_table()
    imported = Release(
        "gpt-2", "GPT-2", organization="OpenAI", kind="llm", date="2019-02-14", note="imported"
    )
    table = rebuild([imported], current, [], read_purpose_rules())
    rows = {release.id: release for release in table.releases}
    assert rows["gpt-2"].note == "imported"
    assert rows["gpt-2"].purpose == "general"
    assert rows["marco-o1"] in current.releases
    assert len(table.releases) == table.header["rows"] == len(current.releases)


def test_rebuild_takes_the_dates_of_other_sources_out_of_the_notes():
    note = "first of its kind; date disagreement: kept 2024; other sources: llmsurvey 2023-05"
    imported = Release("x-1", "X 1", date="2024", note=note)
    table = rebuild([imported], read_table(), [], read_purpose_rules())
    assert {release.id: release.note for release in table.releases}["x-1"] == "first of its kind"
    assert [(other.source, other.date) for other in table.other_dates["x-1"]] == [
        ("llmsurvey", "2023-05")
    ]


def test_rebuild_makes_the_corrections_last():
    correction = Correction("gpt-2", "why", {"purpose": "component"})
    imported = Release("gpt-2", "GPT-2", kind="llm")
    table = rebuild([imported], read_table(), [correction], read_purpose_rules())
    assert {release.id: release.purpose for release in table.releases}["gpt-2"] == "component"


def test_rebuild_of_nothing_changes_nothing():
    current = read_table()
    assert rebuild([], current, read_corrections(), read_purpose_rules()) == current


@pytest.mark.parametrize(
    ("facts", "confidence"),
    [
        ({"note": "date is that of the paper"}, "low"),
        ({"note": "gated; date is that of the paper"}, "low"),
        ({"note": "date is that of the paper", "prominence": 2}, "medium"),
        ({"note": "date is that of the paper", "confidence": "high"}, "high"),
        ({"note": "date is that of the paper", "events": (Event("paper", "2024-05"),)}, "medium"),
        ({"note": "gated"}, "medium"),
    ],
)
def test_weights_dated_by_the_paper_alone_are_doubted(facts, confidence):
    release = Release("a", "A", date="2024-05", events=(Event("weights", "2024-05"),))
    assert doubted(replace(release, **facts)).confidence == confidence


def test_the_bundled_table_doubts_all_weights_dated_by_the_paper_alone():
    assert [release.id for release in read_table().releases if doubted(release) != release] == []
