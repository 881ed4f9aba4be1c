"""Memory of the loaded pipeline above that of `spacy.blank("en")`.

usage: memory.py [texts.jsonl] [--count N]

Each figure is the peak of a process of its own: `spacy.blank`, the loaded pipeline after one
sentence, and after all texts. Reads /proc, so Linux only.
"""

from __future__ import annotations

import sys

from measuring import BLANK, arguments, fresh

#: Peak of the process itself; what `resource` says may be inherited from its parent.
PEAK = (
    "print(next(int(row.split()[1]) // 1024 for row in open('/proc/self/status')"
    " if row.startswith('VmHWM')))"
)
LOADED = "import hypecheck; nlp = hypecheck.load(); nlp('It is a game-changer.')"
READ = """
import json, sys
with open(sys.argv[1], encoding="utf-8") as lines:
    for line, _ in zip(lines, range(int(sys.argv[2]))):
        nlp(json.loads(line)["text"])
"""


def peak(code: str, *arguments: str) -> int:
    """Peak memory of code in a process of its own, in MB."""
    return int(fresh(f"{code}\n{PEAK}", *arguments)[1])


def main() -> int:
    """Print the ratio and what is above."""
    args = arguments(__doc__).parse_args()
    if not sys.platform.startswith("linux"):
        print("memory: measured on Linux only")
        return 0
    blank, loaded = peak(BLANK), peak(LOADED)
    after = peak(LOADED + READ, str(args.texts), str(args.count))
    for name, used in (("loaded", loaded), (f"after {args.count} texts", after)):
        print(f"memory, {name}: {used / blank:.2f} times spacy.blank, {used - blank} MB above it")
    return 0


if __name__ == "__main__":
    sys.exit(main())
