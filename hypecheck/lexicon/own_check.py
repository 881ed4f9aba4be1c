"""Checks of a vocabulary file of one's own: every mistake at once, and what the file does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from hypecheck.errors import LexiconError
from hypecheck.lexicon.entries import Entry, Lexicon, load_lexicon
from hypecheck.lexicon.fields import LABELS
from hypecheck.lexicon.own import Layer
from hypecheck.lexicon.own_rows import read_rows
from hypecheck.lexicon.validate import problems


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of files found.

    Attributes
    ----------
    problems : list of str
        One line each; none where the files can be used as they are.
    notes : list of str
        What may be worth a look.
    summary : str
        What the files do, in a line.
    """

    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    summary: str = ""


def check_files(files: Sequence[str | Path]) -> Checked:
    """Check vocabulary files as they would lie over the shipped one, in order.

    Parameters
    ----------
    files : sequence of str or Path
    """
    layer = Layer(load_lexicon())
    found = Checked()
    for file in files:
        layer.begin_file()
        rows = read_rows(file)
        while True:
            try:
                place, row = next(rows)
                layer.take(row, place)
            except StopIteration:
                break
            except LexiconError as error:
                found.problems.append(str(error))
    lexicon = layer.lexicon()
    present = {entry.id: entry for entry in lexicon.entries}
    names = dict.fromkeys((*layer.added, *layer.changed))
    touched = [present[name] for name in names if name in present]
    found.problems.extend(problems(Lexicon(tuple(touched))))
    found.notes.extend(_notes(touched, frozenset(layer.added)))
    return Checked(found.problems, found.notes, _summary(layer, lexicon))


def _notes(touched: Sequence[Entry], added: frozenset[str]) -> Iterator[str]:
    for entry in touched:
        if entry.id in added and not entry.flags:
            yield f"entry {entry.id!r} has no sentence that it must flag: give one as flags."
    for label in sorted({entry.label for entry in touched} - set(LABELS)):
        close = get_close_matches(label, LABELS, n=1, cutoff=0.7)
        meant = f" Did you mean {close[0]!r}?" if close else ""
        yield f"category {label!r} is new: it counts by its intensity and voice.{meant}"


def _summary(layer: Layer, lexicon: Lexicon) -> str:
    off = len(lexicon.off) + sum(1 for name in lexicon.off_names if name.startswith("claim:"))
    return (
        f"{len(layer.added)} added, {len(layer.changed)} changed, {off} switched off,"
        f" {len(lexicon.allowed)} allowed"
    )
