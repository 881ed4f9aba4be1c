"""Which kinds of model a kind facet covers, and how they are called."""

from __future__ import annotations

from hypecheck.evidence.fits import Fit
from hypecheck.evidence.search import TALKING
from hypecheck.types import Release

#: Kind facet to the kinds that belong to it surely, and those that a wide reading adds.
KINDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "language": (frozenset({"llm", "code-llm"}), frozenset({"vlm"})),
    "llm": (frozenset({"llm", "code-llm"}), frozenset({"vlm"})),
    "speech": (frozenset({"asr", "tts"}), frozenset({"music"})),
    "audio": (frozenset({"asr", "tts", "music"}), frozenset()),
    "music": (frozenset({"music"}), frozenset({"tts"})),
    "text-to-image": (frozenset({"text-to-image"}), frozenset()),
    "text-to-video": (frozenset({"text-to-video"}), frozenset()),
    "video": (frozenset({"text-to-video"}), frozenset()),
    "image": (frozenset({"text-to-image"}), frozenset({"vision-encoder"})),
    "vision": (frozenset({"vision-encoder", "vlm"}), frozenset({"text-to-image"})),
}
#: What must go in and come out for a kind.
MEDIA: dict[str, tuple[str, str]] = {
    "text-to-image": ("text", "image"),
    "text-to-video": ("text", "video"),
    "tts": ("text", "audio"),
    "asr": ("audio", "text"),
    "vlm": ("image", "text"),
}
#: Kinds that some language models are too.
HEARD = frozenset({"speech", "asr", "tts", "audio"})
#: Kinds that a language model is too if it takes pictures.
SEEN = frozenset({"vlm", "vision"})
#: Kinds that take a medium in to bring one out, or to act.
MAKERS_OF_MEDIA = frozenset({"text-to-image", "text-to-video", "3d", "rl", "robotics", "music"})
#: Medium by which a release without a drawer of its own passes for a kind: out of it, or into it.
PASSES: dict[str, tuple[str, str]] = {
    "image": ("image", ""),
    "vision": ("", "image"),
    "video": ("video", ""),
}
ANY_KIND = frozenset({"", "model", "any"})
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


def kind_step(release: Release, kind: str) -> tuple[Fit, str]:
    """How surely a release is of a kind, with the doubt in words."""
    if kind in ANY_KIND:
        return Fit.SURE, ""
    if not _media_fit(release, kind):
        return Fit.NO, "another kind of model"
    if kind in ("language", "llm") and "translation" in release.traits:
        return Fit.NO, "a translation model"
    if release.kind == kind:
        return Fit.SURE, ""
    sure, loose = KINDS.get(kind, (frozenset(), frozenset()))
    if release.kind in sure:
        return Fit.SURE, ""
    if kind in SEEN and release.kind in TALKING and "image" in release.inputs:
        return Fit.SURE, ""
    if kind in HEARD and release.kind in ("llm", "vlm") and _uses(release, "audio"):
        return Fit.LOOSE, "it counts only if a language model that takes sound counts"
    if release.kind in loose:
        return Fit.LOOSE, f"it counts only if {KIND_WORDS.get(release.kind, release.kind)} counts"
    if release.kind == "other" and kind not in ("protein", "robotics", "rl", "embedding"):
        return _other(release, kind)
    return Fit.NO, "another kind of model"


def beside_the_point(release: Release, trait: str) -> bool:
    """Tell whether a medium goes into a release for another purpose than to be understood.

    A generator that starts from a picture isn't meant by "a model that takes pictures".
    """
    return trait.endswith("-input") and release.kind in MAKERS_OF_MEDIA


def _uses(release: Release, medium: str) -> bool:
    return medium in release.inputs or medium in release.outputs


def _media_fit(release: Release, kind: str) -> bool:
    """Tell whether what goes in and comes out agrees with the kind, where both are known.

    Tables file image-to-image models under "text-to-image", for want of a drawer. A video
    generator may start from a picture; a text-to-video model may not.
    """
    goes_in, comes_out = MEDIA.get(release.kind, ("", ""))
    fits_in = not release.inputs or not goes_in or goes_in in release.inputs or kind == "video"
    return fits_in and (not release.outputs or not comes_out or comes_out in release.outputs)


def _other(release: Release, kind: str) -> tuple[Fit, str]:
    brought_out, taken_in = PASSES.get(kind, ("", ""))
    if release.purpose == "component":
        return Fit.NO, "a part of a model"
    if brought_out in release.outputs or taken_in in release.inputs:
        return Fit.LOOSE, f"it counts only if any model with {brought_out or taken_in}s counts"
    if release.inputs or release.outputs:
        return Fit.NO, "another kind of model"
    return Fit.UNKNOWN, f"the table doesn't say whether it is a {kind} model"
