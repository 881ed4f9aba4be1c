"""What the tests of spaCy's contract share."""

import json
import subprocess
import sys

import pytest
import spacy

from hypecheck.evidence import ReleaseDB
from hypecheck.scoring.persist import load_model, save_model

TEXT = "Acme says its chip is a game-changer. It is not the first of its kind."
OWN_WORD = {
    "id": "zesty", "label": "praise", "patterns": ["zesty"], "intensity": 2, "extend": "none",
    "flags": ["The zesty pump sold out."], "ignores": ["The zest of a lemon is used."],
}  # fmt: skip
OWN_TABLE = [
    {"format": "hypecheck-releases", "version": 1, "snapshot": "2025-06-30", "rows": 1},
    {
        "id": "lumo-1", "name": "Lumo 1", "family": "Lumo", "organization": "Lumo Labs",
        "country": "Norway", "date": "2020-03-01", "openness": "open", "kind": "language",
        "events": [{"kind": "weights", "date": "2020-03-01"}], "sources": ["https://example.org"],
    },
]  # fmt: skip


@pytest.fixture(scope="session")
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("hypecheck")
    return pipeline


@pytest.fixture
def own(tmp_path):
    """Paths of a vocabulary, a release table and a classifier of one's own, as settings."""
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "words.jsonl").write_text(json.dumps(OWN_WORD) + "\n", encoding="utf-8")
    table = "".join(json.dumps(row) + "\n" for row in OWN_TABLE)
    (folder / "table.jsonl").write_text(table, encoding="utf-8")
    assert len(ReleaseDB.load(folder / "table.jsonl")) == 1
    model = load_model()
    model.sentence.intercept_ = -2.0  # a floor that tells this model from the shipped one
    save_model(model, folder / "mine.skops")
    names = {"lexicon": "words.jsonl", "releases": "table.jsonl", "classifier": "mine.skops"}
    return {setting: str(folder / name) for setting, name in names.items()}


@pytest.fixture
def fresh():
    """Run code in a process of its own and give what it prints."""

    def run(code, *arguments):
        command = [sys.executable, "-W", "error", "-c", code, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    return run
