"""A report inside a page of others: no script, no id that could stand there twice."""

from __future__ import annotations

import secrets
from collections.abc import Sequence

from hypecheck.report.page.cards import body, near, tags
from hypecheck.report.page.evidence import EvidenceSets
from hypecheck.report.page.inert import flat
from hypecheck.report.page.items import Item, Sentences, items_of
from hypecheck.report.page.marking import marked, marked_line
from hypecheck.report.page.overview import facts, scale, words
from hypecheck.report.page.style import FRAGMENT_STYLE
from hypecheck.types import Report

#: Cards in a notebook; the whole page has more.
MOST_CARDS = 100


def render_fragment(report: Report) -> str:
    """The report for a notebook's output cell.

    Cards are `details` elements, which open without a script; ids begin with a random key, so
    that several reports can stand on one page; every rule of style is bound to this element.
    """
    key = f"hc{secrets.token_hex(6)}-"
    items = items_of(report)
    own = [item for item in items if item.part == "text"]
    heading = [item for item in items if item.part == "title"]
    title = marked_line(report.title, heading, anchor=key, cards=MOST_CARDS) if report.title else ""
    head = f'<p class="title">{title}</p>' if title else ""
    return (
        f'<div class="hypecheck hypecheck-fragment"><style>{FRAGMENT_STYLE}</style>{head}'
        f'<p class="score-line"><strong>{report.score:.2f}</strong> <span>{words(report.score)}'
        f'</span></p>{scale(report.score)}<dl class="facts"><dt>Own voice</dt><dd>'
        f"{report.own_voice:.2f}</dd><dt>Quoted voice</dt><dd>{report.quoted_voice:.2f}</dd>"
        f'{facts(report)}</dl><div class="text">'
        f"{marked(report.text, own, report.sentences, anchor=key, cards=MOST_CARDS)}</div>"
        f"{_cards(report, items, key)}</div>"
    )


def _cards(report: Report, items: Sequence[Item], key: str) -> str:
    sentences, evidence = Sentences(report.sentences), EvidenceSets(report.as_of, key)
    shown = items[:MOST_CARDS]
    by_number = {item.number: item for item in shown}
    cards = "".join(
        f'<details class="card {item.classes}"><summary>“{flat(item.text, 100)}”{tags(item)}'
        f'</summary><div id="{key}{item.number}">'
        f"{''.join(body(item, report, sentences.of(item), evidence))}"
        f"{near(item, by_number, key)}</div></details>"
        for item in shown
    )
    rest = len(items) - len(shown)
    more = f'<p class="quiet">… and {rest} more; to_html() has them.</p>' if rest > 0 else ""
    return cards + more
