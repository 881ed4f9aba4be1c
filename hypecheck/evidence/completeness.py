"""How complete the table is where a claim looks, because "none is listed" needs that.

Two measures decide. A slice of one maker or one family is good enough with `FEW` listed releases;
a slice over all makers needs `MANY`, and `CONFIRMED` of them known to two source families or
dated first-hand. A list of exceptions (``data/claims/completeness.jsonl``) says which slices were
checked one by one and which are known to be thin.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from hypecheck.dates import as_day
from hypecheck.errors import ReleaseDBError
from hypecheck.evidence.fits import Fit
from hypecheck.evidence.matching import matching
from hypecheck.evidence.phrases import class_words, plural
from hypecheck.resources import read_jsonl
from hypecheck.types import Facets, Release

#: Listed releases from which the history of one maker or family is more than a single find.
FEW = 2
#: Listed releases from which a class over all makers is covered by several sources.
MANY = 12
#: Listed releases from which a maker without a single open one is known to keep them closed.
COVERED = 8
#: Share of them that a second source family or the maker's own pages confirm.
CONFIRMED = 0.33

BUNDLED = "claims/completeness.jsonl"
KEYS = ("organization", "country", "openness", "kind")
LEVELS = ("complete", "thin")
_OPEN = ("open", "open-source", "permissive", "fully-open")


@dataclass(frozen=True, slots=True)
class Slice:
    """What the table knows of the broad class around a claim.

    Attributes
    ----------
    known : int
        Releases listed.
    confirmed : int
        Those known to a second source family, or dated with high confidence.
    enough : bool
        Whether "none is listed" may be read as "there is none".
    words : str
        The measure as a sentence part.
    """

    known: int
    confirmed: int
    enough: bool
    words: str


def measure(table: Iterable[Release], facets: Facets, upto: date, *, record: bool = False) -> Slice:
    """How complete the broad slice around a class is.

    Parameters
    ----------
    facets : Facets
        The claim's class; only maker, family, country, openness and kind are used.
    upto : date
        Last day that the claim speaks of.
    record : bool
        Only releases of record size could speak against it. They are news, so a time that is
        thinly covered so far isn't thin for them.
    """
    broad = _broad(facets)
    fits = matching(broad)
    members = [release for release in fits.among(table) if fits(release).fit >= Fit.LOOSE]
    known, confirmed = len(members), sum(map(_confirmed, members))
    level, basis = _exception(broad, upto, record=record)
    counts = _counts(broad, known, confirmed) or (not known and _keeps_back(table, broad))
    enough = level == "complete" or (counts and level != "thin")
    return Slice(known, confirmed, enough, _words(broad, known, confirmed, basis))


def _broad(facets: Facets) -> Facets:
    openness = "open" if facets.openness in _OPEN else facets.openness
    return replace(
        Facets(),
        organization=facets.organization,
        family=facets.family,
        country=facets.country,
        openness=openness,
        kind=facets.kind,
    )


def _keeps_back(table: Iterable[Release], broad: Facets) -> bool:
    """Tell whether a maker is well covered in a kind, so that "none is open" is a fact."""
    if not broad.organization or broad.openness != "open":
        return False
    whole = replace(broad, openness="")
    fits = matching(whole)
    members = [release for release in fits.among(table) if fits(release).fit >= Fit.LOOSE]
    return len(members) >= COVERED and sum(map(_confirmed, members)) >= CONFIRMED * len(members)


def _confirmed(release: Release) -> bool:
    return release.prominence > 1 or release.confidence == "high"


def _counts(broad: Facets, known: int, confirmed: int) -> bool:
    if broad.organization or broad.family:
        return known >= FEW
    return known >= MANY and confirmed >= CONFIRMED * known


@cache
def _exceptions() -> tuple[dict[str, str], ...]:
    return tuple(
        checked(row, f"hypecheck/data/{BUNDLED}:{number}") for number, row in read_jsonl(BUNDLED)
    )


def checked(row: dict[str, str], where: str) -> dict[str, str]:
    """Row of the list of exceptions, if it is one.

    Raises
    ------
    ReleaseDBError
        A field or level is unknown, or the basis is missing.
    """
    unknown = sorted(set(row) - {*KEYS, "after", "level", "basis"})
    if unknown:
        allowed = ", ".join([*KEYS, "after", "level", "basis"])
        raise ReleaseDBError(f"{where} has the field {unknown[0]!r}. Allowed: {allowed}.")
    if row.get("level") not in LEVELS or not row.get("basis"):
        raise ReleaseDBError(
            f"{where} has level {row.get('level')!r} and basis {row.get('basis')!r}. "
            f"Allowed levels: {', '.join(LEVELS)}; say in basis how that is known."
        )
    return row


def _exception(broad: Facets, upto: date, *, record: bool = False) -> tuple[str, str]:
    """Level and basis of the first exception that holds of a slice; ("", "") without one."""
    named = bool(broad.organization or broad.family)
    for row in _exceptions():
        if not (record and "after" in row) and _applies(row, broad, upto, named):
            return row["level"], row["basis"]
    return "", ""


def _applies(row: dict[str, str], broad: Facets, upto: date, named: bool) -> bool:
    if "after" in row:
        return not named and upto > as_day(row["after"])
    if "organization" not in row and named:
        return False
    return all(getattr(broad, key) == row[key] for key in KEYS if key in row)


def _words(broad: Facets, known: int, confirmed: int, basis: str) -> str:
    maker = f" from {broad.organization}" if broad.organization else ""
    what = plural(known, class_words(replace(broad, organization=""))) + maker
    text = f"the table lists {what}, {confirmed} confirmed by a second source or first-hand"
    return f"{text}; {basis}" if basis else text
