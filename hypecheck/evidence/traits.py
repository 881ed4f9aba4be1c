"""Whether a trait holds of a release, by tag or by what goes in and comes out."""

from __future__ import annotations

from hypecheck.types import Release

#: Other spellings of a trait.
SAME: dict[str, str] = {
    "mixture-of-experts": "moe",
    "sparse": "moe",
    "vision": "image-input",
    "visual": "image-input",
    "audio": "audio-input",
    "hearing": "audio-input",
    "on-device": "edge",
    "fully open": "fully-open",
    "tool use": "tool-use",
}
#: Traits that tables tag so seldom that a missing tag says nothing.
THIN = frozenset(
    {
        *("multilingual", "bilingual", "long-context", "edge", "agentic", "instruction"),
        *("hybrid", "hybrid-attention", "linear-attention", "sparse-attention", "1-bit"),
        *("diffusion", "distilled", "real-time", "voice-cloning", "tool-use"),
    }
)
#: Longest input from which one speaks of long context, in tokens: the length that GPT-4 Turbo
#: and Llama 3.1 were announced with.
LONG_CONTEXT = 128_000


def trait_holds(release: Release, trait: str) -> bool | None:
    """True or False where the table says it, None where it doesn't.

    Parameters
    ----------
    trait : str
        A tag of the table ("moe", "reasoning"), "dense", "text-only", or an input or output
        ("image-input", "audio-output").
    """
    trait = SAME.get(trait, trait)
    if trait in release.traits:
        return True
    if trait == "dense":
        return _dense(release)
    if trait == "long-context" and release.context_tokens is not None:
        return release.context_tokens >= LONG_CONTEXT * 0.97
    if trait in ("multimodal", "text-only") or trait.endswith(("-input", "-output")):
        return _media(release, trait)
    if trait == "code":
        return release.kind == "code-llm"
    return None if trait in THIN else False


def _dense(release: Release) -> bool | None:
    if "moe" in release.traits:
        return False
    active = release.active_parameters
    return active is None or active == release.parameters


def _media(release: Release, trait: str) -> bool | None:
    if not release.inputs and not release.outputs:
        return release.kind == "vlm" if trait in ("multimodal", "image-input") else None
    if trait == "multimodal":
        return len({*release.inputs, *release.outputs} - {"text", "code", "embedding"}) > 0 and (
            len(release.inputs) > 1 or len(release.outputs) > 1
        )
    if trait == "text-only":
        return set(release.inputs) == {"text"} and set(release.outputs) <= {"text", "code"}
    medium, _, side = trait.rpartition("-")
    return medium in (release.inputs if side == "input" else release.outputs)
