"""How surely a release belongs to the class that a claim speaks of.

The answer has four steps, because a release table is neither complete nor free of choices: a
release is in the class, it is in the class under a wide reading of a word ("language model" for a
vision-language model), the table lacks the fact, or it is outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from hypecheck.evidence.makers import countries_of, homes_of, made_by
from hypecheck.evidence.traits import trait_holds
from hypecheck.types import Event, Facets, Release

OPEN = frozenset({"open-weights", "open-source"})
PERMISSIVE = re.compile(r"(?i)\b(?:apache|mit|bsd|isc|cc0|cc-by-4|cc by 4|mpl|unlicense)\b")
BOUND_TO_RESEARCH = re.compile(r"(?i)\bnc\b|non-?commercial|community|rail|custom|research")
COMPONENT_TRAITS = frozenset({"component-only", "detector", "interpretability", "codec"})

#: Kind facet to the kinds that belong to it surely, and those that a wide reading adds.
KINDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "language": (frozenset({"llm", "code-llm"}), frozenset({"vlm"})),
    "llm": (frozenset({"llm", "code-llm"}), frozenset({"vlm"})),
    "vlm": (frozenset({"vlm"}), frozenset()),
    "speech": (frozenset({"asr", "tts"}), frozenset({"music"})),
    "audio": (frozenset({"asr", "tts", "music"}), frozenset()),
    "music": (frozenset({"music"}), frozenset({"tts"})),
    "text-to-image": (frozenset({"text-to-image"}), frozenset()),
    "text-to-video": (frozenset({"text-to-video"}), frozenset()),
    "video": (frozenset({"text-to-video"}), frozenset()),
    "image": (frozenset({"text-to-image"}), frozenset({"vision-encoder"})),
    "vision": (frozenset({"vision-encoder", "vlm"}), frozenset({"text-to-image"})),
}
ANY_KIND = frozenset({"", "model", "any", "other"})


class Fit(IntEnum):
    """Steps from outside the class to surely inside."""

    NO = 0
    UNKNOWN = 1
    LOOSE = 2
    SURE = 3


@dataclass(frozen=True, slots=True)
class Match:
    """How a release fits a class.

    Attributes
    ----------
    fit : Fit
        The weakest of all facets.
    doubts : tuple of (str, Fit, str)
        Facet, step and words for every facet that isn't sure.
    """

    fit: Fit
    doubts: tuple[tuple[str, Fit, str], ...] = ()

    @property
    def failed(self) -> frozenset[str]:
        """Facets that the release certainly lacks."""
        return frozenset(name for name, step, _ in self.doubts if step is Fit.NO)

    @property
    def words(self) -> str:
        """The doubts in words."""
        return "; ".join(dict.fromkeys(words for _, _, words in self.doubts))


def match(release: Release, facets: Facets, widened: frozenset[str] = frozenset()) -> Match:
    """How surely `release` belongs to the class.

    Parameters
    ----------
    widened : frozenset of str
        Facets that are read widely because the claim's own subject needs it: a loose fit there
        is a sure one.
    """
    doubts = []
    lowest = Fit.SURE
    for name, step, words in _steps(release, facets):
        if step is Fit.LOOSE and name in widened:
            continue
        if step is not Fit.SURE:
            doubts.append((name, step, words))
            lowest = min(lowest, step)
    return Match(lowest, tuple(doubts))


def could_match(release: Release, facets: Facets) -> bool:
    """Tell quickly whether maker and kind leave the release in question (the cheap tests)."""
    if facets.organization and not made_by(release, facets.organization):
        return False
    return _kind(release, facets.kind)[0] is not Fit.NO


def _steps(release: Release, facets: Facets) -> Iterator[tuple[str, Fit, str]]:
    if facets.organization and not made_by(release, facets.organization):
        yield "organization", Fit.NO, "another maker"
    if facets.country:
        yield "country", *_country(release, facets.country)
    if facets.openness:
        yield "openness", *_openness(release, facets.openness)
    yield "kind", *_kind(release, facets.kind)
    if facets.purpose:
        yield "purpose", *_purpose(release, facets.purpose)
    else:
        yield "purpose", *_whole(release, facets.kind)
    for trait in facets.traits:
        yield f"trait {trait}", *_trait(release, trait)
    if facets.licence:
        yield "licence", *_licence(release, facets.licence)
    if facets.family:
        yield "family", *_family(release, facets.family)
    yield from _sizes(release, facets)


def _country(release: Release, place: str) -> tuple[Fit, str]:
    homes = homes_of(release)
    inside = homes & countries_of(place)
    if not homes or ("Multinational" in homes and not inside):
        return Fit.UNKNOWN, "its maker's country is not in the table"
    if not inside:
        return Fit.NO, "from elsewhere"
    if inside != homes:
        return Fit.LOOSE, "its maker has more than one home"
    return Fit.SURE, ""


def _openness(release: Release, openness: str) -> tuple[Fit, str]:
    if openness == "api":
        has_api = release.openness == "api" or release.event("api") is not None
        return (Fit.SURE, "") if has_api else (Fit.NO, "no API")
    if openness == "closed":
        return (Fit.NO, "open weights") if release.openness in OPEN else (Fit.SURE, "")
    if release.openness == "unknown":
        return Fit.UNKNOWN, "the table doesn't say whether its weights are public"
    if release.openness not in OPEN:
        return Fit.NO, "weights not public"
    if openness == "open":
        return Fit.SURE, ""
    return _free(release, openness)


def _free(release: Release, openness: str) -> tuple[Fit, str]:
    if openness == "fully-open":
        if "fully-open" in release.traits:
            return Fit.SURE, ""
        if release.openness == "open-source":
            return Fit.UNKNOWN, "the table doesn't say whether its training data is public"
        return Fit.NO, "training data not known to be public"
    if release.terms in ("restricted-use", "non-commercial"):
        step = Fit.NO if openness == "permissive" else Fit.LOOSE
        return step, "its licence restricts use"
    if release.terms == "unrestricted" or _permissive(release.licence):
        return Fit.SURE, ""
    if release.openness == "open-source" and openness == "open-source":
        return Fit.SURE, ""
    step = Fit.UNKNOWN if openness == "permissive" else Fit.LOOSE
    return step, "its licence is not in the table"


def _permissive(licence: str) -> bool:
    return bool(PERMISSIVE.search(licence)) and not BOUND_TO_RESEARCH.search(licence)


def _kind(release: Release, kind: str) -> tuple[Fit, str]:
    if kind in ANY_KIND or release.kind == kind:
        return Fit.SURE, ""
    sure, loose = KINDS.get(kind, (frozenset(), frozenset()))
    if release.kind in sure:
        return Fit.SURE, ""
    if kind == "vlm" and release.kind in ("llm", "code-llm") and "image" in release.inputs:
        return Fit.SURE, ""
    if release.kind in loose:
        return Fit.LOOSE, f"it counts only if {KIND_WORDS.get(release.kind, release.kind)} counts"
    if release.kind == "other" and kind not in ("protein", "robotics", "rl", "embedding"):
        return _other(release, kind)
    return Fit.NO, "another kind of model"


def _other(release: Release, kind: str) -> tuple[Fit, str]:
    if release.inputs or release.outputs:
        return Fit.NO, "another kind of model"
    return Fit.UNKNOWN, f"the table doesn't say whether it is a {kind} model"


def _purpose(release: Release, purpose: str) -> tuple[Fit, str]:
    if release.purpose == purpose:
        return Fit.SURE, ""
    if release.purpose == "unknown":
        return Fit.UNKNOWN, "the table doesn't say whether it is general-purpose"
    return Fit.NO, "built for one task"


def _whole(release: Release, kind: str) -> tuple[Fit, str]:
    """A part of a model is a model only to those who count it as one."""
    if release.purpose == "component" or COMPONENT_TRAITS & set(release.traits):
        return Fit.LOOSE, "it is a part of a model or a research tool"
    if kind in ("language", "llm") and release.purpose == "task" and release.kind == "llm":
        return Fit.LOOSE, "it is built for one task"
    return Fit.SURE, ""


def _trait(release: Release, trait: str) -> tuple[Fit, str]:
    holds = trait_holds(release, trait)
    if holds is None:
        return Fit.UNKNOWN, f"the table doesn't say whether it is {trait}"
    return (Fit.SURE, "") if holds else (Fit.NO, f"not {trait}")


def _licence(release: Release, licence: str) -> tuple[Fit, str]:
    if not release.licence:
        return Fit.UNKNOWN, "its licence is not in the table"
    wanted, has = _plain(licence), _plain(release.licence)
    if has.startswith(wanted):
        return Fit.SURE, ""
    return (Fit.UNKNOWN, "its licence has several parts") if wanted in has else (Fit.NO, "another licence")


def _plain(licence: str) -> str:
    return re.sub(r"[^a-z0-9.]+", " ", licence.lower()).strip()


def _family(release: Release, family: str) -> tuple[Fit, str]:
    if release.family == family or starts_with_name(release.name, family):
        return Fit.SURE, ""
    if any(starts_with_name(alias, family) for alias in release.aliases):
        return Fit.SURE, ""
    if family.lower() in release.name.lower():
        return Fit.LOOSE, f"it counts only if every model with {family} in its name counts"
    return Fit.NO, "another family"


def starts_with_name(name: str, start: str) -> bool:
    """Tell whether a name begins with another one, whole: "Qwen2-VL" with "Qwen2", not "Qwen2.5".

    Examples
    --------
    >>> starts_with_name("Qwen2.5-72B", "Qwen2"), starts_with_name("Qwen2-72B", "Qwen2")
    (False, True)
    """
    low, head = name.lower(), start.lower()
    if not low.startswith(head):
        return False
    rest = low[len(head) :]
    if head[-1:].isdigit():
        return re.match(r"\d|\.\d", rest) is None
    return not rest[:1].isalpha()


def _sizes(release: Release, facets: Facets) -> Iterator[tuple[str, Fit, str]]:
    size, window = release.parameters, release.context_tokens
    if facets.min_parameters is not None:
        yield "size", *_bound(size, size is not None and size >= facets.min_parameters, "size")
    if facets.max_parameters is not None:
        yield "size", *_bound(size, size is not None and size <= facets.max_parameters, "size")
    if facets.min_context is not None:
        # 1M is written 1,000,000 by some makers and 1,048,576 by others.
        enough = window is not None and window >= facets.min_context * 0.97
        yield "context", *_bound(window, enough, "context length")


def _bound(value: int | None, holds: bool, what: str) -> tuple[Fit, str]:
    if value is None:
        return Fit.UNKNOWN, f"its {what} is not in the table"
    return (Fit.SURE, "") if holds else (Fit.NO, f"another {what}")


def counted_event(release: Release, openness: str) -> Event | None:
    """Event from which a release counts for a class: weights for "open", else the first one."""
    if openness in ("open", "open-source", "permissive", "fully-open"):
        return release.event("weights")
    if openness == "api" and release.event("api") is not None:
        return release.event("api")
    public = [event for event in release.events if event.kind not in ("withdrawn", "licence")]
    return min(public, key=lambda event: event.date, default=None)


#: Kinds in words, with the article, as rationales use them.
KIND_WORDS: dict[str, str] = {
    "llm": "a language model",
    "code-llm": "a code model",
    "vlm": "a vision-language model",
    "vision-encoder": "a vision model",
    "text-to-image": "an image model",
    "text-to-video": "a video model",
    "asr": "a speech-recognition model",
    "tts": "a text-to-speech model",
    "music": "a music model",
    "embedding": "an embedding model",
    "protein": "a protein model",
    "rl": "a reinforcement-learning model",
    "robotics": "a robotics model",
    "3d": "a 3D model",
}
