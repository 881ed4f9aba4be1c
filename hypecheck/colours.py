"""Colours of the categories for spaCy's displaCy.

spaCy finds `CATEGORY_COLOURS` by entry point, so displaCy has them wherever hypecheck is installed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

#: One colour a category, light enough for the black letters that displaCy writes on it.
CATEGORY_COLOURS: dict[str, str] = {
    "transformation": "#f5a199",
    "priority": "#f6b26b",
    "superlative": "#e6d35c",
    "praise": "#9bd48a",
    "certainty": "#6fcfcf",
    "scope": "#8ab4f8",
    "capability": "#bb9df2",
    "rivalry": "#f28cc0",
}


def displacy_options(
    *, spans_key: str = "hype", colors: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Options with which displaCy shows what hypecheck flagged.

    Parameters
    ----------
    spans_key : str
        The component's `spans_key`; displaCy's own default is "sc".
    colors : mapping, optional
        Colours for other categories, or instead of ours.

    Examples
    --------
    >>> displacy_options()["spans_key"]
    'hype'
    >>> displacy_options(colors={"jargon": "#eeeeee"})["colors"]["jargon"]
    '#eeeeee'
    """
    return {"spans_key": spans_key, "colors": {**CATEGORY_COLOURS, **(colors or {})}}
