"""Archives that break off: what is whole is scored, the rest is a line among the errors, every time.

Files are cut at many places, since a library may notice one cut and overlook the next.
"""

import gzip
import io
import json
import os

import pytest
from bulk_helpers import read_errors, read_rows, rows, tree
from click.testing import CliRunner

from hypecheck.bulk.files import Damaged, open_bytes
from hypecheck.bulk.readers import Broken, reader_of, records_of
from hypecheck.bulk.sources import find_sources
from hypecheck.cli import main

PAGE = (
    "<html><head><title>Report {n}</title></head><body><article><p>The council met {n} times this"
    " year. The tram is a game-changer for all of the town, and so is the bus.</p></article></html>"
)
TOLD = "can't be read any further: "


def lines(count):
    return "".join(f"{json.dumps(row)}\n" for row in rows(count)).encode()


def zstd(content):
    return pytest.importorskip("zstandard").compress(content)


def frames(content, size=1 << 12):
    """As parallel compressors write it: many frames, with something to be skipped between them."""
    skipped = b"\x50\x2a\x4d\x18\x03\x00\x00\x00abc"
    parts = [content[at : at + size] for at in range(0, len(content), size)]
    return skipped.join(zstd(part) for part in parts)


def members(content, size=1 << 12):
    parts = [content[at : at + size] for at in range(0, len(content), size)]
    return b"".join(gzip.compress(part, mtime=0) for part in parts)


def warc(count, packed):
    """Pairs of a request and a response, as crawlers write them."""
    writer = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    file = io.BytesIO()
    out = writer.WARCWriter(file, gzip=packed)
    for number in range(count):
        url = f"https://news.example/{number}"
        asked = headers("GET / HTTP/1.1", [("Host", "news.example")])
        answer = headers("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        for kind, head, body in (
            ("request", asked, b""),
            ("response", answer, PAGE.format(n=number).encode()),
        ):
            record = out.create_warc_record(url, kind, io.BytesIO(body), http_headers=head)
            out.write_record(record)
    return file.getvalue()


PACKED = {
    "n.jsonl.gz": (lines, gzip.compress),
    "n.jsonl.zst": (lines, zstd),
    "frames.jsonl.zst": (lines, frames),
    "members.jsonl.gz": (lines, members),
    "n.warc": (lambda count: warc(count, packed=False), bytes),
    "n.warc.gz": (lambda count: warc(count, packed=True), bytes),
    "n.warc.zst": (lambda count: warc(count, packed=False), zstd),
}


def records(path):
    (source,) = find_sources([str(path)])
    found = list(records_of(source, 0))
    whole = [record for record in found if not isinstance(record, Broken)]
    return source, whole, found[len(whole) :]


