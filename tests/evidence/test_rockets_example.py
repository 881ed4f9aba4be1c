"""The worked example of a table of one's own gives the verdicts that history gives."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from hypecheck.evidence import ReleaseDB
from hypecheck.evidence.check import validate

FOLDER = Path(__file__).parents[2] / "examples" / "rockets"


@pytest.fixture(scope="module")
def printed():
    done = subprocess.run(
        [sys.executable, str(FOLDER / "check_claims.py")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


@pytest.mark.parametrize(
    ("verdict", "claim"),
    [
        ("SUPPORTED", "Zhuque-2 is the first methane rocket in orbit"),
        ("REFUTED", "Vulcan is the first methane rocket in orbit"),
        ("REFUTED", "Falcon Heavy is the first super-heavy rocket since the Saturn V"),
        ("SUPPORTED", "Falcon Heavy is the first super-heavy rocket since Energia"),
        ("SUPPORTED", "Falcon 1 is the first private liquid-fuelled rocket in orbit"),
        ("REFUTED", "Falcon 1 is the first private rocket in orbit"),
        ("NOT_ENOUGH_INFO", "Vega is the first European rocket since Ariane 5"),
    ],
)
def test_claims_get_their_verdict(printed, verdict, claim):
    assert f"{verdict}: {claim}\n" in printed


@pytest.mark.parametrize("rocket", ["Zhuque-2", "Energia", "Pegasus"])
def test_refutations_name_what_was_earlier(printed, rocket):
    assert f"counterexample: {rocket}, " in printed


def test_the_table_keeps_the_rules():
    assert validate(FOLDER / "rockets.csv") == []


def test_every_rocket_has_a_source_and_an_exact_day():
    db = ReleaseDB.load(FOLDER / "rockets.csv")
    assert len(db) > 30
    assert {release.date_precision for release in db} == {"day"}
    assert all(source.startswith("https://") for release in db for source in release.sources)


def test_the_table_lies_beside_the_bundled_one_too():
    db = ReleaseDB.load(["bundled", FOLDER / "rockets.csv"])
    assert [release.id for release in db.lookup("SpaceX's Falcon Heavy")] == ["falcon-heavy"]
    assert db.lookup("Falcon 40B")[0].organization == "TII"


def test_its_read_me_names_commands_and_files_that_are_there():
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    for name in ("rockets.csv", "rockets.mapping.json", "check_claims.py"):
        assert name in text
        assert (FOLDER / name).exists()


def test_python_of_its_read_me_runs(monkeypatch):
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", text, re.S | re.M)
    monkeypatch.chdir(FOLDER.parents[1])
    names = {}
    exec(compile(code, "README.md", "exec"), names)
    assert "falcon-9" in names["db"]
    assert "gpt-2" in names["db"]
