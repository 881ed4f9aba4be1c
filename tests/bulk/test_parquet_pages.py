"""Parquet files that unpack to more than they look: seen by their pages' headers, before any is unpacked."""

import io
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hypecheck.bulk import Settings, score_files
from hypecheck.bulk.readers import Broken, count_rows, parquet, parquet_pages, records_of
from hypecheck.bulk.readers.parquet_pages import (
    Chunk,
    Group,
    read_groups,
    refuse_bomb,
    refuse_too_many_rows,
)
from hypecheck.bulk.sources import Source
from hypecheck.errors import InputError

LIMIT = 1_000_000
HYPE = "It is a game-changer."


@pytest.fixture
def small(monkeypatch):
    """The most that may be unpacked at a time is a megabyte."""
    for module in (parquet, parquet_pages):
        monkeypatch.setattr(module, "LARGEST", LIMIT)


def written(folder, columns, **how):
    path = folder / "news.parquet"
    pq.write_table(pa.table(columns), path, **{"compression": "zstd", **how})
    return Source("parquet", (str(path),), path.name)


@pytest.mark.parametrize(
    "columns",
    [
        {"text": ["a" * 3 * LIMIT]},
        {"text": [HYPE] * 9, "body": ["b" * 3 * LIMIT] + [None] * 8},
        {"text": [HYPE, "c" * 3 * LIMIT, HYPE]},
        {"text": [HYPE], "one": ["d" * (LIMIT // 2)], "two": ["e" * (LIMIT // 2)], "three": ["f" * (LIMIT // 2)]},
    ],
    ids=["one cell", "another column", "a cell among others", "columns together"],
)  # fmt: skip
@pytest.mark.parametrize(
    "how", [{}, {"use_dictionary": False}, {"data_page_version": "2.0"}], ids=str
)
def test_a_tiny_file_of_a_huge_page_is_refused_before_it_is_unpacked(tmp_path, small, columns, how):
    source = written(tmp_path, columns, **how)
    assert Path(source.path).stat().st_size < LIMIT / 100
    before = pa.total_allocated_bytes()
    (end,) = records_of(source, 0)
    assert isinstance(end, Broken)
    assert "MB at a time. Allowed: 1 MB." in end.reason
    assert "\n" not in end.reason
    assert pa.total_allocated_bytes() - before < LIMIT


def test_a_bomb_in_the_second_row_group_leaves_the_first(tmp_path, small):
    path = tmp_path / "news.parquet"
    with pq.ParquetWriter(path, pa.schema([("text", pa.string())]), compression="zstd") as writer:
        for cell in (HYPE, "a" * 3 * LIMIT, HYPE):
            writer.write_table(pa.table({"text": [cell]}))
    first, end = records_of(Source("parquet", (str(path),), path.name), 0)
    assert first.value == {"text": HYPE}
    assert isinstance(end, Broken)


def test_a_run_over_a_bomb_ends_with_a_line_among_the_errors(tmp_path, small):
    source = written(tmp_path, {"text": ["a" * 3 * LIMIT] * 3})
    good = tmp_path / "good.jsonl"
    good.write_text(f'{{"text": "{HYPE}"}}\n', encoding="utf-8")
    out = tmp_path / "out"
    summary = score_files([source.path, str(good)], str(out), settings=Settings(only_english=False))
    assert (summary["scored"], summary["failed"]) == (1, 1)
    (line,) = (out / "errors.jsonl").read_text(encoding="utf-8").splitlines()
    assert "can't be read any further: Its pages unpack to 3 MB" in line


def test_a_large_cell_that_comes_many_times_is_unpacked_a_few_at_a_time(
    tmp_path, small, monkeypatch
):
    """A dictionary holds the cell once, and every row of a batch would hold it again."""
    source = written(tmp_path, {"text": ["a" * (LIMIT // 4)] * 500})
    sizes = []

    class Watched(pq.ParquetFile):
        def iter_batches(self, *args, **kwargs):
            for batch in super().iter_batches(*args, **kwargs):
                sizes.append(batch.nbytes)
                yield batch

    monkeypatch.setattr(pq, "ParquetFile", Watched)
    assert sum(1 for _ in records_of(source, 0)) == 500
    assert max(sizes) < 1.1 * LIMIT


@pytest.mark.parametrize(
    "how",
    [
        {}, {"use_dictionary": False}, {"compression": "none"}, {"compression": "snappy"},
        {"compression": "gzip"}, {"data_page_version": "2.0"}, {"data_page_size": 100},
        {"row_group_size": 7}, {"dictionary_pagesize_limit": 50}, {"write_statistics": False},
        {"column_encoding": {"text": "DELTA_BYTE_ARRAY"}, "use_dictionary": False},
        {"write_page_index": True}, {"store_schema": False}, {"write_page_checksum": True},
    ],
    ids=str,
)  # fmt: skip
def test_an_honest_file_of_any_kind_is_read(tmp_path, how):
    texts = [f"Article {number} of {number % 7}." for number in range(100)]
    columns = {"text": texts, "n": [None, *range(99)], "empty": [None] * 100}
    source = written(tmp_path, columns, **how)
    assert [record.value["text"] for record in records_of(source, 0)] == texts
    assert [record.value["n"] for record in records_of(source, 55)] == list(range(54, 99))
    assert count_rows(source) == 100


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.lists(st.one_of(st.none(), st.text(max_size=300)), min_size=1, max_size=60),
    st.integers(1, 30),
    st.sampled_from([64, 1024, 1 << 20]),
    st.booleans(),
)
def test_rows_and_sizes_are_those_that_the_decoder_finds(cells, group, page, dictionary):
    file = io.BytesIO()
    table = pa.table({"text": pa.array(cells, pa.string())})
    pq.write_table(
        table, file, row_group_size=group, data_page_size=page, use_dictionary=dictionary
    )
    metadata = pq.ParquetFile(file).metadata
    groups = read_groups(file)
    assert len(groups) == metadata.num_row_groups
    for number, one in enumerate(groups):
        found = refuse_bomb(file, one, ["text"])
        assert 0 < found <= metadata.row_group(number).column(0).total_uncompressed_size


def test_a_table_without_rows_is_read(tmp_path):
    source = written(tmp_path, {"text": pa.array([], pa.string())})
    assert list(records_of(source, 0)) == []


def footer(chunk):
    """A footer of one row group with one column: fields by number, as the compact protocol has them."""
    one = b"".join(b"\x06" + bytes([number << 1]) + value for number, value in chunk)
    packed = b"\x49\x1c\x19\x1c\x3c" + one + b"\x00\x00\x26\x0a\x00\x00"
    return packed + len(packed).to_bytes(4, "little") + b"PAR1"


@pytest.mark.parametrize(
    "chunk",
    [
        [(3, b"\x02"), (5, b"\x0a"), (7, b"\x0a"), (9, b"\x08")],
        [(5, b"\x0a"), (7, b"\x0a"), (9, b"\x01")],
        [(5, b"\x0a"), (7, b"\x0a")],
    ],
    ids=["a name that is a number", "a place before the file", "no place at all"],
)
def test_a_footer_with_values_of_another_kind_is_refused(chunk):
    with pytest.raises(InputError, match="Its footer can't be read"):
        read_groups(io.BytesIO(b"PAR1" + footer(chunk)))


@pytest.mark.parametrize("cut", [0, 1, 7, 8, 12, 60])
def test_a_footer_that_is_no_footer_is_refused(tmp_path, cut):
    content = Path(written(tmp_path, {"text": [HYPE]}).path).read_bytes()
    with pytest.raises(InputError, match=r"footer can't be read|It has a"):
        read_groups(io.BytesIO(content[-cut:] if cut else b""))


def test_a_damaged_footer_ends_no_process(tmp_path):
    """Arrow lets an exception of C++ out where a column's statistics don't fit it."""
    content = Path(written(tmp_path, {"text": [HYPE] * 9, "n": list(range(9))}).path).read_bytes()
    program = (
        "import sys; from pathlib import Path\n"
        "from hypecheck.bulk.readers import records_of; from hypecheck.bulk.sources import Source\n"
        "content = Path('good').read_bytes()\n"
        "for at in range(len(content) - 420, len(content)):\n"
        "    for bits in (0x01, 0x02, 0x80, 0xFF):\n"
        "        changed = bytearray(content); changed[at] ^= bits\n"
        "        Path('news.parquet').write_bytes(changed)\n"
        "        list(zip(range(99), records_of(Source('parquet', ('news.parquet',), 'x'), 0)))\n"
    )
    (tmp_path / "good").write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-500:]


class TestFooterThatLies:
    @pytest.fixture
    def honest(self, tmp_path):
        source = written(tmp_path, {"text": [HYPE] * 20})
        raw = io.BytesIO(Path(source.path).read_bytes())
        (group,) = read_groups(raw)
        return raw, group

    def lying(self, group, rows=None, **chunk):
        (true,) = group.chunks
        return Group(group.rows if rows is None else rows, (replace(true, **chunk),))

    def test_rows_that_are_not_there(self, honest):
        raw, group = honest
        with pytest.raises(InputError, match="'text' has 20 rows, not 21"):
            refuse_bomb(raw, self.lying(group, rows=21), ["text"])

    @pytest.mark.parametrize(
        "column",
        [
            {"start": 10**9, "end": 10**9 + 100},
            {"end": 2**60, "cells": 2**60},
            {"start": 0},
            {"start": 9},
        ],
        ids=["no such place", "larger than the file", "at the file's mark", "inside a page"],
    )
    def test_pages_that_are_not_there(self, honest, column):
        raw, group = honest
        with pytest.raises(InputError, match=r"Its (page|column|pages)|It has a"):
            refuse_bomb(raw, self.lying(group, **column), ["text"])

    def test_more_rows_than_bytes_can_stand_for(self):
        refuse_too_many_rows(100_000, 1000)
        with pytest.raises(
            InputError, match="1000 bytes are said to hold 1152921504606846976 rows"
        ):
            refuse_too_many_rows(2**60, 1000)

    def test_more_rows_than_bytes_are_a_line_among_the_errors(self, tmp_path, monkeypatch):
        source = written(tmp_path, {"text": [HYPE]})
        monkeypatch.setattr(parquet_pages, "_ROWS_A_BYTE", 0)
        assert count_rows(source) == 1
        (end,) = records_of(source, 0)
        assert "are said to hold 1 rows" in end.reason


@pytest.mark.parametrize(
    ("header", "words"),
    [
        (b"", "no header that ends"),
        (b"\x15", "no header that ends"),
        (b"\x15" + b"\xff" * 20, "a number without an end"),
        (b"\x1d\x00", "unknown kind 13"),
        (b"\x1c" * 5000, "no header that ends|recursion"),
        (b"\x19\xf8\xff\xff\xff\xff\x0f", "no header that ends"),
        (b"\x18\xff\xff\xff\xff\x0f", "no header that ends"),
        (b"\x25\x01\x15\x01\x00", "no sizes that a page can have"),
    ],
    ids=[
        "none",
        "cut",
        "endless number",
        "unknown kind",
        "deep",
        "long list",
        "long text",
        "negative",
    ],
)
def test_a_page_header_of_any_bytes_is_refused(header, words):
    group = Group(5, (Chunk("text", 0, 10, 5),))
    with pytest.raises((InputError, RecursionError), match=words):
        refuse_bomb(io.BytesIO(header), group, ["text"])


@given(st.binary(max_size=60))
def test_a_page_header_ends_or_is_refused(header):
    reader = parquet_pages._Compact(header)
    try:
        reader.struct()
    except (IndexError, InputError):
        return
    assert 0 < reader.at <= len(header)


def test_lists_and_texts_in_a_header_are_passed_over():
    compact = bytes.fromhex(
        "152919110118156162636465" + "66" * 16 + "17" + "00" * 8 + "13072c150a0000"
    )
    reader = parquet_pages._Compact(compact)
    found = reader.struct()
    assert reader.at == len(compact)
    assert found[1] == -21


class Payload:
    """Touches a file when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def test_a_column_type_that_is_a_pickle_is_not_unpickled(tmp_path):
    """What CVE-2023-47248 did: a type of Python's own in the schema ran when the file was opened."""
    mark = tmp_path / "hostile-code-ran"
    meta = {
        "ARROW:extension:name": "arrow.py_extension_type",
        "ARROW:extension:metadata": pickle.dumps(Payload(mark)),
    }
    schema = pa.schema([pa.field("text", pa.string(), metadata=meta)])
    path = tmp_path / "news.parquet"
    pq.write_table(pa.table({"text": [HYPE]}, schema=schema), path)
    out = tmp_path / "out"
    score_files([str(path)], str(out), settings=Settings(only_english=False))
    assert not mark.exists()
