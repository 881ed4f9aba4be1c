"""Every way out of a Doc and of a pipeline, and back."""

import copy
import json
import pickle
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
import spacy
from spacy.lang.en import English
from spacy.tokens import Doc, DocBin

import hypecheck
from hypecheck import ConfigError
from hypecheck.extensions import stance_of

TEXT = "Acme says its chip is a game-changer. It may be the best chip ever."
OWN_TEXT = "The zesty chip is a game-changer."


def dumped(nlp, doc):
    return Doc(nlp.vocab).from_bytes(doc.to_bytes())


def stored(nlp, doc, folder):
    doc.to_disk(folder / "doc")
    return Doc(nlp.vocab).from_disk(folder / "doc")


def binned(nlp, doc, *, store_user_data):
    data = DocBin(docs=[doc], store_user_data=store_user_data).to_bytes()
    return next(DocBin().from_bytes(data).get_docs(nlp.vocab))


WAYS = {
    "to_bytes": lambda nlp, doc, folder: dumped(nlp, doc),
    "to_disk": stored,
    "DocBin": lambda nlp, doc, folder: binned(nlp, doc, store_user_data=False),
    "DocBin with user data": lambda nlp, doc, folder: binned(nlp, doc, store_user_data=True),
    "pickle": lambda nlp, doc, folder: pickle.loads(pickle.dumps(doc)),
    "copy": lambda nlp, doc, folder: copy.copy(doc),
    "deepcopy": lambda nlp, doc, folder: copy.deepcopy(doc),
}


@pytest.mark.parametrize("way", WAYS)
def test_doc_comes_back_with_report_and_records(way, nlp, tmp_path):
    doc = nlp(TEXT)
    again = WAYS[way](nlp, doc, tmp_path)
    assert again._.hype == doc._.hype
    assert again._.hype_score == doc._.hype_score
    assert [s._.hype for s in again.spans["hype"]] == [s._.hype for s in doc.spans["hype"]]
    assert [s._.hype.stance for s in again.spans["hype"]] == ["attributed", "hedged"]


def test_day_given_as_a_date_does_not_stand_in_the_way_of_saving(nlp):
    from datetime import date

    doc = nlp.make_doc(TEXT)
    doc._.hype_as_of = date(2025, 4, 3)
    doc = nlp(doc)
    assert doc._.hype.as_of == "2025-04-03"
    assert dumped(nlp, doc)._.hype == doc._.hype


def test_from_docs_keeps_spans_categories_and_stances(nlp):
    merged = Doc.from_docs([nlp(TEXT), nlp("Plain."), nlp(TEXT)])
    spans = list(merged.spans["hype"])
    assert [span.text for span in spans] == ["game-changer", "best chip ever"] * 2
    assert [span.label_ for span in spans] == ["transformation", "superlative"] * 2
    assert [stance_of(span) for span in spans] == ["attributed", "hedged"] * 2


def test_from_docs_has_no_report_of_the_whole_and_says_so(nlp):
    merged = Doc.from_docs([nlp(TEXT), nlp(TEXT)])
    assert merged._.hype is None
    assert merged._.hype_reports == {}
    assert [span._.hype for span in merged.spans["hype"]] == [None] * 4


def test_from_docs_can_be_checked_again(nlp):
    merged = nlp(Doc.from_docs([nlp(TEXT), nlp(TEXT)]))
    assert len(merged._.hype.spans) == len(merged.spans["hype"]) == 4


def test_as_doc_of_a_sentence_raises_nothing(nlp):
    sentence = next(iter(nlp(TEXT).sents)).as_doc()
    assert sentence._.hype is None
    assert sentence[0:1]._.hype is None
    assert nlp(sentence)._.hype.spans[0].text == "game-changer"


def test_to_json_has_spans_with_category_and_stance(nlp):
    (first, _) = nlp(TEXT).to_json()["spans"]["hype"]
    assert (first["label"], first["kb_id"]) == ("transformation", "attributed")


def test_retokenized_doc_keeps_its_records(nlp):
    doc = nlp(TEXT)
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[0:2])
    assert [s._.hype.text for s in doc.spans["hype"]] == ["game-changer", "best chip ever"]


def own_pipeline(own):
    nlp = spacy.blank("en")
    nlp.add_pipe("hypecheck", config={**own, "lexicon_mode": "replace"})
    return nlp


def of_the_own_files(nlp):
    """What can only come from the own vocabulary, table and classifier."""
    report = nlp(OWN_TEXT)._.hype
    checker = nlp.get_pipe("hypecheck")
    floor = checker.analyzer.scorer.score_sentence("").score
    return [span.text for span in report.spans], len(checker.analyzer.db), round(floor, 3)


WANTED = (["zesty chip"], 1, 0.119)


def without_its_sources(own):
    for path in own.values():
        Path(path).unlink()


def test_own_vocabulary_table_and_classifier_are_used(own):
    assert of_the_own_files(own_pipeline(own)) == (["zesty"], 1, 0.119)


