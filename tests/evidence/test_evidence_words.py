"""The words and tables that verdicts rest on: kinds, languages, media, fields, names of classes."""

import pytest

from hypecheck.errors import InputError, ReleaseDBError
from hypecheck.evidence.bounds import size_steps
from hypecheck.evidence.fits import (
    Fit,
    country_step,
    family_step,
    licence_step,
    openness_step,
    purpose_step,
    trait_step,
    whole_step,
)
from hypecheck.evidence.kinds import beside_the_point, kind_step
from hypecheck.evidence.misfits import refuse_misfits, refuse_rings
from hypecheck.evidence.phrases import class_words, rationale
from hypecheck.evidence.traits import trait_holds
from hypecheck.types import Event, Facets, Release

SURE, LOOSE, UNKNOWN, NO = Fit.SURE, Fit.LOOSE, Fit.UNKNOWN, Fit.NO


@pytest.mark.parametrize(
    ("kind", "asked", "fit"),
    [
        ("llm", "language", SURE), ("code-llm", "language", SURE), ("code-llm", "llm", SURE),
        ("vlm", "language", LOOSE), ("vlm", "llm", LOOSE), ("asr", "language", NO),
        ("asr", "speech", SURE), ("tts", "speech", SURE), ("asr", "audio", SURE), ("tts", "audio", SURE),
        ("music", "audio", SURE), ("music", "speech", LOOSE), ("tts", "music", LOOSE), ("asr", "music", NO),
        ("text-to-image", "image", SURE), ("text-to-image", "text-to-image", SURE),
        ("vision-encoder", "image", LOOSE), ("vision-encoder", "vision", SURE), ("vlm", "vision", SURE),
        ("text-to-image", "vision", LOOSE), ("text-to-video", "vision", NO),
        ("text-to-video", "video", SURE), ("text-to-image", "video", NO), ("llm", "speech", NO),
        ("llm", "model", SURE), ("asr", "any", SURE),
    ],
)  # fmt: skip
def test_a_kind_belongs_to_a_class_surely_loosely_or_not(release, kind, asked, fit):
    assert kind_step(release("Quill", "Nordlab", "2022-02-02", True, kind=kind), asked)[0] == fit


@pytest.mark.parametrize(
    "kind", ["text-to-image", "text-to-video", "3d", "rl", "robotics", "music"]
)
def test_a_picture_that_goes_into_a_maker_of_media_is_beside_the_point(release, kind):
    quill = release("Quill", "Nordlab", "2022-02-02", True, kind=kind)
    assert beside_the_point(quill, "image-input")
    assert not beside_the_point(quill, "reasoning")


@pytest.mark.parametrize("kind", ["llm", "vlm", "asr"])
def test_what_a_talking_model_takes_is_to_the_point(release, kind):
    assert not beside_the_point(
        release("Quill", "Nordlab", "2022-02-02", True, kind=kind), "image-input"
    )


SPEAKERS = {
    "chinese": "China, Taiwan, Hong Kong, Singapore", "german": "Germany, Austria, Switzerland",
    "french": "France, Canada, Switzerland, Belgium", "japanese": "Japan", "korean": "South Korea",
    "arabic": "United Arab Emirates, Saudi Arabia, Qatar, Egypt", "hindi": "India",
    "spanish": "Spain, Mexico, Argentina, Chile", "italian": "Italy, Switzerland", "polish": "Poland",
    "dutch": "Netherlands, Belgium", "portuguese": "Portugal, Brazil", "vietnamese": "Vietnam",
    "russian": "Russia", "turkish": "Turkey", "finnish": "Finland", "danish": "Denmark",
}  # fmt: skip


def test_a_swede_may_have_made_a_swedish_model(release):
    quill = release("Quill", "Someone", "2022-02-02", True, country="Sweden")
    assert (trait_holds(quill, "swedish"), trait_holds(quill, "danish")) == (None, False)


@pytest.mark.parametrize(
    ("language", "country"),
    [(spoken, home) for spoken, homes in SPEAKERS.items() for home in homes.split(", ")],
)
def test_a_maker_where_a_language_is_spoken_may_have_made_a_model_for_it(
    release, language, country
):
    here = release("Quill", "Someone", "2022-02-02", True, country=country)
    elsewhere = release("Quill", "Someone", "2022-02-02", True, country="Sweden")
    assert trait_holds(here, language) is None, "the table doesn't say"
    assert trait_holds(elsewhere, language) is False


