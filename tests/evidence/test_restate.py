"""Wordings that hold: the most general first, fluent, and verified."""

from dataclasses import replace

import pytest

from hypecheck.dates import as_day
from hypecheck.evidence.phrases import class_words, describe, number, plural
from hypecheck.evidence.restate import phrase, stretch
from hypecheck.evidence.verify import ReleaseVerifier
from hypecheck.types import Claim, Evidence, Facets, Release

OPEN_NORD = Facets(organization="Nordlab", openness="open", kind="model")
FIRST = "first open-weight model since Fjord 1"


def claim(text=FIRST, quantifier="first", **facts):
    facts.setdefault("facets", OPEN_NORD)
    return Claim(text, 0, len(text), quantifier, **facts)


def restate(table, asked, as_of="2025-06-01"):
    verifier = ReleaseVerifier(table)
    day = as_day(as_of)
    return verifier.restatements(verifier.verify(asked, day), day)


def test_kind_and_purpose_make_the_claim_true_for_a_known_subject(table):
    best = restate(table, claim(anchor="fjord-1", subject="fjord-2"))[0]
    assert best.text == "first open-weight general-purpose language model since Fjord 1"
    assert best.verdict == "SUPPORTED"


def test_an_upcoming_subject_borrows_kind_and_purpose_from_the_anchor(table):
    best = restate(table, claim(anchor="fjord-1"), "2025-01-01")[0]
    assert best.text == "first open-weight general-purpose language model since Fjord 1"


def test_a_later_anchor_makes_a_long_wait_true(table):
    last = restate(table, claim(anchor="fjord-1"), "2025-01-01")[-1]
    assert last.text == "first open-weight model since Ear 2"
    assert last.stretch == "It is true only since Ear 2 (2023-06-06)."


def test_an_absence_without_subject_is_narrowed_to_language_models(table):
    asked = claim("no open model", "absence", since="2020-01-01")
    texts = [w.text for w in restate(table, asked, "2025-01-01")]
    assert texts[0] == (
        "Nordlab has not released any open-weight general-purpose language model since 2020-01-01"
    )


def test_every_wording_is_supported_when_checked_again(table):
    asked = claim(anchor="fjord-1", subject="fjord-2")
    verifier = ReleaseVerifier(table)
    for wording in restate(table, asked):
        again = verifier.verify(replace(asked, facets=wording.facets), as_day("2025-06-01"))
        assert (again.verdict, again.robustness) == ("SUPPORTED", "robust")


def test_wordings_are_few_and_none_is_a_part_of_another(table):
    wordings = restate(table, claim(anchor="fjord-1", subject="fjord-2"))
    assert 1 <= len(wordings) <= 3
    assert len({w.text for w in wordings}) == len(wordings)


def test_a_maker_is_added_where_a_world_record_fails(table):
    asked = claim(
        "the first open reasoning model",
        facets=Facets(openness="open", kind="asr"),
        subject="ear-2",
    )
    texts = [w.text for w in restate(table, asked)]
    assert all("Nordlab's" not in text for text in texts)
    world = claim("first open language model", facets=Facets(openness="open", kind="language"))
    texts = [w.text for w in restate(table, replace(world, subject="jade"))]
    assert "Ostlab's first open-weight language model" in texts
    assert "first Chinese open-weight language model" not in texts  # one lab is no country


@pytest.mark.parametrize("quantifier", ["quality", "among"])
def test_what_no_table_decides_has_no_restatement(table, quantifier):
    assert restate(table, claim(quantifier=quantifier, anchor="fjord-1")) == []


def test_words_without_a_facet_have_no_restatement(table):
    facets = replace(OPEN_NORD, undecided=("singing",))
    assert restate(table, claim(facets=facets, anchor="fjord-1")) == []


def test_what_has_no_anchor_gets_the_latest_counterexample(table):
    (wording,) = restate(table, claim(subject_text="Nordlab's upcoming model"))
    assert wording.text == "first open-weight model since Fjord 2"
    assert wording.stretch == "It is true only since Fjord 2 (2025-03-03)."


def test_a_size_has_no_later_anchor(table):
    assert not any(" since " in w.text for w in restate(table, claim("largest", subject="jade")))


