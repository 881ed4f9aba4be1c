"""How time grows with the length of one text, up to 10 MB, beside spaCy's sentencizer.

usage: length.py [texts.jsonl] [--count N] [--longest CHARS] [--picture FILE.svg]

The text is all texts in a row, again and again until it is long enough. Per length: seconds, how
many times what the length before took per character (1 is linear), and the ratio to spaCy's speed.
With --picture, the curves are drawn.
"""

from __future__ import annotations

import sys
from pathlib import Path

from measuring import DAY, arguments, seconds, sentencizer, texts_of

from hypecheck.card.svg import Line, line_chart
from hypecheck.pipeline import default_analyzer

SHARES = (8, 4, 2, 1)


def picture(points: list[tuple[float, float, float]]) -> str:
    """Both curves, in millions of characters and seconds."""
    ours = [(length / 1e6, time) for length, time, _ in points]
    spacys = [(length / 1e6, time) for length, _, time in points]
    top = max(time for _, time in (*ours, *spacys))
    return line_chart(
        "Time grows in line with the text's length",
        ("millions of characters", "seconds"),
        [Line("hypecheck", ours), Line('spaCy, blank("en") + sentencizer', spacys)],
        x_range=(0.0, ours[-1][0]),
        y_range=(0.0, 4 * -(-top // 4)),
    )


def main() -> int:
    """Print a line a length."""
    parser = arguments(__doc__)
    parser.add_argument("--longest", type=int, default=1_000_000)
    parser.add_argument("--picture", type=Path)
    args = parser.parse_args()
    text = "\n\n".join(texts_of(args.texts, args.count)) + "\n\n"
    analyzer, nlp = default_analyzer(), sentencizer()
    analyzer.analyze(text[: args.longest], as_of=DAY)  # compiles the patterns
    text = (text * (args.longest // len(text) + 1))[: args.longest]
    points: list[tuple[float, float, float]] = []
    for length in (args.longest // share for share in SHARES):
        piece = text[:length]
        ours = seconds(lambda piece=piece: analyzer.analyze(piece, as_of=DAY))
        spacys = seconds(lambda piece=piece: nlp(piece))
        more = f"{ours / length / (points[-1][1] / points[-1][0]):.2f}" if points else "-"
        points.append((length, ours, spacys))
        line = f"{length:11,} characters {ours:6.2f} s, a character {more:>4} times the one before"
        print(f"{line}, {spacys / ours:.2f} of spaCy's speed", flush=True)
    if args.picture:
        args.picture.write_text(picture(points), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
