"""What is fuzzed: every way into the package, as functions of bytes.

Each lets only `HypecheckError` pass and checks what has to hold of what comes out. They need
nothing but the package, so that the test suite runs them too, on seeds and on old findings.
"""

import csv
import gzip
import io
import itertools
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from choices import Choices

import hypecheck
from hypecheck.bulk.columns import article_of
from hypecheck.bulk.readers import Broken, count_rows, reader_of, records_of
from hypecheck.bulk.readers.parquet_pages import read_groups, refuse_bomb
from hypecheck.bulk.settings import Columns
from hypecheck.bulk.sources import Source
from hypecheck.checks import (
    Baseline,
    Checker,
    Settings,
    edits_of,
    fixed,
    read_baseline,
    read_settings,
)
from hypecheck.checks import words as compact
from hypecheck.checks.reading import read_prose
from hypecheck.claims.vocabulary import claim_word, class_word
from hypecheck.dates import as_day
from hypecheck.errors import HypecheckError
from hypecheck.exporters import claim_review, github, report_json, sarif
from hypecheck.lexicon import own_lexicon, read_entries
from hypecheck.lexicon.entries import read_exclusions
from hypecheck.own_labels import own_labels
from hypecheck.patterns import normalize
from hypecheck.pipeline import default_analyzer
from hypecheck.readers.corpus import read_corpus, read_documents, read_sentences
from hypecheck.readers.corpus_labels import read_labels
from hypecheck.readers.epoch import read_epoch
from hypecheck.readers.markup import parse_markup, to_markup
from hypecheck.readers.models_dev import read_models_dev
from hypecheck.readers.plain import read_file
from hypecheck.readers.prose import Reading
from hypecheck.readers.releases_csv import NEEDED, read_releases_csv
from hypecheck.resources import data_path, parse_jsonl
from hypecheck.scoring.persist import load_model, shipped_model
from hypecheck.stance.cues import read_cues
from hypecheck.text import make_document
from hypecheck.types import Hit, Report

AS_OF = date(2025, 8, 6)
#: Processor time that no input of a few kilobytes may take, instrumented and beside other work.
SECONDS = 20.0

Target = Callable[[bytes], None]
TARGETS: dict[str, Target] = {}


def target(function: Target) -> Target:
    """Put a target on the list under its name."""
    TARGETS[function.__name__] = function
    return function


def run(name: str, data: bytes) -> None:
    """Run a target; whatever leaves it is a finding, and so is one that takes too long."""
    started = time.process_time()
    with _refusals():
        TARGETS[name](data)
    spent = time.process_time() - started
    assert spent < SECONDS, f"{name} took {spent:.1f} s for {len(data)} bytes"


@contextmanager
def _refusals() -> Iterator[None]:
    """An error that the package raises on purpose is an answer, if it is one line."""
    try:
        yield
    except HypecheckError as error:
        if not str(error).strip():
            raise AssertionError("an error says nothing") from error


@contextmanager
def _file(name: str, data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=_memory()) as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        yield path


@cache
def _memory() -> str | None:
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


# Texts ---------------------------------------------------------------------------------------


@cache
def pieces() -> list[str]:
    """Words and phrases that the package knows, out of the examples of its own vocabulary."""
    found: set[str] = set(PLAIN)
    for name in ("lexicon/en", "cues", "claims"):
        for path in sorted(data_path(name).iterdir(), key=lambda path: path.name):
            if path.name.endswith(".jsonl"):
                for number, row in parse_jsonl(path.read_text(encoding="utf-8"), path.name):
                    if number % 3 == 0:
                        found.update(row.get("flags", [])[:1])
                    found.update(
                        p.replace("/n", "").replace("/v", "") for p in row.get("patterns", [])[:2]
                    )
    for number, release in enumerate(default_analyzer().db):
        if number % 7 == 0:
            found.update((release.name, release.organization))
    return sorted(found)


PLAIN = [
    *(".", ",", ";", ":", "—", "-", "(", ")", "“", "”", "‘", "’", '"', "'", "?", "!", "…", "\n", "\n\n"),
    *("not", "hardly", "so-called", "could", "said", "says", "according to", "if", "no", "never"),
    *("first", "only", "since GPT-2", "in 2023", "in five years", "no other lab", "largest", "ever"),
    *("open-weight", "open-source", "language model", "OpenAI", "it", "the company", "Whisper", "a"),
    *("👩‍🔬", "\u200d", "\u200b", "\u202e", "\ud800", "\x00", "\ufeff", "ß", "İ", "中文。", "%", "1.5B"),
    *("é", "*", "_", "#", "`", "<b>", "&amp;", "\u0301", "\u00ad", "\u2028", "\x85", "\x1c", "ﬁ"),
]  # fmt: skip


