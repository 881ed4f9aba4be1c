"""The component inside spaCy: found by entry point, rows that survive every way out of a Doc."""

import subprocess
import sys

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import hypecheck
from hypecheck import ConfigError

TEXT = "Acme says its chip is a game-changer. It is not the first of its kind."


@pytest.fixture(scope="module")
def nlp():
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    pipeline.add_pipe("hypecheck")
    return pipeline


def test_component_is_found_in_a_fresh_process_without_an_import():
    code = (
        "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('sentencizer'); nlp.add_pipe('hypecheck');"
        "doc = nlp('It is a game-changer.'); print([(s.text, s.label_) for s in doc.spans['hype']], doc._.hype_score)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "game-changer" in done.stdout


def test_spans_have_labels_and_records(nlp):
    doc = nlp(TEXT)
    span = doc.spans["hype"][0]
    assert (span.text, span.label_) == ("game-changer", "transformation")
    assert span._.hype.stance == "attributed"
    assert doc._.hype_score == doc._.hype.score


def test_offsets_of_the_records_point_into_the_doc(nlp):
    doc = nlp(TEXT)
    for span in doc.spans["hype"]:
        assert doc.text[span._.hype.start_char : span._.hype.end_char] == span._.hype.text


def test_as_of_is_set_before_the_component_runs(nlp):
    doc = nlp.make_doc(TEXT)
    doc._.hype_as_of = "2024-02"
    assert nlp(doc)._.hype.as_of == "2024-02-29"


def test_doc_without_report_says_none():
    hypecheck.register_extensions()
    doc = spacy.blank("en")("A game-changer.")
    assert (doc._.hype, doc._.hype_score, doc[0:2]._.hype) == (None, None, None)


def test_report_survives_bytes_and_docbin(nlp):
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    binned = next(DocBin(docs=[doc]).get_docs(nlp.vocab))
    assert again._.hype == binned._.hype == doc._.hype


def test_merged_docs_never_raise(nlp):
    merged = Doc.from_docs([nlp(TEXT), nlp(TEXT)])
    assert all(span._.hype is None or span._.hype.text for span in merged.spans["hype"])


def test_pipe_equals_call(nlp):
    texts = [TEXT, "", "Plain text.", TEXT]
    assert [doc._.hype for doc in nlp.pipe(texts)] == [nlp(text)._.hype for text in texts]


def test_pipeline_survives_disk(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path)(TEXT)._.hype == nlp(TEXT)._.hype


def test_own_key(tmp_path):
    pipeline = spacy.blank("en")
    pipeline.add_pipe("hypecheck", config={"spans_key": "claims"})
    assert pipeline(TEXT).spans["claims"]


@pytest.mark.parametrize("setting", ["lexicon", "releases", "classifier"])
def test_setting_that_names_no_file_is_refused(setting):
    with pytest.raises(ConfigError, match=f"{setting} names"):
        spacy.blank("en").add_pipe("hypecheck", config={setting: "/no/such/file"})


def test_empty_key_is_refused():
    with pytest.raises(ConfigError, match="spans_key"):
        spacy.blank("en").add_pipe("hypecheck", config={"spans_key": ""})


def test_sentences_of_the_pipeline_are_used():
    nlp = spacy.blank("en")
    nlp.add_pipe("hypecheck")
    doc = Doc(
        nlp.vocab, words=["A", "game-changer", "it", "is"], sent_starts=[True, False, True, False]
    )
    report = nlp.get_pipe("hypecheck")(doc)._.hype
    assert len(report.sentences) == 2
