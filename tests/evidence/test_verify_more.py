"""Smallest, counted members, previews, periods and single sources, on the invented world."""

from dataclasses import replace
from datetime import timedelta

import pytest

from hypecheck.dates import as_day
from hypecheck.evidence.completeness import measure
from hypecheck.evidence.fits import Fit, family_step
from hypecheck.evidence.kinds import kind_step
from hypecheck.evidence.matching import counted_event, match
from hypecheck.evidence.relatives import is_preview_of, is_size_of, is_stage, is_subject
from hypecheck.evidence.smallest import SIZE
from hypecheck.evidence.verify import ReleaseVerifier
from hypecheck.evidence.window import first_of_maker, read_window
from hypecheck.types import Claim, Event, Facets, Release

MILLION = 10**6
OPEN_LANGUAGE = Facets(openness="open", kind="language")
OPEN_NORD = Facets(organization="Nordlab", openness="open")


def claim(quantifier="first", text="the first", **facts):
    return Claim(text, 0, len(text), quantifier, **facts)


def check(table, asked, as_of="2025-06-01"):
    return ReleaseVerifier(table).verify(asked, as_day(as_of))


def rivals(checked):
    return {e.release.id for e in checked.evidence if e.relation == "counterexample"}


@pytest.fixture
def tiny(table, release):
    """Three models whose largest size is small, two of them well known."""
    for name, size, known in (("Moss", 100, 4), ("Fern", 120, 3), ("Alga", 90, 1)):
        table.append(
            release(f"{name} 1", f"{name}works", "2023-02-02", True, parameters=size * MILLION,
                    prominence=known)
        )  # fmt: skip
    table.append(release("Twig 270M", "Twigco", "2025-01-01", True, parameters=270 * MILLION))
    return table


def test_smaller_models_refute_the_smallest(tiny):
    asked = claim("smallest", facets=OPEN_LANGUAGE, subject="twig-270m", subject_text="Twig 270M")
    checked = check(tiny, asked)
    assert checked.verdict == "REFUTED"
    assert {"moss-1", "fern-1"} <= rivals(checked)
    assert "fewer parameters" in checked.reason
    assert any("million parameters" in record.rationale for record in checked.evidence)


@pytest.mark.parametrize(
    ("subject", "text", "reason"),
    [
        ("fjord-2", "Fjord 2", "doesn't name the size"),
        ("moss-1", "Moss 1 at 80M", "largest size of each release"),
        ("", "the new model", "doesn't name the size"),
    ],
)
def test_the_smallest_is_never_supported(tiny, subject, text, reason):
    checked = check(
        tiny, claim("smallest", facets=OPEN_LANGUAGE, subject=subject, subject_text=text)
    )
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert reason in checked.reason


def test_smallest_asks_for_the_class_of_its_subject(tiny):
    asked = claim("smallest", facets=replace(OPEN_LANGUAGE, kind="asr"), subject="twig-270m")
    assert "doesn't have Twig 270M" in check(tiny, asked).reason


@pytest.mark.parametrize(
    ("words", "size"),
    [("Twig 270M", "270"), ("a 1.5 B model", "1.5"), ("3-billion", "3"), ("Fjord 2", None)],
)
def test_sizes_in_names(words, size):
    match = SIZE.search(words)
    assert (match[1] if match else None) == size


#: Days from a subject to another release of a name: is it the same to a claim?
@pytest.mark.parametrize(
    ("name", "day", "same", "preview"),
    [
        ("Sage 9-preview", "2024-01-01", True, True),
        ("Sage 9 mini", "2024-03-01", True, True),
        ("Sage 9 mini", "2024-08-01", True, False),
        ("Sage 9-preview", "2022-01-01", False, False),
        ("Sage 10", "2024-08-01", False, False),
        ("Sage", "2024-03-01", False, False),
    ],
)
def test_previews_and_variants_are_the_subject(table, release, name, day, same, preview):
    subject = release("Sage 9", "Westcorp", "2024-06-01")
    other = release(name, "Westcorp", day)
    assert is_subject(table, other, subject) is same
    assert is_preview_of(other, subject) is preview


