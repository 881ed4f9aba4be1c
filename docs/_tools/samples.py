"""The samples of a Markdown page: found, run in order, and held against the output beside them.

A ``python`` or ``sh`` block is a sample. A ``text`` block that follows it at once is what it
prints. A comment ``<!-- not run: reason -->`` before a block says why it can't be run here. The
Python blocks of a page run in one session, in a folder with a copy of ``examples/``.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
_BLOCK = re.compile(
    r"(?P<skip><!-- not run: [^>]+ -->\n+)?^```(?P<language>python|sh)\n(?P<code>.*?)^```$"
    r"(?:\n\n?```text\n(?P<output>.*?)^```$)?",
    re.S | re.M,
)


@dataclass(frozen=True)
class Sample:
    """A block of code, and what the page says that it prints."""

    language: str
    code: str
    output: str | None
    skipped: bool
    span: tuple[int, int] = field(default=(-1, -1))


def pages() -> list[Path]:
    """README and all pages of the site."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def samples(page: Path) -> list[Sample]:
    """Samples of a page, in order."""
    return [
        Sample(
            match["language"], match["code"], match["output"], bool(match["skip"]),
            match.span("output"),
        )
        for match in _BLOCK.finditer(page.read_text(encoding="utf-8"))
    ]  # fmt: skip


def run(page: Path, folder: Path) -> Iterator[tuple[Sample, str]]:
    """Run the samples of a page in a folder; give each with what it prints."""
    shutil.copytree(ROOT / "examples", folder / "examples", dirs_exist_ok=True)
    session: dict[str, object] = {"__name__": "__main__"}
    for sample in samples(page):
        if sample.skipped or (sample.language == "sh" and page.name == "README.md"):
            continue  # those of the README make an environment: .ci/run runs them
        if sample.language == "python":
            yield sample, _python(sample.code, page, session, folder)
        elif os.name != "nt":  # Windows has no such shell
            yield sample, _shell(sample.code, folder)


def _python(code: str, page: Path, session: dict[str, object], folder: Path) -> str:
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        exec(compile(code, page.name, "exec"), session)
    return printed.getvalue()


def _shell(code: str, folder: Path) -> str:
    """Run commands with this Python's hypecheck first on the path."""
    commands = folder / ".commands"
    commands.mkdir(exist_ok=True)
    for name, call in (("hypecheck", "-m hypecheck"), ("python", ""), ("spacy", "-m spacy")):
        file = commands / name
        file.write_text(f'#!/bin/sh\nexec "{sys.executable}" {call} "$@"\n', encoding="utf-8")
        file.chmod(0o755)
    paths = [str(commands), os.environ["PATH"]]
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", code], cwd=folder, capture_output=True, text=True,
        check=False, env={**os.environ, "PATH": os.pathsep.join(paths), "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    if done.returncode:
        raise AssertionError(f"{code}\nends with {done.returncode}:\n{done.stderr}")
    return done.stdout


def refresh(page: Path, folder: Path) -> bool:
    """Write into a page what its samples print today; tell whether anything changed."""
    text = page.read_text(encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = list(run(page, folder))
    changed = text
    for sample, printed in reversed(found):
        if sample.output is not None:
            start, end = sample.span
            changed = changed[:start] + printed + changed[end:]
    page.write_text(changed, encoding="utf-8")
    return changed != text
