"""Write into the pages what their samples print and their figures are today.

Run it after a change of vocabulary, cues, model or release table, in a checkout::

    python docs/_tools/refresh.py
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

import figures
import samples


def main() -> None:
    """Refresh all pages and say which have changed."""
    for page in samples.pages():
        before = page.read_text(encoding="utf-8")
        page.write_text(figures.made(before), encoding="utf-8")
        with TemporaryDirectory() as folder:
            samples.refresh(page, Path(folder))
        if page.read_text(encoding="utf-8") != before:
            print(f"changed: {page.relative_to(samples.ROOT)}")


if __name__ == "__main__":
    main()