@pytest.mark.parametrize(
    "trait",
    ["bilingual", "long-context", "agentic", "math", "gated", "hybrid", "1-bit", "distilled",
     "voice-cloning", "tool-use", "multilingual", "world-model", "real-time", "diffusion", "edge", "instruction",
     "hybrid-attention", "linear-attention", "sparse-attention"],
)  # fmt: skip
def test_a_trait_that_tables_seldom_tag_is_open_where_it_is_missing(release, trait):
    assert trait_holds(release("Quill", "Nordlab", "2022-02-02", True), trait) is None
    tagged = release("Quill", "Nordlab", "2022-02-02", True, traits=(trait,))
    assert trait_holds(tagged, trait) is True


PEOPLE = {
    "United States": "American", "China": "Chinese", "United Kingdom": "British", "France": "French",
    "Germany": "German", "Canada": "Canadian", "South Korea": "Korean", "India": "Indian",
    "Israel": "Israeli", "Russia": "Russian", "Europe": "European", "Western": "Western",
}  # fmt: skip
TRAITS = {
    "multilingual": "multilingual", "multimodal": "multimodal", "long-context": "long-context",
    "text-only": "text-only", "agentic": "agentic", "instruction": "instruction-tuned",
    "reasoning": "reasoning", "safety": "safety", "dense": "dense", "on-device": "on-device",
    "mixture-of-experts": "mixture-of-experts",
}  # fmt: skip
KINDS = {
    "llm": "language model", "code-llm": "code model", "vlm": "vision-language model",
    "vision-encoder": "vision model", "text-to-image": "image model", "asr": "speech-recognition model",
    "text-to-video": "text-to-video model", "music": "music model", "embedding": "embedding model",
    "protein": "protein model", "rl": "reinforcement-learning model", "robotics": "robotics model",
    "3d": "3D model",
}  # fmt: skip


@pytest.mark.parametrize(
    ("facets", "words"),
    [
        (Facets(kind="audio", openness="open"), "open-weight audio model"),
        (Facets(kind="image", openness="open"), "open-weight image model"),
        (Facets(kind="speech", openness="open-source"), "open-source speech model"),
        (Facets(kind="vision", openness="fully-open"), "fully open vision model"),
        (Facets(kind="video", openness="api"), "API-only video model"),
        (Facets(kind="language", openness="permissive"), "permissively licensed language model"),
        (Facets(kind="tts", traits=("voice-cloning",)), "text-to-speech model for voice-cloning"),
        (Facets(kind="language", traits=("math",)), "math language model"),
        (Facets(kind="language", traits=("edge",)), "on-device language model"),
        (Facets(kind="language", traits=("moe",)), "mixture-of-experts language model"),
        (Facets(kind="language", country="Japan"), "Japanese language model"),
        (Facets(kind="language", country="Switzerland"), "Swiss language model"),
        (Facets(kind="language", country="United Arab Emirates"), "Emirati language model"),
        *((Facets(country=place), f"{people} model") for place, people in PEOPLE.items()),
        *((Facets(traits=(trait,)), f"{word} model") for trait, word in TRAITS.items()),
        *((Facets(kind=kind), words) for kind, words in KINDS.items()),
        (Facets(openness="closed"), "closed model"),
        (Facets(openness="leaked"), "leaked model"),
        (Facets(kind="weather"), "weather model"),
        (Facets(traits=("korean",)), "model for Korean"),
        (Facets(traits=("video-input",)), "model that takes video input"),
        (Facets(traits=("speech-output",)), "model that produces speech"),
        (Facets(traits=("robust",)), "model for robust"),
    ],
)  # fmt: skip
def test_a_class_is_named_as_an_editor_would(facets, words):
    assert class_words(facets) == words