def test_a_sibling_is_no_size(table, release):
    subject = release("Sage 9", "Westcorp", "2024-06-01")
    assert is_size_of(table, release("Sage 9 mini", "Westcorp", "2024-06-01"), subject)
    assert not is_size_of(table, release("Sage Ear", "Westcorp", "2024-06-01"), subject)
    assert not is_size_of(table, release("Sage 9 tuned", "Ostlab", "2024-07-01"), subject)


def test_a_claim_counts_from_the_subject_s_preview(table, release):
    table.append(release("Sage X-preview", "Westcorp", "2024-03-01", traits=("reasoning",)))
    table.append(release("Sage X", "Westcorp", "2024-12-01", traits=("reasoning",)))
    asked = claim(facets=Facets(traits=("reasoning",)), subject="sage-x")
    assert read_window(asked, as_day("2025-01-01"), table).end == as_day("2024-03-01")
    # Sage R and Jade R came between the preview and the release itself
    assert rivals(check(table, asked, "2025-01-01")) == set()


def test_a_lone_source_doesn_t_refute_alone(table, release):
    row = release("Murmur", "Nordlab", "2020-05-05", True, kind="asr", prominence=1)
    table.append(replace(row, confidence="medium"))
    asked = claim(facets=replace(OPEN_NORD, kind="asr"), subject="ear")
    checked = check(table, asked)
    assert (checked.verdict, checked.robustness) == ("NOT_ENOUGH_INFO", "date-sensitive")
    assert "a single source lists Murmur" in checked.reason
    table.append(release("Echo", "Nordlab", "2020-06-05", True, kind="asr"))
    assert check(table, asked).verdict == "REFUTED"


def test_the_claim_s_own_period_ends_before_the_text(table):
    asked = claim("absence", facets=OPEN_NORD, since="2021-12-31", as_of="2022-12-31")
    assert rivals(check(table, asked)) == {"digest"}
    later = check(table, replace(asked, as_of="2030-12-31"))
    assert rivals(later) == {"digest", "ear-2", "fjord-2"}
    assert check(table, asked).as_of == "2022-12-31"


def test_a_subject_that_the_table_dates_much_later_is_doubtful(table):
    asked = claim(facets=OPEN_NORD, subject="fjord-2")
    checked = check(table, asked, "2024-06-01")
    assert checked.verdict == "NOT_ENOUGH_INFO"
    assert "after the text" in checked.reason
    assert check(table, asked, "2025-02-20").verdict == "REFUTED"


@pytest.mark.parametrize(
    ("ordinal", "verdict"), [(2, "REFUTED"), (3, "NOT_ENOUGH_INFO"), (4, "SUPPORTED")]
)
def test_members_of_other_kinds_are_not_counted_with_the_subject(table, release, ordinal, verdict):
    for number, year in ((1, 2020), (2, 2021), (3, 2022), (4, 2024)):
        table.append(release(f"Moss {number}", "Mossworks", f"{year}-01-01", True))
    table.append(release("Moss Guard", "Mossworks", "2021-05-01", True, purpose="task"))
    table.append(release("Moss Code", "Mossworks", "2022-06-01", True, kind="code-llm"))
    facets = Facets("Mossworks", openness="open", family="Moss")
    asked = claim("nth", facets=facets, subject="moss-4", ordinal=ordinal)
    assert check(table, asked).verdict == verdict


def test_a_length_of_time_is_round_when_members_are_counted(table, release):
    for number, day in ((7, "2024-01-15"), (8, "2024-03-01"), (9, "2024-05-01")):
        table.append(release(f"Moss {number}", "Mossworks", day, True))
    facets = Facets("Mossworks", openness="open", family="Moss")
    asked = claim("nth", facets=facets, subject="moss-9", ordinal=3, since="2024-01-20")
    assert check(table, asked, "2024-05-02").verdict == "SUPPORTED"
    assert check(table, replace(asked, since="2024-02-20"), "2024-05-02").verdict != "SUPPORTED"