def text_of(choices: Choices) -> str:
    """A text: made of known pieces, or of any characters, or bytes as they are."""
    kind = choices.number(4)
    if kind == 0:
        return choices.rest().decode("utf-8", "surrogatepass" if choices.number(2) else "replace")
    if kind == 1:
        return choices.rest().decode(
            "utf-16-le", "surrogatepass" if len(choices.rest()) else "replace"
        )
    return choices.words(pieces())


@target
def check(data: bytes) -> None:
    """`check` with any text, title and day."""
    choices = Choices(data)
    day = choices.pick([AS_OF, "2019", None, "2025-04-03", "2026-11"])
    title = choices.words(pieces(), 6) if choices.number(4) == 0 else None
    try:
        text = text_of(choices)
    except UnicodeDecodeError:
        return
    report = hypecheck.check(text, as_of=day, title=title)
    holds(report, text)


def holds(report: Report, text: str) -> None:
    """What is true of every report."""
    for found in (*report.spans, *report.claims):
        of = text if found.part == "text" else report.title or ""
        assert of[found.start_char : found.end_char] == found.text
        assert 0 <= found.start_char < found.end_char <= len(of)
        assert all(one.date <= report.as_of for one in found.evidence)
    for span in report.spans:
        of = text if span.part == "text" else report.title or ""
        assert all(of[cue.start_char : cue.end_char] == cue.text for cue in span.cues)
    scores = (report.score, report.own_voice, report.quoted_voice)
    assert all(0 <= score <= 1 for score in scores)
    assert all(0 <= one.score <= 1 for one in report.sentences)
    bounds = [(one.start_char, one.end_char) for one in report.sentences]
    assert all(a < b for a, b in bounds)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(bounds))
    assert Report.from_dict(json.loads(json.dumps(report.to_dict()))) == report
    for rendered in (report.explain(), report.to_html()):
        assert isinstance(rendered, str)
    assert "<script>alert" not in report.to_html()


SUBJECTS = [
    "OpenAI's",
    "the",
    "Meta's",
    "Europe's",
    "the world's",
    "its",
    "China's",
    "no other",
    "DeepSeek's",
]
QUANTIFIERS = [
    "first", "only", "second", "third", "largest", "smallest", "longest-context", "most powerful",
    "one of the first", "first ever", "first and only", "biggest", "never before", "no other",
]  # fmt: skip
CLASSES = [
    "open-weight", "open", "open-source", "multimodal", "reasoning", "general-purpose", "70B", "speech",
    "Apache-licensed", "language model", "model", "coding model", "music model", "lab", "company",
    "model with a context of 1M tokens", "small", "under 10 billion parameters", "to be trained on",
]  # fmt: skip
TAILS = [
    "since GPT-2", "since 2019", "in five years", "after Whisper", "before Llama 3.1 405B", "until 2024",
    "from a US company", "outside China", "in Europe", "ever", "to release weights", "to beat GPT-4",
    "that anyone can download", "has not released", "has released no", "released", "on earth", "yet",
    "other than gpt-oss", "apart from Jukebox", "by OpenAI", "by Mistral", "in the last decade", "since then",
]  # fmt: skip


@target
def claims(data: bytes) -> None:
    """The claim parser and the verdicts, on sentences that are nearly claims."""
    choices = Choices(data)
    text = choices.words(pieces(), 2)
    while not choices.used_up and len(text) < 2000:
        group = choices.pick(
            [SUBJECTS, QUANTIFIERS, CLASSES, CLASSES, TAILS, TAILS, PLAIN, pieces()]
        )
        text += choices.pick(group) + choices.pick([" ", " ", " ", ", ", "-", ". "])
    analyzer = default_analyzer()
    document = make_document(text)
    day = as_day(choices.pick(["2025-08-06", "2019", "2026-11-25"]))
    for claim in analyzer.reader.extract(document, analyzer.db, day):
        assert text[claim.start_char : claim.end_char] == claim.text
        start, end = document.sentences[claim.sentence]
        assert start <= claim.start_char < claim.end_char <= end
        checked = analyzer.verifier.verify(claim, day)
        assert checked.verdict in ("SUPPORTED", "REFUTED", "NOT_ENOUGH_INFO")
        assert len(checked.evidence) <= 12
        assert all(one.date <= day.isoformat() for one in checked.evidence)
        for wording in analyzer.verifier.restatements(checked, day)[:3]:
            assert wording.text.strip()


