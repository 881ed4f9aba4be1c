"""CSV as programs of all countries write it, and as it comes off a line that broke."""

import pytest
from bulk_helpers import HYPED, SOBER, read_errors, read_rows

from hypecheck.bulk import Columns, Settings, score_files
from hypecheck.bulk.columns import column_problem
from hypecheck.bulk.readers.csv_rows import delimiter_of
from hypecheck.errors import InputError

ROW = f'1,"{SOBER}"\n'


def score(path, content, **settings):
    path.write_text(content, encoding="utf-8", newline="")
    out = path.parent / "out"
    summary = score_files([str(path)], str(out), settings=Settings(only_english=False, **settings))
    return summary, read_rows(out), read_errors(out)


@pytest.mark.parametrize(
    ("head", "sign"),
    [
        ("id,text\n", ","),
        ("id;text\r\n", ";"),
        ("id\ttext\n", "\t"),
        ("id|text\n", "|"),
        ("text\n", ","),
        ("", ","),
        ('"price; in euros",text\n', ","),
        ('"a, b";text\n', ";"),
        ('"a, b"\n', ","),
    ],
)
def test_header_tells_what_stands_between_cells(head, sign):
    assert delimiter_of(head) == sign


@pytest.mark.parametrize("sign", ";\t|")
def test_file_with_another_sign_is_read(sign, tmp_path):
    content = f"id{sign}text\n1{sign}{HYPED}\n2{sign}{SOBER}\n"
    _, (loud, quiet), errors = score(tmp_path / "n.csv", content)
    assert (loud["id"], quiet["id"], errors) == ("1", "2", [])
    assert loud["score"] > quiet["score"]


def test_tsv_stays_one_whatever_its_header_says(tmp_path):
    _, (row,), _ = score(tmp_path / "n.tsv", f"a,b\ttext\n1\t{SOBER}\n")
    assert row["words"] == 8


class TestColumnThatComesTwice:
    def test_nobody_knows_which_text_is_meant(self, tmp_path):
        content = f"text,id,text\n{SOBER},1,{HYPED}\n"
        with pytest.raises(InputError, match=r"has 2 columns 'text'. Rename all but the one"):
            score(tmp_path / "n.csv", content)
        assert not (tmp_path / "out" / "summary.json").exists()

    def test_the_same_of_one_that_is_given(self, tmp_path):
        with pytest.raises(InputError, match="has 3 columns 'day'"):
            score(
                tmp_path / "n.csv",
                f"day,day,day,text\n1,2,3,{SOBER}\n",
                columns=Columns(date="day"),
            )

    def test_one_that_nobody_reads_is_no_matter(self, tmp_path):
        _, (row,), errors = score(tmp_path / "n.csv", f"text,,,x,x\n{SOBER},,,1,2\n")
        assert row["words"] == 8
        assert not errors

    def test_names_that_differ_in_case_are_two(self):
        assert column_problem(["Text", "text"], Columns()) is None
        assert column_problem(["Text", "text"], Columns(text="text")) is None


class TestQuoteWithoutAnEnd:
    def test_rows_before_it_are_scored_and_the_row_is_named(self, tmp_path):
        content = f'id,text\n{ROW}{ROW}2,"{SOBER} It goes on\n3,{SOBER}\n4,{SOBER}\n'
        summary, rows, (error,) = score(tmp_path / "n.csv", content)
        assert (summary["scored"], summary["failed"], len(rows)) == (2, 1, 2)
        assert error["reason"].endswith("row 3 has a quoted cell without an end")

    def test_also_as_the_first_row_of_a_shard(self, tmp_path):
        summary, _, _ = score(tmp_path / "n.csv", f'id,text\n{ROW * 4}2,"{SOBER}', shard_size=4)
        assert (summary["scored"], summary["failed"]) == (4, 1)

    def test_in_the_header(self, tmp_path):
        _, rows, (error,) = score(tmp_path / "n.csv", f'id,"text\n{ROW.replace(chr(34), "")}')
        assert not rows
        assert "its header has a quoted cell without an end" in error["reason"]

    @pytest.mark.parametrize("end", ["", "\n", "\r\n", "\n\n\n"])
    def test_quotes_that_end_where_the_file_ends(self, end, tmp_path):
        _, rows, errors = score(tmp_path / "n.csv", f'id,text\n{ROW}2,"{SOBER}\n{SOBER}"{end}')
        assert (len(rows), errors) == (2, [])

    def test_every_cut_inside_of_quotes_is_told(self, tmp_path):
        content = f"id,text\n{ROW * 3}"
        begin = content.rindex('"', 0, -2)
        for number, cut in enumerate(range(begin + 1, len(content) - 2, 9)):
            folder = tmp_path / str(number)
            folder.mkdir()
            summary, _, _ = score(folder / "n.csv", content[:cut])
            assert (summary["scored"], summary["failed"]) == (2, 1)