@pytest.mark.parametrize("gone", [False, True], ids=["sources there", "sources gone"])
def test_own_files_survive_disk(own, tmp_path, gone):
    nlp = own_pipeline(own)
    nlp.to_disk(tmp_path / "saved")
    if gone:
        without_its_sources(own)
    again = spacy.load(tmp_path / "saved")
    assert of_the_own_files(again) == of_the_own_files(nlp)


def test_own_files_survive_being_saved_twice(own, tmp_path):
    nlp = own_pipeline(own)
    nlp.to_disk(tmp_path / "once")
    without_its_sources(own)
    spacy.load(tmp_path / "once").to_disk(tmp_path / "twice")
    assert of_the_own_files(spacy.load(tmp_path / "twice")) == of_the_own_files(nlp)


def test_own_files_survive_bytes(own):
    nlp = own_pipeline(own)
    config, data = nlp.config, nlp.to_bytes()
    without_its_sources(own)
    again = English.from_config(config).from_bytes(data)
    assert of_the_own_files(again) == of_the_own_files(nlp)


def test_own_files_survive_pickle(own):
    nlp = own_pipeline(own)
    data = pickle.dumps(nlp)
    without_its_sources(own)
    assert of_the_own_files(pickle.loads(data)) == of_the_own_files(nlp)


def test_what_was_saved_counts_even_where_the_source_has_changed(own, tmp_path):
    nlp = own_pipeline(own)
    nlp.to_disk(tmp_path / "saved")
    Path(own["lexicon"]).write_text(
        Path(own["lexicon"]).read_text(encoding="utf-8").replace("zesty", "zippy"), encoding="utf-8"
    )
    assert of_the_own_files(spacy.load(tmp_path / "saved")) == of_the_own_files(nlp)


def test_two_models_saved_to_one_folder_are_not_mixed_up(own, tmp_path):
    own_pipeline(own).to_disk(tmp_path / "saved")
    first = spacy.load(tmp_path / "saved")
    hypecheck.load().to_disk(tmp_path / "saved")
    second = spacy.load(tmp_path / "saved")
    assert of_the_own_files(first)[2] != of_the_own_files(second)[2]


def test_csv_table_travels_with_its_mapping(request, tmp_path):
    rockets = request.config.rootpath / "examples" / "rockets"
    for name in ("rockets.csv", "rockets.mapping.json"):
        (tmp_path / name).write_bytes((rockets / name).read_bytes())
    nlp = own_pipeline({"releases": str(tmp_path / "rockets.csv")})
    nlp.to_disk(tmp_path / "saved")
    (tmp_path / "rockets.csv").unlink()
    again = spacy.load(tmp_path / "saved").get_pipe("hypecheck").analyzer.db
    assert [r.id for r in again] == [r.id for r in nlp.get_pipe("hypecheck").analyzer.db]


def test_shipped_files_are_not_copied_into_saved_pipelines(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    assert [path.name for path in (tmp_path / "hypecheck").iterdir()] == ["settings.json"]
    assert len(nlp.get_pipe("hypecheck").to_bytes()) < 300


def test_pipeline_saved_by_an_older_version_is_loaded(nlp, tmp_path):
    nlp.to_disk(tmp_path)
    (tmp_path / "hypecheck" / "settings.json").unlink()
    (tmp_path / "hypecheck").rmdir()
    assert spacy.load(tmp_path)(TEXT)._.hype == nlp(TEXT)._.hype


def test_config_without_its_files_says_so_when_it_is_used(own):
    config = own_pipeline(own).config
    without_its_sources(own)
    again = English.from_config(config)
    with pytest.raises(ConfigError, match=r"lexicon names .*words\.jsonl"):
        again("Any text.")


def test_pipeline_that_lacks_its_files_is_not_saved(own, tmp_path):
    config = own_pipeline(own).config
    without_its_sources(own)
    with pytest.raises(ConfigError, match="lexicon names"):
        English.from_config(config).to_disk(tmp_path / "saved")


def archive(listing):
    data = BytesIO()
    with ZipFile(data, "w") as file:
        file.writestr("settings.json", json.dumps(listing))
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"nonsense", "no saved hypecheck component"),
        (archive({"format": 99}), "format 1"),
        (archive({"format": 1, "files": {"tables": []}}), "Allowed: lexicon"),
        (archive({"format": 1, "files": {"lexicon": ["../../x"]}}), "plain file name"),
        (archive({"format": 1, "files": {"lexicon": ["x"]}}), "no saved"),
    ],
)
def test_wrong_bytes_are_refused(nlp, data, complaint):
    with pytest.raises(ConfigError, match=complaint):
        nlp.get_pipe("hypecheck").from_bytes(data)


def test_equal_components_have_equal_bytes(own):
    first, second = (own_pipeline(own).get_pipe("hypecheck").to_bytes() for _ in range(2))
    assert first == second


@pytest.mark.parametrize("listing", ["[]", "no json", '{"format": 1, "files": {"lexicon": ["x"]}}'])
def test_wrong_folder_is_refused(nlp, tmp_path, listing):
    (tmp_path / "settings.json").write_text(listing, encoding="utf-8")
    with pytest.raises(ConfigError):
        nlp.get_pipe("hypecheck").from_disk(tmp_path)
