"""The words and tables that verdicts rest on: kinds, languages, media, fields, names of classes."""

import pytest

from hypecheck.errors import InputError
from hypecheck.evidence.fits import Fit
from hypecheck.evidence.kinds import beside_the_point, kind_step
from hypecheck.evidence.misfits import refuse_misfits
from hypecheck.evidence.phrases import class_words
from hypecheck.evidence.traits import trait_holds
from hypecheck.types import Facets

SURE, LOOSE, NO = Fit.SURE, Fit.LOOSE, Fit.NO


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


@pytest.mark.parametrize(
    ("language", "country"),
    [
        ("german", "Switzerland"), ("german", "Austria"), ("french", "Switzerland"), ("french", "Belgium"),
        ("french", "Canada"), ("italian", "Switzerland"), ("italian", "Italy"), ("spanish", "Chile"),
        ("arabic", "Egypt"), ("chinese", "Taiwan"), ("dutch", "Belgium"), ("portuguese", "Brazil"),
    ],
)  # fmt: skip
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
     "voice-cloning", "tool-use", "world-model", "real-time", "diffusion"],
)  # fmt: skip
def test_a_trait_that_tables_seldom_tag_is_open_where_it_is_missing(release, trait):
    assert trait_holds(release("Quill", "Nordlab", "2022-02-02", True), trait) is None
    tagged = release("Quill", "Nordlab", "2022-02-02", True, traits=(trait,))
    assert trait_holds(tagged, trait) is True


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
    ],
)  # fmt: skip
def test_a_value_that_no_release_can_have_is_named_with_what_is_allowed(field, value, allowed):
    with pytest.raises(InputError) as caught:
        refuse_misfits({**ROW, field: value})
    assert field in str(caught.value)
    assert allowed in str(caught.value)
