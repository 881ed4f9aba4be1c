"""Scores on the measuring sets, held against the floors recorded in floors.json.

usage: floors.py FOLDER [--raise]

FOLDER holds gold/ and claims/ with their score.py. Exits with 1 when a figure lies more than 0.01
under its floor. With --raise, floors below the measured figures are lifted to them.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
SCRIPTS = {"gold": "gold/score.py", "docs": "gold/score_docs.py", "claims": "claims/score.py"}
MARGIN = 0.01
#: Figures where less is better; their "floor" is a ceiling.
CEILINGS = {"brier", "false_refuted", "evidence_after_as_of", "critical_above_half"}


def measure(folder: Path) -> dict[str, dict[str, float]]:
    """Every figure that the scoring scripts print, by script."""
    figures = {}
    for name, script in SCRIPTS.items():
        done = subprocess.run(
            [sys.executable, str(folder / script)], capture_output=True, text=True, check=True
        )
        figures[name] = json.loads(done.stdout)
    return figures


def below(figures: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> list[str]:
    """One line for every figure that lies under its floor by more than the margin."""
    lines = []
    for script, wanted in floors.items():
        for figure, floor in wanted.items():
            got = figures[script][figure]
            worse = got - floor if figure in CEILINGS else floor - got
            if worse > MARGIN:
                lines.append(f"{script} {figure}: {got}, floor {floor}")
    return lines


def lift(figures: dict[str, dict[str, float]], floors: dict[str, dict[str, float]]) -> None:
    """Write floors that are the better of the old floor and the measured figure."""
    for script, wanted in floors.items():
        for figure, floor in wanted.items():
            better = min if figure in CEILINGS else max
            wanted[figure] = better(floor, figures[script][figure])
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")


def main() -> int:
    """Print the figures; 1 when one lies under its floor."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--raise", dest="lift", action="store_true")
    args = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    figures = measure(args.folder)
    print(json.dumps(figures, indent=1))
    failed = below(figures, floors)
    for line in failed:
        print("under the floor:", line)
    if args.lift and not failed:
        lift(figures, floors)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
