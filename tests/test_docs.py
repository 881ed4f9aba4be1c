"""The README and the pages of the site do what they say."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")


def tool(name):
    """A module of docs/_tools, which is no package."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / "_tools" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


samples, figures = tool("samples"), tool("figures")
PAGES = samples.pages()
WITH_SAMPLES = [page for page in PAGES if samples.samples(page)]
WITH_FIGURES = [page for page in PAGES if figures.REGION.search(page.read_text(encoding="utf-8"))]
SHELL = [one.code for one in samples.samples(ROOT / "README.md") if one.language == "sh"]


def name_of(page):
    return page.relative_to(ROOT).as_posix()


def test_readme_opens_with_two_commands_of_one_line_each():
    assert len(SHELL) >= 2
    assert [code.count("\n") for code in SHELL[:2]] == [1, 1]
    assert "hypecheck check examples/" in SHELL[0]
    assert "pytest" in SHELL[1]


def test_article_of_the_first_command_is_there():
    (name,) = re.findall(r"examples/\S+", SHELL[0])
    assert (ROOT / name).exists()


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # of `datasets`
@pytest.mark.parametrize("page", WITH_SAMPLES, ids=name_of)
def test_samples_run_and_print_what_the_page_says(page, tmp_path):
    for sample, printed in samples.run(page, tmp_path):
        if sample.output is not None:
            assert printed == sample.output, "run: python docs/_tools/refresh.py"


@pytest.mark.parametrize("page", WITH_FIGURES, ids=name_of)
def test_figures_are_those_of_today(page):
    text = page.read_text(encoding="utf-8")
    assert figures.made(text) == text, "run: python docs/_tools/refresh.py"


def test_each_band_holds_its_own_example():
    import hypecheck

    for low, high, words, _, example in figures.BANDS:
        assert low <= hypecheck.check(example).score < high, f"{words}: {example}"


def test_bands_follow_each_other_without_a_gap():
    ends = [(low, high) for low, high, *_ in figures.BANDS]
    assert [low for low, _ in ends[1:]] == [high for _, high in ends[:-1]]
    assert (ends[0][0], ends[-1][1]) == (0.0, 1.01)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_lead_somewhere(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_sample_that_fails_is_noticed(tmp_path, monkeypatch):
    page = tmp_path / "page.md"
    page.write_text("```sh\nfalse\n```\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="ends with 1"):
        list(samples.run(page, tmp_path / "run"))


def test_output_is_refreshed_and_nothing_else(tmp_path):
    page = tmp_path / "page.md"
    text = "# A\n\n```python\nprint(1 + 1)\n```\n\n```text\nold\n```\n\nold\n"
    page.write_text(text, encoding="utf-8")
    assert samples.refresh(page, tmp_path / "run")
    assert page.read_text(encoding="utf-8") == text.replace("old", "2", 1)
    assert not samples.refresh(page, tmp_path / "run")


def test_blocks_that_are_not_run_say_why():
    page_of = {name_of(page): samples.samples(page) for page in PAGES}
    left_out = {name for name, found in page_of.items() if any(one.skipped for one in found)}
    assert len(left_out) < len(WITH_SAMPLES) / 2


@pytest.mark.slow
def test_site_is_built_without_a_warning(tmp_path):
    pytest.importorskip("mkdocs")
    pytest.importorskip("mkdocstrings")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
    pages = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.html")}
    assert {"index.html", "api.html", "cards/model.html", "recipes/editor.html"} <= pages
    for page in tmp_path.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        for target in re.findall(r'(?:href|src)="(?!https?:|#|mailto:|data:)([^"#?]+)', html):
            if not target.startswith("/"):  # the page for what isn't found
                assert (page.parent / target).exists(), f"{page.name}: {target}"
    assert "fonts.googleapis" not in (tmp_path / "index.html").read_text(encoding="utf-8")
