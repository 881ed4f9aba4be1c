"""Facts of the release table drawn at random for an audit: the same seed gives the same facts.

usage: audit_sample.py [--seed N] [--count N]

Drawn in turn from strata of makers (ten whose history is kept with care, other large ones, small
ones), years and confidence, so that no stratum crowds out the others; within a row the kind of
fact is drawn too. One JSON object a line: what to look up, what the table says, where it says so.
"""

import argparse
import json
import random
from collections import Counter, defaultdict

from hypecheck.evidence import ReleaseDB
from hypecheck.types import Release

TEN = ("OpenAI", "Meta", "Google", "Microsoft", "Mistral", "DeepSeek", "Alibaba", "EleutherAI")
TEN += ("Stability", "Allen Institute")
#: Rows from which a maker counts as large.
LARGE = 8
FACTS = ("date", "date", "date", "openness", "licence", "organization", "parameters")


def stratum(release: Release, sizes: Counter[str]) -> tuple[str, str, str]:
    """Maker's size, time and confidence of a release."""
    ten = any(name in release.organization for name in TEN)
    large = "large" if sizes[release.organization] >= LARGE else "small"
    year = int(release.date[:4])
    time = "to 2020" if year <= 2020 else "2021-22" if year <= 2022 else str(min(year, 2025))
    return "ten" if ten else large, time, release.confidence


def sample(db: ReleaseDB, seed: int, count: int) -> list[dict[str, object]]:
    """Facts drawn from all strata in turn."""
    chance, sizes = random.Random(seed), Counter(release.organization for release in db)
    strata: defaultdict[tuple[str, str, str], list[Release]] = defaultdict(list)
    for release in db:
        strata[stratum(release, sizes)].append(release)
    for rows in strata.values():
        chance.shuffle(rows)
    found: list[dict[str, object]] = []
    while len(found) < count:
        for name in sorted(strata):
            if strata[name] and len(found) < count:
                release = strata[name].pop()
                said = [fact for fact in FACTS if getattr(release, fact) not in ("", None)]
                fact = chance.choice(said)
                found.append(
                    {
                        "id": release.id,
                        "stratum": "/".join(name),
                        "fact": fact,
                        "value": getattr(release, fact),
                        "sources": release.sources,
                    }
                )
    return found


def main() -> None:
    """Print the sample."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    args = parser.parse_args()
    for fact in sample(ReleaseDB.load(), args.seed, args.count):
        print(json.dumps(fact, ensure_ascii=False))


if __name__ == "__main__":
    main()
