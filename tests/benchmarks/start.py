"""Time from nothing to an answer, as a ratio to `spacy.blank("en")`.

usage: start.py

Prints how many times a `hypecheck check` of a short text takes what `spacy.blank("en")` takes, and
what `import hypecheck` takes beyond Python's own start. Each runs in processes of its own, in turns;
the best of each counts.
"""

from __future__ import annotations

import sys

from measuring import BLANK, fresh

#: As the shell does it; that something is found is no failure here.
CHECK = """
import sys
from contextlib import suppress
from hypecheck.cli import main
sys.argv[1:] = ["check", "-"]
with suppress(SystemExit):
    main()
"""
CODES = {"blank": BLANK, "check": CHECK, "import": "import hypecheck", "python": "pass"}
ROUNDS = 5


def main() -> int:
    """Print both figures."""
    rounds = [
        {name: fresh(code, stdin="It is a game-changer.")[0] for name, code in CODES.items()}
        for _ in range(ROUNDS)
    ]
    times = {name: min(one[name] for one in rounds) for name in CODES}
    shown = f"({times['check']:.2f} s and {times['blank']:.2f} s)"
    print(f"start: a check takes {times['check'] / times['blank']:.2f} times spacy.blank {shown}")
    beyond = times["import"] - times["python"]
    print(f"import: {1e3 * beyond:.0f} ms beyond Python's own {1e3 * times['python']:.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
