"""Settings of a check: a table in pyproject.toml or hypecheck.toml, with parts for some paths."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hypecheck.checks.paths import excluded
from hypecheck.dates import is_partial_date
from hypecheck.errors import ConfigError, InputError
from hypecheck.readers.plain import read_file
from hypecheck.resources import parse_toml
from hypecheck.types import STANCES, Stance

FAIL_ON = ("finding", "refuted", "problem")
_OWN = "hypecheck.toml"
_SHARED = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """How a file is checked and when it fails.

    Attributes
    ----------
    fail_over : float or None
        Score, 0 to 1, above which a file fails that has a finding which counts.
    fail_on : tuple of {"finding", "refuted", "problem"}
        What else makes a file fail: any finding that counts, a refuted claim of the writer's own,
        something wrong with its comments to hypecheck.
    as_of : str
        Day up to which releases count, "" for the file's own or today.
    off : tuple of str
        Categories that are not reported, whatever is claimed in them.
    stances : tuple of str
        Stances that are reported.
    min_intensity : int
        Spans below it are not reported, but for refuted claims.
    exclude : tuple of str
        Patterns of paths that are not read.
    lexicon, allow : tuple of str
        Vocabulary files over the shipped one, and phrases that never flag.
    lexicon_mode : {"add", "replace"}
    releases : str
        Release table in place of the shipped one.
    overrides : tuple of (tuple of str, mapping)
        Patterns of paths, and what is different there.
    folder : str
        Folder of the table, from which its patterns are meant; "" for none.
    """

    fail_over: float | None = None
    fail_on: tuple[str, ...] = ()
    as_of: str = ""
    off: tuple[str, ...] = ()
    stances: tuple[Stance, ...] = ("asserted", "attributed", "hedged")
    min_intensity: int = 1
    exclude: tuple[str, ...] = ()
    lexicon: tuple[str, ...] = ()
    lexicon_mode: str = "add"
    allow: tuple[str, ...] = ()
    releases: str = ""
    overrides: tuple[tuple[tuple[str, ...], Mapping[str, Any]], ...] = field(default=())
    folder: str = field(default="", compare=False)

    def at(self, path: str) -> Settings:
        """Settings of one file: later overrides that fit it win."""
        found = self
        for patterns, changes in self.overrides:
            if excluded(path, patterns, self.folder):
                found = replace(found, **changes)
        return found


def find_settings(start: Path) -> Settings:
    """Settings of the nearest table at or above a folder; the default ones where there is none.

    Raises
    ------
    ConfigError
        A file has a key or a value that isn't allowed.
    """
    for folder in (start, *start.parents):
        own = folder / _OWN
        if own.is_file():
            return read_settings(own)
        shared = folder / _SHARED
        if shared.is_file() and _table(shared) is not None:
            return read_settings(shared)
    return Settings()


def read_settings(path: Path) -> Settings:
    """Settings from a file: all of hypecheck.toml, or `[tool.hypecheck]` of another.

    Raises
    ------
    ConfigError
        The file is no TOML, has no such table, or a key or a value that isn't allowed.
    """
    found = _table(path)
    if found is None:
        raise ConfigError(
            f"{path} has no table [tool.hypecheck]. Write one, or name the file {_OWN}."
        )
    table = dict(found)
    overrides = table.pop("overrides", [])
    changes = _changes(table, str(path), path.parent)
    if not isinstance(overrides, list) or not all(isinstance(one, dict) for one in overrides):
        raise ConfigError(f"{path}: overrides is {overrides!r}. Write [[overrides]] tables.")
    parts = []
    for number, one in enumerate(overrides, start=1):
        rest = dict(one)
        where = f"{path}: overrides {number}"
        patterns = _texts(rest.pop("paths", None), f"{where}: paths")
        for key in ("lexicon", "lexicon-mode", "allow", "releases", "exclude"):
            if key in rest:
                raise ConfigError(f"{where}: {key} holds for all paths. Set it above.")
        parts.append((patterns, _changes(rest, where, path.parent)))
    folder = path.parent.resolve().as_posix()
    return replace(Settings(), **changes, overrides=tuple(parts), folder=folder)


def _table(path: Path) -> Mapping[str, Any] | None:
    try:
        found = parse_toml(read_file(path))
    except InputError as error:
        raise ConfigError(str(error)) from None
    except ValueError as error:
        raise ConfigError(f"{path} is no TOML: {error}.") from None
    if path.name == _OWN:
        return found
    tool = found.get("tool")
    table = tool.get("hypecheck") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise ConfigError(f"{path}: tool.hypecheck is {table!r}. Write a table.")
    return table


def _changes(table: Mapping[str, Any], where: str, folder: Path) -> dict[str, Any]:
    """Fields of `Settings` that a table sets."""
    changes = {}
    for key, value in table.items():
        if key not in _KEYS:
            raise ConfigError(f"{where}: {key!r} is no setting. Allowed: {', '.join(_KEYS)}.")
        changes[key.replace("-", "_")] = _KEYS[key](value, f"{where}: {key}")
    for name in ("lexicon", "releases"):
        if name in changes:
            changes[name] = _beside(changes[name], folder)
    return changes


def _beside(names: Any, folder: Path) -> Any:
    """Paths in a file are meant from its folder."""
    if isinstance(names, str):
        return (folder / names).as_posix() if names else ""
    return tuple((folder / name).as_posix() for name in names)


def _share(value: Any, where: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise ConfigError(f"{where} is {value!r}. Allowed: a number from 0 to 1.")


def _intensity(value: Any, where: str) -> int:
    if value in (1, 2, 3) and not isinstance(value, bool):
        return int(value)
    raise ConfigError(f"{where} is {value!r}. Allowed: 1, 2, 3.")


def _texts(value: Any, where: str) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(one, str) and one for one in value):
        return tuple(value)
    raise ConfigError(f"{where} is {value!r}. Allowed: a list of texts.")


def _text(value: Any, where: str) -> str:
    if isinstance(value, str) and value:
        return value
    raise ConfigError(f"{where} is {value!r}. Allowed: a text.")


def _day(value: Any, where: str) -> str:
    text = str(value)  # TOML has dates of its own
    if is_partial_date(text):
        return text
    raise ConfigError(f"{where} is {value!r}. Allowed: YYYY[-MM[-DD]].")


def _among(*allowed: str) -> Callable[[Any, str], tuple[str, ...]]:
    def read(value: Any, where: str) -> tuple[str, ...]:
        for one in _texts(value, where):
            if one not in allowed:
                raise ConfigError(f"{where} has {one!r}. Allowed: {', '.join(allowed)}.")
        return tuple(value)

    return read


def _mode(value: Any, where: str) -> str:
    if value in ("add", "replace"):
        return str(value)
    raise ConfigError(f"{where} is {value!r}. Allowed: add, replace.")


_KEYS: dict[str, Callable[[Any, str], Any]] = {
    "fail-over": _share,
    "fail-on": _among(*FAIL_ON),
    "as-of": _day,
    "off": _texts,
    "stances": _among(*STANCES),
    "min-intensity": _intensity,
    "exclude": _texts,
    "lexicon": _texts,
    "lexicon-mode": _mode,
    "allow": _texts,
    "releases": _text,
}
