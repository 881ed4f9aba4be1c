"""Releases and classes in words: one vocabulary for rationales, reasons and restatements."""

from __future__ import annotations

from hypecheck.evidence.fits import OPEN
from hypecheck.evidence.kinds import ANY_KIND, KIND_WORDS
from hypecheck.evidence.traits import SAME, SPOKEN_IN
from hypecheck.types import Event, Facets, Release

#: Event kinds as a rationale says them, before the date.
EVENTS: dict[str, str] = {
    "weights": "weights public",
    "api": "available through an API from",
    "announced": "announced",
    "paper": "described in a paper of",
    "licence": "licence changed",
    "withdrawn": "withdrawn",
}
#: Kind facets as nouns.
NOUNS: dict[str, str] = {
    **{kind: words.split(" ", 1)[1] for kind, words in KIND_WORDS.items()},
    "language": "language model",
    "llm": "language model",
    "speech": "speech model",
    "audio": "audio model",
    "vision": "vision model",
    "image": "image model",
    "video": "video model",
    "text-to-video": "text-to-video model",
}
#: Traits as adjectives before the noun, in the order in which they stand.
ADJECTIVES: dict[str, str] = {
    "multilingual": "multilingual",
    "multimodal": "multimodal",
    "long-context": "long-context",
    "text-only": "text-only",
    "edge": "on-device",
    "agentic": "agentic",
    "math": "math",
    "instruction": "instruction-tuned",
    "reasoning": "reasoning",
    "safety": "safety",
    "dense": "dense",
    "moe": "mixture-of-experts",
}
#: Openness facets as adjectives.
OPENNESS: dict[str, str] = {
    "open": "open-weight",
    "open-source": "open-source",
    "permissive": "permissively licensed",
    "fully-open": "fully open",
    "api": "API-only",
    "closed": "closed",
}
#: Countries and regions as adjectives; others are said with "from".
PEOPLES: dict[str, str] = {
    "United States": "American",
    "China": "Chinese",
    "United Kingdom": "British",
    "France": "French",
    "Germany": "German",
    "Switzerland": "Swiss",
    "Canada": "Canadian",
    "Japan": "Japanese",
    "South Korea": "Korean",
    "India": "Indian",
    "Israel": "Israeli",
    "United Arab Emirates": "Emirati",
    "Russia": "Russian",
    "Europe": "European",
    "Western": "Western",
}


def rationale(release: Release, event: Event, extra: str = "") -> str:
    """One line on why a release counts: what it is, from whom, and the event that counts.

    Parameters
    ----------
    extra : str
        A further fact, such as its size.
    """
    line = f"{describe(release)}, {EVENTS.get(event.kind, event.kind)} {event.date}"
    return f"{line}; {extra}" if extra else line


def describe(release: Release) -> str:
    """Kind and maker of a release: "open-weight music model from OpenAI"."""
    words = [OPENNESS["open"]] if release.openness in OPEN else []
    words += [ADJECTIVES[trait] for trait in ("reasoning", "moe") if trait in release.traits]
    words.append(NOUNS.get(release.kind, "model"))
    text = " ".join(words)
    return f"{text} from {release.organization}" if release.organization else text


def class_words(facets: Facets, *, named: bool = True) -> str:
    """Noun phrase for a class, without article: "open-weight language model from OpenAI".

    Parameters
    ----------
    named : bool
        False leaves the maker out, where the sentence around already names it.
    """
    words = [PEOPLES.get(facets.country, ""), OPENNESS.get(facets.openness, facets.openness)]
    words.append("general-purpose" if facets.purpose == "general" else "")
    traits = {SAME.get(trait, trait) for trait in facets.traits}
    words += [adjective for trait, adjective in ADJECTIVES.items() if trait in traits]
    words.append(_noun(facets))
    tail = _tail(facets, traits - set(ADJECTIVES), named)
    return " ".join(filter(None, [*words, *tail]))


def _noun(facets: Facets) -> str:
    if facets.kind in ANY_KIND:
        return f"{facets.family} model" if facets.family else "model"
    noun = NOUNS.get(facets.kind, f"{facets.kind} model")
    return f"{facets.family} {noun}" if facets.family else noun


def _tail(facets: Facets, traits: set[str], named: bool) -> list[str]:
    tail = [_trait_tail(trait) for trait in sorted(traits)]
    if facets.min_parameters is not None:
        tail.append(f"with over {number(facets.min_parameters)} parameters")
    if facets.max_parameters is not None:
        tail.append(f"with at most {number(facets.max_parameters)} parameters")
    if facets.min_context is not None:
        tail.append(f"with a context window of {number(facets.min_context)} tokens")
    if facets.licence:
        tail.append(f"under the {facets.licence} licence")
    if facets.organization and named:
        tail.append(f"from {facets.organization}")
    if facets.country and facets.country not in PEOPLES:
        tail.append(f"from {facets.country}")
    return tail


def _trait_tail(trait: str) -> str:
    if trait in SPOKEN_IN:
        return f"for {trait.capitalize()}"
    medium, _, side = trait.rpartition("-")
    if side == "input" and medium:
        return f"that takes {medium} input"
    if side == "output" and medium:
        return f"that produces {medium}"
    return f"for {trait}"


def number(value: int) -> str:
    """Count as news writes it.

    Examples
    --------
    >>> number(100_000_000_000), number(1_500_000_000), number(128_000)
    ('100 billion', '1.5 billion', '128,000')
    """
    for unit, word in ((10**12, "trillion"), (10**9, "billion"), (10**6, "million")):
        if value >= unit:
            return f"{value / unit:.4g} {word}"
    return f"{value:,}"


def plural(count: int, noun: str) -> str:
    """Count with its noun: "1 release", "3 releases"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
