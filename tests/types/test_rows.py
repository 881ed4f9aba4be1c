"""Records become plain rows and come back the same."""

import dataclasses
import json

import pytest

from hypecheck.errors import InputError
from hypecheck.types import (
    Claim,
    Cue,
    Event,
    Evidence,
    Facets,
    HypeSpan,
    Release,
    Report,
    SentenceScore,
    StanceMark,
    Term,
    from_row,
    to_row,
)

WHISPER = Release(
    id="whisper", name="Whisper", organization="OpenAI", date="2022-09-21", traits=("multilingual",),
    events=(Event("weights", "2022-09-21", ("https://example.org/whisper",)),), parameters=1_550_000_000,
)  # fmt: skip
CLAIM = Claim(
    text="first open-weight model", start_char=0, end_char=23, quantifier="first", verdict="REFUTED",
    facets=Facets(organization="OpenAI", openness="open", traits=("reasoning",)),
    evidence=(Evidence(WHISPER, "counterexample", "weights", "2022-09-21", "it came before"),),
)  # fmt: skip
SPAN = HypeSpan(0, 23, "first open-weight model", "priority", claim=CLAIM, cues=(Cue("no", 1, 3),))
REPORT = Report(
    text="first open-weight model, no", score=0.25, spans=(SPAN,), claims=(CLAIM,), title="T",
    sentences=(SentenceScore(0, 27, 0.25, (Term("intercept", -1.0),)),), as_of="2025-04-03",
)  # fmt: skip


@pytest.mark.parametrize("record", [WHISPER, CLAIM, SPAN, REPORT, Release("x", "X"), Facets()])
def test_record_survives_the_way_through_json(record):
    assert from_row(type(record), json.loads(json.dumps(to_row(record)))) == record


def test_defaults_are_left_out():
    assert to_row(Release("x", "X")) == {"id": "x", "name": "X"}


def test_unknown_field_names_what_is_allowed():
    with pytest.raises(InputError, match=r"no field 'colour'.*Allowed: .*text"):
        Report.from_dict({"text": "a", "score": 0.1, "colour": "red"})


def test_missing_field_is_a_clear_error():
    with pytest.raises(InputError, match="score"):
        Report.from_dict({"text": "a"})


@pytest.mark.parametrize(
    ("cls", "changes", "allowed"),
    [
        (Report, {"score": "high"}, "Report has score 'high'. Allowed: a number."),
        (Report, {"text": 3}, "Report has text 3. Allowed: a text."),
        (Report, {"spans": 3}, "Report has spans 3. Allowed: a list."),
        (Report, {"as_of_source": "star"}, "has as_of_source 'star'. Allowed: 'given', "),
        (Release, {"parameters": 0.5}, "has parameters 0.5. Allowed: a whole number."),
        (Report, {"spans": [{"text": "a"}]}, "HypeSpan can't be read from this row"),
        (Report, {"spans": ["a"]}, "HypeSpan is 'a'. Allowed: an object with its fields."),
    ],
)
def test_value_of_another_kind_is_one_clear_error(cls, changes, allowed):
    row = {"text": "a", "score": 0.1} if cls is Report else {"id": "x", "name": "X"}
    with pytest.raises(InputError) as error:
        from_row(cls, {**row, **changes})
    assert allowed in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize("row", [None, [], "a report", 3])
def test_what_is_no_row_is_one_clear_error(row):
    with pytest.raises(InputError, match="Allowed: an object with its fields"):
        Report.from_dict(row)


def test_nothing_is_read_where_nothing_is_allowed():
    assert from_row(Release, {"id": "x", "name": "X", "parameters": None}).parameters is None


def test_records_are_frozen():
    with pytest.raises(dataclasses.FrozenInstanceError):
        WHISPER.name = "other"


class TestShortcuts:
    def test_span_shows_its_claims_verdict_evidence_and_restatement(self):
        assert (SPAN.verdict, SPAN.evidence, SPAN.restatement) == ("REFUTED", CLAIM.evidence, "")

    def test_span_without_claim_shows_prior_art(self):
        evidence = (Evidence(WHISPER, "prior_art", "weights", "2022-09-21"),)
        span = HypeSpan(0, 1, "a", "praise", prior_art=evidence)
        assert (span.verdict, span.evidence) == (None, evidence)

    def test_stance_is_taken_from_a_mark(self):
        span = SPAN.with_stance(StanceMark("rejected", (Cue("not", 0, 3),), "Lee"))
        assert (span.stance, span.speaker) == ("rejected", "Lee")

    @pytest.mark.parametrize(
        ("day", "precision"), [("2022", "year"), ("2022-09", "month"), ("2022-09-21", "day")]
    )
    def test_release_knows_how_precise_its_date_is(self, day, precision):
        assert Release("x", "X", date=day).date_precision == precision
        assert Event("api", day).precision == precision

    def test_release_lies_between_two_days(self):
        release = Release("x", "X", date="2022-02")
        assert (str(release.earliest), str(release.latest)) == ("2022-02-01", "2022-02-28")
