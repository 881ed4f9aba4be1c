"""Who may import whom: rooms never import each other, and most need only the standard library."""

import ast
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "hypecheck"
ROOMS = (
    *("lexicon", "text", "spans", "stance", "claims", "evidence", "scoring", "report"),
    *("readers", "exporters"),
)
#: The language all rooms speak.
SHARED = {"types", "protocols", "errors", "dates", "resources", "patterns"}
#: What `hypecheck.bulk` reads with, runs on and hands tables to; each is an extra.
BULK = {
    *("pandas", "pyarrow", "datasets", "fsspec", "zstandard", "py3langid", "trafilatura", "warcio"),
    *("numpy", "joblib", "ray", "distributed"),
}
THIRD_PARTY = {
    **{room: set() for room in ROOMS},
    "scoring": {"numpy", "sklearn", "skops"}, "exporters": {"pyarrow"}, "readers": {"trafilatura"},
    "types": set(), "patterns": set(), "errors": set(), "dates": set(), "resources": set(),
    "protocols": set(), "pipeline": set(), "linking": set(),
    "api": {"spacy", "joblib"}, "bulk": BULK, "checks": set(), "component": {"spacy"}, "extensions": {"spacy"},
    "cli": {"click", "tqdm"},
}  # fmt: skip


def modules():
    return sorted(path for path in PACKAGE.rglob("*.py"))


def room_of(path):
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path):
    """Names imported anywhere in a module, with dots."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            yield node.module


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_imports_only_what_its_room_may(path):
    room = room_of(path)
    for name in imports(path):
        top, _, rest = name.partition(".")
        if top == "hypecheck" and room in ROOMS:
            other = rest.split(".")[0]
            assert other in SHARED | {room}, f"{room} imports {other}"
        elif top not in sys.stdlib_module_names and top != "hypecheck" and room in THIRD_PARTY:
            assert top in THIRD_PARTY[room], f"{room} imports {top}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_module_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_no_module_can_run_code_from_data(path):
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"eval", "exec"}
    names = set(imports(path))
    assert not names & {"pickle", "dill", "marshal", "shelve", "yaml"}
    assert "joblib.load" not in text
