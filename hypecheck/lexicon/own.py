"""A user's vocabulary over the shipped one: entries added, changed and switched off.

Rows of a file, in any order::

    {"label": "buzzword", "patterns": ["synergy/n"]}            a new entry, in a new category
    {"id": "game-changer", "intensity": 1}                      a shipped entry, changed
    {"id": "game-changer", "off": true}                         switched off
    {"label": "rivalry", "off": true}                           a category switched off
    {"allow": "mission-critical"}                               a phrase that never flags
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, get_args

from hypecheck.errors import LexiconError
from hypecheck.lexicon.entries import Entry, Exclusion, Lexicon, load_lexicon
from hypecheck.lexicon.fields import KNOWN, LABELS, check_keys, given_fields, read_patterns
from hypecheck.lexicon.own_rows import read_rows

Mode = Literal["add", "replace"]
MODES: tuple[Mode, ...] = get_args(Mode)
#: Ids of spans that a claim brings where no entry flags it; they can be switched off too.
CLAIM_IDS = tuple(
    f"claim:{quantifier}" for quantifier in ("first", "only", "among", "largest", "longest-context")
)
_INTENSITY = 2
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_RESERVED = ("claim",)


def own_lexicon(
    files: Sequence[str | Path] = (),
    *,
    mode: str = "add",
    allow: Sequence[str] = (),
) -> Lexicon:
    """The shipped lexicon with files of one's own over it, or those alone.

    Parameters
    ----------
    files : sequence of str or Path
        JSON lines, CSV or TOML; a later one goes before an earlier one.
    mode : {"add", "replace"}
        With "replace" no shipped entry is used; the literal uses that ship still count.
    allow : sequence of str
        Phrases that never flag, as patterns of the vocabulary.

    Raises
    ------
    LexiconError
        A row breaks the rules; names file, line, what came in and what is allowed.
    """
    if mode not in MODES:
        raise LexiconError(f"The lexicon's mode is {mode!r}. Allowed: {', '.join(MODES)}.")
    layer = Layer(load_lexicon() if mode == "add" else replace(load_lexicon(), entries=()))
    for file in files:
        layer.begin_file()
        for place, row in read_rows(file):
            layer.take(row, place)
    for phrase in allow:
        layer.take({"allow": phrase}, "allow")
    return layer.lexicon()


class Layer:
    """A lexicon that takes rows.

    Parameters
    ----------
    base : Lexicon
        What the rows change.

    Attributes
    ----------
    added, changed : list of str
        Ids of the entries that the rows brought and changed, in order.
    """

    def __init__(self, base: Lexicon) -> None:
        self._base = base
        self._entries = {entry.id: entry for entry in base.entries}
        self._off: dict[str, Entry] = {}
        self._names: set[str] = set()
        self._allowed: list[Exclusion] = []
        self._here: dict[str, str] = {}
        self.added: list[str] = []
        self.changed: list[str] = []

    def begin_file(self) -> None:
        """From here on, rows are of another file and may change those of the ones before."""
        self._here = {}

    def lexicon(self) -> Lexicon:
        """The lexicon with all rows taken."""
        return Lexicon(
            tuple(self._entries.values()),
            (*self._base.exclusions, *self._allowed),
            tuple(self._allowed),
            tuple(self._off.values()),
            frozenset(self._names),
        )

    def take(self, row: Mapping[str, Any], place: str) -> None:
        """Take one row; raises `LexiconError`."""
        if "allow" in row:
            self._allow(row, place)
        elif row.get("off", False) is not False:
            self._switch_off(row, place)
        else:
            self._entry({key: value for key, value in row.items() if key != "off"}, place)

    def _allow(self, row: Mapping[str, Any], place: str) -> None:
        what = f"the allowed phrase at {place}" if place != "allow" else "the allowed phrase"
        if not row["allow"]:
            raise LexiconError(f"{what} is {row['allow']!r}. Write at least one word.")
        check_keys(row, what, ("allow",), ("allow", "note"))
        phrases = [row["allow"]] if isinstance(row["allow"], str) else row["allow"]
        for pattern in read_patterns({"allow": phrases}, "allow", what):
            if not pattern.anchors:
                raise LexiconError(f"{what} is {pattern.source!r}. It needs at least one word.")
            self._allowed.append(Exclusion(f"allow: {pattern.source}", (pattern,), allows=True))

    def _switch_off(self, row: Mapping[str, Any], place: str) -> None:
        if row["off"] is not True:
            raise LexiconError(f"{place} has off {row['off']!r}. Allowed: true, false.")
        check_keys(row, place, (), ("id", "label", "off", "note"))
        name, label = row.get("id"), row.get("label")
        if (name is None) == (label is None):
            raise LexiconError(f"{place} switches off what? Give an id, or a label, not both.")
        if label is not None:
            self._switch_label_off(label, place)
        elif not isinstance(name, str):
            raise LexiconError(f"{place} has id {name!r}. Allowed: a text.")
        elif name in self._entries:
            self._once(name, place)
            self._off[name] = self._entries.pop(name)
        elif name in CLAIM_IDS or name in self._off:
            self._names.add(name)
        else:
            raise LexiconError(
                f"{place} switches off {name!r}, which is no entry."
                f" {_near(name, (*self._entries, *CLAIM_IDS))}"
            )

    def _switch_label_off(self, label: Any, place: str) -> None:
        gone = [entry for entry in self._entries.values() if entry.label == label]
        if not gone:
            known = sorted({entry.label for entry in self._entries.values()})
            raise LexiconError(
                f"{place} switches off the category {label!r}. Allowed: {', '.join(known)}."
            )
        self._names.add(label)
        for entry in gone:
            self._off[entry.id] = self._entries.pop(entry.id)

    def _entry(self, row: dict[str, Any], place: str) -> None:
        what = f"entry {row['id']!r} ({place})" if row.get("id") else f"the entry at {place}"
        check_keys(row, what, (), KNOWN)
        found = given_fields(row, what)
        if "label" in found:
            _check_label(found["label"], what)
        known = self._entries.get(found.get("id", "")) or self._off.get(found.get("id", ""))
        if known is not None:
            if not found.get("patterns", known.patterns):
                raise LexiconError(f'{what} has no patterns. To switch it off: "off": true.')
            self._once(known.id, place)
            self._off.pop(known.id, None)
            self._entries[known.id] = replace(known, **found)
            self.changed.append(known.id)
            return
        missing = [key for key in ("label", "patterns") if not found.get(key)]
        if missing:
            raise LexiconError(f"{what} lacks {missing[0]!r}.{self._perhaps(found.get('id'))}")
        entry = Entry(**{"id": _made_id(found), "intensity": _INTENSITY, **found})
        self._once(entry.id, place)
        self._entries[entry.id] = entry
        self.added.append(entry.id)

    def _once(self, name: str, place: str) -> None:
        if name in self._here:
            raise LexiconError(
                f"entry {name!r} stands twice: {self._here[name]} and {place}. Keep one of them."
            )
        self._here[name] = place

    def _perhaps(self, name: str | None) -> str:
        return (
            f" To change a shipped entry, give its id. {_near(name, self._entries)}"
            if name
            else (" A new entry needs label and patterns.")
        )


def _check_label(label: str, what: str) -> None:
    if label in LABELS:
        return
    if not _NAME.fullmatch(label) or label in _RESERVED:
        raise LexiconError(
            f"{what} has label {label!r}. Allowed: {', '.join(LABELS)}, or a new name of"
            " lower-case letters, digits and hyphens."
        )


def _made_id(found: Mapping[str, Any]) -> str:
    """Id of an entry that has none: category and first pattern."""
    first = re.sub(r"/[vna]\b", "", found["patterns"][0].source.lower())
    words = re.findall(r"[a-z0-9]+", first)
    return "-".join((found["label"], *words))


def _near(name: Any, names: Iterable[str]) -> str:
    close = get_close_matches(str(name), list(names), n=3, cutoff=0.6)
    if close:
        return f"Did you mean {', '.join(map(repr, close))}?"
    return "hypecheck lexicon list shows all ids."
