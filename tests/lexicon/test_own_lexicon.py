"""A vocabulary of one's own over the shipped one, and every mistake in it as one clear error."""

import json
import pickle
import re
from datetime import date

import pytest

from hypecheck.errors import LexiconError
from hypecheck.lexicon import Entry, load_lexicon, own_lexicon
from hypecheck.lexicon.own import CLAIM_IDS
from hypecheck.linking import _LABELS
from hypecheck.pipeline import Analyzer, build_analyzer, default_analyzer

SYNERGY = {"label": "buzzword", "patterns": ["synergy/n"]}


@pytest.fixture
def write(tmp_path):
    """A file with one row a line."""

    def _write(*rows, name="mine.jsonl"):
        path = tmp_path / name
        lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        path.write_text("\n".join(lines), encoding="utf-8")
        return str(path)

    return _write


def report_on(text, *files, **options):
    return build_analyzer(lexicon=files, **options).analyze(text, as_of=date(2025, 4, 3))


def labels(report):
    return [(span.text, span.label) for span in report.spans]


class TestRows:
    def test_new_entry_flags(self, write):
        found = report_on("Pure synergy, said nobody.", write(SYNERGY))
        assert labels(found) == [("synergy", "buzzword")]

    def test_shipped_entries_stay(self, write):
        lexicon = own_lexicon([write(SYNERGY)])
        assert len(lexicon) == len(load_lexicon()) + 1
        assert report_on("A game-changer.", write(SYNERGY)).spans

    def test_new_entry_needs_only_label_and_patterns(self, write):
        (entry,) = own_lexicon([write(SYNERGY)], mode="replace").entries
        assert (entry.id, entry.intensity, entry.extend) == ("buzzword-synergy", 2, "none")

    def test_change_keeps_what_it_does_not_name(self, write):
        lexicon = own_lexicon([write({"id": "game-changer", "intensity": 1})])
        before, after = load_lexicon()["game-changer"], lexicon["game-changer"]
        assert (before.intensity, after.intensity) == (2, 1)
        assert (after.patterns, after.label) == (before.patterns, before.label)

    def test_change_has_its_effect_on_the_score(self, write):
        weaker = report_on("A game-changer.", write({"id": "game-changer", "intensity": 1}))
        assert weaker.score < report_on("A game-changer.").score

    def test_entry_that_is_off_does_not_fire(self, write):
        found = report_on("A game-changer.", write({"id": "game-changer", "off": True}))
        assert found.spans == ()

    def test_entry_can_be_on_again_in_a_later_file(self, write):
        off = write({"id": "game-changer", "off": True}, name="team.jsonl")
        on = write({"id": "game-changer", "off": False, "intensity": 3})
        assert report_on("A game-changer.", off, on).spans[0].intensity == 3

    def test_category_can_be_off_as_a_whole(self, write):
        path = write({"label": "transformation", "off": True})
        assert {entry.label for entry in own_lexicon([path]).entries} == {
            "priority", "superlative", "praise", "certainty", "scope", "capability", "rivalry",
        }  # fmt: skip

    def test_later_file_goes_before_an_earlier_one(self, write):
        one = write({**SYNERGY, "intensity": 1}, name="a.jsonl")
        other = write({"id": "buzzword-synergy", "intensity": 3}, name="b.jsonl")
        assert own_lexicon([one, other])["buzzword-synergy"].intensity == 3
        assert own_lexicon([other.replace("b.jsonl", "a.jsonl")])["buzzword-synergy"].intensity == 1

    def test_replace_leaves_only_ones_own(self, write):
        found = report_on("Synergy is a game-changer.", write(SYNERGY), lexicon_mode="replace")
        assert labels(found) == [("Synergy", "buzzword")]

    def test_no_file_at_all_is_the_shipped_lexicon(self):
        assert build_analyzer() is default_analyzer()
        assert own_lexicon().entries == load_lexicon().entries


class TestAllow:
    @pytest.mark.parametrize("phrase", ["game-changer", "Game Changer", "game-changer/n"])
    def test_allowed_phrase_never_flags(self, phrase):
        assert report_on("A game-changer for labs.", allow=[phrase]).spans == ()

    def test_only_that_phrase(self):
        found = report_on("A revolutionary game-changer.", allow=["game-changer labs"])
        assert found.spans

    def test_phrase_in_a_file_works_like_that_of_an_option(self, write):
        path = write({"allow": ["game-changer", "world-class"], "note": "house style"})
        assert report_on("A world-class text. A game-changer.", path).spans == ()

    def test_allowed_words_of_a_claim_do_not_flag_but_stay_a_claim(self):
        text = "It is OpenAI's first open-weight model since GPT-2."
        found = report_on(text, allow=["first open-weight model"])
        assert found.spans == ()
        assert [claim.verdict for claim in found.claims] == ["REFUTED"]

    def test_other_claims_still_flag(self):
        found = report_on("It is OpenAI's first open-weight model since GPT-2.", allow=["synergy"])
        assert found.spans


class TestClaimsWithoutEntry:
    """A claim that no entry flags has an id of its own, which can be switched off."""

    TEXT = "It is OpenAI's first open-weight model since GPT-2."

    def rows(self):
        firsts = [entry.id for entry in load_lexicon().entries if entry.label == "priority"]
        return [{"id": name, "off": True} for name in firsts]

    def test_claim_flags_where_its_entry_is_off(self, write):
        (span,) = report_on(self.TEXT, write(*self.rows())).spans
        assert span.entry == "claim:first"

    def test_it_can_be_off_too(self, write):
        found = report_on(self.TEXT, write(*self.rows(), {"id": "claim:first", "off": True}))
        assert found.spans == ()
        assert found.claims

    def test_it_is_off_with_its_category(self, write):
        assert report_on(self.TEXT, write({"label": "priority", "off": True})).spans == ()

    def test_all_ids_of_claims_are_known(self):
        assert {f"claim:{quantifier}" for quantifier in _LABELS} == set(CLAIM_IDS)


