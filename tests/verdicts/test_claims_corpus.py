"""The published table of claims: whole, loadable, and scored as its card says."""

import importlib.util
import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from hypecheck.evidence import ReleaseDB

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "corpora" / "claims"
SPEC = importlib.util.spec_from_file_location("claims_forms", ROOT / "tests/benchmarks/claims_forms.py")  # fmt: skip
SCORER = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(SCORER)
ROWS = SCORER.read(SCORER.CORPUS)
CARD = (FOLDER / "README.md").read_text(encoding="utf-8")
DB = ReleaseDB.load()
FIELDS = [
    "id", "text", "as_of", "quote", "quantifier", "verdict", "also_ok", "counterexamples",
    "restatement", "why", "form", "field",
]  # fmt: skip


def test_there_are_at_least_300_forms_each_once():
    assert len({row["text"] for row in ROWS}) == len({row["id"] for row in ROWS}) == len(ROWS)
    assert len(ROWS) >= 300


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_row_is_whole(row):
    assert list(row) == FIELDS
    assert row["quote"] is None or row["quote"] in row["text"]
    assert (row["quote"] is None) == (row["quantifier"] is None) == (row["verdict"] is None)
    assert row["why"]
    assert date.fromisoformat(row["as_of"])
    assert set(row["also_ok"]) <= set(SCORER.ORDER) - {"REFUTED", row["verdict"]}
    assert bool(row["counterexamples"]) == (row["verdict"] == "REFUTED")
    for key in row["counterexamples"]:
        assert DB[key].earliest.isoformat() <= row["as_of"]


def test_card_gives_the_counts():
    counts = Counter(row["verdict"] for row in ROWS)
    assert f"{len(ROWS)} English sentences" in CARD
    for verdict in SCORER.ORDER:
        assert f"| `{verdict}` | {counts[verdict]} |" in CARD
    assert f"| null | {counts[None]} |" in CARD
    assert f"of the {counts['REFUTED'] + counts['SUPPORTED']} that can be decided" in CARD
    silent = {row["id"]: {"verdict": None} for row in ROWS}
    assert f"gives {SCORER.score(ROWS, silent)['verdict_accuracy']:.2f}" in CARD
    assert all(f"| `{field}` |" in CARD for field in FIELDS if field != "id")


def test_corpus_loads_offline_with_datasets(monkeypatch, tmp_path):
    datasets = pytest.importorskip("datasets")
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    split = datasets.load_dataset(str(FOLDER), split="test", cache_dir=str(tmp_path))
    assert split.num_rows == len(ROWS)
    first = split[0]
    assert first["as_of"].date().isoformat() == ROWS[0]["as_of"]
    assert {**first, "as_of": ROWS[0]["as_of"]} == ROWS[0]


def test_licence_is_that_of_the_card():
    assert "CC BY 4.0" in (FOLDER / "LICENSE").read_text(encoding="utf-8")
    assert "license: cc-by-4.0" in CARD


def test_hypecheck_accuses_nobody_falsely_and_finds_every_counterexample():
    figures = SCORER.score(ROWS, SCORER.own_predictions(ROWS))
    assert figures["false_refuted"] == 0
    assert figures["with_counterexample"] == 1
    assert figures["verdict_accuracy"] >= 0.98


class TestScore:
    ROWS = (
        {"id": "1", "verdict": "REFUTED", "also_ok": [], "counterexamples": ["a", "b"], "form": "plain"},
        {"id": "2", "verdict": "SUPPORTED", "also_ok": ["NOT_ENOUGH_INFO"], "counterexamples": [], "form": "plain"},
        {"id": "3", "verdict": None, "also_ok": [], "counterexamples": [], "form": "no claim"},
    )  # fmt: skip

    def test_all_right(self):
        said = {"1": {"verdict": "REFUTED", "counterexamples": ["a"]}, "2": {"verdict": "SUPPORTED"}, "3": {"verdict": "NOT_ENOUGH_INFO"}}  # fmt: skip
        figures = SCORER.score(self.ROWS, said)
        assert figures["verdict_accuracy"] == figures["decided_right"] == 1
        assert figures["with_counterexample"] == 1
        assert figures["wrong"] == []

    def test_a_false_accusation_is_counted(self):
        figures = SCORER.score(self.ROWS, {"3": {"verdict": "REFUTED"}})
        assert figures["false_refuted"] == 1
        assert figures["by_form"] == {"no claim": 0, "plain": 0.5}

    def test_silence_is_abstention(self):
        figures = SCORER.score(self.ROWS, {})
        assert figures["verdict_accuracy"] == 0.6667
        assert figures["decided_right"] == 0

    def test_another_counterexample_than_the_first_is_not_enough(self):
        said = {"1": {"verdict": "REFUTED", "counterexamples": ["b"]}}
        assert SCORER.score(self.ROWS, said)["with_counterexample"] == 0


def test_predictions_of_others_are_scored_from_a_file(tmp_path, capsys, monkeypatch):
    path = tmp_path / "said.jsonl"
    path.write_text("".join(json.dumps({"id": row["id"], "verdict": row["verdict"], "counterexamples": row["counterexamples"]}) + "\n" for row in ROWS))  # fmt: skip
    monkeypatch.setattr("sys.argv", ["claims_forms.py", "--predictions", str(path)])
    assert SCORER.main() == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["verdict_accuracy"] == figures["decided_right"] == 1
