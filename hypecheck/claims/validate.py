"""Checks of the claim vocabulary: every row's examples must flag, or not, as they say.

Run as ``python -m hypecheck.claims.validate``; prints one line a problem.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from hypecheck.claims.vocabulary import ClaimWord, ClassWord, load_claim_words, load_class_words
from hypecheck.errors import HypecheckError
from hypecheck.patterns import normalize


def problems(items: tuple[ClassWord | ClaimWord, ...], where: str) -> Iterator[str]:
    """One line for every example that a row gets wrong.

    Parameters
    ----------
    items : tuple of ClassWord or ClaimWord
        Rows as read.
    where : str
        Name of their file.
    """
    for item in items:
        for example in item.flags:
            if not fires(item, example):
                yield f"{where}: {item.id!r} must flag, and doesn't: {example}"
        for example in item.ignores:
            if fires(item, example):
                yield f"{where}: {item.id!r} must not flag, and does: {example}"


def fires(item: ClassWord | ClaimWord, example: str) -> bool:
    """Tell whether a row by itself finds something in a text."""
    norm = normalize(example)
    return any(pattern.regex.search(norm) for pattern in item.patterns)


def main() -> int:
    """Print the problems of the shipped vocabulary; 3 if there are any."""
    try:
        classes, claims = load_class_words().items, load_claim_words().items
    except HypecheckError as error:
        sys.stdout.write(f"{error}\n")
        return 3
    found = [*problems(classes, "facets.jsonl"), *problems(claims, "quantifiers.jsonl")]
    for line in found:
        sys.stdout.write(line + "\n")
    sys.stdout.write(f"{len(classes) + len(claims)} rows, {len(found)} problems\n")
    return 3 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
