"""Tables of one's own: beside the bundled one or instead of it, in JSONL or mapped from CSV."""

import json

import pytest

from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.check import validate
from hypecheck.evidence.conflicts import OtherDate
from hypecheck.evidence.layers import digest, layer, with_makers
from hypecheck.evidence.load import Table
from hypecheck.evidence.mapped import slug
from hypecheck.evidence.organizations import read_organizations
from hypecheck.evidence.releases import ReleaseDB
from hypecheck.types import Event, Release

HEADER = {"format": "hypecheck-releases", "version": 1, "snapshot": "2026-09-30", "rows": 1}
MAPPING = {
    "snapshot": "2025-12-31",
    "columns": {
        "name": "Chip", "aliases": "Other names", "organization": "Maker", "country": "Home",
        "traits": "Traits", "parameters": "Transistors", "sources": "Source",
    },
    "events": {"announced": "Shown", "shipped": "Sold"},
    "values": {"country": {"USA": "United States"}, "traits": {"ARM": "arm"}},
    "defaults": {"kind": "chip", "country": "Taiwan"},
    "separator": ";",
    "vocabulary": {"kind": ["chip"], "event": ["shipped"]},
}  # fmt: skip
CELLS = (
    "Chip,Other names,Maker,Home,Traits,Transistors,Shown,Sold,Source\n"
    "Flint 2,F2; Flint II,Quarzwerk,USA,ARM; mobile,2e9,2020-10,2021-03-01,https://example.org/2\n"
    "Flint 1,,Quarzwerk,,,,,2019,https://example.org/1\n"
)


def table(*releases, snapshot="2025-01-01", stages=None, others=None):
    header = {**HEADER, "snapshot": snapshot, "rows": len(releases)}
    return Table(header, releases, stages or {}, others or {})


