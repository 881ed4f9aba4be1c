"""Which files a check reads: those that are named, and the prose in folders that are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from hypecheck.errors import InputError
from hypecheck.readers.names import is_address

#: Files of a folder that hold prose.
ENDINGS = (".md", ".markdown", ".rst", ".txt", ".html", ".htm")
#: Folders that hold nothing of the writer's own.
_SKIPPED = frozenset(["node_modules", "vendor", "third_party", "site-packages", "__pycache__"])


def find_files(
    paths: Sequence[str],
    exclude: Sequence[str] = (),
    *,
    folder: str = "",
    on_missing: Callable[[InputError], None] | None = None,
) -> list[str]:
    """Names of the files to check, each file once, in the order given; a folder's sorted by name.

    Parameters
    ----------
    paths : sequence of str
        Files are taken whatever their ending. Of a folder come the files with the endings of
        `ENDINGS`, without those that are hidden, in a folder that others filled, or links to
        files that lie outside of it.
    exclude : sequence of str
        Patterns such as ``drafts/*`` or ``CHANGELOG.md``, held against the path and its last part.
    folder : str
        Folder from which patterns are meant too, beside the working directory.
    on_missing : callable, optional
        Gets the error for each path that does not exist, in place of its being raised.

    Raises
    ------
    InputError
        A path does not exist.
    """
    found: dict[Path, str] = {}
    for path in paths:
        try:
            for name in _files(Path(path)):
                if not excluded(name, exclude, folder):
                    found.setdefault(place_of(name), name)
        except InputError as error:
            if on_missing is None:
                raise
            on_missing(error)
    return list(found.values())


def is_name(name: str) -> bool:
    """Tell whether what is checked is no file: an address, or "-" for standard input."""
    return name == "-" or is_address(name)


def place_of(name: str) -> Path:
    """Where a file stands, however it was named; a link has a place of its own.

    Examples
    --------
    >>> place_of("./a.md") == place_of("b/../a.md")
    True
    """
    return Path(name).parent.resolve() / Path(name).name


def excluded(name: str, patterns: Sequence[str], folder: str = "") -> bool:
    """Tell whether a path or its last part fits a pattern.

    A path that is given otherwise, such as a whole one, also fits as it reads from the working
    directory and from `folder`.
    """
    if not patterns:
        return False
    names = {name, name.rsplit("/", 1)[-1]}
    if not is_name(name):
        place = place_of(name)
        bases = [Path.cwd(), *([Path(folder)] if folder else [])]
        names |= {place.relative_to(one).as_posix() for one in bases if place.is_relative_to(one)}
    return any(fnmatch(one, pattern) for one in names for pattern in patterns)


def _files(path: Path) -> Iterator[str]:
    if not path.exists():
        raise InputError(f"{path} does not exist. Check the spelling.")
    if not path.is_dir():
        yield path.as_posix()
        return
    for folder, below, names in os.walk(path):
        below[:] = sorted(n for n in below if not n.startswith(".") and n not in _SKIPPED)
        for name in sorted(names):
            file = Path(folder, name)
            if name.startswith(".") or file.suffix.lower() not in ENDINGS:
                continue
            # A link to elsewhere brings in what is no part of the folder, and --fix would write it.
            if file.is_file() and file.resolve().is_relative_to(path.resolve()):
                yield file.as_posix()
