"""Sources: the files, folders and patterns of a command as a list, in an order that stays."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from hypecheck.bulk.files import (
    COMPRESSED,
    below,
    exists,
    is_folder,
    is_pattern,
    is_remote,
    matching,
    open_raw,
    size_of,
    stamp_of,
)
from hypecheck.errors import InputError

_KINDS: Mapping[str, str] = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet",
    ".txt": "text", ".text": "text", ".md": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".warc": "warc",
}  # fmt: skip
KINDS = ("jsonl", "csv", "parquet", "text", "html", "warc")
#: Kinds with one article a file: files of one argument form one source.
_SINGLE = ("text", "html")
#: What `Dataset.save_to_disk` and `DatasetDict.save_to_disk` leave in a folder.
_DATASET = ("state.json", "dataset_dict.json")
#: Bytes of either end of a file that its digest looks at.
_END = 1 << 16


@dataclass(frozen=True, slots=True)
class Source:
    """One file with many articles, a folder of a dataset, or many files with one article each.

    Attributes
    ----------
    kind : str
        One of `KINDS`, or "dataset".
    paths : tuple of str
    name : str
        How errors and ids name it.
    """

    kind: str
    paths: tuple[str, ...]
    name: str

    @property
    def path(self) -> str:
        """The file, where there is one."""
        return self.paths[0]


def find_sources(inputs: Iterable[str], kind: str | None = None) -> list[Source]:
    """Sources that arguments stand for.

    Parameters
    ----------
    inputs : iterable of str
        Files, folders, patterns and URLs.
    kind : str, optional
        One of `KINDS`; by default each file's name tells.

    Raises
    ------
    InputError
        A file is missing or of no known kind, a folder or pattern has nothing to read, or the
        same file comes twice.
    """
    found = [source for name in inputs for source in _expand(name, kind)]
    seen: set[str] = set()
    for path in (path for source in found for path in source.paths):
        if path in seen:
            raise InputError(f"{path} is given twice. Name every file once.")
        seen.add(path)
    return found


def bare_suffix(path: str) -> str:
    """Suffix of a file's name, the one for its compression left out, in lower case."""
    name = PurePath(path.lower())
    return (PurePath(name.stem) if name.suffix in COMPRESSED else name).suffix


def digest_of(source: Source) -> str:
    """Fingerprint of a source: names and sizes, and both ends of a single file."""
    digest = hashlib.sha256(source.name.encode(errors="surrogateescape"))
    paths = source.paths if source.kind != "dataset" else tuple(below(source.path))
    for path in paths:
        name = path if len(paths) > 1 else ""
        digest.update(f"{name}\t{size_of(path)}\n".encode(errors="surrogateescape"))
    if len(paths) == 1:
        with open_raw(paths[0]) as file:
            digest.update(file.read(_END))
            file.seek(max(0, size_of(paths[0]) - _END))
            digest.update(file.read(_END))
    return digest.hexdigest()


def stamps_of(sources: Iterable[Source]) -> dict[str, tuple[int, int] | None]:
    """Size and time of the last change of every local file; None where there is none any more."""
    return {
        path: stamp_of(path)
        for source in sources
        for path in (below(source.path) if source.kind == "dataset" else source.paths)
        if not is_remote(path)
    }


def _expand(name: str, kind: str | None) -> Iterator[Source]:
    if is_pattern(name):
        found = matching(name)
        if not found:
            raise InputError(f"No file matches {name}. Check the pattern.")
        files = [path for path in found if not is_folder(path)]
        folders = [path for path in found if is_folder(path)]
        if files:
            yield from _files(files, name, kind)
        for folder in folders:
            yield from _expand(folder, kind)
    elif not exists(name):
        raise InputError(f"{name} does not exist. Check the spelling.")
    elif is_folder(name):
        yield from _folder(name, kind)
    else:
        yield from _files([name], name, kind or _kind_of(name))


def _folder(name: str, kind: str | None) -> Iterator[Source]:
    if any(exists(f"{name.rstrip('/')}/{marker}") for marker in _DATASET):
        yield Source("dataset", (name,), name)
        return
    files = [path for path in below(name) if kind or _has_articles(path)]
    if not files:
        raise InputError(f"{name} has no file to read. Allowed: {_allowed()}, or name the kind.")
    yield from _files(files, name, kind)


def _files(paths: list[str], name: str, kind: str | None) -> Iterator[Source]:
    kinds = {path: kind or _kind_of(path) for path in paths}
    for path in paths:
        if kinds[path] not in _SINGLE:
            yield Source(kinds[path], (path,), path)
    for single in _SINGLE:
        group = tuple(path for path in paths if kinds[path] == single)
        if group:
            yield Source(single, group, name)


def _has_articles(path: str) -> bool:
    return bare_suffix(path) in _KINDS and not PurePath(path).name.lower().startswith("readme")


def _kind_of(path: str) -> str:
    try:
        return _KINDS[bare_suffix(path)]
    except KeyError:
        raise InputError(
            f"{path} is of no known kind. Allowed: {_allowed()}, each also with .gz or .zst;"
            f" or name the kind: {', '.join(KINDS)}."
        ) from None


def _allowed() -> str:
    return ", ".join(_KINDS)