@target
def stance(data: bytes) -> None:
    """The stance tagger, with spans anywhere."""
    choices = Choices(data)
    places = [(choices.number(65536), choices.number(40)) for _ in range(1 + choices.number(4))]
    text = choices.words([*PLAIN, *pieces()])
    document = make_document(text)
    hits = []
    for at, length in places:
        if not document.sentences:
            return
        index = at % len(document.sentences)
        start, end = document.sentences[index]
        first = start + at % (end - start)
        hits.append(Hit(first, min(end, first + 1 + length), "praise", "x", 1, index))
    marks = default_analyzer().stance.tag(document, hits)
    assert len(marks) == len(hits)
    for mark in marks:
        assert all(text[cue.start_char : cue.end_char] == cue.text for cue in mark.cues)
    assert marks == default_analyzer().stance.tag(document, hits)


# Files of the package's own kinds --------------------------------------------------------------


@cache
def rows_of(name: str, most: int = 300) -> list[dict[str, Any]]:
    """Rows of a data file, as seeds of structured changes."""
    rows = [row for _, row in parse_jsonl(data_path(name).read_text(encoding="utf-8"), name)]
    return rows[:most]


def jsonl(rows: list[Any]) -> str:
    """JSONL text; a surrogate stays escaped."""
    return "".join(json.dumps(row) + "\n" for row in rows)


def changed_rows(choices: Choices, rows: list[dict[str, Any]]) -> str:
    """Some rows, one or more of them changed; or else any text."""
    if choices.number(8) == 0:
        return choices.rest().decode("utf-8", "replace")
    return jsonl([choices.changed(choices.pick(rows)) for _ in range(1 + choices.number(2))])


@target
def lexicon(data: bytes) -> None:
    """Entries, exclusions and the finding with them."""
    choices = Choices(data)
    text = changed_rows(
        choices, rows_of(f"lexicon/en/{choices.pick(['praise', 'scope', 'rivalry'])}.jsonl")
    )
    if choices.number(4) == 0:
        read_exclusions(text, "own.jsonl")
        return
    for entry in read_entries(text, "own.jsonl"):
        for sentence in (
            *entry.flags[:2],
            "a a a a a a a a a a a a a a a a a a a a a b-b-b-b-b-b-b-b",
        ):
            norm = normalize(sentence)
            for start, end in entry.find(sentence, norm, 0, len(norm)):
                assert 0 <= start <= end <= len(sentence)


@target
def cues(data: bytes) -> None:
    """Cue rules."""
    choices = Choices(data)
    for rule in read_cues(changed_rows(choices, rows_of("cues/hedged.jsonl")), "own.jsonl"):
        for pattern in rule.patterns:
            _ = pattern.regex, pattern.anchors


@target
def claim_vocabulary(data: bytes) -> None:
    """Rows of class words and of claim words."""
    choices = Choices(data)
    name, read = choices.pick([("facets", class_word), ("quantifiers", claim_word)])
    text = changed_rows(choices, rows_of(f"claims/{name}.jsonl"))
    for number, row in parse_jsonl(text, "own.jsonl"):
        for pattern in read(row, f"own.jsonl:{number}").patterns:
            _ = pattern.regex, pattern.keys


@target
def releases(data: bytes) -> None:
    """A release table in JSONL, read, asked and written."""
    choices = Choices(data)
    header, *rows = rows_of("releases/releases.jsonl")
    if choices.number(6) == 0:
        header = choices.changed(header)
    text = jsonl([header]) + changed_rows(choices, rows)
    with _file("own.jsonl", text.encode("utf-8", "surrogatepass")) as path:
        db = hypecheck.ReleaseDB.load(path)
        ask(db)
        db.save(path.with_name("again.jsonl"))
        assert len(hypecheck.ReleaseDB.load(path.with_name("again.jsonl"))) == len(db)


def ask(db: hypecheck.ReleaseDB) -> None:
    """Use a table in each of its ways."""
    assert "+" in db.snapshot_id
    for release in db:
        db.lookup(release.name, "2025")
        db.stage_of(release)
        db.homes_of(release)
        assert release.earliest <= release.latest
    db.search(organization="OpenAI", country="Europe", since="2019", until="2025", text="a")
    db.find_names("OpenAI has released GPT-2 and Whisper models since Llama 3.1 405B.")


MAPPING = {
    "snapshot": "2025-12-31",
    "columns": {
        "name": "Rocket",
        "organization": "Maker",
        "sources": "Source",
        "parameters": "Size",
    },
    "events": {"orbit": "First"},
    "values": {"country": {"USA": "United States"}},
    "defaults": {"kind": "rocket"},
    "separator": ";",
    "vocabulary": {"kind": ["rocket"], "event": ["orbit"]},
}
TABLE = [
    {
        "Rocket": "Falcon 9",
        "Maker": "SpaceX",
        "Source": "a;b",
        "Size": "1e3",
        "First": "2010-06-04",
    },
    {"Rocket": "Ariane 6", "Maker": "ArianeGroup", "Source": "c", "Size": "", "First": "2024-07"},
]


