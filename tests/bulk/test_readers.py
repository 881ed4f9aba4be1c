"""Every kind of input: the same two articles come out of each."""

import gzip
import io
import json

import pytest
from bulk_helpers import HYPED, SOBER, read_errors, read_rows

from hypecheck.bulk import Columns, Settings, score_files
from hypecheck.bulk.folder import Folder
from hypecheck.bulk.readers import records_of
from hypecheck.bulk.sources import find_sources
from hypecheck.errors import InputError

ARTICLES = [
    {"id": "a", "title": "Loud", "date": "2025-01-02", "text": f"{HYPED} It was said in Oslo."},
    {"id": "b", "title": "Quiet", "date": "2025-01-03", "text": f"{SOBER} Nothing else is new."},
]
PAGE = """<!doctype html><html><head><title>{title}</title>
<meta property="article:published_time" content="{date}T08:00:00Z"></head>
<body><nav>Home</nav><article><h1>{title}</h1><p>{text}</p><p>{text}</p></article>
<footer>About us</footer></body></html>"""


def lines():
    return "".join(f"{json.dumps(row)}\n" for row in ARTICLES).encode()


def comma_separated(mark=","):
    rows = [["id", "title", "date", "text"], *([row[key] for key in row] for row in ARTICLES)]
    return "".join(mark.join(f'"{cell}"' for cell in row) + "\n" for row in rows).encode()


def parquet():
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(ARTICLES), file)
    return file.getvalue()


