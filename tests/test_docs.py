"""The README and the examples do what they say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", README, re.S | re.M)
SHELL = [code for language, code in BLOCKS if language == "sh"]
PYTHON = [code for language, code in BLOCKS if language == "python"]
DOCS = sorted((ROOT / "docs").glob("*.md"))
LINK = re.compile(r"\[[^\]]+\]\((?!https?:|#)([^)#]+)[^)]*\)")


def test_readme_opens_with_two_commands_of_one_line_each():
    assert len(SHELL) >= 2
    assert [code.count("\n") for code in SHELL[:2]] == [1, 1]
    assert "hypecheck check examples/" in SHELL[0]
    assert "pytest" in SHELL[1]


def test_article_of_the_first_command_is_there():
    (name,) = re.findall(r"examples/\S+", SHELL[0])
    assert (ROOT / name).exists()


@pytest.mark.parametrize("code", PYTHON)
def test_python_of_the_readme_runs(code):
    exec(compile(code, "README.md", "exec"), {})


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(code, id=f"{path.name}-{number}")
        for path in DOCS
        for number, code in enumerate(
            re.findall(r"^```python\n(.*?)^```$", path.read_text(encoding="utf-8"), re.S | re.M)
        )
    ],
)
def test_python_of_the_docs_runs(code):
    exec(compile(code, "docs", "exec"), {})


@pytest.mark.parametrize("path", [ROOT / "README.md", *DOCS], ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.name
)
def test_example_runs(path):
    done = subprocess.run([sys.executable, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_shipped_article_is_read_as_it_is_meant():
    done = subprocess.run(
        [sys.executable, str(ROOT / "examples" / "check_article.py")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert "'game-changer': transformation, asserted" not in done.stdout
    assert "REFUTED: " in done.stdout
    assert "Whisper" in done.stdout
    assert "holds: first open-weight general-purpose language model since GPT-2" in done.stdout
    assert float(done.stdout.split()[1]) < 0.35


@pytest.mark.parametrize("name", ["LICENSE", "CHANGELOG.md", "pyproject.toml"])
def test_project_file_is_there(name):
    assert (ROOT / name).read_text(encoding="utf-8").strip()


def test_release_data_names_its_sources():
    folder = ROOT / "hypecheck" / "data" / "releases"
    notice = (folder / "NOTICE").read_text(encoding="utf-8")
    assert "Epoch AI" in notice
    assert "European Open Source AI Index" in notice
    assert "CC BY 4.0" in (folder / "LICENSE").read_text(encoding="utf-8") or "Attribution 4.0" in (
        folder / "LICENSE"
    ).read_text(encoding="utf-8")
