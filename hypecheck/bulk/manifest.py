"""The manifest: what a run was asked to do, so that the same command can go on with it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from hypecheck.bulk.folder import Folder
from hypecheck.bulk.settings import Settings
from hypecheck.bulk.sources import Source, digest_of
from hypecheck.dates import is_partial_date
from hypecheck.errors import InputError
from hypecheck.resources import data_path

NAME = "manifest.json"
FORMAT, VERSION = "hypecheck-run", 1
#: Data that the output depends on, by the folder it ships in.
_DATA = ("claims", "cues", "lexicon", "model", "releases", "scoring", "text")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What decides the output of a run.

    Attributes
    ----------
    settings : Settings
    today : str
        ISO day on which the run began: as-of of articles that have no other.
    data : mapping
        Version of hypecheck, and fingerprints of vocabulary, model and release table.
    inputs : tuple of (Source, str, int)
        Sources with their fingerprint and their number of rows.
    """

    settings: Settings
    today: str
    data: Mapping[str, str]
    inputs: tuple[tuple[Source, str, int], ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain values; the names of single files are left to the fingerprint."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "settings": self.settings.to_dict(),
            "today": self.today,
            "data": dict(self.data),
            "inputs": [
                {"name": source.name, "kind": source.kind, "digest": digest, "rows": rows}
                for source, digest, rows in self.inputs
            ],
        }


def begin(sources: Sequence[Source], rows: Sequence[int], settings: Settings) -> Manifest:
    """Manifest of a new run."""
    digests = [_digest(source) for source in sources]
    return Manifest(
        settings,
        date.today().isoformat(),
        data_digests(settings),
        tuple(zip(sources, digests, rows, strict=True)),
    )


def resume(folder: Folder, sources: Sequence[Source], settings: Settings) -> Manifest:
    """Manifest of the run that a folder holds.

    Raises
    ------
    InputError
        The run was begun with other settings, data or input; the message says which.
    """
    row = folder.read_json(NAME)
    where = f"{folder.path}/{NAME}"
    if row.get("format") != FORMAT or row.get("version") != VERSION or not _is_whole(row):
        raise InputError(f"{where} is not a manifest of this version. Choose another folder.")
    for what, then, now in _compared(row, sources, settings):
        if then != now:
            raise InputError(
                f"{folder.path} holds a run with another {what}: {_short(then)}, now {_short(now)}."
                " Give the same command to go on, or choose another folder."
            )
    digests = [one["digest"] for one in row["inputs"]]
    rows = [one["rows"] for one in row["inputs"]]
    return Manifest(
        settings, row["today"], row["data"], tuple(zip(sources, digests, rows, strict=True))
    )


def _is_whole(row: Mapping[str, Any]) -> bool:
    """Tell whether a manifest has all that `Manifest.to_dict` writes."""
    inputs = row.get("inputs")
    return (
        isinstance(row.get("settings"), dict)
        and isinstance(row.get("data"), dict)
        and is_partial_date(str(row.get("today")))
        and len(str(row["today"])) == len("2026-01-31")
        and isinstance(inputs, list)
        and all(
            isinstance(one, dict)
            and isinstance(one.get("rows"), int)
            and {"name", "digest"} <= set(one)
            for one in inputs
        )
    )


def data_digests(settings: Settings) -> dict[str, str]:
    """Version of hypecheck and fingerprints of the data that a run uses."""
    found = {"hypecheck": version("hypecheck")}
    for name in _DATA:
        found[name] = _sha256(part for path in _files(data_path(name)) for part in path)
    if settings.lexicon:
        found["own lexicon"] = _sha256(_content(path) for path in settings.lexicon)
    for name in ("releases", "classifier"):
        path = getattr(settings, name)
        if path is not None:
            found[f"own {name}"] = _sha256([_content(path)])
    return found


def _compared(
    row: Mapping[str, Any], sources: Sequence[Source], settings: Settings
) -> Iterator[tuple[str, Any, Any]]:
    """What must not have changed, as it was and as it is."""
    now = settings.to_dict()
    for name, then in row["settings"].items():
        yield f"option {name}", then, now.get(name)
    data = data_digests(settings)
    for name in sorted({*row["data"], *data}):
        yield f"{name} (data or version)", row["data"].get(name), data.get(name)
    yield "list of inputs", [one["name"] for one in row["inputs"]], [one.name for one in sources]
    for one, source in zip(row["inputs"], sources, strict=True):
        yield f"input {source.name}", one["digest"], _digest(source)


def _digest(source: Source) -> str:
    try:
        return digest_of(source)
    except OSError as error:
        raise InputError(f"{source.name} can't be read: {error.strerror or error}.") from None


def _files(folder: Traversable) -> Iterator[tuple[bytes, bytes]]:
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.is_dir():
            yield from _files(path)
        elif not path.name.startswith("__"):
            yield path.name.encode(), path.read_bytes()


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"{path} can't be read: {error.strerror}.") from None


def _sha256(parts: Any) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:16]


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
