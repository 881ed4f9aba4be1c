"""How surely a release lies within the sizes that a class states."""

from __future__ import annotations

from collections.abc import Iterator

from hypecheck.evidence.fits import OPEN, Fit
from hypecheck.types import Facets, Release

#: A size or context length beyond these would be in the table if the release had it.
RECORD_SIZE = 200_000_000_000
RECORD_CONTEXT = 500_000
#: Size up to which a context length may come from a configuration file alone.
SMALL = 16_000_000_000
#: 1M tokens are 1,000,000 to some makers and 1,048,576 to others; sizes are rounded likewise.
ROUNDED = 0.97

Step = tuple[str, Fit, str]


def size_steps(release: Release, facets: Facets) -> Iterator[Step]:
    """Yield a step for every bound that the class states."""
    if facets.min_parameters is not None:
        yield _at_least(release, facets.min_parameters)
    if facets.max_parameters is not None:
        size = release.parameters
        yield _step("size", size, size is not None and size <= facets.max_parameters)
    if facets.min_context is not None:
        yield _long_enough(release, facets.min_context)


def soft_context(release: Release) -> bool:
    """Tell whether a context length is what the code allows rather than what the maker offers.

    Tables read it off the configuration of small open models that only one source lists.
    """
    size = release.parameters
    small = size is None or size < SMALL
    return release.openness in OPEN and release.prominence < 2 and small


def _at_least(release: Release, bound: int) -> Step:
    size = release.parameters
    if size is None and bound >= RECORD_SIZE and release.openness in OPEN:
        return "size", Fit.NO, "a size that nobody mentions"
    return _step("size", size, size is not None and size >= bound * ROUNDED)


def _long_enough(release: Release, bound: int) -> Step:
    window = release.context_tokens
    if window is None and bound >= RECORD_CONTEXT:
        return "context length", Fit.NO, "a context length that nobody mentions"
    enough = window is not None and window >= bound * ROUNDED
    if enough and soft_context(release):
        return "context length", Fit.LOOSE, "its context length is read off a configuration file"
    return _step("context length", window, enough)


def _step(name: str, value: int | None, holds: bool) -> Step:
    if value is None:
        return name, Fit.UNKNOWN, f"its {name} is not in the table"
    return (name, Fit.SURE, "") if holds else (name, Fit.NO, f"another {name}")
