"""A small invented world of releases, so that tests can be read without the shipped table.

Nordlab (Sweden) and Ostlab (China) publish weights, Westcorp (United States) sells an API and
opens a model now and then.
"""

import pytest

from hypecheck.types import Event, Release

PEOPLE = {
    "Nordlab": "Sweden",
    "Ostlab": "China",
    "Westcorp": "United States",
    "Westcorp Research": "United States",
    "University of Nowhere": "Sweden",
}
KINDS = {
    "llm": ("text", "text"),
    "code-llm": ("text", "code"),
    "vlm": ("text image", "text"),
    "asr": ("audio", "text"),
    "tts": ("text", "audio"),
    "text-to-image": ("text", "image"),
    "text-to-video": ("text", "video"),
    "other": ("", ""),
}


def build(name, maker, day, opened=None, **facts):
    """A release with a weights event on `opened` (True: on its first day), else behind an API."""
    kind = facts.pop("kind", "llm")
    goes_in, comes_out = KINDS.get(kind, ("", ""))
    opened = day if opened is True else opened
    events = [Event("announced" if opened else "api", day)] if opened != day else []
    events += [Event("weights", opened)] if opened else []
    facts.setdefault("openness", "open-weights" if opened else "api")
    facts.setdefault("inputs", tuple(goes_in.split()))
    facts.setdefault("outputs", tuple(comes_out.split()))
    facts.setdefault("purpose", "general" if kind in ("llm", "vlm") else "task")
    facts.setdefault("prominence", 3)
    facts.setdefault("confidence", "high")
    return Release(
        id=name.lower().replace(" ", "-"),
        name=name,
        family=facts.pop("family", name.split()[0].split("-")[0]),
        organization=maker,
        country=facts.pop("country", PEOPLE.get(maker, "")),
        date=min(event.date for event in events),
        events=tuple(events),
        kind=kind,
        **facts,
    )


class Table(list):
    """Releases in a list, with what the checks ask of a database."""

    snapshot = "2025-12-31"

    def __init__(self, releases, other_dates=()):
        super().__init__(releases)
        self.other_dates = dict(other_dates)

    def __getitem__(self, key):
        return {release.id: release for release in self}[key]

    def same_release(self, one, other):
        return one.id == other.id or ("stage" in one.note and one.family == other.family)

    def conflicts(self, release):
        return self.other_dates.get(release.id, ())


@pytest.fixture
def release():
    return build


@pytest.fixture
def table():
    """Eleven releases from 2019 to 2025."""
    return Table(
        [
            build("Fjord 1", "Nordlab", "2019-02-10", True, parameters=10**8, note="stage"),
            build("Fjord 1 XL", "Nordlab", "2019-10-10", True, parameters=10**9, note="stage"),
            build("Ear", "Nordlab", "2021-05-05", True, kind="asr", prominence=5),
            build("Ear 2", "Nordlab", "2023-06-06", True, kind="asr", prominence=4),
            build("Digest", "Nordlab", "2022-01-01", True, purpose="task", prominence=1),
            build("Fjord 2", "Nordlab", "2025-03-03", True, parameters=10**11, traits=("moe",)),
            build("Jade", "Ostlab", "2023-09-09", True, parameters=7 * 10**10, prominence=6),
            build("Jade R", "Ostlab", "2024-11-11", True, traits=("reasoning",), licence="MIT"),
            build("Sage", "Westcorp", "2020-06-01", parameters=2 * 10**11),
            build("Sage R", "Westcorp", "2024-08-08", traits=("reasoning",)),
            build("Brush", "Westcorp Research", "2022-04-04", kind="text-to-image"),
        ]
    )
