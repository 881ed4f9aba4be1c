"""A report as one self-contained page: no script, no network, every text escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from hypecheck.types import Evidence, HypeSpan, Report

_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
    " form-action 'none'"
)
_STYLE = """
:root { color-scheme: light dark; }
.hypecheck { font: 1rem/1.6 Georgia, serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
.hypecheck .text { white-space: pre-wrap; overflow-wrap: anywhere; }
.hypecheck mark { background: color-mix(in srgb, #e2574c 30%, transparent); color: inherit; }
.hypecheck mark.attributed, .hypecheck mark.hedged {
  background: color-mix(in srgb, #e0b13c 30%, transparent);
}
.hypecheck mark.rejected { background: none; text-decoration: underline dotted; }
.hypecheck li { margin-bottom: 1rem; }
.hypecheck .meta, .hypecheck .evidence { font-family: system-ui, sans-serif; font-size: .85rem; }
"""


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
    title = escape(report.title or "hypecheck report")
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title></head><body>{render_fragment(report)}</body></html>\n"
    )


def render_fragment(report: Report) -> str:
    """The part of the page below `body`, for notebooks."""
    heading = f"<h1>{escape(report.title)}</h1>" if report.title else ""
    meta = (
        f"score {report.score:.2f} · own voice {report.own_voice:.2f} · quoted voice"
        f" {report.quoted_voice:.2f} · as of {escape(report.as_of)} ({escape(report.as_of_source)})"
        f" · releases: {escape(report.snapshot)}"
    )
    cards = "".join(
        f'<li id="span-{number}">{_card(span)}</li>' for number, span in enumerate(report.spans)
    )
    return (
        f'<div class="hypecheck"><style>{_STYLE}</style>{heading}<p class="meta">{meta}</p>'
        f'<div class="text">{"".join(_marked(report))}</div><ol start="0">{cards}</ol></div>'
    )


def _marked(report: Report) -> Iterator[str]:
    """The text with its flagged spans marked, each linked to its card."""
    reached = 0
    for number, span in enumerate(report.spans):
        if span.part != "text" or span.start_char < reached:
            continue
        yield escape(report.text[reached : span.start_char])
        words = escape(report.text[span.start_char : span.end_char])
        yield f'<a href="#span-{number}"><mark class="{escape(span.stance)}">{words}</mark></a>'
        reached = span.end_char
    yield escape(report.text[reached:])


def _card(span: HypeSpan) -> str:
    cues = "; ".join(f"“{escape(cue.text)}”" for cue in span.cues)
    by = f" by {cues}" if cues else ""
    lines = [
        f"<strong>{escape(span.text)}</strong>",
        f'<div class="meta">{escape(span.label)} · {escape(span.stance)}{by}</div>',
    ]
    if span.claim and span.claim.verdict:
        lines.append(f"<div><b>{escape(span.claim.verdict)}</b>: {escape(span.claim.reason)}</div>")
    if span.evidence:
        items = "".join(f"<li>{_evidence(item)}</li>" for item in span.evidence)
        lines.append(f'<ul class="evidence">{items}</ul>')
    if span.restatement:
        lines.append(f"<div>holds: “{escape(span.restatement)}”</div>")
    return "".join(lines)


def _evidence(item: Evidence) -> str:
    release = item.release
    return (
        f"{escape(item.date)} {escape(release.name)} ({escape(release.organization)}):"
        f" {escape(item.rationale)}"
    )
