"""Verdicts on the largest model and the longest context window, on a small invented world."""

from dataclasses import replace

import pytest

from hypecheck.dates import as_day
from hypecheck.evidence.verify import ReleaseVerifier
from hypecheck.types import Claim, Facets

OPEN_LANGUAGE = Facets(openness="open", kind="language")
BILLION = 10**9


@pytest.fixture
def models(table, release):
    """Twelve open language models of known sizes besides the world of conftest."""
    for number in range(12):
        size = (number + 1) * BILLION
        row = release(f"Pine{number}", f"Lab {number}", "2023-01-01", True, parameters=size)
        table.append(replace(row, context_tokens=4096))
    return table


def check(table, quantifier, subject, facets=OPEN_LANGUAGE, as_of="2025-04-01", **facts):
    claim = Claim("the largest", 0, 11, quantifier, subject=subject, facets=facets, **facts)
    return ReleaseVerifier(table).verify(claim, as_day(as_of))


def rivals(checked):
    return [e.release.id for e in checked.evidence if e.relation == "counterexample"]


def test_a_larger_member_refutes(models):
    checked = check(models, "largest", "pine3", as_of="2023-06-01")
    assert checked.verdict == "REFUTED"
    assert "pine11" in rivals(checked)
    assert "pine2" not in rivals(checked)


def test_evidence_gives_the_figure(models):
    checked = check(models, "largest", "pine10", as_of="2023-06-01")
    assert checked.evidence[0].rationale.endswith("; 12 billion parameters")


def test_the_largest_is_supported_with_its_runners_up(models):
    checked = check(models, "largest", "fjord-2")
    assert checked.verdict == "SUPPORTED"
    assert "100 billion parameters are the most" in checked.reason
    assert {"jade", "pine11"} <= {e.release.id for e in checked.evidence}


def test_a_larger_one_outside_the_class_does_not_count(models):
    assert check(models, "largest", "fjord-2").verdict == "SUPPORTED"
    wide = check(models, "largest", "fjord-2", Facets(kind="language"))
    assert rivals(wide) == ["sage"]


def test_a_draw_is_no_defeat(models, release):
    models.append(release("Twin", "Westcorp", "2024-01-01", True, parameters=101 * BILLION))
    assert check(models, "largest", "fjord-2").verdict == "SUPPORTED"


def test_one_row_that_only_one_source_knows_does_not_refute_a_record(models, release):
    rumour = release("Myth", "Elsewhere", "2022-01-01", True, parameters=900 * BILLION)
    models.append(replace(rumour, prominence=1, confidence="medium"))
    checked = check(models, "largest", "fjord-2")
    assert (checked.verdict, checked.robustness) == ("NOT_ENOUGH_INFO", "date-sensitive")
    assert "Myth" in checked.reason


def test_a_fine_tune_of_something_larger_does_not_refute(models, release):
    tuned = release("Tuned", "Elsewhere", "2022-01-01", True, parameters=900 * BILLION)
    models.append(replace(tuned, traits=("fine-tune",)))
    assert check(models, "largest", "fjord-2").verdict == "NOT_ENOUGH_INFO"


@pytest.mark.parametrize(
    ("as_of", "verdict"), [("2023-06-01", "REFUTED"), ("2024-06-01", "NOT_ENOUGH_INFO")]
)
def test_what_came_later_does_not_refute_a_text_that_looks_back(models, release, as_of, verdict):
    models.append(release("Later", "Westcorp", "2023-05-01", True, parameters=900 * BILLION))
    assert check(models, "largest", "pine11", as_of=as_of).verdict == verdict


@pytest.mark.parametrize("day", ["2025-04-01", "2025-12-31"])
def test_nothing_after_as_of_is_compared(models, release, day):
    models.append(release("Later", "Westcorp", day, True, parameters=900 * BILLION))
    verdict = check(models, "largest", "fjord-2", as_of="2025-04-01").verdict
    assert verdict == ("REFUTED" if day == "2025-04-01" else "SUPPORTED")


def test_kept_sizes_of_well_known_closed_models_forbid_support(models, release):
    models.append(release("Secret", "Westcorp", "2024-02-02", prominence=7))
    assert check(models, "largest", "fjord-2").verdict == "SUPPORTED"
    wide = check(models, "largest", "sage", Facets(kind="language"), as_of="2025-04-01")
    assert wide.verdict == "NOT_ENOUGH_INFO"
    assert "Secret" in wide.reason


def test_too_many_members_without_a_size_forbid_support(models, release):
    for number in range(30):
        models.append(release(f"Blank{number}", f"Lab {number}", "2024-01-01", True))
    checked = check(models, "largest", "fjord-2")
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert "no parameters" in checked.reason


@pytest.mark.parametrize("subject", ["", "nothing-of-that-id"])
def test_an_unknown_subject_is_not_compared(models, subject):
    assert check(models, "largest", subject).verdict == "NOT_ENOUGH_INFO"


def test_a_subject_without_a_figure_is_not_compared(models):
    checked = check(models, "largest", "jade-r")
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert "no figure for Jade R" in checked.reason


def test_dense_leaves_sparse_models_out(models, release):
    sparse = release("Sieve", "Westcorp", "2024-01-01", True, parameters=500 * BILLION)
    models.append(replace(sparse, traits=("moe",)))
    dense = replace(OPEN_LANGUAGE, traits=("dense",))
    assert check(models, "largest", "jade", dense, "2024-02-01").verdict == "SUPPORTED"
    assert check(models, "largest", "jade", as_of="2024-02-01").verdict == "REFUTED"


def test_a_part_of_a_family_is_compared_within_it(models, release):
    models.append(release("Pine 90", "Lab 1", "2023-02-02", True, parameters=90 * BILLION))
    family = Facets(family="Fjord")
    assert check(models, "largest", "fjord-2", family).verdict == "SUPPORTED"


def test_unknown_words_do_not_refute(models):
    odd = replace(OPEN_LANGUAGE, undecided=("polite",))
    assert check(models, "largest", "pine3", odd, "2023-06-01").verdict == "NOT_ENOUGH_INFO"
    assert check(models, "largest", "fjord-2", odd).verdict == "NOT_ENOUGH_INFO"


@pytest.mark.parametrize(
    ("prominence", "size", "verdict"),
    [(4, 70 * BILLION, "REFUTED"), (1, 70 * BILLION, "REFUTED"), (1, BILLION, "NOT_ENOUGH_INFO")],
)
def test_long_context_of_a_small_little_known_model_may_come_from_its_configuration(
    models, release, prominence, size, verdict
):
    row = release("Scroll", "Elsewhere", "2022-01-01", True, parameters=size)
    models.append(replace(row, context_tokens=10**6, prominence=prominence))
    assert check(models, "longest-context", "pine3", as_of="2023-06-01").verdict == verdict


def test_the_longest_window_is_supported(models, release):
    row = release("Scroll", "Westcorp", "2024-01-01", True, parameters=70 * BILLION)
    models.append(replace(row, context_tokens=10**6))
    checked = check(models, "longest-context", "scroll", as_of="2024-02-02")
    assert checked.verdict == "SUPPORTED"
    assert "1 million tokens of context" in checked.reason


def test_a_staged_subject_is_as_large_as_its_largest_stage_so_far(models, release):
    models.append(release("Moss", "Westcorp", "2019-03-01", True, parameters=5 * 10**8))
    assert check(models, "largest", "fjord-1", as_of="2019-06-01").verdict == "REFUTED"
    assert check(models, "largest", "fjord-1", as_of="2019-12-01").verdict == "SUPPORTED"
