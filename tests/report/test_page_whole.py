"""The whole page: self-contained, closed to what isn't its own, everything on it in place."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest

from hypecheck.report.page.colours import CATEGORIES, GROUND
from hypecheck.report.page.items import MOST_CARDS
from hypecheck.types import (
    Claim,
    Comparison,
    Cue,
    Event,
    Evidence,
    HypeSpan,
    Release,
    Report,
    SentenceScore,
    Term,
)

ATTACK = (
    "</script></style><script>alert(1)</script> \" onmouseover='x' --> ]]> & <img src=x onerror=x>"
    "\u202e\x00\ud800"
)


def attacked():
    """A report whose every text is an attack."""
    bad = "javascript:alert(1)"
    release = Release(
        ATTACK, ATTACK, organization=ATTACK, openness=ATTACK, licence=ATTACK, date="2020",
        events=(Event(ATTACK, "2020", (bad,)),), sources=(ATTACK,),
    )  # fmt: skip
    evidence = (
        Evidence(release, "counterexample", ATTACK, "2020", ATTACK),
        Evidence(release, ATTACK, "", ATTACK, ATTACK),
    )
    claim = Claim(
        ATTACK, 0, 9, ATTACK, since=ATTACK, as_of=ATTACK, stance=ATTACK, verdict="REFUTED",
        robustness=ATTACK, reason=ATTACK, evidence=evidence, restatement=ATTACK, stretch=ATTACK,
        alternatives=(ATTACK,), speaker=ATTACK, anchor_name=ATTACK, anchor_date="2019",
    )  # fmt: skip
    span = HypeSpan(
        0, 9, ATTACK, ATTACK, ATTACK, entry=ATTACK, cues=(Cue(ATTACK, 2, 8),), speaker=ATTACK,
        rationale=ATTACK, claim=claim,
    )  # fmt: skip
    loose = Claim(ATTACK, 3, 12, ATTACK, reason=ATTACK, verdict=ATTACK)
    return Report(
        ATTACK, 0.5, (span, HypeSpan(1, 5, ATTACK, ATTACK, part="title")), (claim, loose),
        (SentenceScore(0, 40, 0.9, (Term(ATTACK, 1.0, ATTACK),)),), terms=(Term(ATTACK, 1, ATTACK),),
        title=ATTACK, as_of=ATTACK, as_of_source=ATTACK, snapshot=ATTACK, version=ATTACK,
        comparisons=(Comparison(ATTACK, 5, 9, ATTACK, named=(ATTACK,), missing=(ATTACK,)),),
    )  # fmt: skip


@pytest.mark.parametrize(
    "html", [attacked().to_html(), attacked()._repr_html_()], ids=["page", "fragment"]
)
def test_no_text_of_a_report_becomes_markup(html, read):
    html.encode("utf-8")
    tree = read(html)
    plain = Report("a", 0.5)
    own = read(plain.to_html()).find("script")
    assert len(tree.find("script")) in (0, len(own))
    assert not {one.tag for one in tree.root.all()} & {"img", "iframe", "base"}
    for one in tree.root.all():
        for name, value in one.attrs.items():
            assert not name.startswith("on")
            assert name != "style"
            assert "javascript:" not in (value or "") or name in ("value", "data-label", "title")
            if name == "href":
                assert value.startswith(("#", "https://", "http://"))
    assert "\u202e" not in html
    assert "\x00" not in html


def test_policy_lets_only_the_page_s_own_script_and_style_count(refuted, read):
    html = refuted.to_html()
    tree = read(html)
    (meta,) = tree.find("meta", **{"http-equiv": "Content-Security-Policy"})
    policy = meta.attrs["content"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        ((inside,),) = [re.findall(f"<{tag}>(.*?)</{tag}>", html, re.S)]
        digest = b64encode(sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert html.index("Content-Security-Policy") < html.index("<style>")


def test_page_is_self_contained(refuted, read):
    tree = read(refuted.to_html())
    for one in tree.root.all():
        assert not {"src", "srcset", "action", "background"} & set(one.attrs)
        assert one.tag != "link"
    assert not re.search(r"@import|url\(", tree.find("style")[0].text)


def test_same_report_gives_the_same_page(refuted):
    assert refuted.to_html() == Report.from_dict(refuted.to_dict()).to_html()


def test_ids_are_unique_and_everything_that_is_pointed_at_is_there(refuted, read):
    tree = read(refuted.to_html())
    ids = [one.attrs["id"] for one in tree.root.all() if "id" in one.attrs]
    assert len(ids) == len(set(ids))
    for one in tree.root.all():
        if (one.attrs.get("href") or "").startswith("#"):
            assert one.attrs["href"][1:] in ids
        for name in ("aria-labelledby", "aria-describedby", "aria-controls"):
            assert set((one.attrs.get(name) or "").split()) <= set(ids)


def test_headings_come_in_order_and_there_is_one_of_the_first_rank(refuted, read):
    ranks = [
        int(one.tag[1])
        for one in read(refuted.to_html()).root.all()
        if re.fullmatch("h[1-6]", one.tag)
    ]
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))


def test_filters_count_the_categories_and_stances_that_are_there(refuted, read):
    switches = read(refuted.to_html()).find("label", "switch")
    assert [switch.text for switch in switches] == ["priority 1", "attributed 1"]


def test_decided_claims_are_looked_at_first(refuted, read):
    (first,) = read(refuted.to_html()).find("section", "first")
    assert "Refuted" in first.text
    assert "#card-1" in [a.attrs["href"] for a in first.all() if a.tag == "a"]


def test_report_without_findings_says_so():
    html = Report("It rained.", 0.01).to_html()
    assert "No overclaiming phrase was found" in html


def test_very_many_findings_are_all_marked_but_not_all_have_a_card(read):
    text = "new era " * (MOST_CARDS + 5)
    spans = tuple(HypeSpan(at, at + 7, "new era", "scope") for at in range(0, len(text), 8))
    tree = read(Report(text, 0.5, spans).to_html())
    assert len(tree.find(cls="card")) == MOST_CARDS
    assert len(tree.find(cls="hit")) == MOST_CARDS + 5
    assert "2,000 of 2,005" in tree.find(cls="more")[0].text


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(share * p for share, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, two):
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("label", CATEGORIES)
@pytest.mark.parametrize("night", [False, True], ids=["light", "dark"])
def test_colours_of_a_category_are_legible(label, night):
    line, tint = CATEGORIES[label][2:] if night else CATEGORIES[label][:2]
    page, ink = GROUND["page"][night], GROUND["ink"][night]
    assert contrast(ink, tint) >= 7
    assert contrast(line, page) >= 4.5
    assert contrast(page, line) >= 4.5  # letters of the open phrase


@pytest.mark.parametrize("name", ["ink", "quiet", "accent", "refuted", "supported", "open"])
@pytest.mark.parametrize("night", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["page", "panel"])
def test_words_are_legible(name, night, ground):
    assert contrast(GROUND[name][night], GROUND[ground][night]) >= 4.5
