"""Labelled sentences of a user's own: JSON lines, CSV, or a folder with a train split."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from hypecheck.errors import CorpusError
from hypecheck.readers.corpus import CorpusSentence, corpus_rows, parse_sentence

_COLUMNS = {"text", "hype"}


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence as annotated, and the text it comes from.

    Attributes
    ----------
    document : str
        Sentences of one document are never parted in cross-validation; each stands for itself
        where the file doesn't say.
    """

    sentence: CorpusSentence
    document: str


def read_labels(path: Path) -> list[LabelledSentence]:
    """Labelled sentences of a file or folder.

    Parameters
    ----------
    path : Path
        A ``.jsonl`` file whose rows have ``text`` (or ``markup``) and ``hype`` from 0 to 3, a
        ``.csv`` file with columns of these names, or a folder with ``train.jsonl`` or
        ``train.csv``. ``document`` is optional in all of them; other fields are passed over.

    Raises
    ------
    CorpusError
        The file is missing or a row is wrong; the message names file, line, what came in and
        what is allowed.
    """
    file = _file(path)
    rows = _csv_rows(file) if file.suffix == ".csv" else corpus_rows(file)
    found = []
    for line, row in rows:
        sentence = parse_sentence(row, f"{file}:{line}")
        found.append(LabelledSentence(sentence, str(row.get("document") or f"line {line}")))
    if not found:
        raise CorpusError(f"{file} has no sentence. Give one a row, with text and hype.")
    return found


def _file(path: Path) -> Path:
    if not path.is_dir():
        if path.suffix not in (".jsonl", ".csv"):
            raise CorpusError(f"{path} is neither .jsonl nor .csv, nor a folder with train.jsonl.")
        return path
    for name in ("train.jsonl", "train.csv"):
        if (path / name).is_file():
            return path / name
    raise CorpusError(f"{path} has neither train.jsonl nor train.csv. Put the sentences there.")


def _csv_rows(file: Path) -> Iterator[tuple[int, dict[str, object]]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CorpusError(f"{file} can't be read: {error.strerror}.") from None
    except UnicodeDecodeError as error:
        raise CorpusError(f"{file} is not UTF-8 (byte {error.start}). Convert it first.") from None
    reader = csv.DictReader(io.StringIO(text))
    try:
        missing = _COLUMNS - set(reader.fieldnames or ())
        if missing:
            raise CorpusError(
                f"{file} has the columns {', '.join(reader.fieldnames or ()) or '(none)'}."
                f" It needs text and hype, and may have document."
            )
        for row in reader:
            yield reader.line_num, _typed(row, f"{file}:{reader.line_num}")
    except csv.Error as error:
        raise CorpusError(f"{file}:{reader.line_num} is no CSV row: {error}.") from None


def _typed(row: Mapping[str, str | None], where: str) -> dict[str, object]:
    try:
        hype = float(row["hype"] or "")
    except ValueError:
        raise CorpusError(f"{where}: hype is {row['hype']!r}. Allowed: a number, 0 to 3.") from None
    return {"text": row["text"] or "", "hype": hype, "document": row.get("document")}
