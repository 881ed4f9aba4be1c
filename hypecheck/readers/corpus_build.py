"""Published files of a corpus from its documents: splits that never share a document."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hypecheck.readers.corpus import SPLITS, CorpusDocument, CorpusSentence, read_documents
from hypecheck.readers.corpus_stats import corpus_stats
from hypecheck.readers.markup import to_markup


def split_of(document: CorpusDocument) -> str:
    """Name of the split a document belongs to: 80, 10 and 10 percent, by author and id alone.

    Adding documents never moves another one, so no sentence wanders from test to train.
    """
    digest = hashlib.sha256(f"{document.author}/{document.id}".encode()).digest()
    place = int.from_bytes(digest[:4], "big") / 2**32
    return "train" if place < 0.8 else "validation" if place < 0.9 else "test"


def rebuild_corpus(folder: Path) -> dict[str, int]:
    """Build a corpus's published files from its own ``parts``; see `build_corpus`."""
    return build_corpus(read_documents(folder / "parts"), folder)


def build_corpus(documents: Sequence[CorpusDocument], folder: Path) -> dict[str, int]:
    """Write the splits of a corpus, a sentence a line, with the articles beside them.

    Parameters
    ----------
    documents : sequence of CorpusDocument
    folder : Path
        Gets ``train.jsonl`` and ``articles-train.jsonl``, and so on for each split, and
        ``stats.json``; the same documents in any order give the same bytes.

    Returns
    -------
    dict of str to int
        Number of sentences of each split, titles included.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ordered = sorted(documents, key=lambda document: document.id)
    counts = {}
    for split in SPLITS:
        members = [document for document in ordered if split_of(document) == split]
        rows = [row for document in members for row in _sentence_rows(document)]
        _write(folder / f"{split}.jsonl", rows)
        _write(folder / f"articles-{split}.jsonl", (_article_row(member) for member in members))
        counts[split] = len(rows)
    stats = json.dumps(asdict(corpus_stats(ordered)), indent=1) + "\n"
    (folder / "stats.json").write_text(stats, encoding="utf-8", newline="\n")
    return counts


def _sentence_rows(document: CorpusDocument) -> Iterable[dict[str, Any]]:
    first = 0 if document.title is not None else 1
    for position, part in enumerate(document.parts, start=first):
        yield {
            "id": f"{document.id}/{position}",
            "document": document.id,
            "part": "text" if position else "title",
            "genre": document.genre,
            "field": document.field,
            "text": part.text,
            "markup": to_markup(part.text, part.spans),
            "spans": _spans(part),
            "hype": part.hype,
        }


def _spans(part: CorpusSentence) -> list[dict[str, Any]]:
    return [
        {"start": span.start_char, "end": span.end_char, "label": span.label, "stance": span.stance}
        for span in part.spans
    ]


def _article_row(document: CorpusDocument) -> dict[str, Any]:
    return {
        "id": document.id,
        "author": document.author,
        "genre": document.genre,
        "field": document.field,
        "date": document.date,
        "voice": document.voice,
        "hype": document.hype,
        "title": document.title.text if document.title else "",
        "text": " ".join(sentence.text for sentence in document.sentences),
    }


def _write(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text("".join(lines), encoding="utf-8", newline="\n")
