"""Inline markup of spans: ``a <praise:attributed>stunning</praise> result``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hypecheck.errors import CorpusError
from hypecheck.resources import read_text
from hypecheck.types import STANCES, Stance

_TAG = re.compile(r"<(?P<label>[a-z]+):(?P<stance>[a-z]+)>|</(?P<close>[a-z]+)>")


@dataclass(frozen=True, slots=True)
class CorpusSpan:
    """A span as an annotator marked it; offsets count in the text without tags."""

    start_char: int
    end_char: int
    label: str
    stance: Stance


@lru_cache(maxsize=1)
def vocabulary() -> Mapping[str, tuple[str, ...]]:
    """Table of the words allowed as label, genre, field and voice."""
    table = json.loads(read_text("corpus/vocabulary.json"))
    return {name: tuple(values) for name, values in table.items() if name != "note"}


def parse_markup(markup: str, where: str = "markup") -> tuple[str, tuple[CorpusSpan, ...]]:
    """Plain text and spans of marked-up text.

    Parameters
    ----------
    markup : str
        Tags are ``<label:stance>`` and ``</label>``, not nested; any other ``<`` is text.
    where : str
        Named in errors.

    Raises
    ------
    CorpusError
        A tag is misspelt, nested, empty, unopened or unclosed.

    Examples
    --------
    >>> parse_markup("R&D was <praise:hedged>stunning</praise>.")
    ('R&D was stunning.', (CorpusSpan(start_char=8, end_char=16, label='praise', stance='hedged'),))
    """
    text, spans, last = "", [], 0
    opened: tuple[int, str, Stance] | None = None
    for tag in _TAG.finditer(markup):
        if not _is_tag(tag, where):
            continue
        text += markup[last : tag.start()]
        last = tag.end()
        if tag["close"] is None:
            if opened is not None:
                raise CorpusError(
                    f"{where}: {tag[0]} stands inside <{opened[1]}>. Close that first."
                )
            opened = (len(text), tag["label"], _stance(tag["stance"]))
        else:
            spans.append(_close(opened, tag["close"], len(text), where))
            opened = None
    if opened is not None:
        raise CorpusError(f"{where}: <{opened[1]}> is never closed. Add </{opened[1]}>.")
    return text + markup[last:], tuple(spans)


def to_markup(text: str, spans: Sequence[CorpusSpan]) -> str:
    """Marked-up text again.

    Examples
    --------
    >>> to_markup(*parse_markup("a <scope:rejected>limitless</scope> supply"))
    'a <scope:rejected>limitless</scope> supply'
    """
    pieces, last = [], 0
    for span in spans:
        inner = text[span.start_char : span.end_char]
        pieces += [
            text[last : span.start_char],
            f"<{span.label}:{span.stance}>{inner}</{span.label}>",
        ]
        last = span.end_char
    return "".join(pieces) + text[last:]


def _is_tag(tag: re.Match[str], where: str) -> bool:
    """Tell whether a tag-like stretch is one of ours; half of one is an error."""
    labels = vocabulary()["label"]
    if tag["close"] is not None:
        return tag["close"] in labels
    label, stance = tag["label"] in labels, tag["stance"] in STANCES
    if stance and not label:
        raise CorpusError(
            f"{where}: {tag[0]} has label {tag['label']!r}. Allowed: {', '.join(labels)}."
        )
    if label and not stance:
        raise CorpusError(
            f"{where}: {tag[0]} has stance {tag['stance']!r}. Allowed: {', '.join(STANCES)}."
        )
    return label


def _close(opened: tuple[int, str, Stance] | None, label: str, end: int, where: str) -> CorpusSpan:
    if opened is None or opened[1] != label:
        raise CorpusError(f"{where}: </{label}> closes nothing. Open it with <{label}:stance>.")
    start, _, stance = opened
    if start == end:
        raise CorpusError(f"{where}: <{label}:{stance}> is empty. Put words into it or drop it.")
    return CorpusSpan(start, end, label, stance)


def _stance(name: str) -> Stance:
    return next(stance for stance in STANCES if stance == name)
