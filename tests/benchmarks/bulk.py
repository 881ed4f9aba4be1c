"""Words a second of a bulk run, as a ratio to spaCy's tokeniser with sentencizer, and its memory.

usage: bulk.py ARTICLES.jsonl[.gz] [--articles N] [--workers N]

Scores the same texts in the same run three ways: spaCy's blank English pipeline with a
sentencizer, `hypecheck.score_files` with one process, and with several. Start-up is left out by a
first small run. Peak memory is that of a fresh process over N articles and over ten times as many
(the texts again and again).
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import spacy

from hypecheck.bulk import Settings, score_files

MEASURE = """
import resource, sys
from hypecheck.bulk import Settings, score_files
score_files([sys.argv[1]], sys.argv[2], settings=Settings(only_english=False))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def texts_of(path: Path, count: int) -> list[str]:
    """Texts of the first articles of a file."""
    opened = gzip.open(path, "rt") if path.suffix == ".gz" else path.open()  # noqa: SIM115
    with opened as lines:
        return [json.loads(line)["text"] for line, _ in zip(lines, range(count), strict=False)]


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
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, name, str(out)], capture_output=True, text=True, check=True
    )
    unit = 1 if sys.platform == "darwin" else 1024
    return int(done.stdout) * unit / 1e6


def main() -> int:
    """Print rates, ratios and memory."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--articles", dest="count", type=int, default=600)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    texts = texts_of(args.articles, args.count)
    words = sum(len(text.split()) for text in texts)
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10**8
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
        small, large = (
            peak(archive(folder, texts[:100], times), folder / f"peak-{times}") for times in (1, 10)
        )
    print(f"{len(texts)} articles, {words:,} words")
    print(f"spaCy tokeniser + sentencizer  {words / base:12,.0f} words/s")
    print(f"hypecheck, one process         {words / one:12,.0f} words/s  ratio {base / one:.2f}")
    print(
        f"hypecheck, {args.workers} workers           {words / many:12,.0f} words/s  {one / many:.2f} times one"
    )
    print(f"peak memory: 100 articles {small:.0f} MB, 1000 articles {large:.0f} MB")
    print(f"this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
