"""How time grows with the length of texts made to be slow, beside spaCy's sentencizer.

usage: hostile.py [--longest CHARS]

Prints seconds for three lengths, each twice the one before; how many times the last took what the
one before it took: about 2 is linear, about 4 is quadratic; and the ratio to spaCy's speed at the
shortest length (some of these texts make spaCy itself quadratic).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from measuring import DAY, over, sentencizer

from hypecheck.pipeline import default_analyzer

PROSE = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")

#: Characters at which spaCy is measured, too.
BESIDE = 4_000


def again(piece: str) -> Callable[[int], str]:
    """Text of a length made of one piece again and again."""
    return lambda length: (piece * (length // len(piece) + 1))[:length]


CASES: dict[str, Callable[[int], str]] = {
    "prose": again(PROSE),
    "triggers": again("game-changer and a revolutionary "),
    "claims": again("first open model since "),
    "names": again("OpenAI Whisper Llama 3.1 405B "),
    "speech": again("he said that "),
    "one word": again("x"),
    "words": again("word "),
    "full stops": again(". "),
    "quotation marks": again('"'),
    "opening marks": again("“"),
    "closing marks": again("x.” "),
    "apostrophes": again("it's 'x' "),
    "brackets": lambda length: "(" * (length // 2) + ")" * (length // 2),
    "hyphens": again("-"),
    "line breaks": again("\n"),
    "emoji": again("👩‍🔬 "),
}


def main() -> int:
    """Print a line a case."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--longest", type=int, default=200_000)
    args = parser.parse_args()
    analyzer, nlp = default_analyzer(), sentencizer()
    analyzer.analyze(PROSE, as_of=DAY)
    lengths = [args.longest // 4, args.longest // 2, args.longest]
    head = "".join(f"{length:>12,}" for length in lengths)
    print(f"{'text':18}{head}    doubling    of spaCy's speed")
    for name, make in CASES.items():
        texts = [make(length) for length in (BESIDE, *lengths)]
        ours = [over(lambda text: analyzer.analyze(text, as_of=DAY), [text]) for text in texts]
        spacys, (beside, *times) = over(nlp, texts[:1]), ours
        shown = "".join(f"{one:12.2f}" for one in times)
        doubling, ratio = times[-1] / max(times[-2], 1e-4), spacys / max(beside, 1e-4)
        print(f"{name:18}{shown}{doubling:12.1f}{ratio:20.2f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
