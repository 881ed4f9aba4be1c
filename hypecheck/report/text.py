"""A report for a terminal: 80 columns, colour only on request."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from hypecheck.types import Claim, Evidence, HypeSpan, Report, Turn

WIDTH = 80
_COLOURS = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
_STANCE_COLOUR = {
    "asserted": "red",
    "attributed": "yellow",
    "hedged": "yellow",
    "rejected": "green",
}
_VERDICT_COLOUR = {"REFUTED": "red", "SUPPORTED": "green", "NOT_ENOUGH_INFO": "yellow"}
#: Signs that steer a terminal, but for the report's own colours: an article may hold any.
_STEERING = re.compile(
    rf"\x1b(?!\[(?:0|(?:{'|'.join(_COLOURS.values())})(?:;(?:{'|'.join(_COLOURS.values())}))*)m)"
    r"|[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
#: Evidence shown for one span; the JSON form has all of it.
_SHOWN = 6


def render_text(report: Report, *, name: str = "", colour: bool = False) -> str:
    """The report as lines of at most 80 columns.

    Parameters
    ----------
    report : Report
    name : str
        What was checked, for the first line.
    colour : bool
        Use ANSI colours.
    """
    paint = _Paint(colour)
    lines = list(_header(report, name, paint))
    shown: dict[tuple[Evidence, ...], int] = {}
    for number, span in enumerate(report.spans, start=1):
        lines.append("")
        lines.extend(_span(number, span, paint))
        lines.extend(_prior_art(span, shown.setdefault(span.prior_art, number), number, paint))
    lines.extend(_other_claims(report, paint))
    lines.extend(_comparisons(report))
    if not report.spans:
        lines += ["", "No overclaiming phrase was found."]
    text = "\n".join(lines) + "\n"
    # A line that begins with two colons is a command to the runner of a GitHub workflow.
    return re.sub(r"(?m)^(\s*):(?=:)", r"\1: ", _STEERING.sub("\N{REPLACEMENT CHARACTER}", text))


class _Paint:
    def __init__(self, colour: bool) -> None:
        self._on = colour

    def __call__(self, text: str, *names: str) -> str:
        if not self._on or not names:
            return text
        codes = ";".join(_COLOURS[name] for name in names)
        return f"\x1b[{codes}m{text}\x1b[0m"


def _header(report: Report, name: str, paint: _Paint) -> Iterator[str]:
    if name or report.title:
        yield from _wrap(name or report.title or "", "")
    yield paint(f"score {report.score:.2f}  {_words(report.score)}", "bold")
    yield (
        f"own voice {report.own_voice:.2f} · quoted voice {report.quoted_voice:.2f} · "
        f"{_count(len(report.spans), 'span')} · {_count(len(report.claims), 'claim')}"
    )
    yield f"as of {report.as_of} ({report.as_of_source}) · releases: {report.snapshot}"


def _words(score: float) -> str:
    if score < 0.2:
        return "sober"
    if score < 0.5:
        return "some promotional wording"
    return "clear hype" if score < 0.8 else "heavy hype"


def _span(number: int, span: HypeSpan, paint: _Paint) -> Iterator[str]:
    where = "title, " if span.part == "title" else ""
    head = paint(f"{number}. “{_short(span.text)}”", "bold")
    yield from _wrap(head, "")
    stance = paint(span.stance, _STANCE_COLOUR[span.stance])
    cues = "; ".join(f"“{_short(cue.text, 40)}”" for cue in span.cues)
    by = f" by {cues}" if cues else ""
    speaker = f", speaker {span.speaker}" if span.speaker else ""
    yield from _wrap(f"{where}{span.label} · {stance}{by}{speaker}", "   ")
    if span.claim:
        yield from _claim(span.claim, paint)


def _prior_art(span: HypeSpan, first: int, number: int, paint: _Paint) -> Iterator[str]:
    """Prior art in full where it comes first, a pointer afterwards."""
    if span.claim or not span.prior_art:
        return
    if first != number:
        yield f"   prior art: as for {first}."
        return
    yield "   prior art"
    yield from _evidence(span.prior_art, paint)


def _claim(claim: Claim, paint: _Paint) -> Iterator[str]:
    if claim.verdict is None:
        return
    tone = "green" if claim.stance == "rejected" else _VERDICT_COLOUR[claim.verdict]
    verdict = paint(claim.verdict, tone, "bold")
    sure = "" if claim.robustness == "robust" else f" ({claim.robustness})"
    yield from _wrap(f"{verdict}{sure}: {claim.reason}", "   ")
    yield from _evidence(claim.evidence, paint)
    if claim.restatement:
        yield from _wrap(f"holds: “{claim.restatement}”", "   ")
    if claim.stretch:
        yield from _wrap(claim.stretch, "   ")
    if claim.today:
        yield from _today(claim.today, paint)


def _today(turn: Turn, paint: _Paint) -> Iterator[str]:
    words = paint(turn.words, "bold") if turn.flipped else turn.words
    because = f": {turn.evidence[0].release.name}" if turn.evidence else ""
    yield from _wrap(f"as of {turn.as_of}: {words}{because}", "   ")


def _evidence(evidence: tuple[Evidence, ...], paint: _Paint) -> Iterator[str]:
    for item in evidence[:_SHOWN]:
        release = item.release
        yield from _wrap(
            f"- {item.date} {release.name} ({release.organization}): {item.rationale}", "   "
        )
        if item.source:
            yield "     " + paint(_short(item.source, WIDTH - 5), "dim")
    if len(evidence) > _SHOWN:
        yield f"   … and {len(evidence) - _SHOWN} more (--format json has all)"


def _other_claims(report: Report, paint: _Paint) -> Iterator[str]:
    shown = {span.claim for span in report.spans if span.claim}
    for claim in report.claims:
        if claim not in shown and claim.verdict in ("REFUTED", "SUPPORTED"):
            yield ""
            yield from _wrap(paint(f"claim “{_short(claim.text)}”", "bold"), "")
            yield from _claim(claim, paint)


def _comparisons(report: Report) -> Iterator[str]:
    """Figures and victories with what they leave out."""
    for one in report.comparisons:
        yield ""
        yield from _wrap(f"comparison “{_short(one.text)}” {one.words}", "")


def _short(text: str, width: int = 70) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= width else flat[: width - 1].rstrip() + "…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _wrap(text: str, indent: str) -> Iterator[str]:
    """Lines of at most 80 visible columns; colour codes take no room worth counting twice."""
    yield from textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False
    ) or [""]
