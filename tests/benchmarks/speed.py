"""Speed against blank("en") with a sentencizer: bulk, growth, start and memory, as ratios.

Run as ``python tests/benchmarks/speed.py [texts.jsonl]``; a row has a "text". Without a file the
texts of the project's own corpus are read. Every ratio is measured in one run.
"""

import json
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import spacy

from hypecheck.pipeline import default_analyzer

CORPUS = Path(__file__).parents[2] / "corpora/hypecheck-v1/articles-train.jsonl"
DAY = date(2026, 1, 1)
BLANK = "import spacy; spacy.blank('en')"
CHECK = "from hypecheck import check; check('It is a game-changer.')"
#: Peak of the process itself; what `resource` says may be inherited. Linux only.
MEMORY = (
    "; print(next(int(row.split()[1]) // 1024 for row in open('/proc/self/status')"
    " if row.startswith('VmHWM')))"
)


def seconds(run, texts):
    start = time.perf_counter()
    for text in texts:
        run(text)
    return time.perf_counter() - start


def bulk(texts):
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    analyzer = default_analyzer()
    words = sum(len(text.split()) for text in texts)
    for state in ("cold", "warm"):
        peer = seconds(nlp, texts)
        ours = seconds(lambda text: analyzer.analyze(text, as_of=DAY), texts)
        rate = f"{words / ours:,.0f} words/s"
        print(f"bulk, {state}: {peer / ours:.2f} of the sentencizer's speed, {rate}")


def growth(texts):
    analyzer = default_analyzer()
    text = "\n\n".join(texts)
    lengths = [100_000, 200_000, 400_000]
    times = [seconds(analyzer.analyze, [(text * 9)[:length]]) for length in lengths]
    for length, before, after in zip(lengths[1:], times, times[1:], strict=False):
        print(f"growth to {length:,} characters: {after / before:.2f} times the time of half")


def run(code):
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return time.perf_counter() - start, done.stdout


def start_and_memory():
    blank, checked = (min(run(code)[0] for _ in range(3)) for code in (BLANK, CHECK))
    print(f"start: a check takes {checked / blank:.2f} times spacy.blank")
    plain, bare = (min(run(code)[0] for _ in range(5)) for code in ("import hypecheck", "pass"))
    print(f"import: {1e3 * (plain - bare):.0f} ms beyond Python's start")
    loaded = f"import hypecheck; hypecheck.load()('It is a game-changer.'){MEMORY}"
    more = int(run(loaded)[1]) - int(run(BLANK + MEMORY)[1])
    print(f"memory: {more} MB above spacy.blank")


def main():
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    rows = path.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(row)["text"] for row in rows][:300]
    bulk(texts)
    growth(texts)
    start_and_memory()


if __name__ == "__main__":
    main()
