"""The public names, exactly."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import hypecheck

ROOT = Path(__file__).parents[1]


def test_all_is_sorted_and_complete():
    assert hypecheck.__all__ == sorted(hypecheck.__all__)
    assert dir(hypecheck) == hypecheck.__all__


@pytest.mark.parametrize("name", hypecheck.__all__)
def test_every_public_name_exists_and_is_documented(name):
    value = getattr(hypecheck, name)
    assert value.__doc__


def test_name_that_does_not_exist():
    with pytest.raises(AttributeError, match="no attribute 'hyp'"):
        hypecheck.hyp  # noqa: B018


def test_package_is_typed():
    assert (Path(hypecheck.__file__).parent / "py.typed").exists()


def test_extra_all_names_every_other_extra():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    (everything,) = extras["all"]
    inside = set(everything.removeprefix("hypecheck[").removesuffix("]").split(","))
    assert inside == set(extras) - {"all", "test"}


def test_no_module_stands_in_the_way_of_a_public_name():
    """A submodule of the same name would replace a function once somebody imports it."""
    code = (
        "import hypecheck, pkgutil, types\n"
        "names = {module.name for module in pkgutil.iter_modules(hypecheck.__path__)}\n"
        "assert not names & set(hypecheck.__all__), names & set(hypecheck.__all__)\n"
        "import hypecheck.bulk, hypecheck.cli, hypecheck.pipeline\n"
        "for name in hypecheck.__all__:\n"
        "    assert not isinstance(getattr(hypecheck, name), types.ModuleType), name\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
