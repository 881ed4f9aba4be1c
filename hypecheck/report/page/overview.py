"""The top of the page: score, the heat of the whole text, what to look at first, filters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from hypecheck.report.page.cards import term_row, verdict_tag
from hypecheck.report.page.inert import flat, inert
from hypecheck.report.page.items import MOST_CARDS, STANCES, Item
from hypecheck.report.page.marking import heat
from hypecheck.types import Report, SentenceScore

#: Bars in the picture of the whole text.
_BARS = 160
#: Phrases named before the text.
_FIRST = 6


def words(score: float) -> str:
    """The score in words."""
    if score < 0.2:
        return "sober"
    if score < 0.5:
        return "some promotional wording"
    return "clear hype" if score < 0.8 else "heavy hype"


def facts(report: Report) -> str:
    """As-of day, its source and the table's snapshot."""
    day, _, facts_hash = report.snapshot.partition("+")
    exact = f' <span class="quiet">({inert(facts_hash)})</span>' if facts_hash else ""
    return (
        f"<dt>As of</dt><dd>{inert(report.as_of)} ({inert(report.as_of_source)})</dd>"
        f"<dt>Release table</dt><dd>up to {inert(day)}{exact}</dd>"
    )


def summary(report: Report, items: Sequence[Item]) -> str:
    """Score with its parts, and the picture of the text."""
    return (
        f'<section class="summary" aria-label="Summary"><div class="total">'
        f'<p class="score-line"><strong>{report.score:.2f}</strong> <span>{words(report.score)}'
        f"</span></p>{scale(report.score)}{_why(report)}</div>"
        f'<dl class="facts"><dt>Own voice</dt><dd>{report.own_voice:.2f}</dd>'
        f"<dt>Quoted voice</dt><dd>{report.quoted_voice:.2f}</dd>"
        f"<dt>Findings</dt><dd>{len(items)}</dd>{facts(report)}</dl>"
        f"{strip(report.sentences, len(report.text))}</section>"
    )


def scale(score: float) -> str:
    """The score on a line from sober to heavy."""
    x = round(4 + 292 * min(1.0, max(0.0, score)), 1)
    return (
        f'<svg class="scale" viewBox="0 0 300 22" role="img" aria-label="Score {score:.2f} on a'
        ' scale from 0, sober, to 1, heavy hype"><rect class="track" x="4" y="12" width="292"'
        f' height="5" rx="2.5"/><rect class="fill" x="4" y="12" width="{max(0.0, x - 4):.1f}"'
        f' height="5" rx="2.5"/><path class="pin" d="M{x} 11l-5 -8h10z"/></svg>'
    )


def _why(report: Report) -> str:
    rows = "".join(term_row(term) for term in report.terms)
    if not rows:
        return ""
    return (
        '<details class="score"><summary>Why this score</summary><table><caption class="vh">Terms'
        ' of the score’s log-odds</caption><thead><tr><th scope="col">term</th><th scope="col">'
        f'words</th><th scope="col">log-odds</th></tr></thead><tbody>{rows}</tbody></table>'
        "</details>"
    )


def strip(sentences: Sequence[SentenceScore], length: int) -> str:
    """The text from left to right, a bar for each stretch, as high as its hottest sentence."""
    if not sentences or not length:
        return ""
    tops = [0.0] * _BARS
    for sentence in sentences:
        first = min(_BARS - 1, sentence.start_char * _BARS // length)
        last = min(_BARS - 1, max(first, (sentence.end_char - 1) * _BARS // length))
        for at in range(first, last + 1):
            tops[at] = max(tops[at], sentence.score)
    bars = "".join(
        f'<rect class="h{heat(top)}" x="{5 * at}" y="{40 - height:.1f}" width="4"'
        f' height="{height:.1f}"/>'
        for at, top in enumerate(tops)
        for height in (2 + 38 * min(1.0, top),)
    )
    hot = sum(heat(sentence.score) >= 3 for sentence in sentences)
    return (
        f'<figure class="strip"><svg viewBox="0 0 {5 * _BARS} 40" preserveAspectRatio="none"'
        f' role="img" aria-label="Heat of the text from beginning to end: {hot} of'
        f' {len(sentences)} sentences score {0.45} or more">{bars}</svg><figcaption>The text from'
        " beginning to end: the higher, the more hyped its sentences</figcaption></figure>"
    )


def first_look(items: Sequence[Item]) -> str:
    """The decided claims, then the strongest phrases in the writer's own voice."""
    decided = [
        item for item in items if item.claim and item.claim.verdict in ("REFUTED", "SUPPORTED")
    ]
    own = [item for item in items if item.stance == "asserted" and item.span and not item.claim]
    own.sort(key=lambda item: -(item.span.score if item.span else 0))
    chosen = [item for item in [*decided, *own][:_FIRST] if item.number <= MOST_CARDS]
    if not chosen:
        return ""
    rows = "".join(
        f'<li class="{item.classes}"><a href="#card-{item.number}">{flat(item.text, 70)}</a>'
        f' <span class="quiet">{inert(item.label)}, {inert(item.stance)}</span>'
        f"{verdict_tag(item.claim)}</li>"
        for item in chosen
    )
    return (
        '<section class="first" aria-labelledby="first-look"><h2 id="first-look">What to look at'
        f" first</h2><ul>{rows}</ul></section>"
    )


def filters(items: Sequence[Item]) -> str:
    """Switches for categories and stances, with how many there are of each."""
    labels = Counter(item.label for item in items)
    stances = Counter(item.stance for item in items if item.stance)
    known = sorted(labels, key=lambda label: (-labels[label], label))
    classes = {item.label: item.classes.split()[0] for item in items}
    told = [stance for stance in STANCES if stances[stance]]
    return (
        '<form class="filters js-only" aria-label="Filters">'
        f"<fieldset><legend>Category</legend>{''.join(_switches('label', known, labels, classes))}"
        "</fieldset><fieldset><legend>Stance</legend>"
        f"{''.join(_switches('stance', told, stances, {s: f's-{s}' for s in told}))}</fieldset>"
        f'<p class="shown" role="status"></p></form>'
    )


def _switches(
    kind: str, values: Sequence[str], counts: Counter[str], classes: dict[str, str]
) -> Iterator[str]:
    for value in values:
        yield (
            f'<label class="switch {classes[value]}"><input type="checkbox" checked'
            f' data-filter="{kind}" value="{inert(value)}"><span class="sample">{inert(value)}'
            f'</span> <span class="count">{counts[value]}</span></label>'
        )
