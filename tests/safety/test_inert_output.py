"""Whatever an article, a table or a title says, output is text: no markup, no link that runs, no template."""

import json
from html.parser import HTMLParser

import pytest

import hypecheck
from hypecheck.checks import Checker, Settings
from hypecheck.exporters import claim_review, github, report_json, sarif
from hypecheck.exporters.timeline_html import timeline_html
from hypecheck.exporters.timeline_svg import timeline_svg
from hypecheck.report import render_text
from hypecheck.types import Claim, Event, Evidence, HypeSpan, Release, Report

#: What template languages and formatting would fill in; each has to come out as it went in.
TEMPLATES = [
    "{{ 7 * 7 }}", "{{constructor.constructor('alert(1)')()}}", "${7 * 7}", "#{7 * 7}", "<%= 7 * 7 %>",
    "%(name)s %s %d %n", "{0.__class__.__mro__}", "{span.text}", "{report!r:>999999}", "$name ${name}",
    "\\g<0> \\1 \\N{BULLET}", "`id`", "$(id)",
]  # fmt: skip
URLS = [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x", "file:///etc/passwd", "//evil.example/x",
    "https://evil.example/\" onmouseover=\"alert(1)", "https://evil.example/'><script>alert(1)</script>",
]  # fmt: skip
MARKUP = "</script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>\" onload='x' -->"


class Page(HTMLParser):
    """Tags with their attributes, and the text outside of scripts and styles."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.text, self._inside = [], "", []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self._inside.append(tag)

    def handle_endtag(self, tag):
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def handle_data(self, data):
        if not self._inside:
            self.text += data


def attacked(text):
    """A report every text of which is the same."""
    release = Release(
        text, text, organization=text, country=text, licence=text, kind=text, openness=text,
        date="2020", events=(Event(text, "2020", (text,)),), sources=(text,), note=text,
    )  # fmt: skip
    evidence = (Evidence(release, "counterexample", text, "2020", text),)
    claim = Claim(
        text, 0, 4, text, verdict="REFUTED", reason=text, restatement=text, alternatives=(text,),
        evidence=evidence, stretch=text, speaker=text, anchor_name=text, anchor_date="2019",
    )  # fmt: skip
    span = HypeSpan(0, 4, text, text, entry=text, speaker=text, rationale=text, claim=claim)
    return Report(
        f"{text} and more", 0.5, (span,), (claim,), title=text, as_of="2021-01-01", snapshot=text,
        version=text, id=text,
    )  # fmt: skip


def releases(text):
    return [
        Release(text, text, organization=text, date="2020", events=(Event(text, "2020", (text,)),)),
        Release("x", "X", organization="M", date="2021", sources=(text,)),
    ]


PAGES = {
    "report": lambda text: attacked(text).to_html(),
    "notebook": lambda text: attacked(text)._repr_html_(),
    "timeline": lambda text: timeline_html(releases(text), text, {text: text}),
    "picture": lambda text: timeline_svg(releases(text), text),
}


def own_scripts(make):
    return [tag for tag, _ in Page(make("plain")).tags].count("script")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("attack", [MARKUP, *URLS], ids=range(len(URLS) + 1))
def test_no_page_gets_a_tag_an_event_handler_or_a_link_that_runs(name, attack):
    make = PAGES[name]
    page = Page(make(attack))
    tags = [tag for tag, _ in page.tags]
    assert tags.count("script") == own_scripts(make)
    assert not {"img", "iframe", "object", "embed", "base", "form"} & set(tags) or name == "report"
    for tag, attributes in page.tags:
        assert not [key for key in attributes if key.startswith("on")], tag
        for key in ("href", "src", "action", "xlink:href"):
            if attributes.get(key):
                assert attributes[key].startswith(("https://", "http://", "#")), attributes[key]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_stays_what_it_is(name, template):
    source = PAGES[name](template)
    assert template in Page(source).text
    assert "49" not in Page(source).text.replace(template, "")


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_in_an_article_stays_what_it_is(template):
    text = f"{template} is a game-changer, and {template} is OpenAI's first open-weight model since GPT-2."
    report = hypecheck.check(text, as_of="2025-08-06", title=f"{template} is a breakthrough")
    assert report.spans
    assert hypecheck.Report.from_dict(json.loads(report.to_json())) == report
    for shown in (report.explain(), render_text(report, name=template), report.to_html()):
        assert "49" not in shown.replace("0.49", "").replace(".49", "") or "49" in report.to_json()
    assert template in " ".join(render_text(report, name=template).split())


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_in_a_checked_file_stays_what_it_is(template):
    source = f"A {template} paragraph.\n\nThe chip is a game-changer.\n"
    report = Checker(Settings(as_of="2025-08-06")).check(f"{template}.txt", source)
    for form in (sarif, report_json, github, claim_review):
        assert isinstance(form.render([report]), str)
    row = json.loads(report_json.render([report]))
    assert f"{template}.txt" in json.dumps(row, ensure_ascii=False).replace("\\\\", "\\")
    run = json.loads(sarif.render([report]))["runs"][0]
    assert len(run["results"]) == 1


@pytest.mark.parametrize(
    "attack",
    [
        "\x1b[2J\x1b[H",
        "\x1b]0;owned\x07",
        "\x9b31m",
        "\x08\x08\x08",
        "\u202e",
        "\x1b[8m",
        "\x1b[1;8m",
    ],
)
@pytest.mark.parametrize("colour", [True, False])
def test_a_report_for_a_terminal_holds_no_sign_that_steers_it(attack, colour):
    plain = render_text(attacked("plain"), colour=colour)
    shown = render_text(attacked(f"plain{attack}"), name=attack, colour=colour)
    steering = {
        char for char in shown if ord(char) < 32 or 127 <= ord(char) < 160 or char == "\u202e"
    }
    assert steering <= {"\n", "\x1b"}
    assert shown.count("\x1b") == plain.count("\x1b")
    assert colour == ("\x1b[1m" in shown)


def test_a_report_for_a_terminal_holds_no_command_to_a_workflow():
    text = render_text(attacked(f"{'word ' * 9}::error::fake ::stop-commands::x {'word ' * 9}"))
    assert not any(line.strip().startswith("::") for line in text.splitlines())
