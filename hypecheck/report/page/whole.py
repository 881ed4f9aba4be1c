"""The whole page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hypecheck.report.page.cards import body, near, tags
from hypecheck.report.page.evidence import EvidenceSets
from hypecheck.report.page.inert import flat, inert
from hypecheck.report.page.items import MOST_CARDS, STANCES, Item, Sentences, items_of
from hypecheck.report.page.marking import marked, marked_line
from hypecheck.report.page.overview import filters, first_look, summary
from hypecheck.report.page.policy import policy
from hypecheck.report.page.script import SCRIPT
from hypecheck.report.page.style import STYLE
from hypecheck.types import Report

#: Texts from this length on are laid out only where they are looked at.
_LONG = 300_000


def render(report: Report) -> str:
    """Whole page for a report.

    Parameters
    ----------
    report : Report

    Returns
    -------
    str
        HTML with a strict Content-Security-Policy; article text can't run anything.
    """
    items = items_of(report)
    title = flat(report.title, 200) if report.title else "hypecheck report"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(STYLE, SCRIPT)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{title}</title><style>{STYLE}</style></head>"
        f'<body class="hypecheck">{_body(report, items)}<script>{SCRIPT}</script></body></html>\n'
    )


def _body(report: Report, items: Sequence[Item]) -> str:
    heading = [item for item in items if item.part == "title"]
    title = marked_line(report.title, heading) if report.title else "Checked text"
    return (
        '<a class="skip" href="#article">Skip to the text</a>'
        '<header class="top"><div class="brand"><b>hypecheck</b>'
        '<button type="button" id="theme" class="js-only">Dark or light</button></div>'
        f"<h1>{title}</h1>{summary(report, items)}{first_look(items)}{filters(items)}"
        f'</header><div class="columns"><main id="article" tabindex="-1">{_text(report, items)}'
        f"</main>{_panel(report, items)}</div><footer><p>Made by hypecheck {inert(report.version)}."
        " A flag is a question to the writer, not an accusation.</p></footer>"
    )


def _text(report: Report, items: Sequence[Item]) -> str:
    own = [item for item in items if item.part == "text"]
    long = " long" if len(report.text) > _LONG else ""
    note = "" if items else '<p class="quiet">No overclaiming phrase was found.</p>'
    return (
        f'{note}{_legend(items)}<article class="text{long}" aria-label="Checked text">'
        f"{marked(report.text, own, report.sentences)}</article>"
    )


def _legend(items: Sequence[Item]) -> str:
    if not items:
        return ""
    samples = "".join(
        f'<li class="k-other s-{stance}"><span class="sample">{stance}</span></li>'
        for stance in STANCES
    )
    return (
        f'<ul class="legend" aria-label="How stances look">{samples}'
        '<li class="bars"><span class="bar-sample"></span> margin: heat of the sentence</li></ul>'
    )


def _panel(report: Report, items: Sequence[Item]) -> str:
    return (
        '<aside class="panel" aria-label="Findings" tabindex="0"><div class="panel-bar js-only">'
        '<span class="at" aria-live="polite"></span>'
        '<button type="button" data-go="-1">Previous</button>'
        '<button type="button" data-go="1">Next</button>'
        '<button type="button" class="close">Close</button></div>'
        '<p class="hint js-only">Choose a marked phrase to see why it was flagged, whose voice it'
        " is in, and what the release table says. Tab goes from phrase to phrase.</p>"
        f'<h2 class="vh">Findings</h2>{"".join(_cards(report, items))}</aside>'
    )


def _cards(report: Report, items: Sequence[Item]) -> Iterator[str]:
    sentences, evidence = Sentences(report.sentences), EvidenceSets(report.as_of)
    shown = items[:MOST_CARDS]
    by_number = {item.number: item for item in shown}
    for item in shown:
        key = f"card-{item.number}"
        inside = "".join(body(item, report, sentences.of(item), evidence))
        yield (
            f'<article class="card {item.classes}" id="{key}" tabindex="-1"'
            f' data-label="{inert(item.label)}" data-stance="{inert(item.stance)}"'
            f' aria-labelledby="{key}-head">{tags(item)}<h3 id="{key}-head">'
            f"“{flat(item.text, 160)}”</h3>{inside}{near(item, by_number, 'card-')}"
            f'<p class="back"><a href="#article">Back to the text</a></p></article>'
        )
    if len(items) > MOST_CARDS:
        yield (
            f'<p class="more">Cards for the first {MOST_CARDS:,} of {len(items):,} findings; the'
            " JSON form has all.</p>"
        )
