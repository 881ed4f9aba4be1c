"""A reader clicks, tabs, filters, copies and prints her way through a report.

That nothing is printed to the console (so no violation of the policy), no dialog opens and nothing
is fetched is checked at the end of every test, in `show`.
"""

import re

import pytest

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}


def hit(page, words):
    return page.locator("a.hit", has_text=words).first


def card(page):
    return page.locator(".card.open")


def refuted(page):
    """The mark of the first refuted claim."""
    key = page.locator(".card:has(.tag.v-REFUTED)").first.get_attribute("id")
    return page.locator(f'a.hit[href="#{key}"]').first


def test_click_opens_the_card_with_all_that_is_known(page):
    assert card(page).count() == 0
    refuted(page).click()
    (words,) = card(page).all_inner_texts()
    for expected in ("priority", "Refuted", "Counter-evidence", "Whisper", "2022-09-21",
                     "open weights", "Source:", "This wording holds"):  # fmt: skip
        assert expected in words
    assert card(page).locator("svg.timeline").is_visible()
    source = card(page).locator("a.source").first
    assert source.get_attribute("rel") == "noopener noreferrer"
    assert source.get_attribute("href").startswith("https://")


def test_open_phrase_and_its_cue_stand_out_in_the_text(page):
    key = page.locator('.card[data-stance="rejected"]').first.get_attribute("id")
    mark = page.locator(f'.text a.hit[href="#{key}"], h1 a.hit[href="#{key}"]').first
    before = mark.evaluate("e => getComputedStyle(e).backgroundColor")
    mark.click()
    assert mark.evaluate("e => getComputedStyle(e).backgroundColor") != before
    cues = page.locator(".cue.on")
    assert cues.count() >= 1
    assert cues.first.inner_text() in card(page).inner_text()


def test_rejected_phrase_looks_different_from_an_asserted_one_without_colour(page):
    def form(stance):
        return page.locator(f"a.hit.s-{stance}").first.evaluate(
            "e => { const s = getComputedStyle(e);"
            " return [s.textDecorationLine, s.outlineStyle, s.borderBottomStyle, s.boxShadow !== 'none',"
            " getComputedStyle(e, '::after').content]; }"
        )

    assert form("rejected") != form("asserted")
    assert form("rejected")[0] == "line-through"
    assert form("asserted")[0] == "none"


def test_every_phrase_can_be_reached_and_opened_with_the_keyboard_alone(page):
    wanted = page.locator(".card").count()
    seen = set()
    for _ in range(30 + 3 * wanted):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.classList.contains('hit')"):
            seen.add(card(page).get_attribute("id"))
            assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "true"
    assert len(seen) == wanted


def test_enter_goes_into_the_card_and_escape_back_to_the_phrase(page):
    mark = refuted(page)
    mark.focus()
    page.keyboard.press("Enter")
    inside = "document.activeElement.closest('.card.open') !== null"
    assert page.evaluate(inside)
    page.keyboard.press("Tab")
    assert page.evaluate(inside)
    page.keyboard.press("Escape")
    assert card(page).count() == 0
    assert mark.evaluate("e => e === document.activeElement")
    assert mark.get_attribute("aria-expanded") == "false"


def test_first_tab_offers_to_skip_to_the_text(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "article"


def test_next_and_previous_go_round(page):
    refuted(page).click()
    here = card(page).get_attribute("id")
    page.get_by_role("button", name="Next").click()
    assert card(page).get_attribute("id") != here
    page.get_by_role("button", name="Previous").click()
    assert card(page).get_attribute("id") == here
    for _ in range(page.locator(".card").count()):
        page.get_by_role("button", name="Next").click()
    assert card(page).get_attribute("id") == here
    page.get_by_role("button", name="Close").click()
    assert card(page).count() == 0


@pytest.mark.parametrize("kind", ["label", "stance"])
def test_filter_takes_phrases_away_and_brings_them_back(page, kind):
    switch = page.locator(f'input[data-filter="{kind}"]').first
    value = switch.get_attribute("value")
    cards = page.locator(".card").count()
    gone = page.locator(f'.card[data-{kind}="{value}"]').count()
    switch.click()
    assert page.locator(".shown").inner_text() == f"Showing {cards - gone} of {cards}"
    off = page.locator("a.hit.off").first
    assert off.evaluate("e => e.tabIndex") == -1
    off.click(force=True)
    assert card(page).count() == 0
    assert off.evaluate("e => getComputedStyle(e).backgroundColor") == "rgba(0, 0, 0, 0)"
    switch.click()
    assert page.locator("a.hit.off").count() == 0


def test_card_of_a_phrase_that_is_filtered_out_closes(page):
    refuted(page).click()
    label = card(page).get_attribute("data-label")
    page.locator(f'input[value="{label}"]').click()
    assert card(page).count() == 0


def test_restatement_is_copied(show, report):
    page = show(report.to_html(), permissions=["clipboard-read", "clipboard-write"])
    refuted(page).click()
    card(page).get_by_role("button", name="Copy").click()
    page.wait_for_function("document.querySelector('.card.open .copy').textContent === 'Copied'")
    wording = card(page).locator(".wording").inner_text()
    assert page.evaluate("navigator.clipboard.readText()") == wording


def test_restatement_is_copied_where_the_page_may_not_use_the_clipboard(show, report):
    page = show(report.to_html())
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', {value: undefined, configurable: true})"
    )
    refuted(page).click()
    card(page).get_by_role("button", name="Copy").click()
    assert "Copied" in card(page).inner_text()
    assert page.evaluate("getSelection().toString()").strip() == (
        card(page).locator(".wording").inner_text()
    )


