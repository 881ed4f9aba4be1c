"""Settings: wrong ones are refused when the component is added, in words that help."""

import pytest
import spacy
from confection import ConfigValidationError
from spacy.tokens import Doc

from hypecheck import ConfigError, HypecheckError, InputError


def add(**config):
    nlp = spacy.blank("en")
    nlp.add_pipe("hypecheck", config=config)
    return nlp


@pytest.mark.parametrize("setting", ["lexicon", "releases", "classifier"])
def test_file_that_does_not_exist_is_named_with_its_setting(setting):
    with pytest.raises(ConfigError, match=rf"{setting} names '/no/such/file', which does not"):
        add(**{setting: "/no/such/file"})


@pytest.mark.parametrize("setting", ["lexicon", "releases", "classifier"])
def test_folder_in_the_place_of_a_file_is_named(setting, tmp_path):
    with pytest.raises(ConfigError, match="which is a folder"):
        add(**{setting: str(tmp_path)})


@pytest.mark.parametrize("key", ["", "  "])
def test_empty_key_is_refused(key):
    with pytest.raises(ConfigError, match="spans_key is empty"):
        add(spans_key=key)


def test_setting_that_does_not_exist_is_refused():
    with pytest.raises(ConfigValidationError, match="span_key"):
        add(span_key="hype")


@pytest.mark.parametrize(
    ("setting", "value"), [("spans_key", ["hype"]), ("lexicon", {"a": 1}), ("scorer", "f1")]
)
def test_value_of_a_wrong_type_is_refused(setting, value):
    with pytest.raises(ConfigValidationError, match=setting):
        add(**{setting: value})


@pytest.mark.parametrize(
    ("setting", "content"),
    [("lexicon", '{"id": "x"}\n'), ("releases", '{"id": "x"}\n'), ("classifier", "no model")],
)
def test_file_with_wrong_content_is_named(setting, content, tmp_path):
    path = tmp_path / "wrong.jsonl"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(HypecheckError, match=r"wrong\.jsonl"):
        add(**{setting: str(path)})


def test_null_means_the_shipped_files():
    nlp = add(lexicon=None, releases=None, classifier=None)
    assert nlp("It is a game-changer.").spans["hype"]


def test_wrong_day_is_refused_when_the_text_is_read():
    nlp = add()
    doc = nlp.make_doc("It is a game-changer.")
    doc._.hype_as_of = "soon"
    with pytest.raises(InputError, match="'soon' is not a date"):
        nlp(doc)


def test_error_of_one_text_goes_to_the_error_handler_of_the_pipeline():
    nlp = add()
    failed = []
    nlp.set_error_handler(lambda name, pipe, docs, error: failed.append((name, docs[0].text)))
    bad, good = nlp.make_doc("Bad."), nlp.make_doc("A game-changer.")
    bad._.hype_as_of = "soon"
    assert [doc.text for doc in nlp.pipe([bad, good])] == ["A game-changer."]
    assert failed == [("hypecheck", "Bad.")]


def test_attribute_of_another_package_is_not_overwritten(fresh):
    code = (
        "import spacy\n"
        "from spacy.tokens import Doc\n"
        "Doc.set_extension('hype', default=7)\n"
        "try:\n"
        "    spacy.blank('en').add_pipe('hypecheck')\n"
        "except ValueError as error:\n"
        "    print(error)\n"
        "print(Doc(spacy.blank('en').vocab)._.hype)"
    )
    complaint, value = fresh(code).splitlines()
    assert "Doc._.hype" in complaint
    assert value == "7"


def test_component_can_be_added_twice_in_a_process():
    assert add().pipe_names == add().pipe_names == ["hypecheck"]


def test_empty_doc_has_a_report():
    nlp = add()
    doc = nlp.get_pipe("hypecheck")(Doc(nlp.vocab))
    assert doc._.hype.spans == ()
    assert doc._.hype_score == pytest.approx(0.01)
