"""What `hypecheck` adds to a pipeline with a sentencizer, as a share of what that costs.

usage: in_pipeline.py [texts.jsonl] [--count N]

The first pass compiles patterns and is left out; then both pipelines take turns and the best of
each counts.
"""

from __future__ import annotations

import sys
from collections import deque

from measuring import arguments, seconds, sentencizer, texts_of, words_in

ROUNDS = 3


def main() -> int:
    """Print the share."""
    args = arguments(__doc__).parse_args()
    texts = texts_of(args.texts, args.count)
    plain, ours = sentencizer(), sentencizer()
    ours.add_pipe("hypecheck")
    times: dict[str, list[float]] = {"plain": [], "ours": []}
    for _ in range(1 + ROUNDS):
        for name, nlp in (("plain", plain), ("ours", ours)):
            times[name].append(seconds(lambda nlp=nlp: deque(nlp.pipe(texts), maxlen=0)))
    base, whole = min(times["plain"][1:]), min(times["ours"][1:])
    rates = f"{words_in(texts) / base:,.0f} and {words_in(texts) / whole:,.0f} words/s"
    print(
        f"in a pipeline: hypecheck adds {whole / base - 1:.2f} of the sentencizer's time ({rates})"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
