"""What a larger vocabulary costs: time with 350, 1,000 and 5,000 entries.

usage: entries.py [texts.jsonl] [--count N] [--picture FILE.svg]

Prints times over the same texts as ratios to that with 350 entries, once everything is compiled: of
finding the phrases, and of all that is done with a text; and the ratio to spaCy's speed. With
--picture, the curves are drawn. 350 and 1,000 are drawn from the shipped entries. Those beyond them
are two words of the texts, drawn each by itself and as often as it stands there, so that the words
are met all the time while the pair is as rare as an overclaim.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from measuring import DAY, arguments, over, seconds, sentencizer, texts_of

from hypecheck.card.svg import Line, line_chart
from hypecheck.lexicon import Lexicon, load_lexicon, read_entries
from hypecheck.pipeline import Analyzer, default_analyzer
from hypecheck.text import make_document
from hypecheck.types import Document

SIZES = (350, 1_000, 5_000)
SEED, ROUNDS = 11, 3


def pairs_of_words(documents: Sequence[Document], count: int) -> list[str]:
    """So many different pairs of words of the texts."""
    words = [word for document in documents for word in document.words.flat if len(word) > 3]
    draw = random.Random(SEED)
    pairs: dict[str, None] = {}
    while len(pairs) < count:
        pairs[f"{draw.choice(words)} {draw.choice(words)}"] = None
    return list(pairs)


def lexicon_of(size: int, documents: Sequence[Document]) -> Lexicon:
    """A vocabulary of so many entries: shipped ones first."""
    shipped = load_lexicon()
    if size <= len(shipped):
        return Lexicon(tuple(random.Random(SEED).sample(shipped.entries, size)), shipped.exclusions)
    rows = [
        {"id": f"pair-{number}", "label": "praise", "patterns": [pair], "intensity": 1}
        | {"flags": [f"It is {pair} here."], "ignores": ["Nothing."]}
        for number, pair in enumerate(pairs_of_words(documents, size - len(shipped)))
    ]
    text = "\n".join(map(json.dumps, rows))
    return Lexicon((*shipped.entries, *read_entries(text, "pairs.jsonl")), shipped.exclusions)


def best(run: Callable[[], object]) -> float:
    """The best of some rounds, after one that compiles."""
    return min([seconds(run) for _ in range(1 + ROUNDS)][1:])


def picture(points: Sequence[tuple[int, float, float]]) -> str:
    """Both curves, in entries and times what 350 take."""
    _, finding, whole = points[0]
    lines = [
        Line("all that is done with a text", [(size, took / whole) for size, _, took in points]),
        Line("finding the phrases", [(size, took / finding) for size, took, _ in points]),
    ]
    return line_chart(
        "Time grows with what the vocabulary finds",
        ("entries", "times the time of 350 entries"),
        lines,
        x_range=(0.0, float(SIZES[-1])),
        y_range=(0.0, 2.0 * -(-max(y for line in lines for _, y in line.points) // 2)),
    )


def main() -> int:
    """Print a line a size."""
    parser = arguments(__doc__, count=60)
    parser.add_argument("--picture", type=Path)
    args = parser.parse_args()
    texts = texts_of(args.texts, args.count)
    documents = [make_document(text) for text in texts]
    shipped, nlp = default_analyzer(), sentencizer()
    spacys = best(lambda: over(nlp, texts))
    points: list[tuple[int, float, float]] = []
    for size in SIZES:
        analyzer = Analyzer(lexicon_of(size, documents), shipped.db, shipped.scorer)
        hits = sum(len(analyzer.matcher.find(document)) for document in documents)
        finding = best(lambda a=analyzer: [a.matcher.find(d) for d in documents])
        whole = best(lambda a=analyzer: over(lambda text: a.analyze(text, as_of=DAY), texts))
        points.append((size, finding, whole))
        ratios = f"finding {finding / points[0][1]:.2f} times, all {whole / points[0][2]:.2f} times"
        line = f"{size:6,} entries, {hits:6,} hits: {ratios} ({whole:.2f} s)"
        print(f"{line}, {spacys / whole:.2f} of spaCy's speed", flush=True)
    if args.picture:
        args.picture.write_text(picture(points), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
