"""Releases from Epoch AI's tables of AI models (CC BY 4.0), as CSV from epoch.ai.

Columns read: Model, Organization, Publication date, Domain, Task, Parameters, Model accessibility,
Open model weights?, Country (of organization), Link. The first three are needed; rows without
a model or a date are left out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from hypecheck.errors import ReleaseDBError
from hypecheck.readers.counts import day, slug, whole
from hypecheck.types import Event, Release

NEEDED = ("Model", "Organization", "Publication date")
SOURCE = "https://epoch.ai/data/ai-models"
#: Names of countries as Epoch spells them, where the release table spells them otherwise.
COUNTRIES = {
    "United States of America": "United States",
    "United Kingdom of Great Britain and Northern Ireland": "United Kingdom",
    "Korea (Republic of)": "South Korea",
    "Russian Federation": "Russia",
}
#: Words of a model's tasks and their kinds, the most telling first.
TASKS = {
    "text-to-video": "text-to-video",
    "video generation": "text-to-video",
    "text-to-image": "text-to-image",
    "image generation": "text-to-image",
    "speech recognition": "asr",
    "text-to-speech": "tts",
    "speech synthesis": "tts",
    "music": "music",
    "protein": "protein",
    "code generation": "code-llm",
}
#: Domains and their kinds.
DOMAINS = {
    "multimodal": "vlm",
    "language": "llm",
    "robotics": "robotics",
    "games": "rl",
    "image generation": "text-to-image",
    "video": "text-to-video",
    "biology": "protein",
    "3d modeling": "3d",
    "vision": "vision-encoder",
}
#: Beginnings of "Model accessibility" with openness and terms.
ACCESS = {
    "open weights (unrestricted)": ("open-weights", "unrestricted"),
    "open weights (restricted": ("open-weights", "restricted-use"),
    "open weights (non-commercial)": ("open-weights", "non-commercial"),
    "open weights": ("open-weights", ""),
    "api access": ("api", ""),
    "hosted access": ("closed", ""),
    "unreleased": ("closed", ""),
}


def read_epoch(path: Path) -> list[Release]:
    """Releases of one of Epoch AI's CSV tables, in its order.

    Raises
    ------
    ReleaseDBError
        The file can't be read or lacks a column; the message names the file.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [name for name in NEEDED if name not in (reader.fieldnames or ())]
            if missing:
                raise ReleaseDBError(
                    f"{path}:1 has no column {missing[0]!r}. Needed: {', '.join(NEEDED)}."
                )
            return list(_releases(reader))
    except csv.Error as error:
        raise ReleaseDBError(f"{path} can't be read as CSV: {error}.") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise ReleaseDBError(f"{path} can't be read: {reason}. Give Epoch's CSV.") from None


def _releases(reader: csv.DictReader[str]) -> Iterator[Release]:
    for row in reader:
        name, date = (row["Model"] or "").strip(), day(row["Publication date"])
        if name and date:
            yield _release(row, name, date)


def _release(row: Mapping[str, str], name: str, date: str) -> Release:
    openness, terms = _openness(row)
    link = next(iter((row.get("Link") or "").split()), "")  # some cells hold several
    sources = (SOURCE, link) if link.startswith("http") else (SOURCE,)
    event = {"open-weights": "weights", "api": "api"}.get(openness, "announced")
    return Release(
        id=slug(name),
        name=name,
        organization=" / ".join(_split(row["Organization"])),
        country=_country(row),
        date=date,
        events=(Event(event, date, sources),),
        openness=openness,
        kind=_kind(row),
        parameters=whole(row.get("Parameters")),
        terms=terms,
        sources=sources,
    )


def _openness(row: Mapping[str, str]) -> tuple[str, str]:
    """Openness and terms; the column on weights decides where accessibility says nothing."""
    access = (row.get("Model accessibility") or "").strip().lower()
    for start, found in ACCESS.items():
        if access.startswith(start):
            return found
    weights = (row.get("Open model weights?") or "").strip().lower()
    return ("open-weights" if weights in ("yes", "true", "checked") else "unknown"), ""


def _kind(row: Mapping[str, str]) -> str:
    task, domain = (row.get("Task") or "").lower(), (row.get("Domain") or "").lower()
    for words, kind in TASKS.items():
        if words in task:
            return kind
    return next((kind for words, kind in DOMAINS.items() if words in domain), "other")


def _country(row: Mapping[str, str]) -> str:
    """The only country of all makers; "Multinational" for several."""
    found = {COUNTRIES.get(name, name) for name in _split(row.get("Country (of organization)"))}
    return "Multinational" if len(found) > 1 else "".join(found)


def _split(cell: str | None) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in (cell or "").split(",") if part.strip()))
