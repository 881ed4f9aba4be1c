"""The day a text names as its own."""

from datetime import date

import pytest

from hypecheck.text.dateline import find_dateline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("SAN FRANCISCO, April 3, 2025 (GLOBE NEWSWIRE) -- Acme shipped.", date(2025, 4, 3)),
        ("BERLIN, April 3, 2025 /PRNewswire/ -- Acme shipped.", date(2025, 4, 3)),
        ("Berlin – 3 April 2025 – Acme shipped.", date(2025, 4, 3)),
        ("LONDON, Sept. 21, 2022 — Acme shipped.", date(2022, 9, 21)),
        ("Published: 2025-04-03\n\nAcme shipped.", date(2025, 4, 3)),
        ("A headline\nThursday, April 3, 2025\nAcme shipped.", date(2025, 4, 3)),
        ("Updated on March 1st, 2024\nText.", date(2024, 3, 1)),
    ],
)
def test_date_line_is_read(text, day):
    assert find_dateline(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Acme shipped a parser on April 3, 2025 and nobody noticed.",
        "The contract of May 1, 2019 was signed in Paris by both sides of the case.",
        "On February 31, 2025 -- nothing.",
        "No date at all.",
        "",
        "x" * 700 + "\n2025-04-03\n",
    ],
)
def test_date_in_running_text_is_no_date_line(text):
    assert find_dateline(text) is None
