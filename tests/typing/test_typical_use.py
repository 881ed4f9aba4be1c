"""What users write is understood by type checkers, and it runs."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

import hypecheck

FILE = Path(__file__).with_name("typical_use.py")
PARTS = ("check", "many", "pipeline", "releases", "batches", "own_labels", "errors")


@pytest.fixture(scope="module")
def typical():
    spec = importlib.util.spec_from_file_location("typical_use", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("part", [part for part in PARTS if part not in ("own_labels", "many")])
def test_typical_use_runs(typical, part):
    getattr(typical, part)()


def test_every_part_of_the_file_is_known_here(typical):
    found = [name for name, value in vars(typical).items() if callable(value)]
    assert [name for name in found if name in PARTS] == list(PARTS)


def checked_by(module, *options):
    pytest.importorskip(module)
    done = subprocess.run(
        [sys.executable, "-m", module, *options, str(FILE)],
        capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(hypecheck.__file__).parents[1])},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_mypy_has_nothing_to_say():
    checked_by("mypy", "--strict")


@pytest.mark.slow
def test_pyright_has_nothing_to_say():
    checked_by("pyright", "--pythonpath", sys.executable)
