"""Sentences that say nearly the same, found by the word triples they share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
#: Triples in more sentences than this are idioms; looking at all their pairs finds nothing new.
_COMMON = 50
#: Texts of fewer words are compared as a whole: idioms such as "this is only the beginning".
_SHORT = 7


def near_duplicates(
    texts: Sequence[str], *, limit: float = 0.5
) -> Iterator[tuple[int, int, float]]:
    """Pairs of texts that share much of their wording, later one first.

    Parameters
    ----------
    texts : sequence of str
    limit : float
        Smallest Jaccard similarity of the sets of word triples that counts (0.5: of three
        triples that either has, both have more than one). Numbers count as equal.

    Yields
    ------
    (int, int, float)
        Index of the later text, index of the earlier one, similarity.

    Examples
    --------
    >>> list(near_duplicates(["We shipped 3 new models today.", "We shipped 4 new models today."]))
    [(1, 0, 1.0)]
    """
    shingles = [_shingles(text) for text in texts]
    seen: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, own in enumerate(shingles):
        shared = Counter(
            earlier for shingle in own if len(seen[shingle]) <= _COMMON for earlier in seen[shingle]
        )
        for earlier, count in sorted(shared.items()):
            similarity = count / (len(own) + len(shingles[earlier]) - count)
            if similarity >= limit:
                yield number, earlier, similarity
        for shingle in own:
            seen[shingle].append(number)


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(_NUMBER.sub("0", text.lower()))
    if len(words) < _SHORT:
        return {tuple(words)}
    return set(zip(words, words[1:], words[2:], strict=False))