ROW = {"id": "quill", "name": "Quill", "date": "2022-02-02"}


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        *[(name, 3, "a text") for name in ("name", "family", "organization", "country", "openness", "kind",
                                           "purpose", "licence", "terms", "confidence", "note", "stage_of")],
        *[(name, "one", "a list of texts") for name in ("aliases", "traits", "inputs", "outputs", "sources")],
        *[(name, -1, "a positive number")
          for name in ("parameters", "active_parameters", "context_tokens", "prominence")],
        ("id", "", "a text that isn't empty"), ("date", "May", "YYYY, YYYY-MM or YYYY-MM-DD"),
        ("events", [{"date": "2022-02-02"}], "kind as a text"),
        ("other_dates", [{"date": "2022-02-02"}], "source as a text"),
        ("events", ["2022-02-02"], "objects with kind and date"),
        ("id", 3, "a text"), ("date", 3, "a text"),
        ("events", "2022", "a list"), ("other_dates", {}, "a list"),
        ("events", [{"kind": "api", "date": "2022", "sources": "me"}], "sources as a list of texts"),
        ("other_dates", [{"source": "me", "date": "2022", "sources": 3}], "sources as a list of texts"),
        ("events", [{"kind": "api", "date": "May"}], "kind as a text, and date as YYYY, YYYY-MM or YYYY-MM-DD"),
        ("parameters", True, "a positive number"), ("parameters", 10**18 + 1, "a positive number"),
        ("prominence", None, "a positive number"), ("note", "half \ud800", "a text"),
    ],
)  # fmt: skip
def test_a_value_that_no_release_can_have_is_named_with_what_is_allowed(field, value, allowed):
    with pytest.raises(InputError) as caught:
        refuse_misfits({**ROW, field: value})
    assert field in str(caught.value)
    assert allowed in str(caught.value)


@pytest.mark.parametrize(
    ("said", "tag"),
    [("tool use", "tool-use"), ("on-device", "edge"), ("mixture-of-experts", "moe")],
)
def test_a_trait_may_be_said_in_other_words(release, said, tag):
    assert trait_holds(release("Quill", "Nordlab", "2022-02-02", True, traits=(tag,)), said) is True


@pytest.mark.parametrize(
    ("said", "medium"), [("vision", "image"), ("visual", "image"), ("audio", "audio")]
)
def test_a_sense_is_what_goes_in(release, said, medium):
    facts = {"inputs": ("text", medium), "outputs": ("text",)}
    assert trait_holds(release("Quill", "Nordlab", "2022-02-02", True, **facts), said) is True
    assert trait_holds(release("Quill", "Nordlab", "2022-02-02", True), said) is False


@pytest.mark.parametrize("value", [0, 1, 10**18, 1.5])
def test_counts_may_be_as_large_as_any(value):
    refuse_misfits({**ROW, "parameters": value, "active_parameters": None})


@pytest.mark.parametrize("stages", [{"a": "a"}, {"x": "a", "a": "b", "b": "c", "c": "a"}])
def test_a_release_that_is_a_stage_of_itself_is_refused(stages):
    with pytest.raises(ReleaseDBError) as caught:
        refuse_rings(stages, "mine.jsonl")
    said = "mine.jsonl has 'a' as a stage of itself. Allowed: the release that came first."
    assert str(caught.value) == said


def test_stages_of_stages_are_none_of_themselves():
    refuse_rings({"c": "b", "b": "a", "d": "b"}, "mine.jsonl")