@pytest.mark.parametrize(
    ("name", "family", "asked", "expected"),
    [
        ("Jade", "Jade", "Jade", Fit.SURE),
        ("Jade 3", "Jade", "Jade", Fit.SURE),
        ("Jade 3", "Jade", "Jade 3", Fit.SURE),
        ("Jade 3 mini", "Jade 3", "Jade 3", Fit.SURE),
        # filed under a model, and not called so
        ("Digest of 2020", "Jade 3", "Jade 3", Fit.LOOSE),
        ("Digest of 2020", "Jade", "Jade", Fit.SURE),
        ("Sage", "Sage", "Jade 3", Fit.NO),
    ],
)
def test_a_numbered_family_is_told_by_its_name(name, family, asked, expected):
    assert family_step(Release("x", name, family=family), asked)[0] is expected


def test_another_maker_s_fine_tune_is_not_of_the_family(table, release):
    table.append(release("Tuned Fjord 1", "Ostlab", "2020-05-05", True, kind="vlm"))
    facets = Facets(openness="open", family="Fjord", traits=("image-input",))
    table.append(release("Fjord Eye", "Nordlab", "2025-04-04", True, kind="vlm"))
    table.append(release("Fjord 1.2", "Nordlab", "2021-04-04", True))
    assert check(table, claim(facets=facets, subject="fjord-eye")).verdict == "SUPPORTED"


@pytest.mark.parametrize(
    ("kind", "inputs", "asked", "expected"),
    [
        ("llm", ("text", "audio"), "speech", Fit.LOOSE),
        ("llm", ("text", "audio"), "asr", Fit.LOOSE),
        ("llm", ("text",), "speech", Fit.NO),
        ("asr", ("audio",), "speech", Fit.SURE),
        ("text-to-video", ("image",), "video", Fit.SURE),
        ("text-to-video", ("image",), "text-to-video", Fit.NO),
        ("text-to-video", ("text",), "text-to-video", Fit.SURE),
    ],
)
def test_kinds_by_what_goes_in(kind, inputs, asked, expected):
    assert kind_step(Release("x", "X", kind=kind, inputs=inputs), asked)[0] is expected


@pytest.mark.parametrize(
    ("kind", "asked", "expected"),
    [
        ("vlm", "model", Fit.SURE),
        ("vision-encoder", "model", Fit.SURE),
        ("text-to-image", "model", Fit.LOOSE),
        ("robotics", "", Fit.LOOSE),
        ("text-to-image", "text-to-image", Fit.SURE),
    ],
)
def test_a_generator_that_starts_from_a_picture_hardly_takes_pictures(kind, asked, expected):
    row = Release("x", "X", kind=kind, inputs=("image", "text"), purpose="general")
    facets = Facets(kind=asked, traits=("image-input",))
    assert match(row, facets).fit is expected


def test_a_translation_model_is_no_language_model():
    row = Release("x", "X", kind="llm", traits=("translation",))
    assert kind_step(row, "language")[0] is Fit.NO
    assert kind_step(row, "model")[0] is Fit.SURE


def test_a_paper_of_earlier_days_is_not_the_release():
    events = (Event("paper", "2024-06-18"), Event("weights", "2025-04-14"))
    row = Release("x", "X", date="2025-04-14", events=events)
    assert counted_event(row, "").date == "2025-04-14"


def test_closed_needs_a_word_on_openness(table, release):
    table.append(release("Vault", "Nordlab", "2021-01-01", openness="unknown", parameters=10**12))
    table.append(release("Chest", "Nordlab", "2022-02-01", openness="closed"))
    table.append(release("Coffer", "Nordlab", "2022-03-01", openness="closed"))
    asked = claim("absence", facets=Facets("Nordlab", openness="closed"))
    assert rivals(check(table, asked)) == {"chest", "coffer"}


