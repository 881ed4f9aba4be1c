"""Verdicts on a small invented world (see conftest): first, only, absence, gap, nth."""

from dataclasses import replace

import pytest

from hypecheck.dates import as_day
from hypecheck.evidence.verify import ReleaseVerifier
from hypecheck.types import Claim, Facets

OPEN_NORD = Facets(organization="Nordlab", openness="open", kind="model")


def claim(quantifier="first", text="the first", **facts):
    return Claim(text, 0, len(text), quantifier, **facts)


def check(table, asked, as_of="2025-06-01"):
    return ReleaseVerifier(table).verify(asked, as_day(as_of))


def counterexamples(checked):
    return {e.release.id for e in checked.evidence if e.relation == "counterexample"}


def test_first_since_an_anchor_is_refuted_by_what_came_between(table):
    checked = check(table, claim(facets=OPEN_NORD, anchor="fjord-1", subject="fjord-2"))
    assert checked.verdict == "REFUTED"
    assert checked.robustness == "robust"
    assert counterexamples(checked) == {"ear", "ear-2", "digest"}
    assert "Ear (2021-05-05)" in checked.reason


def test_stages_of_the_anchor_are_no_counterexamples(table):
    checked = check(table, claim(facets=OPEN_NORD, anchor="fjord-1"), "2020-06-01")
    assert checked.verdict == "SUPPORTED"


def test_the_class_words_decide_which_releases_count(table):
    facets = replace(OPEN_NORD, kind="language", purpose="general")
    checked = check(table, claim(facets=facets, anchor="fjord-1", subject="fjord-2"))
    assert checked.verdict == "SUPPORTED"
    assert {e.release.id for e in checked.evidence} == {"fjord-1", "fjord-2"}
    assert {e.relation for e in checked.evidence} == {"support"}


def test_a_task_model_makes_plain_language_model_a_matter_of_definition(table):
    facets = replace(OPEN_NORD, kind="language")
    checked = check(table, claim(facets=facets, anchor="fjord-1", subject="fjord-2"))
    assert (checked.verdict, checked.robustness) == ("NOT_ENOUGH_INFO", "definition-sensitive")
    assert "Digest" in checked.reason
    assert "one task" in checked.reason


def test_an_upcoming_subject_is_read_as_the_next_such_release(table):
    asked = claim(facets=OPEN_NORD, anchor="fjord-1", subject_text="Nordlab's upcoming model")
    assert check(table, asked, "2025-01-01").verdict == "REFUTED"
    narrow = replace(asked, facets=replace(OPEN_NORD, kind="language", purpose="general"))
    assert check(table, narrow, "2025-01-01").verdict == "SUPPORTED"


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2021-05-04", set()), ("2021-05-05", {"ear"}), ("2024-01-01", {"ear", "ear-2", "digest"})],
)
def test_nothing_after_as_of_is_used(table, as_of, expected):
    checked = check(table, claim("absence", facets=OPEN_NORD, anchor="fjord-1"), as_of)
    assert counterexamples(checked) == expected
    assert all(e.date <= as_of for e in checked.evidence)


def test_the_subject_itself_never_counts(table):
    checked = check(
        table, claim(facets=Facets("Nordlab", openness="open", kind="asr"), subject="ear")
    )
    assert checked.verdict == "SUPPORTED"
    assert counterexamples(checked) == set()


def test_sizes_uploaded_with_the_subject_never_count(table, release):
    table.append(release("Ear small", "Nordlab", "2021-05-04", True, kind="asr"))
    checked = check(
        table, claim(facets=Facets("Nordlab", openness="open", kind="asr"), subject="ear")
    )
    assert checked.verdict == "SUPPORTED"