def csv_text(choices: Choices, rows: list[dict[str, Any]]) -> str:
    """A CSV of rows with changed cells, cut or not."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]))
    writer.writeheader()
    for row in rows:
        for _ in range(choices.number(3)):
            row = {**row, choices.pick(sorted(row)): str(choices.value(0))}
        writer.writerow(row)
    text = out.getvalue()
    for _ in range(choices.number(3)):
        at = choices.number(len(text) + 1)
        text = (
            text[:at]
            + choices.pick(['"', ",", "\n", "\r", "\x00", "x", "'", ";", "\ud800"])
            + text[at + choices.number(3) :]
        )
    return text


@target
def mapped_releases(data: bytes) -> None:
    """A CSV table with its mapping file."""
    choices = Choices(data)
    mapping = choices.changed(MAPPING) if choices.number(3) else MAPPING
    content = csv_text(choices, TABLE).encode("utf-8", "surrogatepass")
    with _file("own.csv", content) as path:
        path.with_name("own.mapping.json").write_text(json.dumps(mapping), encoding="utf-8")
        ask(hypecheck.ReleaseDB.load(path))


CSV_ROW = dict.fromkeys(NEEDED, "") | {
    "id": "x-1", "name": "X-1", "aliases": "X1|X 1", "organization": "Acme", "openness": "open-weights",
    "release_date": "2024-05", "modalities": "text+image>text", "parameters": "7e9", "n_sources": "2",
    "notes": "paper dated 2024-03-01", "weights_date": "2024-06-01",
}  # fmt: skip
EPOCH_ROW = {
    "Model": "X", "Organization": "Acme", "Publication date": "2024-05-01", "Parameters": "7e9", "Task": "Chat",
    "Domain": "Language", "Model accessibility": "Open weights (unrestricted)", "Link": "https://x.example",
    "Country (of organization)": "France,Japan", "Open model weights?": "yes",
}  # fmt: skip
CATALOGUE = {
    "openai": {"name": "OpenAI", "models": {"gpt-4o": {
        "id": "gpt-4o", "name": "GPT-4o", "release_date": "2024-05-13", "open_weights": False,
        "reasoning": False, "modalities": {"input": ["text"], "output": ["text"]},
        "limit": {"context": 128000, "output": 16384}}}},
}  # fmt: skip


@target
def other_tables(data: bytes) -> None:
    """Tables of other projects."""
    choices = Choices(data)
    kind = choices.number(3)
    if kind == 0:
        text, read = csv_text(choices, [CSV_ROW]), read_releases_csv
    elif kind == 1:
        text, read = csv_text(choices, [EPOCH_ROW]), read_epoch
    else:
        text, read = json.dumps(choices.changed(CATALOGUE)), read_models_dev
    with _file("other", text.encode("utf-8", "surrogatepass")) as path:
        for release in read(path):
            assert release.id is not None


DOCUMENT = {
    "id": "d1", "author": "a", "genre": "news", "field": "ai", "date": "2024-05", "voice": "neutral",
    "hype": 1, "title": "A <praise:asserted>stunning</praise> chip", "title_hype": 2,
    "sentences": [{"markup": "It is <scope:rejected>limitless</scope>.", "hype": 1}, {"text": "It is.", "hype": 0}],
}  # fmt: skip
SENTENCE = {
    "document": "d1",
    "part": "text",
    "markup": "A <praise:hedged>fine</praise> one.",
    "hype": 1,
}


@target
def corpus(data: bytes) -> None:
    """Corpora of documents, of sentences, of labels in CSV, and markup by itself."""
    choices = Choices(data)
    kind = choices.number(5)
    if kind == 0:
        markup = choices.words(
            ["<praise:asserted>", "</praise>", "<b>", "</b>", "<", ">", "word", "<x:hedged>"]
        )
        text, spans = parse_markup(markup)
        assert parse_markup(to_markup(text, spans)) == (text, spans)
        return
    rows, name = ([DOCUMENT], "own.jsonl") if kind == 1 else ([SENTENCE], "train.jsonl")
    text = (
        csv_text(choices, [{"text": "A b.", "hype": "1"}])
        if kind == 4
        else changed_rows(choices, rows)
    )
    with _file("own.csv" if kind == 4 else name, text.encode("utf-8", "surrogatepass")) as path:
        if kind == 3:
            (path.parent / "articles-train.jsonl").write_text(jsonl([choices.changed(DOCUMENT)]))
            read_corpus(path.parent, "train")
        elif kind == 2:
            read_sentences(path)
        (read_documents if kind == 1 else read_labels)(path)


@target
def plain_file(data: bytes) -> None:
    """A text file."""
    with _file("own.txt", data) as path:
        assert read_file(path).strip()


@target
def model(data: bytes) -> None:
    """A classifier's file: the shipped one with bytes changed, or any bytes."""
    choices = Choices(data)
    content = bytearray(shipped_model()) if choices.number(3) else bytearray()
    for _ in range(choices.number(6) if content else 0):
        at = (choices.number(65536) * 256 + choices.number(256)) % len(content)
        content[at : at + choices.number(3)] = bytes([choices.number(256)])
    if content and choices.number(4) == 0:
        content = content[: choices.number(65536) % len(content)]
    content += choices.rest()
    with _file("own.skops", bytes(content)) as path:
        load_model(path)


