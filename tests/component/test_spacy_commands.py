"""spaCy's own commands: debug config, assemble, evaluate, package."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.tokens import DocBin, Span

CONFIG = """
[nlp]
lang = "en"
pipeline = ["sentencizer", "hypecheck"]

[components]

[components.sentencizer]
factory = "sentencizer"

[components.hypecheck]
factory = "hypecheck"
spans_key = "claims"
lexicon = {lexicon}

[initialize]
"""


def command(*arguments, fails=False, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "spacy", *map(str, arguments)],
        capture_output=True, text=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip
    assert (done.returncode != 0) is fails, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture
def config(tmp_path, own):
    path = tmp_path / "config.cfg"
    path.write_text(CONFIG.format(lexicon=json.dumps(own["lexicon"])), encoding="utf-8")
    return path


def test_debug_config_finds_nothing_wrong(config, tmp_path):
    full = tmp_path / "full.cfg"
    command("init", "fill-config", config, full)
    assert "hypecheck.hype_scorer.v1" in full.read_text(encoding="utf-8")
    corpora = ("--paths.train", "x.spacy", "--paths.dev", "x.spacy")
    assert "Config is valid" in command("debug", "config", full, *corpora)


def test_debug_config_names_a_wrong_setting(config, tmp_path):
    full = tmp_path / "full.cfg"
    command("init", "fill-config", config, full)
    wrong = full.read_text(encoding="utf-8").replace("spans_key", "span_key")
    full.write_text(wrong, encoding="utf-8")
    assert "span_key" in command("debug", "config", full, fails=True)


def test_assemble_makes_a_pipeline_that_works_without_its_sources(config, tmp_path, own):
    command("assemble", config, tmp_path / "made")
    Path(own["lexicon"]).unlink()
    doc = spacy.load(tmp_path / "made")("A zesty chip.")
    assert [span.text for span in doc.spans["claims"]] == ["zesty"]


def test_assemble_with_a_file_that_is_missing_fails_with_its_name(config, tmp_path, own):
    Path(own["lexicon"]).unlink()
    assert "words.jsonl" in command("assemble", config, tmp_path / "made", fails=True)


def test_evaluate_prints_and_writes_the_scores(nlp, tmp_path):
    doc = nlp.make_doc("Acme's chip is a game-changer.")
    doc.spans["hype"] = [Span(doc, 5, 8, label="transformation", kb_id="asserted")]
    assert doc.spans["hype"][0].text == "game-changer"
    DocBin(docs=[doc]).to_disk(tmp_path / "gold.spacy")
    nlp.to_disk(tmp_path / "model")
    out = tmp_path / "scores.json"
    command("benchmark", "accuracy", tmp_path / "model", tmp_path / "gold.spacy", "--output", out)
    assert json.loads(out.read_text(encoding="utf-8"))["spans_hype_f"] == 1.0


def test_package_needs_hypecheck_and_carries_the_own_files(config, tmp_path, own):
    command("assemble", config, tmp_path / "made")
    Path(own["lexicon"]).unlink()
    (tmp_path / "out").mkdir()
    command(
        "package", tmp_path / "made", tmp_path / "out", "--name", "hype", "--version", "1.2.3",
        "--build", "none",
    )  # fmt: skip
    package = tmp_path / "out" / "en_hype-1.2.3"
    meta = json.loads((package / "meta.json").read_text(encoding="utf-8"))
    assert [need for need in meta["requirements"] if need.startswith("hypecheck")]
    doc = spacy.load(package / "en_hype" / "en_hype-1.2.3")("A zesty chip.")
    assert [span.text for span in doc.spans["claims"]] == ["zesty"]