@pytest.mark.parametrize(
    ("days", "confidence", "verdict", "robustness"),
    [
        ("2021-01-01", "high", "REFUTED", "robust"),
        ("2021-01-01", "medium", "REFUTED", "robust"),
        ("2021-01-01", "low", "NOT_ENOUGH_INFO", "date-sensitive"),
        ("2020-06-01", "low", "REFUTED", "robust"),
        ("2021-05-01", "high", "NOT_ENOUGH_INFO", "date-sensitive"),
        ("2021-04-20", "high", "REFUTED", "robust"),
        ("2021-04-20", "medium", "NOT_ENOUGH_INFO", "date-sensitive"),
        ("2021-05-05", "high", "SUPPORTED", "robust"),
        ("2021-05", "high", "NOT_ENOUGH_INFO", "date-sensitive"),
        ("2021", "high", "NOT_ENOUGH_INFO", "date-sensitive"),
        ("2020", "high", "REFUTED", "robust"),
        ("2022-02-02", "high", "SUPPORTED", "robust"),
    ],
)
def test_a_counterexample_must_be_earlier_by_more_than_its_dates_may_err(
    table, release, days, confidence, verdict, robustness
):
    table.append(release("Lobe", "Nordlab", days, True, kind="asr", confidence=confidence))
    asked = claim(facets=Facets("Nordlab", openness="open", kind="asr"), subject="ear")
    checked = check(table, asked)
    assert (checked.verdict, checked.robustness) == (verdict, robustness)


def test_two_doubtful_dates_together_refute_and_say_so(table, release):
    for name in ("Lobe", "Cochlea"):
        table.append(release(name, "Nordlab", "2021-04-20", True, kind="asr", confidence="medium"))
    checked = check(
        table, claim(facets=Facets("Nordlab", openness="open", kind="asr"), subject="ear")
    )
    assert (checked.verdict, checked.robustness) == ("REFUTED", "date-sensitive")


def test_weights_count_from_the_day_on_which_they_were_public(table, release):
    table.append(release("Lobe", "Nordlab", "2020-01-01", "2022-01-01", kind="asr"))
    asked = claim(facets=Facets("Nordlab", openness="open", kind="asr"), subject="ear")
    assert check(table, asked).verdict == "SUPPORTED"
    without = replace(asked, facets=Facets("Nordlab", kind="asr"))
    assert check(table, without).verdict == "REFUTED"


def test_an_unknown_openness_stands_in_the_way_of_support(table, release):
    table.append(release("Lobe", "Nordlab", "2020-01-01", kind="asr", openness="unknown"))
    checked = check(
        table, claim(facets=Facets("Nordlab", openness="open", kind="asr"), subject="ear")
    )
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert "Lobe" in checked.reason


def test_words_without_a_facet_never_refute(table):
    facets = replace(OPEN_NORD, undecided=("sings",))
    checked = check(table, claim(facets=facets, anchor="fjord-1", subject="fjord-2"))
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert "'sings'" in checked.reason


def test_words_without_a_facet_never_support_even_where_the_wide_class_is_empty(table):
    facets = Facets("Nordlab", openness="open", kind="asr", undecided=("sings",))
    assert check(table, claim(facets=facets, subject="ear")).verdict == "NOT_ENOUGH_INFO"
    asked = claim(facets=replace(facets, undecided=("no kind of AI model",)), subject="ear")
    assert check(table, asked).verdict == "NOT_ENOUGH_INFO"


@pytest.mark.parametrize("quantifier", ["quality", "among"])
def test_some_quantifiers_are_beyond_a_table(table, quantifier):
    checked = check(table, claim(quantifier, facets=Facets(openness="open", kind="language")))
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert {e.relation for e in checked.evidence} == {"prior_art"}


def test_a_claim_without_a_class_is_not_decided(table):
    checked = check(table, claim(subject="ear"))
    assert checked.verdict == "NOT_ENOUGH_INFO"


@pytest.mark.parametrize(
    "facets", [Facets(openness="open", kind="model"), Facets(openness="open", kind="asr")]
)
def test_an_unknown_subject_of_any_maker_is_not_decided(table, facets):
    checked = check(table, claim(facets=facets, subject_text="Zephyrus 9"))
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert "doesn't know" in checked.reason


def test_a_release_just_out_may_be_the_unnamed_news_itself(table):
    facets = Facets("Nordlab", openness="open", kind="asr")
    asked = claim(facets=facets, since="2021-06-01", subject_text="The model")
    assert check(table, asked, "2023-06-20").verdict == "NOT_ENOUGH_INFO"
    assert check(table, asked, "2024-06-20").verdict == "REFUTED"


