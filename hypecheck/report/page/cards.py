"""Cards: everything that is known of one phrase."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from hypecheck.report.page.evidence import EvidenceSets, turn
from hypecheck.report.page.inert import flat, inert
from hypecheck.report.page.items import Item
from hypecheck.types import Claim, Report, SentenceScore, Term

#: Characters of the sentence that a card shows on either side of its phrase.
_AROUND = 140
VERDICTS = {
    "REFUTED": "Refuted",
    "SUPPORTED": "Supported",
    "NOT_ENOUGH_INFO": "Not enough information",
}
_SURE = {
    "robust": "under every reading of the dates and terms",
    "date-sensitive": "date-sensitive: it turns on which of the dates counts",
    "definition-sensitive": "definition-sensitive: it turns on what the words mean",
}


def body(
    item: Item, report: Report, sentence: SentenceScore | None, evidence: EvidenceSets
) -> Iterator[str]:
    """Everything in a card below its heading."""
    yield _stance(item)
    yield _context(item, report, sentence)
    if item.claim is not None:
        yield from _claim(item.claim)
    if item.comparison is not None:
        yield f"<p>A comparison: {inert(item.comparison.words)}.</p>"
    yield evidence.html(item)
    if item.claim is not None and item.claim.today is not None:
        yield turn(item.claim.today)
    yield _score(item, sentence)


def tags(item: Item) -> str:
    """Category, stance and verdict as labels."""
    stance = f'<span class="tag stance">{inert(item.stance)}</span>' if item.stance else ""
    return (
        f'<p class="tags"><span class="tag category">{inert(item.label)}</span>{stance}'
        f"{verdict_tag(item.claim)}</p>"
    )


def verdict_tag(claim: Claim | None) -> str:
    """The verdict as a label, "" where nothing was checked."""
    if claim is None or claim.verdict not in VERDICTS:
        return ""
    return f'<span class="tag v-{claim.verdict}">{VERDICTS[claim.verdict]}</span>'


def near(item: Item, items: Mapping[int, Item], anchor: str) -> str:
    """Links to the cards of phrases that overlap with this one."""
    links = ", ".join(
        f'<a href="#{anchor}{number}">“{flat(items[number].text, 40)}”'
        f" ({inert(items[number].label)})</a>"
        for number in item.overlaps
        if number in items
    )
    return f'<p class="near">Overlaps with {links}.</p>' if links else ""


def _stance(item: Item) -> str:
    cues = " and ".join(_cue(cue.text) for cue in item.cues)
    speaker = item.span.speaker if item.span else item.claim.speaker if item.claim else ""
    said = f" Speaker: <b>{inert(speaker)}</b>." if speaker else ""
    if not item.stance:
        return ""
    stance = f"<b>{inert(item.stance).capitalize()}</b>"
    why = f" because of {cues}, marked in the text." if cues else "."
    if not cues and item.stance == "asserted":
        why = ": the text says it in its own voice."
    entry = item.span.entry if item.span else ""
    rule = f' <span class="quiet">Entry: {inert(entry)}.</span>' if entry else ""
    return f"<p>{stance}{why}{said}{rule}</p>"


def _cue(words: str) -> str:
    if any(letter.isalnum() for letter in words):
        return f'<q class="cue-word">{inert(words)}</q>'
    return f'the quotation mark <span class="cue-word">{inert(words)}</span>'


def _context(item: Item, report: Report, sentence: SentenceScore | None) -> str:
    """The phrase in its sentence, shortened around it."""
    text = report.text if item.part == "text" else report.title or ""
    first = max(sentence.start_char if sentence else 0, item.start - _AROUND)
    last = min(sentence.end_char if sentence else len(text), item.end + _AROUND)
    before, after = text[first : item.start], text[item.end : max(last, item.end)]
    phrase = text[item.start : item.end]
    phrase = phrase if len(phrase) <= 3 * _AROUND else phrase[: 3 * _AROUND] + "…"
    cut = "…" if sentence and first > sentence.start_char else ""
    rest = "…" if sentence and last < sentence.end_char else ""
    return (
        f'<blockquote class="context">{cut}{inert(before)}<mark>{inert(phrase)}</mark>'
        f"{inert(after)}{rest}</blockquote>"
    )


def _claim(claim: Claim) -> Iterator[str]:
    if claim.verdict in VERDICTS:
        sure = _SURE.get(claim.robustness, inert(claim.robustness))
        sure = f'<span class="quiet">{sure}</span>' if claim.verdict != "NOT_ENOUGH_INFO" else ""
        yield (
            f'<div class="verdict v-{claim.verdict}"><h4>{VERDICTS[claim.verdict]} {sure}</h4>'
            f"<p>{inert(claim.reason)}</p></div>"
        )
    if claim.restatement:
        stretch = f'<p class="quiet">{inert(claim.stretch)}</p>' if claim.stretch else ""
        yield (
            '<div class="restatement"><h4>This wording holds</h4>'
            f'<p class="wording">{inert(claim.restatement)}</p>'
            f'<button type="button" class="copy js-only">Copy</button>{stretch}'
        )
        rows = "".join(f"<li>{inert(other)}</li>" for other in claim.alternatives)
        yield f"<p>Or:</p><ul>{rows}</ul></div>" if rows else "</div>"


def _score(item: Item, sentence: SentenceScore | None) -> str:
    span = item.span
    if span is None:
        return ""
    lines = []
    if sentence is not None:
        without = min(1.0, max(0.0, sentence.score - span.score))
        lines.append(
            f"Its sentence scores <b>{sentence.score:.2f}</b>; without this phrase"
            f" <b>{without:.2f}</b>."
        )
    else:
        lines.append(f"The phrase adds <b>{span.score:.2f}</b> to the score of its sentence.")
    rows = "".join(term_row(term) for term in sentence.terms) if sentence else ""
    table = (
        '<table><caption class="vh">Terms of the sentence’s log-odds</caption><thead><tr>'
        '<th scope="col">term</th><th scope="col">words</th><th scope="col">log-odds</th></tr>'
        f"</thead><tbody>{rows}</tbody></table>"
        if rows
        else ""
    )
    return (
        f'<details class="score"><summary>Score: {span.score:+.2f}</summary><p>{" ".join(lines)}'
        f"</p>{table}</details>"
    )


def term_row(term: Term) -> str:
    """A summand of the log-odds as a row of a table, with a bar as long as it is large."""
    size = min(60.0, 12 * abs(term.value)) if math.isfinite(term.value) else 60.0
    x = 60 if term.value >= 0 else 60 - size
    way = "up" if term.value >= 0 else "down"
    bar = (
        '<svg class="bar" viewBox="0 0 120 8" aria-hidden="true"><line x1="60" x2="60" y1="0"'
        f' y2="8"/><rect class="{way}" x="{x:.1f}" y="1" width="{size:.1f}" height="6"/></svg>'
    )
    return (
        f'<tr><th scope="row">{inert(term.name)}</th><td>{flat(term.text, 60)}</td>'
        f'<td class="number">{bar}{term.value:+.2f}</td></tr>'
    )