class TestNewCategory:
    def test_counts_like_one_that_ships_by_intensity_and_voice(self, write):
        """As praise does, which has no weight of its own in the shipped model."""
        own = report_on("It is full of synergy.", write(SYNERGY))
        praise = report_on("It is full of synergy.", write({**SYNERGY, "label": "praise"}))
        assert own.score == praise.score > 0.3

    @pytest.mark.parametrize(("intensity", "more"), [(1, 0), (2, 1), (3, 2)])
    def test_intensity_counts(self, write, intensity, more):
        found = report_on("It is full of synergy.", write({**SYNERGY, "intensity": intensity}))
        names = {term.name for term in found.terms}
        assert len(names & {"asserted strongly", "asserted extremely"}) == more

    def test_voice_counts(self, write):
        path = write(SYNERGY)
        assert report_on("It is not synergy.", path).spans[0].stance == "rejected"
        assert report_on("It is not synergy.", path).score < report_on("It is synergy.", path).score

    def test_rationale_says_so(self, write):
        (span,) = report_on("Pure synergy.", write(SYNERGY)).spans
        assert (
            "in a category of your own, which counts by its intensity and voice" in span.rationale
        )
        assert "your own" not in report_on("A game-changer.").spans[0].rationale


MISTAKES = [
    ('{"id": ', "mine.jsonl:2 is not JSON"),
    ("[1]", "mine.jsonl:2 is a list"),
    ({**SYNERGY, "colour": 1}, "mine.jsonl:2.*key 'colour'. Allowed: id, label"),
    ({**SYNERGY, "intensity": 9}, "mine.jsonl:2.*intensity 9. Allowed: 1, 2, 3"),
    ({**SYNERGY, "label": "Buzz Word"}, "label 'Buzz Word'. Allowed: transformation.*or a new name"),
    ({**SYNERGY, "label": "claim"}, "label 'claim'. Allowed"),
    ({"label": "praise"}, "mine.jsonl:2.*lacks 'patterns'. A new entry needs label and patterns"),
    ({"id": "game-chnger", "intensity": 1}, "lacks 'label'.*Did you mean 'game-changer'"),
    ({"id": "game-chnger", "off": True}, "no entry. Did you mean 'game-changer'"),
    ({"id": "zzzz", "off": True}, "hypecheck lexicon list shows all ids"),
    ({"id": 3, "off": True}, "has id 3. Allowed: a text"),
    ({"off": True}, "mine.jsonl:2 switches off what"),
    ({"id": "game-changer", "label": "praise", "off": True}, "switches off what"),
    ({"label": "prase", "off": True}, "category 'prase'. Allowed: capability"),
    ({"id": "game-changer", "off": "yes"}, "off 'yes'. Allowed: true, false"),
    ({"id": "game-changer", "patterns": []}, 'no patterns. To switch it off: "off": true'),
    ({"id": "game-changer", "intensity": 1, "off": True}, "key 'intensity'. Allowed: id, label, off"),
    ({"allow": 3}, "allowed phrase at .*mine.jsonl:2 has allow 3. Allowed: a list of texts"),
    ({"allow": ""}, r"is ''\. Write at least one word"),
    ({"allow": "(a"}, "mine.jsonl:2, allow: .*closing bracket"),
    ({"allow": "*3"}, "It needs at least one word"),
    ({"allow": "x", "id": "y"}, "key 'id'. Allowed: allow, note"),
    ({**SYNERGY, "patterns": ["(a"]}, "mine.jsonl:2.*patterns: .*closing bracket"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "complaint"), MISTAKES)
def test_mistake_is_one_clear_error_with_file_and_line(write, row, complaint):
    with pytest.raises(LexiconError) as error:
        own_lexicon([write({"allow": "fine"}, row)])
    assert re.search(complaint, str(error.value))
    assert "\n" not in str(error.value)


def test_same_id_twice_names_both_places(write):
    with pytest.raises(LexiconError, match=r"stands twice: .*mine.jsonl:1 and .*mine.jsonl:2"):
        own_lexicon([write(SYNERGY, SYNERGY)])


def test_unknown_mode():
    with pytest.raises(LexiconError, match=r"mode is 'merge'\. Allowed: add, replace"):
        own_lexicon(mode="merge")


def test_lexicon_and_analyzer_can_be_sent_to_another_process(write):
    analyzer = build_analyzer(lexicon=write(SYNERGY), allow=["game-changer"])
    again = pickle.loads(pickle.dumps(analyzer))
    assert isinstance(again, Analyzer)
    assert isinstance(again.lexicon["buzzword-synergy"], Entry)
    text = "Synergy is a game-changer and world-class."
    assert again.analyze(text, as_of=date(2025, 4, 3)) == analyzer.analyze(text, as_of=date(2025, 4, 3))  # fmt: skip


def test_pattern_that_can_match_nothing_flags_nothing(write):
    """Such a pattern is a mistake that `lexicon validate` names; it breaks no check."""
    path = write({"label": "buzzword", "patterns": ["synergy?"]})
    assert labels(report_on("Pure synergy. Nothing else.", path)) == [("synergy", "buzzword")]