@target
def report_rows(data: bytes) -> None:
    """A report's own JSON, changed: it is read, or refused, and never anything else."""
    choices = Choices(data)
    Report.from_dict(choices.changed(_row_of_a_report()))


@cache
def _row_of_a_report() -> dict[str, Any]:
    text = "OpenAI says it is a game-changer, its first open-weight model since GPT-2."
    return hypecheck.check(text, as_of=AS_OF).to_dict()


# Inputs of bulk runs ---------------------------------------------------------------------------

SUFFIXES = {
    "jsonl": ".jsonl",
    "csv": ".csv",
    "parquet": ".parquet",
    "text": ".txt",
    "html": ".html",
    "warc": ".warc",
}


def bulk_input(kind: str, content: bytes) -> None:
    """Read a file the way a worker does: all records, from any place, their articles."""
    with _file(f"own{SUFFIXES[kind]}", content) as path:
        source = Source(kind, (str(path),), path.name)
        reader, seen = reader_of(kind), 0
        for record in records_of(source, 0):
            seen += 1
            if isinstance(record, Broken):
                assert record.reason
                continue
            with _refusals():
                article = article_of(reader.fields(record), Columns(), "x")
                assert article.text.strip()
                article.text.encode()
        again = sum(1 for _ in records_of(source, 1))
        assert again in (seen, max(seen - 1, 0)), (seen, again)
        assert isinstance(count_rows(source), int)


def _packed(choices: Choices, content: bytes) -> bytes:
    """The content as it is, or compressed, or compressed and damaged."""
    kind = choices.number(6)
    if kind > 2:
        return content
    packed = gzip.compress(content, mtime=0) if kind < 2 else _zstd(content)
    if choices.number(2):
        at = choices.number(len(packed))
        packed = packed[:at] + bytes([choices.number(256)]) * choices.number(2) + packed[at + 1 :]
    return packed


def _zstd(content: bytes) -> bytes:
    import zstandard

    return zstandard.compress(content)


ARTICLE = {
    "id": "a1",
    "title": "News",
    "date": "2024-05-01",
    "text": "It is a game-changer.",
    "url": "https://x.example",
}


@target
def bulk_jsonl(data: bytes) -> None:
    """JSONL, plain or compressed."""
    choices = Choices(data)
    bulk_input(
        "jsonl", _packed(choices, changed_rows(choices, [ARTICLE]).encode("utf-8", "surrogatepass"))
    )


@target
def bulk_csv(data: bytes) -> None:
    """CSV, plain or compressed."""
    choices = Choices(data)
    text = (
        csv_text(choices, [ARTICLE, ARTICLE])
        if choices.number(4)
        else choices.rest().decode("latin-1")
    )
    bulk_input("csv", _packed(choices, text.encode("utf-8", "surrogatepass")))


@target
def bulk_text(data: bytes) -> None:
    """Plain text, plain or compressed."""
    choices = Choices(data)
    bulk_input("text", _packed(choices, choices.rest()))