@pytest.mark.parametrize(
    ("facets", "subject", "words"),
    [
        (Facets("Westcorp", kind="model"), "ear", "another maker"),
        (Facets(country="China", kind="model"), "ear", "from elsewhere"),
        (Facets(openness="open", kind="model"), "sage", "not public"),
        (Facets(openness="open", kind="language"), "ear", "another kind"),
        (Facets(kind="language", min_parameters=10**12), "sage", "another size"),
    ],
)
def test_a_subject_outside_its_own_class_shows_a_misreading(table, facets, subject, words):
    checked = check(table, claim(facets=facets, subject=subject))
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert words in checked.reason


def test_absence_with_a_subject_ends_before_it(table):
    facets = replace(OPEN_NORD, kind="language", purpose="general")
    asked = claim("absence", facets=facets, anchor="fjord-1", subject="fjord-2")
    assert check(table, asked).verdict == "SUPPORTED"


def test_absence_without_a_subject_runs_to_as_of(table):
    facets = replace(OPEN_NORD, kind="language", purpose="general")
    asked = claim("absence", facets=facets, anchor="fjord-1")
    assert check(table, asked, "2025-01-01").verdict == "SUPPORTED"
    assert counterexamples(check(table, asked, "2025-04-01")) == {"fjord-2"}


@pytest.mark.parametrize("quantifier", ["absence", "only"])
def test_what_is_said_of_all_time_needs_a_table_that_reaches_so_far(table, quantifier):
    facets = Facets("Nordlab", openness="open", kind="tts")
    asked = claim(quantifier, facets=facets, since="2020-01-01", subject_text="Nordlab")
    checked = check(table, asked, "2026-02-01")
    assert checked.verdict == "NOT_ENOUGH_INFO"


def test_what_is_said_of_the_time_before_a_release_does_not_mind_the_table_s_end(table):
    asked = claim(facets=Facets("Nordlab", openness="open", kind="asr"), subject="ear")
    assert check(table, asked, "2030-01-01").verdict == "SUPPORTED"


@pytest.mark.parametrize(
    ("since", "as_of", "verdict"),
    [
        ("2021-06-01", "2023-05-01", "SUPPORTED"),
        ("2021-04-01", "2023-05-01", "SUPPORTED"),
        ("2020-05-01", "2022-05-01", "REFUTED"),
    ],
)
def test_a_gap_in_round_years(table, since, as_of, verdict):
    asked = claim("gap", facets=Facets("Nordlab", openness="open", kind="asr"), since=since)
    assert check(table, asked, as_of).verdict == verdict


def test_a_gap_without_a_beginning_is_not_decided(table):
    assert check(table, claim("gap", facets=OPEN_NORD)).verdict == "NOT_ENOUGH_INFO"


def test_only_is_refuted_by_any_other_member(table):
    facets = Facets("Nordlab", openness="open", kind="asr")
    assert counterexamples(check(table, claim("only", facets=facets, subject="ear"))) == {"ear-2"}
    assert (
        check(table, claim("only", facets=facets, subject="ear"), "2022-01-01").verdict
        == "SUPPORTED"
    )


def test_only_of_a_maker_spares_all_that_maker_s_releases(table):
    facets = Facets(kind="model", traits=("reasoning",))
    asked = claim("only", facets=facets, subject_text="Westcorp")
    assert counterexamples(check(table, asked)) == {"jade-r"}


def test_the_first_maker_to_do_something_is_dated_by_its_first_release(table):
    facets = Facets(openness="open", kind="language")
    refuted = check(table, claim(facets=facets, subject_text="Ostlab"))
    assert counterexamples(refuted) == {"fjord-1", "fjord-1-xl"}


def test_firms_are_not_compared_with_universities(table, release):
    table.append(release("Thesis", "University of Nowhere", "2018-01-01", True))
    facets = Facets(country="Sweden", openness="open", kind="language")
    asked = claim(facets=facets, subject="fjord-1", text="the first Swedish company")
    assert check(table, asked).verdict != "REFUTED"
    plain = claim(facets=facets, subject="fjord-1", text="the first Swedish model")
    assert counterexamples(check(table, plain)) == {"thesis"}


@pytest.mark.parametrize(
    ("ordinal", "subject", "verdict"),
    [
        (2, "ear-2", "SUPPORTED"),
        (3, "ear-2", "NOT_ENOUGH_INFO"),
        (2, "ear", "NOT_ENOUGH_INFO"),
        (1, "ear", "SUPPORTED"),
    ],
)
def test_second_and_third_are_counted(table, ordinal, subject, verdict):
    facets = Facets("Nordlab", openness="open", kind="asr")
    asked = claim("nth", facets=facets, subject=subject, ordinal=ordinal)
    assert check(table, asked).verdict == verdict


