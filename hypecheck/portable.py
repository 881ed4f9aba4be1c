"""Files of one's own that travel with a saved pipeline: vocabulary, release table, classifier.

A pipeline that was set up with ``lexicon="mine.jsonl"`` must work where that path means nothing.
So the files' contents are kept, and written and read with the component::

    <component>/settings.json            {"format": 1, "files": {"lexicon": ["mine.jsonl"]}}
    <component>/lexicon/mine.jsonl
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypedDict
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from hypecheck.errors import ConfigError, HypecheckError
from hypecheck.pipeline import Analyzer, build_analyzer
from hypecheck.resources import parse_json, read_at_most

#: Settings of the component that name a file.
SETTINGS = ("lexicon", "releases", "classifier")
FORMAT = 1
#: Bytes that a saved component may hold, unpacked.
_LARGEST = 400_000_000
#: Setting to the names of its files, the one that it names first, and what is in them.
Files = dict[str, dict[str, bytes]]
#: Setting to the path or paths that it names.
Named = Mapping[str, str | Sequence[str] | None]
_LISTING = "settings.json"
_MAPPING = ".mapping.json"  # says what the columns of a CSV table are


class OwnWords(TypedDict, total=False):
    """How vocabulary files are used, and phrases that never flag."""

    lexicon_mode: str
    allow: Sequence[str]


def missing_file(settings: Named) -> ConfigError | None:
    """What is wrong with a setting that names no file, or None."""
    for setting, value in settings.items():
        for name in _names(value):
            if not Path(name).is_file():
                what = "is a folder" if name and Path(name).is_dir() else "does not exist"
                return ConfigError(
                    f"{setting} names {name!r}, which {what}. Give the path of a file, or null"
                    " for the shipped one."
                )
    return None


def read_files(settings: Named) -> Files:
    """Contents of the files that settings name; a CSV table comes with its mapping."""
    files: Files = {}
    for setting, value in settings.items():
        found: dict[str, bytes] = {}
        for path in map(Path, _names(value)):
            name = path.name if path.name not in found else f"{len(found)}-{path.name}"
            found[name] = path.read_bytes()
            beside = path.with_name(path.stem + _MAPPING)
            if setting == "releases" and path.suffix == ".csv" and beside.is_file():
                found[beside.name] = beside.read_bytes()
        if found:
            files[setting] = found
    return files


def _names(value: str | Sequence[str] | None) -> Sequence[str]:
    if value is None:
        return ()
    return [value] if isinstance(value, str) else value


def write_files(files: Files, folder: Path) -> None:
    """Write contents and their listing below a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _entries(files):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


def files_in(folder: Path) -> Files:
    """Contents again of what `write_files` wrote.

    Raises
    ------
    ConfigError
        The folder lacks a file, or its listing is no such listing.
    """
    return _read(lambda name: read_at_most(folder / name, _LARGEST), str(folder))


def pack(files: Files) -> bytes:
    """Contents and their listing as one zip archive."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in _entries(files):
            archive.writestr(ZipInfo(name), content)  # equal files, equal bytes: no date of today
    return buffer.getvalue()


def unpack(data: bytes) -> Files:
    """Contents again of what `pack` gave.

    Raises
    ------
    ConfigError
        It is no such archive.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(member.file_size for member in archive.infolist())
            if size > _LARGEST:
                raise ConfigError(
                    f"The archive unpacks to {size / 1e6:.0f} MB. Allowed: {_LARGEST / 1e6:.0f} MB."
                )
            return _read(archive.read, "The archive")
    except (BadZipFile, RuntimeError, zlib.error, EOFError) as error:  # also an encrypted one
        raise ConfigError(f"The bytes are no saved hypecheck component: {error}.") from None


def _entries(files: Files) -> Iterator[tuple[str, bytes]]:
    """Names below the component's folder with what is in them, the listing last."""
    for setting, named in files.items():
        for name, content in named.items():
            yield f"{setting}/{name}", content
    listing = {setting: list(named) for setting, named in files.items()}
    yield _LISTING, json.dumps({"format": FORMAT, "files": listing}, indent=1).encode()


def _read(content: Callable[[str], bytes], where: str) -> Files:
    try:
        listed = checked(parse_json(content(_LISTING).decode()), where)
        return {
            setting: {name: content(f"{setting}/{name}") for name in names}
            for setting, names in listed.items()
        }
    except HypecheckError:
        raise
    except (OSError, KeyError, ValueError) as error:  # missing, no UTF-8, no JSON
        raise ConfigError(f"{where} is no saved hypecheck component: {error}.") from None


def checked(listing: Any, where: str) -> dict[str, Sequence[str]]:
    """Settings with the names of their files, of a listing from outside.

    Raises
    ------
    ConfigError
        It is of another format, or a name would lead out of the folder.
    """
    if not isinstance(listing, Mapping) or listing.get("format") != FORMAT:
        raise ConfigError(f"{where} is no component saved in format {FORMAT}. Save it again.")
    files: dict[str, Sequence[str]] = {}
    listed = listing.get("files", {})
    if not isinstance(listed, Mapping):
        raise ConfigError(f"{where} lists the files {listed!r:.60}. Allowed: an object.")
    for setting, names in listed.items():
        if setting not in SETTINGS:
            raise ConfigError(f"{where} has {setting!r}. Allowed: {', '.join(SETTINGS)}.")
        if not isinstance(names, list) or not names:
            raise ConfigError(f"{where} has {setting} {names!r:.60}. Allowed: a list of names.")
        for name in names:
            if not _is_plain(name):
                raise ConfigError(f"{where} names the file {name!r}. Allowed: a plain file name.")
        files[setting] = names
    return files


def _is_plain(name: object) -> bool:
    """Tell whether something is the name of a file, and no way to another folder."""
    return (
        isinstance(name, str)
        and Path(name).name == name
        and name not in ("", "..")
        and not any(sign in name for sign in "\\\0")
    )


def analyzer_of(files: Files, words: OwnWords | None = None) -> Analyzer:
    """All stages with the contents over or in place of the shipped files.

    Parameters
    ----------
    files : mapping
    words : mapping, optional
        How the vocabulary files are used, and phrases that never flag.

    Raises
    ------
    HypecheckError
        A content can't be read.
    """
    own = words or {}
    if not files:
        return build_analyzer(**own)
    with TemporaryDirectory() as folder:
        write_files(files, Path(folder))
        paths = {
            setting: [str(Path(folder) / setting / name) for name in named]
            for setting, named in files.items()
        }
        first = {setting: names[0] for setting, names in paths.items() if setting != "lexicon"}
        return build_analyzer(lexicon=paths.get("lexicon"), **first, **own)
