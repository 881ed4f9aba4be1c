"""How surely a release has one facet of a class: four steps, with the doubt in words."""

from __future__ import annotations

import re
from enum import IntEnum

from hypecheck.evidence.makers import countries_of, homes_of
from hypecheck.evidence.traits import GAINED, INHERITED, SAME, trait_holds
from hypecheck.types import Release

OPEN = frozenset({"open-weights", "open-source"})
PERMISSIVE = re.compile(r"(?i)\b(?:apache|mit|bsd|isc|cc0|cc-by-4|cc by 4|mpl|unlicense)\b")
BOUND_TO_RESEARCH = re.compile(r"(?i)\bnc\b|non-?commercial|community|rail|custom|research")
#: Public weights of this size have always been news, so "unknown" means "not public".
GIANT = 200_000_000_000
#: Fields that a language model may be trained for and still be one to everybody.
DOMAINS = frozenset({"medical", "math", "science", "code", "dialogue", "finance", "legal"})
#: Names of rows in a paper's results: method + trick (data set).
EXPERIMENT = re.compile(r" \+ |†|‡|\((?:WT2|WT103|PTB|CIFAR-10|ImageNet)\)")
COMPONENT_TRAITS = frozenset({"component-only", "detector", "interpretability", "codec"})


class Fit(IntEnum):
    """Steps from outside the class to surely inside."""

    NO = 0
    UNKNOWN = 1
    LOOSE = 2
    SURE = 3


def country_step(release: Release, place: str) -> tuple[Fit, str]:
    """How surely a release comes from a country or region."""
    homes = homes_of(release)
    inside = homes & countries_of(place)
    if not homes or ("Multinational" in homes and not inside):
        return Fit.UNKNOWN, "its maker's country is not in the table"
    if not inside:
        return Fit.NO, "from elsewhere"
    if inside != homes:
        return Fit.LOOSE, "its maker has more than one home"
    return Fit.SURE, ""


def openness_step(release: Release, openness: str) -> tuple[Fit, str]:
    """How surely a release is open, open-source, fully open, closed or behind an API."""
    if openness == "api":
        has_api = release.openness == "api" or release.event("api") is not None
        return (Fit.SURE, "") if has_api else (Fit.NO, "no API")
    if openness == "closed" and release.openness != "unknown":
        return (Fit.NO, "open weights") if release.openness in OPEN else (Fit.SURE, "")
    if release.openness == "unknown":
        if (release.parameters or 0) >= GIANT and openness != "closed":
            return Fit.NO, "weights of a size that would be news if they were public"
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


def purpose_step(release: Release, purpose: str) -> tuple[Fit, str]:
    """How surely a release serves the stated purpose."""
    if release.purpose == purpose:
        return Fit.SURE, ""
    if release.purpose == "unknown":
        return Fit.UNKNOWN, "the table doesn't say whether it is general-purpose"
    return Fit.NO, "built for one task"


def whole_step(release: Release, kind: str) -> tuple[Fit, str]:
    """How surely a release is a whole model and not a part, which some count as one."""
    if release.purpose == "component" or COMPONENT_TRAITS & set(release.traits):
        return Fit.LOOSE, "it is a part of a model or a research tool"
    if EXPERIMENT.search(release.name):
        return Fit.LOOSE, "it is an experiment of a paper"
    narrow = release.purpose == "task" and not DOMAINS & set(release.traits)
    if kind in ("language", "llm") and release.kind == "llm" and narrow:
        return Fit.LOOSE, "it is built for one task"
    return Fit.SURE, ""


def trait_step(release: Release, trait: str) -> tuple[Fit, str]:
    """How surely a release has a trait."""
    holds, plain = trait_holds(release, trait), SAME.get(trait, trait)
    if holds is None:
        return Fit.UNKNOWN, f"the table doesn't say whether it is {trait}"
    if holds and plain in GAINED:
        return Fit.UNKNOWN, f"the table doesn't say since when it is {trait}"
    if holds and plain in INHERITED and "fine-tune" in release.traits:
        return Fit.LOOSE, "it is made from another maker's model"
    return (Fit.SURE, "") if holds else (Fit.NO, f"not {trait}")


def licence_step(release: Release, licence: str) -> tuple[Fit, str]:
    """How surely a release is under a licence."""
    if release.openness in ("api", "closed"):
        return Fit.NO, "not licensed to the public"
    if not release.licence:
        return Fit.UNKNOWN, "its licence is not in the table"
    wanted, has = _plain(licence), _plain(release.licence)
    if has.startswith(wanted):
        return Fit.SURE, ""
    return (
        (Fit.UNKNOWN, "its licence has several parts")
        if wanted in has
        else (Fit.NO, "another licence")
    )


def _plain(licence: str) -> str:
    return re.sub(r"[^a-z0-9.]+", " ", licence.lower()).strip()


def family_step(release: Release, family: str) -> tuple[Fit, str]:
    """How surely a release belongs to a family."""
    numbered = any(char.isdigit() for char in family)
    if (release.family == family and not numbered) or starts_with_name(release.name, family):
        return Fit.SURE, ""
    if any(starts_with_name(alias, family) for alias in release.aliases):
        return Fit.SURE, ""
    if release.family == family:  # "GPT-3" is a model; what was made from it is filed there too
        return Fit.LOOSE, f"it counts only if what was made from {family} counts"
    at = release.name.lower().find(family.lower())
    if at > 0 and starts_with_name(release.name[at:], family):
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