def warc():
    pytest.importorskip("trafilatura")
    writer = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    file = io.BytesIO()
    out = writer.WARCWriter(file, gzip=True)
    pages = [(PAGE.format(**row), "text/html; charset=utf-8", "200 OK") for row in ARTICLES]
    pages += [("not a page", "text/plain", "200 OK"), ("gone", "text/html", "404 Not Found")]
    for number, (body, kind, status) in enumerate(pages):
        answer = headers(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = out.create_warc_record(
            f"https://news.example/{number}",
            "response",
            io.BytesIO(body.encode()),
            http_headers=answer,
        )
        out.write_record(record)
    return file.getvalue()


def zstd(content):
    return pytest.importorskip("zstandard").ZstdCompressor().compress(content)


FILES = {
    "news.jsonl": lines,
    "news.ndjson": lines,
    "news.jsonl.gz": lambda: gzip.compress(lines()),
    "news.jsonl.zst": lambda: zstd(lines()),
    "news.csv": comma_separated,
    "news.csv.gz": lambda: gzip.compress(comma_separated()),
    "news.tsv": lambda: comma_separated("\t"),
    "news.parquet": parquet,
    "news.warc.gz": warc,
}


def score(*inputs, out, **names):
    score_files([str(one) for one in inputs], str(out), **names)
    return read_rows(out)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # WARCWriter's
@pytest.mark.parametrize("name", FILES)
def test_both_articles_are_read(name, tmp_path):
    (tmp_path / name).write_bytes(FILES[name]())
    loud, quiet = score(tmp_path / name, out=tmp_path / "out")
    assert (loud["title"], quiet["title"]) == ("Loud", "Quiet")
    assert loud["as_of"] == "2025-01-02"
    assert loud["score"] > 0.3 > quiet["score"]
    assert "game-changer" in {span["text"] for span in loud["spans"]}


class TestFolders:
    def test_text_files_are_one_article_each(self, tmp_path):
        for row in ARTICLES:
            (tmp_path / "in" / row["id"]).with_suffix(".txt").parent.mkdir(exist_ok=True)
            (tmp_path / "in" / f"{row['id']}.txt").write_text(row["text"], encoding="utf-8")
        rows = score(tmp_path / "in", out=tmp_path / "out")
        assert [row["id"] for row in rows] == ["a.txt", "b.txt"]

    def test_pages_lose_what_surrounds_the_article(self, tmp_path):
        pytest.importorskip("trafilatura")
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "a.html").write_text(PAGE.format(**ARTICLES[0]), encoding="utf-8")
        (row,) = score(tmp_path / "in", out=tmp_path / "out")
        assert (row["title"], row["as_of"]) == ("Loud", "2025-01-02")
        assert row["words"] < 60

    def test_dataset_folder(self, tmp_path):
        datasets = pytest.importorskip("datasets")
        datasets.Dataset.from_list(ARTICLES).save_to_disk(str(tmp_path / "in"))
        assert [row["id"] for row in score(tmp_path / "in", out=tmp_path / "out")] == ["a", "b"]

    def test_splits_of_a_dataset_follow_each_other(self, tmp_path):
        datasets = pytest.importorskip("datasets")
        splits = {"train": ARTICLES[:1], "test": ARTICLES[1:]}
        datasets.DatasetDict(
            {name: datasets.Dataset.from_list(rows) for name, rows in splits.items()}
        ).save_to_disk(str(tmp_path / "in"))
        rows = score(tmp_path / "in", out=tmp_path / "out")
        assert [(row["id"], row["file"].rpartition("/")[2]) for row in rows] == [
            ("b", "test"),
            ("a", "train"),
        ]

    def test_pattern_that_fits_files_and_folders(self, tmp_path):
        (tmp_path / "in-folder").mkdir()
        (tmp_path / "in-folder" / "a.txt").write_text(ARTICLES[0]["text"], encoding="utf-8")
        (tmp_path / "in-folder" / ".hidden.txt").write_text("Not this.", encoding="utf-8")
        (tmp_path / "in-rows.jsonl").write_text(json.dumps(ARTICLES[1]), encoding="utf-8")
        rows = score(tmp_path / "in-*", out=tmp_path / "out")
        assert [row["id"] for row in rows] == ["b", "a.txt"]
        rows = score(tmp_path / "in-f*", out=tmp_path / "folder")
        assert [row["id"] for row in rows] == ["a.txt"]

    def test_folder_without_articles(self, tmp_path):
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "readme.txt").write_text("What lies here.", encoding="utf-8")
        with pytest.raises(InputError, match=r"has no file to read. Allowed: .*\.jsonl"):
            score(tmp_path / "in", out=tmp_path / "out")

    def test_pattern(self, tmp_path):
        for number, row in enumerate(ARTICLES):
            (tmp_path / f"part-{number}.jsonl").write_text(json.dumps(row), encoding="utf-8")
        rows = score(tmp_path / "part-*.jsonl", out=tmp_path / "out")
        assert [row["id"] for row in rows] == ["a", "b"]

    def test_several_kinds_at_once(self, tmp_path):
        (tmp_path / "one.jsonl").write_bytes(lines())
        (tmp_path / "two.csv").write_bytes(comma_separated())
        rows = score(tmp_path / "one.jsonl", tmp_path / "two.csv", out=tmp_path / "out")
        assert [row["id"] for row in rows] == ["a", "b", "a", "b"]

    def test_store_by_its_url(self, tmp_path):
        fsspec = pytest.importorskip("fsspec")
        with fsspec.open("memory://in/news.jsonl", "wb") as file:
            file.write(lines())
        score_files(["memory://in/news.jsonl"], "memory://out")
        with fsspec.open("memory://out/articles/part-000000.jsonl", "rb") as file:
            assert [json.loads(line)["id"] for line in file] == ["a", "b"]

    @pytest.mark.parametrize("name", ["memory://here", "memory://here/*.jsonl"])
    def test_folder_and_pattern_of_a_store(self, tmp_path, name):
        fsspec = pytest.importorskip("fsspec")
        for number, row in enumerate(ARTICLES):
            with fsspec.open(f"memory://here/{number}.jsonl", "w") as file:
                file.write(json.dumps(row))
        assert [row["id"] for row in score(name, out=tmp_path / "out")] == ["a", "b"]

    def test_output_of_a_store_is_made_anew_where_a_run_was_killed(self, tmp_path):
        fsspec = pytest.importorskip("fsspec")
        (tmp_path / "n.jsonl").write_bytes(lines())
        for _ in range(2):
            score_files([str(tmp_path / "n.jsonl")], "memory://anew")
            fsspec.filesystem("memory").rm("/anew/summary.json")
        assert score_files([str(tmp_path / "n.jsonl")], "memory://anew")["scored"] == 2

    def test_folder_of_a_store_can_be_removed_again(self):
        fsspec = pytest.importorskip("fsspec")
        folder = Folder("memory://swept")
        folder.write("shards/a.json", b"{}")
        for _ in range(2):
            folder.remove("shards")
            assert fsspec.filesystem("memory").find("/swept") == []

    def test_store_of_an_unknown_kind(self, tmp_path):
        pytest.importorskip("fsspec")
        with pytest.raises(InputError, match=r"nowhere://in/news\.jsonl can't be reached"):
            score("nowhere://in/news.jsonl", out=tmp_path / "out")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # WARCWriter's
@pytest.mark.parametrize("name", ["news.jsonl", "news.csv", "news.parquet", "news.warc.gz"])
@pytest.mark.parametrize("first", [0, 1, 2, 3])
def test_reading_can_begin_at_any_row(name, first, tmp_path):
    """What a run that goes on relies on, also behind the last row."""
    (tmp_path / name).write_bytes(FILES[name]())
    (source,) = find_sources([str(tmp_path / name)])
    assert [record.row for record in records_of(source, first)] == [1, 2][first:]


