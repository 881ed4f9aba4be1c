"""A real Chromium that opens reports from disk and tells of everything that it shouldn't do.

Wanted are `playwright` and a Chromium: Debian's, or the one that HYPECHECK_CHROMIUM names. Where
either is missing these tests are skipped; `.ci/full` installs both, and sets HYPECHECK_BROWSER, under
which a missing Chromium is an error.
"""

import os
import shutil
from collections.abc import Iterator

import pytest

import hypecheck

ARTICLE = """\
Acme's new model: what is it worth?

Acme said on Thursday that its upcoming release will be a game-changer for hospitals. OpenAI's new \
model is "the first open-weight model from OpenAI since GPT-2," a spokesman told reporters.

It is not a revolution. Critics point out that Whisper came out in 2022.

Acme's chip is an absolutely unprecedented breakthrough, the most powerful chip in the world, \
and it will undoubtedly transform every industry overnight. OpenAI has not released open weights \
since GPT-2. It beats its rivals by a mile. The test took two hours, and rain fell.
"""


class Watched:
    """A page with what it did against the rules."""

    def __init__(self, page):
        self.page = page
        self.complaints = []
        self.requests = []
        page.on("console", lambda said: self.complaints.append(f"{said.type}: {said.text}"))
        page.on("pageerror", lambda error: self.complaints.append(f"error: {error}"))
        page.on("request", lambda sent: self.requests.append(sent.url))
        page.on("dialog", self._dialog)

    def _dialog(self, dialog):
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    found = os.environ.get("HYPECHECK_CHROMIUM") or shutil.which("chromium")
    if not found and not os.environ.get("HYPECHECK_BROWSER"):
        pytest.skip("no chromium here; HYPECHECK_CHROMIUM may name one")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def report():
    return hypecheck.check(
        ARTICLE, as_of="2025-04-03", title="Is Acme's model a revolution? Hardly."
    )


@pytest.fixture
def show(chromium, tmp_path):
    """Opens HTML from disk; when the test ends, nothing may have been said, run or fetched."""
    opened = []

    def open_html(html, **context):
        path = tmp_path / "report.html"
        path.write_text(html, encoding="utf-8")
        size = {"viewport": {"width": 1280, "height": 900}}
        scene = chromium.new_context(**(size | context))
        watched = Watched(scene.new_page())
        opened.append((scene, watched))
        watched.page.goto(path.as_uri())
        return watched.page

    yield open_html
    for scene, watched in opened:
        scene.close()
        assert watched.complaints == []
        assert [url for url in watched.requests if not url.startswith("file:")] == []


@pytest.fixture
def page(show, report):
    return show(report.to_html())
