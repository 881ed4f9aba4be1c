"""Two components of different settings in one pipeline keep their answers apart."""

import pytest
import spacy

import hypecheck

TEXT = "The zesty chip is a game-changer."


@pytest.fixture
def both(own):
    nlp = spacy.blank("en")
    nlp.add_pipe(
        "hypecheck", name="own", config={**own, "lexicon_mode": "replace", "spans_key": "mine"}
    )
    nlp.add_pipe("hypecheck", name="shipped")
    return nlp


def test_each_writes_its_own_group(both):
    doc = both(TEXT)
    assert [span.text for span in doc.spans["mine"]] == ["zesty"]
    assert [span.text for span in doc.spans["hype"]] == ["game-changer"]


def test_each_span_finds_the_record_of_its_own_component(both):
    doc = both(TEXT)
    assert doc.spans["mine"][0]._.hype.entry == "zesty"
    assert doc.spans["hype"][0]._.hype.text == "game-changer"


def test_report_of_the_doc_is_that_of_the_usual_key(both):
    doc = both(TEXT)
    assert doc._.hype == hypecheck.check(TEXT)
    assert doc._.hype_score == doc._.hype.score


def test_reports_of_both_can_be_had(both):
    reports = both(TEXT)._.hype_reports
    assert sorted(reports) == ["hype", "mine"]
    assert [span.text for span in reports["mine"].spans] == ["zesty"]


def test_without_the_usual_key_the_first_counts(own):
    nlp = spacy.blank("en")
    nlp.add_pipe(
        "hypecheck", name="a", config={**own, "lexicon_mode": "replace", "spans_key": "a/1"}
    )
    nlp.add_pipe("hypecheck", name="b", config={"spans_key": "b"})
    doc = nlp(TEXT)
    assert [span.text for span in doc._.hype.spans] == ["zesty"]
    assert doc.spans["a/1"][0]._.hype.text == "zesty"


def test_both_survive_disk_and_a_trip_through_bytes(both, tmp_path):
    both.to_disk(tmp_path / "saved")
    again = spacy.load(tmp_path / "saved")
    doc = spacy.tokens.Doc(again.vocab).from_bytes(again(TEXT).to_bytes())
    assert doc._.hype_reports == both(TEXT)._.hype_reports
