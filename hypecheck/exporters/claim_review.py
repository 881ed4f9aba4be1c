"""Decided claims as schema.org ClaimReview, for pages that publish a check.

Required by Google (search documentation, "Fact check (ClaimReview) structured data"): url,
claimReviewed and reviewRating with alternateName; recommended: author, itemReviewed with author,
datePublished and appearance, and the rating's numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hypecheck.errors import InputError
from hypecheck.exporters.json_text import json_text
from hypecheck.exporters.source_links import links, sources_of
from hypecheck.types import Claim, FileReport, Report

#: Stands where the page of the check has to be named.
URL = "https://example.org/put-the-address-of-your-check-here"
ORGANIZATION = "Put the name of your organisation here"
_WORST, _BEST = 1, 5
#: Verdict, and whether it rests on one reading of dates or terms, to value and name.
_RATINGS = {
    ("REFUTED", True): (1, "False: a release on record contradicts it"),
    ("REFUTED", False): (2, "False in the usual sense: it depends on a date or a definition"),
    ("SUPPORTED", False): (4, "True in the usual sense: it depends on a date or a definition"),
    ("SUPPORTED", True): (5, "True by the releases on record"),
}
#: Words for the maker itself, and words that begin what is no name.
_MAKERS = ("it", "the company", "the firm", "the lab", "the maker", "the startup", "the start-up")
_NO_NAMES = ("the ", "a ", "an ", "some ", "many ", "several ", "its ", "their ", "our ")
_SCALE = (
    "Scale: 1 false, 2 false but sensitive to dates or definitions, 3 undecided (not published),"
    " 4 true but sensitive to dates or definitions, 5 true; checked against a table of releases"
)


def render(
    reports: Sequence[FileReport],
    *,
    url: str = URL,
    organization: str = ORGANIZATION,
    organization_url: str = "",
    published: str = "",
) -> str:
    """JSON-LD with one ClaimReview for each claim that is supported or refuted.

    Parameters
    ----------
    reports : sequence of FileReport
    url : str
        Page that publishes the check; each claim gets an anchor on it. The default only holds
        the place, and a search engine will want your own.
    organization, organization_url : str
        Who makes the check.
    published : str
        Day on which it is published; by default the day up to which releases counted.

    Returns
    -------
    str
        A JSON list that can stand in a page between ``<script type="application/ld+json">`` and
        its end: no text of an article can close the script.

    Raises
    ------
    InputError
        `url` is no address of a page.
    """
    if not url.startswith(("https://", "http://")):
        raise InputError(f"url is {url!r}. Allowed: the address of a page, with https://.")
    author = {"@type": "Organization", "name": organization}
    if organization_url:
        author["url"] = organization_url
    found = (one for report in reports for one in _decided(report))
    reviews = [
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": f"{url.split('#')[0]}#claim-{number}",
            "datePublished": published or report.report.as_of,
            "author": author,
            **_review(claim, report),
        }
        for number, (report, claim) in enumerate(found, start=1)
    ]
    text = json_text(reviews)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _decided(report: FileReport) -> Iterator[tuple[FileReport, Claim]]:
    for claim in report.report.claims:
        if claim.verdict in ("REFUTED", "SUPPORTED"):
            yield report, claim


def _review(claim: Claim, report: FileReport) -> dict[str, Any]:
    assert claim.verdict is not None
    value, name = _RATINGS[claim.verdict, claim.robustness == "robust"]
    sources = links(source for one in claim.evidence for source in sources_of(one))
    return {
        "claimReviewed": _summary(claim),
        "itemReviewed": _claim(claim, report),
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": value,
            "worstRating": _WORST,
            "bestRating": _BEST,
            "alternateName": name,
            "ratingExplanation": f"{_closed(claim.reason)} {_SCALE} ({report.report.snapshot}).",
        },
        "reviewBody": _body(claim),
        **({"citation": sources} if sources else {}),
    }


def _summary(claim: Claim) -> str:
    """The claim's words, with its maker in front where they don't name it."""
    maker = claim.facets.organization
    return claim.text if not maker or maker in claim.text else f"{maker}: {claim.text}"


def _closed(text: str) -> str:
    """Text with a full stop."""
    return text if not text or text.endswith((".", "!", "?")) else f"{text}."


def _body(claim: Claim) -> str:
    holds = f" A wording that holds: “{claim.restatement}”." if claim.restatement else ""
    evidence = "; ".join(
        f"{one.date} {one.release.name} ({one.release.organization}): {one.rationale}"
        for one in claim.evidence
    )
    return f"{_closed(claim.reason)}{holds}{' ' if evidence else ''}{_closed(evidence)}"


def _claim(claim: Claim, report: FileReport) -> dict[str, Any]:
    """The claim, who makes it where the text says so, and where it appears."""
    found: dict[str, Any] = {"@type": "Claim", "text": claim.text}
    author = _speaker(claim)
    if author:
        found["author"] = author
    if report.report.as_of_source != "today":
        found["datePublished"] = report.report.as_of
    found["appearance"] = _article(report.path, report.report)
    return found


def _speaker(claim: Claim) -> dict[str, str] | None:
    """Who makes the claim, where the text gives a name or speaks of the maker."""
    maker, speaker = claim.facets.organization, claim.speaker
    if speaker and maker and (speaker == maker or speaker.lower() in _MAKERS):
        return {"@type": "Organization", "name": maker}
    if speaker and speaker[0].isupper() and not speaker.lower().startswith(_NO_NAMES):
        return {"@type": "Person", "name": speaker}
    return None


def _article(path: str, report: Report) -> dict[str, Any]:
    article: dict[str, Any] = {"@type": "CreativeWork"}
    if path.startswith(("https://", "http://")):
        article["url"] = path
    article["headline"] = report.title or path
    return article
