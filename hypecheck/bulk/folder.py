"""The folder a run writes to: every file appears whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from hypecheck.bulk.files import is_remote, open_raw, store
from hypecheck.errors import InputError
from hypecheck.resources import parse_json

#: Suffix of files that are being written.
UNFINISHED = ".unfinished"
_NOT_OURS = "Give a folder that `hypecheck score` wrote to, or another one for a new run."


class Folder:
    """An output folder, local or on an object store.

    Parameters
    ----------
    path : str
    """

    def __init__(self, path: str) -> None:
        self.path = path.rstrip("/") or path

    def make(self) -> None:
        """Make it, if need be.

        Raises
        ------
        InputError
            It can't be made or written to.
        """
        if is_remote(self.path):
            return
        with clear_errors(self.path):
            Path(self.path).mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.path):
                pass

    def has(self, name: str) -> bool:
        """Whether it has a file of that name."""
        if is_remote(self.path):
            filesystem, inside = store(self._at(name))
            return bool(filesystem.exists(inside))
        return Path(self._at(name)).exists()

    def names(self, below: str) -> set[str]:
        """Names of the finished files in one of its folders."""
        if is_remote(self.path):
            filesystem, inside = store(self._at(below))
            found = filesystem.find(inside) if filesystem.exists(inside) else []
            return {str(path).rsplit("/", 1)[-1] for path in found}
        folder = Path(self._at(below))
        if not folder.is_dir():
            return set()
        return {path.name for path in folder.iterdir() if not path.name.endswith(UNFINISHED)}

    def read(self, name: str) -> bytes:
        """Content of a file."""
        with open_raw(self._at(name)) as file:
            return file.read()

    def read_json(self, name: str) -> dict[str, Any]:
        """Content of a JSON file that holds one object.

        Raises
        ------
        InputError
            It is no such file any more.
        """
        try:
            found = parse_json(self.read(name).decode("utf-8"))
        except ValueError as error:
            raise InputError(f"{self._at(name)} is not JSON ({error}). {_NOT_OURS}") from None
        if not isinstance(found, dict):
            raise InputError(f"{self._at(name)} is no JSON object. {_NOT_OURS}")
        return found

    @contextmanager
    def writing(self, name: str) -> Iterator[Path]:
        """Path of a local file that becomes `name` when the block ends without an error.

        Raises
        ------
        InputError
            The disk is full, or the folder can't be written to.
        """
        with clear_errors(self.path):
            unfinished = self._unfinished(name)
            try:
                yield unfinished
                self._finish(unfinished, name)
            finally:
                unfinished.unlink(missing_ok=True)

    def write(self, name: str, content: bytes) -> None:
        """Write a small file."""
        with self.writing(name) as path:
            path.write_bytes(content)

    def write_json(self, name: str, value: Any) -> None:
        """Write a small JSON file, the same bytes for the same value."""
        text = json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True)
        self.write(name, f"{text}\n".encode(errors="surrogateescape"))

    def remove(self, below: str) -> None:
        """Remove one of its folders with all that is in it."""
        if is_remote(self.path):
            filesystem, inside = store(self._at(below))
            if filesystem.exists(inside):
                filesystem.rm(inside, recursive=True)
        else:
            shutil.rmtree(self._at(below), ignore_errors=True)

    def sweep(self) -> None:
        """Remove what a run that was killed has left half-written."""
        if not is_remote(self.path):
            for path in Path(self.path).rglob(f"*{UNFINISHED}"):
                path.unlink(missing_ok=True)

    @contextmanager
    def left_tidy(self) -> Iterator[None]:
        """Remove what is half-written when the block ends early, its workers gone by then."""
        try:
            yield
        except BaseException:  # also a signal's
            with suppress(OSError):  # the disk may be what has failed
                self.sweep()
            raise

    def _at(self, name: str) -> str:
        return f"{self.path}/{name}"

    def _unfinished(self, name: str) -> Path:
        if is_remote(self.path):
            descriptor, path = tempfile.mkstemp(suffix=UNFINISHED)
            os.close(descriptor)
            return Path(path)
        target = Path(self._at(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        return target.with_name(f"{target.name}.{os.getpid()}{UNFINISHED}")

    def _finish(self, unfinished: Path, name: str) -> None:
        if is_remote(self.path):  # an object appears when its last byte has arrived
            filesystem, inside = store(self._at(name))
            filesystem.makedirs(inside.rsplit("/", 1)[0], exist_ok=True)
            filesystem.put_file(str(unfinished), inside)
            return
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(self._at(name))


@contextmanager
def clear_errors(path: str) -> Iterator[None]:
    """Turn an error of the operating system into one that says what to do."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        advice = "Choose a folder that can be written to."
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            advice = "Make room and run the same command again: finished shards are kept."
        raise InputError(f"{path} can't be written: {reason}. {advice}") from None
