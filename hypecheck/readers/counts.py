"""Cells and fields of other projects' release tables, read with care."""

from __future__ import annotations

import re

from hypecheck.dates import is_partial_date


def whole(value: object) -> int | None:
    """Positive whole number of a cell ("7e9", 7000000000.0), or None.

    Examples
    --------
    >>> whole("1.5e9"), whole(""), whole(0)
    (1500000000, None, None)
    """
    try:
        number = float(str(value))
    except ValueError:
        return None
    return int(number) if 1 <= number < 1e15 else None


def day(value: object) -> str:
    """Date of a cell, "YYYY[-MM[-DD]]", or "" where there is none.

    Examples
    --------
    >>> day("2024-05-13 00:00:00"), day("soon")
    ('2024-05-13', '')
    """
    text = str(value or "").strip().split(" ")[0].split("T")[0]
    return text if is_partial_date(text) else ""


def slug(name: str) -> str:
    """Id made of a name: lower case, letters and numbers, divided by hyphens.

    Examples
    --------
    >>> slug("GPT-4o (mini)")
    'gpt-4o-mini'
    """
    return re.sub(r"[^\w.+]+", "-", name.lower()).strip("-")
