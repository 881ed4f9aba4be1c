"""One finding as a SARIF result: where it stands, what is known of it, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from hypecheck.exporters.places import Lines
from hypecheck.exporters.rules import claim_of, level_of
from hypecheck.exporters.sarif_words import plain
from hypecheck.exporters.source_links import links, sources_of
from hypecheck.types import Claim, Evidence, Finding, HypeSpan, Place

Location = Mapping[str, Any]


def result_of(
    finding: Finding, file: Location, rules: Mapping[str, int], lines: Lines, compared: bool
) -> dict[str, Any]:
    """Result of one finding.

    Parameters
    ----------
    finding : Finding
    file : mapping
        Its artifact location.
    rules : mapping of str to int
        Place of each rule in the log.
    lines : Lines
        Of the file's text.
    compared : bool
        Whether the findings were held against a baseline.
    """
    level = level_of(finding)
    suppressed = finding.suppressed is not None
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": level,
        "kind": "informational" if level == "none" else "fail",
        "message": {"text": plain(finding.message) or finding.rule},
        "locations": [_location(file, _region(finding))],
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "hypecheckWording/v1": finding.fingerprint,
        },
        "suppressions": [
            {
                "kind": "inSource",
                "status": "accepted",
                "justification": finding.suppressed or "no reason given",
            }
        ]
        if suppressed
        else [],
        "properties": _properties(finding),
    }
    if compared:
        result["baselineState"] = "unchanged" if finding.known else "new"
    if finding.span is not None:
        result["rank"] = round(100 * min(1.0, max(0.0, finding.span.score)), 2)
        cues = list(_cues(finding.span, file, lines))
        if cues:
            result["relatedLocations"] = cues
    fix = _fix(finding, file, lines)
    if fix:
        result["fixes"] = [fix]
    return result


def _location(file: Location, region: Mapping[str, Any]) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": dict(file), "region": dict(region)}}


def _region(finding: Finding) -> dict[str, Any]:
    """Region of a finding; one of a title that stands nowhere in the file is on its first line."""
    found = finding.span or finding.claim
    if (
        found is not None
        and found.part == "title"
        and finding.place.start_char >= (finding.place.end_char)
    ):
        return {"startLine": 1}
    return region_of(finding.place, found.text if found else "")


def region_of(place: Place, text: str = "") -> dict[str, Any]:
    """Region of a place, in lines and columns and in characters."""
    region: dict[str, Any] = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start_char,
        "charLength": place.end_char - place.start_char,
    }
    return {**region, "snippet": {"text": text}} if text else region


def _cues(span: HypeSpan, file: Location, lines: Lines) -> Iterator[dict[str, Any]]:
    """Words that set the stance, where they stand in the file."""
    if span.part == "title":
        return
    for number, cue in enumerate(span.cues):
        region = region_of(lines.place(cue.start_char, cue.end_char), cue.text)
        message = {"text": plain(f"“{cue.text}” makes it {span.stance}")}
        yield {"id": number, "message": message, **_location(file, region)}


def _fix(finding: Finding, file: Location, lines: Lines) -> dict[str, Any] | None:
    """A wording that holds in place of the writer's own refuted claim; others' words stay."""
    claim = claim_of(finding)
    if claim is None or not claim.restatement or claim.part == "title":
        return None
    if claim.verdict != "REFUTED" or claim.stance != "asserted":
        return None
    deleted = region_of(lines.place(claim.start_char, claim.end_char))
    return {
        "description": {"text": plain(f"Write “{claim.restatement}”, which the table supports.")},
        "artifactChanges": [
            {
                "artifactLocation": dict(file),
                "replacements": [
                    {"deletedRegion": deleted, "insertedContent": {"text": claim.restatement}}
                ],
            }
        ],
    }


def _properties(finding: Finding) -> dict[str, Any]:
    span, claim = finding.span, claim_of(finding)
    known: dict[str, Any] = {"tags": ["hype"]}
    if span is not None:
        known |= {name: getattr(span, name) for name in ("stance", "score", "entry", "intensity")}
        known |= {"category": span.label, "part": span.part, "rationale": span.rationale}
        if span.speaker:
            known["speaker"] = span.speaker
    evidence = span.evidence if span is not None else claim.evidence if claim else ()
    if evidence:
        known["evidence"] = [_evidence(one) for one in evidence]
    return {**known, **_claim(claim)} if claim else known


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "claim": claim.text,
        "stance": claim.stance,
        "verdict": claim.verdict,
        "robustness": claim.robustness,
        "reason": claim.reason,
        "restatement": claim.restatement,
        "alternatives": list(claim.alternatives),
    }


def _evidence(one: Evidence) -> dict[str, Any]:
    return {
        "release": one.release.id,
        "name": one.release.name,
        "organization": one.release.organization,
        "openness": one.release.openness,
        "relation": one.relation,
        "event": one.event,
        "date": one.date,
        "rationale": one.rationale,
        "sources": list(sources_of(one)),
        "links": links(sources_of(one)),
    }
