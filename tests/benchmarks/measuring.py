"""What the benchmarks share: texts to measure with, spaCy to compare with, and a clock."""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language

CORPUS = Path(__file__).parents[2] / "corpora/hypecheck-v1/articles-train.jsonl"
#: What spaCy itself needs: the measure of a start and of memory.
BLANK = "import spacy; spacy.blank('en')"
DAY = date(2026, 1, 1)


def arguments(description: str | None, count: int = 300) -> argparse.ArgumentParser:
    """Parser with what every script takes: a file of texts, and how many of them."""
    parser = argparse.ArgumentParser(description=(description or "").splitlines()[0])
    parser.add_argument("texts", type=Path, nargs="?", default=CORPUS)
    parser.add_argument("--count", type=int, default=count, help="texts to read")
    return parser


def texts_of(path: Path, count: int) -> list[str]:
    """First texts of a file of JSON lines with a "text" each."""
    opened: Any = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line, _ in zip(lines, range(count), strict=False)]


def words_in(texts: Iterable[str]) -> int:
    """Number of words between blanks."""
    return sum(len(text.split()) for text in texts)


def sentencizer() -> Language:
    """The pipeline that everything is compared with; it takes texts of any length."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.max_length = 10**8
    return nlp


def seconds(run: Callable[[], object]) -> float:
    """Time of one call on its core: what else the machine does counts little."""
    begin = time.process_time()
    run()
    return time.process_time() - begin


def over(call: Callable[[str], Any], texts: Iterable[str]) -> float:
    """Time of a call for each text, one after the other; nothing is kept."""
    return seconds(lambda: deque(map(call, texts), maxlen=0))


def fresh(code: str, *arguments: str, stdin: str = "") -> tuple[float, str]:
    """Time on its core, and output, of code in a Python of its own."""
    command = [sys.executable, "-c", code, *arguments]
    before = os.times()
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, check=True)
    after = os.times()
    spent = after.children_user + after.children_system
    return spent - before.children_user - before.children_system, done.stdout
