"""Releases from the catalogue of models.dev: its ``api.json``, or a clone of its repository.

::

    {"openai": {"name": "OpenAI", "models": {"gpt-4o": {"id": "gpt-4o", "name": "GPT-4o",
        "release_date": "2024-05-13", "open_weights": false, "reasoning": false,
        "modalities": {"input": ["text", "image"], "output": ["text"]},
        "limit": {"context": 128000, "output": 16384}}}}}

The catalogue lists what providers offer, so one model stands in it many times, often with several
dates and under several ids ("qwen3-32b-fp8", "qwen/qwen3-32b:free"), and many providers offer the
models of others. ``data/releases/providers.json`` says whose a model is: by the prefix of its id,
by how the name begins ("claude"), and by the provider unless it is a host of others' models too.

The maker's own entry decides; without one, the date that most providers give. Dates that at least
two providers agree on stand in the note, from which an import takes them as dates of other sources:
what one host alone gives is mostly the day on which it began to offer the model.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from hypecheck.errors import ReleaseDBError
from hypecheck.readers.counts import day, slug, whole
from hypecheck.readers.models_dev_folder import read_folder
from hypecheck.resources import parse_json, read_text
from hypecheck.types import Event, Release

PROVIDERS = "releases/providers.json"
SOURCE = "https://models.dev/api.json"
#: Providers that must give a date, besides the maker, for it to count as another date.
AGREED = 2
#: A maker's name for its fine-tunes of others' models, which stands behind theirs.
_FINE_TUNED = "nemotron"
_LETTERS = re.compile(r"[a-z]+")
_WORDS = re.compile(r"[-_ ]+")
#: What OpenRouter puts behind a colon is a setting; what Ollama puts there is a size.
_SETTING = re.compile(r":(?!\d).*")
#: "Qwen: Qwen3 32B", "Z-Ai/Autoglm Phone 9b", "GPT-4 (older v0314)".
_SELLER = re.compile(r"^(?:[^:/()]{2,24}: |[\w.-]+/)")
_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One model as one provider lists it; `own` tells whether the provider made it."""

    maker: str
    own: bool
    model: Mapping[str, Any]


def read_models_dev(path: Path) -> list[Release]:
    """Releases of models.dev's ``api.json``, or of a clone of its repository, sorted by id.

    Models whose maker no provider or prefix tells are left out.

    Raises
    ------
    ReleaseDBError
        The file can't be read or has another form.
    """
    groups: defaultdict[str, list[_Entry]] = defaultdict(list)
    for provider, model in _models(_load(path), path):
        maker, own = _maker(provider, str(model["id"]))
        key = _bare(str(model["id"]))
        if key:
            groups[key].append(_Entry(maker, own, model))
    found = (_release(key, entries) for key, entries in groups.items())
    return sorted((one for one in found if one is not None), key=lambda one: one.id)


def _load(path: Path) -> Any:
    if path.is_dir():
        return read_folder(path)
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
    prefix, _, name = key.lower().rpartition("/")
    owner, host = _rules().makers.get(provider.lower(), ""), provider.lower() in _rules().hosts
    if prefix:
        maker = _rules().makers.get(prefix.rpartition("/")[2], "")
    else:  # what a mere seller offers under a known name may be anyone's fine-tune
        maker = _by_name(name) if owner or host else ""
        maker = maker or ("" if host else owner)
    return maker, bool(maker) and maker == owner


def _by_name(name: str) -> str:
    """Maker whose models begin so ("claude-opus-4", "qwen9"); "llama-nemotron" is no Llama."""
    heads, words = _rules().heads, _WORDS.split(name)
    if _FINE_TUNED in words:
        return heads[_FINE_TUNED]
    start = _LETTERS.match(words[0])
    return heads.get(words[0], "") or heads.get(start[0] if start else "", "")


def _bare(key: str) -> str:
    """Id without seller, setting and way of serving; "" for a pointer to whatever is newest.

    Examples
    --------
    >>> _bare("qwen/qwen3-32b-fp8:free"), _bare("gpt-oss:20b"), _bare("mistral-large-latest")
    ('qwen3-32b', 'gpt-oss:20b', '')
    """
    words = _SETTING.sub("", key.rpartition("/")[2].lower()).split("-")
    while len(words) > 1 and words[-1] in _rules().servings:
        words.pop()
    return "" if words[-1] in _rules().pointers else "-".join(words)


def _name(model: Mapping[str, Any], key: str) -> str:
    """Name as its maker writes it: without the seller, a remark in brackets, a way of serving."""
    said = str(model.get("name") or key)
    words = _BRACKETS.sub("", _SELLER.sub("", said)).split()
    while len(words) > 1 and words[-1].lower() in _rules().servings:
        words.pop()
    return " ".join(words) or key


def _release(key: str, entries: Sequence[_Entry]) -> Release | None:
    named = [entry for entry in entries if entry.maker and day(entry.model.get("release_date"))]
    if not named:
        return None
    best = next((entry for entry in named if entry.own), named[0])
    days = Counter(day(entry.model.get("release_date")) for entry in entries)
    date = day(best.model.get("release_date")) if best.own else _commonest(days)
    model = best.model
    others = sorted(day for day, said in days.items() if day not in ("", date) and said >= AGREED)
    is_open = any(entry.model.get("open_weights") is True for entry in named)
    media, limit = _object(model.get("modalities")), _object(model.get("limit"))
    goes_in, comes_out = _texts(media.get("input")), _texts(media.get("output"))
    return Release(
        id=slug(key),
        name=(name := _name(model, key)),
        aliases=() if slug(name) == slug(key) else (key,),
        family=str(model.get("family") or ""),
        organization=best.maker,
        date=date,
        events=(Event("weights" if is_open else "api", date, (SOURCE,)),),
        openness="open-weights" if is_open else "api",
        kind=_kind(str(model["id"]), goes_in, comes_out),
        traits=("reasoning",) if model.get("reasoning") is True else (),
        inputs=goes_in,
        outputs=comes_out,
        parameters=whole(_object(model.get("parameters")).get("total")),
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


@dataclass(frozen=True, slots=True)
class _Rules:
    """Whose models are whose, and which parts of an id don't name another model."""

    makers: Mapping[str, str]
    heads: Mapping[str, str]
    hosts: frozenset[str]
    servings: frozenset[str]
    pointers: frozenset[str]


@cache
def _rules() -> _Rules:
    data = json.loads(read_text(PROVIDERS))
    sets = (frozenset(data[name]) for name in ("hosts", "servings", "pointers"))
    return _Rules(data["makers"], data["heads"], *sets)
