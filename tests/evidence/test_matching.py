"""How surely a release belongs to a class: sure, loose, unknown or not at all."""

import pytest

from hypecheck.evidence import matching as module
from hypecheck.evidence.fits import Fit, starts_with_name
from hypecheck.evidence.matching import Matching, counted_event, match, matching
from hypecheck.evidence.traits import trait_holds
from hypecheck.types import Event, Facets, Release

SURE, LOOSE, UNKNOWN, NO = Fit.SURE, Fit.LOOSE, Fit.UNKNOWN, Fit.NO


def fit(release, **facets):
    return match(release, Facets(**facets)).fit


@pytest.mark.parametrize(
    ("maker", "asked", "expected"),
    [
        ("Google", "Google", SURE),
        ("Google DeepMind", "Google", SURE),
        ("Google", "Google DeepMind", LOOSE),
        ("OpenAI", "Google", NO),
        ("CompVis / Stability AI / Runway", "Stability AI", SURE),
        ("CompVis / Stability AI / Runway", "Microsoft", NO),
    ],
)
def test_a_maker_includes_its_labs_and_a_lab_may_have_made_what_stands_under_the_company(
    maker, asked, expected
):
    assert fit(Release("x", "X", organization=maker), organization=asked) is expected


@pytest.mark.parametrize(
    ("home", "place", "expected"),
    [
        ("China", "China", SURE),
        ("China", "United States", NO),
        ("France", "Europe", SURE),
        ("France", "Western", SURE),
        ("China", "Western", NO),
        ("Switzerland", "Europe", SURE),
        ("", "Europe", UNKNOWN),
        ("Multinational", "France", UNKNOWN),
    ],
)
def test_countries_and_regions(home, place, expected):
    assert fit(Release("x", "X", organization="Somelab", country=home), country=place) is expected


@pytest.mark.parametrize("place", ["United Kingdom", "United States"])
def test_a_maker_with_two_homes_fits_each_of_them_loosely(place):
    release = Release("x", "X", organization="Google DeepMind", country="United Kingdom")
    assert fit(release, country=place) is LOOSE


@pytest.mark.parametrize(
    ("openness", "terms", "licence", "asked", "expected"),
    [
        ("open-weights", "", "", "open", SURE),
        ("open-source", "", "", "open", SURE),
        ("api", "", "", "open", NO),
        ("closed", "", "", "open", NO),
        ("unknown", "", "", "open", UNKNOWN),
        ("open-source", "", "", "open-source", SURE),
        ("open-weights", "unrestricted", "", "open-source", SURE),
        ("open-weights", "", "", "open-source", LOOSE),
        ("open-weights", "restricted-use", "", "open-source", LOOSE),
        ("open-weights", "", "Apache-2.0", "permissive", SURE),
        ("open-weights", "", "MIT License", "permissive", SURE),
        ("open-weights", "non-commercial", "MIT", "permissive", NO),
        ("open-weights", "", "", "permissive", UNKNOWN),
        ("open-weights", "", "Llama 3 Community License", "permissive", UNKNOWN),
        ("open-weights", "", "", "fully-open", NO),
        ("open-source", "", "", "fully-open", UNKNOWN),
        ("api", "", "", "api", SURE),
        ("open-weights", "", "", "api", NO),
        ("api", "", "", "closed", SURE),
        ("open-weights", "", "", "closed", NO),
    ],
)
def test_openness(openness, terms, licence, asked, expected):
    release = Release("x", "X", openness=openness, terms=terms, licence=licence)
    assert fit(release, openness=asked) is expected


def test_a_tag_says_that_a_release_is_fully_open():
    release = Release("x", "X", openness="open-weights", traits=("fully-open",))
    assert fit(release, openness="fully-open") is SURE


def test_unknown_openness_of_a_giant_means_that_it_is_not_open():
    giant = Release("x", "X", openness="unknown", parameters=10**12)
    assert fit(giant, openness="open") is NO


@pytest.mark.parametrize(
    ("kind", "asked", "expected"),
    [
        ("llm", "language", SURE),
        ("code-llm", "language", SURE),
        ("vlm", "language", LOOSE),
        ("asr", "language", NO),
        ("asr", "speech", SURE),
        ("tts", "speech", SURE),
        ("llm", "speech", NO),
        ("asr", "model", SURE),
        ("protein", "", SURE),
        ("asr", "asr", SURE),
        ("tts", "asr", NO),
        ("other", "asr", UNKNOWN),
        ("text-to-image", "text-to-image", SURE),
    ],
)
def test_kinds(kind, asked, expected):
    assert fit(Release("x", "X", kind=kind), kind=asked) is expected


