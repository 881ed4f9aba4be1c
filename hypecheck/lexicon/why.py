"""Why a phrase is flagged or isn't: which entry would fire, and what keeps it from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from hypecheck.lexicon.entries import Entry, Lexicon, flagged_part
from hypecheck.patterns import Pattern, normalize
from hypecheck.types.words import WORDS

#: Entries that are shown as near.
_SHOWN = 3
#: Words too common to make an entry near.
_SHORTEST = 4
#: Characters of an entry's patterns that are shown.
_WIDTH = 100


def kept_out(lexicon: Lexicon, sentence: str) -> Iterator[str]:
    """One line for each entry whose words stand in a sentence but which does not fire, and why.

    Parameters
    ----------
    lexicon : Lexicon
    sentence : str
    """
    norm = normalize(sentence)
    for entry in (*lexicon.entries, *lexicon.off):
        for match in _matches(entry.patterns, norm):
            start, end = flagged_part(match)
            reason = _reason(lexicon, entry, sentence, norm, start, end)
            if reason:
                words = sentence[start:end]
                yield f"“{words}”: entry {entry.id!r} ({entry.label}) would fire, but {reason}"
                break


def _reason(
    lexicon: Lexicon, entry: Entry, text: str, norm: str, start: int, end: int
) -> str | None:
    if entry in lexicon.off:
        return "it is switched off"
    if entry.needs and not any(True for _ in _matches(entry.needs, norm)):
        needed = " or ".join(repr(pattern.source) for pattern in entry.needs)
        return f"it needs {needed} in the sentence"
    for pattern in entry.unless:
        for match in pattern.finditer(norm):
            if match.start() < end and start < match.end():
                literal = text[match.start() : match.end()]
                return f"“{literal}” is literal use (unless {pattern.source!r})"
    if entry.case == "capital" and not text[start].isupper():
        return "it needs a capital letter"
    if entry.case == "lower" and text[start].isupper():
        return "it needs a small letter"
    return _hidden(lexicon, norm, start, end)


def _hidden(lexicon: Lexicon, norm: str, start: int, end: int) -> str | None:
    for exclusion in lexicon.exclusions:
        for match in _matches(exclusion.patterns, norm):
            if match.start() <= start and (start if exclusion.allows else end - 1) < match.end():
                if exclusion.allows:
                    return f"the phrase is allowed ({exclusion.id.removeprefix('allow: ')!r})"
                return f"exclusion {exclusion.id!r} takes the words as literal"
    return None


def nearest(lexicon: Lexicon, phrase: str) -> list[Entry]:
    """Entries that share most words with a phrase, spelling mistakes included."""
    words = {word for word in WORDS.findall(normalize(phrase)) if len(word) >= _SHORTEST}
    anchors = {entry.id: _anchors(entry) for entry in lexicon.entries}
    known = frozenset().union(*anchors.values())
    near = {word: 1.0 for word in words & known}
    for word in words - known:
        near |= dict.fromkeys(get_close_matches(word, known, n=2, cutoff=0.8), 0.5)
    ranked = sorted(
        (-sum(near[word] for word in found), len(found), name)
        for name, all_words in anchors.items()
        if (found := all_words & near.keys())
    )
    return [lexicon[name] for _, _, name in ranked[:_SHOWN]]


def shown(entry: Entry) -> str:
    """One line on an entry: id, category, patterns, and a sentence that it flags."""
    patterns = " | ".join(pattern.source for pattern in entry.patterns)
    example = f"; flags: {entry.flags[0]}" if entry.flags else ""
    cut = patterns if len(patterns) <= _WIDTH else f"{patterns[: _WIDTH - 1].rstrip()}…"
    return f"{entry.id} ({entry.label}): {cut}{example}"


def _anchors(entry: Entry) -> frozenset[str]:
    return frozenset().union(*(pattern.anchors for pattern in entry.patterns))


def _matches(patterns: tuple[Pattern, ...], norm: str) -> Iterator[re.Match[str]]:
    words = frozenset(WORDS.findall(norm))
    for pattern in patterns:
        if pattern.possible(words):
            yield from pattern.find(norm, 0, len(norm), words)
