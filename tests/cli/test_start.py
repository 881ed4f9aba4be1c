"""Importing the package and asking for help load nothing heavy."""

import subprocess
import sys

import pytest

HEAVY = "{'spacy', 'sklearn', 'skops', 'datasets', 'numpy', 'scipy', 'joblib'}"


@pytest.mark.parametrize(
    "code",
    [
        "import hypecheck",
        "import hypecheck, hypecheck.cli; hypecheck.__version__",
        "from click.testing import CliRunner; from hypecheck.cli import main; CliRunner().invoke(main, ['--help'])",
    ],
)
def test_nothing_heavy_is_imported(code):
    check = f"{code}\nimport sys; heavy = {HEAVY} & set(sys.modules); sys.exit(', '.join(sorted(heavy)) or 0)"
    done = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_module_runs_as_a_command():
    done = subprocess.run(
        [sys.executable, "-m", "hypecheck", "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "check" in done.stdout