def test_far_too_many_predecessors_refute_a_second(table, release):
    for number in (7, 8):
        name = f"Lobe{number}"
        table.append(release(name, "Nordlab", f"202{number - 6}-01-01", True, kind="asr"))
    facets = Facets("Nordlab", openness="open", kind="asr")
    checked = check(table, claim("nth", facets=facets, subject="ear-2", ordinal=2))
    assert checked.verdict == "REFUTED"
    assert counterexamples(checked) == {"ear", "lobe7", "lobe8"}


def test_evidence_begins_with_the_best_known_and_is_bounded(table, release):
    for number in range(20):
        day = f"2022-02-{number + 1:02d}"
        table.append(release(f"Toy{number}", "Nordlab", day, True, kind="other", prominence=2))
    checked = check(table, claim(facets=OPEN_NORD, anchor="fjord-1", subject="fjord-2"))
    assert len(checked.evidence) == 12
    assert checked.evidence[0].release.id == "ear"
    assert checked.reason.startswith("23 releases")


def test_well_attested_counterexamples_stand_alone(table, release):
    row = release("Rumour", "Nordlab", "2022-02-02", True, prominence=1, confidence="medium")
    table.append(row)
    checked = check(table, claim(facets=OPEN_NORD, anchor="fjord-1", subject="fjord-2"))
    assert "rumour" not in counterexamples(checked)


def test_evidence_says_what_when_and_from_whom(table):
    checked = check(table, claim(facets=OPEN_NORD, anchor="fjord-1", subject="fjord-2"))
    first = checked.evidence[0]
    assert (first.event, first.date) == ("weights", "2021-05-05")
    assert first.rationale == (
        "open-weight speech-recognition model from Nordlab, weights public 2021-05-05"
    )


def test_support_says_how_complete_the_slice_is(table):
    asked = claim(facets=Facets("Nordlab", openness="open", kind="asr"), subject="ear")
    assert "the table lists 2 open-weight speech-recognition model" in check(table, asked).reason


@pytest.mark.parametrize("rows", [1, 3, 12])
def test_a_class_over_all_makers_needs_many_listed_releases(table, release, rows):
    for number in range(rows):
        maker = f"Lab {number}"
        table.append(release(f"Film{number}", maker, "2024-05-05", True, kind="text-to-video"))
    table.append(release("Reel", "Nordlab", "2024-01-01", True, kind="text-to-video"))
    facets = Facets(openness="open", kind="text-to-video")
    verdict = check(table, claim(facets=facets, subject="reel")).verdict
    assert verdict == ("SUPPORTED" if rows == 12 else "NOT_ENOUGH_INFO")


def test_the_claim_keeps_its_words_and_gains_its_day(table):
    asked = claim(facets=OPEN_NORD, anchor="fjord-1", stance="rejected")
    checked = check(table, asked, "2025-01-01")
    assert (checked.text, checked.stance, checked.as_of) == (asked.text, "rejected", "2025-01-01")


@pytest.mark.parametrize(
    ("name", "day", "verdict"),
    [
        ("Ear large", "2023-01-01", "SUPPORTED"),
        ("Ear-turbo", "2023-01-01", "SUPPORTED"),
        ("Ear 7B", "2023-01-01", "SUPPORTED"),
        ("Ear 1.5", "2023-01-01", "REFUTED"),
        ("Ear v3", "2023-01-01", "REFUTED"),
        ("Lobe", "2023-01-01", "REFUTED"),
    ],
)
def test_variants_of_the_subject_do_not_count_and_successors_do(table, release, name, day, verdict):
    table.append(release(name, "Nordlab", day, True, kind="asr"))
    facets = Facets("Nordlab", openness="open", kind="asr")
    assert (
        check(table, claim("only", facets=facets, subject="ear"), "2023-05-05").verdict == verdict
    )


