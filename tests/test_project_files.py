"""What a release needs: one version, a changelog, notices, workflows, templates."""

import re
import tomllib
from pathlib import Path

import pytest

import hypecheck

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
#: Sections of Keep a Changelog 1.1.0, and one for changed facts and words.
SECTIONS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security", "Data"}


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["LICENSE", "NOTICE", "CHANGELOG.md", "SECURITY.md", "CITATION.cff"]
)
def test_project_file_is_there(name):
    assert read(name).strip()


def test_version_stands_in_one_place_of_the_code():
    found = [
        path
        for path in (ROOT / "hypecheck").rglob("*.py")
        if re.search(
            rf"(?<![\d.]){re.escape(PROJECT['version'])}(?![\d.])", path.read_text("utf-8")
        )
    ]
    assert found == []
    assert hypecheck.__version__ == PROJECT["version"]


def test_citation_has_the_version_and_licence_of_the_project():
    citation = read("CITATION.cff")
    assert f"version: {PROJECT['version']}\n" in citation
    assert f"license: {PROJECT['license']}\n" in citation
    assert citation.startswith("cff-version: 1.2.0\n")


def test_changelog_has_the_form_of_keep_a_changelog():
    assert CHANGELOG.startswith("# Changelog\n")
    assert "keepachangelog.com/en/1.1.0" in CHANGELOG
    versions = re.findall(r"^## (.+)$", CHANGELOG, re.M)
    assert versions[0] == "[Unreleased]"
    for version in versions[1:]:
        assert re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", version), version


def test_changelog_names_no_section_twice():
    for part in re.split(r"^## ", CHANGELOG, flags=re.M)[1:]:
        found = re.findall(r"^### (.+)$", part, re.M)
        assert set(found) <= SECTIONS
        assert len(found) == len(set(found)), found


def test_every_python_that_is_promised_is_tested():
    workflow = read(".github/workflows/test.yml")
    classified = {
        name.rpartition(" ")[2]
        for name in PROJECT["classifiers"]
        if re.fullmatch(r"Programming Language :: Python :: 3\.\d+", name)
    }
    (listed,) = re.findall(r"python: \[([^\]]+)\]", workflow)
    assert classified == set(re.findall(r"3\.\d+", listed))
    assert PROJECT["requires-python"] == f">={min(classified, key=lambda v: int(v[2:]))}"


def test_workflows_check_what_a_change_has_to_pass():
    workflow = read(".github/workflows/test.yml")
    for command in (
        "pytest",
        "ruff check",
        "ruff format --check",
        "mypy",
        "pyright",
        "mkdocs build",
    ):
        assert command in workflow, command


def test_publishing_is_trusted_and_keeps_no_token():
    workflow = read(".github/workflows/publish.yml")
    assert "id-token: write" in workflow
    assert "twine check --strict" in workflow
    assert not re.search(r"password|secrets\.", workflow)


@pytest.mark.parametrize("path", sorted((ROOT / ".github").rglob("*.md")), ids=lambda p: p.name)
def test_issue_template_has_a_name_and_says_what_it_is_for(path):
    head = path.read_text(encoding="utf-8").split("---")[1]
    assert {line.split(":")[0] for line in head.strip().splitlines()} >= {"name", "about"}


def test_source_distribution_has_what_the_tests_need():
    data = tomllib.loads(read("pyproject.toml"))["tool"]["hatch"]["build"]["targets"]["sdist"]
    needed = {
        "hypecheck",
        "models",
        "corpora",
        "tests",
        "examples",
        "docs",
        "mkdocs.yml",
        ".github",
    }
    assert needed <= set(data["include"])


def test_release_data_names_its_sources():
    folder = ROOT / "hypecheck" / "data" / "releases"
    notice = (folder / "NOTICE").read_text(encoding="utf-8")
    licence = (folder / "LICENSE").read_text(encoding="utf-8")
    assert "Epoch AI" in notice
    assert "European Open Source AI Index" in notice
    assert "CC BY 4.0" in licence or "Attribution 4.0" in licence