def test_a_maker_that_opens_nothing_is_known_to_keep_its_models(table, release):
    for number in range(8):
        table.append(release(f"Vault {number}", "Vaultco", f"2023-0{number + 1}-01"))
    facets = Facets("Vaultco", openness="open", kind="language")
    assert measure(table, facets, as_day("2025-01-01")).enough
    assert check(table, claim("absence", facets=facets)).verdict == "SUPPORTED"
    assert not measure(table, replace(facets, kind="asr"), as_day("2025-01-01")).enough


def test_the_first_of_a_maker_in_a_class(table):
    asked = claim(facets=Facets(openness="open", kind="asr"), subject_text="Nordlab")
    found = first_of_maker(asked, table)
    # the invented makers have no row of organisations, so nothing is spelt like them
    assert found is None


def _pair(release, name, other, days, maker="Nordlab", family="Quill"):
    """A release and one that came so many days later."""
    first = release(name, "Nordlab", "2024-03-01", True, family="Quill")
    day = (first.earliest + timedelta(days)).isoformat()
    return first, release(other, maker, day, True, family=family)


#: What the subject is called, another release, its days after the subject, and is it part of it?
OWN = [
    ("Quill 2", "Quill 2 Mini", -300, {}, True), ("Quill 2", "Quill 2 Mini", -301, {}, False),
    ("Quill 2", "Quill 2 Mini", 999, {}, True), ("Quill 2", "Quill 3", 20, {}, False),
    ("Quill 2 Mini", "Quill 2", 10, {}, True), ("Quill 2 Mini", "Quill 2", 11, {}, False),
    ("Quill 2 Mini", "Quill 2", -10, {}, True), ("Quill 2 Mini", "Quill 2", -11, {}, False),
    ("Quill 2", "Pen", 2, {}, True), ("Quill 2", "Pen", 3, {}, False), ("Quill 2", "Pen", -2, {}, True),
    ("Quill 2", "Pen", 0, {"family": "Pen"}, False), ("Quill 2", "Pen", 0, {"family": ""}, False),
    ("Quill 2", "Quill 2 Tuned", 0, {"maker": "Ostlab"}, True),
    ("Quill 2", "Quill 2 Tuned", 99, {"maker": "Ostlab"}, True),
    ("Quill 2", "Quill 2 Tuned", -1, {"maker": "Ostlab"}, False),
    ("Quill 2", "Pen", 0, {"maker": "Ostlab"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("name", "other", "days", "facts", "own"), OWN)
def test_what_belongs_to_the_launch_of_the_subject(table, release, name, other, days, facts, own):
    subject, beside = _pair(release, name, other, days, **facts)
    assert is_subject(table, beside, subject) is own


@pytest.mark.parametrize(
    ("other", "days", "maker", "stage"),
    [
        ("Quill 2 XL", 0, "Nordlab", True), ("Quill 2 XL", 300, "Nordlab", True),
        ("Quill 2 XL", 301, "Nordlab", False), ("Quill 2 XL", -1, "Nordlab", False),
        ("Quill 2 XL", 9, "Ostlab", False), ("Quill 3", 9, "Nordlab", False),
    ],
)  # fmt: skip
def test_what_is_a_stage_of_the_anchor(table, release, other, days, maker, stage):
    anchor, later = _pair(release, "Quill 2", other, days, maker)
    assert is_stage(table, later, anchor) is stage


@pytest.mark.parametrize(
    ("other", "days", "maker", "preview"),
    [
        ("Quill 2 Preview", -1, "Nordlab", True), ("Quill 2 Preview", -300, "Nordlab", True),
        ("Quill 2 Preview", -301, "Nordlab", False), ("Quill 2 Preview", 0, "Nordlab", False),
        ("Quill 2 Preview", -1, "Ostlab", False), ("Pen", -1, "Nordlab", False),
    ],
)  # fmt: skip
def test_what_is_a_preview_of_the_subject(release, other, days, maker, preview):
    subject, before = _pair(release, "Quill 2", other, days, maker)
    assert is_preview_of(before, subject) is preview
