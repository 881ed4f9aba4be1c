"""What became of a claim: what it was, what it is, and the day it turned."""

import dataclasses
import json
from datetime import date

import pytest
from click.testing import CliRunner

from hypecheck import InputError, Report, check, replay
from hypecheck.cli import main
from hypecheck.evidence import ReleaseDB
from hypecheck.evidence.load import read_table
from hypecheck.replaying import with_today
from hypecheck.report import render_text

NEVER = "xAI has never released the weights of a model."
NOTHING = "OpenAI has released no open-weight models since Whisper large-v3-turbo."

#: Sentence, day, later day, what it was, what it is, the line.
TURNS = [
    (NEVER, "2024-02-01", "2024-06-01", "SUPPORTED", "REFUTED", "true when published; false since 2024-03-17"),
    (NOTHING, "2025-04-03", "2025-12-01", "SUPPORTED", "REFUTED", "true when published; false since 2025-08-05"),
    (NEVER, "2024-02-01", "2024-02-20", "SUPPORTED", "SUPPORTED", "true when published, and still on 2024-02-20"),
    ("Grok-1 is the only open-weight model from xAI.", "2024-03-20", "2025-12-01", "SUPPORTED", "REFUTED", "true when published; false since 2025-08-23"),
    ("EleutherAI's GPT-NeoX-20B is the largest open language model.", "2022-02-15", "2025-12-01", "SUPPORTED", "REFUTED", "true when published; false since 2022-05-03"),
    ("OpenAI has released no open-weight models since GPT-2.", "2024-01-05", "2025-12-01", "REFUTED", "REFUTED", "false when published, and still on 2025-12-01"),
    ("OpenAI has not released an open-weight language model since GPT-2.", "2024-01-05", "2025-12-01", "NOT_ENOUGH_INFO", "REFUTED", "open when published; false since 2025-08-05"),
    ("Grok-1 is xAI's first open model.", "2024-03-18", "2025-12-01", "SUPPORTED", "SUPPORTED", "true when published, which later releases can't change"),
    ("In all of 2024 xAI released no model with open weights after Grok-1.", "2025-02-01", "2025-12-01", "SUPPORTED", "SUPPORTED", "true when published, which later releases can't change"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "later", "was", "now", "words"), TURNS, ids=[r[0] + r[2] for r in TURNS])  # fmt: skip
def test_claim_is_told_as_it_was_and_as_it_is(text, day, later, was, now, words):
    (one,) = replay([check(text, as_of=day)], as_of=later)
    assert (one.was, one.now, one.turn.words) == (was, now, words)
    assert one.flipped == (was != now)
    assert one.turn.as_of == later


def test_the_day_it_turned_is_that_of_the_earliest_release_against_it():
    (one,) = replay([check(NOTHING, as_of="2025-04-03")], as_of="2025-12-01")
    assert one.turn.since == "2025-08-05"
    assert one.turn.evidence[0].release.id == "gpt-oss"
    assert all("2025-04-03" < item.date <= "2025-12-01" for item in one.turn.evidence)


def test_what_held_to_the_end_of_the_table_is_said_to():
    report = check("OpenAI has never released the weights of GPT-3.", as_of="2024-08-01")
    end = ReleaseDB.load().snapshot
    (one,) = replay([report], as_of="2099")
    assert one.now == "NOT_ENOUGH_INFO"
    assert one.turn.words == f"true when published, and still on {end}, where the table ends"


def test_a_report_from_after_the_day_is_checked_as_of_its_own():
    (one,) = replay([check(NEVER, as_of="2024-02-01")], as_of="2020")
    assert one.turn.as_of == "2024-02-01"
    assert not one.flipped


def test_without_a_day_it_is_today():
    (one,) = replay([check(NEVER, as_of="2024-02-01")])
    assert one.turn.as_of == date.today().isoformat()
    assert one.now == "REFUTED"


def test_claims_keep_the_order_and_the_id_of_their_reports():
    reports = [dataclasses.replace(check(NEVER, as_of=day), id=day) for day in ("2024-02-01", "2024-05-01")]  # fmt: skip
    assert [(one.report, one.was) for one in replay(reports, as_of="2025")] == [
        ("2024-02-01", "SUPPORTED"),
        ("2024-05-01", "REFUTED"),
    ]


def test_a_saved_report_is_enough():
    saved = json.loads(check(NEVER, as_of="2024-02-01").to_json())
    (one,) = replay([Report.from_dict(saved)], as_of="2024-06-01")
    assert one.turn.since == "2024-03-17"


def without(*ids):
    """The shipped table without some releases."""
    table = read_table(None)
    kept = tuple(release for release in table.releases if release.id not in ids)
    return ReleaseDB(dataclasses.replace(table, releases=kept))


def test_a_corrected_table_flips_a_verdict():
    report = check(NEVER, as_of="2024-06-01")
    (one,) = replay([report], without("grok-1"), as_of="2024-06-01")
    assert one.was == "REFUTED"
    assert one.flipped
    assert one.turn.words.startswith("false by the table of then; by the present one ")


def test_a_claim_that_no_table_was_asked_about_has_nothing_to_turn():
    report = check(NEVER, as_of="2024-02-01")
    claims = tuple(dataclasses.replace(claim, verdict=None) for claim in report.claims)
    unasked = dataclasses.replace(report, claims=claims, spans=())
    assert list(replay([unasked], as_of="2025-12-01")) == []
    assert with_today(unasked, as_of="2025-12-01") == unasked


def test_what_is_no_report_is_one_clear_error():
    with pytest.raises(InputError, match="A report is a str"):
        list(replay(["text"]))


def test_a_day_that_is_none_is_one_clear_error():
    with pytest.raises(InputError, match="not a date"):
        list(replay([], as_of="soon"))


class TestToday:
    def test_report_carries_it_in_claims_and_spans(self):
        report = with_today(check("Grok-1 is the only open-weight model from xAI.", as_of="2024-03-20"), as_of="2025-12-01")  # fmt: skip
        assert report.claims[0].today.since == "2025-08-23"
        assert report.spans[0].claim.today == report.claims[0].today
        assert Report.from_dict(report.to_dict()) == report

    def test_text_shows_one_line_a_claim(self):
        report = with_today(check(NEVER, as_of="2024-02-01"), as_of="2025-12-01")
        line = "as of 2025-12-01: true when published; false since 2024-03-17: Grok-1"
        assert line in " ".join(render_text(report).split())

    @pytest.mark.parametrize(("form", "words"), [("text", "false since 2024-03-17"), ("json", '"since": "2024-03-17"')])  # fmt: skip
    def test_command_says_it_on_request(self, form, words):
        command = ["check", "-", "--as-of", "2024-02-01", "--format", form]
        runner = CliRunner()
        assert words in runner.invoke(main, [*command, "--today"], input=NEVER).stdout
        assert words not in runner.invoke(main, command, input=NEVER).stdout
