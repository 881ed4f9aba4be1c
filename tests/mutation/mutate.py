"""Mutation testing of the rooms that decide: claims, stance and evidence.

``pip install coverage``, then ``PYTHONPATH=. python tests/mutation/mutate.py --count 400 --seed 11`` changes 400 places of each
room, one at a time (``mutants.py`` says how), runs the tests that reach the place (``kills.py``), and
prints every mutant that no test noticed, then a table: how many were killed, how many made a test
run without end (noticed too), how many survived. The seed names the sample.

A mutant that survives means one of three: it changes nothing that can be seen (name it with the
reason in ``equivalent.txt``: it is counted apart and no longer tried), the code it changes does
nothing (delete it), or a test is missing (write it). ``docs/robustness.md`` has the figures and what the survivors were. ``--only TEXT`` takes the mutants whose line above contains
a text, to see whether a new test kills them.

mutmut and cosmic-ray were weighed: the first leaves module level and decorated functions alone,
where much of a rule-based program lies, and takes no sample; the second starts an interpreter for each
mutant, which costs seconds before the first test here.
"""

import argparse
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import spacy  # noqa: F401  children need not read it again
from kills import KILLED, SURVIVED, TIMED_OUT, Reach, judge, measure
from mutants import Mutant, modules_of, mutants, sample

ROOMS = ("claims", "stance", "evidence")
#: Mutants that change nothing that can be seen, a line each: where | what | why.
NAMED = Path(__file__).with_name("equivalent.txt")
EQUIVALENT = "equivalent"


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit code 0 when at least the wanted share of every room's mutants was noticed."""
    options = _options(arguments)
    chosen = _chosen(options)
    modules = [module for room in ROOMS for module in modules_of(room)]
    with tempfile.TemporaryDirectory() as folder:
        reach = _reach(options.map, Path(folder), modules)
        results = Results(Path(folder) / "results", options.log)
        named = equivalents()
        for mutant in chosen:
            if mutant.name in named:
                results.add(mutant, EQUIVALENT)
        judge([mutant for mutant in chosen if mutant.name not in named], reach, results.add)
        found = results.read()
    print(table(found))
    shares = [noticed(found, room) for room in options.room]
    return int(min(shares) < options.at_least)


def equivalents() -> dict[str, str]:
    """Names of the mutants that are known to change nothing, with the reason."""
    lines = NAMED.read_text(encoding="utf-8").splitlines()
    rows = [line.rpartition(" | ") for line in lines if line and not line.startswith("#")]
    return {name: why for name, _, why in rows}


class Results:
    """A file with one line a mutant, since children find them."""

    def __init__(self, file: Path, log: Path | None) -> None:
        self.file = log or file
        self.screen = os.dup(sys.stderr.fileno())  # children are silent

    def add(self, mutant: Mutant, outcome: str) -> None:
        with self.file.open("a", encoding="utf-8") as opened:
            opened.write(f"{outcome}\t{mutant.room}\t{mutant}\n")
        if outcome == SURVIVED:
            os.write(self.screen, f"survived  {mutant}\n".encode(errors="replace"))

    def read(self) -> list[tuple[str, str]]:
        lines = self.file.read_text(encoding="utf-8").splitlines()
        return [tuple(line.split("\t")[:2]) for line in lines]


def table(found: list[tuple[str, str]]) -> str:
    """Counts of each outcome, a row a room, as in the docs."""
    rows = [
        "| room | sampled | killed | timed out | equivalent | survived | noticed |",
        "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    rooms = [room for room in ROOMS if any(one == room for _, one in found)]
    for name in [*rooms, "all"]:
        count = Counter(outcome for outcome, room in found if name in (room, "all"))
        share = f"{noticed(found, name):.1%}"
        figures = [count[KILLED], count[TIMED_OUT], count[EQUIVALENT], count[SURVIVED]]
        rows.append(f"| {name} | {count.total()} | {' | '.join(map(str, figures))} | {share} |")
    return "\n".join(rows)


def noticed(found: list[tuple[str, str]], name: str) -> float:
    """Share of a room's mutants that were killed or timed out, without the equivalent ones."""
    outcomes = [end for end, room in found if name in (room, "all") and end != EQUIVALENT]
    return 1 - outcomes.count(SURVIVED) / len(outcomes) if outcomes else 1.0


def _chosen(options: argparse.Namespace) -> list[Mutant]:
    chosen = []
    for room in options.room:
        every = [mutant for module in modules_of(room) for mutant in mutants(module)]
        chosen += sample(every, options.count, options.seed)
    return [mutant for mutant in chosen if options.only in str(mutant)]


def _reach(kept: Path | None, folder: Path, modules: list[str]) -> Reach:
    if kept and kept.exists():
        return Reach.load(kept)
    return measure(kept or folder / "reach", modules)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--room", action="append", choices=ROOMS, help="default: all three")
    parser.add_argument("--count", type=int, default=400, help="mutants of each room")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--only", default="", help="text that a mutant's line has to contain")
    parser.add_argument("--at-least", type=float, default=0.0, help="share noticed, else exit 1")
    parser.add_argument("--map", type=Path, help="file that keeps which tests reach which lines")
    parser.add_argument("--log", type=Path, help="file for one line a mutant")
    options = parser.parse_args(arguments)
    options.room = options.room or list(ROOMS)
    return options


if __name__ == "__main__":
    sys.exit(main())
