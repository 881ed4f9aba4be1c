"""Who is named as the speaker, on news in which others marked source, cue and content.

usage: speakers.py FOLDER

FOLDER holds ``polnear.jsonl`` (PolNeAR, US political news). Texts with one source and one content are
taken, and the content is handed to the stance tagger as if it were a flagged span. Prints how many are
marked attributed, and of these how many name a speaker that shares a word with the source, another
speaker, and none. Pronouns count as right where the source is that pronoun.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

from hypecheck.stance import ContextStance
from hypecheck.text import make_document
from hypecheck.types import Hit

Row = dict[str, Any]
_stance = ContextStance()
_WORD = re.compile(r"\w+")
_SMALL = frozenset({"the", "a", "an", "of", "and"})


def outcome(row: Row) -> str:
    """What the tagger makes of the content: not attributed, right, wrong or unnamed."""
    source, content = (
        next(span for span in row["spans"] if span["type"] == kind)
        for kind in ("source", "content")
    )
    document = make_document(row["text"])
    start, end = content["start"], content["end"]
    sentence = next(
        (i for i, (a, b) in enumerate(document.sentences) if a <= start < b),
        len(document.sentences) - 1,
    )
    end = min(end, document.sentences[sentence][1])
    (mark,) = _stance.tag(document, [Hit(start, end, "praise", "benchmark", 1, sentence)])
    if mark.stance == "asserted":
        return "not attributed"
    if not mark.speaker:
        return "unnamed"
    shared = _words(mark.speaker) & _words(row["text"][source["start"] : source["end"]])
    return "right" if shared else "wrong"


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.lower())) - _SMALL


def wanted(row: Row) -> bool:
    """Tell whether a row has one source and one content, with words between their marks."""
    kinds = Counter(span["type"] for span in row["spans"])
    return kinds["source"] == kinds["content"] == 1


def main() -> int:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    path = parser.parse_args().folder / "polnear.jsonl"
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    counts = Counter(outcome(row) for row in rows if wanted(row))
    total = sum(counts.values())
    named = counts["right"] + counts["wrong"]
    print(f"{total} contents; " + ", ".join(f"{what} {n}" for what, n in counts.most_common()))
    print(f"of {named} speakers named, right: {counts['right'] / max(1, named):.3f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
