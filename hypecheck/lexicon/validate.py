"""Checks of the vocabulary files that need every entry: examples, anchors, ids.

Run as ``python -m hypecheck.lexicon.validate`` in a checkout; prints one line a problem.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from hypecheck.errors import HypecheckError
from hypecheck.lexicon.entries import Entry, Lexicon, load_lexicon
from hypecheck.patterns import normalize


def problems(lexicon: Lexicon) -> Iterator[str]:
    """One line for every entry whose examples or anchors break the rules.

    Parameters
    ----------
    lexicon : Lexicon
        As read; ids are unique already.
    """
    for entry in lexicon.entries:
        yield from _without_anchor(entry)
        for sentence in entry.flags:
            if not fires(entry, sentence):
                yield f"entry {entry.id!r} must flag, and doesn't: {sentence}"
        for sentence in entry.ignores:
            if fires(entry, sentence):
                yield f"entry {entry.id!r} must not flag, and does: {sentence}"


def fires(entry: Entry, sentence: str) -> bool:
    """Tell whether an entry by itself finds something in a sentence."""
    norm = normalize(sentence)
    return any(True for _ in entry.find(sentence, norm, 0, len(norm)))


def _without_anchor(entry: Entry) -> Iterator[str]:
    for pattern in entry.patterns:
        if not pattern.anchors:
            yield (
                f"entry {entry.id!r} has the pattern {pattern.source!r} without a sure word."
                " Put in a word that every match holds."
            )


def main() -> int:
    """Print the problems of the shipped lexicon; 3 if there are any."""
    try:
        lexicon = load_lexicon()
    except HypecheckError as error:
        sys.stdout.write(f"{error}\n")
        return 3
    found = list(problems(lexicon))
    for line in found:
        sys.stdout.write(line + "\n")
    sys.stdout.write(f"{len(lexicon)} entries, {len(found)} problems\n")
    return 3 if found else 0


if __name__ == "__main__":
    sys.exit(main())