@pytest.mark.parametrize(
    ("kind", "inputs", "outputs", "expected"),
    [
        ("text-to-image", ("image",), ("image",), NO),
        ("text-to-image", ("text",), ("image",), SURE),
        ("text-to-video", ("video",), ("video",), NO),
        ("text-to-video", ("text", "image"), ("video",), SURE),
        ("tts", ("text",), ("audio",), SURE),
        ("asr", ("text",), ("text",), NO),
    ],
)
def test_a_kind_that_inputs_and_outputs_contradict_does_not_count(kind, inputs, outputs, expected):
    release = Release("x", "X", kind=kind, inputs=inputs, outputs=outputs)
    assert fit(release, kind=kind) is expected


def test_a_chat_model_that_sees_is_a_vision_model_too():
    seeing = Release("x", "X", kind="llm", inputs=("text", "image"), outputs=("text",))
    blind = Release("y", "Y", kind="llm", inputs=("text",), outputs=("text",))
    assert fit(seeing, kind="vision") is SURE
    assert fit(seeing, kind="language") is SURE
    assert fit(blind, kind="vision") is NO


def test_a_chat_model_that_sees_is_a_vision_language_model():
    assert fit(Release("x", "X", kind="llm", inputs=("text", "image")), kind="vlm") is SURE


@pytest.mark.parametrize(
    ("purpose", "asked", "expected"),
    [
        ("general", "general", SURE),
        ("task", "general", NO),
        ("component", "general", NO),
        ("unknown", "general", UNKNOWN),
        ("task", "", LOOSE),
        ("component", "", LOOSE),
        ("unknown", "", SURE),
    ],
)
def test_purpose_of_a_language_model(purpose, asked, expected):
    assert (
        fit(Release("x", "X", kind="llm", purpose=purpose), kind="language", purpose=asked)
        is expected
    )


@pytest.mark.parametrize("trait", ["component-only", "detector", "interpretability"])
def test_a_part_of_a_model_is_a_model_only_in_a_wide_reading(trait):
    assert fit(Release("x", "X", kind="other", traits=(trait,)), kind="model") is LOOSE


def test_a_task_model_is_a_model():
    assert fit(Release("x", "X", kind="asr", purpose="task"), kind="model") is SURE


@pytest.mark.parametrize(
    ("facts", "trait", "expected"),
    [
        ({"traits": ("moe",)}, "moe", True),
        ({"traits": ("moe",)}, "mixture-of-experts", True),
        ({"traits": ("moe",)}, "dense", False),
        ({}, "dense", True),
        ({"parameters": 100, "active_parameters": 10}, "dense", False),
        ({"parameters": 100, "active_parameters": 10}, "moe", True),
        ({"parameters": 100, "active_parameters": 100}, "dense", True),
        ({}, "reasoning", False),
        ({"traits": ("reasoning",)}, "reasoning", True),
        ({}, "agentic", None),
        ({"prominence": 1}, "multilingual", None),
        ({"prominence": 4}, "multilingual", None),
        (
            {"inputs": ("text",), "outputs": ("text",), "traits": ("multimodal",)},
            "multimodal",
            False,
        ),
        ({"kind": "vlm", "inputs": ("text", "image"), "outputs": ("text",)}, "multimodal", True),
        ({"kind": "llm", "inputs": ("text", "audio"), "outputs": ("text",)}, "multimodal", True),
        # robots have eyes and arms by nature
        ({"kind": "robotics", "inputs": ("text", "image")}, "multimodal", None),
        ({"kind": "embedding", "inputs": ("text",), "outputs": ("text",)}, "multimodal", False),
        ({"traits": ("german",)}, "german", True),
        ({"country": "Germany"}, "german", None),
        ({"country": "Austria"}, "german", None),
        ({"country": "Japan", "traits": ("multilingual",)}, "german", None),
        ({"country": "Japan"}, "german", False),
        ({}, "german", None),
        ({"name": "Qwen3Guard"}, "safety", True),
        ({"name": "ShieldGemma"}, "safety", True),
        ({"name": "Qwen3"}, "safety", False),
        ({"name": "Sparse Transformer"}, "moe", True),
        ({"name": "Sparse autoencoders"}, "moe", False),
        ({"inputs": ("text",), "outputs": ("image",)}, "multimodal", False),
        ({"traits": ("multimodal",)}, "multimodal", True),
        ({"inputs": ("text", "image")}, "image-input", True),
        ({"inputs": ("text", "image")}, "vision", True),
        ({"inputs": ("text",)}, "audio-input", False),
        ({"outputs": ("video", "audio")}, "audio-output", True),
        ({"inputs": ("text",), "outputs": ("text",)}, "text-only", True),
        ({"inputs": ("text", "image"), "outputs": ("text",)}, "text-only", False),
        ({}, "image-input", None),
        ({"context_tokens": 131_072}, "long-context", True),
        ({"context_tokens": 8_192}, "long-context", False),
        ({"terms": "non-commercial"}, "non-commercial", True),
        ({"terms": "unrestricted"}, "non-commercial", False),
        ({}, "non-commercial", None),
        ({"traits": ("code",)}, "code", True),
    ],
)
def test_traits(facts, trait, expected):
    assert trait_holds(Release("x", **{"name": "X", **facts}), trait) is expected


