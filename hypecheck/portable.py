"""Files of one's own that travel with a saved pipeline: vocabulary, release table, classifier.

A pipeline that was set up with ``lexicon="mine.jsonl"`` must work where that path means nothing.
So the files' contents are kept, and written and read with the component::

    <component>/settings.json            {"format": 1, "files": {"lexicon": ["mine.jsonl"]}}
    <component>/lexicon/mine.jsonl
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from hypecheck.errors import ConfigError, HypecheckError
from hypecheck.pipeline import Analyzer, build_analyzer
from hypecheck.resources import parse_json

#: Settings of the component that name a file.
SETTINGS = ("lexicon", "releases", "classifier")
FORMAT = 1
#: Setting to the names of its files, the one that it names first, and what is in them.
Files = dict[str, dict[str, bytes]]
_LISTING = "settings.json"
_MAPPING = ".mapping.json"  # says what the columns of a CSV table are


def missing_file(settings: Mapping[str, str | None]) -> ConfigError | None:
    """What is wrong with a setting that names no file, or None."""
    for setting, value in settings.items():
        if value is not None and not Path(value).is_file():
            what = "is a folder" if Path(value).is_dir() else "does not exist"
            return ConfigError(
                f"{setting} names {value!r}, which {what}. Give the path of a file, or null for"
                " the shipped one."
            )
    return None


def read_files(settings: Mapping[str, str | None]) -> Files:
    """Contents of the files that settings name; a CSV table comes with its mapping."""
    files: Files = {}
    for setting, value in settings.items():
        if value is not None:
            path = Path(value)
            beside = path.with_name(path.stem + _MAPPING)
            paths = [path, beside] if path.suffix == ".csv" and beside.is_file() else [path]
            files[setting] = {one.name: one.read_bytes() for one in paths}
    return files


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
    return _read(lambda name: (folder / name).read_bytes(), str(folder))


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
            return _read(archive.read, "The archive")
    except BadZipFile as error:
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
    for setting, names in dict(listing.get("files", {})).items():
        if setting not in SETTINGS:
            raise ConfigError(f"{where} has {setting!r}. Allowed: {', '.join(SETTINGS)}.")
        for name in names:
            if not isinstance(name, str) or Path(name).name != name or "\\" in name:
                raise ConfigError(f"{where} names the file {name!r}. Allowed: a plain file name.")
        files[setting] = names
    return files


def analyzer_of(files: Files) -> Analyzer:
    """All stages with the contents in place of the shipped files.

    Raises
    ------
    HypecheckError
        A content can't be read.
    """
    if not files:
        return build_analyzer()
    with TemporaryDirectory() as folder:
        write_files(files, Path(folder))
        paths = {
            setting: str(Path(folder) / setting / next(iter(named)))
            for setting, named in files.items()
        }
        return build_analyzer(**paths)
