"""Whether a trait holds of a release, by tag or by what goes in and comes out."""

from __future__ import annotations

import re

from hypecheck.types import Release

#: Other spellings of a trait.
SAME: dict[str, str] = {
    "mixture-of-experts": "moe",
    "vision": "image-input",
    "visual": "image-input",
    "audio": "audio-input",
    "on-device": "edge",
    "tool use": "tool-use",
}
#: Kinds of which "multimodal" is said; robots and encoders have several media by nature.
TALKERS = frozenset({"llm", "vlm", "code-llm"})
#: Traits that tables tag so seldom that a missing tag says nothing.
THIN = frozenset(
    {
        *("bilingual", "long-context", "edge", "agentic", "instruction", "math", "gated"),
        *("hybrid", "hybrid-attention", "linear-attention", "sparse-attention", "1-bit"),
        *("diffusion", "distilled", "real-time", "voice-cloning", "tool-use", "world-model"),
        *("multilingual", "translation"),
    }
)
#: Traits that a release may be given long after its day; a tag doesn't say since when.
GAINED = frozenset({"tool-use"})
#: Traits of the network itself, which a fine-tune takes over from somebody else's model.
INHERITED = frozenset({"moe", "dense"})
#: Longest input from which one speaks of long context, in tokens: the length that GPT-4 Turbo
#: and Llama 3.1 were announced with.
LONG_CONTEXT = 128_000
#: Languages that a model can be made for, with the countries where makers would do so.
SPOKEN_IN: dict[str, frozenset[str]] = {
    "chinese": frozenset({"China", "Taiwan", "Hong Kong", "Singapore"}),
    "german": frozenset({"Germany", "Austria", "Switzerland"}),
    "french": frozenset({"France", "Canada", "Switzerland", "Belgium"}),
    "japanese": frozenset({"Japan"}),
    "korean": frozenset({"South Korea"}),
    "arabic": frozenset({"United Arab Emirates", "Saudi Arabia", "Qatar", "Egypt"}),
    "hindi": frozenset({"India"}),
    "spanish": frozenset({"Spain", "Mexico", "Argentina", "Chile"}),
    "italian": frozenset({"Italy", "Switzerland"}),
    "polish": frozenset({"Poland"}),
    "dutch": frozenset({"Netherlands", "Belgium"}),
    "portuguese": frozenset({"Portugal", "Brazil"}),
    "vietnamese": frozenset({"Vietnam"}),
    "russian": frozenset({"Russia"}),
    "turkish": frozenset({"Turkey"}),
    "swedish": frozenset({"Sweden"}),
    "finnish": frozenset({"Finland"}),
    "danish": frozenset({"Denmark"}),
}
#: Safety models are named for what they do.
_GUARD_NAME = re.compile(r"(?i)guard|shield|safety|safer|moderation|harmless")
_SPARSE_NAME = re.compile(
    r"(?i)moe\b|mixture|switch|sparse(?! auto| attention|ly)|\bmixtral|\d+x\d+b|-a\d+(?:\.\d+)?b\b"
)


def trait_holds(release: Release, trait: str) -> bool | None:
    """Whether a release has a trait; None where the table doesn't say.

    Parameters
    ----------
    trait : str
        A tag of the table ("moe", "reasoning"), "dense", "text-only", or an input or output
        ("image-input", "audio-output").
    """
    trait = SAME.get(trait, trait)
    if trait in ("multimodal", "text-only") or trait.endswith(("-input", "-output")):
        return _media(release, trait)
    if trait in release.traits:
        return True
    if trait == "safety":
        return _GUARD_NAME.search(release.name) is not None
    if trait in SPOKEN_IN:
        return _may_speak(release, trait)
    if trait in ("dense", "moe"):
        return _sparse(release) is (trait == "moe")
    if trait == "long-context" and release.context_tokens is not None:
        return release.context_tokens >= LONG_CONTEXT * 0.97
    if trait == "non-commercial":
        return release.terms == trait if release.terms else None
    return None if trait in THIN else False


def _may_speak(release: Release, language: str) -> bool | None:
    """None for a release that may be made for a language, by its maker's home or its tags."""
    near = release.country in SPOKEN_IN[language] or "multilingual" in release.traits
    return None if near or not release.country else False


def _sparse(release: Release) -> bool:
    """Tell whether only a part of the network is active, by tag, size or name."""
    if "moe" in release.traits or _SPARSE_NAME.search(release.name):
        return True
    active, whole = release.active_parameters, release.parameters
    return active is not None and whole is not None and active < whole


def _media(release: Release, trait: str) -> bool | None:
    """Whether inputs and outputs, or failing these the tag, have a medium."""
    if not release.inputs and not release.outputs:
        return True if trait in release.traits else None
    if trait == "multimodal":
        media = {*release.inputs, *release.outputs} - {"text", "code", "embedding", "label"}
        several = bool(media) and max(len(release.inputs), len(release.outputs)) > 1
        return None if several and release.kind not in TALKERS else several
    if trait == "text-only":
        return set(release.inputs) == {"text"} and set(release.outputs) <= {"text", "code"}
    medium, _, side = trait.rpartition("-")
    return medium in (release.inputs if side == "input" else release.outputs)