@pytest.mark.parametrize(
    ("facets", "words"),
    [
        (Facets(openness="open", kind="model"), "open-weight model"),
        (Facets(openness="open", kind="language"), "open-weight language model"),
        (Facets(kind="language", purpose="general"), "general-purpose language model"),
        (Facets(country="China", kind="language"), "Chinese language model"),
        (Facets(country="Kenya", kind="language"), "language model from Kenya"),
        (Facets(organization="OpenAI", kind="asr"), "speech-recognition model from OpenAI"),
        (Facets(kind="language", traits=("reasoning",)), "reasoning language model"),
        (Facets(traits=("reasoning", "moe")), "reasoning mixture-of-experts model"),
        (Facets(openness="open-source", kind="tts"), "open-source text-to-speech model"),
        (Facets(openness="fully-open", kind="language"), "fully open language model"),
        (Facets(openness="permissive", kind="vlm"), "permissively licensed vision-language model"),
        (Facets(licence="Apache-2.0"), "model under the Apache-2.0 licence"),
        (Facets(min_parameters=10**11), "model with over 100 billion parameters"),
        (Facets(max_parameters=3 * 10**9), "model with at most 3 billion parameters"),
        (Facets(min_context=10**6), "model with a context window of 1 million tokens"),
        (Facets(family="Gemma"), "Gemma model"),
        (Facets(family="Gemma", kind="language"), "Gemma language model"),
        (Facets(traits=("audio-input",)), "model that takes audio input"),
        (Facets(traits=("audio-output",)), "model that produces audio"),
        (Facets(kind="text-to-video"), "text-to-video model"),
        (Facets(kind="video"), "video model"),
    ],
)
def test_classes_in_words(facets, words):
    assert class_words(facets) == words


@pytest.mark.parametrize(
    ("quantifier", "facts", "words"),
    [
        ("first", {}, "first open-weight language model"),
        ("first", {"since": "2020-01"}, "first open-weight language model since 2020-01"),
        ("only", {}, "only open-weight language model"),
        ("largest", {}, "largest open-weight language model"),
        ("nth", {"ordinal": 2}, "second open-weight language model"),
        ("nth", {"ordinal": 3}, "third open-weight language model"),
        ("absence", {"since": "2020"}, "no open-weight language model since 2020"),
        ("absence", {"subject": "gpt-2"}, "first open-weight language model"),
        ("longest-context", {}, "longest context window of any open-weight language model"),
        ("gap", {"since": "2020"}, "first open-weight language model since 2020"),
    ],
)
def test_forms_of_words(quantifier, facts, words):
    asked = Claim("the claim", 0, 9, quantifier, **facts)
    assert phrase(asked, Facets(openness="open", kind="language")) == words


@pytest.mark.parametrize(
    ("text", "stated", "words"),
    [
        ("first open model", "Nordlab", "first open-weight language model"),
        ("Nordlab's first model", "Nordlab", "Nordlab's first open-weight language model"),
        ("first open model", "", "Nordlab's first open-weight language model"),
    ],
)
def test_the_maker_stands_in_the_wording_only_where_the_sentence_lacks_it(text, stated, words):
    asked = Claim(text, 0, len(text), "first", facets=Facets(organization=stated))
    facets = Facets(organization="Nordlab", openness="open", kind="language")
    assert phrase(asked, facets) == words


def test_a_maker_in_s_takes_an_apostrophe_alone():
    asked = Claim("first model", 0, 11, "first")
    assert phrase(asked, Facets(organization="Black Forest Labs")) == (
        "Black Forest Labs' first model"
    )


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (Facets(kind="language"), "'language'"),
        (Facets(kind="language", purpose="general"), "'general-purpose', 'language'"),
        (Facets(country="China"), "'Chinese'"),
        (Facets(organization="Nordlab"), "'from Nordlab'"),
        (Facets(min_parameters=10**12), "'with over 1 trillion parameters'"),
        (Facets(licence="MIT"), "'under the MIT licence'"),
        (Facets(openness="open", traits=("moe",)), "'open-weight', 'mixture-of-experts'"),
    ],
)
def test_stretch_names_the_added_words(after, words):
    assert words in stretch(Claim("first model", 0, 11, "first"), after)


def test_stretch_counts_the_releases_left_out():
    evidence = (Evidence(Release("a", "A"), "counterexample", "weights", "2020"),) * 3
    asked = Claim("first model", 0, 11, "first", evidence=evidence)
    assert "leaves out 3 releases" in stretch(asked, Facets(kind="language"))


def test_no_stretch_where_nothing_is_added():
    assert stretch(Claim("first model", 0, 11, "first"), Facets()) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1_500_000_000, "1.5 billion"),
        (671_000_000_000, "671 billion"),
        (1_000_000_000_000, "1 trillion"),
        (124_000_000, "124 million"),
        (128_000, "128,000"),
    ],
)
def test_numbers_as_news_writes_them(value, words):
    assert number(value) == words


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1 release"), (0, "0 releases"), (5, "5 releases")]
)
def test_plurals(count, words):
    assert plural(count, "release") == words


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"kind": "asr", "openness": "open-source"},
            "open-weight speech-recognition model from Lab",
        ),
        ({"kind": "llm", "openness": "api"}, "language model from Lab"),
        ({"kind": "other", "openness": "closed"}, "model from Lab"),
        (
            {"kind": "llm", "traits": ("moe", "reasoning")},
            "reasoning mixture-of-experts language model from Lab",
        ),
    ],
)
def test_releases_in_words(facts, words):
    assert describe(Release("x", "X", organization="Lab", **facts)) == words