def test_an_absence_does_not_end_with_a_release_outside_the_class(table):
    facets = Facets("Westcorp", openness="open", kind="model")
    asked = claim("absence", facets=facets, subject="sage", since="2018")
    assert check(table, asked).reason.startswith("too thin")
    assert counterexamples(check(table, claim("absence", facets=OPEN_NORD, subject="sage"))) == {
        *("fjord-1", "fjord-1-xl", "ear", "ear-2", "digest", "fjord-2")
    }


def test_an_absence_of_everything_is_taken_for_a_misreading(table):
    asked = claim("absence", facets=Facets(openness="open", kind="model"))
    assert "misread" in check(table, asked).reason


def test_a_maker_that_has_not_done_something_is_part_of_the_class(table):
    facets = Facets(openness="open", kind="asr")
    asked = claim("absence", facets=facets, subject_text="Nordlab", since="2022-01-01")
    assert counterexamples(check(table, asked)) == {"ear-2"}


@pytest.mark.parametrize("quantifier", ["first", "only"])
def test_a_maker_without_a_release_of_the_class_shows_a_misreading(table, quantifier):
    facets = Facets(openness="open", kind="asr")
    checked = check(table, claim(quantifier, facets=facets, subject_text="Ostlab"))
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert "no open-weight speech-recognition model from Ostlab" in checked.reason


def test_together_is_no_university(table, release):
    table.append(release("Choir", "Together AI", "2018-01-01", True, country="Sweden"))
    facets = Facets(country="United States", openness="open", kind="language")
    table.append(release("Anthem", "Westcorp", "2021-01-01", True))
    asked = claim(facets=facets, subject="anthem", text="the first American company")
    assert counterexamples(check(table, asked)) == {"choir"}


def test_as_of_may_be_a_partial_date(table):
    asked = claim("absence", facets=OPEN_NORD, anchor="fjord-1")
    checked = ReleaseVerifier(table).verify(asked, "2021-05")
    assert checked.as_of == "2021-05-31"
    assert counterexamples(checked) == {"ear"}


def test_a_row_of_one_source_with_a_poor_date_proves_nothing(table, release):
    row = release("Lobe", "Nordlab", "2019-01-01", True, kind="asr", confidence="low", prominence=1)
    table.append(row)
    asked = claim(facets=Facets("Nordlab", openness="open", kind="asr"), subject="ear")
    assert check(table, asked).verdict == "NOT_ENOUGH_INFO"