@cache
def parquet_seed() -> bytes:
    """A small Parquet file with columns of many types."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.table(
        {
            "text": ["It is a game-changer.", "It reads CSV.", None],
            "date": pa.array([date(2024, 5, 1), None, date(2023, 1, 1)]),
            "id": [1, 2, 3],
            "tags": [["a"], [], None],
            "score": [0.5, None, float("nan")],
            "raw": [b"\xff", b"", None],
        }
    )
    out = io.BytesIO()
    pq.write_table(table, out, row_group_size=2)
    return out.getvalue()


@target
def bulk_parquet(data: bytes) -> None:
    """Parquet: a good file with bytes changed or cut, or any bytes."""
    choices = Choices(data)
    content = bytearray(parquet_seed())
    for _ in range(choices.number(5)):
        at = choices.number(65536) % len(content)
        content[at : at + choices.number(3)] = bytes([choices.number(256)])
    if choices.number(5) == 0:
        content = content[: choices.number(65536) % len(content)]
    bulk_input("parquet", bytes(content) if choices.number(6) else choices.rest())


PAGE_PIECES = [
    "<html><body><article>", "</article></body></html>", "<p>", "</p>", "<h1>News</h1>", "<div>", "</div>",
    "<script>alert(1)</script>", "<meta property='og:title' content='x'>", "<time datetime='2024-05-01'>",
    "It is a game-changer for the whole of the city, says the mayor. ", "<!--", "-->", "<![CDATA[", "&#0;",
    "&#xD800;", "&lt;", "<meta charset='utf-16'>", "<table><tr><td>", "<svg>", "\x00", "<a href='//x'>", "<base href='",
    "<?xml version='1.0' encoding='x'?>", "<!DOCTYPE html [<!ENTITY a 'b'>]>", "&a;", "<p " + "x" * 200, "<li>", "<br>",
]  # fmt: skip


@target
def bulk_html(data: bytes) -> None:
    """HTML pages."""
    choices = Choices(data)
    page = (
        choices.words(PAGE_PIECES).encode("utf-8", "surrogatepass")
        if choices.number(4)
        else choices.rest()
    )
    bulk_input("html", page)


WARC_PIECES = [
    "WARC/1.0\r\n", "WARC-Type: response\r\n", "WARC-Target-URI: https://x.example/\r\n", "Content-Length: 40\r\n",
    "Content-Type: application/http; msgtype=response\r\n", "\r\n", "HTTP/1.1 200 OK\r\n", "Content-Type: text/html\r\n",
    "Transfer-Encoding: chunked\r\n", "Content-Encoding: gzip\r\n", "<html><p>It is a game-changer.</p></html>",
    "Content-Length: -1\r\n", "Content-Length: 99999999999\r\n", "WARC-Record-ID: <urn:uuid:1>\r\n", "5\r\n", "zz\r\n", "0\r\n",
]  # fmt: skip
WARC_SEED = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: https://x.example/\r\n"
    "Content-Type: application/http; msgtype=response\r\nContent-Length: {length}\r\n\r\n{body}\r\n\r\n"
)
WARC_BODY = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>It is a game-changer for all.</p></body></html>"


@target
def bulk_warc(data: bytes) -> None:
    """WARC files, plain or compressed."""
    choices = Choices(data)
    good = WARC_SEED.format(length=len(WARC_BODY), body=WARC_BODY) * (1 + choices.number(2))
    kind = choices.number(3)
    if kind == 0:
        text = good
        for _ in range(choices.number(5)):
            at = choices.number(65536) % len(text)
            text = text[:at] + choices.pick(WARC_PIECES) + text[at + choices.number(30) :]
    else:
        text = "".join(choices.pick(WARC_PIECES) for _ in range(choices.number(30)))
        text += choices.rest().decode("latin-1") if kind == 2 else good
    bulk_input("warc", _packed(choices, text.encode("latin-1", "replace")))


# Files of `hypecheck check` ---------------------------------------------------------------------

HEADS = [
    "---\n", "+++\n", "...\n", "title: A game-changer\n", "title = 'x'\n", "date: 2025-04-03\n", "date: 2025-99-99\n",
    "title: \"\"\n", "headline: '\n", "&a [*a, *a]\n", "!!python/object/apply:os.system ['x']\n", "#\n", "\r\n", ":Date: 2025-04-03\n",
]  # fmt: skip
COMMENTS = [
    "<!-- hypecheck: ignore -->", "<!-- hypecheck: ignore[praise] so it is -->", "<!-- hypecheck: ignore-start x -->",
    "<!-- hypecheck: ignore-end -->", "<!-- hypecheck: ignore-file -->", "<!-- hypecheck:", "-->", "<!--", ".. hypecheck: ignore x\n",
    ".. hypecheck: ignore-start\n\n", "[//]: # (hypecheck: ignore)", "hypecheck: ignore[", "]",
]  # fmt: skip
PROSE = [
    "It is a game-changer. ", "a revolutionary ", "OpenAI’s first open-weight model since GPT-2", "she said", "word", "\n", "\n\n",
    "\r\n", "\r", "\t", "    ", "\u00ad", "\u200b", "\ud800", "\x00", "&amp;", "&#0;", "&#x110000;", "&nosuch;", "“", "”", '"',
]  # fmt: skip
MARKDOWN = [
    "#", "# ", "*", "**", "_", "`", "```", "~~~", "[", "](", ")", "]: ", "![", "> ", "- ", "1. ", "|", "|---|", "<b>", "</b>", "<",
    "\\", "===", "---", "<script>", "</script>", "[^1]", "[^1]: ", "$", "$$", ":::", "{{", "}}", "<a href='x'>", "<!DOCTYPE", "<?",
]  # fmt: skip
RST = [
    "====", "----", "``", "`", "_", "__", "`x <y>`_", "::", ".. ", ".. note::", ".. code-block:: python", ".. |x| replace:: y", ":x:",
    ":role:`x`", "* ", "#. ", "+---+---+", "| a | b |", "=== ===", "\\", "|x|", "[1]_", ".. [1] ", ".. _x: y", "    ", "   :option: x",
]  # fmt: skip
MARKUPS = {
    "md": [*MARKDOWN, *PROSE, *PROSE, *COMMENTS],
    "rst": [*RST, *PROSE, *PROSE, *COMMENTS],
    "html": [
        *PAGE_PIECES,
        *PROSE,
        *PROSE,
        *COMMENTS,
        "<pre>",
        "</pre>",
        "<q>",
        "<title>",
        "</title>",
        "<p hidden>",
    ],
    "txt": [*PROSE, *COMMENTS],
}


def _source(choices: Choices, ending: str) -> str:
    pieces_of = MARKUPS[ending]
    head = "".join(choices.pick(HEADS) for _ in range(choices.number(6)))
    if choices.number(8) == 0:
        return head + choices.rest().decode("utf-8", "replace")
    found = []
    while not choices.used_up and len(found) < 300:
        found.append(
            choices.pick(pieces_of) * (1 + (choices.number(40) if choices.number(9) == 8 else 0))
        )
        found.append(choices.pick(["", "", " ", "\n"]))
    return head + "".join(found)


def _markup(data: bytes, ending: str) -> None:
    choices = Choices(data)
    source = _source(choices, ending)
    prose = read_prose(f"a.{ending}", source)
    assert len(prose.blanked()) == len(source)
    for block in (*prose.blocks, *([prose.title] if prose.title else [])):
        assert 0 <= block.start <= block.end <= len(source)
    reading = Reading(source, prose.blocks)
    for start in range(0, len(reading.text) - 1, 7):
        first, last = reading.place(start, start + 1)
        assert 0 <= first <= last <= len(source)
        assert first < last or reading.text[start].isspace()
    for note in prose.notes:
        assert 0 <= note.start <= note.end <= len(source)
    report = _checker().check(f"a.{ending}", source)
    for finding in report.findings:
        assert 0 <= finding.place.start_char < finding.place.end_char <= len(source)
        assert finding.place.line >= 1
    for render in (
        compact.render,
        sarif.render,
        github.render,
        report_json.render,
        claim_review.render,
    ):
        assert isinstance(render([report]), str)
    assert len(compact.render([report]).splitlines()) == 1 + len(report.problems) + sum(
        finding.counts for finding in report.findings
    )
    fixed(source, edits_of(report, source))


@cache
def _checker() -> Checker:
    return Checker(Settings(as_of="2025-08-06"))


@target
def markdown(data: bytes) -> None:
    """Markdown with front matter and comments to hypecheck, as `check` reads it."""
    _markup(data, "md")


@target
def rst(data: bytes) -> None:
    """The same for reStructuredText."""
    _markup(data, "rst")


@target
def html(data: bytes) -> None:
    """The same for HTML."""
    _markup(data, "html")


@target
def plain_prose(data: bytes) -> None:
    """The same for plain text."""
    _markup(data, "txt")


SETTINGS = """fail-over = 0.6
fail-on = ["refuted", "problem"]
as-of = 2025-04-03
off = ["praise"]
stances = ["asserted"]
min-intensity = 2
exclude = ["drafts/*"]
allow = ["mission-critical"]
[[overrides]]
paths = ["docs/*"]
fail-over = 0.7
"""
TOML_PIECES = [
    "[", "]", "[[", "]]", "=", "{", "}", ",", ".", '"', "'", '"""', "\n", "\\u0000", "\\", "a.", "1e400", "inf", "nan", "2025-99-99",
    "overrides", "paths = []", "lexicon = ['/dev/null']", "releases = '.'", "off = ['x']", "allow = ['(((']", "true", "0x_", "#", "\x00",
    "entries", "tool.hypecheck", "fail-over = -1", "exclude = ['[!', '**', '[a-']", "stances = []", "allow = ['']",
]  # fmt: skip


