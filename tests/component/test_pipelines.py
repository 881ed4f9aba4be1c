"""What spaCy's Language does with its pipes: streams, processes, selections, analyses."""

import pytest
import spacy

TEXTS = ["Acme says its chip is a game-changer.", "", "It reads CSV files.", "The best chip ever!"]


def test_pipe_gives_what_call_gives(nlp):
    assert [doc._.hype for doc in nlp.pipe(TEXTS)] == [nlp(text)._.hype for text in TEXTS]


def test_pipe_keeps_the_contexts_of_tuples(nlp):
    pairs = [(text, {"id": number}) for number, text in enumerate(TEXTS)]
    found = [(doc._.hype, context["id"]) for doc, context in nlp.pipe(pairs, as_tuples=True)]
    assert found == [(nlp(text)._.hype, number) for number, text in enumerate(TEXTS)]


def test_pipe_takes_docs_with_days_of_their_own(nlp):
    docs = [nlp.make_doc(text) for text in TEXTS]
    for day, doc in enumerate(docs, start=1):
        doc._.hype_as_of = f"2025-01-0{day}"
    days = [doc._.hype.as_of for doc in nlp.pipe(docs)]
    assert days == ["2025-01-01", "2025-01-02", "2025-01-03", "2025-01-04"]


def test_pipe_is_lazy(nlp):
    def texts():
        yield TEXTS[0]
        raise RuntimeError("asked for too much")

    stream = nlp.pipe(texts(), batch_size=1)
    assert next(stream)._.hype.spans


PROCESSES = """
import json, multiprocessing, sys, warnings
import spacy

def main():
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("hypecheck", config=json.loads(sys.argv[2]))
    texts = json.loads(sys.argv[3])
    docs = list(nlp.pipe(texts, n_process=2, batch_size=2))
    assert [doc._.hype for doc in docs] == [nlp(text)._.hype for text in texts]
    assert all(span._.hype for doc in docs for span in doc.spans["hype"])
    print(sum(len(doc.spans["hype"]) for doc in docs))

if __name__ == "__main__":
    warnings.simplefilter("ignore")  # Python's own, on forking
    multiprocessing.set_start_method(sys.argv[1])
    main()
"""


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.parametrize("files", ["shipped files", "own files"])
def test_two_processes_give_what_one_gives(method, files, own, tmp_path):
    import json
    import multiprocessing
    import subprocess
    import sys

    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"{method} isn't there on this system")
    script = tmp_path / "two.py"
    script.write_text(PROCESSES, encoding="utf-8")
    config = {**own, "lexicon_mode": "replace"} if files == "own files" else {}
    texts = [*TEXTS, "A zesty chip."] * 2
    done = subprocess.run(
        [sys.executable, str(script), method, json.dumps(config), json.dumps(texts)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == (2 if config else 4)


def test_select_pipes_turns_it_off_and_on(nlp):
    with nlp.select_pipes(disable="hypecheck"):
        assert nlp.pipe_names == ["sentencizer"]
        assert nlp(TEXTS[0])._.hype is None
    assert nlp(TEXTS[0])._.hype is not None
    with nlp.select_pipes(enable="hypecheck"):
        assert nlp(TEXTS[0])._.hype.spans


def test_component_can_be_left_out_when_loading(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path, exclude="hypecheck").pipe_names == ["sentencizer"]
    disabled = spacy.load(tmp_path, disable="hypecheck")
    disabled.enable_pipe("hypecheck")
    assert disabled(TEXTS[0])._.hype.spans


def test_component_can_be_sourced_renamed_replaced_and_removed(nlp):
    other = spacy.blank("en")
    other.add_pipe("hypecheck", source=nlp, name="hype")
    assert other(TEXTS[0])._.hype == nlp(TEXTS[0])._.hype
    other.rename_pipe("hype", "claims")
    other.replace_pipe("claims", "hypecheck", config={"spans_key": "other"})
    assert other(TEXTS[0]).spans["other"]
    other.remove_pipe("claims")
    assert other.pipe_names == []


def test_analyze_pipes_knows_what_it_assigns_and_that_it_requires_nothing(nlp):
    analysis = nlp.analyze_pipes(keys=["assigns", "requires", "scores"])
    assert analysis["summary"]["hypecheck"]["assigns"] == [
        "doc.spans", "doc._.hype", "doc._.hype_reports", "doc._.hype_score", "span._.hype",
    ]  # fmt: skip
    assert analysis["summary"]["hypecheck"]["requires"] == []
    assert "spans_hype_f" in analysis["summary"]["hypecheck"]["scores"]
    assert analysis["problems"]["hypecheck"] == []


def test_initialize_needs_no_data(nlp):
    other = spacy.blank("en")
    other.add_pipe("hypecheck")
    other.initialize()
    assert other(TEXTS[0])._.hype == nlp(TEXTS[0])._.hype


def test_meta_and_config_can_be_printed(nlp):
    assert nlp.meta["pipeline"] == ["sentencizer", "hypecheck"]
    assert "[components.hypecheck.scorer]" in nlp.config.to_str()


def test_predict_writes_nothing(nlp):
    doc = nlp.make_doc(TEXTS[0])
    (report,) = nlp.get_pipe("hypecheck").predict([doc])
    assert report.spans
    assert "hype" not in doc.spans
    assert doc._.hype is None