@pytest.mark.parametrize("name", ["Switch Transformer", "Mixtral 8x7B", "Qwen3-30B-A3B", "OLMoE"])
def test_a_name_can_say_that_a_network_is_sparse(name):
    assert trait_holds(Release("x", name), "moe") is True


def test_a_fine_tune_takes_its_architecture_from_somebody_else():
    release = Release("x", "X", traits=("moe", "fine-tune"))
    assert fit(release, traits=("moe",)) is LOOSE
    assert fit(Release("x", "X", traits=("reasoning", "fine-tune")), traits=("reasoning",)) is SURE


@pytest.mark.parametrize(
    ("licence", "asked", "expected"),
    [
        ("Apache-2.0", "Apache-2.0", SURE),
        ("Apache 2.0", "Apache-2.0", SURE),
        ("MIT License", "MIT", SURE),
        ("MIT", "Apache-2.0", NO),
        ("Modified MIT", "MIT", UNKNOWN),
        ("", "MIT", UNKNOWN),
        ("Gemma Terms of Use", "Apache-2.0", NO),
    ],
)
def test_licences(licence, asked, expected):
    assert fit(Release("x", "X", licence=licence), licence=asked) is expected


@pytest.mark.parametrize(
    ("name", "family", "asked", "expected"),
    [
        ("Gemma 2", "Gemma", "Gemma", SURE),
        ("Qwen1.5-110B", "Qwen", "Qwen1.5", SURE),
        ("Qwen1.5-110B", "Qwen", "Qwen1", NO),
        ("Qwen2.5", "Qwen", "Qwen2", NO),
        ("PaliGemma", "PaliGemma", "Gemma", LOOSE),
        ("Llama 3", "Llama", "Gemma", NO),
    ],
)
def test_families(name, family, asked, expected):
    assert fit(Release("x", name, family=family), family=asked) is expected


@pytest.mark.parametrize(
    ("facts", "bounds", "expected"),
    [
        ({"parameters": 10**11}, {"min_parameters": 10**11}, SURE),
        ({"parameters": 10**10}, {"min_parameters": 10**11}, NO),
        ({}, {"min_parameters": 10**10}, UNKNOWN),
        ({"openness": "open-weights"}, {"min_parameters": 10**12}, NO),
        ({"parameters": 10**9}, {"max_parameters": 10**9}, SURE),
        ({"parameters": 10**10}, {"max_parameters": 10**9}, NO),
        ({}, {"max_parameters": 10**9}, UNKNOWN),
        ({"context_tokens": 1_000_000}, {"min_context": 1_048_576}, NO),
        ({"context_tokens": 1_048_576}, {"min_context": 1_000_000}, SURE),
        ({"context_tokens": 32_000}, {"min_context": 128_000}, NO),
        ({}, {"min_context": 128_000}, UNKNOWN),
        ({}, {"min_context": 1_000_000}, NO),
    ],
)
def test_sizes(facts, bounds, expected):
    assert fit(Release("x", "X", **facts), **bounds) is expected


def test_a_context_length_from_a_configuration_file_is_no_sure_fact():
    small = Release(
        "x", "X", openness="open-weights", parameters=10**9, context_tokens=10**7, prominence=1
    )
    assert fit(small, min_context=10**6) is LOOSE


def test_the_weakest_facet_decides_and_the_doubts_are_said():
    release = Release("x", "X", kind="vlm", openness="unknown")
    found = match(release, Facets(kind="language", openness="open"))
    assert found.fit is UNKNOWN
    assert "vision-language model" in found.words
    assert "weights are public" in found.words


def test_a_facet_that_the_subject_needs_widely_is_read_widely():
    release = Release("x", "X", kind="vlm")
    assert match(release, Facets(kind="language"), frozenset({"kind"})).fit is SURE