def _toml(choices: Choices, good: str) -> str:
    for _ in range(choices.number(6)):
        at = choices.number(65536) % len(good)
        good = (
            good[:at]
            + choices.pick(TOML_PIECES) * (1 + choices.number(3))
            + good[at + choices.number(20) :]
        )
    return good + (choices.rest().decode("latin-1") if choices.number(6) == 5 else "")


@target
def settings(data: bytes) -> None:
    """Settings of `hypecheck check`, and a check under them."""
    choices = Choices(data)
    name = choices.pick(["hypecheck.toml", "pyproject.toml"])
    text = _toml(choices, SETTINGS if name == "hypecheck.toml" else f"[tool.hypecheck]\n{SETTINGS}")
    with _file(name, text.encode("utf-8", "replace")) as path:
        found = read_settings(path)
        for file in ("docs/a.md", "a.txt"):
            assert isinstance(found.at(file), Settings)
        if not found.lexicon and not found.releases and choices.number(64) == 63:
            Checker(found).check("docs/a.md", "It is a game-changer.\n")


@target
def baseline(data: bytes) -> None:
    """A baseline, and a report marked with it."""
    choices = Choices(data)
    report = _checker().check("-", "It is a game-changer and a revolution.\n")
    good = {
        "hypecheck-baseline": 2,
        "files": {**Baseline.of([report]).files, "../b.md": {"x": "y"}},
    }
    text = (
        json.dumps(choices.changed(good)) if choices.number(6) else choices.rest().decode("latin-1")
    )
    with _file("base.json", text.encode("utf-8", "replace")) as path:
        found = read_baseline(path)
        marked = found.marked(report)
        assert all(isinstance(line, str) for line in found.gone([marked]))
        Baseline.of([marked]).write(path)
        assert read_baseline(path).marked(report).findings == tuple(
            one if one.known else type(one)(**{**_fields(one), "known": True})
            for one in marked.findings
        )


