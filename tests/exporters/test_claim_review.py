"""ClaimReview: decided claims only, with all that search engines require."""

import json
from dataclasses import replace

import pytest

import hypecheck
from hypecheck.errors import InputError
from hypecheck.exporters import file_report
from hypecheck.exporters.claim_review import URL, render
from hypecheck.types import Claim, Facets, FileReport, Report

BASE = Claim("first open-weight model", 0, 23, "first", verdict="REFUTED", reason="Whisper came before.")  # fmt: skip


def reviews(*claims, path="a.txt", title=None, source="given", **options):
    report = Report(
        "first open-weight model", 0.5, claims=claims, title=title, as_of="2025-04-03",
        as_of_source=source, snapshot="2026-08-31",
    )  # fmt: skip
    return json.loads(render([FileReport(path, report)], **options))


@pytest.mark.parametrize("verdict", ["NOT_ENOUGH_INFO", None])
def test_undecided_claims_are_left_out(verdict):
    assert reviews(replace(BASE, verdict=verdict)) == []


def test_review_has_what_google_requires_and_recommends():
    (review,) = reviews(BASE, url="https://check.example/story", organization="The Desk")
    assert (review["@context"], review["@type"]) == ("https://schema.org", "ClaimReview")
    assert review["url"].startswith("https://check.example/story")
    assert review["claimReviewed"] == "first open-weight model"
    assert review["reviewRating"]["alternateName"]
    assert review["author"] == {"@type": "Organization", "name": "The Desk"}
    assert review["itemReviewed"]["@type"] == "Claim"
    assert review["itemReviewed"]["appearance"]["@type"] == "CreativeWork"
    assert review["datePublished"] == "2025-04-03"


@pytest.mark.parametrize(
    ("verdict", "robustness", "value"),
    [
        ("REFUTED", "robust", 1),
        ("REFUTED", "definition-sensitive", 2),
        ("SUPPORTED", "date-sensitive", 4),
        ("SUPPORTED", "robust", 5),
    ],
)
def test_rating_lies_on_an_explained_scale(verdict, robustness, value):
    (review,) = reviews(replace(BASE, verdict=verdict, robustness=robustness))
    rating = review["reviewRating"]
    assert rating["worstRating"] < rating["bestRating"]
    assert rating["ratingValue"] == value
    assert rating["ratingExplanation"].startswith("Whisper came before. Scale: 1 false")
    assert rating["alternateName"].startswith("False" if verdict == "REFUTED" else "True")


@pytest.mark.parametrize(
    ("speaker", "author"),
    [
        ("OpenAI", {"@type": "Organization", "name": "OpenAI"}),
        ("the company", {"@type": "Organization", "name": "OpenAI"}),
        ("Ann Lee", {"@type": "Person", "name": "Ann Lee"}),
        ("The spokesman", None),
        ("analysts", None),
    ],
)
def test_speaker_is_the_claims_author_where_it_has_a_name(speaker, author):
    claim = replace(BASE, speaker=speaker, facets=Facets(organization="OpenAI"))
    (review,) = reviews(claim)
    assert review["itemReviewed"].get("author") == author


def test_maker_is_named_with_the_claim():
    (review,) = reviews(replace(BASE, facets=Facets(organization="OpenAI")))
    assert review["claimReviewed"] == "OpenAI: first open-weight model"
    assert review["itemReviewed"]["text"] == "first open-weight model"


def test_reviewer_has_an_address_where_one_is_given():
    (review,) = reviews(BASE, organization="The Desk", organization_url="https://desk.example")
    assert review["author"] == {
        "@type": "Organization",
        "name": "The Desk",
        "url": "https://desk.example",
    }


def test_no_author_is_made_up():
    assert "author" not in reviews(BASE)[0]["itemReviewed"]


def test_article_is_where_the_claim_appears():
    (review,) = reviews(BASE, path="https://news.example/a", title="Big news")
    appearance = review["itemReviewed"]["appearance"]
    assert (appearance["url"], appearance["headline"]) == ("https://news.example/a", "Big news")
    assert "url" not in reviews(BASE)[0]["itemReviewed"]["appearance"]


def test_day_of_the_claim_is_told_only_where_it_is_known():
    assert reviews(BASE)[0]["itemReviewed"]["datePublished"] == "2025-04-03"
    assert "datePublished" not in reviews(BASE, source="today")[0]["itemReviewed"]


def test_address_is_a_placeholder_until_one_is_given():
    assert reviews(BASE)[0]["url"].startswith(URL)


def test_each_claim_has_an_address_of_its_own():
    addresses = [r["url"] for r in reviews(BASE, BASE, url="https://check.example/#top")]
    assert addresses == ["https://check.example/#claim-1", "https://check.example/#claim-2"]


@pytest.mark.parametrize("url", ["", "check.example", "javascript:alert(1)"])
def test_address_that_is_none_is_refused(url):
    with pytest.raises(InputError, match="url is"):
        reviews(BASE, url=url)


def test_text_of_an_article_can_not_end_the_script():
    claim = replace(BASE, text="</script><script>alert(1)</script>", speaker="<b>&")
    text = render([FileReport("</script>", Report("x", 0.5, claims=(claim,)))])
    assert not set("<>&") & set(text)
    assert json.loads(text)[0]["claimReviewed"] == claim.text


def test_sources_of_the_evidence_are_cited():
    text = "OpenAI announced its first open-weight model since GPT-2."
    report = file_report(hypecheck.check(text, as_of="2025-04-03"), "a.txt")
    (review,) = json.loads(render([report]))
    assert any(url.startswith("https://") for url in review["citation"])
    assert "Whisper" in review["reviewBody"]
    assert "A wording that holds" in review["reviewBody"]