BILLION = 10**9


@pytest.mark.parametrize(
    ("size", "limit"),
    [
        (1.5, "1 billion"), (2, "1 billion"), (2.1, "2 billion"), (7, "5 billion"), (13, "10 billion"),
        (30, "20 billion"), (70, "50 billion"), (150, "100 billion"), (300, "200 billion"),
        (671, "500 billion"), (1500, "1 trillion"), (3000, "2 trillion"), (8000, "5 trillion"),
    ],
)  # fmt: skip
def test_a_size_is_told_by_the_round_figure_below_it(table, release, size, limit):
    facets = Facets(organization="Mill", openness="open", kind="language", purpose="general")
    small = release("Rye 1", "Mill", "2022-02-02", True, parameters=BILLION // 2)
    large = release("Oat 1", "Mill", "2024-04-04", True, parameters=int(size * BILLION))
    asked = claim("Mill's first open model", facets=facets, subject="oat-1")
    (wording, later) = restate(type(table)([small, large]), asked)
    assert (
        wording.text
        == f"Mill's first open-weight general-purpose language model with over {limit} parameters"
    )
    assert (
        wording.stretch
        == f"It takes more words to make it true: 'with over {limit} parameters', which leaves out 1 release listed here."
    )
    assert later.text == "Mill's first open-weight general-purpose language model since Rye 1"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (Facets(), Facets(openness="open"), "It takes 1 more word to make it true: 'open-weight'."),
        (Facets(), Facets(country="China", kind="asr"), "It takes 2 more words to make it true: 'Chinese', 'speech-recognition'."),
        (Facets(), Facets(country="Kenya", traits=("moe",)), "It takes 2 more words to make it true: 'Kenya', 'mixture-of-experts'."),
        (Facets(), Facets(licence="MIT"), "It takes more words to make it true: 'under the MIT licence'."),
        (Facets(kind="model"), Facets(kind="model", organization="Mill"), "It takes more words to make it true: 'from Mill'."),
        (Facets(traits=("moe",)), Facets(traits=("moe", "dense")), "It takes 1 more word to make it true: 'dense'."),
        (Facets(), Facets(), ""),
    ],
)  # fmt: skip
def test_a_stretch_counts_the_words_that_are_added(before, after, words):
    assert stretch(claim(facets=before), after) == words


@pytest.mark.parametrize(
    ("asked", "facets", "names", "words"),
    [
        ({"quantifier": "only"}, {}, {}, "only open-weight model"),
        ({"quantifier": "largest"}, {}, {}, "largest open-weight model"),
        ({"quantifier": "nth", "ordinal": 2}, {}, {}, "second open-weight model"),
        ({"quantifier": "nth", "ordinal": 3}, {}, {}, "third open-weight model"),
        ({"quantifier": "nth", "ordinal": 4}, {}, {}, "fourth open-weight model"),
        ({"quantifier": "nth", "ordinal": 5}, {}, {}, "fifth open-weight model"),
        ({}, {"organization": "Oats"}, {}, "Oats' first open-weight model"),
        ({}, {"organization": "Oat Lab (OL)"}, {}, "Oat Lab's first open-weight model"),
        ({"since": "2022"}, {}, {}, "first open-weight model since 2022"),
        ({"since": "2022"}, {}, {"anchor": "Rye 1"}, "first open-weight model since Rye 1"),
        ({"text": "no lab had opened a model"}, {}, {"subject": "Rye 1"}, "Rye 1 is the first open-weight model"),
        ({"text": "no lab had opened a model"}, {"organization": "Mill"}, {"subject": "Rye 1"}, "Rye 1 is Mill's first open-weight model"),
        ({"quantifier": "absence", "text": "none"}, {}, {}, "no open-weight model"),
        ({"quantifier": "absence", "text": "none"}, {"organization": "Mill (M)"}, {}, "Mill has not released any open-weight model"),
        ({"quantifier": "longest-context", "text": "longest"}, {}, {}, "longest context window of any open-weight model"),
        ({"quantifier": "longest-context", "text": "longest"}, {"organization": "Mill"}, {}, "longest context window of any open-weight model from Mill"),
    ],
)  # fmt: skip
def test_a_wording_has_the_form_of_the_claim(asked, facets, names, words):
    asked = claim(**{"text": "first open model", "facets": Facets(), **asked})
    assert phrase(asked, Facets(openness="open", **facets), **names) == words