UNTOLD = "the table doesn't say whether its weights are public"
#: What is asked, of what, the facts of a release: how surely it is so, and the doubt in words.
STEPS = [
    (country_step, "China", {"country": "China"}, SURE, ""),
    (country_step, "China", {"country": "France"}, NO, "from elsewhere"),
    (country_step, "China", {}, UNKNOWN, "its maker's country is not in the table"),
    (country_step, "China", {"country": "Multinational"}, UNKNOWN, "its maker's country is not in the table"),
    (openness_step, "api", {"openness": "api"}, SURE, ""),
    (openness_step, "api", {"openness": "closed", "events": (Event("api", "2022"),)}, SURE, ""),
    (openness_step, "api", {"openness": "open-weights"}, NO, "no API"),
    (openness_step, "closed", {"openness": "api"}, SURE, ""),
    (openness_step, "closed", {"openness": "open-source"}, NO, "open weights"),
    (openness_step, "closed", {"openness": "unknown", "parameters": 10**12}, UNKNOWN, UNTOLD),
    (openness_step, "open", {"openness": "unknown"}, UNKNOWN, UNTOLD),
    (openness_step, "open", {"openness": "unknown", "parameters": 2 * 10**11 - 1}, UNKNOWN, UNTOLD),
    (openness_step, "open", {"openness": "unknown", "parameters": 2 * 10**11}, NO, "weights of a size that would be news if they were public"),
    (openness_step, "open", {"openness": "api"}, NO, "weights not public"),
    (openness_step, "open", {"openness": "open-weights"}, SURE, ""),
    (openness_step, "fully-open", {"openness": "open-weights", "traits": ("fully-open",)}, SURE, ""),
    (openness_step, "fully-open", {"openness": "open-source"}, UNKNOWN, "the table doesn't say whether its training data is public"),
    (openness_step, "fully-open", {"openness": "open-weights"}, NO, "training data not known to be public"),
    (openness_step, "permissive", {"openness": "open-weights", "terms": "restricted-use"}, NO, "its licence restricts use"),
    (openness_step, "permissive", {"openness": "open-weights", "terms": "non-commercial"}, NO, "its licence restricts use"),
    (openness_step, "open-source", {"openness": "open-weights", "terms": "restricted-use"}, LOOSE, "its licence restricts use"),
    (openness_step, "permissive", {"openness": "open-weights", "terms": "unrestricted"}, SURE, ""),
    (openness_step, "permissive", {"openness": "open-weights", "licence": "MIT"}, SURE, ""),
    (openness_step, "permissive", {"openness": "open-weights", "licence": "MIT Research"}, UNKNOWN, "its licence is not in the table"),
    (openness_step, "permissive", {"openness": "open-source"}, UNKNOWN, "its licence is not in the table"),
    (openness_step, "open-source", {"openness": "open-source"}, SURE, ""),
    (openness_step, "open-source", {"openness": "open-weights"}, LOOSE, "its licence is not in the table"),
    (purpose_step, "general", {"purpose": "general"}, SURE, ""),
    (purpose_step, "general", {"purpose": "unknown"}, UNKNOWN, "the table doesn't say whether it is general-purpose"),
    (purpose_step, "general", {"purpose": "task"}, NO, "built for one task"),
    (whole_step, "language", {"kind": "llm", "purpose": "component"}, LOOSE, "it is a part of a model or a research tool"),
    *((whole_step, "", {"traits": (part,)}, LOOSE, "it is a part of a model or a research tool")
      for part in ("component-only", "detector", "interpretability", "codec")),
    (whole_step, "", {"name": "LSTM + tricks"}, LOOSE, "it is an experiment of a paper"),
    (whole_step, "llm", {"kind": "llm", "purpose": "task"}, LOOSE, "it is built for one task"),
    (whole_step, "language", {"kind": "llm", "purpose": "task"}, LOOSE, "it is built for one task"),
    (whole_step, "asr", {"kind": "asr", "purpose": "task"}, SURE, ""),
    *((whole_step, "language", {"kind": "llm", "purpose": "task", "traits": (field,)}, SURE, "")
      for field in ("medical", "math", "science", "code", "dialogue", "finance", "legal")),
    (trait_step, "reasoning", {"traits": ("reasoning",)}, SURE, ""),
    (trait_step, "reasoning", {}, NO, "not reasoning"),
    (trait_step, "agentic", {}, UNKNOWN, "the table doesn't say whether it is agentic"),
    (trait_step, "mixture-of-experts", {"traits": ("moe", "fine-tune")}, LOOSE, "it is made from another maker's model"),
    (trait_step, "moe", {"traits": ("moe",)}, SURE, ""),
    (licence_step, "MIT", {"openness": "open-weights", "licence": "MIT License"}, SURE, ""),
    (licence_step, "MIT", {"openness": "open-weights", "licence": "Apache 2.0"}, NO, "another licence"),
    (licence_step, "MIT", {"openness": "open-weights", "licence": "code: MIT"}, UNKNOWN, "its licence has several parts"),
    (licence_step, "MIT", {"openness": "open-weights"}, UNKNOWN, "its licence is not in the table"),
    (licence_step, "MIT", {"openness": "api", "licence": "MIT"}, NO, "not licensed to the public"),
    (licence_step, "MIT", {"openness": "closed"}, NO, "not licensed to the public"),
    (family_step, "Quill", {"family": "Quill"}, SURE, ""),
    (family_step, "Goose", {"aliases": ("Goose Quill",)}, SURE, ""),
    (family_step, "Q-3", {"family": "Q-3", "name": "Pen"}, LOOSE, "it counts only if what was made from Q-3 counts"),
    (family_step, "Quill", {"name": "My Quill 2"}, LOOSE, "it counts only if every model with Quill in its name counts"),
    (family_step, "Goose", {}, NO, "another family"),
    (kind_step, "language", {"kind": "llm", "traits": ("translation",)}, NO, "a translation model"),
    (kind_step, "speech", {"kind": "vlm", "inputs": ("image", "audio"), "outputs": ("text",)}, LOOSE, "it counts only if a language model that takes sound counts"),
    (kind_step, "speech", {"kind": "music"}, LOOSE, "it counts only if a music model counts"),
    (kind_step, "vision", {"kind": "llm", "inputs": ("text", "image"), "outputs": ("text",)}, SURE, ""),
    (kind_step, "speech", {"kind": "other"}, UNKNOWN, "the table doesn't say whether it is a speech model"),
    (kind_step, "speech", {"kind": "other", "inputs": ("text",)}, NO, "another kind of model"),
    *((kind_step, kind, {"kind": "other"}, NO, "another kind of model")
      for kind in ("protein", "robotics", "rl", "embedding")),
    (kind_step, "speech", {"kind": "llm"}, NO, "another kind of model"),
    (kind_step, "video", {"kind": "text-to-video", "inputs": ("image",), "outputs": ("video",)}, SURE, ""),
    (kind_step, "text-to-video", {"kind": "text-to-video", "inputs": ("image",), "outputs": ("video",)}, NO, "another kind of model"),
]  # fmt: skip


