"""The repository of models.dev as its ``api.json`` has it: one object of providers.

::

    providers/mistral/models/devstral-small-2507.toml
    providers/baseten/models/moonshotai/Kimi-K2.5.toml
    models/moonshotai/kimi-k2.6.toml

Files under ``models`` are about a model itself, not one seller's offer: they stand for the maker.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hypecheck.errors import ReleaseDBError


def read_folder(folder: Path) -> dict[str, dict[str, Any]]:
    """Catalogue of a clone of models.dev's repository, in the form of its ``api.json``.

    Raises
    ------
    ReleaseDBError
        A file is not TOML, or the folder has no such files.
    """
    catalogue: dict[str, dict[str, Any]] = {}
    for provider, key, path in _files(folder):
        models = catalogue.setdefault(provider, {"models": {}})["models"]
        models.setdefault(key, _read(path))
    if not catalogue:
        raise ReleaseDBError(
            f"{folder} has no files providers/NAME/models/*.toml. Give a clone of models.dev's"
            " repository or its api.json."
        )
    return catalogue


def _files(folder: Path) -> Iterator[tuple[str, str, Path]]:
    """Yield provider, id and file of every model; facts of the maker before offers."""
    for path in sorted((folder / "models").glob("*/*.toml")):
        yield path.parent.name, f"{path.parent.name}/{path.stem}", path
    for path in sorted((folder / "providers").glob("*/models/**/*.toml")):
        offered = path.relative_to(folder / "providers").with_suffix("").parts
        yield offered[0], "/".join(offered[2:]), path


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReleaseDBError(f"{path} can't be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ReleaseDBError(f"{path} is not TOML ({error}).") from None
