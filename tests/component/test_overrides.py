"""A saved pipeline loaded with settings of another kind: what is asked for counts, or is refused."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.lang.en import English

from hypecheck import ConfigError
from hypecheck.portable import files_in

TEXT = "The zesty, zippy chip is a game-changer."


def word(text):
    return {
        "id": text, "label": "praise", "patterns": [text], "intensity": 2, "extend": "none",
        "flags": [f"The {text} pump sold out."], "ignores": ["The pump sold out."],
    }  # fmt: skip


@pytest.fixture
def words(tmp_path):
    """Writes a vocabulary of one word and gives its path."""

    def write(text, folder="."):
        path = tmp_path / folder / "words.jsonl"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(word(text)) + "\n", encoding="utf-8")
        return str(path)

    return write


@pytest.fixture
def saved(words, tmp_path):
    """Folder of a pipeline that flags "zesty" and nothing else."""
    return save(tmp_path / "saved", lexicon=[words("zesty", "first")], lexicon_mode="replace")


def save(folder, **config):
    nlp = spacy.blank("en")
    nlp.add_pipe("hypecheck", config=config)
    nlp.to_disk(folder)
    return folder


def load(folder, **config):
    return spacy.load(folder, config={"components": {"hypecheck": config}})


def flagged(nlp):
    return sorted(span.text for span in nlp(TEXT)._.hype.spans)


class TestOtherFiles:
    def test_another_vocabulary_is_used(self, saved, words):
        assert flagged(load(saved)) == ["zesty"]
        assert flagged(load(saved, lexicon=[words("zippy", "second")])) == ["zippy"]
        assert flagged(load(saved, lexicon=words("zippy", "second"))) == ["zippy"]

    def test_more_files_than_were_saved(self, saved, words, tmp_path):
        both = [str(tmp_path / "first" / "words.jsonl"), words("zippy", "second")]
        assert flagged(load(saved, lexicon=both)) == ["zesty", "zippy"]

    def test_none_is_the_shipped_vocabulary(self, saved):
        nlp = load(saved, lexicon=None, lexicon_mode="add")
        assert flagged(nlp) == ["game-changer"]

    def test_a_pipeline_that_was_saved_with_none_takes_one(self, words, tmp_path):
        folder = save(tmp_path / "plain")
        nlp = load(folder, lexicon=[words("zippy")], lexicon_mode="replace")
        assert flagged(nlp) == ["zippy"]

    def test_a_release_table_and_a_classifier(self, own, tmp_path):
        folder = save(tmp_path / "plain")
        nlp = load(folder, releases=own["releases"], classifier=own["classifier"])
        analyzer = nlp.get_pipe("hypecheck").analyzer
        assert len(analyzer.db) == 1
        assert round(analyzer.scorer.score_sentence("").score, 3) == 0.119

    def test_the_other_files_stay_those_that_were_saved(self, own, words, tmp_path):
        folder = save(tmp_path / "own", **own, lexicon_mode="replace")
        for path in own.values():
            Path(path).unlink()
        nlp = load(folder, lexicon=words("zippy"))
        assert flagged(nlp) == ["zippy"]
        assert len(nlp.get_pipe("hypecheck").analyzer.db) == 1

    @pytest.mark.parametrize("setting", ["lexicon", "releases", "classifier"])
    def test_a_file_that_does_not_exist_is_refused(self, saved, setting):
        with pytest.raises(
            ConfigError, match=rf"{setting} names 'no\.jsonl', which does not exist"
        ):
            load(saved, **{setting: "no.jsonl"})

    def test_an_empty_name_is_called_one(self, saved):
        with pytest.raises(ConfigError, match="lexicon names '', which is empty"):
            load(saved, lexicon="")

    def test_a_file_that_is_wrong_is_refused(self, saved, tmp_path):
        (tmp_path / "wrong.jsonl").write_text('{"id": "x"}\n', encoding="utf-8")
        with pytest.raises(ValueError, match=r"wrong\.jsonl"):
            load(saved, lexicon=str(tmp_path / "wrong.jsonl"))


class TestSameFiles:
    def test_the_same_name_means_what_was_saved(self, saved, words, tmp_path):
        words("zippy", "first")  # in the place of the former one
        path = str(tmp_path / "first" / "words.jsonl")
        for named in ([path], path):
            assert flagged(load(saved, lexicon=named)) == ["zesty"]

    def test_other_settings_leave_the_files_alone(self, saved):
        nlp = load(saved, allow=["zesty"])
        assert flagged(nlp) == []


class TestAgain:
    def test_what_was_loaded_with_other_files_is_saved_with_them(self, saved, words, tmp_path):
        other = words("zippy", "second")
        load(saved, lexicon=[other]).to_disk(tmp_path / "again")
        Path(other).unlink()
        assert flagged(spacy.load(tmp_path / "again")) == ["zippy"]

    def test_shipped_files_are_saved_as_such(self, saved, tmp_path):
        load(saved, lexicon=None, lexicon_mode="add").to_disk(tmp_path / "again")
        assert files_in(tmp_path / "again" / "hypecheck").files == {}
        assert flagged(spacy.load(tmp_path / "again")) == ["game-changer"]

    def test_filled_a_second_time_it_takes_what_it_is_given(self, saved, words, tmp_path):
        other = words("zippy", "second")
        second = save(tmp_path / "second-saved", lexicon=other, lexicon_mode="replace")
        assert flagged(spacy.load(saved).from_disk(second)) == ["zippy"]

    def test_a_component_that_was_added_by_hand_takes_what_it_is_given(self, saved, tmp_path):
        nlp = spacy.blank("en")
        nlp.add_pipe("hypecheck", config={"lexicon_mode": "replace"})
        nlp.from_disk(saved)
        assert flagged(nlp) == ["zesty"]
        nlp.to_disk(tmp_path / "again")
        assert flagged(spacy.load(tmp_path / "again")) == ["zesty"]

    def test_a_component_that_is_filled_alone_takes_what_it_is_given(self, saved):
        nlp = spacy.blank("en")
        nlp.add_pipe("hypecheck", config={"lexicon_mode": "replace"})
        made = English.from_config(nlp.config)
        made.get_pipe("hypecheck").from_disk(saved / "hypecheck")
        assert flagged(made) == ["zesty"]

    def test_bytes_with_another_config(self, saved, words):
        nlp = spacy.load(saved)
        config = nlp.config.copy()
        config["components"]["hypecheck"]["lexicon"] = [words("zippy", "second")]
        assert flagged(English.from_config(config).from_bytes(nlp.to_bytes())) == ["zippy"]

    def test_pipeline_of_a_version_that_did_not_save_the_names(self, saved, words):
        listing = saved / "hypecheck" / "settings.json"
        content = json.loads(listing.read_text(encoding="utf-8"))
        del content["named"]
        listing.write_text(json.dumps(content), encoding="utf-8")
        assert flagged(spacy.load(saved)) == ["zesty"]


@pytest.mark.parametrize("named", [[], "x", {"lexicon": "x"}, {"lexicon": None}, 3])
def test_names_that_are_none_are_refused(saved, named):
    listing = saved / "hypecheck" / "settings.json"
    content = {**json.loads(listing.read_text(encoding="utf-8")), "named": named}
    listing.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ConfigError, match="Allowed: lists of paths by setting"):
        spacy.load(saved)
