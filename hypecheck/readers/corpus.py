"""Annotated corpora: documents one a line, or sentences one a line beside their articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hypecheck.dates import is_partial_date
from hypecheck.errors import CorpusError, HypecheckError
from hypecheck.readers.markup import CorpusSpan, parse_markup, vocabulary
from hypecheck.resources import parse_jsonl

SPLITS = ("train", "validation", "test")
_TEXTS = ("id", "author", "genre", "field", "date", "voice")
_NUMBERS = ("hype", "title_hype")


@dataclass(frozen=True, slots=True)
class CorpusSentence:
    """A sentence as annotated.

    Attributes
    ----------
    text : str
        Without tags.
    hype : float
        Intensity, 0 to 3; a mean of several annotators where there were several.
    """

    text: str
    spans: tuple[CorpusSpan, ...]
    hype: float


@dataclass(frozen=True, slots=True)
class CorpusDocument:
    """An article as annotated; `title` is None where it has none."""

    id: str
    author: str
    genre: str
    field: str
    date: str
    voice: str
    hype: float
    title: CorpusSentence | None
    sentences: tuple[CorpusSentence, ...]

    @property
    def parts(self) -> tuple[CorpusSentence, ...]:
        """Title, if there is one, and sentences."""
        return self.sentences if self.title is None else (self.title, *self.sentences)


def read_documents(path: Path) -> list[CorpusDocument]:
    """Documents of a JSONL file with one document a line, or of all such files in a folder.

    Parameters
    ----------
    path : Path

    Raises
    ------
    CorpusError
        A file is missing or a row is wrong; the message names file, line, what came in and
        what is allowed.
    """
    documents = [
        _document(row, f"{file}:{line}") for file in _files(path) for line, row in corpus_rows(file)
    ]
    _refuse_twins(documents, path)
    return documents


def read_corpus(folder: Path, split: str) -> list[CorpusDocument]:
    """Documents of one split of a published corpus.

    Parameters
    ----------
    folder : Path
        Holds ``train.jsonl`` with a sentence a line and ``articles-train.jsonl`` with an article
        a line, and so on for the other splits.
    split : {"train", "validation", "test"}

    Raises
    ------
    CorpusError
        As `read_documents`.
    """
    if split not in SPLITS:
        raise CorpusError(f"A corpus has no split {split!r}. Allowed: {', '.join(SPLITS)}.")
    file = folder / f"{split}.jsonl"
    sentences: dict[str, list[dict[str, Any]]] = {}
    for line, row in corpus_rows(file):
        _require(row, {"document": str, "part": str}, f"{file}:{line}")
        sentences.setdefault(row["document"], []).append(row)
    file = folder / f"articles-{split}.jsonl"
    return [
        _document(_nested(row, sentences.get(str(row.get("id", "")), [])), f"{file}:{line}")
        for line, row in corpus_rows(file)
    ]


def read_sentences(path: Path) -> list[CorpusSentence]:
    """Sentences of a JSONL file with one a line: ``markup`` or ``text``, and ``hype``.

    Raises
    ------
    CorpusError
        As `read_documents`.
    """
    return [parse_sentence(row, f"{path}:{line}") for line, row in corpus_rows(path)]


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    files = sorted(path.glob("*.jsonl"))
    if not files:
        raise CorpusError(f"{path} has no .jsonl file. Put one document a line into such files.")
    return files


def corpus_rows(file: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Rows of a JSONL file with their line numbers; whatever is wrong is a `CorpusError`."""
    try:
        yield from parse_jsonl(file.read_text(encoding="utf-8"), str(file))
    except FileNotFoundError:
        raise CorpusError(f"{file} does not exist. Name a corpus's file or folder.") from None
    except UnicodeDecodeError as error:
        raise CorpusError(f"{file} is not UTF-8 (byte {error.start}). Convert it first.") from None
    except OSError as error:
        raise CorpusError(f"{file} can't be read: {error.strerror}.") from None
    except HypecheckError as error:
        raise CorpusError(str(error)) from None


def _nested(article: Mapping[str, Any], rows: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Document row from the row of its article and those of its sentences."""
    rows = list(rows)
    titles = [row for row in rows if row["part"] == "title"]
    return {
        **{name: value for name, value in article.items() if name in (*_TEXTS, "hype")},
        "title": titles[0].get("markup", "") if titles else "",
        "title_hype": titles[0].get("hype") if titles else 0,
        "sentences": [row for row in rows if row["part"] != "title"],
    }


def _document(row: Mapping[str, Any], where: str) -> CorpusDocument:
    _require(row, {**dict.fromkeys(_TEXTS, str), "title": str, "sentences": list}, where)
    _require(row, dict.fromkeys(_NUMBERS, float), where)
    if not is_partial_date(row["date"]):
        raise CorpusError(
            f"{where}: date is {row['date']!r}. Allowed: YYYY, YYYY-MM or YYYY-MM-DD."
        )
    if row["voice"] not in vocabulary()["voice"]:
        allowed = ", ".join(vocabulary()["voice"])
        raise CorpusError(f"{where}: voice is {row['voice']!r}. Allowed: {allowed}.")
    if not row["sentences"]:
        raise CorpusError(f"{where}: sentences is empty. A document has at least one.")
    title = {"markup": row["title"], "hype": row["title_hype"]}
    return CorpusDocument(
        **{name: row[name] for name in _TEXTS},
        hype=_hype(row["hype"], where),
        title=parse_sentence(title, f"{where} (title)") if row["title"] else None,
        sentences=tuple(
            parse_sentence(sentence, f"{where} (sentence {number})")
            for number, sentence in enumerate(row["sentences"], start=1)
        ),
    )


def parse_sentence(row: Any, where: str) -> CorpusSentence:
    """Sentence from a row with ``markup`` or ``text``, and ``hype``; `where` opens complaints."""
    if not isinstance(row, Mapping):
        raise CorpusError(f"{where} is {row!r:.40}. A sentence is an object with markup and hype.")
    name = "markup" if "markup" in row else "text"
    _require(row, {name: str, "hype": float}, where)
    text, spans = parse_markup(row[name], where) if name == "markup" else (row[name], ())
    if not text.strip():
        raise CorpusError(f"{where}: the {name} has no words. Write the sentence or drop the row.")
    if text != text.strip() or "\n" in text:
        raise CorpusError(f"{where}: {text!r:.60} has blanks around it or a line break. Drop them.")
    return CorpusSentence(text, spans, _hype(row["hype"], where))


def _hype(value: float, where: str) -> float:
    if not 0 <= value <= 3:
        raise CorpusError(f"{where}: hype is {value!r}. Allowed: 0 to 3.")
    return float(value)


def _require(row: Mapping[str, Any], fields: Mapping[str, type], where: str) -> None:
    for name, kind in fields.items():
        if name not in row:
            raise CorpusError(f"{where} lacks {name!r}. It has {', '.join(sorted(row))}.")
        value = row[name]
        fits = isinstance(value, int | float if kind is float else kind)
        if not fits or isinstance(value, bool):
            wanted = {str: "a text", float: "a number", list: "a list"}[kind]
            raise CorpusError(f"{where}: {name} is {value!r:.60}. Allowed: {wanted}.")


def _refuse_twins(documents: Iterable[CorpusDocument], path: Path) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise CorpusError(f"{path}: two documents have the id {document.id!r}. Rename one.")
        seen.add(document.id)