def test_reading_can_begin_in_any_row_group_of_a_parquet_file(tmp_path):
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    articles = [{"id": f"a{number}", "text": SOBER} for number in range(200)]
    pq.write_table(pa.Table.from_pylist(articles), tmp_path / "n.parquet", row_group_size=90)
    (source,) = find_sources([str(tmp_path / "n.parquet")])
    for first in (0, 70, 89, 90, 179, 180, 199, 200):
        found = list(records_of(source, first))
        assert [record.row for record in found] == list(range(first + 1, 201))
        assert [record.value["id"] for record in found] == [f"a{n}" for n in range(first, 200)]


def test_columns_of_another_name(tmp_path):
    (tmp_path / "n.jsonl").write_text(json.dumps({"body": HYPED, "when": "2024-05"}) + "\n")
    settings = Settings(columns=Columns(text="body", date="when"))
    (row,) = score(tmp_path / "n.jsonl", out=tmp_path / "out", settings=settings)
    assert row["as_of"] == "2024-05-31"


def test_parquet_output_has_the_documented_columns(tmp_path):
    pq = pytest.importorskip("pyarrow.parquet")
    from hypecheck.bulk.schema import ARTICLE, arrow_schema

    (tmp_path / "n.jsonl").write_bytes(lines())
    score_files(
        [str(tmp_path / "n.jsonl")], str(tmp_path / "out"), settings=Settings(form="parquet")
    )
    table = pq.read_table(tmp_path / "out" / "articles" / "part-000000.parquet")
    assert table.schema.equals(arrow_schema(ARTICLE))
    score_files([str(tmp_path / "n.jsonl")], str(tmp_path / "plain"))
    assert table.to_pylist() == read_rows(tmp_path / "plain")


def test_parquet_output_is_written_a_group_of_rows_at_a_time(tmp_path, monkeypatch):
    pq = pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr("hypecheck.bulk.writers._WAITING", 2)
    rows = "".join(json.dumps({"id": f"a{n}", "text": SOBER}) + "\n" for n in range(5))
    (tmp_path / "n.jsonl").write_text(rows)
    score_files(
        [str(tmp_path / "n.jsonl")], str(tmp_path / "out"), settings=Settings(form="parquet")
    )
    written = pq.ParquetFile(tmp_path / "out" / "articles" / "part-000000.parquet")
    assert written.read().column("id").to_pylist() == [f"a{n}" for n in range(5)]
    assert [written.metadata.row_group(n).num_rows for n in range(3)] == [2, 2, 1]


class TestBroken:
    def test_gzip_that_ends_early(self, tmp_path):
        (tmp_path / "n.jsonl.gz").write_bytes(gzip.compress(lines() * 50)[:-40])
        score(tmp_path / "n.jsonl.gz", out=tmp_path / "out")
        assert "can't be read any further" in read_errors(tmp_path / "out")[-1]["reason"]

    def test_parquet_that_ends_early(self, tmp_path):
        (tmp_path / "n.parquet").write_bytes(parquet()[:-40])
        assert score(tmp_path / "n.parquet", out=tmp_path / "out") == []
        (error,) = read_errors(tmp_path / "out")
        assert error["file"].endswith("n.parquet")

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("no.jsonl", "does not exist"),
            ("*.jsonl", "No file matches"),
            ("x.docx", "no known kind"),
        ],
    )
    def test_input_that_is_not_there_or_not_known(self, tmp_path, name, reason):
        (tmp_path / "x.docx").write_bytes(b"PK")
        with pytest.raises(InputError, match=reason):
            score(tmp_path / name, out=tmp_path / "out")

    def test_text_file_that_is_packed_and_ends_early(self, tmp_path):
        (tmp_path / "a.txt.gz").write_bytes(gzip.compress(SOBER.encode() * 50)[:-20])
        assert score(tmp_path / "a.txt.gz", out=tmp_path / "out") == []
        (error,) = read_errors(tmp_path / "out")
        assert "can't be read" in error["reason"]

    def test_column_that_is_not_there_is_named_with_those_that_are(self, tmp_path):
        (tmp_path / "n.csv").write_bytes(comma_separated())
        settings = Settings(columns=Columns(text="body"))
        with pytest.raises(InputError, match=r"has no column 'body'. Its columns: id, title, date"):
            score(tmp_path / "n.csv", out=tmp_path / "out", settings=settings)

    def test_file_given_twice(self, tmp_path):
        (tmp_path / "n.jsonl").write_bytes(lines())
        with pytest.raises(InputError, match="given twice"):
            score(tmp_path / "n.jsonl", tmp_path / "n.jsonl", out=tmp_path / "out")

    def test_table_without_a_text_column_is_refused_at_once(self, tmp_path):
        (tmp_path / "n.csv").write_text("headline,price\nx,3\n")
        with pytest.raises(InputError, match=r"n\.csv .*text"):
            score(tmp_path / "n.csv", out=tmp_path / "out")
