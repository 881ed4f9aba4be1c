"""How time grows with the length of a text, for prose and for texts made to be slow.

usage: growth.py [--longest CHARS]

Prints seconds for three lengths, each twice the one before, and how many times the last took what
the one before it took: about 2 is linear, about 4 is quadratic.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from hypecheck.pipeline import default_analyzer

PROSE = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
AS_OF = date(2026, 1, 1)


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
    parser.add_argument("--longest", type=int, default=400_000)
    args = parser.parse_args()
    analyzer = default_analyzer()
    analyzer.analyze(PROSE, as_of=AS_OF)
    lengths = [args.longest // 4, args.longest // 2, args.longest]
    print(f"{'text':18}" + "".join(f"{length:>12,}" for length in lengths) + "    doubling")
    for name, make in CASES.items():
        times = []
        for length in lengths:
            text = make(length)
            begin = time.perf_counter()
            analyzer.analyze(text, as_of=AS_OF)
            times.append(time.perf_counter() - begin)
        shown = "".join(f"{one:12.2f}" for one in times)
        print(f"{name:18}{shown}{times[-1] / max(times[-2], 1e-4):12.1f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
