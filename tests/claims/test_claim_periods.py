"""A period at the head of the sentence bounds what it says of nobody, with and without a comma."""

import pytest


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("Throughout 2023 OpenAI released no open-weight language model.", "2022-12-31", "2023-12-31"),
        ("Throughout 2023, OpenAI released no open-weight language model.", "2022-12-31", "2023-12-31"),
        ("In all of 2024 xAI released no speech model with open weights.", "2023-12-31", "2024-12-31"),
        ("In all of May 2024 xAI released no model with open weights.", "2024-04-30", "2024-05-31"),
        ("Throughout May 2024, xAI released no model with open weights.", "2024-04-30", "2024-05-31"),
        ("In February 2024 OpenAI released no open-weight model.", "2024-01-31", "2024-02-29"),
        ("OpenAI released no open-weight model in May 2024.", "2024-04-30", "2024-05-31"),
        ("OpenAI released no open-weight model in May.", "2025-04-30", "2025-05-31"),
    ],
)  # fmt: skip
def test_period_bounds_the_claim(read, text, since, until):
    (claim,) = read(text)
    assert (claim.quantifier, claim.since, claim.as_of) == ("absence", since, until)


@pytest.mark.parametrize(
    "text",
    [
        "In May 2024 OpenAI had never released an open-weight speech model.",
        "In May 2024 the lab said that OpenAI released no open-weight model.",
    ],
)
def test_month_in_which_somebody_says_so_bounds_nothing(read, text):
    (claim,) = read(text)
    assert (claim.since, claim.as_of) == ("", "2025-09-30")


def test_month_of_a_first_is_that_of_the_news(read):
    (claim,) = read("OpenAI shipped its first open-weight model in February 2019.")
    assert (claim.since, claim.as_of) == ("", "2025-09-30")


def test_anchor_of_its_own_begins_the_time_and_the_period_ends_it(read):
    (claim,) = read("In all of 2024 xAI released no model with open weights after Grok-1.")
    assert (claim.anchor, claim.since, claim.as_of) == ("grok-1", "", "2024-12-31")


def test_without_a_period_the_day_of_reading_ends_the_time(read):
    (claim,) = read("OpenAI released no open-weight language model.")
    assert (claim.since, claim.as_of) == ("", "2025-09-30")
