"""Labelled sentences of one's own, from a file, a folder, or what ``datasets`` has saved."""

from __future__ import annotations

from pathlib import Path

from hypecheck.errors import MissingExtraError
from hypecheck.readers.corpus import parse_sentence
from hypecheck.readers.corpus_labels import LabelledSentence, read_labels

#: Files that tell what ``save_to_disk`` of a Dataset, or of several splits, has written.
_DATASET, _SPLITS = "dataset_info.json", "dataset_dict.json"


def own_labels(path: Path) -> list[LabelledSentence]:
    """Labelled sentences of a path.

    Parameters
    ----------
    path : Path
        As `read_labels` takes it, or a folder that ``Dataset.save_to_disk`` or
        ``DatasetDict.save_to_disk`` has written, with the columns ``text`` (or ``markup``) and
        ``hype``; of several splits "train" is read.

    Raises
    ------
    CorpusError
        The path is missing or a row is wrong.
    MissingExtraError
        It was saved by ``datasets``, which isn't installed.
    """
    if (path / _SPLITS).is_file():
        path = path / "train"
    if not (path / _DATASET).is_file():
        return read_labels(path)
    try:
        from datasets import load_from_disk
    except ImportError:
        raise MissingExtraError("datasets", "data") from None
    return [
        LabelledSentence(
            parse_sentence(row, f"{path}: row {number}"),
            str(row.get("document") or f"row {number}"),
        )
        for number, row in enumerate(load_from_disk(str(path)), start=1)
    ]