def _fields(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).__dataclass_fields__}


ENTRY = {
    "id": "zesty", "label": "praise", "patterns": ["zesty", "full of zest"], "intensity": 2,
    "flags": ["A zesty pump."], "ignores": ["The zest of it."],
}  # fmt: skip
ENTRY_TOML = """allow = ["mission-critical"]
off = ["stunning"]
[[entries]]
id = "zesty"
label = "praise"
patterns = ["zesty"]
intensity = 2
flags = ["A zesty pump."]
ignores = ["The zest of it."]
"""


@target
def own_vocabulary(data: bytes) -> None:
    """Vocabulary of a user's own over the shipped one, in each of its formats."""
    choices = Choices(data)
    ending = choices.pick([".jsonl", ".csv", ".toml"])
    if ending == ".jsonl":
        rows = [ENTRY, {"id": "stunning", "off": True}, {"allow": ["mission-critical"]}]
        text = changed_rows(choices, rows)
    elif ending == ".csv":
        text = csv_text(
            choices,
            [{key: ";".join(v) if isinstance(v, list) else str(v) for key, v in ENTRY.items()}],
        )
    else:
        text = _toml(choices, ENTRY_TOML)
    with _file(f"own{ending}", text.encode("utf-8", "surrogatepass")) as path:
        for entry in own_lexicon([path], mode="replace").entries:
            for sentence in ("A zesty pump.", "a " * 40 + "b-b-b-b-b-b"):
                norm = normalize(sentence)
                for start, end in entry.find(sentence, norm, 0, len(norm)):
                    assert 0 <= start <= end <= len(sentence)


@target
def labels(data: bytes) -> None:
    """Labelled sentences of a user's own."""
    choices = Choices(data)
    rows = [
        {"text": "A game-changer.", "hype": 2, "document": "d"},
        {"markup": "A <praise:asserted>fine</praise> one.", "hype": 1},
    ]
    if choices.number(3):
        name, text = "own.jsonl", changed_rows(choices, rows)
    else:
        name, text = "own.csv", csv_text(choices, [{"text": "A b.", "hype": "1", "document": "d"}])
    with _file(name, text.encode("utf-8", "surrogatepass")) as path:
        for one in own_labels(path):
            assert 0 <= one.sentence.hype <= 3


@target
def parquet_pages(data: bytes) -> None:
    """The footer and the page headers of a Parquet file: a good one with bytes changed."""
    choices = Choices(data)
    raw = bytearray(parquet_seed())
    for _ in range(choices.number(8)):
        raw[choices.number(65536) % len(raw)] = choices.number(256)
    file = io.BytesIO(bytes(raw))
    for group in read_groups(file):
        assert refuse_bomb(file, group, [chunk.column for chunk in group.chunks]) >= 0
