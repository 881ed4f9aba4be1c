"""The examples run, and show what they are there to show."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import hypecheck

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "examples"
SCRIPTS = sorted(EXAMPLES.rglob("*.py"))


def run(script, folder, *arguments):
    done = subprocess.run(
        [sys.executable, str(script), *map(str, arguments)],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(Path(hypecheck.__file__).parents[1])},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize(
    "script", [path for path in SCRIPTS if path.name != "on_ray.py"], ids=lambda path: path.name
)
def test_script_runs_from_any_folder(script, tmp_path):
    assert run(script, tmp_path)


def test_every_example_is_listed_in_the_documentation():
    page = (ROOT / "docs" / "examples.md").read_text(encoding="utf-8")
    for path in [*SCRIPTS, *EXAMPLES.glob("*.ipynb")]:
        name = path.relative_to(EXAMPLES).parts[0]
        assert f"`{name}`" in page or f"`{name}/`" in page, name


def test_shipped_article_is_read_as_it_is_meant(tmp_path):
    printed = run(EXAMPLES / "check_article.py", tmp_path)
    assert "'game-changer': transformation, asserted" not in printed
    assert "REFUTED: " in printed
    assert "Whisper" in printed
    assert "holds: first open-weight general-purpose language model since GPT-2" in printed
    assert float(printed.split()[1]) < 0.35


def test_press_release_is_told_from_its_quotes(tmp_path):
    printed = run(EXAMPLES / "check_press_release.py", tmp_path)
    assert "as of 2025-03-12 (date line)" in printed
    assert "'game-changer': transformation, attributed" in printed
    assert "- title: 'changes everything': transformation, asserted" in printed
    assert "worst sentence" in printed
    assert "leaves every other pump in the dust" in printed.splitlines()[-1]


def test_hype_over_time_rises_and_falls(tmp_path):
    lines = run(EXAMPLES / "hype_over_time.py", tmp_path).splitlines()
    means = {line.split()[0]: float(line.split()[1]) for line in lines[:-1]}
    assert max(means, key=means.get) == "2024-05"
    assert means["2024-01"] < 0.05 > means["2024-10"]
    picture = (tmp_path / "hype-over-time.svg").read_text(encoding="utf-8")
    assert picture.count("<circle") == len(means) == 10


def test_hype_over_time_takes_a_folder_of_yours(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "2023-02-01.txt").write_text("A game-changer.", encoding="utf-8")
    printed = run(EXAMPLES / "hype_over_time.py", tmp_path, "mine", "one.svg")
    assert printed.startswith("2023-02 0.")
    assert (tmp_path / "one.svg").exists()


def test_own_labels_change_what_counts(tmp_path):
    revolution, best = run(EXAMPLES / "train_on_own_labels.py", tmp_path).splitlines()[1:]
    own, shipped = (float(part.split()[1]) for part in revolution.split(":")[0].split(","))
    assert own < 0.5 < shipped
    assert float(best.split()[1].rstrip(",")) > 0.5


def test_pipeline_example_tells_voices_apart(tmp_path):
    asserted, doubted, sober = run(EXAMPLES / "spacy_pipeline.py", tmp_path).splitlines()
    assert "asserted" in asserted
    assert "rejected" in doubted
    assert sober.endswith("[]")


def test_rockets_are_checked_against_a_table_of_their_own(tmp_path):
    printed = run(EXAMPLES / "rockets" / "check_claims.py", tmp_path)
    assert "SUPPORTED: Zhuque-2 is the first methane rocket in orbit" in printed
    assert "REFUTED: Vulcan is the first methane rocket in orbit" in printed


@pytest.mark.slow
@pytest.mark.skipif(importlib.util.find_spec("ray") is None, reason="ray isn't installed")
def test_example_runs_on_ray(tmp_path):
    scores = [float(line) for line in run(EXAMPLES / "on_ray.py", tmp_path).splitlines()[-3:]]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > 0.5 > scores[-1]


def notebook():
    cells = json.loads((EXAMPLES / "tour.ipynb").read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]


def test_notebook_runs_from_top_to_bottom(capsys):
    session = {}
    for code in notebook():
        exec(compile(code, "tour.ipynb", "exec"), session)
    printed = capsys.readouterr().out
    assert "REFUTED" in printed
    assert "holds: first open-weight" in printed
    assert "<mark" in session["report"]._repr_html_() or "<span" in session["report"]._repr_html_()


def test_notebook_is_kept_without_outputs():
    cells = json.loads((EXAMPLES / "tour.ipynb").read_text(encoding="utf-8"))["cells"]
    assert not any(cell.get("outputs") for cell in cells)


@pytest.mark.parametrize("name", ["press-release.txt", "open-weight-announcement.txt"])
def test_texts_are_there(name):
    assert (EXAMPLES / name).read_text(encoding="utf-8").strip()
