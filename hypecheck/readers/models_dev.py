"""Releases from the catalogue of models.dev: its ``api.json``, or a file of the same form.

::

    {"openai": {"name": "OpenAI", "models": {"gpt-4o": {"id": "gpt-4o", "name": "GPT-4o",
        "release_date": "2024-05-13", "open_weights": false, "reasoning": false,
        "modalities": {"input": ["text", "image"], "output": ["text"]},
        "limit": {"context": 128000, "output": 16384}}}}}

The catalogue lists what providers offer, so one model stands in it many times, often with several
dates. The maker's own entry decides; without one, the date that most providers give. The other
dates stand in the note, from which an import takes them as dates of other sources.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypecheck.errors import ReleaseDBError
from hypecheck.readers.counts import day, slug, whole
from hypecheck.resources import parse_json, read_text
from hypecheck.types import Event, Release

PROVIDERS = "releases/providers.json"
SOURCE = "https://models.dev/api.json"


@dataclass(frozen=True, slots=True)
class _Entry:
    """One model as one provider lists it; `own` tells whether the provider made it."""

    maker: str
    own: bool
    model: Mapping[str, Any]


def read_models_dev(path: Path) -> list[Release]:
    """Releases of a file in the form of models.dev's ``api.json``, sorted by id.

    Models whose maker no provider or prefix tells are left out.

    Raises
    ------
    ReleaseDBError
        The file can't be read or has another form.
    """
    groups: defaultdict[str, list[_Entry]] = defaultdict(list)
    for provider, model in _models(_load(path), path):
        maker, own = _maker(provider, str(model["id"]))
        groups[str(model["id"]).rpartition("/")[2].lower()].append(_Entry(maker, own, model))
    found = (_release(entries) for entries in groups.values())
    return sorted((one for one in found if one is not None), key=lambda one: one.id)


def _load(path: Path) -> Any:
    try:
        return parse_json(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReleaseDBError(f"{path} can't be read: {error.strerror}. Give a file.") from None
    except ValueError as error:
        raise ReleaseDBError(f"{path} is not JSON ({error}). Give models.dev's api.json.") from None


def _models(data: Any, path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield provider and model; a file of another form is an error."""
    if not isinstance(data, dict):
        raise ReleaseDBError(f"{path} is a {type(data).__name__}. Allowed: an object of providers.")
    for provider, row in data.items():
        models = row.get("models") if isinstance(row, dict) else None
        if not isinstance(models, dict):
            raise ReleaseDBError(
                f"{path} has the provider {provider!r} without an object 'models'."
                " Give models.dev's api.json."
            )
        for key, model in models.items():
            if isinstance(model, dict):
                yield provider, {"id": key, **model}


def _maker(provider: str, key: str) -> tuple[str, bool]:
    """Maker of a model, by the prefix of its id or the provider, and whether both are one."""
    prefix = key.rpartition("/")[0].rpartition("/")[2].lower()
    owner = _makers().get(provider.lower(), "")
    maker = _makers().get(prefix, "") if prefix else owner
    return maker, bool(maker) and maker == owner


def _release(entries: Sequence[_Entry]) -> Release | None:
    named = [entry for entry in entries if entry.maker and day(entry.model.get("release_date"))]
    if not named:
        return None
    best = next((entry for entry in named if entry.own), named[0])
    days = Counter(day(entry.model.get("release_date")) for entry in entries)
    date = day(best.model.get("release_date")) if best.own else _commonest(days)
    model, others = best.model, sorted(other for other in days if other and other != date)
    is_open = any(entry.model.get("open_weights") is True for entry in named)
    media, limit = _object(model.get("modalities")), _object(model.get("limit"))
    goes_in, comes_out = _texts(media.get("input")), _texts(media.get("output"))
    return Release(
        id=slug(str(model["id"]).rpartition("/")[2]),
        name=str(model.get("name") or model["id"]),
        family=str(model.get("family") or ""),
        organization=best.maker,
        date=date,
        events=(Event("weights" if is_open else "api", date, (SOURCE,)),),
        openness="open-weights" if is_open else "api",
        kind=_kind(str(model["id"]), goes_in, comes_out),
        traits=("reasoning",) if model.get("reasoning") is True else (),
        inputs=goes_in,
        outputs=comes_out,
        context_tokens=whole(limit.get("context")),
        confidence="low",
        sources=(SOURCE,),
        note="; ".join(f"models.dev lists {other}" for other in others),
    )


def _object(value: object) -> Mapping[str, Any]:
    """Object as it is, and an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def _texts(value: object) -> tuple[str, ...]:
    """Texts of a list, and none for anything else."""
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _commonest(days: Counter[str]) -> str:
    """Date that most entries have, the earliest of several."""
    return min((day for day in days if day), key=lambda day: (-days[day], day))


def _kind(key: str, goes_in: Sequence[str], comes_out: Sequence[str]) -> str:
    if "embed" in key:
        return "embedding"
    if "text" not in comes_out:
        made = {"image": "text-to-image", "video": "text-to-video", "audio": "tts"}
        return next((kind for medium, kind in made.items() if medium in comes_out), "other")
    if "text" not in goes_in and "audio" in goes_in:
        return "asr"
    return "vlm" if "image" in goes_in else "llm"


@cache
def _makers() -> dict[str, str]:
    makers: dict[str, str] = json.loads(read_text(PROVIDERS))["makers"]
    return makers