N = "NOT_ENOUGH_INFO"
ON, OL = Facets(organization="Nordlab", openness="open"), Facets(openness="open", kind="language")
DAY = "2025-06-01"
#: Claim, day on which it is read, verdict, the whole reason, the evidence for or against it.
REASONS = [
    (claim("first", facets=ON, anchor="fjord-1", subject="fjord-2"), DAY, "REFUTED",
     "3 releases in the table came after 2019-02-10 and before 2025-03-03: Ear (2021-05-05), Ear 2 (2023-06-06) and Digest (2022-01-01)", "ear ear-2 digest"),
    (claim("first", facets=ON, anchor="fjord-1"), DAY, "REFUTED",
     "4 releases in the table came after 2019-02-10 and up to 2025-06-01: Ear (2021-05-05), Digest (2022-01-01), Fjord 2 (2025-03-03) and 1 more", "ear digest fjord-2 ear-2"),
    (claim("first", facets=ON, anchor="fjord-1", subject_text="Nordlab's upcoming model"), "2025-01-01", "REFUTED",
     "3 releases in the table came after 2019-02-10 and up to 2025-01-01: Ear (2021-05-05), Ear 2 (2023-06-06) and Digest (2022-01-01)", "ear ear-2 digest"),
    (claim("first", facets=ON), DAY, N,
     "the table doesn't know which release the claim is about", ""),
    (claim("first", facets=replace(ON, kind="asr"), subject="ear"), DAY, "SUPPORTED",
     "no other open-weight speech-recognition model from Nordlab is listed before 2021-05-05; the table lists 2 open-weight speech-recognition models from Nordlab, 2 confirmed by a second source or first-hand", "ear"),
    (claim("first", facets=replace(ON, kind="language"), anchor="fjord-1", subject="fjord-2"), DAY, N,
     "it turns on what the words mean: Digest (2022-01-01); it is built for one task", "digest"),
    (claim("first", facets=OL, subject="sage"), DAY, N,
     "the table doesn't have Sage as open-weight language model (weights not public)", ""),
    (claim("first", facets=ON, subject="fjord-2"), "2025-01-01", N,
     "the table dates Fjord 2 to 2025-03-03, after the text", ""),
    (claim("absence", facets=Facets(openness="open")), DAY, N,
     "a claim that nobody ever released anything is likely misread", ""),
    (claim("absence", facets=ON), DAY, "REFUTED",
     "6 releases in the table came up to 2025-06-01: Ear (2021-05-05), Fjord 1 (2019-02-10), Fjord 2 (2025-03-03) and 3 more", "ear fjord-1 fjord-2 ear-2 fjord-1-xl digest"),
    (claim("absence", facets=Facets(organization="Westcorp", openness="open")), DAY, N,
     "too thin to say that there is none: the table lists 0 open-weight models from Westcorp, 0 confirmed by a second source or first-hand", ""),
    (claim("absence", facets=ON, since="2024-01-01"), "2024-06-01", "SUPPORTED",
     "no other open-weight model from Nordlab is listed after 2024-01-01 and up to 2024-06-01; the table lists 6 open-weight models from Nordlab, 6 confirmed by a second source or first-hand", ""),
    (claim("absence", facets=replace(ON, kind="music")), "2026-06-01", N, "the table ends 2025-12", ""),
    (claim("gap", facets=ON), DAY, N,
     "the claim doesn't say since when", ""),
    (claim("gap", facets=ON, subject="fjord-2", since="2023-01-01"), DAY, "REFUTED",
     "1 release in the table came after 2023-01-01 and before 2025-03-03: Ear 2 (2023-06-06)", "ear-2"),
    (claim("gap", facets=ON, subject="fjord-2", since="2023-07-01"), DAY, "SUPPORTED",
     "no other open-weight model from Nordlab is listed after 2023-07-01 and before 2025-03-03; the table lists 6 open-weight models from Nordlab, 6 confirmed by a second source or first-hand", "fjord-2"),
    (claim("only", facets=Facets(openness="open", kind="asr"), subject="ear"), DAY, "REFUTED",
     "1 release in the table came up to 2025-06-01: Ear 2 (2023-06-06)", "ear-2"),
    (claim("only", facets=Facets(organization="Ostlab", openness="open", traits=("reasoning",)), subject="jade-r"), DAY, "SUPPORTED",
     "no other open-weight reasoning model from Ostlab is listed up to 2025-06-01; the table lists 2 open-weight models from Ostlab, 2 confirmed by a second source or first-hand", "jade-r"),
    (claim("only", facets=OL), DAY, N,
     "the table doesn't know which release the claim is about", ""),
    (claim("largest", facets=OL, subject="jade"), DAY, N,
     "it turns on dates that are not exact enough: Fjord 2 (2025-03-03)", "fjord-2"),
    (claim("largest", facets=ON, subject="fjord-2"), DAY, N,
     "the table has no parameters for Ear (2021-05-05), Ear 2 (2023-06-06) and Digest (2022-01-01)", ""),
    (claim("largest", facets=OL, subject="ear"), DAY, N,
     "the table doesn't have Ear as open-weight language model (another kind of model)", ""),
    (claim("largest", facets=OL), DAY, N,
     "the table doesn't know which release the claim is about", ""),
    (claim("largest", facets=OL, subject="digest"), DAY, N,
     "the table has no figure for Digest (parameters)", ""),
    (claim("longest-context", facets=OL, subject="jade"), DAY, N,
     "the table has no figure for Jade (tokens of context)", ""),
    (claim("smallest", facets=OL, subject="jade"), DAY, N,
     "the claim doesn't name the size that it calls the smallest", ""),
    (claim("smallest", facets=OL, subject="jade", subject_text="Jade 7B"), DAY, "REFUTED",
     "2 releases in the table had fewer parameters in every size", "fjord-1-xl fjord-1"),
    (claim("smallest", facets=OL, subject="jade", subject_text="Jade 300B"), DAY, "REFUTED",
     "3 releases in the table had fewer parameters in every size", "fjord-2 fjord-1-xl fjord-1"),
    (claim("nth", facets=ON, subject="fjord-2", ordinal=2), DAY, N,
     "3 such releases came before: Ear (2021-05-05), Ear 2 (2023-06-06) and Digest (2022-01-01)", "ear ear-2 digest"),
    (claim("nth", facets=Facets(organization="Ostlab", openness="open"), subject="jade-r", ordinal=2), DAY, "SUPPORTED",
     "1 such release came before: Jade (2023-09-09); the table lists 2 open-weight models from Ostlab, 2 confirmed by a second source or first-hand", "jade-r jade"),
    (claim("nth", facets=ON, ordinal=2), DAY, N,
     "the table doesn't know which release the claim is about", ""),
    (claim("quality", facets=ON), DAY, N,
     "this is a claim about quality, and the table has dates, sizes and licences only", ""),
    (claim("among", facets=ON), DAY, N,
     "'one of the first' and 'one of the largest' have no sharp limit", ""),
    (claim("first", facets=Facets(undecided=("sings", "dances"))), DAY, N,
     "the table has no facet for 'sings', 'dances'", ""),
    (claim("first", facets=Facets()), DAY, N,
     "the claim doesn't say which kind of model it means", ""),
    (claim("first", facets=Facets(openness="open", kind="asr"), subject="ear"), "2026-06-01", N,
     "too thin to say that there is none: the table lists 2 open-weight speech-recognition models, 2 confirmed by a second source or first-hand", ""),
    (claim("first", facets=Facets(organization="Nordlab", licence="MIT"), subject="fjord-2"), DAY, N,
     "the table lacks a fact on Ear (2021-05-05) and Ear 2 (2023-06-06): its licence is not in the table", ""),
    (claim("first", facets=Facets(organization="Ostlab", licence="MIT"), subject="jade-r"), DAY, N,
     "the table lacks a fact on Jade (2023-09-09): its licence is not in the table", ""),
    (claim("first", facets=Facets(organization="Nordlab", traits=("reasoning",)), subject="fjord-2"), DAY, N,
     "the table doesn't have Fjord 2 as reasoning model from Nordlab (not reasoning)", ""),
    (claim("first", facets=replace(ON, purpose="task"), subject="fjord-2"), DAY, "REFUTED",
     "3 releases in the table came before 2025-03-03: Ear (2021-05-05), Ear 2 (2023-06-06) and Digest (2022-01-01)", "ear ear-2 digest"),
    (claim("first", facets=Facets(openness="api", kind="language"), subject_text="Westcorp"), DAY, N,
     "too thin to say that there is none: the table lists 2 API-only language models, 2 confirmed by a second source or first-hand", ""),
    (claim("first", facets=OL, subject_text="Westcorp"), DAY, N,
     "the table has no open-weight language model from Westcorp", ""),
]  # fmt: skip


