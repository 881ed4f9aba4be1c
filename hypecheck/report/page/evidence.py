"""Releases that speak for or against a phrase: each set of them stands on the page once."""

from __future__ import annotations

from collections.abc import Iterator

from hypecheck.report.page.inert import flat, inert, link
from hypecheck.report.page.items import Item
from hypecheck.report.page.timeline import timeline
from hypecheck.types import Evidence, Turn

_HEADS = {
    "counterexample": "Counter-evidence",
    "prior_art": "Prior art: comparable and earlier",
    "support": "Support",
}
_OPENNESS = {
    "open-source": "open source",
    "open-weights": "open weights",
    "api": "API only",
    "closed": "closed",
    "unknown": "openness unknown",
}


class EvidenceSets:
    """Writes a set of evidence in full where it comes first, and a pointer to it afterwards.

    Parameters
    ----------
    as_of : str
        Of the report.
    anchor : str
        What the ids of the cards begin with.
    """

    def __init__(self, as_of: str, anchor: str = "card-") -> None:
        self._as_of = as_of
        self._anchor = anchor
        self._first: dict[tuple[str, ...], Item] = {}

    def html(self, item: Item) -> str:
        """Timeline and list of an item's evidence."""
        evidence = _of(item)
        if item.claim is None and not evidence:
            return ""
        known = ("" if item.claim is None else str(item.number), *(e.release.id for e in evidence))
        first = self._first.setdefault(known, item)
        if first is not item:
            return (
                f'<div class="slot" data-set="{self._anchor}{first.number}-set"><p>Prior art: as'
                f' for <a href="#{self._anchor}{first.number}">“{flat(first.text, 40)}”</a></p>'
                "</div>"
            )
        key = f"{self._anchor}{item.number}"
        picture = timeline(
            evidence, (item.claim.as_of if item.claim else "") or self._as_of,
            claim=item.claim, key=f"{key}-time",
        )  # fmt: skip
        return f'<div class="set" id="{key}-set">{picture}{"".join(_lists(evidence))}</div>'


def _of(item: Item) -> tuple[Evidence, ...]:
    if item.span is not None:
        return item.span.evidence
    return item.claim.evidence if item.claim else ()


def _lists(evidence: tuple[Evidence, ...]) -> Iterator[str]:
    for relation in dict.fromkeys(one.relation for one in evidence):
        rows = "".join(_row(one) for one in evidence if one.relation == relation)
        head = _HEADS.get(relation) or inert(relation)
        yield f'<h4>{head}</h4><ul class="evidence">{rows}</ul>'


def _row(item: Evidence) -> str:
    release = item.release
    openness = _OPENNESS.get(release.openness) or inert(release.openness)
    licence = f" · {flat(release.licence, 40)}" if release.licence else ""
    why = f"<p>{inert(item.rationale)}</p>" if item.rationale else ""
    return (
        f"<li><time>{inert(item.date)}</time> <b>{inert(release.name)}</b>"
        f' <span class="of">{inert(release.organization)} · {openness}{licence}</span>{why}'
        f"{_source(item)}</li>"
    )


def _source(item: Evidence) -> str:
    event = item.release.event(item.event)
    sources = (event.sources if event else ()) or item.release.sources
    return f'<p class="from">Source: {link(sources[0])}</p>' if sources else ""


def turn(today: Turn) -> str:
    """What a claim is on a later day."""
    because = "".join(_row(one) for one in today.evidence[:3])
    rows = f'<ul class="evidence">{because}</ul>' if because else ""
    return f'<p class="turn">As of {inert(today.as_of)}: <b>{inert(today.words)}</b></p>{rows}'
