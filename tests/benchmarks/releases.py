"""What the release table costs and misses: load time, lookups, names in text, false hits.

usage: releases.py [FOLDER]

FOLDER may hold bench/sober.jsonl, one text a line in the field "text": ordinary prose in which no
release is meant, and releases/must-have.txt, tab-separated: maker, name, date, openness, spellings
divided by "|". Every release found in the prose is printed, since each is a false hit or a find.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from hypecheck.evidence import ReleaseDB

#: One load in a fresh process, import included.
LOAD = (
    "import sys, time; start = time.perf_counter(); from hypecheck.evidence import ReleaseDB;"
    "ReleaseDB.load(); print(time.perf_counter() - start, 'spacy' in sys.modules)"
)


def load_seconds(times: int = 5) -> float:
    """Best of several loads, each in a process of its own; none may import spaCy."""
    found = []
    for _ in range(times):
        done = subprocess.run(
            [sys.executable, "-c", LOAD], capture_output=True, text=True, check=True
        )
        seconds, spacy = done.stdout.split()
        assert spacy == "False", "loading the table imports spaCy"
        found.append(float(seconds))
    return min(found)


def lookup_rate(db: ReleaseDB) -> tuple[float, float]:
    """Lookups a second over all names and aliases, and the share that finds its own release."""
    pairs = [(name, release) for release in db for name in (release.name, *release.aliases)]
    db.lookup("GPT-2")  # builds the index
    start = time.perf_counter()
    found = [db.lookup(name) for name, _ in pairs]
    seconds = time.perf_counter() - start
    own = sum(release in hits for (_, release), hits in zip(pairs, found, strict=True))
    return len(pairs) / seconds, own / len(pairs)


def must_have(db: ReleaseDB, path: Path) -> tuple[int, list[str]]:
    """Number of listed spellings, and those that lookup doesn't find with the listed date."""
    count, missed = 0, []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        _, _, date, _, spellings = line.split("\t")
        for spelling in spellings.split("|"):
            count += 1
            found = db.lookup(spelling)
            if not found or found[0].date != date:
                missed.append(f"{spelling}: {found[0].date if found else 'not found'}, not {date}")
    return count, missed


def names_in(db: ReleaseDB, path: Path) -> tuple[int, float, list[str]]:
    """Words read, words a second, and the releases and families found, each in its context."""
    lines = path.read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines if line.strip()]
    words = sum(len(text.split()) for text in texts)
    db.find_names("GPT-2")  # builds the finder
    hits = []
    start = time.perf_counter()
    for text in texts:
        for mention in db.find_names(text):
            if mention.kind in ("release", "family"):
                around = text[max(0, mention.start_char - 40) : mention.end_char + 30]
                hits.append(f"{mention.key}: {' '.join(around.split())}")
    return words, words / (time.perf_counter() - start), hits


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?")
    folder = parser.parse_args().folder
    db = ReleaseDB.load()
    print(f"table: {len(db)} releases, snapshot {db.snapshot_id}")
    print(f"load in a fresh process: {load_seconds() * 1000:.0f} ms")
    rate, own = lookup_rate(db)
    print(f"lookup: {rate:,.0f} names a second, {own:.2%} find their own release")
    if folder is None:
        return
    if (folder / "releases" / "must-have.txt").exists():
        count, missed = must_have(db, folder / "releases" / "must-have.txt")
        print(f"must-have: {count - len(missed)} of {count} spellings with the listed date")
        print("".join(f"  {line}\n" for line in missed), end="")
    if (folder / "bench" / "sober.jsonl").exists():
        words, speed, hits = names_in(db, folder / "bench" / "sober.jsonl")
        print(f"find_names: {speed:,.0f} words a second over {words:,} words of ordinary prose")
        print(f"releases found there: {len(hits)}, {len(hits) / words * 1e4:.2f} per 10,000 words;")
        print("those below that are no release are the false hits")
        print("".join(f"  {hit}\n" for hit in hits), end="")


if __name__ == "__main__":
    main()