@pytest.mark.parametrize(("asked", "as_of", "verdict", "reason", "shown"), REASONS)
def test_a_verdict_gives_its_whole_reason(table, asked, as_of, verdict, reason, shown):
    checked = check(table, asked, as_of)
    side = "support" if verdict == "SUPPORTED" else "counterexample"
    grounds = [e.release.id for e in checked.evidence if e.relation == side]
    assert (checked.verdict, checked.reason, " ".join(grounds)) == (verdict, reason, shown)
    assert {e.relation for e in checked.evidence} <= {side if shown else "prior_art"}


@pytest.mark.parametrize(
    ("quantifier", "since", "verdict", "shown"),
    [("first", "", "SUPPORTED", ["alto"]), ("absence", "2022-01-01", "REFUTED", ["basso"])],
)
def test_a_maker_s_own_first_is_its_earliest_and_an_absence_has_none(
    table, release, quantifier, since, verdict, shown
):
    for name, day in (("Alto", "2021-05-05"), ("Basso", "2023-06-06")):
        table.append(release(name, "Mistral AI", day, True, kind="asr"))
    facets = Facets(organization="Mistral AI", openness="open", kind="asr")
    checked = check(table, claim(quantifier, facets=facets, subject_text="Mistral", since=since))
    assert (checked.verdict, [e.release.id for e in checked.evidence]) == (verdict, shown)


def test_an_open_question_shows_what_compares(table):
    checked = check(table, claim("absence", facets=Facets(openness="open", family="Fjord 9")))
    assert checked.verdict == N
    assert [e.release.id for e in checked.evidence][:2] == ["jade", "fjord-2"]
    assert {e.relation for e in checked.evidence} == {"prior_art"}