def test_claim_that_is_no_hype_opens_too(page):
    page.locator("a.hit", has_text="has not released").first.click()
    assert "claim" in card(page).locator(".tags").inner_text()
    assert card(page).locator("svg.timeline").count() == 1


def test_prior_art_that_phrases_share_comes_along_to_the_open_card(page):
    slot = page.locator(".card:has(.slot)").first
    assert slot.count() == 1, "the article has two phrases with the same prior art"
    page.locator(f'a.hit[href="#{slot.get_attribute("id")}"]').first.click()
    assert card(page).locator("svg.timeline").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".slot .set").count() == 0


def test_bar_in_the_margin_reaches_over_its_whole_sentence(page):
    tall = page.evaluate(
        "Array.from(document.querySelectorAll('.heat')).map(e => {"
        " const boxes = e.getClientRects();"
        " return [parseFloat(getComputedStyle(e, '::before').height),"
        "         boxes[boxes.length - 1].bottom - boxes[0].top]; })"
    )
    assert tall
    for height, sentence in tall:
        assert height == pytest.approx(sentence, abs=1)


def test_address_of_a_card_opens_it(show, report):
    page = show(report.to_html())
    page.goto(page.url + "#card-2")
    page.reload()
    assert card(page).get_attribute("id") == "card-2"


def test_on_a_phone_nothing_is_wider_than_the_screen(show, report):
    page = show(report.to_html(), **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    refuted(page).tap()
    assert card(page).is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    sheet, mark = page.locator(".panel").bounding_box(), refuted(page).bounding_box()
    assert sheet["y"] + sheet["height"] == pytest.approx(740, abs=1)
    assert 0 <= mark["y"] < sheet["y"], "the phrase stays in sight above its card"
    page.get_by_role("button", name="Close").tap()
    assert not page.locator(".panel").is_visible()


@pytest.mark.parametrize("width", [320, 390, 600, 800, 1000, 1280, 1920])
def test_no_width_scrolls_sideways(show, report, width):
    page = show(report.to_html(), viewport={"width": width, "height": 800})
    refuted(page).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def brightness(page):
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(map(int, re.findall(r"\d+", colour)[:3]))


def test_page_is_dark_where_the_reader_wants_it_dark(show, report):
    page = show(report.to_html(), color_scheme="dark")
    assert brightness(page) < 200
    page.get_by_role("button", name="Dark or light").click()
    assert brightness(page) > 600
    page.get_by_role("button", name="Dark or light").click()
    assert brightness(page) < 200


def test_print_has_every_card_and_no_controls(show, report):
    page = show(report.to_html(), color_scheme="dark")
    refuted(page).click()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert brightness(page) in (0, 765)  # none, or white
    cards = page.locator(".card")
    assert [one.is_visible() for one in cards.all()] == [True] * cards.count()
    assert not page.locator(".filters").is_visible()
    assert not page.locator(".panel-bar").is_visible()
    assert page.locator(".card details table").first.is_visible()
    pdf = page.pdf()
    assert pdf.startswith(b"%PDF-")
    assert len(pdf) > 20_000


def test_without_a_script_marks_lead_to_their_cards(show, report):
    page = show(report.to_html(), java_script_enabled=False)
    cards = page.locator(".card")
    assert cards.count() == sum(one.is_visible() for one in cards.all())
    assert not page.locator(".filters").is_visible()
    refuted(page).click()
    assert "#card-" in page.url


@pytest.mark.parametrize(
    "context",
    [{}, {"color_scheme": "dark"}, PHONE, {"forced_colors": "active"}],
    ids=["light", "dark", "phone", "forced colours"],
)
def test_axe_finds_nothing_to_mend(show, report, context):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = show(report.to_html(), **context)
    for opened in (False, True):
        if opened:
            refuted(page).click()
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        found = axe.run(page).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []


def test_screen_reader_hears_names_and_states(page):
    mark = refuted(page)
    mark.click()
    for role, name in (("main", None), ("complementary", "Findings"), ("form", "Filters"),
                       ("group", "Category"), ("group", "Stance"), ("banner", None)):  # fmt: skip
        assert page.get_by_role(role, name=name).count() >= 1, role
    assert page.get_by_role("heading", level=3).count() == 1, "hidden cards are not read"
    assert page.get_by_role("img", name="Releases around the claim").count() == 1
    assert mark.get_attribute("title") == "priority, attributed"


def test_notebook_fragments_stand_side_by_side(show, report):
    body = report._repr_html_()
    page = show(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Notebook</title>'
        f'<p id="outside">Outside</p>{body}{report._repr_html_()}'
    )
    assert page.locator(".hypecheck-fragment").count() == 2
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]')).map(e => e.id)")
    assert len(ids) == len(set(ids))
    second = page.locator(".hypecheck-fragment").nth(1)
    details = second.locator("details.card").first
    details.locator("> summary").click()
    assert details.locator(".context").is_visible()
    assert not page.locator(".hypecheck-fragment").nth(0).locator(".context").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_mark_in_a_notebook_opens_its_card(show, report):
    page = show(f"<!doctype html><title>Notebook</title>{report._repr_html_()}")
    mark = page.locator("a.hit").first
    mark.click()
    target = mark.get_attribute("href").removeprefix("#")
    assert page.locator(f'[id="{target}"] .context').is_visible()
