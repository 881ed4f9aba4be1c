"""Names in running text: how many of the expected ones are found, and what is found in prose.

usage: names.py [--claims CLAIMS.jsonl] [--prose TEXTS.jsonl[.gz] …] [--sample N] [--seed N]

CLAIMS has `text` and lists of release ids, `counterexamples` and `not_counterexamples`: of those
that a text names by one of the table's spellings, each must be found, as itself, its family or a
longer name. TEXTS have `text` and perhaps `source`: hits per 10,000 words are printed for each
source, and a sample of hits to read, since only a reader can tell a false one.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter
from pathlib import Path

from hypecheck.evidence import ReleaseDB
from hypecheck.types import Release


def rows_of(path: Path) -> list[dict[str, object]]:
    """Rows of a JSONL file, packed or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.decode("utf-8").splitlines() if line.strip()]


def spelled(release: Release, text: str) -> int:
    """Offset at which a text has a spelling of a release, the longest first, or -1."""
    for form in sorted((release.name, *release.aliases), key=len, reverse=True):
        found = re.search(rf"(?<![\w-]){re.escape(form)}(?!\w)", text, re.IGNORECASE)
        if found and len(form) > 2:
            return found.start()
    return -1


def expected(db: ReleaseDB, path: Path) -> tuple[int, list[str]]:
    """Number of names that claims spell out, and those that aren't found."""
    count, missed = 0, []
    for row in rows_of(path):
        text = str(row["text"])
        mentions = db.find_names(text)
        ids = [*row.get("counterexamples", []), *row.get("not_counterexamples", [])]
        for key in dict.fromkeys(ids):
            at = spelled(db[key], text) if key in db else -1
            if at < 0:
                continue
            count += 1
            if not any(mention.start_char <= at < mention.end_char for mention in mentions):
                missed.append(f"{key}: {text[max(0, at - 30) : at + 40]}")
    return count, missed


def found_in(db: ReleaseDB, path: Path) -> tuple[Counter[str], Counter[str], list[str]]:
    """Words and hits of each source, and the hits in their contexts."""
    words: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    hits = []
    for row in rows_of(path):
        text, source = str(row["text"]), str(row.get("source", path.name))
        words[source] += len(text.split())
        for mention in db.find_names(text):
            if mention.kind in ("release", "family"):
                counts[source] += 1
                around = text[max(0, mention.start_char - 50) : mention.end_char + 30]
                hits.append(f"{source} | {mention.key} | {' '.join(around.split())}")
    return words, counts, hits


def main() -> None:
    """Print the figures and the samples."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=Path)
    parser.add_argument("--prose", type=Path, nargs="*", default=())
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    db = ReleaseDB.load()
    if args.claims:
        count, missed = expected(db, args.claims)
        print(f"claims: {count - len(missed)} of {count} names found")
        print("".join(f"  missed {line}\n" for line in missed), end="")
    for path in args.prose:
        words, counts, hits = found_in(db, path)
        total = sum(words.values())
        print(
            f"{path.name}: {len(hits)} hits in {total:,} words, {len(hits) / total * 1e4:.2f}",
            end="",
        )
        print(" per 10,000")
        for source, size in words.most_common():
            print(f"  {source}: {counts[source] / size * 1e4:.1f} per 10,000 of {size:,} words")
        for hit in random.Random(args.seed).sample(hits, min(args.sample, len(hits))):
            print(f"  hit {hit}")


if __name__ == "__main__":
    main()