@pytest.mark.parametrize(
    ("openness", "expected"),
    [("open", "2024-03-17"), ("", "2023-11-04"), ("api", "2023-12-01"), ("closed", "2023-11-04")],
)
def test_each_class_counts_from_its_own_event(openness, expected):
    events = (
        Event("announced", "2023-11-04"),
        Event("api", "2023-12-01"),
        Event("weights", "2024-03-17"),
    )
    release = Release("x", "X", events=events)
    assert counted_event(release, openness).date == expected


def test_a_release_without_weights_has_no_event_for_an_open_class():
    release = Release("x", "X", events=(Event("announced", "2023-11-04"),))
    assert counted_event(release, "open") is None


@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [
        ("GPT-2 XL", "GPT-2", True),
        ("GPT-2", "GPT-2", True),
        ("Grok-1.5", "Grok-1", False),
        ("Llama 3.1", "Llama 3", False),
        ("Llama 3-8B", "Llama 3", True),
        ("Whisper large-v3", "Whisper", True),
        ("Whisperer", "Whisper", False),
        ("Phi-4-mini", "Phi-4", True),
    ],
)
def test_names_that_begin_with_another_name(name, start, expected):
    assert starts_with_name(name, start) is expected


@pytest.mark.parametrize(
    ("traits", "expected"),
    [(("medical",), SURE), (("math",), SURE), (("translation",), NO), (("safety",), LOOSE)],
)
def test_a_model_for_a_field_is_a_language_model_and_one_for_a_task_may_be(traits, expected):
    release = Release("x", "X", kind="llm", purpose="task", traits=traits)
    assert fit(release, kind="language") is expected


def test_a_row_of_a_paper_s_results_is_hardly_a_release():
    assert fit(Release("x", "Net + Trick (WT2)", kind="llm"), kind="language") is LOOSE


def test_a_class_keeps_what_it_found_of_each_release():
    fits = Matching(Facets(organization="Acme"))
    ours, theirs = Release("x", "X", organization="Acme"), Release("y", "Y", organization="Bell")
    assert fits(ours) is fits(ours)
    assert (fits(ours).fit, fits(theirs).fit) == (SURE, NO)


def test_another_release_under_the_same_name_is_looked_at_anew():
    fits = Matching(Facets(country="Chile"))
    before = Release("x", "X", country="Peru")
    after = Release("x", "X", country="Chile")
    assert (fits(before).fit, fits(after).fit) == (NO, SURE)


def test_a_class_forgets_when_many_tables_went_through_it(monkeypatch):
    monkeypatch.setattr(module, "_MOST_KNOWN", 3)
    fits = Matching(Facets(organization="Acme"))
    releases = [Release(f"x{n}", "X", organization="Acme") for n in range(9)]
    assert [fits(release).fit for release in releases] == [SURE] * 9
    assert len(fits._known) <= 4


def test_a_class_reads_as_widely_as_the_claim_asks():
    release = Release("x", "X", kind="vlm")
    facets = Facets(kind="language")
    wide = matching(facets, frozenset({"kind"}))
    assert (matching(facets)(release).fit, wide(release).fit) == (LOOSE, SURE)
    assert matching(facets)(release) == match(release, facets)
    assert matching(facets) is matching(facets)


class Kept(list):
    """A table that may be kept by what it is."""

    __hash__ = object.__hash__


class Changed(Kept):
    """The table with some releases dated anew, or gone."""

    def __init__(self, table, changes):
        super().__init__()
        self.origin = table, changes


OURS, THEIRS = Release("x", "X", organization="Acme"), Release("y", "Y", organization="Bell")


def test_among_leaves_out_what_is_surely_outside():
    assert Matching(Facets(organization="Acme")).among([THEIRS, OURS]) == [OURS]


def test_among_keeps_what_it_found_of_a_table():
    fits, table = Matching(Facets(organization="Acme")), Kept([OURS, THEIRS])
    assert fits.among(table) is fits.among(table)


def test_among_looks_at_a_list_anew():
    fits, table = Matching(Facets(organization="Acme")), [THEIRS]
    assert fits.among(table) == []
    table.append(OURS)
    assert fits.among(table) == [OURS]


def test_among_a_changed_table_shows_the_changes():
    fits, table = Matching(Facets(organization="Acme")), Kept([OURS, THEIRS])
    later = Release("x", "X", organization="Acme", date="2030-01-01")
    assert fits.among(Changed(table, {"x": later, "y": None})) == [later]
    assert fits.among(Changed(table, {"x": None})) == []
    assert fits.among(table) == [OURS]
