"""One command makes the card, its pictures and its figures, the same every time."""

import json
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner

from hypecheck.card import make_card
from hypecheck.card.figures import GROUPS, SHARES
from hypecheck.card.text import card_text
from hypecheck.cli import main
from hypecheck.errors import ConfigError
from hypecheck.lexicon import load_lexicon
from hypecheck.readers.corpus import CorpusDocument, CorpusSentence
from hypecheck.readers.corpus_build import build_corpus
from hypecheck.scoring import load_scorer
from hypecheck.training import RECORD
from hypecheck.types import Hit, StanceMark

CONFIG = {
    "corpus": "corpus",
    "splits": ["train"],
    "sentence": {"min_rows": 2, "folds": 2},
    "document": {"min_rows": 2, "folds": 2},
}


def annotate(text):
    """One word of hype, and "not" before it."""
    if "divine" not in text:
        return [], []
    start = text.index("divine")
    hit = Hit(start, start + 6, "praise", "divine", 2, 0)
    return [hit], [StanceMark("rejected" if "not" in text else "asserted")]


def document(number):
    hyped = number % 2 == 0
    lines = (
        CorpusSentence("A divine toaster." if hyped else "It is not divine.", (), 2.5 * hyped),
        CorpusSentence("It has slots.", (), 0.0),
    )
    genre = ("newswire", "launch post", "press release")[number % 3]
    return CorpusDocument(
        f"doc-{number:03}", f"a{number % 2}{number % 3}", genre, "ai", "2024-01-01", "neutral",
        2.5 * hyped, None, lines,
    )  # fmt: skip


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    root = tmp_path_factory.mktemp("checkout")
    build_corpus([document(number) for number in range(90)], root / "corpus")
    (root / RECORD).mkdir(parents=True)
    (root / RECORD / "train.json").write_text(json.dumps(CONFIG))
    (root / RECORD / "about.md").write_text("# toasters\n\nWritten by hand.\n")
    return root


@pytest.fixture(scope="module")
def card(checkout):
    return make_card(checkout, annotate=annotate).read_text("utf-8")


def evaluation(checkout):
    return json.loads((checkout / RECORD / "evaluation.json").read_text("utf-8"))


def test_command_makes_the_card_with_the_shipped_vocabulary(checkout, tmp_path):
    """Which doesn't flag that a toaster is divine."""
    copy = tmp_path / "checkout"
    shutil.copytree(checkout, copy)
    for path in (copy / "corpus").glob("*.jsonl"):
        path.write_text(path.read_text("utf-8").replace("divine", "revolutionary"), "utf-8")
    result = CliRunner().invoke(main, ["evaluate", "--card", "--checkout", str(copy)])
    assert result.exit_code == 0, result.output
    assert result.stdout == f"written: {copy / RECORD / 'card.md'}\n"
    assert "### Learning curve" in (copy / RECORD / "card.md").read_text("utf-8")


def test_card_keeps_what_was_written_by_hand(card):
    assert card.startswith("# toasters\n\nWritten by hand.\n\n## Measured\n")


def test_card_has_every_part(card):
    for head in ("Cross-validation", "Reliability", "Learning curve", "Ablation", "By genre"):
        assert f"### {head}" in card


def test_every_picture_of_the_card_is_there_and_sound(card, checkout):
    names = [line.split("(")[1].rstrip(")") for line in card.splitlines() if line.startswith("![")]
    assert len(names) == 4
    for name in names:
        ET.parse(checkout / RECORD / name)


def test_numbers_of_the_card_are_those_of_the_record(card, checkout):
    figure = evaluation(checkout)["by document"]["texts"]["brier"]
    assert f"{figure:.3f}" in card


def test_held_out_texts_are_told_apart(card, checkout):
    found = evaluation(checkout)
    assert found["by document"]["texts"]["auroc"] == 1.0
    assert found["by document"]["sentences"]["count"] == 180
    assert found["by author"]["texts"]["count"] == 90


def test_learning_curve_grows(card, checkout):
    counts = [point["documents"] for point in evaluation(checkout)["learning curve"]]
    assert len(counts) == len(SHARES)
    assert counts == sorted(set(counts))


def test_every_group_is_left_out_once(card, checkout):
    assert set(evaluation(checkout)["ablation"]) == set(GROUPS)


def test_genres_count_every_text(card, checkout):
    genres = evaluation(checkout)["genres"]
    assert sum(row["texts"] for row in genres.values()) == 90
    assert set(genres) == {"newswire", "launch post", "press release"}


def test_second_making_gives_the_same_bytes(card, checkout):
    before = {path.name: path.read_bytes() for path in (checkout / RECORD).iterdir()}
    make_card(checkout, annotate=annotate)
    assert {path.name: path.read_bytes() for path in (checkout / RECORD).iterdir()} == before


def test_progress_sees_the_trainings(checkout):
    seen = []
    make_card(checkout, annotate=annotate, progress=lambda names: seen.extend(names) or names)
    assert set(GROUPS) <= set(seen)
    assert set(map(str, SHARES)) <= set(seen)


def test_folder_that_is_no_checkout_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"train.json can't be read"):
        make_card(tmp_path, annotate=annotate)


def test_shipped_card_fits_its_record(request):
    record = Path(request.config.rootpath) / RECORD
    found = json.loads((record / "evaluation.json").read_text("utf-8"))
    prose = (record / "about.md").read_text("utf-8")
    assert (record / "card.md").read_text("utf-8") == card_text(prose, found)


def test_groups_of_the_ablation_name_features_that_exist():
    scorer = load_scorer()
    for name, (part, beginnings) in GROUPS.items():
        weights = scorer.sentence if part == "sentence" else scorer.document
        assert any(feature.startswith(beginnings) for feature in weights.coefficients), name


def test_categories_of_the_ablation_are_those_of_the_vocabulary():
    labels = {entry.label for entry in load_lexicon().entries}
    assert {f"asserted {label}" for label in labels} == set(GROUPS["category"][1])
