"""Words a second of a bulk run with its files, as a ratio to spaCy's, and its memory.

usage: archive.py [articles.jsonl[.gz]] [--count N] [--workers N]

Scores the same texts in the same run three ways: spaCy's blank English pipeline with a
sentencizer, `hypecheck.score_files` with one process, and with several. Start-up is left out by a
first small run. Peak memory is that of a fresh process over N / 6 articles and over ten times as
many (the texts again and again).
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

from measuring import arguments, fresh, sentencizer, texts_of, words_in

from hypecheck.bulk import Settings, score_files

MEASURE = """
import resource, sys
from hypecheck.bulk import Settings, score_files
score_files([sys.argv[1]], sys.argv[2], settings=Settings(only_english=False))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def archive(folder: Path, texts: list[str], times: int = 1) -> str:
    """JSONL file with the texts, several times over."""
    path = folder / f"archive-{times}.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for _ in range(times):
            for text in texts:
                file.write(json.dumps({"text": text, "date": "2026-01-01"}) + "\n")
    return str(path)


def seconds(call: object, *arguments: object, **names: object) -> float:
    """Wall time of a call."""
    begin = time.perf_counter()
    call(*arguments, **names)  # type: ignore[operator]
    return time.perf_counter() - begin


def peak(name: str, out: Path) -> float:
    """Peak memory of a run in a process of its own, in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return int(fresh(MEASURE, name, str(out))[1]) * unit / 1e6


def main() -> int:
    """Print rates, ratios and memory."""
    parser = arguments(__doc__)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    texts = texts_of(args.texts, args.count)
    words, nlp = words_in(texts), sentencizer()
    settings = Settings(only_english=False, shard_size=50)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        name = archive(folder, texts)
        score_files([archive(folder, texts[:3], 2)], str(folder / "warm"), settings=settings)
        base = seconds(lambda: [nlp(text) for text in texts])
        one = seconds(score_files, [name], str(folder / "one"), settings=settings)
        many = seconds(
            score_files, [name], str(folder / "many"), settings=settings, workers=args.workers
        )
        part = max(1, len(texts) // 6)
        small, large = (
            peak(archive(folder, texts[:part], times), folder / f"peak-{times}")
            for times in (1, 10)
        )
    print(f"{len(texts)} articles, {words:,} words")
    print(f"spaCy tokeniser + sentencizer  {words / base:12,.0f} words/s")
    print(f"hypecheck, one process         {words / one:12,.0f} words/s  ratio {base / one:.2f}")
    print(
        f"hypecheck, {args.workers} workers           {words / many:12,.0f} words/s  {one / many:.2f} times one"
    )
    print(f"peak memory: {part} articles {small:.0f} MB, {10 * part} articles {large:.0f} MB")
    print(f"this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
