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
#: Endings of the names of compressed files.
COMPRESSED = (".gz", ".zst", ".zstd")
#: Enough to read the header of any compressed file at once.
_BUFFER = 1 << 18
#: Compressed bytes that are unpacked at a time: a block of zstd takes four of them for 128 KB.
_PIECE = 1 << 10


class Damaged(OSError):
    """A file breaks off or its bytes make no sense; no `EOFError`, which is taken for an end."""


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
    """Content of a file, decompressed where its first bytes are those of gzip or zstd.

    Reading raises `Damaged` where a compressed file breaks off, after all that can be unpacked;
    a single `read` of many bytes would lose what comes before, `readline` and `read1` don't.
    """
    raw = open_raw(path)
    start = raw.read(4)
    raw.seek(0)
    if start.startswith(_GZIP):
        return _buffered(_Gzip(raw))
    if start == _ZSTD:
        return _buffered(_zstd(raw))
    if len(start) < 4 and path.lower().endswith(COMPRESSED):
        raw.close()
        raise Damaged(f"{len(start)} bytes are too few for a compressed file")
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


def _buffered(unpacked: io.RawIOBase) -> IO[bytes]:
    return io.BufferedReader(unpacked, _BUFFER)


class _Unpacked(io.RawIOBase):
    """Content of a compressed file; the file below is closed with it."""

    def __init__(self, raw: IO[bytes]) -> None:
        super().__init__()
        self._below = raw

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._next(len(buffer))
        except EOFError:
            raise Damaged("the compressed file is cut short") from None
        except (OSError, MemoryError):
            raise
        except Exception as error:  # each library has its own
            raise Damaged(f"the compressed file is damaged ({error})") from None
        buffer[: len(data)] = data
        return len(data)

    def close(self) -> None:
        try:
            super().close()
        finally:
            self._below.close()

    def _next(self, size: int) -> bytes:
        """Up to some bytes, none at the end; an `EOFError` where the end comes too early."""
        raise NotImplementedError


class _Gzip(_Unpacked):
    def __init__(self, raw: IO[bytes]) -> None:
        super().__init__(raw)
        self._members = gzip.GzipFile(fileobj=raw, mode="rb")

    def _next(self, size: int) -> bytes:
        return self._members.read1(size)


class _Zstd(_Unpacked):
    """Frames one after another; the library's own reader takes half a frame for a whole one."""

    def __init__(self, raw: IO[bytes], library: Any) -> None:
        super().__init__(raw)
        self._library = library
        self._frame = library.ZstdDecompressor().decompressobj()
        self._packed, self._waiting, self._at = b"", b"", 0

    def _next(self, size: int) -> bytes:
        while self._at == len(self._waiting):
            packed = self._packed or self._below.read(_PIECE)
            if not packed:
                if self._frame.eof:
                    return b""
                raise EOFError
            if self._frame.eof:
                self._frame = self._library.ZstdDecompressor().decompressobj()
            self._waiting, self._at = self._frame.decompress(packed), 0
            self._packed = self._frame.unused_data
        piece = self._waiting[self._at : self._at + size]
        self._at += len(piece)
        return piece


def _zstd(raw: IO[bytes]) -> _Zstd:
    try:
        import zstandard
    except ImportError:
        raw.close()
        raise MissingExtraError("zstandard", "data") from None
    return _Zstd(raw, zstandard)