@pytest.mark.parametrize(("step", "asked", "facts", "fit", "words"), STEPS)
def test_how_surely_a_release_fits_and_why(step, asked, facts, fit, words):
    quill = Release(**{"id": "quill", "name": "Quill", "organization": "Someone", **facts})
    assert step(quill, asked) == (fit, words)


BILLION = 10**9
#: Class, facts of a release: its name in the table, how surely it fits, and the doubt in words.
SIZES = [
    (Facets(min_parameters=100), {"parameters": 97}, "size", SURE, ""),
    (Facets(min_parameters=100), {"parameters": 96}, "size", NO, "another size"),
    (Facets(min_parameters=100), {}, "size", UNKNOWN, "its size is not in the table"),
    (Facets(min_parameters=200 * BILLION), {}, "size", NO, "a size that nobody mentions"),
    (Facets(min_parameters=200 * BILLION), {"openness": "api"}, "size", UNKNOWN, "its size is not in the table"),
    (Facets(max_parameters=100), {"parameters": 100}, "size", SURE, ""),
    (Facets(max_parameters=100), {"parameters": 101}, "size", NO, "another size"),
    (Facets(max_parameters=100), {}, "size", UNKNOWN, "its size is not in the table"),
    (Facets(min_context=1000), {"context_tokens": 970}, "context length", SURE, ""),
    (Facets(min_context=1000), {"context_tokens": 969}, "context length", NO, "another context length"),
    (Facets(min_context=1000), {}, "context length", UNKNOWN, "its context length is not in the table"),
    (Facets(min_context=500_000), {}, "context length", NO, "a context length that nobody mentions"),
    (Facets(min_context=499_999), {}, "context length", UNKNOWN, "its context length is not in the table"),
    (Facets(min_context=1000), {"context_tokens": 1000, "prominence": 1}, "context length", LOOSE, "its context length is read off a configuration file"),
    (Facets(min_context=1000), {"context_tokens": 1000, "prominence": 1, "parameters": 16 * BILLION}, "context length", SURE, ""),
    (Facets(min_context=1000), {"context_tokens": 1000, "prominence": 1, "openness": "api"}, "context length", SURE, ""),
]  # fmt: skip


@pytest.mark.parametrize(("facets", "facts", "name", "fit", "words"), SIZES)
def test_sizes_are_rounded_and_records_would_be_known(facets, facts, name, fit, words):
    known = {"openness": "open-weights", "prominence": 2, **facts}
    assert list(size_steps(Release("quill", "Quill", **known), facets)) == [(name, fit, words)]


EVENTS = {
    "weights": "weights public", "api": "available through an API from", "announced": "announced",
    "paper": "described in a paper of", "licence": "licence changed", "withdrawn": "withdrawn",
    "leak": "leak",
}  # fmt: skip


@pytest.mark.parametrize(("kind", "words"), EVENTS.items())
def test_a_rationale_says_what_it_is_whose_and_what_happened_when(release, kind, words):
    quill = release("Quill", "Nordlab", "2022-02-02", True, traits=("moe", "reasoning"))
    line = "open-weight reasoning mixture-of-experts language model from Nordlab"
    assert rationale(quill, Event(kind, "2022-02")) == f"{line}, {words} 2022-02"
    assert rationale(quill, Event(kind, "2022-02"), "a draw") == f"{line}, {words} 2022-02; a draw"


def test_a_rationale_without_a_maker_names_none():
    line = rationale(Release("quill", "Quill", kind="weather"), Event("api", "2022"))
    assert line == "model, available through an API from 2022"
