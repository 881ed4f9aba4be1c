"""What a larger vocabulary costs: time with 350, 1,000 and 5,000 entries.

usage: vocabulary.py [texts.jsonl]

Prints times over the same texts as ratios to that with 350 entries, once everything is compiled: of
finding the phrases, and of all that is done with a text. A row of the file has a "text"; without a
file the texts of the project's own corpus are read. 350 and 1,000 are drawn from the shipped
entries. Those beyond them are two words of the texts, drawn each by itself and as often as it stands
there, so that the words are met all the time while the pair is as rare as an overclaim.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from hypecheck.lexicon import Lexicon, load_lexicon, read_entries
from hypecheck.pipeline import Analyzer, default_analyzer
from hypecheck.text import make_document
from hypecheck.types import Document

CORPUS = Path(__file__).parents[2] / "corpora/hypecheck-v1/articles-train.jsonl"
SIZES = (350, 1_000, 5_000)
SEED, ROUNDS = 11, 5


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


def seconds(run: Callable[[], int]) -> tuple[float, int]:
    """The best of some rounds, and what the run counts."""
    found = run()  # compiles
    times = []
    for _ in range(ROUNDS):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return min(times), found


def main() -> int:
    """Print a line a size."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    rows = path.read_text(encoding="utf-8").splitlines()[:300]
    texts = [json.loads(row)["text"] for row in rows]
    documents = [make_document(text) for text in texts]
    shipped = default_analyzer()
    first: tuple[float, float] | None = None
    for size in SIZES:
        analyzer = Analyzer(lexicon_of(size, documents), shipped.db, shipped.scorer)
        finding, hits = seconds(lambda a=analyzer: sum(len(a.matcher.find(d)) for d in documents))
        whole, _ = seconds(lambda a=analyzer: sum(len(a.analyze(t).spans) for t in texts))
        first = first or (finding, whole)
        ratios = f"finding {finding / first[0]:.2f} times, all {whole / first[1]:.2f} times"
        print(f"{size:6,} entries, {hits:6,} hits: {ratios} ({whole:.2f} s)", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