class TestEveryCut:
    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # WARCWriter's
    @pytest.mark.parametrize("name", PACKED)
    def test_what_is_read_is_the_beginning_of_what_there_was(self, name, tmp_path):
        make, pack = PACKED[name]
        content = pack(make(40))
        path = tmp_path / name
        path.write_bytes(content)
        source, found, _ = records(path)
        expected, told = [fields(source, record) for record in found], 0
        for cut in range(0, len(content), len(content) // 90 or 1):
            path.write_bytes(content[:cut])
            _, whole, broken = records(path)
            assert len(broken) <= 1
            told += bool(broken)
            if not broken and source.kind == "jsonl":  # cut between frames: half a line, as a row
                whole = whole[:-1]
            assert [fields(source, record) for record in whole[-2:]] == expected[: len(whole)][-2:]
        assert told > 80

    @pytest.mark.parametrize("name", ["n.jsonl.zst", "n.jsonl.gz"])
    def test_a_last_byte_is_missed(self, name, tmp_path):
        make, pack = PACKED[name]
        (tmp_path / name).write_bytes(pack(make(3000))[:-1])
        _, whole, (broken,) = records(tmp_path / name)
        assert len(whole) > 2000  # a block of zstd can't be unpacked in part
        assert broken.reason == "the compressed file is cut short"

    @pytest.mark.parametrize("name", ["frames.jsonl.zst", "members.jsonl.gz"])
    def test_parts_that_are_whole_are_one_file(self, name, tmp_path):
        make, pack = PACKED[name]
        (tmp_path / name).write_bytes(pack(make(300)))
        with open_bytes(str(tmp_path / name)) as file:
            assert file.read() == lines(300)

    @pytest.mark.parametrize("name", ["n.jsonl.gz", "n.csv.zst", "n.warc.gz", "n.csv.zstd"])
    @pytest.mark.parametrize("size", range(4))
    def test_a_beginning_too_short_to_know_is_no_empty_file(self, name, size, tmp_path):
        (tmp_path / name).write_bytes(b"\x1f\x8b\x08"[:size])
        _, whole, (broken,) = records(tmp_path / name)
        assert not whole
        assert "too few for a compressed file" in broken.reason or "cut short" in broken.reason


def fields(source, record):
    if source.kind == "warc":
        headers = record.value.rec_headers
        return headers.get_header("WARC-Target-URI"), record.value.content_stream().read()
    return reader_of(source.kind).fields(record)


class TestZstd:
    def test_damaged_bytes(self, tmp_path):
        packed = bytearray(zstd(os.urandom(1000).hex().encode() + b"\n"))
        packed[6:40] = b"\xff" * 34
        (tmp_path / "n.jsonl.zst").write_bytes(packed)
        with (
            open_bytes(str(tmp_path / "n.jsonl.zst")) as file,
            pytest.raises(Damaged, match="damaged"),
        ):
            file.read()

    def test_bytes_after_the_end(self, tmp_path):
        (tmp_path / "n.jsonl.zst").write_bytes(zstd(lines(3)) + b"no frame")
        _, whole, (broken,) = records(tmp_path / "n.jsonl.zst")
        assert len(whole) == 3
        assert "damaged" in broken.reason

    def test_little_that_unpacks_to_much_comes_in_pieces(self, tmp_path):
        (tmp_path / "n.jsonl.zst").write_bytes(zstd(bytes(50_000_000)))
        with open_bytes(str(tmp_path / "n.jsonl.zst")) as file:
            sizes = [len(piece) for piece in iter(lambda: file.read1(1 << 30), b"")]
        assert sum(sizes) == 50_000_000
        assert max(sizes) <= 1 << 25

    def test_packed_text_that_is_cut(self, tmp_path):
        (tmp_path / "a.txt.zst").write_bytes(zstd(b"It reads CSV. " * 90)[:-3])
        source, (record,), _ = records(tmp_path / "a.txt.zst")
        with pytest.raises(ValueError, match=r"can't be read: the compressed file is cut short\."):
            reader_of(source.kind).fields(record)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # WARCWriter's
class TestWarc:
    def broken(self, path, content):
        path.write_bytes(content)
        _, whole, broken = records(path)
        return len(whole), broken[0].reason if broken else None

    def test_a_page_that_is_cut_is_not_scored(self, tmp_path):
        whole, reason = self.broken(tmp_path / "n.warc", warc(6, packed=False)[:-30])
        assert whole == 5
        assert reason.startswith("its last record lacks 26 of ")

    def test_a_cut_between_records_headers_and_the_page_is_told(self, tmp_path):
        content = warc(6, packed=False)
        for mark in (b"HTTP/1.1", b"GET /", b"Content-Length", b"WARC-Type", b"\r\n\r\nHTTP"):
            _, reason = self.broken(tmp_path / "n.warc", content[: content.rindex(mark)])
            assert reason, mark

    def test_a_file_with_nothing_in_it(self, tmp_path):
        assert self.broken(tmp_path / "n.warc", b"") == (0, "it has no WARC record")

    def test_a_length_that_is_none(self, tmp_path):
        record = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -1\r\n\r\n\r\n\r\n"
        whole, reason = self.broken(tmp_path / "n.warc", warc(2, packed=False) + record)
        assert whole == 2
        assert "no Content-Length" in reason

    def test_a_response_without_an_address_is_read(self, tmp_path):
        content = warc(2, packed=False).replace(b"WARC-Target-URI", b"X-Target-URI")
        assert self.broken(tmp_path / "n.warc", content) == (2, None)

    def test_answers_of_other_services_and_empty_ones_are_left_out(self, tmp_path):
        empty = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
        content = warc(1, packed=False).replace(b"https://news", b"dns://news") + empty
        assert self.broken(tmp_path / "n.warc", content) == (0, None)

    def test_a_page_can_be_read_after_the_next_one(self, tmp_path):
        (tmp_path / "n.warc.gz").write_bytes(warc(3, packed=True))
        _, whole, _ = records(tmp_path / "n.warc.gz")
        titles = [reader_of("warc").fields(record)["title"] for record in reversed(whole)]
        assert titles == ["Report 2", "Report 1", "Report 0"]

    def test_a_response_larger_than_a_page_may_be(self, tmp_path, monkeypatch):
        (tmp_path / "n.warc").write_bytes(warc(1, packed=False))
        _, (record,), _ = records(tmp_path / "n.warc")
        monkeypatch.setattr("hypecheck.bulk.readers.warc._LARGEST", 100)
        with pytest.raises(ValueError, match=r"has \d+ bytes. Up to 100 are read"):
            reader_of("warc").fields(record)

    def test_an_archive_of_the_older_kind(self, tmp_path):
        body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE.format(n=7)}"
        head = f"https://news.example/7 127.0.0.1 20240501000000 text/html {len(body)}\n"
        (tmp_path / "n.warc").write_text(f"{head}{body}\n", newline="")
        _, (record,), broken = records(tmp_path / "n.warc")
        assert reader_of("warc").fields(record)["title"] == "Report 7"
        assert not broken


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # WARCWriter's
@pytest.mark.parametrize("name", PACKED)
def test_run_over_a_cut_archive_ends_with_3_and_so_does_the_same_command_again(name, tmp_path):
    make, pack = PACKED[name]
    content = pack(make(30))
    path, out = tmp_path / name, tmp_path / "out"
    path.write_bytes(content[: len(content) - len(content) // 20])
    command = ["score", str(path), "--out", str(out), "--any-language", "--shard-size", "4"]
    for _ in range(2):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 3, done.output
        (error,) = read_errors(out)
        assert TOLD in error["reason"]
        summary = json.loads((out / "summary.json").read_text())
        assert summary["scored"] == len(read_rows(out)) == len(records(path)[1])
    (out / "summary.json").unlink()
    before = tree(out)
    assert CliRunner().invoke(main, command).exit_code == 3
    assert before.items() <= tree(out).items()