def write_rows(path, *rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def chips(tmp_path):
    """Write chips.csv with a mapping, changed as given, and return its path."""

    def write(cells=CELLS, **changes):
        mapping = {**MAPPING, **changes}
        (tmp_path / "chips.mapping.json").write_text(json.dumps(mapping), encoding="utf-8")
        (tmp_path / "chips.csv").write_text(cells, encoding="utf-8")
        return tmp_path / "chips.csv"

    return write


class TestLayers:
    def test_the_later_row_of_an_id_is_taken_whole(self):
        first = table(Release("a", "A", kind="llm", parameters=7), Release("b", "B"))
        second = table(Release("a", "A", kind="vlm"))
        merged = layer([first, second])
        assert [(r.id, r.kind, r.parameters) for r in merged.releases] == [
            ("a", "vlm", None), ("b", "other", None),
        ]  # fmt: skip

    def test_what_was_known_beside_a_replaced_row_goes_with_it(self):
        others = {"a": (OtherDate("x", "2020"),)}
        first = table(Release("a", "A"), Release("b", "B"), stages={"a": "b"}, others=others)
        merged = layer([first, table(Release("a", "A"))])
        assert (merged.stage_of, merged.other_dates) == ({}, {})

    def test_the_whole_reaches_as_far_as_the_part_that_reaches_furthest(self):
        merged = layer([table(snapshot="2026-08-31"), table(snapshot="2024-01-01")])
        assert merged.snapshot == "2026-08-31"

    def test_one_s_own_rows_win_over_the_bundled_ones(self, tmp_path):
        row = {"id": "gpt-2", "name": "GPT-2", "organization": "OpenAI", "date": "2019-02-15"}
        new = {"id": "zz-1", "name": "Zzyx 1", "organization": "Zzyxlab", "date": "2026-09-01"}
        path = write_rows(tmp_path / "mine.jsonl", HEADER, row, new)
        db = ReleaseDB.load(["bundled", path])
        assert db["gpt-2"].date == "2019-02-15"
        assert db.lookup("Zzyxlab's Zzyx 1")[0].id == "zz-1"
        assert len(db) == len(ReleaseDB.load()) + 1
        assert db.snapshot == "2026-09-30"

    def test_the_header_is_that_of_the_first(self):
        first = Table({**HEADER, "licence": "mine", "rows": 1}, (Release("a", "A"),), {}, {})
        other = Table({**HEADER, "licence": "theirs", "rows": 1}, (Release("b", "B"),), {}, {})
        assert layer([first, other]).header == {**HEADER, "licence": "mine", "rows": 2}

    def test_bundled_alone_is_the_bundled_table(self):
        assert ReleaseDB.load("bundled") is ReleaseDB.load(["bundled"]) is ReleaseDB.load()

    def test_no_table_at_all_is_one_clear_error(self):
        with pytest.raises(ReleaseDBError, match="No table is given"):
            ReleaseDB.load([])


class TestSnapshotId:
    def test_it_is_the_day_and_a_hash(self):
        day, _, found = ReleaseDB.load().snapshot_id.partition("+")
        assert day == ReleaseDB.load().snapshot
        assert len(found) == 12
        assert int(found, 16) >= 0

    def test_it_doesn_t_depend_on_the_order_of_lines(self):
        a, b = Release("a", "A"), Release("b", "B")
        assert digest(table(a, b)) == digest(table(b, a))

    @pytest.mark.parametrize(
        "other",
        [
            table(Release("a", "A", kind="llm")),
            table(Release("a", "A"), Release("b", "B")),
            table(Release("a", "A"), others={"a": (OtherDate("x", "2020"),)}),
            table(Release("a", "A"), stages={"a": "b"}),
        ],
    )
    def test_it_changes_with_any_fact(self, other):
        assert digest(table(Release("a", "A"))) != digest(other)


class TestSave:
    def test_what_is_saved_is_loaded_again(self, tmp_path):
        db = ReleaseDB.load()
        db.save(tmp_path / "all.jsonl")
        assert ReleaseDB.load(tmp_path / "all.jsonl").snapshot_id == db.snapshot_id

    def test_a_part_loses_the_stages_that_it_lacks(self, tmp_path):
        db = ReleaseDB.load()
        db.save(tmp_path / "part.jsonl", [db["gpt-2-xl-1.5b"]])
        part = ReleaseDB.load(tmp_path / "part.jsonl")
        assert (len(part), part.table.header["rows"]) == (1, 1)
        assert part.stage_of("gpt-2-xl-1.5b") == "gpt-2-xl-1.5b"

    def test_a_place_that_can_t_be_written_is_one_clear_error(self, tmp_path):
        with pytest.raises(ReleaseDBError, match="can't be written"):
            ReleaseDB.load().save(tmp_path / "none" / "t.jsonl", [])


class TestMakers:
    def test_unknown_makers_come_from_the_rows(self):
        known = read_organizations()
        added = with_makers(known, [Release("a", "A", organization="Q1 / OpenAI", country="Chile")])
        assert added.find("q1").name == "Q1"
        assert added.homes_of("Q1", "Chile") == ("Chile",)
        assert added.find("OpenAI") == known.find("OpenAI")

    def test_without_any_the_organisations_stay_as_they_are(self):
        known = read_organizations()
        assert (
            with_makers(known, [Release("a", "A", organization="OpenAI"), Release("b", "B")])
            is known
        )


class TestMappedCsv:
    def test_cells_become_fields_and_events(self, chips):
        chip = ReleaseDB.load(chips())["flint-2"]
        assert (chip.name, chip.aliases) == ("Flint 2", ("F2", "Flint II"))
        assert (chip.organization, chip.country, chip.kind) == (
            "Quarzwerk",
            "United States",
            "chip",
        )
        assert (chip.traits, chip.parameters) == (("arm", "mobile"), 2_000_000_000)
        assert [(event.kind, event.date) for event in chip.events] == [
            ("announced", "2020-10"), ("shipped", "2021-03-01"),
        ]  # fmt: skip
        assert chip.date == "2020-10"
        assert chip.events[0].sources == ("https://example.org/2",)

    def test_empty_cells_have_the_default_and_no_event(self, chips):
        chip = ReleaseDB.load(chips())["flint-1"]
        assert (chip.country, chip.date, chip.parameters) == ("Taiwan", "2019", None)
        assert chip.events == (Event("shipped", "2019", ("https://example.org/1",)),)

    def test_it_can_be_looked_up_and_searched(self, chips):
        db = ReleaseDB.load(chips())
        assert db.lookup("flint ii")[0].id == "flint-2"
        assert [r.id for r in db.search(country="United States", kind="chip")] == ["flint-2"]

    def test_it_keeps_the_rules_in_any_order_of_lines(self, chips):
        assert validate(chips()) == []

    @pytest.mark.parametrize(
        ("changes", "words"),
        [
            ({"columns": {"name": "Model"}}, r"chips\.csv:1 has no column 'Model'"),
            ({"columns": {"organization": "Maker"}}, "no column for 'name'"),
            ({"columns": {"name": "Chip", "colour": "Home"}}, "maps the field 'colour'"),
            ({"colour": {}}, "has the key 'colour'"),
            ({"snapshot": "soon"}, "has the snapshot 'soon'"),
        ],
    )
    def test_a_wrong_mapping_is_one_clear_error(self, chips, changes, words):
        with pytest.raises(ReleaseDBError, match=words):
            ReleaseDB.load(chips(**changes))

    @pytest.mark.parametrize(
        ("old", "new", "words"),
        [
            ("2e9", "many", r"chips\.csv:2 has Transistors 'many'. Allowed: a number"),
            ("2020-10,", "autumn,", r"chips\.csv:2 has Shown 'autumn'. Allowed: YYYY"),
        ],
    )
    def test_a_wrong_cell_is_named_with_its_line(self, chips, old, new, words):
        path = chips(CELLS.replace(old, new))
        with pytest.raises(ReleaseDBError, match=words):
            ReleaseDB.load(path)
        assert [(problem.line, problem.where) for problem in validate(path)] == [(2, str(path))]

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            ({"columns": {"name": "Model"}}, "{csv}:1 has no column 'Model'. It has: Chip, Other names, Maker, Home, Traits, Transistors, Shown, Sold, Source."),
            ({"events": {"shipped": "Sale"}}, "{csv}:1 has no column 'Sale'. It has: Chip, Other names, Maker, Home, Traits, Transistors, Shown, Sold, Source."),
            ({"columns": {"organization": "Maker"}}, "{json} has no column for 'name'. Every release needs a name."),
            ({"colour": {}}, "{json} has the key 'colour'. Allowed: snapshot, columns, events, values, defaults, separator, vocabulary, licence."),
            ({"columns": []}, "{json} has columns []. Allowed: an object."),
            ({"events": []}, "{json} has events []. Allowed: an object."),
            ({"values": []}, "{json} has values []. Allowed: an object."),
            ({"defaults": []}, "{json} has defaults []. Allowed: an object."),
            ({"columns": {"name": 1}}, "{json} maps to 1. Allowed: a column's name."),
            ({"events": {"shipped": 1}}, "{json} maps to 1. Allowed: a column's name."),
            ({"values": {"kind": "chip"}}, "{json} has for kind 'chip'. Allowed: an object."),
            ({"separator": ""}, "{json} has the separator ''. Allowed: a text."),
            ({"separator": 1}, "{json} has the separator 1. Allowed: a text."),
            ({"snapshot": "soon"}, "{json} has the snapshot 'soon'. Allowed: YYYY-MM-DD."),
        ],
    )  # fmt: skip
    def test_a_message_on_a_mapping_says_what_came_in_and_what_is_allowed(
        self, chips, changes, message
    ):
        path = chips(**changes)
        with pytest.raises(ReleaseDBError) as caught:
            ReleaseDB.load(path)
        said = message.replace("{csv}", str(path))
        assert str(caught.value) == said.replace("{json}", str(path.with_suffix(".mapping.json")))

    @pytest.mark.parametrize("part", ["columns", "values", "defaults"])
    def test_a_field_that_no_cell_can_hold_is_named(self, chips, part):
        path = chips(**{part: {**MAPPING[part], "events": {} if part == "values" else "Sold"}})
        with pytest.raises(ReleaseDBError, match="maps the field 'events'"):
            ReleaseDB.load(path)

    @pytest.mark.parametrize("cell", ["2e9,2020-10", "2e9"])
    def test_a_line_of_another_length_is_named(self, chips, cell):
        old = "2e9,2020-10,2021-03-01"
        path = chips(CELLS.replace(old, f"{old},more" if "," in cell else cell))
        with pytest.raises(ReleaseDBError) as caught:
            ReleaseDB.load(path)
        said = f"{path}:2 has more or fewer cells than the header. Quote cells that hold a comma."
        assert str(caught.value) == said

    @pytest.mark.parametrize(
        "field", ["parameters", "active_parameters", "context_tokens", "prominence"]
    )
    def test_counts_are_read_as_numbers(self, chips, field):
        path = chips(columns={"name": "Chip", field: "Transistors"})
        assert getattr(ReleaseDB.load(path)["flint-2"], field) == 2_000_000_000

    @pytest.mark.parametrize("field", ["aliases", "traits", "inputs", "outputs", "sources"])
    def test_lists_are_cut_at_the_separator(self, chips, field):
        path = chips(columns={"name": "Chip", field: "Other names"})
        assert getattr(ReleaseDB.load(path)["flint-2"], field) == ("F2", "Flint II")

    def test_a_column_may_hold_the_date(self, chips):
        path = chips(columns={"name": "Chip", "date": "Shown"}, events={})
        with pytest.raises(ReleaseDBError, match=r"date is ''\. Allowed: YYYY"):
            ReleaseDB.load(path)
        cells = CELLS.replace("Flint 1,,Quarzwerk,,,,,2019", "Flint 1,,Quarzwerk,,,,2018,2019")
        dated = ReleaseDB.load(chips(cells, columns={"name": "Chip", "date": "Shown"}, events={}))
        assert [dated[key].date for key in ("flint-1", "flint-2")] == ["2018", "2020-10"]
        cells = cells.replace("2018", "autumn")
        with pytest.raises(ReleaseDBError) as caught:
            ReleaseDB.load(chips(cells, columns={"name": "Chip", "date": "Shown"}, events={}))
        assert (
            str(caught.value)
            == f"{path}:3 has Shown 'autumn'. Allowed: YYYY, YYYY-MM or YYYY-MM-DD."
        )

    def test_a_missing_mapping_says_what_is_needed(self, tmp_path):
        (tmp_path / "lone.csv").write_text("Chip\n", encoding="utf-8")
        with pytest.raises(ReleaseDBError, match=r"lone\.mapping\.json is missing"):
            ReleaseDB.load(tmp_path / "lone.csv")

    @pytest.mark.parametrize(("text", "words"), [("{", "is not JSON"), ("[]", "lacks 'snapshot'")])
    def test_a_mapping_of_another_form_is_one_clear_error(self, chips, text, words):
        path = chips()
        path.with_suffix(".mapping.json").write_text(text, encoding="utf-8")
        with pytest.raises(ReleaseDBError, match=words):
            ReleaseDB.load(path)

    def test_a_missing_csv_is_one_clear_error(self, chips):
        path = chips()
        path.unlink()
        with pytest.raises(ReleaseDBError, match="can't be read"):
            ReleaseDB.load(path)

    def test_words_outside_the_table_s_own_vocabulary_are_problems(self, chips):
        (first, second) = validate(chips(vocabulary={"event": ["shipped"]}))
        assert "has the kind 'chip'" in str(first)
        assert (first.line, second.line) == (2, 3)

    def test_two_rows_of_one_name_are_a_problem(self, chips):
        problems = validate(chips(CELLS.replace("Flint 1", "Flint 2")))
        assert any("Ids are unique" in str(problem) for problem in problems)


def test_slugs():
    assert slug("Long March 5B") == "long-march-5-b"
