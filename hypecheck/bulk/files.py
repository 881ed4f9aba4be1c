"""Files as streams of bytes: local or on an object store, plain or compressed."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import IO, Any, cast

from hypecheck.errors import InputError, MissingExtraError

_GZIP, _ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
#: Enough to read the header of any compressed file at once.
_BUFFER = 1 << 18


def is_remote(path: str) -> bool:
    """Whether a path is a URL such as s3://bucket/news.jsonl.gz."""
    return "://" in path


def store(path: str) -> tuple[Any, str]:
    """File system of a URL, and the path in it.

    Raises
    ------
    MissingExtraError
        fsspec, or the package for this kind of store, isn't installed.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise MissingExtraError("fsspec", "data") from None
    try:
        filesystem, inside = url_to_fs(path)
    except (ImportError, ValueError) as error:
        raise InputError(f"{path} can't be reached: {error}.") from None
    return filesystem, str(inside)


def open_bytes(path: str) -> IO[bytes]:
    """Content of a file, decompressed where its first bytes are those of gzip or zstd."""
    raw = open_raw(path)
    start = raw.read(4)
    raw.seek(0)
    if start.startswith(_GZIP):
        return cast("IO[bytes]", _Gzip(raw))
    if start == _ZSTD:
        return _unzstd(raw)
    return raw


def open_raw(path: str) -> IO[bytes]:
    """Content of a file as it lies there."""
    if is_remote(path):
        filesystem, inside = store(path)
        return cast("IO[bytes]", filesystem.open(inside, "rb"))
    return Path(path).open("rb", buffering=_BUFFER)


def size_of(path: str) -> int:
    """Bytes of a file."""
    if is_remote(path):
        filesystem, inside = store(path)
        return int(filesystem.size(inside))
    return Path(path).stat().st_size


def stamp_of(path: str) -> tuple[int, int] | None:
    """Size of a local file and the time of its last change; None where it can't be seen."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def is_folder(path: str) -> bool:
    """Whether something is a folder."""
    if is_remote(path):
        filesystem, inside = store(path)
        return bool(filesystem.isdir(inside))
    return Path(path).is_dir()


def exists(path: str) -> bool:
    """Whether there is a file or folder of that name."""
    if is_remote(path):
        filesystem, inside = store(path)
        return bool(filesystem.exists(inside))
    return Path(path).exists()


def below(folder: str) -> Iterator[str]:
    """Files below a folder in the order of their names, hidden ones left out."""
    if is_remote(folder):
        filesystem, inside = store(folder)
        for name in sorted(filesystem.find(inside)):
            yield str(filesystem.unstrip_protocol(name))
        return
    root = Path(folder)
    for path in sorted(root.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
        if path.is_file() and not hidden:
            yield str(path)


def matching(pattern: str) -> list[str]:
    """Files and folders that a pattern with ``*``, ``?`` or ``**`` stands for, sorted."""
    if is_remote(pattern):
        filesystem, inside = store(pattern)
        return sorted(str(filesystem.unstrip_protocol(name)) for name in filesystem.glob(inside))
    return sorted(glob(pattern, recursive=True))  # noqa: PTH207  # Path.glob takes no absolute ones


def is_pattern(path: str) -> bool:
    """Whether a path is a pattern; a file whose name has a star is just a file."""
    return has_magic(path) and (is_remote(path) or not Path(path).exists())


class _Gzip(gzip.GzipFile):
    """Compressed file that closes the file below with itself."""

    def __init__(self, raw: IO[bytes]) -> None:
        super().__init__(fileobj=raw, mode="rb")
        self._below = raw

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._below.close()


def _unzstd(raw: IO[bytes]) -> IO[bytes]:
    try:
        import zstandard
    except ImportError:
        raw.close()
        raise MissingExtraError("zstandard", "data") from None
    reader = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
    return cast("IO[bytes]", io.BufferedReader(reader, _BUFFER))
